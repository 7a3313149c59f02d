package org.alongside.workflows;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Lets one transaction at a time move a process. The engine reads it in many statements: what another one commits between
 * them would leave it with halves. A person who comes second after another person is told at once, because somebody changed
 * what she read. Work of the engine is nobody's change: she waits for it, but no longer than {@link #LONGEST}, because her act
 * may hold what that work needs. A job, which holds nothing when it begins, waits as long as it must. The end of the transaction
 * lets the next one in. A job holds a second lock besides, by which it is known from a person.
 */
final class OneAtATime {
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final long PAUSE_MILLIS = 10;
    /** Where one job follows on another, the second is known from a person a moment after it has entered. */
    private static final int LOOKS = 3;

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    /** Taken for a look only: not kept. */
    private static final String JOB_MOVES_IT = """
            select case when pg_try_advisory_lock_shared(hashtextextended(?, 1)) then not pg_advisory_unlock_shared(hashtextextended(?, 1))
                        else true end
            """;

    private static final String WAIT = """
            select pg_advisory_xact_lock(hashtextextended(p.business_key_, 0)), pg_advisory_xact_lock(hashtextextended(p.business_key_, 1)), true
              from engine.act_ru_job j join engine.act_ru_execution p on p.id_ = j.process_instance_id_
             where j.id_ = ? and p.business_key_ is not null
            """;

    private OneAtATime() {}

    /** Whether the process of this referral or case may be moved in this transaction; waits where work of the engine moves it now. */
    static boolean entersProcessOf(CommandContext context, String subject) {
        long end = System.nanoTime() + LONGEST.toNanos();
        int noJob = 0;
        while (!is(context, TRY, subject)) {
            noJob = is(context, JOB_MOVES_IT, subject, subject) ? 0 : noJob + 1;
            if (noJob == LOOKS || System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        return true;
    }

    private static boolean is(CommandContext context, String sql, Object... values) {
        return EngineTables.read(context, sql, row -> row.getBoolean(1), values).get(0);
    }

    /** Comes back when the process that a job belongs to may be moved; a job of no process is alone anyway. */
    static void waitForProcessOfJob(CommandContext context, String jobId) {
        EngineTables.read(context, WAIT, row -> row.getBoolean(3), jobId);
    }
}
