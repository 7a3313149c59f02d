package org.alongside.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Makes the process engine's tables from the engine's own scripts, owned by the owner; the engine's self-update is off. */
final class EngineSchema implements JavaMigration {
    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0.724");
    }

    @Override
    public String getDescription() {
        return "engine 7.24";
    }

    @Override
    public Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to engine");
            for (String script : SCRIPTS) {
                statement.execute(text("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"));
            }
            // completing a task looks for its sub-tasks: without this, at 100,000 open tasks it is 2.5 times slower
            statement.execute("create index act_idx_task_parent on act_ru_task (parent_task_id_)");
            statement.execute("grant usage on schema engine to alongside_app");
            statement.execute("grant select, insert, update, delete on all tables in schema engine to alongside_app");
            statement.execute("set local search_path to alongside");
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream script = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (script == null) {
                throw new IOException("The engine's script is not there: " + resource);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
