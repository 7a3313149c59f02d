package org.alongside.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A second WildFly, started as the product's own is and empty at first, for tests that run inside the server.
 *
 * <p>Arquillian asks for it before it deploys. It has a database of its own beside the product's, so that the process
 * engines do not take each other's work, and signs people in at the product's Keycloak.
 */
public final class InsideServer implements LoadableExtension {

    private static final String DATABASE = "alongside_inside";

    private static WildFly wildfly;
    private static DataHome home;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Port.class);
    }

    /** Tells Arquillian the management port. */
    public static final class Port {

        public void tell(@Observes ContainerRegistry registry) {
            registry.getContainers().forEach(container -> container
                    .getContainerConfiguration()
                    .property("managementPort", String.valueOf(start().management())));
        }
    }

    /** The real application, unchanged, with one more archive that holds these classes and what they need. */
    static EnterpriseArchive application(Class<?>... tests) {
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                Product.get().root().resolve("ear/target/alongside.ear").toFile());
        String login =
                "url=" + sql().url() + "\npostgres=" + Product.get().stack().databasePassword("postgres") + "\n";
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "inside.war")
                .addClasses(tests)
                .addClass(Inside.class)
                .addAsLibrary(jar(Assertions.class))
                .addAsResource("inside/fail-at-commit.sql")
                .addAsResource(new StringAsset(login), Inside.DATABASE)
                .addAsManifestResource(
                        new StringAsset("Manifest-Version: 1.0\nDependencies: org.postgresql\n"), "MANIFEST.MF")
                .setWebXML("inside/web.xml")
                .addAsWebInfResource("inside/oidc.json", "oidc.json")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return application
                .addAsModule(Testable.archiveToTest(archive))
                .setApplicationXML(new StringAsset(descriptor(application)));
    }

    private static File jar(Class<?> of) {
        return new File(of.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String descriptor(EnterpriseArchive application) {
        try (InputStream xml =
                application.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst(
                            "<module>",
                            "<module><web><web-uri>inside.war</web-uri><context-root>/inside</context-root></web></module>$0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of this server. */
    static Database sql() {
        return Product.get().sql().other(DATABASE);
    }

    static synchronized void end() {
        if (wildfly != null) {
            wildfly.child().stop();
            home.close();
            wildfly = null;
        }
    }

    private static synchronized Ports start() {
        Product product = Product.get();
        Ports ports = Product.freePorts(product.stack().ports().offset() + 10);
        try {
            home = DataHome.open(product.root().resolve("system/target/inside-" + Product.FORK));
            Child.remembered(home.resolve("run/wildfly.pid")).ifPresent(Postgres::end);
            home.clear();
            sql().run(Postgres.roles());
            Map<String, String> environment = new HashMap<>(product.stack().environment());
            environment.put("ALONGSIDE_DB_URL", sql().url());
            environment.put("ALONGSIDE_NODE", "inside");
            environment.put("ALONGSIDE_BEHIND_PROXY", "true");
            wildfly = new WildFly(home, ports, product.server());
            wildfly.launchEmpty(environment);
            wildfly.await();
            return ports;
        } catch (IOException e) {
            throw new Refusal("The server for tests inside did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The server for tests inside did not start: interrupted", e);
        }
    }
}
