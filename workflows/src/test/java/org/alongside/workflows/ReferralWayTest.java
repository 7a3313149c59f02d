package org.alongside.workflows;

import static org.alongside.referral.Approval.AFTER;
import static org.alongside.referral.Approval.BEFORE;
import static org.alongside.referral.Approval.NONE;
import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.ROUTINE;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.alongside.access.Role;
import org.alongside.shared.Refusal;
import org.alongside.worklist.EngineTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that people take a referral, without the clock. */
class ReferralWayTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void caseworker_refers_the_shelter_accepts_meets_her_and_tells_the_outcome() {
        Story story = Story.sent(world, URGENT);
        assertThat(story.waiting()).containsExactly("answer");
        assertThat(story.accept().waiting()).containsExactly("first-contact");
        assertThat(story.meet().waiting()).containsExactly("outcome");
        assertThat(story.complete().waiting()).isEmpty();
        assertThat(story.ended()).isTrue();
        assertThat(story.standing().passed())
                .contains("submitted", "card-sent", "answer", "first-contact", "outcome", "completed")
                .doesNotContain("approve", "next-provider", "expire");
    }

    @Test
    void supervisor_of_the_sender_approves_before_the_shelter_is_asked() {
        Story story = Story.submitted(world, URGENT, BEFORE);
        assertThat(story.waiting()).containsExactly("approve");
        EngineTask task = world.task(story.id(), "approve");
        assertThat(task.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP", "SHM"));
        assertThat(task.dueAt().orElseThrow())
                .isBetween(world.now().plusSeconds(10700), world.now().plusSeconds(10801));
        assertThat(story.approve().waiting()).isEmpty();
        assertThat(story.send().waiting()).containsExactly("answer");
    }

    @Test
    void supervisor_sends_it_back_and_the_caseworker_hands_it_in_again() {
        Story story = Story.submitted(world, ROUTINE, BEFORE).sendBack();
        assertThat(story.waiting()).containsExactly("change");
        EngineTask change = world.task(story.id(), "change");
        assertThat(change.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(change.dueAt()).isPresent();
        assertThat(story.submit(BEFORE).waiting()).containsExactly("approve");
        assertThat(story.ended()).isFalse();
        assertThat(story.approve().send().accept().waiting()).containsExactly("first-contact");
    }

    @Test
    void an_emergency_goes_at_once_and_its_review_holds_up_nothing() {
        Story story = Story.submitted(world, EMERGENCY, AFTER).send();
        assertThat(story.waiting()).containsExactly("answer", "review");
        EngineTask review = world.task(story.id(), "review");
        assertThat(review.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP", "SHM"));
        assertThat(review.dueAt().orElseThrow())
                .isBetween(world.now().plusSeconds(86_390), world.now().plusSeconds(86_401));
        story.accept().meet().complete();
        assertThat(story.waiting())
                .as("help is over, and the review is still owed")
                .containsExactly("review");
        assertThat(story.ended()).isFalse();
        assertThat(story.review().ended()).isTrue();
    }

    @Test
    void an_emergency_that_was_stopped_is_still_reviewed() {
        for (UnaryOperator<Story> stop :
                List.<UnaryOperator<Story>>of(Story::revoke, Story::survivorDeclines, Story::enterInError)) {
            Story story = stop.apply(Story.submitted(world, EMERGENCY, AFTER).send());
            assertThat(story.waiting()).containsExactly("review-stopped");
            assertThat(world.task(story.id(), "review-stopped").dueAt().orElseThrow())
                    .isAfter(world.now().plusSeconds(86_000));
            assertThat(story.review().ended()).isTrue();
            assertThat(stop.apply(Story.submitted(world, EMERGENCY, AFTER)
                                    .send()
                                    .review())
                            .ended())
                    .isTrue();
        }
        assertThat(Story.submitted(world, EMERGENCY, AFTER).send().decline().waiting())
                .containsExactly("next-provider", "review");
    }

    @Test
    void the_sender_is_asked_to_renew_an_agreement_that_ends_and_help_goes_on_meanwhile() {
        Story story = Story.sent(world, URGENT).accept().askToRenew();
        assertThat(story.waiting()).containsExactly("first-contact", "renew");
        EngineTask renew = world.task(story.id(), "renew");
        assertThat(renew.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(renew.dueAt().orElseThrow()).isAfter(world.now().plus(Duration.ofDays(13)));
        assertThat(story.renew().waiting()).containsExactly("first-contact");
        assertThat(story.askToRenew().waiting()).containsExactly("first-contact", "renew");
        assertThat(story.meet().waiting()).containsExactly("outcome", "renew");
        assertThat(story.complete().ended()).isTrue();
    }

    @Test
    void nobody_renews_an_agreement_for_help_that_has_ended() {
        assertThat(Story.sent(world, URGENT).accept().askToRenew().revoke().ended())
                .isTrue();
        assertThat(Story.sent(world, URGENT)
                        .accept()
                        .askToRenew()
                        .missAppointment()
                        .waiting())
                .containsExactly("safety-check");
        assertThat(Story.sent(world, URGENT).waitlist().askToRenew().decline().waiting())
                .containsExactly("next-provider");
    }

    @Test
    void an_emergency_is_reviewed_before_the_shelter_answers() {
        Story story = Story.submitted(world, EMERGENCY, AFTER).send().review();
        assertThat(story.waiting()).containsExactly("answer");
        assertThat(story.accept().meet().complete().ended()).isTrue();
    }

    @Test
    void everyone_of_the_recipient_who_may_answer_is_asked_and_nobody_else() {
        Story story = Story.sent(world, URGENT);
        EngineTask answer = world.task(story.id(), "answer");
        assertThat(answer.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "SHS", "SHM", "SUP"));
        assertThat(answer.kind()).isEqualTo("referral.answer");
        Story counselling = Story.sent(world, URGENT, "PSYCHOSOCIAL");
        assertThat(world.task(counselling.id(), "answer").offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.CEDAR_HOUSE, "COU", "SHM", "SUP"));
        Story transport = Story.sent(world, URGENT, "NOBODY_SAID_WHO");
        assertThat(world.task(transport.id(), "answer").offeredTo())
                .as("where nobody said who gives it")
                .hasSize(Role.RECEIVING.size());
        assertThat(answer.reminded()).isFalse();
    }

    @Test
    void shelter_asks_twice_and_the_answer_to_the_referral_is_awaited_all_the_while() {
        Story story = Story.sent(world, URGENT).ask();
        assertThat(story.waiting()).containsExactly("answer", "answer-question");
        EngineTask question = world.task(story.id(), "answer-question");
        assertThat(question.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(question.dueAt()).isEqualTo(world.task(story.id(), "answer").dueAt());
        assertThat(story.answerQuestion().waiting()).containsExactly("answer");
        assertThat(story.ask().waiting()).containsExactly("answer", "answer-question");
        assertThat(story.answerQuestion().accept().waiting()).containsExactly("first-contact");
    }

    @Test
    void shelter_accepts_without_waiting_for_its_question_to_be_answered() {
        assertThat(Story.sent(world, URGENT).ask().accept().waiting()).containsExactly("first-contact");
    }

    @Test
    void shelter_declines_and_the_sender_chooses_the_next_provider() {
        Story story = Story.sent(world, URGENT).decline();
        assertThat(story.waiting()).containsExactly("next-provider");
        EngineTask next = world.task(story.id(), "next-provider");
        assertThat(next.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(next.dueAt().orElseThrow())
                .isBetween(world.now().plusSeconds(10700), world.now().plusSeconds(10801));
        assertThat(story.chooseNext().ended()).isTrue();
    }

    @Test
    void on_the_waiting_list_the_sender_looks_for_the_next_provider_meanwhile() {
        Story story = Story.sent(world, URGENT).waitlist();
        assertThat(story.waiting()).containsExactly("next-provider", "review-waiting-list");
        assertThat(story.chooseNext().waiting()).containsExactly("review-waiting-list");
        assertThat(story.ended()).isFalse();
    }

    @Test
    void a_place_comes_free_and_nobody_looks_for_another_provider_any_more() {
        Story story = Story.sent(world, URGENT).waitlist().accept();
        assertThat(story.waiting()).containsExactly("first-contact");
        assertThat(story.meet().complete().ended()).isTrue();
    }

    @Test
    void a_place_comes_free_after_the_next_provider_was_chosen() {
        Story story = Story.sent(world, URGENT).waitlist().chooseNext().accept();
        assertThat(story.waiting()).containsExactly("first-contact");
    }

    @Test
    void declined_from_the_waiting_list_the_sender_still_has_to_choose() {
        Story story = Story.sent(world, URGENT).waitlist().decline();
        assertThat(story.waiting()).containsExactly("next-provider");
        assertThat(story.chooseNext().ended()).isTrue();
    }

    @Test
    void declined_from_the_waiting_list_after_the_sender_has_chosen_nothing_is_left() {
        assertThat(Story.sent(world, URGENT).waitlist().chooseNext().decline().ended())
                .isTrue();
    }

    @Test
    void the_waiting_list_is_reviewed_and_she_waits_on() {
        Story story = Story.sent(world, URGENT).waitlist();
        var before = world.task(story.id(), "review-waiting-list");
        story.waitlist();
        assertThat(story.waiting()).containsExactly("next-provider", "review-waiting-list");
        assertThat(world.task(story.id(), "review-waiting-list").id()).isNotEqualTo(before.id());
        assertThat(story.accept().waiting()).containsExactly("first-contact");
    }

    @Test
    void she_did_not_attend_and_the_sender_checks_that_she_is_safe() {
        Story story = Story.sent(world, URGENT).accept().missAppointment();
        assertThat(story.waiting()).containsExactly("safety-check");
        EngineTask check = world.task(story.id(), "safety-check");
        assertThat(check.offeredTo())
                .containsExactlyInAnyOrderElementsOf(World.groups(World.HARBOUR_LIGHT, "CW", "SUP"));
        assertThat(check.dueAt().orElseThrow()).isAfter(world.now().plusSeconds(86_000));
        assertThat(story.checkSafety().ended()).isTrue();
    }

    @Test
    void she_stopped_attending_after_help_began_and_the_sender_checks() {
        Story story = Story.sent(world, URGENT).accept().meet().missAppointment();
        assertThat(story.waiting()).containsExactly("safety-check");
        assertThat(story.checkSafety().ended()).isTrue();
    }

    @Test
    void first_contact_is_due_when_the_domain_says() {
        Story story = Story.sent(world, URGENT).accept();
        EngineTask contact = world.task(story.id(), "first-contact");
        assertThat(contact.dueAt().orElseThrow())
                .isBetween(world.now().plusSeconds(86_000), world.now().plusSeconds(86_401));
        assertThat(contact.offeredTo()).allMatch(group -> group.organisation().equals(World.CEDAR_HOUSE));
    }

    @Test
    void whatever_is_open_stops_when_the_sender_revokes() {
        for (Story story : everyOpenState()) {
            assertThat(story.revoke().review().waiting()).isEmpty();
            assertThat(story.ended()).isTrue();
            assertThat(story.standing().passed()).contains("stop");
        }
        assertThat(world.engine
                        .getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("referral")
                        .count())
                .as("no clock runs on")
                .isZero();
    }

    @Test
    void whatever_is_open_stops_when_the_survivor_does_not_want_it() {
        for (Story story : everyOpenState()) {
            assertThat(story.survivorDeclines().review().ended()).isTrue();
        }
    }

    @Test
    void whatever_is_open_stops_when_it_was_entered_in_error() {
        for (Story story : everyOpenState()) {
            assertThat(story.enterInError().review().ended()).isTrue();
        }
        Story.sent(world, URGENT).accept().meet().complete().enterInError();
    }

    @Test
    void acts_that_only_end_a_wait_pass_where_nothing_waits() {
        Story story = Story.sent(world, URGENT);
        story.review().chooseNext().checkSafety();
        assertThat(story.waiting()).containsExactly("answer");
    }

    @Test
    void an_act_that_finds_no_step_is_refused_so_that_domain_and_process_never_part() {
        Story story = Story.sent(world, URGENT).accept();
        for (Runnable late : List.<Runnable>of(
                story::accept,
                story::decline,
                story::waitlist,
                story::ask,
                story::answerQuestion,
                story::approve,
                story::sendBack,
                story::send,
                story::complete)) {
            assertThatThrownBy(late::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                    .isEqualTo(Refusal.Kind.STALE));
        }
        assertThat(story.waiting()).containsExactly("first-contact");
        story.meet().complete();
        assertThatThrownBy(story::revoke).isInstanceOf(Refusal.class);
        assertThatThrownBy(story::survivorDeclines).isInstanceOf(Refusal.class);
        assertThatThrownBy(story::missAppointment).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_hands_in_twice_what_is_under_way() {
        Story story = Story.submitted(world, URGENT, BEFORE);
        assertThatThrownBy(() -> story.submit(NONE)).isInstanceOf(Refusal.class);
        assertThat(story.waiting()).containsExactly("approve");
    }

    private List<Story> everyOpenState() {
        return List.of(
                Story.submitted(world, URGENT, BEFORE),
                Story.submitted(world, URGENT, BEFORE).sendBack(),
                Story.submitted(world, EMERGENCY, AFTER).send(),
                Story.sent(world, URGENT),
                Story.sent(world, URGENT).ask(),
                Story.sent(world, URGENT).waitlist(),
                Story.sent(world, URGENT).waitlist().chooseNext(),
                Story.sent(world, URGENT).accept(),
                Story.sent(world, URGENT).accept().meet());
    }
}
