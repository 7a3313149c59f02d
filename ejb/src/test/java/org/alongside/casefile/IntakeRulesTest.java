package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Screening;
import org.alongside.code.KnownCodes;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final IntakeRules rules = new IntakeRules(new KnownCodes());

    @Test
    void a_complete_adult_intake_is_taken() {
        assertThatCode(() -> rules.check(Intake.adult().build(), NOW)).doesNotThrowAnyException();
    }

    @Test
    void a_complete_child_intake_is_taken() {
        assertThatCode(() -> rules.check(Intake.childOf(12).build(), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> rules.check(Intake.childOf(3).build(), NOW)).doesNotThrowAnyException();
    }

    @Test
    void an_empty_intake_names_everything_that_is_missing() {
        NewCase nothing =
                new NewCase(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(refusals(nothing))
                .contains("safety missing", "language missing", "agreement missing", "age missing", "name missing");
    }

    @Test
    void limits_of_confidentiality_are_explained_before_anything_is_kept() {
        Intake intake = Intake.adult();
        intake.agreement = new Agreement("SELF", "WRITTEN", false);
        assertThat(refusals(intake.build())).containsExactly("agreement.limitsExplained limits-not-explained");
    }

    @Test
    void nobody_consents_for_an_adult() {
        Intake intake = Intake.adult();
        intake.agreement = new Agreement("CAREGIVER", "WRITTEN", true);
        assertThat(refusals(intake.build())).containsExactly("agreement.giver adult-consents-herself");
    }

    @Test
    void means_are_never_asked_for_a_child() {
        Intake intake = Intake.childOf(15);
        intake.screening = new Screening(
                List.of("TRANSFER"), List.of("DECEPTION"), List.of("FORCED_BEGGING"), List.of(), null, null, "UNCLEAR");
        assertThat(refusals(intake.build())).containsExactly("screening.means means-not-asked-for-a-child");
    }

    @Test
    void somebody_who_may_be_a_child_is_treated_as_one() {
        Intake intake = Intake.adult();
        intake.age = new Age("ESTIMATED", 18, null, true);
        assertThat(refusals(intake.build())).contains("child missing", "screening.means means-not-asked-for-a-child");
    }

    @Test
    void an_excluded_parent_never_consents_for_her() {
        assertThat(refusals(Intake.childOf(12).excluding("PARENT").build()))
                .containsExactly("child.giverRelation giver-is-excluded");
        assertThatCode(() ->
                        rules.check(Intake.childOf(12).excluding("EMPLOYER").build(), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void a_child_old_enough_to_say_must_be_willing() {
        Intake intake = Intake.childOf(9);
        intake.child = new Child("No", null, "UNWILLING", "PARENTAL", "PARENT", null, List.of());
        assertThat(refusals(intake.build())).containsExactly("child.assent child-must-be-willing");
    }

    @Test
    void a_child_of_fourteen_does_not_consent_alone_and_one_of_fifteen_does() {
        Intake younger = Intake.childOf(14);
        younger.agreement = new Agreement("SELF", "WRITTEN", true);
        assertThat(refusals(younger.build())).containsExactly("agreement.giver too-young-to-consent-alone");
        Intake older = Intake.childOf(15);
        older.agreement = new Agreement("SELF", "WRITTEN", true);
        assertThatCode(() -> rules.check(older.build(), NOW)).doesNotThrowAnyException();
    }

    @Test
    void a_presumed_child_whose_age_is_unknown_or_doubted_never_consents_alone() {
        for (Age age : List.of(
                new Age("PRESUMED_CHILD", null, null, true),
                new Age("ESTIMATED", 19, null, true),
                new Age("ASSESSMENT_PENDING", 20, null, false))) {
            Intake intake = Intake.childOf(16);
            intake.age = age;
            intake.agreement = new Agreement("SELF", "WRITTEN", true);
            assertThat(refusals(intake.build()))
                    .as(age.toString())
                    .containsExactly("agreement.giver too-young-to-consent-alone");
        }
    }

    @Test
    void a_child_of_unknown_age_is_asked_unless_she_is_too_young_to_say() {
        Intake intake = Intake.childOf(16);
        intake.age = new Age("PRESUMED_CHILD", null, null, true);
        for (String assent : List.of("UNWILLING", "NOT_YET_ASKED")) {
            intake.child = new Child("No", null, assent, "PARENTAL", "PARENT", null, List.of());
            assertThat(refusals(intake.build())).containsExactly("child.assent child-must-be-willing");
        }
        intake.child = new Child(null, "TOO_YOUNG", "TOO_YOUNG_TO_SAY", "PARENTAL", "PARENT", null, List.of());
        assertThatCode(() -> rules.check(intake.build(), NOW)).doesNotThrowAnyException();
    }

    @Test
    void her_views_are_kept_or_the_reason_why_she_was_not_asked() {
        Intake intake = Intake.childOf(12);
        intake.child = new Child(" ", null, "WILLING", "PARENTAL", "PARENT", null, List.of());
        assertThat(refusals(intake.build())).containsExactly("child.views views-or-why-not");
    }

    @Test
    void a_phone_number_needs_hours_that_are_safe_and_must_be_one() {
        Intake intake = Intake.adult();
        intake.contact = new SafeContact("PHONE", "call me", " ", "NO", null, null);
        assertThat(refusals(intake.build()))
                .containsExactlyInAnyOrder("contact.value not-a-phone-number", "contact.safeHours safe-hours-missing");
    }

    @Test
    void unknown_codes_and_texts_too_long_are_told_at_their_field() {
        Intake intake = Intake.adult();
        intake.needs = List.of("SAFE_PLACE", "A_PONY");
        intake.name = new Name("x".repeat(81), null, "a\u0000b");
        assertThat(refusals(intake.build()))
                .containsExactlyInAnyOrder(
                        "needs.1 unknown-code", "name.preferred too-long", "name.family unprintable");
    }

    private List<String> refusals(NewCase intake) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.check(intake, NOW));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refusal.reasons().stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }
}
