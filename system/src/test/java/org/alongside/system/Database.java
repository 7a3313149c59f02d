package org.alongside.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        try (Connection connection = superuser().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** How many there are, asked as the superuser. */
    long count(String query, Object... parameters) {
        return ((Number) one(query, parameters)).longValue();
    }

    /** Runs statements as the superuser. */
    void run(String statements) {
        try (Connection connection = superuser().getConnection()) {
            connection.createStatement().execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    /** Another database of the same server, made now if it is not there. */
    Database other(String name) {
        if (count("select count(*) from pg_database where datname = ?", name) == 0) {
            run("create database " + name + " template template0 encoding 'UTF8'");
        }
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, passwords);
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
