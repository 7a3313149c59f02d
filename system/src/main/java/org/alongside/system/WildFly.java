package org.alongside.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The provisioned server with the application in it; what it writes lies in the data home. */
final class WildFly {

    private final DataHome home;
    private final Ports ports;
    private final Path server;
    private final Path base;
    private final Child child;

    WildFly(DataHome home, Ports ports, Path server) {
        this.home = home;
        this.ports = ports;
        this.server = server;
        this.base = home.resolve("wildfly");
        this.child = new Child("WildFly", home.log("wildfly.log"), home.resolve("run/wildfly.pid"));
    }

    Child child() {
        return child;
    }

    /** Starts it with its configuration and the application as they were built; its own data stays. */
    void launch(Map<String, String> environment) throws IOException {
        fresh("configuration");
        fresh("deployments");
        start(environment);
    }

    /** Starts it with its configuration as it was built, without the application. */
    void launchEmpty(Map<String, String> environment) throws IOException {
        fresh("configuration");
        DataHome.remove(base.resolve("deployments"));
        DataHome.folder(base.resolve("deployments"));
        start(environment);
    }

    private void fresh(String folder) throws IOException {
        DataHome.remove(base.resolve(folder));
        DataHome.copy(server.resolve("standalone").resolve(folder), base.resolve(folder));
    }

    private void start(Map<String, String> environment) throws IOException {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(server)
                .setJavaHome(System.getProperty("java.home"))
                .setBaseDirectory(base)
                .setLogDirectory(home.log("server.log").getParent())
                .setServerReadOnlyConfiguration("standalone.xml")
                .setBindAddressHint("127.0.0.1")
                .setBindAddressHint("management", "127.0.0.1")
                .addServerArgument("-Djboss.socket.binding.port-offset=" + ports.offset())
                .setJavaOptions(
                        "-Xms96m",
                        "-Xmx512m",
                        "-XX:MaxMetaspaceSize=320m",
                        "-XX:ReservedCodeCacheSize=96m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.awt.headless=true",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8");
        child.start(command.build(), environment);
    }

    /** @throws Refusal if it ends, the application does not deploy, or ten minutes pass, as long as a slow machine may need */
    void await() throws InterruptedException {
        URI ready = URI.create("http://localhost:" + ports.management() + "/health/ready");
        if (!Answer.from(ready, Duration.ofMinutes(10), () -> child.alive() && !failed())) {
            throw new Refusal("WildFly did not start the application. See " + child.log() + ".");
        }
    }

    private boolean failed() {
        return Files.exists(base.resolve("deployments/alongside.ear.failed"));
    }
}
