package org.alongside.workflows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return ask(context, TRY, subject, 1);
    }

    /** Comes back when the process that a job belongs to may be moved; a job of no process is alone anyway. */
    static void waitForProcessOfJob(CommandContext context, String jobId) {
        ask(context, WAIT, jobId, 2);
    }

    @SuppressWarnings("resource") // the connection belongs to the transaction
    private static boolean ask(CommandContext context, String sql, String value, int answer) {
        Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(answer);
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The engine's tables cannot be read", unreadable);
        }
    }
}
