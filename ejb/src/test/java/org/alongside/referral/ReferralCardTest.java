package org.alongside.referral;

import static org.alongside.referral.Someone.NOW;
import static org.alongside.referral.Someone.RECIPIENT;
import static org.alongside.referral.Someone.SENDER;
import static org.alongside.referral.Someone.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReferralCardTest {
    private final Caller mina = Someone.of(SENDER, Role.CW);
    private final Caller petra = Someone.of(RECIPIENT, Role.SHM);
    private final ReferralCard card = ReferralCard.write(
            ReferralId.random(),
            Someone.asking(Urgency.URGENT, null, Category.IDENTITY, Category.SAFETY_RISK),
            Someone.found(Someone.service("SHELTER", false, 18, null), Someone.survivor(false, 19, false)),
            mina);

    @Test
    void it_waits_for_a_second_person_until_it_is_sent() {
        assertThat(card.status()).isEqualTo(ReferralStatus.PENDING_APPROVAL);
        send();
        assertThat(card.status()).isEqualTo(ReferralStatus.SENT);
    }

    @Test
    void what_was_sent_back_can_be_changed_and_handed_in_again() {
        card.sendBack(NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.DRAFT);
        card.rewrite(
                Someone.asking(Urgency.ROUTINE, null, Category.IDENTITY),
                Someone.found(Someone.service("SHELTER", false, 18, null), Someone.survivor(true, 14, true)),
                NOW);
        assertThat(card.child()).as("what is known of her now").isTrue();
        assertThat(card.status()).isEqualTo(ReferralStatus.PENDING_APPROVAL);
    }

    @Test
    void the_happy_way_ends_with_an_outcome() {
        send();
        card.receive(petra);
        assertThat(card.status()).isEqualTo(ReferralStatus.RECEIVED);
        card.ask("COMES_ALONE", petra);
        assertThat(card.status()).isEqualTo(ReferralStatus.INFO_REQUESTED);
        card.answer("YES", NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.RECEIVED);
        card.accept(NOW.plusSeconds(60), petra);
        assertThat(card.status()).isEqualTo(ReferralStatus.ACCEPTED);
        card.firstContact(NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.IN_SERVICE);
        card.complete("SERVICE_GIVEN", NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.COMPLETED);
    }

    @Test
    void opening_and_asking_do_not_stop_the_clock() {
        send();
        Instant later = NOW.plus(Duration.ofHours(23));
        card.receive(at(petra, later));
        card.ask("MOBILITY", at(petra, later));
        assertThat(card.expire(NOW.plus(Duration.ofHours(24)))).isTrue();
        assertThat(card.status()).isEqualTo(ReferralStatus.EXPIRED);
    }

    @Test
    void it_does_not_run_out_before_its_time_nor_after_an_answer() {
        send();
        assertThat(card.expire(NOW.plus(Duration.ofHours(23)))).isFalse();
        card.waitlist(NOW.plusSeconds(60), petra);
        assertThat(card.expire(NOW.plus(Duration.ofDays(30)))).isFalse();
        assertThat(card.status()).isEqualTo(ReferralStatus.WAITLISTED);
    }

    @Test
    void an_answer_after_its_time_is_refused_even_if_nobody_has_yet_said_so() {
        send();
        Caller late = at(petra, NOW.plus(Duration.ofHours(24)));
        assertRefused("ran-out", () -> card.accept(NOW, late));
        assertRefused("ran-out", () -> card.decline("NO_CAPACITY", late));
    }

    @Test
    void a_place_that_becomes_free_turns_the_waiting_list_into_acceptance() {
        send();
        card.waitlist(NOW.plusSeconds(60), petra);
        card.accept(NOW, at(petra, NOW.plus(Duration.ofDays(10))));
        assertThat(card.status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void two_answers_are_one_too_many() {
        send();
        card.decline("NO_CAPACITY", petra);
        assertRefused("wrong-state", () -> card.accept(NOW, petra));
        assertRefused("wrong-state", () -> card.decline("OTHER", petra));
    }

    @Test
    void the_sender_takes_it_back_at_any_open_state_and_never_after() {
        send();
        card.receive(petra);
        card.accept(NOW, petra);
        card.revoke("SAFETY", NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.REVOKED);
        assertRefused("wrong-state", () -> card.revoke("SAFETY", NOW));
        assertRefused("wrong-state", () -> card.firstContact(NOW));
    }

    @Test
    void she_may_say_no_at_any_open_state() {
        card.declineBySurvivor(NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.DECLINED_BY_SURVIVOR);
        assertRefused("wrong-state", () -> send());
    }

    @Test
    void what_was_sent_back_can_still_be_taken_back_or_declined_by_her() {
        card.sendBack(NOW);
        card.revoke("NOT_NEEDED_ANY_MORE", NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.REVOKED);
        ReferralCard other = ReferralCard.write(
                ReferralId.random(),
                Someone.asking(Urgency.URGENT, null, Category.IDENTITY),
                Someone.found(Someone.service("SHELTER", false, 18, null), Someone.survivor(false, 19, false)),
                mina);
        other.sendBack(NOW);
        other.declineBySurvivor(NOW);
        assertThat(other.status()).isEqualTo(ReferralStatus.DECLINED_BY_SURVIVOR);
    }

    @Test
    void the_sender_is_asked_once_to_renew_what_ends_and_again_for_the_newer_one() {
        assertThat(card.askToRenew(NOW)).as("nobody helps yet").isFalse();
        send();
        card.accept(NOW, petra);
        assertThat(card.askToRenew(NOW)).isTrue();
        assertThat(card.askToRenew(NOW.plusSeconds(3600))).isFalse();
        Instant longer = NOW.plus(Duration.ofDays(90));
        card.renew(Set.of(Category.IDENTITY), longer, NOW.plusSeconds(7200));
        assertThat(card.agreedUntil()).isEqualTo(longer);
        assertThat(card.view("a", "b", "c").categories()).containsExactly(Category.IDENTITY);
        assertThat(card.view("a", "b", "c").times().renewalOpen()).isFalse();
        assertThat(card.askToRenew(NOW.plus(Duration.ofDays(80)))).isTrue();
        card.firstContact(NOW);
        card.complete("SERVICE_GIVEN", NOW);
        assertRefused("wrong-state", () -> card.renew(Set.of(Category.IDENTITY), longer, NOW));
    }

    @Test
    void what_happens_in_one_breath_is_told_once() {
        send();
        card.accept(NOW, petra);
        assertThat(card.view("a", "b", "c").times().happened())
                .extracting(ReferralView.Happened::kind)
                .containsExactly("sent", "accepted");
    }

    @Test
    void not_attending_is_told_instead_of_an_outcome() {
        send();
        card.accept(NOW, petra);
        card.notAttended(NOW);
        assertThat(card.status()).isEqualTo(ReferralStatus.NO_SHOW);
        assertRefused("wrong-state", () -> card.complete("SERVICE_GIVEN", NOW));
    }

    @Test
    void a_second_question_waits_for_the_first_answer() {
        send();
        card.ask("MOBILITY", petra);
        assertRefused("question-open", () -> card.ask("COMES_ALONE", petra));
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        Referral referral = Referral.handIn(
                card.id(),
                CaseId.random(),
                Someone.asking(Urgency.URGENT, null, Category.IDENTITY),
                new Referral.Grounds(RECIPIENT, ConsentId.random(), Approval.BEFORE, "CHILD"),
                mina);
        assertRefused("own-request", () -> referral.approve(mina));
        assertRefused("own-request", () -> referral.sendBack("no", mina));
        assertThatCode(() -> referral.approve(Someone.of(SENDER, Role.SUP))).doesNotThrowAnyException();
    }

    @Test
    void whoever_ever_asked_is_no_second_person() {
        Caller jonas = Someone.of(SENDER, Role.CW);
        NewReferral asked = Someone.asking(Urgency.URGENT, null, Category.IDENTITY);
        Referral.Grounds grounds = new Referral.Grounds(RECIPIENT, ConsentId.random(), Approval.BEFORE, "CHILD");
        Referral referral = Referral.handIn(card.id(), CaseId.random(), asked, grounds, mina);
        referral.sendBack("shorter", Someone.of(SENDER, Role.SUP));
        referral.handInAgain(asked, grounds, jonas);
        assertRefused("own-request", () -> referral.approve(jonas));
        assertRefused("own-request", () -> referral.approve(mina));
        assertRefused("own-request", () -> referral.sendBack("no", mina));
        assertThat(whole(referral, mina).submittedByMe()).isTrue();
        assertThatCode(() -> referral.approve(Someone.of(SENDER, Role.SUP))).doesNotThrowAnyException();
    }

    @Test
    void an_emergency_is_reviewed_however_it_ended_and_nothing_else_is() {
        Caller ilse = Someone.of(SENDER, Role.SUP);
        Referral emergency = handedIn(Approval.AFTER);
        send();
        card.revoke("SAFETY", NOW);
        assertThat(whole(emergency, ilse).reviewOpen()).isTrue();
        emergency.review(ilse);
        assertThat(whole(emergency, ilse).reviewOpen()).isFalse();
        for (Approval other : Set.of(Approval.BEFORE, Approval.NONE)) {
            assertThat(whole(handedIn(other), ilse).reviewOpen()).isFalse();
            assertRefused("nothing-to-review", () -> handedIn(other).review(ilse));
        }
    }

    private Referral handedIn(Approval approval) {
        return Referral.handIn(
                card.id(),
                CaseId.random(),
                Someone.asking(Urgency.EMERGENCY, null, Category.IDENTITY),
                new Referral.Grounds(RECIPIENT, ConsentId.random(), approval, null),
                mina);
    }

    private ReferralView.Whole whole(Referral referral, Caller reader) {
        return referral.view(card.view("a", "b", "c"), "K7", reader);
    }

    @Test
    void nobody_reviews_their_own_emergency_and_nobody_reviews_twice() {
        Referral referral = Referral.handIn(
                card.id(),
                CaseId.random(),
                Someone.asking(Urgency.EMERGENCY, null, Category.IDENTITY),
                new Referral.Grounds(RECIPIENT, ConsentId.random(), Approval.AFTER, null),
                mina);
        assertRefused("own-request", () -> referral.review(mina));
        referral.review(Someone.of(SENDER, Role.SUP));
        assertRefused("nothing-to-review", () -> referral.review(Someone.of(SENDER, Role.SUP)));
    }

    private void send() {
        card.send(
                new AnswerTimes(
                        NOW.plus(Duration.ofHours(2)),
                        NOW.plus(Duration.ofHours(3)),
                        NOW.plus(Duration.ofHours(6)),
                        NOW.plus(Duration.ofHours(24))),
                NOW);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reasons().get(0).code()).isEqualTo(code);
    }
}
