package org.alongside.setup;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of every schema, run as the owner; the application role never owns anything. */
public final class Schema {
    private Schema() {}

    /** Brings the schemas up to date; with {@code demo}, loads the demo partners and workers too. */
    public static void migrate(DataSource owner, boolean demo) {
        FluentConfiguration flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(owner)
                .defaultSchema("alongside")
                .schemas("alongside", "engine")
                .createSchemas(true)
                .javaMigrations(new EngineSchema(), new CodeLists())
                .validateMigrationNaming(true)
                .cleanDisabled(true);
        if (demo) {
            flyway.locations("classpath:db/migration", "classpath:db/demo");
        } else {
            flyway.locations("classpath:db/migration").ignoreMigrationPatterns("repeatable:missing");
        }
        flyway.load().migrate();
    }
}
