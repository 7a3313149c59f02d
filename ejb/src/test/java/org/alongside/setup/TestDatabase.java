package org.alongside.setup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with the three roles, the schemas and the demo partners, in a real PostgreSQL that is started once a test run.
 * Most tests share one and expect what others have written to be there; who looks at the whole asks for one of their own.
 */
public final class TestDatabase {
    private static final String PATTERN = "pattern";

    private static EmbeddedPostgres postgres;
    private static TestDatabase shared;
    private static int made;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** The one that the tests of this run share. */
    public static synchronized TestDatabase get() {
        if (shared == null) {
            shared = own();
        }
        return shared;
    }

    /** One in which nobody has written yet, and nobody else will. */
    public static synchronized TestDatabase own() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
                TestDatabase pattern = new TestDatabase(PATTERN).create("template0");
                Schema.migrate(pattern.owner(), true);
                pattern.worksInUtc();
            }
            made++;
            return new TestDatabase("alongside" + made).create(PATTERN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Whoever works in the demo does so where the day begins as it does for the tests, whatever hour they run at. */
    private void worksInUtc() throws SQLException {
        try (Connection superuser = inside().getConnection()) {
            superuser.createStatement().execute("update worker set zone = 'UTC'");
        }
    }

    private TestDatabase create(String from) throws IOException, SQLException {
        try (Connection superuser = superuser().getConnection();
                InputStream roles = Objects.requireNonNull(getClass().getResourceAsStream("/db/roles.sql"))) {
            superuser.createStatement().execute("create database " + name + " template " + from);
            try (Connection inside = inside().getConnection()) {
                inside.createStatement().execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
                inside.createStatement()
                        .execute(
                                "alter role alongside_owner password 'owner'; alter role alongside_app password 'app'");
            }
        }
        return this;
    }

    /** As the application: bound by row security. */
    public DataSource application() {
        PGSimpleDataSource source = as("alongside_app", "app");
        source.setCurrentSchema("alongside");
        return source;
    }

    /** As the application in a transaction of somebody's, at that instant. */
    public Connection application(Who who, Instant now) throws SQLException {
        Connection on = application().getConnection();
        call(on, who, now);
        return on;
    }

    /** Begins somebody's transaction on a connection of the application. */
    public static void call(Connection on, Who who, Instant now) throws SQLException {
        on.setAutoCommit(false);
        try (PreparedStatement open = on.prepareStatement("select caller_open(?, ?, ?, ?)")) {
            open.setObject(1, who.id());
            open.setObject(2, who.organisation());
            open.setArray(
                    3, on.createArrayOf("text", who.role().isEmpty() ? new Object[0] : new Object[] {who.role()}));
            open.setObject(4, now.atOffset(ZoneOffset.UTC));
            open.execute();
        }
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
        PGSimpleDataSource source = superuser(name);
        source.setCurrentSchema("alongside");
        return source;
    }

    private PGSimpleDataSource superuser(String database) {
        return source("postgres", "postgres", database);
    }

    private PGSimpleDataSource as(String user, String password) {
        return source(user, password, name);
    }

    private PGSimpleDataSource source(String user, String password, String database) {
        // a pattern is copied only while nobody is connected to it
        PGSimpleDataSource source = database.equals(PATTERN) ? new PGSimpleDataSource() : new KeptConnections();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {postgres.getPort()});
        source.setUser(user);
        source.setPassword(password);
        source.setDatabaseName(database);
        return source;
    }
}
