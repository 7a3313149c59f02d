package org.alongside.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak with the realm of Alongside, unpacked and prepared once, with its own database. */
final class Keycloak {

    private static final List<String> PREPARED_WITH = List.of(
            "--db=postgres", "--health-enabled=true", "--http-management-health-enabled=false", "--cache=local");

    private final DataHome home;
    private final Secrets secrets;
    private final Path distribution;
    private final Ports ports;
    private final Path program;
    private final Child child;
    private final Child preparation;

    Keycloak(DataHome home, Secrets secrets, Ports ports, Path distribution) {
        this.home = home;
        this.secrets = secrets;
        this.ports = ports;
        this.distribution = distribution;
        this.program = home.resolve("programs")
                .resolve(distribution.getFileName().toString().replace(".zip", ""));
        this.child = new Child("Keycloak", home.log("keycloak.log"), home.resolve("run/keycloak.pid"));
        this.preparation = new Child(
                "Keycloak's preparation", home.log("keycloak-build.log"), home.resolve("run/keycloak-build.pid"));
    }

    Child child() {
        return child;
    }

    /** The process that prepares it, once. */
    Child preparation() {
        return preparation;
    }

    String realmUrl() {
        return url() + "/realms/alongside";
    }

    private String url() {
        return "http://localhost:" + ports.signIn();
    }

    boolean prepared() {
        return Files.exists(program.resolve("prepared"));
    }

    /** Unpacks the distribution and lets it build itself for this database; a minute of work that is done once. */
    void prepare() throws IOException, InterruptedException {
        if (!prepared()) {
            DataHome.remove(program);
            unzip(distribution, program);
            List<String> build = new ArrayList<>(List.of("build"));
            build.addAll(PREPARED_WITH);
            preparation.start(command("-Dkc.config.build-and-exit=true", build), Map.of());
            if (preparation.ended() != 0) {
                throw new Refusal("Keycloak could not be prepared. See " + preparation.log() + ".");
            }
            Files.createFile(program.resolve("prepared"));
        }
        Path theme = program.resolve("themes/alongside");
        DataHome.remove(theme);
        copyResources("/theme/alongside", theme);
    }

    void launch(String databaseUrl, String publicUrl) throws IOException {
        Realm.write(program.resolve("data/import/alongside-realm.json"), SecondFactor.wanted());
        List<String> start = List.of(
                "start",
                "--optimized",
                "--import-realm",
                // alone: it looks for no other Keycloak and opens no port for one
                "--cache=local",
                "--hostname=" + url(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.signIn(),
                "--db-url=" + databaseUrl,
                "--db-username=keycloak",
                "--db-pool-initial-size=1",
                "--db-pool-min-size=1",
                "--db-pool-max-size=15",
                "--log-console-color=false",
                "--log-level=warn,org.keycloak.services:info,io.quarkus:info");
        child.start(
                command("-Xmx288m", start),
                Map.of(
                        "KC_DB_PASSWORD", secrets.of("keycloak"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak_admin"),
                        "ALONGSIDE_OIDC_SECRET", secrets.of("oidc_client"),
                        "ALONGSIDE_ACCOUNTS_SECRET", secrets.of("accounts_client"),
                        "ALONGSIDE_PUBLIC_URL", publicUrl));
    }

    /** @throws Refusal if it ends or does not answer within ten minutes, as long as a slow machine may need */
    void await() throws InterruptedException {
        URI realm = URI.create(realmUrl() + "/.well-known/openid-configuration");
        if (!Answer.from(realm, Duration.ofMinutes(10), child::alive)) {
            throw new Refusal("Keycloak did not start. See " + child.log() + ".");
        }
    }

    /** What its own start script runs, without the shell around it. */
    private List<String> command(String option, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=224m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + program,
                "-Djboss.server.config.dir=" + program.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                // a database that went away and came back is met again at once
                "-Dquarkus.datasource.jdbc.foreground-validation-interval=1S",
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /** Unpacks without the archive's own top folder. */
    private static void unzip(Path archive, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = target.resolve(name).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("An entry leaves the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static void copyResources(String from, Path to) throws IOException {
        try {
            URI place = Keycloak.class.getResource(from).toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    DataHome.copy(jar.getPath(from), to);
                }
            } else {
                DataHome.copy(Path.of(place), to);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
