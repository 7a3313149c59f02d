package org.alongside.system;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.alongside.access.OpenDoor;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * The product once more without its fence, to measure what the fence costs: a packaging of its own, in which
 * {@link OpenDoor} stands where the gate stands, on a copy of the database that knows no row security. Made by the
 * benchmark alone; the product has no such switch.
 */
final class Unfenced implements AutoCloseable {
    private static final String DATABASE = "alongside_unfenced";
    private static final ArchivePath BUSINESS = ArchivePaths.create("/alongside-ejb.jar");
    private static final ArchivePath DESCRIPTOR = ArchivePaths.create("/META-INF/ejb-jar.xml");

    private final Product product;
    private final DataHome home;
    private final Ports ports;
    private final WildFly wildfly;

    private Unfenced(Product product, DataHome home, Ports ports, WildFly wildfly) {
        this.product = product;
        this.home = home;
        this.ports = ports;
        this.wildfly = wildfly;
    }

    /** Copies the database as it is now, for which the product's own server is stopped and started again. */
    static Unfenced start(Product product) throws IOException, InterruptedException {
        DataHome home = DataHome.open(product.root().resolve("system/target/unfenced"));
        Child.remembered(home.resolve("run/wildfly.pid")).ifPresent(Postgres::end);
        home.clear();
        product.stack().killWildFly();
        copyDatabase(product);
        product.stack().startWildFly();
        Ports ports = Product.freePorts(product.stack().ports().offset() + 10);
        Map<String, String> environment = new HashMap<>(product.stack().environment());
        environment.put("ALONGSIDE_DB_URL", product.sql().other(DATABASE).url());
        environment.put("ALONGSIDE_NODE", "unfenced");
        WildFly wildfly = new WildFly(home, ports, server(product, home.resolve("server")));
        wildfly.launch(environment);
        wildfly.await();
        return new Unfenced(product, home, ports, wildfly);
    }

    /** Asks it over HTTP as this demo person. */
    Http http(String person) {
        return new Http("http://localhost:" + ports.web(), () -> product.token(person));
    }

    /** Whether it writes to the audit from now on. */
    void audits(boolean yes) {
        try {
            Path sign = home.resolve("wildfly").resolve(OpenDoor.AUDITED);
            if (yes) {
                Files.writeString(sign, "");
            } else {
                Files.deleteIfExists(sign);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wildfly.child().stop();
        home.close();
    }

    private static void copyDatabase(Product product) throws IOException {
        Database sql = product.sql();
        Database server = sql.other("postgres");
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            server.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'alongside'");
            server.run("drop database if exists " + DATABASE);
            server.run("create database " + DATABASE + " template alongside");
            return true;
        });
        Database copy = sql.other(DATABASE);
        copy.run(Postgres.roles());
        copy.run(NO_ROW_SECURITY);
        copy.run(NO_CALLER_TO_LOOK_UP);
        for (Database each : new Database[] {sql, copy}) {
            each.run("vacuum analyze");
        }
    }

    private static final String NO_ROW_SECURITY = """
            do $$ declare t regclass; begin
              for t in select oid from pg_class where relkind in ('r', 'p') and relrowsecurity loop
                execute format('alter table %s disable row level security, no force row level security', t);
              end loop;
            end $$
            """;

    /** Triggers and the functions of the acts still ask who acts; how far that reaches is not reckoned. */
    private static final String NO_CALLER_TO_LOOK_UP = """
            create or replace function alongside.caller_open(p_worker uuid, p_organisation uuid, p_roles text[], p_now timestamptz) returns void
            language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
            begin
              perform set_config('alongside.worker', p_worker::text, true),
                      set_config('alongside.organisation', p_organisation::text, true),
                      set_config('alongside.holders', array[p_worker]::text, true),
                      set_config('alongside.roles', p_roles::text, true),
                      set_config('alongside.now', p_now::text, true),
                      set_config('alongside.system', case p_roles when '{}' then 'yes' else 'no' end, true),
                      set_config('alongside.seen', '-1', true),
                      set_config('alongside.min', '-1', true),
                      set_config('alongside.read', '-1', true),
                      set_config('alongside.conditional', '-1', true),
                      set_config('alongside.write', '-1', true);
            end $$;
            create or replace function alongside.may(p_kind text, p_case uuid, p_bit int) returns boolean
            language sql stable parallel safe as $$ select true $$
            """;

    /** The provisioned server with the other packaging in it. */
    private static Path server(Product product, Path folder) throws IOException {
        DataHome.remove(folder);
        DataHome.copy(product.server(), folder);
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                product.root().resolve("ear/target/alongside.ear").toFile());
        JavaArchive business = ShrinkWrap.create(JavaArchive.class, "alongside-ejb.jar");
        try (var jar = application.get(BUSINESS).getAsset().openStream()) {
            business.as(ZipImporter.class).importFrom(jar);
        }
        String descriptor;
        try (var xml = business.get(DESCRIPTOR).getAsset().openStream()) {
            descriptor = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
        String open = descriptor.replace("org.alongside.access.Gate", OpenDoor.class.getName());
        if (open.equals(descriptor)) {
            throw new IllegalStateException("There is no gate to take away");
        }
        business.addClass(OpenDoor.class).delete(DESCRIPTOR);
        business.add(new StringAsset(open), DESCRIPTOR);
        application.delete(BUSINESS);
        application.add(business, ArchivePaths.root(), ZipExporter.class);
        File ear = folder.resolve("standalone/deployments/alongside.ear").toFile();
        application.as(ZipExporter.class).exportTo(ear, true);
        return folder;
    }
}
