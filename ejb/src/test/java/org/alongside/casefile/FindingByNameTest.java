package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the database lets find whom by a name, as the application's role with an honest caller. */
class FindingByNameTest {
    private static final SearchKey KEY = new SearchKey("a secret of this test, long enough");
    private static final SearchKey ANOTHER = new SearchKey("another secret of this test, as long");
    private static final Who MINA = new Who(1, 1, "CW");
    private static final Who ILSE = new Who(3, 1, "SUP");
    private static final Who JONAS = new Who(2, 1, "CW");
    private static final Who SANA = new Who(6, 3, "SHS");
    private static final Who PETRA = new Who(7, 3, "SHM");
    private static final Who KIM = new Who(16, 9, "ADM");

    private final TestDatabase database = TestDatabase.get();
    private final UUID maya = UUID.randomUUID();
    /** Names that nobody else has here. */
    private final String name = "Quillara" + maya.toString().replaceAll("[^a-f]", "");

    private final String family = "Zohrabi" + maya.toString().replaceAll("[^a-f]", "");

    private record Who(int number, int house, String role) {
        UUID id() {
            return demo("8000", number);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T in(Connection connection) throws SQLException;
    }

    @BeforeEach
    void minas_case_with_willow_helping_by_the_minimum() throws SQLException {
        try (Connection on = database.inside().getConnection();
                Statement sql = on.createStatement()) {
            sql.execute("""
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    values ('%1$s', '%1$s', 'ACTIVE', '%2$s', '%3$s', '%4$s', 'SELF', now() - interval '1 day', '%4$s', current_date)
                    """.formatted(maya, demo("9000", 1), demo("a000", 1), MINA.id()));
            assign(sql, 1, MINA.id());
            assign(sql, 3, null);
            grant(sql, 1, "F", "LEAD");
            grant(sql, 3, "M", "REFERRAL");
            sql.execute(
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) values ('%s', '%s', '25_34', false)"
                            .formatted(maya, name));
            sql.execute(
                    "insert into identity (case_id, given_name, family_name, age_basis, maybe_child) values ('%s', 'Fatima', '%s', 'ESTIMATED', false)"
                            .formatted(maya, family));
        }
        new NameRebuild(database.owner(), KEY).all();
    }

    @Test
    void those_who_may_know_both_names_find_her_by_both() throws SQLException {
        for (Who who : List.of(MINA, ILSE)) {
            assertThat(found(who, name)).as(who + " by the name she uses").containsExactly(maya);
            assertThat(found(who, family.toUpperCase(Locale.ROOT)))
                    .as(who + " by her legal name")
                    .containsExactly(maya);
            assertThat(found(who, "فاطمة " + family)).as(who + " in Arabic").containsExactly(maya);
            assertThat(found(who, family + " " + name))
                    .as(who + " by parts of both")
                    .containsExactly(maya);
            assertThat(found(who, family + " " + name + " Nobody")).isEmpty();
        }
    }

    @Test
    void shelter_staff_who_may_know_the_name_she_uses_do_not_find_her_by_the_legal_one() throws SQLException {
        assertThat(found(SANA, name)).containsExactly(maya);
        assertThat(found(SANA, family)).isEmpty();
        assertThat(found(SANA, name + " " + family)).isEmpty();
    }

    @Test
    void colleagues_down_the_corridor_others_and_administrators_find_nobody() throws SQLException {
        for (Who who : List.of(JONAS, new Who(5, 2, "SUP"), new Who(10, 5, "COU"), KIM)) {
            assertThat(found(who, name)).as(who.toString()).isEmpty();
            assertThat(count(who, "select count(*) from name_word where case_id = '" + maya + "'"))
                    .isZero();
        }
    }

    @Test
    void who_has_an_interest_in_the_case_or_whose_access_ended_finds_nobody() throws SQLException {
        run("insert into conflict_declaration values ('%s', '%s', now(), null)".formatted(MINA.id(), maya));
        assertThat(found(MINA, name)).isEmpty();
        run("delete from conflict_declaration where case_id = '%s'".formatted(maya));
        run(
                "update access_grant set ended_at = now(), ended_by = '%s', end_reason = 'x' where case_id = '%s' and level = 'M'"
                        .formatted(MINA.id(), maya));
        assertThat(found(SANA, name)).isEmpty();
        assertThat(found(MINA, name)).containsExactly(maya);
    }

    @Test
    void only_who_writes_her_name_writes_what_she_is_found_by() throws SQLException {
        String word = "insert into name_word values ('%s', gen_random_uuid(), false)".formatted(maya);
        String gone = "delete from name_word where case_id = '%s'".formatted(maya);
        for (Who who : List.of(JONAS, SANA, PETRA, KIM)) {
            assertThatThrownBy(() -> changed(who, word)).as(who.toString()).hasMessageContaining("row-level security");
            assertThat(changed(who, gone)).as(who.toString()).isZero();
        }
        assertThat(changed(MINA, word)).isOne();
        assertThat(changed(MINA, gone)).isPositive();
    }

    @Test
    void the_application_reads_no_names_in_bulk_whoever_asks() {
        for (String asked : List.of(
                "select * from names_after('00000000-0000-0000-0000-000000000000', 10)",
                "select name_words_replace('{}', '{}', '{}', '{}')",
                "select * from name_index",
                "update name_word set word = gen_random_uuid()")) {
            for (Who who : List.of(MINA, KIM)) {
                assertThatThrownBy(() -> as(who, on -> on.createStatement().execute(asked)))
                        .as(who + " " + asked)
                        .isInstanceOf(SQLException.class)
                        .extracting(thrown -> ((SQLException) thrown).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void nothing_in_the_table_can_be_read_or_guessed_without_the_key() throws SQLException {
        assertThat(
                        count(
                                "select count(*) from name_word w where w::text ilike '%quillara%' or w::text ilike '%fatima%'"))
                .isZero();
        assertThat(ANOTHER.word("spelt fatima")).isNotEqualTo(KEY.word("spelt fatima"));
        assertThatThrownBy(() -> new SearchKey("too short")).hasMessageContaining("ALONGSIDE_SEARCH_KEY");
        assertThatThrownBy(() -> new SearchKey(null)).hasMessageContaining("ALONGSIDE_SEARCH_KEY");
    }

    @Test
    void another_key_makes_every_word_anew_once() throws SQLException {
        String newer = "Halvorsen" + maya.toString().replaceAll("[^a-f]", "");
        run("update identity set family_name = '%s' where case_id = '%s'".formatted(newer, maya));
        assertThat(new NameRebuild(database.owner(), KEY).ifNeeded())
                .as("the same key")
                .isZero();
        assertThat(found(MINA, newer)).isEmpty();
        assertThat(found(MINA, family)).as("a name that is no more").isEmpty();
        assertThat(new NameRebuild(database.owner(), ANOTHER).ifNeeded()).isPositive();
        assertThat(new NameRebuild(database.owner(), ANOTHER).ifNeeded()).isZero();
        assertThat(found(MINA, newer)).as("words of the other key").isEmpty();
        assertThat(count("select count(*) from name_word where case_id = '%s' and word = '%s'"
                        .formatted(maya, ANOTHER.word("spelt " + newer.toLowerCase(Locale.ROOT)))))
                .isOne();
        new NameRebuild(database.owner(), KEY).all();
        assertThat(found(MINA, newer)).containsExactly(maya);
        assertThat(found(MINA, family)).as("the name before").isEmpty();
    }

    @Test
    void a_choice_of_cases_is_its_authors_alone() throws SQLException {
        String mine =
                "insert into saved_filter values (gen_random_uuid(), '%s', '{ACTIVE}', '{}', null, null, null, now())"
                        .formatted(MINA.id());
        changed(MINA, mine);
        assertThat(count(MINA, "select count(*) from saved_filter")).isOne();
        assertThat(count(ILSE, "select count(*) from saved_filter")).isZero();
        assertThatThrownBy(() -> changed(ILSE, mine.replace("{ACTIVE}", "{}")))
                .hasMessageContaining("row-level security");
        assertThat(changed(ILSE, "delete from saved_filter")).isZero();
        assertThat(changed(MINA, "delete from saved_filter")).isOne();
    }

    private List<UUID> found(Who who, String words) throws SQLException {
        Set<UUID> spelt = NameForms.sought(words).stream()
                .map(one -> KEY.word(one.spelt()))
                .collect(Collectors.toSet());
        Set<UUID> needed = NameForms.sought(words).stream()
                .map(one -> KEY.word(one.needed()))
                .collect(Collectors.toSet());
        return as(who, on -> Sql.of(on, CaseLists.BY_NAME)
                .with("spelt", spelt)
                .with("needed", needed)
                .with("alike", -1)
                .with("due", LocalDate.MIN)
                .with("after", new UUID(0, 0))
                .with("size", 21)
                .rows(row -> row.uuid(0)));
    }

    private <T> T as(Who who, Question<T> question) throws SQLException {
        try (Connection on = database.application().getConnection()) {
            on.setAutoCommit(false);
            on.createStatement()
                    .execute("select caller_open('%s', '%s', '{%s}', clock_timestamp())"
                            .formatted(who.id(), demo("9000", who.house()), who.role()));
            T answer = question.in(on);
            on.commit();
            return answer;
        }
    }

    private int changed(Who who, String sql) throws SQLException {
        return as(who, on -> on.createStatement().executeUpdate(sql));
    }

    private int count(Who who, String sql) throws SQLException {
        return as(who, on -> one(on, sql));
    }

    private int count(String sql) throws SQLException {
        try (Connection on = database.inside().getConnection()) {
            return one(on, sql);
        }
    }

    private static int one(Connection on, String sql) throws SQLException {
        try (ResultSet row = on.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection on = database.inside().getConnection()) {
            on.createStatement().execute(sql);
        }
    }

    private void assign(Statement sql, int house, UUID worker) throws SQLException {
        sql.execute("""
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                values (gen_random_uuid(), '%s', '%s', '%s', %s, now() - interval '1 day', '%s')
                """.formatted(
                        maya,
                        demo("9000", house),
                        demo("a000", house),
                        worker == null ? "null" : "'" + worker + "'",
                        MINA.id()));
    }

    private void grant(Statement sql, int house, String level, String basis) throws SQLException {
        sql.execute("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                values (gen_random_uuid(), '%s', '%s', 0, '%s', '%s', now() - interval '1 day', 'infinity', '%s')
                """.formatted(maya, demo("9000", house), level, basis, MINA.id()));
    }

    private static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-%012d".formatted(kind, number));
    }
}
