package org.alongside.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Screening;
import org.alongside.code.Codes;
import org.alongside.shared.Check;

/** What an intake must hold before a file is opened (DOMAIN 0.2 to 0.4, 6, 7.1); every reason is told at once. */
final class IntakeRules {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{4,24}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private final Codes codes;

    IntakeRules(Codes codes) {
        this.codes = codes;
    }

    void check(NewCase intake, Instant now) {
        Check check = new Check();
        check.that(intake.safety() != null, "safety", "missing")
                .that(intake.language() != null, "language", "missing")
                .that(intake.agreement() != null, "agreement", "missing")
                .that(intake.age() != null, "age", "missing")
                .that(intake.name() != null, "name", "missing")
                .that(intake.person() != null, "person", "missing")
                .that(intake.contact() != null, "contact", "missing")
                .that(intake.screening() != null, "screening", "missing")
                .orRefuse();
        check = new Check();
        check.optionalText(intake.safety().note(), "safety.note", 1000)
                .code(intake.language().code(), "language.code", codes.in("language"))
                .code(intake.language().interpreter(), "language.interpreter", codes.in("interpreter"));
        intake.age().check(check, codes.in("age_basis"), now);
        agreement(check, intake, now);
        name(check, intake.name());
        person(check, intake.person());
        contact(check, intake.contact());
        screening(check, intake.screening(), intake.age().child(now));
        check.codes(intake.constraints(), "constraints", codes.in("safety_constraint"))
                .codes(intake.needs(), "needs", codes.in("need"))
                .optionalText(intake.wish(), "wish", 1000)
                .optionalText(intake.situation(), "situation", 4000)
                .code(intake.intakeSource(), "intakeSource", codes.in("intake_source"))
                .orRefuse();
    }

    private void agreement(Check check, NewCase intake, Instant now) {
        Agreement agreement = intake.agreement();
        boolean child = intake.age().child(now);
        check.that(agreement.limitsExplained(), "agreement.limitsExplained", "limits-not-explained")
                .code(agreement.giver(), "agreement.giver", codes.in("consent_giver"))
                .code(agreement.medium(), "agreement.medium", codes.in("consent_medium"));
        if (!child) {
            check.that("SELF".equals(agreement.giver()), "agreement.giver", "adult-consents-herself")
                    .that(intake.child() == null, "child", "only-for-a-child");
            return;
        }
        check.that(intake.child() != null, "child", "missing");
        if (intake.child() != null) {
            child(check, intake.child(), agreement, intake.age().years(now));
        }
    }

    private void child(Check check, Child child, Agreement agreement, OptionalInt years) {
        check.optionalText(child.views(), "child.views", 2000)
                .optionalText(child.guardianName(), "child.guardianName", 120)
                .code(child.assent(), "child.assent", codes.in("assent"))
                .code(child.giverRight(), "child.giverRight", codes.in("giver_right"))
                .optionalCode(child.viewsNotAsked(), "child.viewsNotAsked", codes.in("views_not_asked"));
        boolean asked = child.views() != null && !child.views().isBlank();
        check.that(
                asked
                        || child.viewsNotAsked() != null
                                && codes.in("views_not_asked").test(child.viewsNotAsked()),
                "child.views",
                "views-or-why-not");
        ChildsWord.check(check, years, agreement.giver(), "agreement.giver", child.assent(), "child.assent");
        for (int at = 0; at < child.excluded().size(); at++) {
            NewCase.ExcludedPerson person = child.excluded().get(at);
            check.code(person.relation(), "child.excluded." + at + ".relation", codes.in("excluded_relation"))
                    .optionalText(person.description(), "child.excluded." + at + ".description", 200);
        }
        List<String> excluded =
                child.excluded().stream().map(NewCase.ExcludedPerson::relation).toList();
        boolean others = !"SELF".equals(agreement.giver());
        if (Set.of("CAREGIVER", "GUARDIAN").contains(String.valueOf(agreement.giver()))) {
            check.code(child.giverRelation(), "child.giverRelation", codes.in("excluded_relation"));
        } else {
            check.optionalCode(child.giverRelation(), "child.giverRelation", codes.in("excluded_relation"));
        }
        check.that(
                !others || child.giverRelation() == null || !excluded.contains(child.giverRelation()),
                "child.giverRelation",
                "giver-is-excluded");
    }

    void name(Check check, Name name) {
        check.text(name.preferred(), "name.preferred", 80)
                .optionalText(name.given(), "name.given", 80)
                .optionalText(name.family(), "name.family", 80);
    }

    private void person(Check check, NewCase.Person person) {
        check.code(person.sex(), "person.sex", codes.in("sex_recorded"))
                .that(
                        person.gender() == null || codes.in("gender").test(person.gender()),
                        "person.gender",
                        "unknown-code")
                .codes(person.citizenship(), "person.citizenship", COUNTRIES::contains)
                .code(person.region(), "person.region", codes.in("region"))
                .codes(person.accessibility(), "person.accessibility", codes.in("accessibility"));
    }

    void contact(Check check, SafeContact contact) {
        check.code(contact.channel(), "contact.channel", codes.in("contact_channel"))
                .code(contact.leaveMessage(), "contact.leaveMessage", codes.in("leave_message"))
                .optionalText(contact.value(), "contact.value", 200)
                .optionalText(contact.safeHours(), "contact.safeHours", 120)
                .optionalText(contact.coverStory(), "contact.coverStory", 200)
                .optionalText(contact.never(), "contact.never", 200);
        if (contact.channel() == null) {
            return;
        }
        boolean given = contact.value() != null && !contact.value().isBlank();
        switch (contact.channel()) {
            case "PHONE", "MESSAGE" -> {
                check.that(given, "contact.value", "missing")
                        .that(!given || PHONE.matcher(contact.value()).matches(), "contact.value", "not-a-phone-number")
                        .that(
                                contact.safeHours() != null
                                        && !contact.safeHours().isBlank(),
                                "contact.safeHours",
                                "safe-hours-missing");
            }
            case "EMAIL" ->
                check.that(given, "contact.value", "missing")
                        .that(
                                !given || MAIL.matcher(contact.value()).matches(),
                                "contact.value",
                                "not-an-e-mail-address");
            default -> {
                // met in person or through the caseworker: nothing to write down
            }
        }
    }

    private void screening(Check check, Screening screening, boolean child) {
        check.codes(screening.acts(), "screening.acts", codes.in("trafficking_act"))
                .codes(screening.means(), "screening.means", codes.in("trafficking_means"))
                .that(!child || screening.means().isEmpty(), "screening.means", "means-not-asked-for-a-child")
                .that(child || !screening.means().contains("NOT_REQUIRED_CHILD"), "screening.means", "only-for-a-child")
                .codes(screening.purposes(), "screening.purposes", codes.in("exploitation_type"))
                .codes(screening.controls(), "screening.controls", codes.in("means_of_control"))
                .that(
                        screening.recruiter() == null
                                || codes.in("relationship_to_trafficker").test(screening.recruiter()),
                        "screening.recruiter",
                        "unknown-code")
                .that(
                        screening.months() == null
                                || codes.in("months_trafficked").test(screening.months()),
                        "screening.months",
                        "unknown-code")
                .code(screening.outcome(), "screening.outcome", codes.in("screening_outcome"))
                .that(
                        !"POSSIBLE_TRAFFICKING".equals(screening.outcome())
                                || !screening.purposes().isEmpty(),
                        "screening.purposes",
                        "purpose-missing");
    }
}
