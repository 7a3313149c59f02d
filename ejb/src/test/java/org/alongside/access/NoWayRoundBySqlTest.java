package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Every table and every function of the schema, asked by SQL alone by whoever has nothing to do with her: somebody of another
 * house and a colleague down the corridor, with honest callers, and nobody at all. Found in the catalogue, so that a new one is
 * asked, too.
 */
class NoWayRoundBySqlTest extends ReferralsBySql {
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final List<Worker> STRANGERS = List.of(COLLEAGUE, CASEWORKER_OF_COUNSELLORS);
    private static final String OF_A_CASE =
            " join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped";

    private Asked hers;
    private UUID disclosure;
    private UUID guardian;

    @BeforeEach
    void a_file_in_which_much_is_written() throws SQLException {
        hers = accepted(MENTORING, MENTOR);
        disclosure = UUID.randomUUID();
        guardian = UUID.randomUUID();
        as(LEAD, now.plusSeconds(20), on -> {
            run(on, """
                    insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, recorded_at, recorded_by)
                    values (gen_random_uuid(), gen_random_uuid(), ?, 'NRM_REFERRAL', 'REFUSED', caller_now(), caller_now(), ?)
                    """, hers.caseId(), LEAD.id());
            run(on, """
                    insert into guardian (guardian_id, case_id, type, name, relation, powers, recorded_at, recorded_by)
                    values (?, ?, 'CAREGIVER', 'n', 'OTHER_RELATIVE', '{CONSENT}', caller_now(), ?)
                    """, guardian, hers.caseId(), LEAD.id());
            run(on, """
                    insert into excluded_person (excluded_person_id, case_id, relation, name, recorded_at, recorded_by)
                    values (gen_random_uuid(), ?, 'STEP_PARENT', 'x', caller_now(), ?)
                    """, hers.caseId(), LEAD.id());
            run(on, """
                    insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)
                    values (gen_random_uuid(), ?, ?, 5, 'WHOLE', caller_now(), ?)
                    """, hers.caseId(), MENTOR.organisation(), LEAD.id());
            run(
                    on,
                    "select disclosure_propose(?, ?, 'VITAL_INTEREST', null, 'b', '{0}', 'w', null, null, null, null)",
                    disclosure,
                    hers.caseId());
        });
    }

    @Test
    void no_table_nor_a_copy_of_it_has_a_row_of_hers_for_a_stranger() throws Exception {
        List<String> tables = catalogue("c.relrowsecurity", OF_A_CASE);
        List<String> written = new ArrayList<>();
        copied(LEAD, tables).forEach((table, rows) -> {
            if (rows.contains(id(hers.caseId()))) {
                written.add(table);
            }
        });
        assertThat(written)
                .as("what her caseworker reads")
                .contains("case_file", "identity", "consent", "referral", "purpose_answer", "guardian", "disclosure")
                .hasSizeGreaterThan(12);
        for (Worker stranger : STRANGERS) {
            assertThat(copied(stranger, tables))
                    .allSatisfy((table, rows) -> assertThat(rows).doesNotContain(id(hers.caseId())));
        }
    }

    @Test
    void nobody_reads_a_row_of_any_protected_table_but_of_the_directory() throws Exception {
        List<String> read = new ArrayList<>();
        try (Connection nobody = database.application().getConnection()) {
            for (String table : catalogue("c.relrowsecurity", "")) {
                ResultSet rows = nobody.createStatement().executeQuery("select from " + table + " limit 1");
                if (rows.next()) {
                    read.add(table);
                }
            }
        }
        assertThat(read)
                .isSubsetOf("organisation", "service", "service_hours", "team", "team_member", "worker", "worker_role");
    }

    @Test
    void no_row_that_is_refused_tells_her_file_from_one_that_is_not_there() throws Exception {
        List<String> inserts = catalogue(
                        "c.relname <> 'case_file' and has_table_privilege('alongside_app', c.oid, 'insert')", OF_A_CASE)
                .stream()
                .map(table -> "insert into " + table + " (case_id) values ('%s')")
                .toList();
        for (Worker stranger : STRANGERS) {
            assertThat(answers(stranger, inserts, hers.caseId()))
                    .isEqualTo(answers(stranger, inserts, UUID.randomUUID()))
                    .noneMatch(answer -> answer.endsWith("]"));
        }
    }

    @Test
    void no_function_tells_what_is_hers_from_what_is_not_there() throws Exception {
        List<String> asked = functions();
        List<String> told = answers(LEAD, asked, hers.caseId());
        List<String> ofNone = answers(LEAD, asked, UUID.randomUUID());
        assertThat(IntStream.range(0, asked.size()).filter(at -> !told.get(at).equals(ofNone.get(at))))
                .as("her caseworker is told more by many")
                .hasSizeGreaterThan(5);
        for (Worker stranger : STRANGERS) {
            List<String> nothing = answers(stranger, asked, UUID.randomUUID());
            for (UUID of : List.of(hers.caseId(), hers.consent(), hers.referral(), disclosure, guardian)) {
                assertThat(answers(stranger, asked, of)).isEqualTo(nothing);
            }
        }
    }

    /**
     * All that the application may call with an id: that in the place of every id, and else what leads furthest. Left out: leads(),
     * by which a colleague learns of an id that their own house leads it, and nothing else.
     */
    private List<String> functions() throws SQLException {
        return names("""
                select format('select %s(%s)', p.proname,
                              (select string_agg(case format_type(t, null) when 'uuid' then '''%1$s''' when 'text' then '''read''' when 'integer' then '1'
                                                      when 'boolean' then 'true' when 'timestamp with time zone' then 'caller_now()'
                                                      else 'null::' || format_type(t, null) end, ', ' order by n)
                                 from unnest(p.proargtypes) with ordinality k (t, n)))
                  from pg_proc p
                 where p.pronamespace = 'alongside'::regnamespace and p.prokind = 'f' and 'uuid'::regtype = any (p.proargtypes)
                   and p.prorettype <> 'trigger'::regtype and has_function_privilege('alongside_app', p.oid, 'execute')
                   and p.proname not in ('caller_open', 'leads')
                 order by 1
                """);
    }

    private List<String> catalogue(String which, String joined) throws SQLException {
        return names("select c.relname from pg_class c" + joined
                + " where c.relnamespace = 'alongside'::regnamespace and c.relkind in ('r', 'p')"
                + " and has_any_column_privilege('alongside_app', c.oid, 'select') and " + which + " order by 1");
    }

    private List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection inside = database.inside().getConnection()) {
            ResultSet rows = inside.createStatement().executeQuery(sql);
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The ids of the cases of all rows that a copy of a table holds, by table. */
    private Map<String, String> copied(Worker worker, List<String> tables) throws SQLException {
        Map<String, String> copied = new HashMap<>();
        as(worker, now.plusSeconds(60), on -> {
            for (String table : tables) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    on.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select case_id from " + table + ") to stdout", out);
                } catch (IOException unwritten) {
                    throw new UncheckedIOException(unwritten);
                }
                copied.put(table, out.toString(StandardCharsets.UTF_8));
            }
        });
        return copied;
    }

    /** What each statement answers, whatever id it is asked with; nothing of it stays. */
    private List<String> answers(Worker worker, List<String> statements, UUID id) throws SQLException {
        List<String> answers = new ArrayList<>();
        as(worker, now.plusSeconds(60), on -> {
            Statement asked = on.createStatement();
            for (String statement : statements) {
                Savepoint before = on.setSavepoint();
                answers.add(
                        statement + " " + answer(asked, statement.formatted(id)).replace(id(id), "?"));
                on.rollback(before);
            }
        });
        return answers;
    }

    private static String answer(Statement asked, String sql) {
        try {
            List<String> rows = new ArrayList<>();
            if (asked.execute(sql)) {
                ResultSet row = asked.getResultSet();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows.toString();
        } catch (SQLException refused) {
            return refused.getSQLState() + " "
                    + refused.getMessage().lines().findFirst().orElse("");
        }
    }

    private static String id(UUID id) {
        return id.toString();
    }
}
