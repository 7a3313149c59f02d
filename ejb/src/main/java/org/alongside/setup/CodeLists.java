package org.alongside.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Loads the code lists, the role matrix, the serving roles, what a service writes itself and the exceptions under which something
 * is told without consent, whenever their files changed. The matrix and the exceptions are delivered once: what was made of them
 * here stands, whatever a later file says.
 */
final class CodeLists implements JavaMigration {
    private static final List<String> FILES =
            List.of("codes", "access_matrix", "service_role", "service_domain", "disclosure_exception");

    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "code lists";
    }

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        FILES.forEach(file -> sum.update(String.join("\n", lines(file)).getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (PreparedStatement code = connection.prepareStatement("""
                insert into alongside.code (list, code, position) values (?, ?, ?)
                on conflict (list, code) do update set position = excluded.position
                """)) {
            int position = 0;
            for (String line : lines("codes")) {
                String[] cells = line.split(",");
                code.setString(1, cells[0]);
                code.setString(2, cells[1]);
                code.setInt(3, position++);
                code.addBatch();
            }
            code.executeBatch();
        }
        loadMatrix(connection);
        try (PreparedStatement role = connection.prepareStatement(
                "insert into alongside.service_role (service_type, role_code) values (?, ?) on conflict do nothing")) {
            for (String line : lines("service_role")) {
                String[] cells = line.split(",");
                role.setString(1, cells[0]);
                role.setString(2, cells[1]);
                role.addBatch();
            }
            role.executeBatch();
        }
        try (PreparedStatement domain = connection.prepareStatement("""
                insert into alongside.service_domain (service_type, category)
                select ?, category from alongside.data_category where code = ? on conflict do nothing
                """)) {
            for (String line : lines("service_domain")) {
                String[] cells = line.split(",");
                domain.setString(1, cells[0]);
                domain.setString(2, cells[1]);
                domain.addBatch();
            }
            domain.executeBatch();
        }
        loadExceptions(connection);
    }

    private static void loadExceptions(Connection connection) throws Exception {
        try (PreparedStatement rule = connection.prepareStatement("""
                insert into alongside.disclosure_rule (exception, desks, telling, child_only, needs_order, asks_guardian, categories)
                select ?, string_to_array(?, ' '), ?, ? = 'yes', ? = 'yes', ? = 'yes', array_agg(category order by category)
                  from alongside.data_category where code = any (string_to_array(?, ' '))
                on conflict (exception) do nothing
                """)) {
            for (String line : lines("disclosure_exception")) {
                String[] cells = line.split(",");
                for (int at = 0; at < cells.length; at++) {
                    rule.setString(at + 1, cells[at]);
                }
                rule.addBatch();
            }
            rule.executeBatch();
        }
    }

    private static void loadMatrix(Connection connection) throws Exception {
        List<String> lines = lines("access_matrix", 0);
        String[] roles = lines.get(0).split(",");
        try (PreparedStatement category = connection.prepareStatement(
                        "insert into alongside.data_category (category, code) values (?, ?) on conflict do nothing");
                PreparedStatement cell = connection.prepareStatement("""
                        insert into alongside.role_category (role_code, category, access) values (?, ?, ?)
                        on conflict (role_code, category) do nothing
                        """)) {
            for (int number = 0; number + 1 < lines.size(); number++) {
                String[] cells = lines.get(number + 1).split(",");
                category.setInt(1, number);
                category.setString(2, cells[0]);
                category.addBatch();
                for (int column = 1; column < roles.length; column++) {
                    cell.setString(1, roles[column]);
                    cell.setInt(2, number);
                    cell.setString(3, cells[column]);
                    cell.addBatch();
                }
            }
            category.executeBatch();
            cell.executeBatch();
        }
    }

    private static List<String> lines(String file) {
        return lines(file, 1);
    }

    private static List<String> lines(String file, int skip) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CodeLists.class.getResourceAsStream("/codes/" + file + ".csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(skip).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
