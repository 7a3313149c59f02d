package org.alongside.setup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL of the test's own with the three roles, the schemas and the demo partners; started once a test run. */
public final class TestDatabase {
    private static TestDatabase started;

    private final EmbeddedPostgres postgres;

    private TestDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection superuser = superuser().getConnection();
                InputStream roles = Objects.requireNonNull(getClass().getResourceAsStream("/db/roles.sql"))) {
            superuser.createStatement().execute("create database alongside");
            try (Connection inside = superuser("alongside").getConnection()) {
                inside.createStatement().execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
                inside.createStatement()
                        .execute(
                                "alter role alongside_owner password 'owner'; alter role alongside_app password 'app'");
            }
        }
        Schema.migrate(as("alongside_owner", "owner"), true);
    }

    /** The one of this run. */
    public static synchronized TestDatabase get() {
        if (started == null) {
            try {
                started = new TestDatabase();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
        return started;
    }

    /** As the application: bound by row security. */
    public DataSource application() {
        PGSimpleDataSource source = as("alongside_app", "app");
        source.setCurrentSchema("alongside");
        return source;
    }

    /** As the owner of the tables. */
    public DataSource owner() {
        return as("alongside_owner", "owner");
    }

    /** As the superuser, bound by nothing: to arrange worlds and to look from below. */
    public DataSource superuser() {
        return superuser("postgres");
    }

    /** As the superuser in the product's database. */
    public PGSimpleDataSource inside() {
        PGSimpleDataSource source = superuser("alongside");
        source.setCurrentSchema("alongside");
        return source;
    }

    private PGSimpleDataSource superuser(String database) {
        return source("postgres", "postgres", database);
    }

    private PGSimpleDataSource as(String user, String password) {
        return source(user, password, "alongside");
    }

    private PGSimpleDataSource source(String user, String password, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {postgres.getPort()});
        source.setUser(user);
        source.setPassword(password);
        source.setDatabaseName(database);
        return source;
    }
}
