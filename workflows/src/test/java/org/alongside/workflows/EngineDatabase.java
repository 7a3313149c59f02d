package org.alongside.workflows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.ProcessEngine;

/** A real PostgreSQL whose schema {@code engine} was made by its owner from the engine's own scripts; the application owns nothing. */
final class EngineDatabase {
    /** In this order; identity and case scripts are not among them. */
    static final List<String> SCRIPTS = List.of("engine", "history", "decision.engine", "decision.history");

    private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final EmbeddedPostgres SERVER = start();

    private EngineDatabase() {}

    /** A new database; the application's way into it, with data rights only. */
    static DataSource create(String name) {
        admin(
                "postgres",
                "create database " + name,
                "do $$ begin create role alongside_owner nologin; create role alongside_app login noinherit;"
                        + " exception when duplicate_object then null; end $$");
        admin(
                name,
                "create schema engine authorization alongside_owner",
                "grant usage on schema engine to alongside_app");
        admin(
                name,
                "set role alongside_owner",
                "set search_path = engine",
                script(SCRIPTS.get(0)),
                script(SCRIPTS.get(1)),
                script(SCRIPTS.get(2)),
                script(SCRIPTS.get(3)),
                "create index act_idx_task_parent on engine.act_ru_task (parent_task_id_)",
                "grant select, insert, update, delete on all tables in schema engine to alongside_app");
        return new PooledDataSource(
                "org.postgresql.Driver", SERVER.getJdbcUrl("alongside_app", name), "alongside_app", "");
    }

    /** Asks as the superuser, who sees everything. */
    static void admin(String database, String... statements) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Connection adminOf(String database) throws SQLException {
        return SERVER.getDatabase("postgres", database).getConnection();
    }

    private static String script(String part) {
        try (InputStream script = ProcessEngine.class.getClassLoader().getResourceAsStream(FOLDER + part + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
