package org.alongside.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Grants;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Settings;
import org.alongside.organisation.Partners;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.referral.ReferralEvent.FirstContactMade;
import org.alongside.referral.ReferralEvent.NotAttended;
import org.alongside.referral.ReferralEvent.QuestionAsked;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.referral.ReferralEvent.ReferralCompleted;
import org.alongside.referral.ReferralEvent.ReferralDeclined;
import org.alongside.referral.ReferralEvent.ReferralReceived;
import org.alongside.referral.ReferralEvent.ReferralWaitlisted;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Cursor;
import org.alongside.shared.Page;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The recipient's door to referrals: a card without identity, a question, an answer; then first contact and outcome. */
@Stateless
@PermitAll
public class IncomingService {
    private static final int LONGEST_PAGE = 100;

    @Inject
    CallerContext callers;

    @Inject
    Referrals referrals;

    @Inject
    ReferralViews views;

    @Inject
    Partners partners;

    @Inject
    Opening opening;

    @Inject
    Grants grants;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Event<ReferralEvent> events;

    /** Cards that wait for an answer of the caller's organisation: the one that runs out, or is looked at again, first on top. */
    @Requires(Permission.READ_INCOMING)
    public Page<ReferralView.Card> waiting(IncomingQuery query) {
        int size = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        List<ReferralCard> found = referrals.incoming(
                callers.caller().organisation(), ReferralStatus.ANSWERABLE, query.cursor(), size + 1);
        List<ReferralView.Card> cards = views.cards(found.subList(0, Math.min(size, found.size())));
        Optional<String> next = found.size() <= size ? Optional.empty() : Optional.of(cursorAfter(cards.get(size - 1)));
        return new Page<>(cards, next);
    }

    private static String cursorAfter(ReferralView.Card card) {
        Instant due = card.times()
                .waitlistReviewAt()
                .or(() -> card.times().expiresAt())
                .orElseThrow();
        return Cursor.of(due, card.id());
    }

    /** How many cards wait for an answer. */
    @Requires(Permission.READ_INCOMING)
    public long countWaiting() {
        return referrals.countIncoming(callers.caller().organisation());
    }

    /** Cards answered in the last seven days, newest first, at most 20. */
    @Requires(Permission.READ_INCOMING)
    public List<ReferralView.Card> answered() {
        Caller caller = callers.caller();
        return views.cards(
                referrals.answeredSince(caller.organisation(), caller.now().minus(Duration.ofDays(7))));
    }

    /** Takes the card up; the clock runs on. */
    @Requires(Permission.ACCEPT_REFERRAL)
    public void receive(ReferralId referralId) {
        Caller caller = callers.caller();
        ReferralCard card = referrals.toChange(referralId);
        boolean first = card.status() == ReferralStatus.SENT;
        card.receive(caller);
        if (first) {
            events.fire(new ReferralReceived(referralId, caller.now()));
        }
    }

    /** Asks a question, a code of referral_question; the clock runs on. */
    @Requires(Permission.ACCEPT_REFERRAL)
    public void ask(ReferralId referralId, String question) {
        new Check().code(question, "question", codes.in("referral_question")).orRefuse();
        Caller caller = callers.caller();
        referrals.toChange(referralId).ask(question, caller);
        events.fire(new QuestionAsked(referralId, caller.now()));
    }

    /** No place now: opens nothing, the sender stays responsible and sees the next provider. */
    @Requires(Permission.ACCEPT_REFERRAL)
    public void waitlist(ReferralId referralId) {
        Caller caller = callers.caller();
        Instant reviewAt = caller.now().plus(settings.of("waiting-list-review-after"));
        referrals.toChange(referralId).waitlist(reviewAt, caller);
        events.fire(new ReferralWaitlisted(referralId, reviewAt, caller.now()));
    }

    /**
     * Says yes: the file opens to exactly the agreed categories for those assigned, in this transaction.
     *
     * @param assignee who will work on it; null: the caller. Another colleague is named by a supervisor of the team that
     *     gives the service, or by anybody of a shift
     * @return the case that is now open
     */
    @Requires(Permission.ACCEPT_REFERRAL)
    public CaseId accept(ReferralId referralId, WorkerId assignee) {
        Caller caller = callers.caller();
        grants.holdConsent(referralId);
        ReferralCard card = referrals.toChange(referralId);
        card.requireAnswerable(caller.now());
        TeamId team = partners.teamOf(new ServiceId(card.service()));
        WorkerId worker = Objects.requireNonNullElse(assignee, caller.worker());
        requireMayAssign(team, worker, caller);
        Set<Category> opened = opening.onAcceptance(card, team, worker);
        Instant contactBy = caller.now().plus(settings.of("first-contact-within"));
        card.accept(contactBy, caller);
        Referral referral = referrals.require(referralId);
        opening.check(opened, card, referral, caller);
        events.fire(new ReferralAccepted(referralId, contactBy, caller.now()));
        return referral.caseId();
    }

    /** Whoever accepts answers for what opens, and so has to reach it: by doing the work, or by supervising those who do. */
    private void requireMayAssign(TeamId team, WorkerId worker, Caller caller) {
        new Check()
                .that(
                        partners.colleagues(caller.organisation()).stream()
                                .map(Colleague::id)
                                .anyMatch(worker::equals),
                        "assignee",
                        "not-a-colleague")
                .orRefuse();
        if (!grants.wouldReachCaller(team, worker)) {
            boolean herself = worker.equals(caller.worker());
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    List.of(Reason.at("assignee", herself ? "not-in-the-team" : "only-a-supervisor-assigns")));
        }
    }

    /** Says no with a code of referral_decline_reason: nothing opens, and the sender sees the next provider. */
    @Requires(Permission.ACCEPT_REFERRAL)
    public void decline(ReferralId referralId, String reason) {
        new Check().code(reason, "reason", codes.in("referral_decline_reason")).orRefuse();
        Caller caller = callers.caller();
        referrals.toChange(referralId).decline(reason, caller);
        events.fire(new ReferralDeclined(referralId, reason, caller.now()));
    }

    /** Met her for the first time: the service has begun. */
    @Requires(Permission.SERVE_REFERRAL)
    public void firstContact(ReferralId referralId) {
        Instant now = callers.caller().now();
        referrals.toChange(referralId).firstContact(now);
        events.fire(new FirstContactMade(referralId, now));
    }

    /** She did not attend: the sender is asked to make sure that she is safe. What was open closes. */
    @Requires(Permission.SERVE_REFERRAL)
    public void notAttended(ReferralId referralId) {
        Instant now = callers.caller().now();
        referrals.toChange(referralId).notAttended(now);
        grants.endForReferral(referralId, "NO_SHOW");
        events.fire(new NotAttended(referralId, now.plus(settings.of("safety-check-within")), now));
    }

    /** Finished, with a code of referral_outcome and words for the sender: readable 30 days more, then known to exist. */
    @Requires(Permission.SERVE_REFERRAL)
    public void complete(ReferralId referralId, Outcome outcome) {
        new Check()
                .code(outcome.code(), "outcome", codes.in("referral_outcome"))
                .optionalText(outcome.feedback(), "feedback", 1000)
                .orRefuse();
        Instant now = callers.caller().now();
        referrals.toChange(referralId).complete(outcome.code(), now);
        referrals.require(referralId).report(outcome.feedback());
        grants.keepAfterCompletion(referralId, now.plus(settings.of("readable-after-completion")));
        events.fire(new ReferralCompleted(referralId, now));
    }

    /** Where to go on in the list, and how many cards. */
    public record IncomingQuery(String cursor, int limit) {}

    /** How it went. */
    public record Outcome(String code, String feedback) {}
}
