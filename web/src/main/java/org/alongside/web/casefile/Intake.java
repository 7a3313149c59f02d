package org.alongside.web.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.casefile.Age;
import org.alongside.casefile.NewCase;
import org.alongside.shared.Reason;
import org.alongside.web.draft.Answers;

/** The answers of an intake as the record that opens a file; what a branch does not ask is left out of it. */
final class Intake {
    /** As many excluded persons as a page offers. */
    static final int MOST_EXCLUDED = 6;

    private static final String YES = "yes";

    private final Answers answers;
    private final Instant now;

    Intake(Answers answers, Instant now) {
        this.answers = answers;
        this.now = now;
    }

    /** Moves the rows of excluded persons up where one before them is empty, so that they stand as they are handed in. */
    static void closeRanks(Answers answers) {
        int next = 0;
        for (int at = 0; at < MOST_EXCLUDED; at++) {
            Object relation = answers.remove("child_excluded_" + at + "_relation");
            Object description = answers.remove("child_excluded_" + at + "_description");
            if (relation != null || description != null) {
                answers.put("child_excluded_" + next + "_relation", relation);
                answers.put("child_excluded_" + next + "_description", description);
                next++;
            }
        }
    }

    /** How many excluded persons are written down. */
    int excludedRows() {
        return excluded().size();
    }

    /** Whether anything was said about her age; before that she is neither a child nor an adult here. */
    boolean ageKnown() {
        return answers.containsKey("age_basis");
    }

    /** Whether she is asked as a child. */
    boolean child() {
        return ageKnown() && age().child(now);
    }

    /** She said no to a file. */
    boolean refused() {
        return text("agreement_given").filter("no"::equals).isPresent();
    }

    NewCase newCase() {
        boolean child = age().child(now);
        return new NewCase(
                new NewCase.Safety(answers.yes("safety_inDanger"), optional("safety_note")),
                new NewCase.Language(optional("language_code"), optional("language_interpreter")),
                new NewCase.Agreement(
                        child() ? optional("agreement_giver") : "SELF",
                        optional("agreement_medium"),
                        answers.yes("agreement_limitsExplained")),
                age(),
                child ? childOnly() : null,
                new NewCase.Name(optional("name_preferred"), optional("name_given"), optional("name_family")),
                new NewCase.Person(
                        optional("person_sex"),
                        optional("person_gender"),
                        Stream.of("person_citizenship_0", "person_citizenship_1")
                                .flatMap(field -> text(field).stream())
                                .toList(),
                        optional("person_region"),
                        answers.several("person_accessibility")),
                new NewCase.SafeContact(
                        optional("contact_channel"),
                        optional("contact_value"),
                        optional("contact_safeHours"),
                        optional("contact_leaveMessage"),
                        optional("contact_coverStory"),
                        optional("contact_never")),
                new NewCase.Screening(
                        answers.several("screening_acts"),
                        child ? List.of() : answers.several("screening_means"),
                        answers.several("screening_purposes"),
                        answers.several("screening_controls"),
                        optional("screening_recruiter"),
                        optional("screening_months"),
                        optional("screening_outcome")),
                answers.several("constraints"),
                answers.several("needs"),
                optional("wish"),
                optional("situation"),
                optional("intakeSource"));
    }

    /** Questions of this form that the record has no field for, and what could not be read. */
    List<Reason> unanswered() {
        List<Reason> reasons = new ArrayList<>();
        if (text("safety_inDanger").isEmpty()) {
            reasons.add(Reason.at("safety.inDanger", "missing"));
        }
        if (text("age_stated").isPresent() && age().stated() == null) {
            reasons.add(Reason.at("age.stated", "age-range"));
        }
        if (text("agreement_given").filter(YES::equals).isEmpty()) {
            reasons.add(Reason.at("agreement.given", "missing"));
        }
        return reasons;
    }

    /** A reason about her age or a child's branch says nothing before her age was asked. */
    boolean concerns(Reason reason) {
        boolean ofChild = reason.field().startsWith("child") || reason.field().equals("agreement.giver");
        return ageKnown() || !ofChild;
    }

    private Age age() {
        return new Age(
                optional("age_basis"),
                text("age_stated").flatMap(Intake::whole).orElse(null),
                text("age_birthDate").flatMap(Intake::day).orElse(null),
                answers.yes("age_maybeChild"));
    }

    private NewCase.Child childOnly() {
        return new NewCase.Child(
                optional("child_views"),
                optional("child_viewsNotAsked"),
                optional("child_assent"),
                optional("child_giverRight"),
                optional("child_giverRelation"),
                optional("child_guardianName"),
                excluded());
    }

    private List<NewCase.ExcludedPerson> excluded() {
        List<NewCase.ExcludedPerson> excluded = new ArrayList<>();
        for (int at = 0; at < MOST_EXCLUDED; at++) {
            String relation = optional("child_excluded_" + at + "_relation");
            String description = optional("child_excluded_" + at + "_description");
            if (relation != null || description != null) {
                excluded.add(new NewCase.ExcludedPerson(relation, description));
            }
        }
        return excluded;
    }

    private Optional<String> text(String field) {
        return answers.text(field);
    }

    private String optional(String field) {
        return text(field).orElse(null);
    }

    private static Optional<Integer> whole(String text) {
        return text.strip().matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
