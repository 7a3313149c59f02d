package org.alongside.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.casefile.NewCase;
import org.alongside.shared.Reason;
import org.alongside.web.draft.Answers;
import org.junit.jupiter.api.Test;

/** From what a caseworker ticks and types to the record that opens a file. */
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Answers answers = new Answers();

    @Test
    void before_her_age_is_asked_she_is_asked_neither_as_a_child_nor_as_an_adult() {
        assertThat(intake().child()).isFalse();
        assertThat(intake().concerns(Reason.at("child.assent", "missing"))).isFalse();
        assertThat(intake().concerns(Reason.at("age.basis", "missing"))).isTrue();
    }

    @Test
    void a_woman_of_19_consents_herself_and_is_asked_about_the_means() {
        age("SELF_DECLARED", "19");
        answers.put("screening_means", List.of("DECEPTION"));

        NewCase intake = intake().newCase();

        assertThat(intake.agreement().giver()).isEqualTo("SELF");
        assertThat(intake.child()).isNull();
        assertThat(intake.screening().means()).containsExactly("DECEPTION");
    }

    @Test
    void somebody_who_may_be_a_child_is_one_and_means_ticked_before_do_not_count() {
        age("SELF_DECLARED", "19");
        answers.put("screening_means", List.of("DECEPTION"));
        answers.put("agreement_giver", "GUARDIAN");
        answers.put("age_maybeChild", "yes");

        NewCase intake = intake().newCase();

        assertThat(intake().child()).isTrue();
        assertThat(intake.screening().means()).isEmpty();
        assertThat(intake.agreement().giver()).isEqualTo("GUARDIAN");
        assertThat(intake.child()).isNotNull();
    }

    @Test
    void a_paper_that_says_she_is_17_makes_her_a_child() {
        answers.put("age_basis", "DOCUMENTED");
        answers.put("age_birthDate", "2008-11-22");

        assertThat(intake().newCase().age().birthDate()).isEqualTo(LocalDate.of(2008, 11, 22));
        assertThat(intake().child()).isTrue();
    }

    @Test
    void an_age_that_is_no_number_is_said_beside_its_question() {
        age("SELF_DECLARED", "about 20");

        assertThat(intake().unanswered()).extracting(Reason::field).contains("age.stated");
    }

    @Test
    void persons_who_are_excluded_stand_without_gaps_and_as_they_are_numbered_on_the_page() {
        age("PRESUMED_CHILD", "");
        answers.put("child_excluded_1_relation", "PARENT");
        answers.put("child_excluded_3_description", "drives a blue van");

        Intake.closeRanks(answers);

        assertThat(intake().newCase().child().excluded())
                .containsExactly(
                        new NewCase.ExcludedPerson("PARENT", null),
                        new NewCase.ExcludedPerson(null, "drives a blue van"));
        assertThat(answers.text("child_excluded_0_relation")).contains("PARENT");
        assertThat(answers.text("child_excluded_1_description")).contains("drives a blue van");
        assertThat(answers).hasSize(3);
    }

    @Test
    void without_her_yes_nothing_is_opened() {
        assertThat(intake().unanswered()).extracting(Reason::field).contains("agreement.given");
        assertThat(intake().refused()).isFalse();

        answers.put("agreement_given", "no");
        assertThat(intake().refused()).isTrue();
        assertThat(intake().unanswered()).extracting(Reason::field).contains("agreement.given");
    }

    @Test
    void every_reason_has_a_step_where_it_is_answered() {
        assertThat(Step.asking(Reason.at("child.excluded.0.relation", "missing")))
                .isEqualTo(Step.AGREEMENT);
        assertThat(Step.asking(Reason.at("contact.value", "missing"))).isEqualTo(Step.PERSON);
        assertThat(Step.asking(Reason.at("situation", "too-long"))).isEqualTo(Step.EVENTS);
        assertThat(Step.asking(Reason.at("intakeSource", "missing"))).isEqualTo(Step.NEEDS);
        for (var part : NewCase.class.getRecordComponents()) {
            assertThat(Step.asking(Reason.at(part.getName(), "missing")))
                    .as(part.getName())
                    .isNotEqualTo(Step.READ_BACK);
        }
    }

    @Test
    void a_draft_goes_on_where_nothing_was_said_yet() {
        assertThat(Step.goingOn(answers)).isEqualTo(Step.SAFETY);
        answers.put("safety_inDanger", "no");
        assertThat(Step.goingOn(answers)).isEqualTo(Step.LANGUAGE);
    }

    private void age(String basis, String years) {
        answers.put("age_basis", basis);
        answers.put("age_stated", years);
    }

    private Intake intake() {
        return new Intake(answers, NOW);
    }
}
