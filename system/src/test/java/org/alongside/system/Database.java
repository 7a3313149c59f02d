package org.alongside.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of the product, for tests that arrange or look from below.
 *
 * @param url its JDBC address
 * @param passwords gives the password of a role
 */
record Database(String url, UnaryOperator<String> passwords) {

    private static final int PATIENCE_SECONDS = 5;

    /** Open and not in use, by the address of the database. */
    private static final Map<String, Deque<Connection>> KEPT = new ConcurrentHashMap<>();

    /** Bound by nothing. */
    DataSource superuser() {
        return as("postgres");
    }

    /** Owns the tables, and is still bound by row security. */
    DataSource owner() {
        return as("alongside_owner");
    }

    /** What the application is to the database. */
    DataSource app() {
        return as("alongside_app");
    }

    /** The one value that this query, asked as the superuser, answers. */
    Object one(String query, Object... parameters) {
        return kept(query, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getObject(1);
                }
            }
        });
    }

    /** The two columns of this query, asked as the superuser, by the first. */
    Map<String, String> pairs(String query) {
        return kept(query, connection -> {
            Map<String, String> pairs = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    pairs.put(rows.getString(1), rows.getString(2));
                }
            }
            return pairs;
        });
    }

    /** How many there are, asked as the superuser. */
    long count(String query, Object... parameters) {
        return ((Number) one(query, parameters)).longValue();
    }

    /** Runs statements as the superuser. */
    void run(String statements) {
        kept(statements, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(statements);
            }
        });
    }

    /** Another database of the same server, made now if it is not there. */
    Database other(String name) {
        if (count("select count(*) from pg_database where datname = ?", name) == 0) {
            run("create database " + name + " template template0 encoding 'UTF8'");
        }
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, passwords);
    }

    /** Something asked of the database. */
    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    /**
     * Asks as the superuser over a connection that stays open, since signing in to the database costs more than most that is asked
     * of it; where the database went away meanwhile, over a new one.
     */
    private <T> T kept(String asked, Question<T> question) {
        Deque<Connection> idle = KEPT.computeIfAbsent(url, one -> new ConcurrentLinkedDeque<>());
        try {
            Connection connection = idle.pollFirst();
            if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
                connection = superuser().getConnection();
            }
            try {
                return question.of(connection);
            } finally {
                idle.addFirst(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(asked, e);
        }
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(passwords.apply(role));
        source.setCurrentSchema("alongside");
        return source;
    }
}
