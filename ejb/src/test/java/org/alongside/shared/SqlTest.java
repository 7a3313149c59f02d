package org.alongside.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection reads one thing at a time: on the server the rows of a statement are gone once another one has ended within it. */
class SqlTest {
    private Connection connection;
    private EntityManager em;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.get().application().getConnection();
        em = new Connected(connection).em();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatever_reads_a_row_asks_nothing_meanwhile() {
        assertThatThrownBy(() -> numbers().rows(row -> one())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> numbers().first(row -> one())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        numbers().first(row -> Sql.of(connection, "select 1").change()))
                .as("nor by a connection that it opened")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void once_the_rows_are_read_another_is_asked_also_where_reading_them_failed() {
        assertThat(numbers().rows(row -> row.number(0)).stream().map(number -> one()))
                .containsExactly(Optional.of(1), Optional.of(1));
        assertThatThrownBy(() -> numbers().rows(row -> {
                    throw Refusal.notThere();
                }))
                .isInstanceOf(Refusal.class);
        assertThat(one()).contains(1);
        assertThatThrownBy(() -> Sql.of(em, "select none").first(row -> row.number(0)))
                .isInstanceOf(Sql.Failed.class);
        assertThat(one()).contains(1);
    }

    private Sql numbers() {
        return Sql.of(em, "select * from generate_series(1, 2)");
    }

    private Optional<Integer> one() {
        return Sql.of(em, "select 1").first(row -> row.number(0));
    }
}
