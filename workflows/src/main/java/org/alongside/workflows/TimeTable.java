package org.alongside.workflows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.referral.Urgency;
import org.alongside.shared.Reason;

/** The tables of times that staff own: what each answers for, its columns, and in which order its times must fall. */
enum TimeTable {
    DEADLINES(
            Models.DEADLINES,
            Stream.of(Urgency.values()).map(Urgency::name).toList(),
            List.of("remindAfter", "respondWithin", "escalateAfter", "expireAfter"),
            List.of(
                    new Order(0, 1, true, field -> Reason.at(field, "reminder-after-answer-due")),
                    new Order(1, 2, false, field -> Reason.at(field, "coordinator-before-answer-due")),
                    new Order(2, 3, false, field -> Reason.at(field, "runs-out-before-coordinator")))),
    REVIEWS(
            Models.REVIEWS,
            List.of("IMMEDIATE", "HIGH", "MEDIUM", "LOW", ReviewTable.CHILD),
            List.of("askAfter", "reviewWithin", "approveWithin"),
            List.of(new Order(0, 1, true, field -> Reason.at(field, "asked-after-review-due")))),
    MISSING(
            Models.MISSING,
            List.of("CHILD", "ADULT"),
            List.of("searchWithin", "reportWithin", "conferenceWithin", "safeChannelWithin", "lookAfter", "talkWithin"),
            List.of());

    /** The columns that may be empty in a row: then nobody is asked. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("conferenceWithin", "safeChannelWithin");

    private final String key;
    final List<String> codes;
    final List<String> columns;
    final List<Order> orders;

    TimeTable(String key, List<String> codes, List<String> columns, List<Order> orders) {
        this.key = key;
        this.codes = codes;
        this.columns = columns;
        this.orders = orders;
    }

    /** Whether nobody may be asked for that in that row; that the police know of a missing child is asked always (DL24). */
    boolean mayBeEmpty(String code, String column) {
        return this == MISSING
                && (MAY_BE_EMPTY.contains(column) || "reportWithin".equals(column) && "ADULT".equals(code));
    }

    static Optional<TimeTable> of(String key) {
        return Arrays.stream(values()).filter(table -> table.key.equals(key)).findFirst();
    }

    /**
     * That the time of one column comes before that of another, or at the same time where that is not {@code strict}.
     *
     * @param reason where it does not, beside the field that is to move
     */
    record Order(int first, int second, boolean strict, Function<String, Reason> reason) {}
}
