package org.alongside.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the database answers a query, and how many pages it touches for it, whether or not the machine is busy. */
public record Explained(String plan, int pages) {
    private static final Pattern HIT = Pattern.compile("Buffers: shared hit=(\\d+)");

    /** Runs the query and reads its plan. */
    public static Explained of(Statement sql, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = sql.executeQuery("explain (analyze, buffers, costs off, timing off) " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        Matcher hit = HIT.matcher(plan);
        assertThat(hit.find()).isTrue();
        return new Explained(plan.toString(), Integer.parseInt(hit.group(1)));
    }
}
