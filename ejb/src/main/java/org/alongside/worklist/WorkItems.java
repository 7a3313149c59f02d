package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.shared.Sql;

/** Puts to each task what its reader may know of its subject; a task about something that is not theirs is left out. */
@ApplicationScoped
class WorkItems {
    /**
     * Tasks that concern a card before anything is open; all others are only for those to whom the file is open, or was
     * until the consent ended.
     */
    static final Set<String> ABOUT_A_CARD = Set.of(
            "referral.answer",
            "referral.overdue",
            "referral.review-waiting-list",
            "referral.look-at-overdue",
            "attestation.attest",
            "handover.answer",
            "safety-alert.look-at-unanswered",
            "overlooked.ask");

    private static final String REVIEW = "restriction.review";

    @PersistenceContext
    EntityManager em;

    @Inject
    AboutFiles files;

    @Inject
    AboutCards cards;

    @Inject
    AboutWithoutFile others;

    @Inject
    ReachedSubjects reached;

    List<WorkItem> of(List<EngineTask> tasks, Caller caller, List<TaskGroup> groups) {
        Set<UUID> ids = subjects(tasks);
        Subjects known = new Subjects();
        if (!ids.isEmpty()) {
            files.read(ids, known);
            cards.read(ids, known);
            others.read(ids, known);
        }
        Set<UUID> own = imposedByReader(tasks);
        return tasks.stream()
                .filter(task -> !ofOthers(task, own))
                .filter(known::show)
                .map(task -> known.item(
                        task,
                        task.claimedBy().filter(caller.worker()::equals).isPresent(),
                        task.claimedBy().isEmpty() && task.offeredTo().stream().anyMatch(groups::contains)))
                .toList();
    }

    /** Those that {@link #of} would show, without what it tells of them. */
    List<EngineTask> ofTheReader(List<EngineTask> tasks) {
        Set<UUID> ids = subjects(tasks);
        Map<UUID, Boolean> theirs = ids.isEmpty() ? Map.of() : reached.of(ids);
        Set<UUID> own = imposedByReader(tasks);
        return tasks.stream()
                .filter(task -> !ofOthers(task, own))
                .filter(task -> theirs.containsKey(task.subject())
                        && (theirs.get(task.subject()) || ABOUT_A_CARD.contains(task.kind())))
                .toList();
    }

    private static Set<UUID> subjects(List<EngineTask> tasks) {
        return tasks.stream().map(EngineTask::subject).collect(Collectors.toSet());
    }

    /** Of limits that wait to be reviewed, those that the reader imposed: somebody else looks at them. */
    private Set<UUID> imposedByReader(List<EngineTask> tasks) {
        Set<UUID> limits = tasks.stream()
                .filter(task -> REVIEW.equals(task.kind()))
                .map(EngineTask::subject)
                .collect(Collectors.toSet());
        return limits.isEmpty()
                ? Set.of()
                : Set.copyOf(Sql.of(
                                em,
                                "select restriction_id from restriction where restriction_id = any (:ids) and imposed_by = caller_worker()")
                        .with("ids", limits)
                        .rows(row -> row.uuid(0)));
    }

    private static boolean ofOthers(EngineTask task, Set<UUID> own) {
        return REVIEW.equals(task.kind()) && own.contains(task.subject());
    }
}
