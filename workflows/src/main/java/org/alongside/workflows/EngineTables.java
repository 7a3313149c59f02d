package org.alongside.workflows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Reads lists from the engine's tables in one statement each, in the caller's transaction; the engine's own queries ask once a row. */
final class EngineTables {
    private final ProcessEngine engine;

    EngineTables(ProcessEngine engine) {
        this.engine = engine;
    }

    <T> List<T> read(String sql, Row<T> row, Object... values) {
        DataSource database = engine.getProcessEngineConfiguration().getDataSource();
        try (Connection connection = database.getConnection()) {
            return read(connection, sql, row, values);
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** On the connection of a command of the engine that is under way. */
    static <T> List<T> read(CommandContext context, String sql, Row<T> row, Object... values) {
        return read(context.getDbSqlSession().getSqlSession().getConnection(), sql, row, values);
    }

    private static <T> List<T> read(Connection connection, String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                Object value =
                        values[at] instanceof String[] texts ? connection.createArrayOf("text", texts) : values[at];
                statement.setObject(at + 1, value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static IllegalStateException unreadable(SQLException cause) {
        return new IllegalStateException("The engine's tables cannot be read", cause);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
