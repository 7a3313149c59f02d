package org.alongside.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Screening;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** What an intake must hold before a file is opened (DOMAIN 0.2 to 0.4, 6, 7.1); every reason is told at once. */
final class IntakeRules {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{4,24}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private final Codes codes;

    IntakeRules(Codes codes) {
        this.codes = codes;
    }

    /** Every reason that {@link #check(NewCase, Instant)} would refuse with. */
    List<Reason> objections(NewCase intake, Instant now) {
        try {
            check(intake, now);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.reasons();
        }
    }

    void check(NewCase intake, Instant now) {
        Check check = new Check();
        new Fields(codes, check).check(intake, "");
        boolean whole = Stream.of(
                        intake.safety(),
                        intake.language(),
                        intake.agreement(),
                        intake.age(),
                        intake.name(),
                        intake.person(),
                        intake.contact(),
                        intake.screening())
                .allMatch(Objects::nonNull);
        if (whole) {
            intake.age().check(check, now);
            agreement(check, intake, now);
            check.codes(intake.person().citizenship(), "person.citizenship", COUNTRIES::contains);
            reachable(check, intake.contact());
            screening(check, intake.screening(), intake.age().child(now));
        }
        check.orRefuse();
    }

    private void agreement(Check check, NewCase intake, Instant now) {
        Agreement agreement = intake.agreement();
        boolean child = intake.age().child(now);
        check.that(agreement.limitsExplained(), "agreement.limitsExplained", "limits-not-explained");
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
        new Fields(codes, check).check(child, "child");
        boolean asked = child.views() != null && !child.views().isBlank();
        check.that(
                asked
                        || child.viewsNotAsked() != null
                                && codes.in("views_not_asked").test(child.viewsNotAsked()),
                "child.views",
                "views-or-why-not");
        ChildsWord.check(check, years, agreement.giver(), "agreement.giver", child.assent(), "child.assent");
        List<String> excluded =
                child.excluded().stream().map(NewCase.ExcludedPerson::relation).toList();
        boolean others = !"SELF".equals(agreement.giver());
        boolean relative = ChildsWord.standsForHer(agreement.giver());
        check.that(
                !relative
                        || child.giverRelation() != null
                                && !child.giverRelation().isBlank(),
                "child.giverRelation",
                "missing");
        check.that(
                !others || child.giverRelation() == null || !excluded.contains(child.giverRelation()),
                "child.giverRelation",
                "giver-is-excluded");
    }

    /** The name as it is to be from now on. */
    void check(Name name) {
        Check check = new Check();
        new Fields(codes, check).check(name, "name");
        check.orRefuse();
    }

    /** How to reach her, as it is to be from now on. */
    void check(SafeContact contact) {
        Check check = new Check();
        new Fields(codes, check).check(contact, "contact");
        reachable(check, contact);
        check.orRefuse();
    }

    private static void reachable(Check check, SafeContact contact) {
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

    private static void screening(Check check, Screening screening, boolean child) {
        check.that(!child || screening.means().isEmpty(), "screening.means", "means-not-asked-for-a-child")
                .that(child || !screening.means().contains("NOT_REQUIRED_CHILD"), "screening.means", "only-for-a-child")
                .that(
                        !"POSSIBLE_TRAFFICKING".equals(screening.outcome())
                                || !screening.purposes().isEmpty(),
                        "screening.purposes",
                        "purpose-missing");
    }
}
