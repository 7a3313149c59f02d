package org.alongside.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** PostgreSQL, Keycloak and WildFly as one thing that starts and stops. */
public final class Stack implements AutoCloseable {

    private final DataHome home;
    private final Ports ports;
    private final Progress progress;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final WildFly wildfly;
    private final Secrets secrets;
    private final boolean fresh;
    private final Map<String, String> more = new HashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * Makes nothing run yet.
     *
     * @param home the data of this system, which this stack closes
     * @param server the provisioned WildFly with the application
     * @param keycloakZip Keycloak's distribution
     * @param fresh whether to forget all data first
     * @throws Refusal if a port is taken, or the data home was made for other ports
     */
    public Stack(DataHome home, Ports ports, Path server, Path keycloakZip, boolean fresh, Progress progress)
            throws IOException {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
        Secrets before = new Secrets(home.resolve("secrets.properties"));
        endLeftovers(new Postgres(home, before, ports.database()));
        ports.requireUsable();
        if (!Files.exists(server.resolve("standalone/deployments/alongside.ear"))) {
            throw new Refusal("There is no built application in " + server + ". Build first.");
        }
        if (fresh) {
            home.clear();
        }
        this.fresh = home.nobodyWorkedHere();
        this.secrets = new Secrets(home.resolve("secrets.properties"));
        String url = secrets.remembered("public_url", publicUrl());
        if (!url.equals(publicUrl())) {
            throw new Refusal("The data in this folder was made for " + url
                    + ". Use the same ALONGSIDE_PORT_OFFSET, another ALONGSIDE_HOME, or -Dfresh.");
        }
        this.postgres = new Postgres(home, secrets, ports.database());
        this.keycloak = new Keycloak(home, secrets, ports, keycloakZip);
        this.wildfly = new WildFly(home, ports, server);
    }

    /**
     * Starts all three, side by side where one does not need the other, and returns when all three answer.
     *
     * @param whenOneDies told the reason, in one line, if later a server ends by itself
     * @throws Refusal if one of them does not start, or ends meanwhile; the others have been stopped then
     */
    public void start(Consumer<String> whenOneDies) throws InterruptedException {
        CompletableFuture<Object> death = new CompletableFuture<>();
        Consumer<String> died = reason -> death.completeExceptionally(new Refusal(reason));
        try {
            CompletableFuture<Void> database = run("PostgreSQL did not start", () -> {
                progress.step("PostgreSQL starts");
                launchPostgres(died);
                progress.step("PostgreSQL answers");
            });
            CompletableFuture<Void> prepared = run("Keycloak could not be prepared", () -> {
                if (!keycloak.prepared()) {
                    progress.step("Keycloak is unpacked and prepared, once");
                }
                keycloak.prepare();
            });
            CompletableFuture<Void> signIn = CompletableFuture.allOf(database, prepared)
                    .thenRun(() -> call("Keycloak did not start", () -> {
                        progress.step("Keycloak starts");
                        launchKeycloak(died);
                        progress.step("Keycloak answers");
                    }));
            CompletableFuture<Void> pages = database.thenRunAsync(() -> call("WildFly did not start", () -> {
                progress.step("WildFly starts");
                launchWildFly(died);
                progress.step("WildFly answers");
            }));
            allOrFirstFailure(death, signIn, pages);
            home.worked();
            death.whenComplete((never, refusal) -> whenOneDies.accept(refusal.getMessage()));
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : new Refusal(String.valueOf(e.getCause()), e.getCause());
        }
    }

    /** Stops all three in the reverse order, and gives the data home free. Whoever asks a second time waits for the first. */
    public synchronized void stop() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        progress.step("Stopping");
        stop(wildfly.child());
        stop(keycloak.preparation());
        stop(keycloak.child());
        try {
            postgres.stop();
            progress.step("PostgreSQL has stopped");
        } catch (IOException | RuntimeException e) {
            progress.step("PostgreSQL did not stop: " + e.getMessage() + ". See " + postgres.log() + ".");
        }
        home.close();
        progress.step("All has stopped; what was saved is kept");
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends WildFly as a power cut would. */
    public void killWildFly() {
        wildfly.child().kill();
    }

    /**
     * Starts WildFly again after {@link #killWildFly()}; returns when the application answers.
     *
     * @throws Refusal if it does not
     */
    public void startWildFly() throws IOException, InterruptedException {
        launchWildFly(progress::step);
    }

    /** Ends Keycloak as a power cut would. */
    public void killKeycloak() {
        keycloak.child().kill();
    }

    /**
     * Starts Keycloak again after {@link #killKeycloak()}; returns when it answers.
     *
     * @throws Refusal if it does not
     */
    public void startKeycloak() throws IOException, InterruptedException {
        launchKeycloak(progress::step);
    }

    /** Ends PostgreSQL as a power cut would. */
    public void killPostgres() throws IOException {
        postgres.kill();
    }

    /** Starts PostgreSQL again after {@link #killPostgres()}; returns when it answers. */
    public void startPostgres() throws IOException, SQLException {
        launchPostgres(progress::step);
    }

    /** Tells WildFly one thing more, from its next start on. */
    public void tells(String variable, String value) {
        more.put(variable, value);
    }

    /** Whether it never answered before it was made: nobody has worked here yet. */
    public boolean fresh() {
        return fresh;
    }

    /** Where this system listens. */
    public Ports ports() {
        return ports;
    }

    /** Where people go. */
    public String publicUrl() {
        return "http://localhost:" + ports.web();
    }

    /** Where tokens come from. */
    public String realmUrl() {
        return keycloak.realmUrl();
    }

    /** The JDBC address of the application's database. */
    public String databaseUrl() {
        return postgres.url();
    }

    /** The password of a database role, for tests that look from below. */
    public String databasePassword(String role) {
        return secrets.of(role);
    }

    /** The processes, for those who measure: WildFly, Keycloak. */
    public Map<String, Long> processes() {
        return Map.of(
                "WildFly", wildfly.child().pid(), "Keycloak", keycloak.child().pid());
    }

    /** The file that WildFly writes its log to. */
    public Path log() {
        return wildfly.child().log();
    }

    private void launchWildFly(Consumer<String> whenItDies) throws IOException, InterruptedException {
        wildfly.launch(environment());
        wildfly.child().whenItEnds(() -> died(wildfly.child(), whenItDies));
        wildfly.await();
    }

    private void launchKeycloak(Consumer<String> whenItDies) throws IOException, InterruptedException {
        keycloak.launch(postgres.url("keycloak"), publicUrl());
        keycloak.child().whenItEnds(() -> died(keycloak.child(), whenItDies));
        keycloak.await();
    }

    private void launchPostgres(Consumer<String> whenItDies) throws IOException, SQLException {
        postgres.start();
        postgres.whenItEnds(() -> died("PostgreSQL", postgres.log(), whenItDies));
    }

    /** What WildFly is told about this system, by environment variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ALONGSIDE_DB_URL", postgres.url());
        environment.put("ALONGSIDE_DB_USER", "alongside_app");
        environment.put("ALONGSIDE_DB_PASSWORD", secrets.of("alongside_app"));
        environment.put("ALONGSIDE_DB_OWNER_USER", "alongside_owner");
        environment.put("ALONGSIDE_DB_OWNER_PASSWORD", secrets.of("alongside_owner"));
        environment.put("ALONGSIDE_OIDC_URL", keycloak.realmUrl());
        environment.put("ALONGSIDE_OIDC_CLIENT", "alongside-web");
        environment.put("ALONGSIDE_OIDC_SECRET", secrets.of("oidc_client"));
        environment.put("ALONGSIDE_ACCOUNTS_CLIENT", "alongside-accounts");
        environment.put("ALONGSIDE_ACCOUNTS_SECRET", secrets.of("accounts_client"));
        environment.put("ALONGSIDE_SEARCH_KEY", secrets.of("search_key"));
        environment.put("ALONGSIDE_DOCUMENT_KEY", secrets.of("document_key"));
        environment.put("ALONGSIDE_AUDIT_KEY", secrets.remembered("audit_key", SigningKeys.make()));
        environment.put("ALONGSIDE_SECOND_FACTOR", SecondFactor.wanted() ? "on" : "off");
        environment.put("ALONGSIDE_PUBLIC_URL", publicUrl());
        environment.put("ALONGSIDE_DEMO", "true");
        environment.putAll(more);
        return environment;
    }

    private void endLeftovers(Postgres database) {
        endLeftover("WildFly", "run/wildfly.pid");
        endLeftover("Keycloak", "run/keycloak.pid");
        endLeftover("Keycloak's preparation", "run/keycloak-build.pid");
        database.leftover().ifPresent(left -> endLeftover("PostgreSQL", left));
    }

    private void endLeftover(String name, String pidFile) {
        Child.remembered(home.resolve(pidFile)).ifPresent(left -> endLeftover(name, left));
    }

    private void endLeftover(String name, ProcessHandle process) {
        Postgres.end(process);
        progress.step(name + " of a run that was killed (process " + process.pid() + ") has been stopped");
    }

    private void stop(Child child) {
        boolean alive = child.alive();
        try {
            child.stop();
            if (alive) {
                progress.step(child.name() + " has stopped");
            }
        } catch (RuntimeException e) {
            progress.step(child.name() + " did not stop: " + e.getMessage() + ". See " + child.log() + ".");
        }
    }

    private void died(Child child, Consumer<String> whenOneDies) {
        died(child.name(), child.log(), whenOneDies);
    }

    private void died(String name, Path log, Consumer<String> whenOneDies) {
        if (!stopping.get()) {
            whenOneDies.accept(name + " has ended by itself. See " + log + ".");
        }
    }

    /** A step that may fail in the ways that starting a server may fail. */
    private interface Step {
        void run() throws IOException, SQLException, InterruptedException;
    }

    private static CompletableFuture<Void> run(String failure, Step step) {
        return CompletableFuture.runAsync(() -> call(failure, step));
    }

    private static void call(String failure, Step step) {
        try {
            step.run();
        } catch (IOException | SQLException e) {
            throw new Refusal(failure + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(failure + ": interrupted", e);
        }
    }

    /** Waits for all of them, or for the first that fails, or for the failure. */
    private static void allOrFirstFailure(CompletableFuture<Object> failure, CompletableFuture<?>... all) {
        CompletableFuture<Object> first = failure.copy();
        for (CompletableFuture<?> each : all) {
            each.whenComplete((done, error) -> {
                if (error != null) {
                    first.completeExceptionally(error instanceof CompletionException ? error.getCause() : error);
                }
            });
        }
        CompletableFuture.anyOf(CompletableFuture.allOf(all), first).join();
    }
}
