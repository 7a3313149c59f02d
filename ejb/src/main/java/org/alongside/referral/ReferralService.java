package org.alongside.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Grants;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.Excerpts;
import org.alongside.code.Codes;
import org.alongside.consent.Exclusions;
import org.alongside.referral.ReferralEvent.DeclinedBySurvivor;
import org.alongside.referral.ReferralEvent.EmergencyReviewed;
import org.alongside.referral.ReferralEvent.EnteredInError;
import org.alongside.referral.ReferralEvent.NextProviderChosen;
import org.alongside.referral.ReferralEvent.QuestionAnswered;
import org.alongside.referral.ReferralEvent.ReferralApproved;
import org.alongside.referral.ReferralEvent.ReferralExpired;
import org.alongside.referral.ReferralEvent.ReferralSentBack;
import org.alongside.referral.ReferralEvent.ReferralSubmitted;
import org.alongside.referral.ReferralEvent.SafetyChecked;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;

/** The sender's door to referrals, and the clock's: ask for help, approve, answer, take back, choose the next provider. */
@Stateless
@PermitAll
public class ReferralService {
    private static final Set<ReferralStatus> NOBODY_HELPS = Set.of(ReferralStatus.DECLINED, ReferralStatus.EXPIRED);
    private static final Set<ReferralStatus> NEEDS_NEXT =
            Set.of(ReferralStatus.DECLINED, ReferralStatus.EXPIRED, ReferralStatus.WAITLISTED);

    @Inject
    CallerContext callers;

    @Inject
    Referrals referrals;

    @Inject
    ReferralViews views;

    @Inject
    Sending sending;

    @Inject
    Preview preview;

    @Inject
    Reach reach;

    @Inject
    Revocation revocation;

    @Inject
    Grants grants;

    @Inject
    Exclusions exclusions;

    @Inject
    Excerpts excerpts;

    @Inject
    Printing printing;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<ReferralEvent> events;

    /** Services of a kind and region for this survivor, the best fit first, each with what stands against it. */
    @Requires(Permission.REFER_SURVIVOR)
    public List<SuitableService> suitable(CaseId caseId, ServiceQuery query) {
        new Check()
                .optionalCode(query.type(), "type", codes.in("service_type"))
                .optionalCode(query.region(), "region", codes.in("region"))
                .orRefuse();
        return preview.suitable(caseId, query, callers.caller());
    }

    /** Exactly what the recipient will see before and after acceptance, and what stands against sending. */
    @Requires(Permission.REFER_SURVIVOR)
    public ReferralPreview preview(CaseId caseId, NewReferral asked) {
        return preview.of(caseId, asked, callers.caller());
    }

    /**
     * Asks another organisation for help: goes at once, or first to a second person.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.REFER_SURVIVOR)
    public ReferralId refer(CaseId caseId, NewReferral asked, String key) {
        Caller caller = callers.caller();
        ReferralId id = ReferralId.random();
        Optional<ReferralId> before =
                once.perform(key, "REFER " + caseId, asked, id.value(), caller).map(ReferralId::new);
        if (before.isPresent()) {
            return before.get();
        }
        new Check()
                .that(
                        asked.follows() == null
                                || referrals
                                        .find(asked.follows())
                                        .filter(one -> one.caseId().equals(caseId))
                                        .isPresent(),
                        "follows",
                        "unknown-referral")
                .orRefuse();
        Sending.Prepared prepared = sending.prepare(caseId, asked, caller);
        if (referrals.alreadyAsked(caseId, asked.service())) {
            throw Refusal.wrongState("already-asked");
        }
        Referral.Grounds grounds = sending.grounds(asked, prepared, caller);
        NewReferral opens = sending.within(asked, prepared);
        ReferralCard card = ReferralCard.write(id, opens, prepared, caller);
        Referral referral = Referral.handIn(id, caseId, opens, grounds, caller);
        if (asked.follows() != null) {
            chooseNext(asked.follows(), caseId, NEEDS_NEXT);
        }
        referrals.add(card, referral);
        submitted(card, referral, grounds, caller.now());
        return id;
    }

    /** Hands in again, changed, what a second person sent back. */
    @Requires(Permission.REFER_SURVIVOR)
    public void referAgain(ReferralId referralId, NewReferral asked) {
        Caller caller = callers.caller();
        Referral referral = referrals.require(referralId);
        ReferralCard card = referrals.toChange(referralId);
        Sending.Prepared prepared = sending.prepare(referral.caseId(), asked, caller);
        Referral.Grounds grounds = sending.grounds(asked, prepared, caller);
        NewReferral opens = sending.within(asked, prepared);
        card.rewrite(opens, prepared, caller.now());
        referral.handInAgain(opens, grounds, caller);
        submitted(card, referral, grounds, caller.now());
    }

    private void submitted(ReferralCard card, Referral referral, Referral.Grounds grounds, Instant now) {
        events.fire(new ReferralSubmitted(
                card.id(),
                referral.caseId(),
                card.sender(),
                card.recipient(),
                card.serviceType(),
                card.urgency(),
                grounds.approval(),
                now));
        if (grounds.approval() != Approval.BEFORE) {
            sending.send(card, now);
        }
    }

    /** The referrals of a case as far as they are the caller's, newest first. */
    @Requires(Permission.READ_REFERRALS)
    public List<ReferralView.Whole> of(CaseId caseId) {
        return views.wholes(referrals.of(caseId), callers.caller());
    }

    /** One referral as the caller may see it. */
    @Requires(Permission.READ_REFERRALS)
    public ReferralView find(ReferralId referralId) {
        return views.view(referrals.card(referralId), referrals.find(referralId), callers.caller());
    }

    /** One referral for paper, whoever prints it no more than its recipient may read; audited by kind of information. */
    @Requires(Permission.PRINT_REFERRAL)
    public Printed<PrintedReferral> print(ReferralId referralId) {
        ReferralView view = find(referralId);
        Set<Category> categories = EnumSet.of(Category.REFERRALS);
        if (!(view instanceof ReferralView.Whole whole)
                || !ReferralStatus.OPENED.contains(view.card().status())) {
            return printing.marked(
                    new PrintedReferral(view.card(), Optional.empty(), Optional.empty(), Optional.empty()), categories);
        }
        CaseView file = excerpts.of(
                callers.caller(),
                whole.caseId(),
                whole.card().categories(),
                reach.beyond(
                        whole.card().serviceType(),
                        whole.card().categories(),
                        exclusions.keptFrom(whole.caseId(), whole.card().recipient())));
        categories.addAll(file.categories());
        return printing.marked(
                new PrintedReferral(
                        view.card(),
                        Optional.of(whole.caseCode()),
                        Optional.ofNullable(whole.message()),
                        Optional.of(file)),
                categories);
    }

    /** A second person of the sender agrees, and the card goes out; refuses {@code own-request}. */
    @Requires(Permission.APPROVE_REFERRAL)
    public void approve(ReferralId referralId) {
        Caller caller = callers.caller();
        Referral referral = referrals.require(referralId);
        ReferralCard card = referrals.toChange(referralId);
        card.requirePending();
        referral.approve(caller);
        sending.requireStillRight(card, referral, caller);
        events.fire(new ReferralApproved(referralId, caller.now()));
        sending.send(card, caller.now());
    }

    /** A second person of the sender sends it back, with what to change. */
    @Requires(Permission.APPROVE_REFERRAL)
    public void sendBack(ReferralId referralId, String reason) {
        new Check().text(reason, "reason", 500).orRefuse();
        Caller caller = callers.caller();
        referrals.toChange(referralId).sendBack(caller.now());
        referrals.require(referralId).sendBack(reason.strip(), caller);
        events.fire(new ReferralSentBack(referralId, caller.now()));
    }

    /** A second person of the sender looks at an emergency that went out at once, however it ended since. */
    @Requires(Permission.APPROVE_REFERRAL)
    public void review(ReferralId referralId) {
        Caller caller = callers.caller();
        referrals.require(referralId).review(caller);
        events.fire(new EmergencyReviewed(referralId, caller.now()));
    }

    /** Answers the recipient's question with a code of referral_answer; the clock ran on meanwhile. */
    @Requires(Permission.ANSWER_QUESTION)
    public void answer(ReferralId referralId, String answer) {
        new Check().code(answer, "answer", codes.in("referral_answer")).orRefuse();
        Instant now = callers.caller().now();
        referrals.toChange(referralId).answer(answer, now);
        events.fire(new QuestionAnswered(referralId, now));
    }

    /** Calls it back at any open state; what it opened closes in this instant. */
    @Requires(Permission.REVOKE_REFERRAL)
    public void revoke(ReferralId referralId, String reason) {
        new Check().code(reason, "reason", codes.in("revoke_reason")).orRefuse();
        revocation.revoke(
                referrals.toChange(referralId), reason, callers.caller().now());
    }

    /** The survivor does not want it any more; what it opened closes in this instant. */
    @Requires(Permission.REVOKE_REFERRAL)
    public void declineBySurvivor(ReferralId referralId) {
        Instant now = callers.caller().now();
        referrals.toChange(referralId).declineBySurvivor(now);
        grants.endForReferral(referralId, "DECLINED_BY_SURVIVOR");
        events.fire(new DeclinedBySurvivor(referralId, now));
    }

    /** It should never have been written: closed, and kept for the audit. */
    @Requires(Permission.APPROVE_REFERRAL)
    public void enterInError(ReferralId referralId) {
        Instant now = callers.caller().now();
        ReferralCard card = referrals.toChange(referralId);
        card.enterInError(now);
        grants.endForReferral(referralId, "ENTERED_IN_ERROR");
        events.fire(new EnteredInError(referralId, now));
    }

    /**
     * The sender has looked for the next provider of a declined or expired referral, and found none or needs none. On a
     * waiting list the search stays open: if no place comes free, nobody else would be asked.
     */
    @Requires(Permission.REFER_SURVIVOR)
    public void endSearch(ReferralId referralId) {
        chooseNext(referralId, referrals.require(referralId).caseId(), NOBODY_HELPS);
    }

    /** The sender made sure that she is safe after she did not attend. */
    @Requires(Permission.ANSWER_QUESTION)
    public void checkSafety(ReferralId referralId) {
        Instant now = callers.caller().now();
        if (referrals.toChange(referralId).status() != ReferralStatus.NO_SHOW) {
            throw Refusal.wrongState(
                    "wrong-state", referrals.toChange(referralId).status().name());
        }
        referrals.require(referralId).checkSafety(now);
        events.fire(new SafetyChecked(referralId, now));
    }

    /** What is overdue and was escalated, as cards without identity, oldest first, at most 50. */
    @Requires(Permission.READ_OVERDUE)
    public List<ReferralView.Card> overdue() {
        return views.cards(referrals.overdue());
    }

    /** The recipient was reminded; told by the process. Does nothing when it was answered meanwhile. */
    @Requires(Permission.RUN_REFERRAL_CLOCK)
    public void remind(ReferralId referralId) {
        referrals.toChange(referralId).remind(callers.caller().now());
    }

    /** The coordinator is asked to look; told by the process. Does nothing when it was answered meanwhile. */
    @Requires(Permission.RUN_REFERRAL_CLOCK)
    public void escalate(ReferralId referralId) {
        referrals.toChange(referralId).escalate(callers.caller().now());
    }

    /** Its time has run out; told by the process. Does nothing when it was answered meanwhile. */
    @Requires(Permission.RUN_REFERRAL_CLOCK)
    public void expire(ReferralId referralId) {
        Instant now = callers.caller().now();
        if (referrals.toChange(referralId).expire(now)) {
            events.fire(new ReferralExpired(referralId, now));
        }
    }

    private void chooseNext(ReferralId referralId, CaseId caseId, Set<ReferralStatus> from) {
        Referral referral = referrals.require(referralId);
        ReferralStatus status = referrals.toChange(referralId).status();
        if (!referral.caseId().equals(caseId) || !from.contains(status)) {
            throw Refusal.wrongState("wrong-state", status.name());
        }
        referral.chooseNext(callers.caller().now());
        events.fire(new NextProviderChosen(referralId, callers.caller().now()));
    }

    /** Codes of service_type and region to look for; null for all. */
    public record ServiceQuery(String type, String region) {}
}
