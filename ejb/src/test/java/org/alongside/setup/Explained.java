package org.alongside.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the database answers a query.
 *
 * @param pages how many it touches, whether or not the machine is busy
 * @param rows how many it finds
 */
public record Explained(String plan, int pages, int rows) {
    private static final Pattern HIT = Pattern.compile("Buffers: shared hit=(\\d+)");

    /** Runs the query as the application's role for somebody in one of their roles, and reads its plan. */
    public static Explained of(TestDatabase database, String worker, String house, String role, String query)
            throws SQLException {
        try (Connection application = database.application().getConnection();
                Statement sql = application.createStatement()) {
            application.setAutoCommit(false);
            sql.execute("select caller_open('%s', '%s', '{%s}', clock_timestamp())".formatted(worker, house, role));
            Explained explained = of(sql, query);
            application.rollback();
            return explained;
        }
    }

    private static Explained of(Statement sql, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = sql.executeQuery("explain (analyze, buffers, costs off, timing off) " + query)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        Matcher hit = HIT.matcher(plan);
        assertThat(hit.find()).isTrue();
        try (ResultSet found = sql.executeQuery("select count(*) from (" + query + ") found")) {
            found.next();
            return new Explained(plan.toString(), Integer.parseInt(hit.group(1)), found.getInt(1));
        }
    }
}
