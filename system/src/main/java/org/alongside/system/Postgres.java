package org.alongside.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL that keeps its files in the data home. */
final class Postgres {

    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "alongside";

    /** A number that no system gives to a process. */
    private static final int NOBODY = Integer.MAX_VALUE;

    private final DataHome home;
    private final Secrets secrets;
    private final int port;
    private final Path data;
    private EmbeddedPostgres server;
    private boolean over;
    private volatile ProcessHandle askedToEnd;

    Postgres(DataHome home, Secrets secrets, int port) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        this.data = home.resolve("postgresql");
    }

    Path log() {
        return home.log("postgresql.log");
    }

    /** The server of a killed run, if it still runs on this data. */
    Optional<ProcessHandle> leftover() {
        return postmaster();
    }

    /** @throws Refusal if it was stopped before */
    synchronized void start() throws IOException, SQLException {
        if (over) {
            throw new Refusal("PostgreSQL is not started any more: everything stops");
        }
        boolean made = Files.exists(data.resolve("PG_VERSION"));
        disownStrangers();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(home.resolve("programs").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setPort(port)
                .setConnectConfig("password", secrets.of("postgres"))
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setErrorRedirector(Redirect.appendTo(log().toFile()));
        // the library is made for throw-away databases: this one must survive a power cut
        for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            builder.setServerConfig(durable, "on");
        }
        builder.setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // a message about a row must not carry the row
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
        server = builder.start();
        if (!made) {
            lockUp();
        }
        prepare();
    }

    /** Calls back when the server ends without having been asked to. */
    void whenItEnds(Runnable action) {
        postmaster()
                .ifPresentOrElse(
                        watched -> watched.onExit().thenRun(() -> {
                            if (!watched.equals(askedToEnd)) {
                                action.run();
                            }
                        }),
                        action);
    }

    /** Ends it and its children as a power cut would. */
    void kill() throws IOException {
        postmaster().ifPresent(process -> {
            askedToEnd = process;
            List<ProcessHandle> all =
                    Stream.concat(process.descendants(), Stream.of(process)).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
        });
        // lets go of the folder, so that it can be started again
        server.close();
    }

    /** Stops it for good; waits until it has started, if it is just starting. */
    synchronized void stop() throws IOException {
        over = true;
        if (server != null) {
            askedToEnd = postmaster().orElse(null);
            server.close();
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** A fresh install trusts everybody on this machine: give the superuser a password, then ask everybody for one. */
    private void lockUp() throws IOException, SQLException {
        execute(SUPERUSER, "alter role postgres password '" + secrets.of("postgres") + "'");
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        execute(SUPERUSER, "select pg_reload_conf()");
    }

    private void prepare() throws IOException, SQLException {
        create("keycloak");
        create(DATABASE);
        execute(DATABASE, roles());
        password("alongside_owner");
        password("alongside_app");
        execute(
                SUPERUSER,
                "do $$ begin if not exists (select from pg_roles where rolname = 'keycloak') then"
                        + " create role keycloak login; end if; end $$;"
                        + " alter database keycloak owner to keycloak; revoke all on database keycloak from public");
        password("keycloak");
    }

    private void create(String database) throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + database + " template template0 encoding 'UTF8'");
        }
    }

    private void password(String role) throws SQLException {
        execute(SUPERUSER, "alter role " + role + " password '" + secrets.of(role) + "'");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.of("postgres"));
        return DriverManager.getConnection(url(database), login);
    }

    /** The script that makes the roles and gives them a database. */
    static String roles() throws IOException {
        try (InputStream sql = Postgres.class.getResourceAsStream("/db/roles.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The server on this data: its own file names it, and it runs the program that was unpacked here. */
    private Optional<ProcessHandle> postmaster() {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
            String programs = home.resolve("programs").toRealPath().toString();
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().command().orElse("").startsWith(programs));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * After a power cut the file of the server that ran here may name a process that is somebody else's by now; PostgreSQL
     * would take that for itself and not start. The rest of the file stays: by it PostgreSQL sees whether anything still
     * uses this data.
     */
    private void disownStrangers() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && postmaster().isEmpty()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, String.valueOf(NOBODY));
            Files.write(file, lines);
        }
    }

    /** Stops a server that a killed run left behind: politely, then not. */
    static void end(ProcessHandle leftover) {
        leftover.destroy();
        try {
            leftover.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            leftover.destroyForcibly();
            leftover.onExit().join();
        }
    }
}
