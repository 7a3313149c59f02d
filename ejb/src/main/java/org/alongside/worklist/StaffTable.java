package org.alongside.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.Id;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/**
 * The decision tables that staff own: where the words of their rows stand, and in which order their times must fall. The rows
 * and columns themselves are those of the table that the product brings ({@code tables/<key>.dmn}); one that is new is a line
 * here, that file, and its words.
 */
public enum StaffTable implements Id {
    REFERRAL_DEADLINES(
            "referral-deadlines",
            List.of("referral_urgency"),
            Order.before("remindAfter", "respondWithin", Reason.of("reminder-after-answer-due")),
            Order.notAfter("respondWithin", "escalateAfter", Reason.of("coordinator-before-answer-due")),
            Order.notAfter("escalateAfter", "expireAfter", Reason.of("runs-out-before-coordinator"))),
    PLAN_REVIEWS(
            "plan-reviews",
            List.of("risk_level"),
            Order.before("askAfter", "reviewWithin", Reason.of("asked-after-review-due"))),
    RISK_LEVEL("risk-level", List.of("risk_score", "felt_safety")),
    RISK_REVIEW("risk-review", List.of("risk_level")),
    FIRST_CONTACT("first-contact", List.of("risk_level")),
    HEALTH_WINDOWS(
            "health-windows",
            List.of("health_window"),
            Order.before("supervisorAfter", "careWithin", Reason.of("sooner-than-before"))),
    ALERT_DEADLINES(
            "alert-deadlines",
            List.of("alert_severity"),
            Order.notAfter("remindAfter", "answerWithin", Reason.of("sooner-than-before")),
            Order.notAfter("answerWithin", "coordinatorAfter", Reason.of("sooner-than-before")),
            Order.notAfter("coordinatorAfter", "settleWithin", Reason.of("sooner-than-before"))),
    /** Of an adult the police are told by her word alone; a child's police are asked for always (DL24). */
    MISSING_DEADLINES(
            "missing-deadlines",
            List.of(),
            Set.of(
                    "CHILD conferenceWithin",
                    "CHILD safeChannelWithin",
                    "ADULT reportWithin",
                    "ADULT conferenceWithin",
                    "ADULT safeChannelWithin")),
    FOLLOW_UP_TIMES("follow-up-times", List.of("followup_interval")),
    MEASURE_TIMES("measure-times", Set.of()),
    HEARING_TIMES(
            "hearing-times",
            Set.of(),
            Order.before("supervisorBefore", "remindBefore", Reason.of("later-than-before")),
            Order.before("remindBefore", "askBefore", Reason.of("later-than-before"))),
    LEGAL_WARNINGS(
            "legal-warnings",
            Set.of(),
            Order.before("supervisorBefore", "remindBefore", Reason.of("later-than-before")),
            Order.before("remindBefore", "askBefore", Reason.of("later-than-before"))),
    ORDER_TIMES("order-times", List.of("court_order_kind")),
    RETURN_DEADLINES("return-deadlines", List.of("return_clock")),
    CLOSING_DEADLINES("closing-deadlines", List.of("closing_clock")),
    COUNSELLING_TIMES(
            "counselling-times",
            Set.of("SESSION askedAfter", "CASELOAD askedAfter"),
            Order.before("askedAfter", "doneWithin", Reason.of("asked-after-review-due"))),
    /** How many and not how long. */
    COUNSELLING_LIMITS("counselling-limits", Set.of());

    private static final Duration NINETY_DAYS = Duration.ofDays(90);
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    private final String key;
    private final List<String> rows;
    private final List<Order> orders;
    private final Set<String> mayBeEmpty;

    StaffTable(String key, List<String> rows, Order... orders) {
        this.key = key;
        this.rows = rows;
        this.orders = List.of(orders);
        this.mayBeEmpty = Set.of();
    }

    StaffTable(String key, List<String> rows, Set<String> mayBeEmpty) {
        this.key = key;
        this.rows = rows;
        this.orders = List.of();
        this.mayBeEmpty = mayBeEmpty;
    }

    StaffTable(String key, Set<String> mayBeEmpty, Order... orders) {
        this.key = key;
        this.rows = List.of();
        this.orders = List.of(orders);
        this.mayBeEmpty = mayBeEmpty;
    }

    /** Its name in addresses and in the engine. */
    public String key() {
        return key;
    }

    /** The lists whose codes its rows answer for; each list is a row of its own, from one end to the other. */
    public List<String> rows() {
        return rows;
    }

    /** Whether its cells say how many, whole numbers, and not how long. */
    public boolean counts() {
        return this == COUNSELLING_LIMITS;
    }

    public List<Order> orders() {
        return orders;
    }

    /** The longest time of a cell. */
    public Duration longest() {
        return this == FOLLOW_UP_TIMES || this == MEASURE_TIMES ? TWO_YEARS : NINETY_DAYS;
    }

    /** Whether its rows stand in an order, and no later one may have a shorter time. */
    public boolean urgentFirst() {
        return !rows.isEmpty() && this != RETURN_DEADLINES && this != CLOSING_DEADLINES && this != ORDER_TIMES;
    }

    /** Whether a row may leave that time empty: then nobody is asked for it. */
    public boolean mayBeEmpty(String when, String output) {
        return mayBeEmpty.contains(when + " " + output);
    }

    /** By which the audit knows it. */
    @Override
    public UUID value() {
        return UUID.nameUUIDFromBytes(("decision-table " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a key as it stands in an address; refuses any other as not there. */
    public static StaffTable of(String key) {
        return Arrays.stream(values())
                .filter(table -> table.key.equals(key))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /**
     * That the time of one column comes before that of another, in every row.
     *
     * @param strict whether they may not be the same
     * @param reason where it does not
     */
    public record Order(String first, String second, boolean strict, Reason reason) {
        static Order before(String first, String second, Reason reason) {
            return new Order(first, second, true, reason);
        }

        static Order notAfter(String first, String second, Reason reason) {
            return new Order(first, second, false, reason);
        }

        /** Which of the two is to move. */
        public String toMove() {
            return strict ? first : second;
        }
    }
}
