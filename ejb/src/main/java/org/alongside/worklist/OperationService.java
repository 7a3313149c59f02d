package org.alongside.worklist;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.organisation.Partners;
import org.alongside.setup.Demo;
import org.alongside.shared.Check;
import org.alongside.shared.Clock;
import org.alongside.shared.ClockMoved;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.DecisionTables.ChangedCell;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.DecisionTables.TableChange;
import org.alongside.worklist.FailedWork.FailedJob;

/** The door to running the house: the tables that coordinators own, work that failed, and in a demo the clock. */
@Stateless
@PermitAll
public class OperationService {
    private static final int MOST_SHOWN = 100;
    private static final int MOST_CHANGES = 20;

    @PersistenceContext
    EntityManager em;

    @Inject
    Instance<DecisionTables> tables;

    @Inject
    Instance<FailedWork> failedWork;

    @Inject
    CallerContext callers;

    @Inject
    Partners partners;

    @Inject
    Event<ClockMoved> moved;

    /** Every table that staff own, as it stands for what begins from now on. */
    @Requires(Permission.READ_DIRECTORY)
    public List<DecisionTable> tables() {
        return Arrays.stream(StaffTable.values()).map(tables.get()::read).toList();
    }

    /** One of them. */
    @Requires(Permission.READ_DIRECTORY)
    public DecisionTable table(StaffTable table) {
        return tables.get().read(table);
    }

    /** What was changed in it when and by whom, newest first, at most 20 times. */
    @Requires(Permission.READ_TABLE_CHANGES)
    public List<TableChangeView> tableChanges(StaffTable table) {
        List<TableChange> changes = tables.get().changes(table, MOST_CHANGES);
        Map<UUID, String> names = new HashMap<>();
        Sql.of(em, "select w.worker_id, w.name from worker w where w.worker_id = any (:ids)")
                .with(
                        "ids",
                        changes.stream()
                                .flatMap(change -> change.by().stream())
                                .map(WorkerId::value)
                                .collect(Collectors.toSet()))
                .rows(row -> names.put(row.uuid(0), row.text(1)));
        return changes.stream()
                .map(change -> new TableChangeView(
                        change.version(),
                        change.since(),
                        change.by().map(by -> names.getOrDefault(by.value(), "")),
                        change.cells()))
                .toList();
    }

    /**
     * Changes one for what begins from now on; running clocks keep theirs. Refuses who does not work for a competent
     * authority, stale where it changed meanwhile, and what a table must not say, cell by cell.
     */
    @Requires(Permission.CHANGE_DEADLINES)
    public DecisionTable changeTable(StaffTable table, int basedOn, List<DecisionRow> rows) {
        Caller caller = callers.caller();
        if (!partners.isCompetentAuthority(caller.organisation())) {
            throw Refusal.notAllowed("not-a-competent-authority");
        }
        return tables.get().publish(table, basedOn, rows, caller.worker());
    }

    /** Work of the processes and letters that failed, newest first, at most 100. */
    @Requires(Permission.MEND_WORK)
    public List<FailedJob> failedWork() {
        return failedWork.stream()
                .flatMap(work -> work.list(MOST_SHOWN).stream())
                .sorted(Comparator.comparing(FailedJob::failedAt).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Tries failed work again at once. */
    @Requires(Permission.MEND_WORK)
    public void retry(JobId jobId) {
        failedWork.stream()
                .filter(work -> work.has(jobId.value()))
                .findFirst()
                .orElseThrow(Refusal::notThere)
                .retry(jobId.value());
    }

    /**
     * Moves the one clock forward; refused anywhere but in a demo or test. The database's moves in this transaction; those of
     * Java and of the engine follow once it is committed.
     *
     * @return the new time, UTC
     */
    @Requires(Permission.MOVE_CLOCK)
    public Instant moveClock(Duration forward) {
        if (!Demo.isOn()) {
            throw Refusal.notAllowed("not-a-demo");
        }
        new Check()
                .that(
                        forward != null && !forward.isNegative() && forward.compareTo(Duration.ofDays(800)) <= 0,
                        "forward",
                        "clock-step")
                .orRefuse();
        Duration ahead = Sql.of(em, """
                        update clock set ahead = ahead + make_interval(secs => :seconds)
                        returning cast(extract(epoch from ahead) as bigint)
                        """)
                .with("seconds", (int) forward.toSeconds())
                .first(row -> Duration.ofSeconds(row.count(0)))
                .orElseThrow();
        moved.fire(new ClockMoved(ahead));
        return Clock.get().instant().minus(Clock.get().ahead()).plus(ahead);
    }

    /** What one version of a table changed; nobody published the first, which the product brings. */
    public record TableChangeView(int version, Instant since, Optional<String> by, List<ChangedCell> cells) {}

    /** The engine's id of a job. */
    public record JobId(String value) {}
}
