package org.alongside.shared;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * One SQL statement on the connection of the transaction, or on a given one, with named parameters only and columns read by
 * position.
 * Changes of entities that are not yet written are written first. Whatever reads its rows asks nothing meanwhile. What the database
 * says when it fails may hold values, and so only its state goes on, see {@link Failed}.
 */
public final class Sql {
    private static final String NO_CONNECTION = "08000";
    private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    /** The statement whose rows a thread is reading; the server takes the connection back when one within it ends, and the rows with it. */
    private static final ThreadLocal<String> READING = new ThreadLocal<>();

    private final EntityManager em;
    private final Connection connection;
    private final String text;
    private final Map<String, Binding> bindings = new HashMap<>();

    private Sql(EntityManager em, Connection connection, String text) {
        this.em = em;
        this.connection = connection;
        this.text = text;
    }

    public static Sql of(EntityManager em, String text) {
        return new Sql(em, null, text);
    }

    /** On a connection that the caller opens, ends and closes. */
    public static Sql of(Connection connection, String text) {
        return new Sql(null, connection, text);
    }

    public Sql with(String name, UUID value) {
        return bind(name, (statement, at) -> statement.setObject(at, value, Types.OTHER));
    }

    public Sql with(String name, String value) {
        return bind(name, (statement, at) -> statement.setString(at, value));
    }

    public Sql with(String name, int value) {
        return bind(name, (statement, at) -> statement.setInt(at, value));
    }

    public Sql with(String name, long value) {
        return bind(name, (statement, at) -> statement.setLong(at, value));
    }

    public Sql with(String name, Short value) {
        return bind(name, (statement, at) -> statement.setObject(at, value, Types.SMALLINT));
    }

    public Sql with(String name, boolean value) {
        return bind(name, (statement, at) -> statement.setBoolean(at, value));
    }

    public Sql with(String name, LocalDate value) {
        return bind(name, (statement, at) -> statement.setObject(at, value, Types.DATE));
    }

    public Sql with(String name, byte[] value) {
        return bind(name, (statement, at) -> statement.setBytes(at, value));
    }

    public Sql with(String name, Instant value) {
        OffsetDateTime instant = value == null ? null : value.atOffset(ZoneOffset.UTC);
        return bind(name, (statement, at) -> statement.setObject(at, instant, Types.TIMESTAMP_WITH_TIMEZONE));
    }

    /** Codes as a text array. */
    public Sql with(String name, List<String> values) {
        return bind(
                name,
                (statement, at) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("text", values.toArray())));
    }

    /** Ids as an array. */
    public Sql with(String name, Set<UUID> values) {
        return bind(
                name,
                (statement, at) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("uuid", values.toArray())));
    }

    private Sql bind(String name, Binding binding) {
        bindings.put(name, binding);
        return this;
    }

    public <T> List<T> rows(Function<Row, T> read) {
        return perform(statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                READING.set(text);
                while (result.next()) {
                    rows.add(read.apply(new Row(result)));
                }
            } finally {
                READING.remove();
            }
            return rows;
        });
    }

    public <T> Optional<T> first(Function<Row, T> read) {
        return perform(statement -> {
            try (ResultSet result = statement.executeQuery()) {
                READING.set(text);
                return result.next() ? Optional.of(read.apply(new Row(result))) : Optional.empty();
            } finally {
                READING.remove();
            }
        });
    }

    /** Runs a function for what it does. */
    public void run() {
        perform(PreparedStatement::execute);
    }

    /** Runs an insert, update or delete; answers how many rows it touched. */
    public int change() {
        return perform(PreparedStatement::executeUpdate);
    }

    private <T> T perform(Work<T> work) {
        if (READING.get() != null) {
            throw new IllegalStateException("Asked while the rows of another statement are read: " + READING.get());
        }
        if (connection != null) {
            return perform(connection, work);
        }
        Session session = em.unwrap(Session.class);
        if (session.isJoinedToTransaction()) {
            session.flush();
        }
        return session.doReturningWork(its -> perform(its, work));
    }

    private <T> T perform(Connection its, Work<T> work) {
        List<String> names = new ArrayList<>();
        String prepared = NAME.matcher(text).replaceAll(match -> {
            names.add(match.group(1));
            return Matcher.quoteReplacement("?");
        });
        try {
            return perform(its, prepared, names, work);
        } catch (SQLException failed) {
            throw new Failed(failed.getSQLState(), text);
        }
    }

    private <T> T perform(Connection its, String prepared, List<String> names, Work<T> work) throws SQLException {
        try (PreparedStatement statement = its.prepareStatement(prepared)) {
            for (int at = 0; at < names.size(); at++) {
                Binding binding = bindings.get(names.get(at));
                if (binding == null) {
                    throw new IllegalStateException("No value for :" + names.get(at));
                }
                binding.to(statement, at + 1);
            }
            return work.on(statement);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement, int at) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /**
     * What the database said, if it is behind a failure: an SQL state, and 08000 where it could not even be asked.
     */
    public static Optional<String> stateIn(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(30)
                .map(one -> one instanceof Failed failed
                        ? failed.state
                        : one instanceof SQLException thrown
                                ? Objects.requireNonNullElse(thrown.getSQLState(), NO_CONNECTION)
                                : null)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether this failed because the database cannot be reached, is stopping, or cannot take more now; null: it did not. */
    public static boolean databaseIsAway(Throwable failure) {
        return stateIn(failure).filter(Sql::away).isPresent();
    }

    /** Whether a state means that the database is away: classes 08, 53 and 57P of PostgreSQL's appendix A. */
    public static boolean away(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /** The database refused or failed; carries its state and the beginning of the statement, never a value. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String state;

        Failed(String state, String text) {
            super("SQL state " + state + " at: "
                    + text.strip().lines().findFirst().orElse("").strip());
            this.state = state;
        }

        public String state() {
            return state;
        }
    }

    /** The row under the cursor; columns count from 0. */
    public static final class Row {
        private final ResultSet result;

        private Row(ResultSet result) {
            this.result = result;
        }

        public UUID uuid(int at) {
            return read(at, UUID.class);
        }

        public String text(int at) {
            return read(at, String.class);
        }

        public int number(int at) {
            return read(at, Integer.class);
        }

        public long count(int at) {
            return read(at, Long.class);
        }

        public boolean yes(int at) {
            return Boolean.TRUE.equals(read(at, Boolean.class));
        }

        public boolean has(int at) {
            try {
                return result.getObject(at + 1) != null;
            } catch (SQLException failed) {
                throw new Failed(failed.getSQLState(), "column " + at);
            }
        }

        public LocalDate date(int at) {
            return read(at, LocalDate.class);
        }

        public Instant instant(int at) {
            OffsetDateTime value = read(at, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        public Optional<Instant> when(int at) {
            return Optional.ofNullable(instant(at));
        }

        public byte[] bytes(int at) {
            return read(at, byte[].class);
        }

        /** A text array, or a column made by {@code array_to_string(x, ',')}. */
        public List<String> codes(int at) {
            String joined = text(at);
            return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
        }

        private <T> T read(int at, Class<T> type) {
            try {
                if (type == byte[].class) {
                    return type.cast(result.getBytes(at + 1));
                }
                return result.getObject(at + 1, type);
            } catch (SQLException failed) {
                throw new Failed(failed.getSQLState(), "column " + at);
            }
        }
    }
}
