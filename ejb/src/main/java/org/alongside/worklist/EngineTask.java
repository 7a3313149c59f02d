package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.WorkerId;

/**
 * One task that waits for a person: ids, codes and instants only.
 *
 * @param id the engine's id of the task
 * @param kind what is to be done, {@code <process>.<task>}, for example {@code referral.answer}; key of its words
 * @param subject the referral or the case that it is about
 * @param since when it began to wait, UTC
 * @param dueAt by when it should be done, UTC, if there is a limit
 * @param claimedBy who took it, if somebody did
 * @param offeredTo the groups it is offered to
 * @param reminded whether its reminder has gone off
 */
public record EngineTask(
        String id,
        String kind,
        UUID subject,
        Instant since,
        Optional<Instant> dueAt,
        Optional<WorkerId> claimedBy,
        List<TaskGroup> offeredTo,
        boolean reminded) {}
