package org.alongside.casefile;

import java.util.List;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.ExcludedPerson;
import org.alongside.casefile.NewCase.Language;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.Person;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Safety;
import org.alongside.casefile.NewCase.Screening;

/** Builds intakes: an adult woman whose answers are complete, and what differs from her. */
final class Intake {
    Age age = new Age("SELF_DECLARED", 19, null, false);
    Agreement agreement = new Agreement("SELF", "ORAL_WITNESSED", true);
    Child child;
    Name name = new Name("Maya", null, null);
    SafeContact contact =
            new SafeContact("PHONE", "+49 170 0000000", "10:00 to 12:00", "NO", "It is the library.", null);
    Screening screening = new Screening(
            List.of("RECRUITMENT"),
            List.of("DECEPTION"),
            List.of("FORCED_LABOUR"),
            List.of("WITHHOLDS_DOCUMENTS"),
            null,
            null,
            "POSSIBLE_TRAFFICKING");
    List<String> needs = List.of("SAFE_PLACE", "COUNSELLING");

    static Intake adult() {
        return new Intake();
    }

    static Intake childOf(int years) {
        Intake intake = new Intake();
        intake.age = new Age("SELF_DECLARED", years, null, false);
        intake.agreement = new Agreement("CAREGIVER", "WRITTEN", true);
        intake.child = new Child(
                "I want to go to school",
                null,
                years < 6 ? "TOO_YOUNG_TO_SAY" : "WILLING",
                "PARENTAL",
                "PARENT",
                null,
                List.of());
        intake.screening = new Screening(
                List.of("TRANSFER"),
                List.of(),
                List.of("FORCED_BEGGING"),
                List.of(),
                null,
                null,
                "POSSIBLE_TRAFFICKING");
        return intake;
    }

    Intake excluding(String relation) {
        child = new Child(
                child.views(),
                child.viewsNotAsked(),
                child.assent(),
                child.giverRight(),
                child.giverRelation(),
                child.guardianName(),
                List.of(new ExcludedPerson(relation, "")));
        return this;
    }

    NewCase build() {
        return new NewCase(
                new Safety(false, null),
                new Language("prs", "WOMAN"),
                agreement,
                age,
                child,
                name,
                new Person("FEMALE", null, List.of("AF"), "HARBOUR", List.of()),
                contact,
                screening,
                List.of("NOBODY_FROM_HER_PLACE"),
                needs,
                "To sleep where nobody knows the door.",
                null,
                "HOTLINE");
    }
}
