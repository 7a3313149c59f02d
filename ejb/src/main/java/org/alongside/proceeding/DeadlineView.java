package org.alongside.proceeding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A deadline or a permit as far as it is the caller's to know.
 *
 * @param kind DEADLINE or PERMIT
 * @param dueOn its last day, in the court's zone
 * @param outcome how it ended, code of deadline_outcome; absent: it runs
 * @param file what is the lawyer's own
 */
public record DeadlineView(
        UUID id, String kind, LocalDate dueOn, Optional<String> outcome, Optional<DeadlineFile> file) {

    /**
     * What it is about: privileged.
     *
     * @param event from what it runs, code of deadline_event
     * @param reckonedOn its last day by the calendar of the court, as that stood then
     * @param permit code of permit_kind
     * @param mandate the mandate that ends on that day, or is left alone by the guardian who signed it
     */
    public record DeadlineFile(
            Optional<String> event,
            Optional<LocalDate> eventOn,
            Optional<LocalDate> reckonedOn,
            Optional<String> permit,
            Optional<LocalDate> issuedOn,
            Optional<String> note,
            Optional<UUID> mandate) {

        /** Of the last day of a mandate. */
        static DeadlineFile of(UUID mandate) {
            return new DeadlineFile(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(mandate));
        }
    }
}
