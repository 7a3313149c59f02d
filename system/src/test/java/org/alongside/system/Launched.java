package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * The run command in a process of its own, as Maven starts it: the real launcher and a real PostgreSQL, with
 * {@link StandIn}s for the two servers that take long to start.
 *
 * @param process the launcher
 * @param home the data folder
 * @param offset the port offset
 * @param output what it prints
 */
record Launched(Process process, Path home, int offset, Path output) implements AutoCloseable {

    private static final List<String> CHILDREN = List.of("wildfly", "keycloak");

    /** A folder with what the launcher looks for in a built project; made anew. */
    static Path project(Path folder) throws IOException {
        Path server = folder.resolve("ear/target/server");
        Files.createDirectories(server.resolve("standalone/configuration"));
        Files.createDirectories(server.resolve("standalone/deployments"));
        Files.createDirectories(server.resolve("modules"));
        Files.createDirectories(server.resolve("bin"));
        Files.writeString(server.resolve("standalone/configuration/standalone.xml"), "<server/>");
        Files.writeString(server.resolve("standalone/deployments/alongside.ear"), "");
        JavaArchive program = ShrinkWrap.create(JavaArchive.class)
                .addClasses(StandIn.class, QuarkusEntryPoint.class)
                .setManifest(new StringAsset("Manifest-Version: 1.0\nMain-Class: " + StandIn.class.getName() + "\n"));
        program.as(ZipExporter.class)
                .exportTo(server.resolve("jboss-modules.jar").toFile(), true);
        JavaArchive keycloak = ShrinkWrap.create(JavaArchive.class);
        keycloak.add(
                new org.jboss.shrinkwrap.api.asset.ByteArrayAsset(
                        Files.readAllBytes(server.resolve("jboss-modules.jar"))),
                "keycloak/lib/quarkus-run.jar");
        keycloak.as(ZipExporter.class).exportTo(folder.resolve("keycloak.zip").toFile(), true);
        return folder;
    }

    /** Starts it, and waits for nothing. */
    static Launched begin(Path project, Path home, int offset, String... options) throws IOException {
        Path output = Files.createTempFile(project, "output", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dempty");
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Dalongside.root=" + project,
                "-Dalongside.keycloak=" + project.resolve("keycloak.zip"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.alongside.system.Run"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of("ALONGSIDE_HOME", home.toString(), "ALONGSIDE_PORT_OFFSET", String.valueOf(offset)));
        // a Java that is told something this way says so first
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new Launched(builder.start(), home, offset, output);
    }

    /** Waits until it says where to go. */
    Launched ready() {
        says("Ctrl-C stops everything");
        assertThat(said()).contains("Alongside is ready: http://localhost:" + (8080 + offset));
        return this;
    }

    /** Waits until it has said this; a launcher that has ended says no more. */
    void says(String words) {
        await().atMost(Duration.ofMinutes(2))
                .failFast("it has ended", () -> !process.isAlive())
                .untilAsserted(() -> assertThat(said()).contains(words));
    }

    /** Waits until it has ended, and says with what status. */
    int ended() {
        return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The three servers that it has started, by the numbers of their processes. */
    List<ProcessHandle> servers() {
        return Stream.concat(Stream.of(postgres()), CHILDREN.stream().map(this::server))
                .toList();
    }

    ProcessHandle server(String name) {
        return handle(home.resolve("run/" + name + ".pid"), " ").orElseThrow();
    }

    ProcessHandle postgres() {
        return handle(home.resolve("postgresql/postmaster.pid"), "\n").orElseThrow();
    }

    private static Optional<ProcessHandle> handle(Path file, String until) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(file).split(until)[0].trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the database, as its superuser. */
    String sql(String text) throws SQLException, IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + (5433 + offset) + "/alongside",
                        "postgres",
                        secrets.getProperty("postgres"));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Ctrl-C, or the end of a terminal: asks it to end, and waits until it has. */
    void stop() {
        process.destroy();
        ended();
    }

    /** Leaves nothing behind, whatever the test has found. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
