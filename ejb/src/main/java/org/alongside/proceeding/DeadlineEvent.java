package org.alongside.proceeding;

import java.time.Instant;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened to a deadline or a permit: ids and instants only, told inside the transaction in which it happened. */
public sealed interface DeadlineEvent {
    /**
     * One began to run.
     *
     * @param lawyers who are asked
     * @param dueAt when its last day is over, where it is
     */
    record DeadlineSet(
            UUID deadline, OrganisationId lawyers, Instant askAt, Instant remindAt, Instant supervisorAt, Instant dueAt)
            implements DeadlineEvent {}

    /** One was found that ran before last days had a clock; one that has its clock by now is left as it is. */
    record DeadlineFound(DeadlineSet set) implements DeadlineEvent {
        public UUID deadline() {
            return set.deadline();
        }
    }

    /** It was said how it ended, another day was set, or the file was closed. */
    record DeadlineOver(UUID deadline) implements DeadlineEvent {}
}
