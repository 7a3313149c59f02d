package org.alongside.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.alongside.shared.Sql;

/**
 * Makes what survivors are found by anew from their names, as the owner of the tables, some thousand cases a transaction,
 * so that nobody has to stop meanwhile; needed where the key or the rules are others than those it was made by.
 */
public final class NameRebuild {
    private static final int AT_ONCE = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource owner;
    private final SearchKey key;

    public NameRebuild(DataSource owner, SearchKey key) {
        this.owner = owner;
        this.key = key;
    }

    /** Where it was made by this key and these rules nothing is done; answers of how many cases it was made. */
    public long ifNeeded() {
        return onlyOne(connection -> madeBy(connection).filter(by()::equals).isPresent() ? 0 : all(connection));
    }

    /** Makes all of it anew, in any case; answers of how many cases. */
    public long all() {
        return onlyOne(this::all);
    }

    private long all(Connection connection) throws SQLException {
        long cases = 0;
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            List<Named> some = Sql.of(
                            connection,
                            "select case_id, preferred_name, given_name, family_name from alongside.names_after(:after, :size)")
                    .with("after", last.get())
                    .with("size", AT_ONCE)
                    .rows(row -> new Named(row.uuid(0), row.text(1), row.text(2), row.text(3)));
            replace(connection, some);
            connection.commit();
            cases += some.size();
            last = some.isEmpty()
                    ? Optional.empty()
                    : Optional.of(some.get(some.size() - 1).caseId());
        }
        Sql.of(connection, """
                        insert into alongside.name_index (made_by) values (:by)
                        on conflict (one) do update set made_by = excluded.made_by, made_at = clock_timestamp()
                        """).with("by", by()).change();
        connection.commit();
        return cases;
    }

    private void replace(Connection connection, List<Named> some) {
        List<String> cases = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> legal = new ArrayList<>();
        for (Named one : some) {
            for (boolean which : new boolean[] {false, true}) {
                for (UUID word : one.words(key, which)) {
                    cases.add(one.caseId().toString());
                    words.add(word.toString());
                    legal.add(String.valueOf(which));
                }
            }
        }
        Sql.of(connection, """
                        select alongside.name_words_replace(cast(:all as uuid[]), cast(:cases as uuid[]), cast(:words as uuid[]),
                               cast(:legal as boolean[]))
                        """)
                .with("all", some.stream().map(one -> one.caseId().toString()).toList())
                .with("cases", cases)
                .with("words", words)
                .with("legal", legal)
                .run();
    }

    private static Optional<String> madeBy(Connection connection) {
        return Sql.of(connection, "select made_by from alongside.name_index").first(row -> row.text(0));
    }

    private String by() {
        return "key " + key.fingerprint() + ", rules " + NameForms.RULES;
    }

    /** Of several servers that start at once one works and the others wait, and find it done. */
    private long onlyOne(Work work) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Sql.of(connection, "select pg_advisory_lock(hashtext('alongside.name_index'))")
                    .run();
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
                Sql.of(connection, "select pg_advisory_unlock(hashtext('alongside.name_index'))")
                        .run();
                connection.commit();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The names were not made anew, SQL state " + failed.getSQLState());
        }
    }

    private interface Work {
        long on(Connection connection) throws SQLException;
    }

    private record Named(UUID caseId, String preferred, String given, String family) {
        Iterable<UUID> words(SearchKey key, boolean legal) {
            return legal ? NameIndex.words(key, given, family) : NameIndex.words(key, preferred);
        }
    }
}
