package org.alongside.guardian;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.shared.Check;

/** What a mandate must say before somebody can stand for a child (DOMAIN 3 and 5.2): by each status that is reached. */
final class GuardianRules {
    private static final Set<String> WITHOUT_APPOINTMENT = Set.of("PARENT", "CAREGIVER", "CHILD_PROTECTION_AUTHORITY");
    private static final Set<String> AS_FOUND = Set.of("NOT_NEEDED", "NEEDED", "TEMPORARY", "APPOINTED");
    private static final Set<String> GIVEN = Set.of("TEMPORARY", "APPOINTED");

    /** Who is gone for good; that is never held up. */
    static final Set<String> LEFT = Set.of("REPLACED", "ENDED");

    /** Who stood for her and does no more. */
    static final Set<String> OVER = Set.of("CONFLICT_REVIEW", "REPLACED", "ENDED");

    private GuardianRules() {}

    /** Of somebody as they are found. */
    static void found(Check check, NewGuardian found, Instant now) {
        check.that(!"EXCLUDED".equals(found.type()), "type", "excluded-is-said-elsewhere")
                .that(
                        found.status() == null || AS_FOUND.contains(found.status()),
                        "status",
                        "not-how-somebody-is-found");
        if (found.type() != null && found.status() != null) {
            check.that(
                    WITHOUT_APPOINTMENT.contains(found.type()) == "NOT_NEEDED".equals(found.status()),
                    "status",
                    WITHOUT_APPOINTMENT.contains(found.type()) ? "needs-no-appointment" : "needs-an-appointment");
        }
        if (!"NEEDED".equals(found.status())) {
            check.text(found.name(), "name", 120);
            mandate(check, found.powers(), found.from(), found.until(), now);
        }
        given(check, found.status(), found.conflictCheckedBy(), Guardian.stripped(found.orderReference()) != null);
    }

    /**
     * Of the next step.
     *
     * @param named whether it was said before who it is
     * @param ordered whether there is a number of an order from before
     */
    static void turn(Check check, GuardianTurn turn, boolean named, boolean ordered, Instant now) {
        if (GIVEN.contains(String.valueOf(turn.to()))) {
            if (!named) {
                check.text(turn.name(), "name", 120);
            }
            mandate(check, turn.powers(), turn.from(), turn.until(), now);
        }
        given(check, turn.to(), turn.conflictCheckedBy(), ordered || Guardian.stripped(turn.orderReference()) != null);
    }

    private static void mandate(Check check, List<String> powers, Instant from, Instant until, Instant now) {
        check.that(!powers.isEmpty(), "powers", "missing")
                .that(until == null || until.isAfter(now), "until", "in-the-past")
                .that(until == null || from == null || until.isAfter(from), "until", "before-it-begins");
    }

    private static void given(Check check, String status, String checkedBy, boolean ordered) {
        if (GIVEN.contains(String.valueOf(status))) {
            check.text(checkedBy, "conflictCheckedBy", 120);
            check.that(ordered || !"APPOINTED".equals(status), "orderReference", "missing");
        }
    }
}
