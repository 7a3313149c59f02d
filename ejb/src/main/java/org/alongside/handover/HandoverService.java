package org.alongside.handover;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.careplan.Unfinished;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Settings;
import org.alongside.handover.HandoverEvent.HandoverOffered;
import org.alongside.handover.HandoverEvent.HandoverProposed;
import org.alongside.handover.HandoverEvent.HandoverSentBack;
import org.alongside.handover.HandoverEvent.HandoverSettled;
import org.alongside.handover.HandoverEvent.HandoverWithdrawn;
import org.alongside.referral.UnderWay;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/** The lead's door to handing over: see what goes over with it, offer it, let it go out, take it back. Nobody lets out their own. */
@Stateless
@PermitAll
public class HandoverService {
    static final String SETTLED_WITHIN = "handover-settled-within";

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Handovers handovers;

    @Inject
    Offering offering;

    @Inject
    CaseFacts survivors;

    @Inject
    UnderWay help;

    @Inject
    Unfinished plans;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<HandoverEvent> events;

    /** How handing over the lead of a case stands, and what of it is open now. */
    @Requires(Permission.READ_HANDOVER)
    public HandoverView read(CaseId caseId) {
        Caller caller = callers.caller();
        if (!files.openness(caller, caseId).leads()) {
            throw Refusal.notThere();
        }
        CaseFacts.Facts survivor = survivors.of(caseId);
        return new HandoverView(
                HandoverRules.obstacle(survivor, handovers.closingProposed(caseId)),
                open(caseId, caller),
                HandoverRules.items(codes, survivor.child()),
                handovers.candidates(caseId, survivor.lead()),
                handovers.latest(caseId).map(one -> one.view(handovers.items(one.id()), caller)));
    }

    /**
     * Offers the lead to another organisation; nothing moves by it, and nothing goes out until a supervisor agrees.
     *
     * @param key makes the call repeatable, or null
     * @return the offer; refuses INVALID with every reason by field, and what must be ended first
     */
    @Requires(Permission.OFFER_HANDOVER)
    public HandoverId offer(CaseId caseId, NewHandover asked, String key) {
        Caller caller = callers.caller();
        HandoverId id = HandoverId.random();
        return once.perform(key, "HAND_OVER " + caseId, asked, id.value(), caller)
                .map(HandoverId::new)
                .orElseGet(() -> {
                    offer(id, caseId, asked, caller);
                    return id;
                });
    }

    private void offer(HandoverId id, CaseId caseId, NewHandover asked, Caller caller) {
        CaseFacts.Facts survivor = survivors.of(caseId);
        survivor.requireOpen();
        Optional<Handover> before = handovers.latest(caseId);
        if (before.filter(one -> one.card().state().undecided()).isPresent()) {
            throw Refusal.wrongState("handover-offered-already");
        }
        HandoverRules.obstacle(survivor, handovers.closingProposed(caseId)).ifPresent(obstacle -> {
            throw Refusal.wrongState("handover-obstacle", obstacle);
        });
        HandoverRules.check(asked, survivor.child(), handovers.candidates(caseId, survivor.lead()), codes);
        offering.write(id, caseId, asked, survivor, open(caseId, caller), caller);
        before.ifPresent(one -> events.fire(new HandoverSettled(one.id())));
        events.fire(new HandoverProposed(
                id, survivor.lead(), asked.to(), caller.now().plus(settings.of("handover-approved-within"))));
    }

    private OpenWork open(CaseId caseId, Caller caller) {
        UnderWay.Help referrals = help.of(caseId);
        int[] more = handovers.hearingsAndDrafts(caseId, caller);
        return new OpenWork(
                referrals.open(),
                referrals.searches() + referrals.unchecked() + referrals.unreviewed(),
                plans.of(caseId).steps(),
                more[0],
                more[1]);
    }

    /** A supervisor who did not offer it lets it go out; refuses {@code own-request}, and where her word has ended. */
    @Requires(Permission.APPROVE_HANDOVER)
    public void approve(HandoverId id) {
        handovers.require(id).requireDecidable(callers.caller());
        handovers.approve(id);
        HandoverCard card = handovers.card(id).orElseThrow(Refusal::notThere);
        events.fire(new HandoverOffered(
                id,
                card.offeredAt().orElseThrow().plus(settings.of("handover-looked-at-after")),
                card.expiresAt().orElseThrow()));
    }

    /** A supervisor who did not offer it sends it back with what to change; refuses {@code own-request}. */
    @Requires(Permission.APPROVE_HANDOVER)
    public void sendBack(HandoverId id, String change) {
        new Check().text(change, "change", 500).orRefuse();
        handovers.require(id).requireDecidable(callers.caller());
        handovers.sendBack(id, change.strip());
        events.fire(new HandoverSentBack(id, callers.caller().now().plus(settings.of(SETTLED_WITHIN))));
    }

    /** Takes it back before it is answered: the case stays where it is. */
    @Requires(Permission.WITHDRAW_HANDOVER)
    public void withdraw(HandoverId id) {
        Handover handover = handovers.require(id);
        if (!handover.card().state().undecided()) {
            throw Refusal.wrongState("handover-decided");
        }
        handovers.withdraw(id, "BY_LEAD");
        events.fire(new HandoverWithdrawn(id));
    }

    /** The old lead goes on, after it was sent back, declined or ran out: nobody is asked about it any more. */
    @Requires(Permission.WITHDRAW_HANDOVER)
    public void settle(HandoverId id) {
        if (handovers.require(id).card().state().undecided()) {
            throw Refusal.wrongState("handover-offered-already");
        }
        events.fire(new HandoverSettled(id));
    }

    /**
     * Ends an offer that nobody answered in time; one that was answered meanwhile stays as it is.
     *
     * @return by when the lead is asked what is next, UTC, if it ended
     */
    @Requires(Permission.RUN_HANDOVER_CLOCK)
    public Optional<Instant> expire(HandoverId id) {
        return handovers.expire(id)
                ? Optional.of(callers.caller().now().plus(settings.of(SETTLED_WITHIN)))
                : Optional.empty();
    }

    /** A caseworker who can be named to lead a case. */
    public record LeadWorker(WorkerId worker, String name) {}

    /** What a supervisor is asked who may take over the lead. */
    public record IncomingHandover(HandoverCard card, boolean answerable, List<LeadWorker> caseworkers) {}
}
