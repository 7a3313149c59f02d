package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.code.CodeOf;

/**
 * A deadline as her lawyer sets it: reckoned from an event by the calendar of a court, or said; said besides, it may be sooner and never later.
 *
 * @param event from what it runs
 * @param eventOn when that was, in the court's zone; needed with a calendar
 * @param calendar the calendar of the court; null: the day is said
 * @param dueOn the last day; null: as it is reckoned
 * @param note the lawyer's own words: privileged
 */
public record NewDeadline(
        @NotNull @CodeOf("deadline_event") String event,
        LocalDate eventOn,
        UUID calendar,
        LocalDate dueOn,
        @Size(max = 1000) String note) {

    /**
     * A permit.
     *
     * @param expiresOn its last day
     * @param renews the permit that it follows on; null: none
     */
    public record NewPermit(
            @NotNull @CodeOf("permit_kind") String permit,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate expiresOn,
            UUID renews,
            @Size(max = 1000) String note) {}

    /** How it ended. */
    public record NewDeadlineEnd(
            @NotNull @CodeOf("deadline_outcome") String outcome) {}
}
