package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The run command on good days and bad: one clear line, nothing half-started, nothing left running. Its systems are its own,
 * so it runs beside the tests that share a product.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the ports of the run command")
class LauncherTest {

    /** Below those of the products that run beside it. */
    private static final int OFFSET =
            Product.freePorts(500 + Ports.fromEnvironment().offset()).offset();

    @TempDir
    private static Path folder;

    private static Path project;
    private static Path home;

    @BeforeAll
    static void build() throws IOException {
        project = Launched.project(folder.resolve("project"));
        home = folder.resolve("data");
    }

    @Test
    void everything_starts_stops_keeps_its_data_and_begins_anew_when_told_to() throws Exception {
        List<ProcessHandle> servers;
        try (Launched first = Launched.begin(project, home, OFFSET, "-Dfresh").ready()) {
            servers = first.servers();
            assertThat(servers).allMatch(ProcessHandle::isAlive);
            first.sql("create table kept (word text); insert into kept values ('kept')");
        }
        assertNoneRuns(servers);

        try (Launched again = Launched.begin(project, home, OFFSET).ready()) {
            assertThat(again.sql("select word from kept")).isEqualTo("kept");
        }
        try (Launched fresh = Launched.begin(project, home, OFFSET, "-Dfresh").ready()) {
            assertThat(fresh.sql("select to_regclass('kept')")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"wildfly, WildFly", "keycloak, Keycloak", "postgres, PostgreSQL"})
    void whichever_server_dies_it_is_named_in_one_line_and_the_others_are_stopped(String which, String name)
            throws Exception {
        try (Launched launched =
                Launched.begin(project, home, OFFSET, "-Dfresh").ready()) {
            List<ProcessHandle> servers = launched.servers();
            if (which.equals("postgres")) {
                shutDown(launched.postgres());
            } else {
                launched.server(which).destroyForcibly();
            }

            assertThat(launched.ended()).isEqualTo(1);
            assertThat(launched.said().lines().filter(line -> line.contains("has ended by itself")))
                    .singleElement()
                    .asString()
                    .startsWith(name + " has ended by itself. See ");
            assertNoneRuns(servers);
        }
    }

    @Test
    void what_a_killed_run_left_behind_is_stopped_by_the_next_and_nothing_else_is() throws Exception {
        Launched killed = Launched.begin(project, home, OFFSET, "-Dfresh").ready();
        List<ProcessHandle> orphans = killed.servers();
        killed.process().destroyForcibly().waitFor();
        assertThat(orphans).allMatch(ProcessHandle::isAlive);
        // as if the number of the dead WildFly had been given to somebody else's process
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            killed.server("wildfly").destroyForcibly();
            Files.writeString(
                    home.resolve("run/wildfly.pid"),
                    foreign.pid() + " " + Instant.now().minusSeconds(60));
            try (Launched next = Launched.begin(project, home, OFFSET).ready()) {
                assertThat(next.said())
                        .contains("Keycloak of a run that was killed", "PostgreSQL of a run that was killed")
                        .doesNotContain("WildFly of a run");
                assertNoneRuns(orphans);
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void postgresql_starts_though_the_number_of_the_killed_one_is_somebody_elses_now() throws Exception {
        Launched killed = Launched.begin(project, home, OFFSET, "-Dfresh").ready();
        killed.sql("create table kept (word text); insert into kept values ('kept')");
        List<ProcessHandle> servers = killed.servers();
        ProcessHandle postgres = killed.postgres();
        List<ProcessHandle> all = Stream.concat(
                        Stream.of(killed.process().toHandle()), Stream.concat(postgres.descendants(), servers.stream()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        assertNoneRuns(all);
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Path pid = home.resolve("postgresql/postmaster.pid");
            Files.writeString(
                    pid, Files.readString(pid).replaceFirst("^" + postgres.pid(), String.valueOf(foreign.pid())));
            try (Launched next = Launched.begin(project, home, OFFSET).ready()) {
                assertThat(next.sql("select word from kept")).isEqualTo("kept");
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void a_server_that_does_not_start_is_named_and_the_others_are_stopped() throws Exception {
        Path broken = Launched.project(folder.resolve("broken"));
        Files.writeString(broken.resolve("ear/target/server/jboss-modules.jar"), "no program");
        try (Launched launched = Launched.begin(broken, home, OFFSET, "-Dfresh")) {
            assertThat(launched.ended()).isEqualTo(1);
            assertThat(launched.said().lines().filter(line -> line.startsWith("WildFly ")))
                    .singleElement()
                    .asString()
                    .contains(" See " + home.resolve("logs/wildfly.log"));
        }
        assertNothingOf(home);
    }

    @Test
    void people_are_brought_into_an_empty_home_alone_also_where_the_first_start_failed_and_it_runs_without_them()
            throws Exception {
        Path peopled = folder.resolve("peopled");
        Path broken = Launched.project(folder.resolve("broken-first"));
        Files.writeString(broken.resolve("ear/target/server/jboss-modules.jar"), "no program");
        try (Launched failed = Launched.begin(broken, peopled, OFFSET, "-Dempty=false")) {
            assertThat(failed.ended()).isEqualTo(1);
        }
        try (Launched first =
                Launched.begin(project, peopled, OFFSET, "-Dempty=false").ready()) {
            assertThat(first.said())
                    .contains(
                            "A dozen made-up people are brought", "Not all of them could be brought: No token for kim");
        }
        try (Launched again =
                Launched.begin(project, peopled, OFFSET, "-Dempty=false").ready()) {
            assertThat(again.said()).doesNotContain("A dozen made-up people");
        }
        try (Launched empty =
                Launched.begin(project, peopled, OFFSET, "-Dfresh").ready()) {
            assertThat(empty.said()).doesNotContain("A dozen made-up people");
        }
    }

    @Test
    void stopped_while_it_starts_nothing_is_started_any_more() throws Exception {
        try (Launched launched = Launched.begin(project, home, OFFSET, "-Dfresh")) {
            launched.says("PostgreSQL starts");
            launched.stop();
            assertThat(launched.said()).contains("All has stopped").doesNotContain("did not start", "could not");
        }
        assertNothingOf(home);
    }

    @Test
    void two_systems_run_side_by_side() throws Exception {
        Path other = folder.resolve("other");
        int beside = Product.freePorts(OFFSET + 50).offset();
        try (Launched one = Launched.begin(project, home, OFFSET, "-Dfresh");
                Launched two = Launched.begin(project, other, beside, "-Dfresh")) {
            one.ready();
            two.ready();
            assertThat(one.sql("select current_setting('data_directory')")).startsWith(home.toString());
            assertThat(two.sql("select current_setting('data_directory')")).startsWith(other.toString());

            assertRefused(Launched.begin(project, home, OFFSET + 100), "Alongside already runs on " + home);
            assertRefused(Launched.begin(project, folder.resolve("third"), OFFSET), "Port " + (8080 + OFFSET));
            two.stop();
            assertThat(one.servers()).allMatch(ProcessHandle::isAlive);
        }
        assertRefused(
                Launched.begin(project, other, Product.freePorts(OFFSET + 150).offset()),
                "The data in this folder was made for http://localhost:" + (8080 + beside));
        assertNothingOf(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {8080, 8180, 5433, 9990})
    void a_port_in_use_is_named_before_anything_starts(int port) throws Exception {
        Path untouched = folder.resolve("untouched-" + port);
        try (ServerSocket taken = new ServerSocket(port + OFFSET, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(Launched.begin(project, untouched, OFFSET), "Port " + taken.getLocalPort() + " (");
        }
        assertThat(untouched.resolve("postgresql")).doesNotExist();
        assertNothingOf(untouched);
    }

    @ParameterizedTest
    @CsvSource({"1900, sign-in, 2100", "2000, the pages, 2100"})
    void a_port_that_no_browser_opens_is_named_before_anything_starts(int offset, String use, int other)
            throws Exception {
        Path untouched = folder.resolve("refused-" + offset);
        assertRefused(
                Launched.begin(project, untouched, offset),
                "Browsers refuse port 10080 (" + use + "). Set ALONGSIDE_PORT_OFFSET=" + other);
        assertThat(untouched.resolve("postgresql")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_used_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertRefused(Launched.begin(project, file, OFFSET), "The data folder " + file + " cannot be used");
    }

    @Test
    void a_project_that_was_not_built_says_so() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        assertRefused(Launched.begin(bare, folder.resolve("bare-data"), OFFSET), "There is no built application");
    }

    /** As its own tool does it, or the machine that goes down: without waiting for who is connected. */
    private static void shutDown(ProcessHandle postgres) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(postgres.pid()))
                .start()
                .waitFor();
    }

    private static void assertRefused(Launched launched, String line) {
        assertThat(launched.ended()).isEqualTo(1);
        assertThat(launched.said().lines())
                .as(launched.said())
                .singleElement()
                .asString()
                .startsWith(line);
    }

    private static void assertNoneRuns(List<ProcessHandle> servers) throws Exception {
        for (ProcessHandle server : servers) {
            server.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    /** No process of this machine was started for this data. */
    private static void assertNothingOf(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            assertThat(all.map(ProcessHandle::info)
                            .filter(info -> info.commandLine().orElse("").contains(data.toString())))
                    .isEmpty();
        }
    }
}
