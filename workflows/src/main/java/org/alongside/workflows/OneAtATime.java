package org.alongside.workflows;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Lets one transaction at a time move a process. The engine reads it in many statements: what another one commits between
 * them would leave it with halves. A person who comes second is told at once, because her act may hold what the first one
 * needs; only a job, which holds nothing when it begins, waits. So no two can wait for each other. The end of the
 * transaction lets the next one in.
 */
final class OneAtATime {
    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String WAIT = """
            select pg_advisory_xact_lock(hashtextextended(p.business_key_, 0)), true
              from engine.act_ru_job j join engine.act_ru_execution p on p.id_ = j.process_instance_id_
             where j.id_ = ? and p.business_key_ is not null
            """;

    private OneAtATime() {}

    /** Whether the process of this referral or case may be moved in this transaction. */
    static boolean entersProcessOf(CommandContext context, String subject) {
        return EngineTables.read(context, TRY, row -> row.getBoolean(1), subject)
                .get(0);
    }

    /** Comes back when the process that a job belongs to may be moved; a job of no process is alone anyway. */
    static void waitForProcessOfJob(CommandContext context, String jobId) {
        EngineTables.read(context, WAIT, row -> row.getBoolean(2), jobId);
    }
}
