package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could do by SQL towards a file in an emergency, as the application with an honest caller: never more than ACCESS 5. */
class EmergencyBySqlTest extends ReferralsBySql {
    private static final Worker MANAGER = new Worker(7, 3, "SHM");
    private static final Worker MANAGER_WITH_POLICE_TOO = new Worker(7, 3, "LEL");
    private static final Worker STAFF = new Worker(6, 3, "SHS");
    private static final Worker SECOND = new Worker(6, 3, "SHM");
    private static final Worker COLLEAGUE_OF_LEAD = new Worker(2, 1, "CW");
    private static final Worker OFFICER = new Worker(15, 8, "DPO");
    private static final Worker ADMINISTRATOR = new Worker(16, 9, "ADM");
    private static final Worker COORDINATOR = new Worker(14, 8, "NRM");
    private static final Worker ELSEWHERE = new Worker(9, 4, "SHM");
    private static final String ALL = "{0,1,3,4,9}";
    private static final List<String> TABLES = List.of(
            "case_file", "identity_minimum", "identity", "contact", "demographics", "safety_minimum", "emergency_file");

    private UUID caseId;
    private String code;

    @BeforeEach
    void a_survivor_whom_another_house_helps() throws SQLException {
        caseId = openCase();
        code = caseId.toString().substring(0, 9);
        below("update case_file set case_code = '%s' where case_id = '%s'".formatted(code, caseId));
        below("delete from emergency_misuse");
        below("delete from emergency_review");
        below("delete from emergency_file");
        below("delete from emergency_plea");
        below("delete from access_grant where emergency_access_id is not null");
        below("delete from emergency_access");
    }

    @Test
    void life_in_danger_opens_what_was_asked_for_at_once_to_the_one_person_and_until_the_clock_says_so()
            throws Exception {
        ask(MANAGER, code, "{0,9}", true);
        assertThat(read(MANAGER, 1, "identity")).isEqualTo(1);
        assertThat(read(MANAGER, 1, "safety_minimum")).isEqualTo(1);
        assertThat(read(STAFF, 1, "identity")).as("a colleague").isZero();
        assertThat(read(SECOND, 1, "identity")).as("another manager").isZero();
        for (String closed :
                List.of("contact", "demographics", "referral", "consent", "action_step", "matter_file", "closing")) {
            assertThat(read(MANAGER, 1, closed))
                    .as("was not asked for: " + closed)
                    .isZero();
        }
        assertThat(seen(MANAGER, now.plus(Duration.ofHours(4)).plusSeconds(59), "case_file", caseId))
                .as("a second before the end")
                .isEqualTo(1);
        assertThat(seen(MANAGER, now.plus(Duration.ofHours(4)).plusSeconds(60), "case_file", caseId))
                .as("no job ended it")
                .isZero();
    }

    @Test
    void nothing_is_open_before_a_second_person_agrees_and_nobody_can_tell_whether_there_is_such_a_file()
            throws Exception {
        UUID real = ask(MANAGER, code, ALL, false);
        UUID invented = ask(MANAGER, "ZZ-000000", ALL, false);
        for (String table : TABLES) {
            assertThat(read(MANAGER, 2, table)).as(table).isZero();
        }
        for (Worker worker : List.of(MANAGER, SECOND)) {
            assertThat(text(worker, 2, known(real))).isEqualTo(text(worker, 2, known(invented)));
        }
        decide(SECOND, real, true);
        decide(SECOND, invented, true);
        assertThat(read(MANAGER, 3, "identity")).isEqualTo(1);
        assertThat(text(
                        MANAGER,
                        3,
                        "select (missed_at is not null)::text from emergency_access where emergency_access_id = '%s'"
                                .formatted(invented)))
                .isEqualTo("true");
    }

    @Test
    void nobody_agrees_to_their_own_and_nobody_from_elsewhere_and_nobody_who_could_not_ask() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, false);
        for (Worker worker :
                List.of(MANAGER, STAFF, ELSEWHERE, OFFICER, ADMINISTRATOR, LEAD, MANAGER_WITH_POLICE_TOO)) {
            denied(() -> decide(worker, asked, true));
        }
        denied(() -> decide(SECOND, UUID.randomUUID(), true));
        decide(SECOND, asked, false);
        assertThat(read(MANAGER, 3, "case_file")).isZero();
        assertThatThrownBy(() -> decide(SECOND, asked, true))
                .as("once")
                .extracting(EmergencyBySqlTest::state)
                .isEqualTo("40001");
    }

    @Test
    void an_answer_that_comes_too_late_opens_nothing() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, false);
        assertThatThrownBy(() -> as(
                        SECOND,
                        now.plus(Duration.ofMinutes(61)),
                        on -> run(on, "select emergency_decide(?, true)", asked)))
                .extracting(EmergencyBySqlTest::state)
                .isEqualTo("40001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHS", "COU", "LAW", "LEL", "PRL", "GRD", "NRM", "ANL", "DPO", "ADM", "SUR"})
    void other_jobs_never_ask(String role) {
        denied(() -> ask(new Worker(7, 3, role), code, "{0}", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEL", "PRL", "ANL", "ADM"})
    void police_prosecution_analysts_and_administrators_never_ask_whatever_else_they_do(String role) {
        denied(() -> asked(MANAGER, code, "{0}", true, "SHM", role));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 7, 8, 10, 11, 12, 13})
    void where_she_lives_notes_the_lawyers_and_the_police_store_are_never_opened(int category) {
        denied(() -> ask(MANAGER, code, "{0," + category + "}", true));
        assertThatThrownBy(() -> below(grant(category, "R", "4 hours"))).hasMessageContaining("emergency_bounds");
    }

    @Test
    void the_bounds_stand_on_the_table_itself() {
        assertThatThrownBy(() -> below(grant(0, "R", "4 hours 1 second"))).hasMessageContaining("emergency_bounds");
        assertThatThrownBy(() -> below(grant(0, "F", "1 hour"))).hasMessageContaining("emergency_bounds");
        assertThatThrownBy(() -> below(grant(1, "R", "1 hour"))).hasMessageContaining("emergency_bounds");
        assertThatThrownBy(() -> below("update setting set value = '5 hours' where name = 'emergency-access-lasts'"))
                .hasMessageContaining("emergency_access_is_short");
        assertThatThrownBy(() ->
                        below("update setting set value = '73 hours' where name = 'emergency-access-reviewed-within'"))
                .hasMessageContaining("emergency_access_is_reviewed_soon");
    }

    @Test
    void a_tie_to_her_closes_the_file_in_an_emergency_too_and_looks_as_if_there_were_none() throws Exception {
        below("insert into conflict_declaration values ('%s', '%s', now() - interval '1 day', null)"
                .formatted(MANAGER.id(), caseId));
        UUID asked = ask(MANAGER, code, ALL, true);
        for (String table : TABLES) {
            assertThat(read(MANAGER, 1, table)).as(table).isZero();
        }
        assertThat(text(
                        MANAGER,
                        2,
                        "select (missed_at is not null)::text from emergency_access where emergency_access_id = '%s'"
                                .formatted(asked)))
                .isEqualTo("true");
    }

    @Test
    void nobody_asks_more_often_than_the_rule_says_also_for_codes_that_are_none() throws Exception {
        for (int time = 0; time < 5; time++) {
            ask(MANAGER, "ZZ-00000" + time, ALL, true);
        }
        assertThatThrownBy(() -> ask(MANAGER, code, ALL, true))
                .extracting(EmergencyBySqlTest::state)
                .isEqualTo("AL006");
        assertThat(read(MANAGER, 1, "case_file")).isZero();
    }

    @Test
    void a_way_to_reach_her_is_opened_and_a_place_to_meet_her_is_not() throws Exception {
        as(LEAD, now.plusSeconds(1), on -> run(on, """
                insert into contact (case_id, channel, value, leave_message) values (?, 'PHONE', '+49 30 1234567', 'NO')
                """, caseId));
        ask(MANAGER, code, "{1}", true);
        assertThat(read(MANAGER, 1, "contact")).isEqualTo(1);
        as(LEAD, now.plusSeconds(90), on -> run(on, """
                update contact set channel = 'IN_PERSON', value = 'Mill Lane 4' where case_id = ?
                """, caseId));
        assertThat(read(MANAGER, 2, "contact")).isZero();
        assertThat(read(LEAD, 2, "contact")).isEqualTo(1);
    }

    @Test
    void a_colleague_of_the_lead_reads_what_was_asked_for_and_leads_nothing() throws Exception {
        as(LEAD, now.plusSeconds(1), on -> {
            run(
                    on,
                    "insert into contact (case_id, channel, value, leave_message) values (?, 'PHONE', '1', 'NO')",
                    caseId);
            run(on, """
                    insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by)
                    values (gen_random_uuid(), ?, caller_now(), 'PHONE', 'NO_ANSWER', caller_now(), ?)
                    """, caseId, LEAD.id());
        });
        ask(COLLEAGUE_OF_LEAD, code, ALL, true);
        assertThat(read(COLLEAGUE_OF_LEAD, 1, "identity")).isEqualTo(1);
        assertThat(read(COLLEAGUE_OF_LEAD, 1, "contact_attempt")).isZero();
        assertThat(read(LEAD, 1, "contact_attempt")).isEqualTo(1);
        assertThat(text(COLLEAGUE_OF_LEAD, 1, "select leads('%s')::text".formatted(caseId)))
                .isEqualTo("false");
        assertThat(text(LEAD, 1, "select leads('%s')::text".formatted(caseId))).isEqualTo("true");
        for (String write : List.of(
                "update identity set given_name = 'x' where case_id = '%s'",
                "update case_file set version = version where case_id = '%s'",
                "update safety_minimum set in_danger = false where case_id = '%s'")) {
            assertThat(changed(COLLEAGUE_OF_LEAD, write.formatted(caseId)))
                    .as(write)
                    .isZero();
        }
        denied(() -> as(COLLEAGUE_OF_LEAD, now.plusSeconds(70), on -> run(on, """
                insert into record_change (change_id, case_id, record, version, fields, changed_at, changed_by)
                values (gen_random_uuid(), ?, 'identity', 1, '{}', now(), ?)
                """, caseId, COLLEAGUE_OF_LEAD.id())));
        denied(() -> as(COLLEAGUE_OF_LEAD, now.plusSeconds(70), on -> run(on, "select case_take_up(?)", caseId)));
    }

    @Test
    void it_is_ended_early_by_who_asked_by_who_leads_and_by_data_protection_and_by_nobody_else() throws Exception {
        for (Worker ender : List.of(MANAGER, LEAD, LEADS_SUPERVISOR, OFFICER)) {
            UUID asked = ask(MANAGER, code, ALL, true);
            for (Worker other : List.of(STAFF, SECOND, ELSEWHERE, ADMINISTRATOR, COORDINATOR, COLLEAGUE_OF_LEAD)) {
                denied(() -> as(other, now.plusSeconds(70), on -> run(on, "select emergency_end(?)", asked)));
            }
            assertThat(read(MANAGER, 1, "identity")).isEqualTo(1);
            as(ender, now.plusSeconds(90), on -> run(on, "select emergency_end(?)", asked));
            assertThat(read(MANAGER, 2, "case_file")).as(ender.role()).isZero();
        }
    }

    @Test
    void it_is_reviewed_once_by_data_protection_and_misuse_ends_it_and_is_told_without_what_it_was_about()
            throws Exception {
        UUID asked = ask(MANAGER, code, ALL, true);
        for (Worker worker : List.of(MANAGER, SECOND, LEAD, ADMINISTRATOR, COORDINATOR)) {
            denied(() -> judge(worker, asked, "JUSTIFIED"));
        }
        assertThat(see(ADMINISTRATOR, asked)).as("before there is a verdict").isEqualTo("");
        judge(OFFICER, asked, "MISUSE");
        assertThat(read(MANAGER, 3, "case_file")).isZero();
        assertThatThrownBy(() -> judge(OFFICER, asked, "JUSTIFIED"))
                .extracting(EmergencyBySqlTest::state)
                .isEqualTo("40001");
        for (Worker told : List.of(ADMINISTRATOR, SECOND)) {
            assertThat(see(told, asked))
                    .as(told.role())
                    .startsWith("emergency_access")
                    .doesNotContain("plea", "file", "review");
            as(told, now.plusSeconds(200), on -> run(on, "select emergency_misuse_seen(?)", asked));
        }
        for (Worker other : List.of(STAFF, ELSEWHERE, COORDINATOR)) {
            assertThat(see(other, asked)).as(other.role()).isEqualTo("");
            denied(() -> as(other, now.plusSeconds(200), on -> run(on, "select emergency_misuse_seen(?)", asked)));
        }
        assertThat(see(LEAD, asked)).isEqualTo("emergency_access emergency_plea emergency_file");
        assertThat(see(OFFICER, asked))
                .isEqualTo("emergency_access emergency_plea emergency_file emergency_review emergency_misuse");
    }

    @Test
    void a_late_review_shows_to_the_coordinator_as_a_fact_and_no_earlier() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, true);
        assertThat(see(COORDINATOR, asked)).isEqualTo("");
        assertThat(seeAt(COORDINATOR, asked, now.plus(Duration.ofHours(73)))).isEqualTo("emergency_access");
    }

    @Test
    void data_protection_reads_when_what_kind_was_looked_at_and_nobody_else_does() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, true);
        as(
                MANAGER,
                now.plusSeconds(80),
                on -> run(
                        on,
                        "select audit_write('READ_CASE', ?, ?, null, 'EMERGENCY', 'PERMITTED', null, 's')",
                        caseId,
                        caseId));
        String trail = "select string_agg(action, ' ') from emergency_trail('%s')".formatted(asked);
        assertThat(text(OFFICER, 3, trail)).isEqualTo("READ_CASE");
        for (Worker worker : List.of(MANAGER, LEAD, ADMINISTRATOR)) {
            assertThat(text(worker, 3, trail)).as(worker.role()).isEqualTo("");
        }
    }

    @Test
    void she_is_told_by_the_lead_and_never_through_somebody_who_is_excluded() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, true);
        as(LEAD, now.plusSeconds(61), on -> run(on, """
                insert into excluded_person (excluded_person_id, case_id, relation, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, 'STEP_PARENT', now(), ?)
                """, caseId, LEAD.id()));
        for (Worker worker : List.of(MANAGER, SECOND, COLLEAGUE_OF_LEAD, OFFICER, ADMINISTRATOR)) {
            denied(() -> tell(worker, asked, "HERSELF", null));
        }
        denied(() -> tell(LEAD, asked, "GUARDIAN", "STEP_PARENT"));
        denied(() -> tell(LEAD, asked, "GUARDIAN", null));
        tell(LEAD, asked, "GUARDIAN", "OTHER");
        assertThatThrownBy(() -> tell(LEAD, asked, "HERSELF", null))
                .extracting(EmergencyBySqlTest::state)
                .isEqualTo("40001");
    }

    @Test
    void who_loses_the_job_loses_the_access_in_the_same_instant() throws Exception {
        ask(MANAGER, code, ALL, true);
        as(
                ADMINISTRATOR,
                now.plusSeconds(70),
                on -> run(on, "delete from worker_role where worker_id = ?", MANAGER.id()));
        try {
            assertThat(read(MANAGER, 2, "case_file")).isZero();
        } finally {
            below("insert into worker_role values ('%s', 'SHM') on conflict do nothing".formatted(MANAGER.id()));
        }
    }

    @Test
    void whatever_ends_the_grants_ends_what_is_said_to_be_open() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, true);
        below("update access_grant set ended_at = '%s', end_reason = 'CASE_CLOSED' where emergency_access_id = '%s'"
                .formatted(now.plusSeconds(65), asked));
        assertThat(read(MANAGER, 1, "case_file")).isZero();
        assertThat(text(
                        MANAGER,
                        2,
                        "select (ended_at is not null)::text from emergency_access where emergency_access_id = '%s'"
                                .formatted(asked)))
                .isEqualTo("true");
    }

    @Test
    void no_statement_of_the_application_writes_any_of_it() throws Exception {
        UUID asked = ask(MANAGER, code, ALL, false);
        for (String write : List.of(
                "update emergency_access set decided_at = now() where emergency_access_id = '%s'",
                "delete from emergency_access where emergency_access_id = '%s'",
                "insert into emergency_file (emergency_access_id, case_id) values ('%s', '" + caseId + "')",
                "select emergency_open('%s')",
                "select emergency_close('%s', 'X')",
                "update emergency_rule set most_asked = 20 where '%s' is not null")) {
            assertThatThrownBy(() -> as(MANAGER, now.plusSeconds(70), on -> run(on, write.formatted(asked))))
                    .as(write)
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID ask(Worker worker, String caseCode, String categories, boolean danger) throws SQLException {
        return asked(worker, caseCode, categories, danger, worker.role());
    }

    private UUID asked(Worker worker, String caseCode, String categories, boolean danger, String... roles)
            throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection application = database.application().getConnection()) {
            application.setAutoCommit(false);
            run(
                    application,
                    "select caller_open(?, ?, ?, ?)",
                    worker.id(),
                    worker.organisation(),
                    application.createArrayOf("text", roles),
                    now.plusSeconds(60).atOffset(ZoneOffset.UTC));
            run(
                    application,
                    "select emergency_ask(?, ?, 'MEDICAL', 'she fell', cast(? as smallint[]), ?)",
                    id,
                    caseCode,
                    categories,
                    danger);
            application.commit();
        }
        return id;
    }

    private void decide(Worker worker, UUID asked, boolean agree) throws SQLException {
        as(worker, now.plusSeconds(150), on -> run(on, "select emergency_decide(?, ?)", asked, agree));
    }

    private void judge(Worker worker, UUID asked, String verdict) throws SQLException {
        as(worker, now.plusSeconds(170), on -> run(on, "select emergency_judge(?, ?, 'why')", asked, verdict));
    }

    private void tell(Worker worker, UUID asked, String whom, String relation) throws SQLException {
        as(
                worker,
                now.plusSeconds(180),
                on -> run(
                        on,
                        "select emergency_tell(?, caller_now(), ?, ?, 'PHONE', null, null)",
                        asked,
                        whom,
                        relation));
    }

    /** How many rows of the case the worker sees so many minutes later. */
    private int read(Worker worker, int minutes, String table) throws SQLException {
        return seen(worker, now.plusSeconds(60L * minutes + 10), table, caseId);
    }

    private String see(Worker worker, UUID asked) throws SQLException {
        return seeAt(worker, asked, now.plusSeconds(220));
    }

    private String seeAt(Worker worker, UUID asked, Instant at) throws SQLException {
        StringBuilder tables = new StringBuilder();
        for (String table : List.of(
                "emergency_access", "emergency_plea", "emergency_file", "emergency_review", "emergency_misuse")) {
            if (!textAt(
                            worker,
                            at,
                            "select count(*)::text from %s where emergency_access_id = '%s'".formatted(table, asked))
                    .equals("0")) {
                tables.append(tables.isEmpty() ? "" : " ").append(table);
            }
        }
        return tables.toString();
    }

    /** Everything that the application can read of a request, but the code that was typed and its id. */
    private static String known(UUID asked) {
        return """
                select (to_jsonb(e) - 'emergency_access_id')::text || (to_jsonb(p) - 'emergency_access_id' - 'code')::text
                       || (select count(*) from emergency_file f where f.emergency_access_id = e.emergency_access_id)
                  from emergency_access e join emergency_plea p using (emergency_access_id) where e.emergency_access_id = '%s'
                """.formatted(asked);
    }

    private String text(Worker worker, int minutes, String sql) throws SQLException {
        return textAt(worker, now.plusSeconds(60L * minutes + 10), sql);
    }

    private String textAt(Worker worker, Instant at, String sql) throws SQLException {
        String[] read = new String[1];
        as(worker, at, on -> {
            try (PreparedStatement statement = on.prepareStatement(sql);
                    ResultSet answer = statement.executeQuery()) {
                read[0] = answer.next() && answer.getString(1) != null ? answer.getString(1) : "";
            }
        });
        return read[0];
    }

    private int changed(Worker worker, String sql) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(70), on -> {
            try (PreparedStatement statement = on.prepareStatement(sql)) {
                rows[0] = statement.executeUpdate();
            }
        });
        return rows[0];
    }

    private String grant(int category, String level, String lasts) {
        return """
                with e as (insert into emergency_access (emergency_access_id, organisation_id, worker_id, asked_at, life_in_danger, lapses_at)
                           values (gen_random_uuid(), '%s', '%s', now(), true, now()) returning *)
                insert into access_grant (grant_id, case_id, organisation_id, worker_id, category, level, basis, valid_from, valid_until, given_by,
                                          emergency_access_id)
                select gen_random_uuid(), '%s', organisation_id, worker_id, %d, '%s', 'EMERGENCY', now(), now() + interval '%s', worker_id,
                       emergency_access_id from e
                """.formatted(MANAGER.organisation(), MANAGER.id(), caseId, category, level, lasts);
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).extracting(EmergencyBySqlTest::state).isEqualTo("42501");
    }

    private static String state(Throwable failed) {
        return ((SQLException) failed).getSQLState();
    }
}
