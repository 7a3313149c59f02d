package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.consent.Exclusions;
import org.alongside.organisation.Partners;
import org.alongside.organisation.ServiceOffer;
import org.alongside.referral.Deadlines.ReferralDeadline;
import org.alongside.referral.ReferralEvent.ReferralSent;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** Checks what is asked and puts a card on its way, with the clock of the decision table as it stands then. */
@ApplicationScoped
class Sending {
    @Inject
    CaseFacts cases;

    @Inject
    Codes codes;

    @Inject
    Consents consents;

    @Inject
    Exclusions exclusions;

    @Inject
    Partners partners;

    @Inject
    Referrals referrals;

    @Inject
    Reach reach;

    @Inject
    Instance<Deadlines> deadlines;

    @Inject
    Event<ReferralEvent> events;

    /**
     * What was found for a request: the service, what is known of her, and the consent that covers it.
     *
     * @param keptBack what she keeps from that organisation, whatever was agreed and chosen, by code of exclusion_part
     */
    record Prepared(
            ServiceOffer service,
            CaseFacts.Facts survivor,
            Optional<ConsentView> consent,
            Map<Category, String> keptBack,
            List<Reason> against) {}

    /** Looks at a request without refusing it; its reasons are told in {@link Prepared#against()}. */
    Prepared look(CaseId caseId, NewReferral asked, Caller caller) {
        Fields.require(asked, codes);
        ServiceOffer service = partners.require(asked.service(), "service");
        CaseFacts.Facts survivor = cases.of(caseId);
        Optional<ConsentView> consent = consents.liveFor(caseId, service.organisation(), caller.now());
        List<Reason> against = new ArrayList<>(
                ReferralRules.against(service, survivor, asked.accompaniedBy(), caller.organisation(), caller.now()));
        Map<Category, String> keptBack = exclusions.keptFrom(caseId, service.organisation());
        against.addAll(ReferralRules.againstSending(asked, service, survivor, consent, keptBack));
        if (!asked.categories().isEmpty()
                && reach.of(service.type(), asked.categories()).isEmpty()) {
            against.add(Reason.at("categories", "not-their-work"));
        }
        if (!referrals.canBeTakenUp(caseId, service.organisation())) {
            against.add(Reason.at("service", "nobody-there"));
        }
        return new Prepared(service, survivor, consent, keptBack, against);
    }

    /** As {@link #look}, and refuses where anything stands against it. */
    Prepared prepare(CaseId caseId, NewReferral asked, Caller caller) {
        Prepared prepared = look(caseId, asked, caller);
        prepared.survivor().requireOpen();
        if (!prepared.against().isEmpty()) {
            boolean waits = prepared.against().stream()
                    .allMatch(reason -> reason.field().isEmpty());
            throw new Refusal(waits ? Refusal.Kind.NOT_ALLOWED : Refusal.Kind.INVALID, prepared.against());
        }
        return prepared;
    }

    /** The same, with no more than what will open: nobody is promised, told or given on paper what their work keeps closed. */
    NewReferral within(NewReferral asked, Prepared prepared) {
        return asked.sharing(reach.of(prepared.service().type(), asked.categories()));
    }

    /** Refuses to let it go out where anything has come up since it was handed in: consent, age, agreement, excluded persons. */
    void requireStillRight(ReferralCard card, Referral referral, Caller caller) {
        Prepared now = look(referral.caseId(), referral.asked(card), caller);
        List<Reason> against = new ArrayList<>(now.against());
        boolean consented = consents.of(referral.caseId(), caller.now()).stream()
                .anyMatch(given -> given.id().equals(referral.consent()) && given.lastsAt(caller.now()));
        if (!consented && against.stream().noneMatch(reason -> "no-consent".equals(reason.code()))) {
            against.add(Reason.at("service", "no-consent"));
        }
        if (now.survivor().child() && !card.child()) {
            against.add(Reason.of("changed-meanwhile"));
        }
        if (!against.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_ALLOWED, against);
        }
    }

    /** On what it may be sent; holds the consent, so that a withdrawal waits and then finds the referral. */
    Referral.Grounds grounds(NewReferral asked, Prepared prepared, Caller caller) {
        ConsentId consent = prepared.consent().orElseThrow().id();
        if (!consents.hold(consent)) {
            throw Refusal.stale("changed-meanwhile");
        }
        boolean always = partners.approvesEveryReferral(caller.organisation());
        Approval approval = ReferralRules.approval(asked, prepared.service(), prepared.survivor(), always);
        return new Referral.Grounds(
                prepared.service().organisation(),
                consent,
                approval,
                approval == Approval.BEFORE
                        ? ReferralRules.approvalReason(prepared.service(), prepared.survivor(), always)
                                .orElse(null)
                        : null);
    }

    /** The card goes out now; the recipient finds it under Incoming and the clock runs. */
    void send(ReferralCard card, Instant now) {
        ReferralDeadline limit = deadlines.get().forReferral(card.urgency());
        AnswerTimes times = new AnswerTimes(
                now.plus(limit.remindAfter()),
                now.plus(limit.respondWithin()),
                now.plus(limit.escalateAfter()),
                now.plus(limit.expireAfter()));
        card.send(times, now);
        events.fire(new ReferralSent(card.id(), times, now));
    }
}
