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
import java.util.Comparator;
import java.util.List;
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
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.FailedWork.FailedJob;

/** The door to running the house: the deadlines that coordinators own, work that failed, and in a demo the clock. */
@Stateless
@PermitAll
public class OperationService {
    /** The table of deadlines by urgency. */
    public static final String DEADLINES = "referral-deadlines";

    /** The table of reviews of care plans by risk level. */
    public static final String REVIEWS = "plan-reviews";

    private static final int MOST_SHOWN = 100;

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

    /** The deadlines by urgency, as they stand for what is sent from now on. */
    @Requires(Permission.READ_DIRECTORY)
    public DecisionTable deadlines() {
        return tables.get().read(DEADLINES);
    }

    /**
     * Changes them for what is sent from now on; running clocks keep theirs. Refuses who does not work for a competent
     * authority, and stale where they changed meanwhile.
     */
    @Requires(Permission.CHANGE_DEADLINES)
    public DecisionTable changeDeadlines(int basedOn, List<DecisionRow> rows) {
        return change(DEADLINES, basedOn, rows);
    }

    /** When plans are looked at again, by risk level, as it stands for what is set from now on. */
    @Requires(Permission.READ_DIRECTORY)
    public DecisionTable reviewTimes() {
        return tables.get().read(REVIEWS);
    }

    /** Changes that for what is set from now on, as {@link #changeDeadlines}. */
    @Requires(Permission.CHANGE_DEADLINES)
    public DecisionTable changeReviewTimes(int basedOn, List<DecisionRow> rows) {
        return change(REVIEWS, basedOn, rows);
    }

    private DecisionTable change(String table, int basedOn, List<DecisionRow> rows) {
        if (!partners.isCompetentAuthority(callers.caller().organisation())) {
            throw Refusal.notAllowed("not-a-competent-authority");
        }
        return tables.get().publish(table, basedOn, rows);
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

    /** The engine's id of a job. */
    public record JobId(String value) {}
}
