package org.alongside.workflows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every value in every table of the engine, as text: the place to look for what should not be there. */
final class Everything {
    private Everything() {}

    static List<String> in(DataSource database) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String table : tables(database)) {
            values.addAll(read(database, "select * from engine." + table));
        }
        return values;
    }

    /** All columns of all rows, binary ones read as text. */
    static List<String> read(DataSource database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    Object value = row.getObject(at);
                    values.add(
                            value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : String.valueOf(value));
                }
            }
        }
        return values;
    }

    static List<String> tables(DataSource database) throws SQLException {
        return read(
                database, "select table_name from information_schema.tables where table_schema = 'engine' order by 1");
    }
}
