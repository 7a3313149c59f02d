package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An adult who refused to be identified, and somebody at the authority who wants to find her, by SQL as the application. */
class NotificationBySqlTest extends ReferralsBySql {
    private static final Worker AUTHORITY = new Worker(15, 8, "NRM");
    private static final Worker PROTECTION = new Worker(31, 1, "DPO");
    private static final Worker PROTECTION_OF_AUTHORITY = new Worker(15, 8, "DPO");
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final Worker LEADS_SUPERVISOR_AS_CASEWORKER = new Worker(3, 1, "CW");
    private static final String NOTHING_LEFT_OUT = "{}";

    private UUID caseId;

    @BeforeEach
    void an_adult_who_refuses() throws SQLException {
        caseId = openCase();
        hers("insert into demographics (case_id, sex, citizenship, region) values ('%s', 'FEMALE', '{ERI}', 'NORTH')");
        hers("insert into trafficking_experience (case_id, purposes, outcome, situation, screened_at, screened_by)"
                + " values ('%s', '{FORCED_LABOUR,UNKNOWN}', 'POSSIBLE', 'words', now(), '" + LEAD.id() + "')");
        says("REFUSED", 1);
    }

    @Test
    void only_coded_facts_arrive_next_monday_and_only_after_a_second_person_agreed() throws Exception {
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        denied(() -> propose(LEAD, NOTHING_LEFT_OUT));
        for (Worker worker : List.of(LEAD, COLLEAGUE, PROTECTION, AUTHORITY, PROTECTION_OF_AUTHORITY, MENTOR)) {
            denied(() -> make(worker, asked));
        }
        make(LEADS_SUPERVISOR, asked);
        String number = hers("select number from notification where case_id = '%s'");
        assertThat(number).matches("N-[0-9A-F]{8}");
        Instant monday = LocalDate.ofInstant(now.plusSeconds(70), ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        assertThat(arrived(AUTHORITY, monday.minusSeconds(1)))
                .as("nothing changes there when it is agreed to")
                .noneMatch(row -> row.startsWith(number));
        String month = hers(
                "select date_trunc('month', opened_at at time zone 'UTC')::date from case_file where case_id = '%s'");
        assertThat(arrived(AUTHORITY, monday))
                .contains(String.join(
                        "|",
                        number,
                        LocalDate.ofInstant(monday, ZoneOffset.UTC).toString(),
                        month,
                        "FEMALE",
                        "18_24",
                        "{FORCED_LABOUR}"));
        for (Worker worker : List.of(PROTECTION_OF_AUTHORITY, LEAD, LEADS_SUPERVISOR, new Worker(4, 2, "NRM"))) {
            assertThat(arrived(worker, monday)).as(worker.role()).isEmpty();
        }
    }

    @Test
    void somebody_at_the_authority_finds_no_way_back_to_her() throws Exception {
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        make(LEADS_SUPERVISOR, asked);
        for (Worker worker : List.of(AUTHORITY, PROTECTION_OF_AUTHORITY)) {
            for (String table : List.of(
                    "notification",
                    "notification_duty",
                    "disclosure",
                    "disclosure_agreement",
                    "purpose_answer",
                    "case_file")) {
                assertThat(read(worker, now.plus(Duration.ofDays(9)), "select count(*) from " + table + owned(table)))
                        .as(table)
                        .containsExactly("0");
            }
            assertThat(read(
                            worker,
                            now.plus(Duration.ofDays(9)),
                            "select count(*) from audit_event where case_id = '" + caseId + "'"))
                    .containsExactly("0");
            assertThat(read(worker, now.plus(Duration.ofDays(9)), "select notification_obstacle('" + caseId + "')"))
                    .as("the same as of a case that is not there")
                    .isEqualTo(read(
                            worker, now.plus(Duration.ofDays(9)), "select notification_obstacle(gen_random_uuid())"));
            for (String way : List.of(
                    "select xmin from notified_adult",
                    "select ctid from notified_adult",
                    "select number from notified_adult",
                    "copy notified_adult to stdout",
                    "select notification_obstacle_of('" + caseId + "')",
                    "select notification_facts_of('" + caseId + "', '{}')")) {
                denied(() -> read(worker, now.plus(Duration.ofDays(9)), way));
            }
        }
        assertThat(hers(
                        "select string_agg(attname || ' ' || format_type(atttypid, null), ', ' order by attnum) from pg_attribute"
                                + " where attrelid = 'notified_adult'::regclass and attnum > 0"))
                .as("no case, no person, no hour, nothing counted up")
                .isEqualTo(
                        "number text, authority_id uuid, arrives_on date, first_contact date, sex text, age_band text, exploitation text[]");
        hers("update case_file set lead_organisation_id = '" + AUTHORITY.organisation() + "' where case_id = '%s'");
        assertThat(hers("select count(*) from notification where case_id = '%s'"))
                .isEqualTo("1");
        assertThat(read(
                        new Worker(14, 8, "CW"),
                        now.plus(Duration.ofDays(9)),
                        "select count(*) from notification" + owned("notification")))
                .as("not even when it leads her case later")
                .containsExactly("0");
    }

    @Test
    void the_lead_and_its_data_protection_know_of_it() throws Exception {
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        for (Worker worker : List.of(LEAD, LEADS_SUPERVISOR, PROTECTION)) {
            assertThat(read(
                            worker,
                            now.plusSeconds(90),
                            "select age_band from notification where disclosure_id = '" + asked + "'"))
                    .as(worker.role())
                    .containsExactly("18_24");
        }
        assertThat(read(COLLEAGUE, now.plusSeconds(90), "select age_band from notification" + owned("notification")))
                .isEmpty();
    }

    @Test
    void what_would_single_her_out_is_left_out_and_with_nothing_left_nothing_goes() throws Exception {
        UUID asked = propose(LEAD, "{SEX,EXPLOITATION}");
        assertThat(hers("select concat_ws('|', sex, age_band, exploitation) from notification where case_id = '%s'"))
                .isEqualTo("18_24|{}");
        as(LEAD, now.plusSeconds(75), on -> run(on, "select disclosure_take_back(?)", asked));
        assertThatThrownBy(() -> propose(LEAD, "{SEX,EXPLOITATION,AGE_BAND,FIRST_CONTACT_MONTH}"))
                .extracting(NotificationBySqlTest::state)
                .isEqualTo("23514");
        propose(LEAD, NOTHING_LEFT_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGREED", "LATER"})
    void she_said_otherwise(String answer) throws Exception {
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        says(answer, 65);
        assertThatThrownBy(() -> make(LEADS_SUPERVISOR, asked))
                .extracting(NotificationBySqlTest::state)
                .isEqualTo("40001");
        as(LEAD, now.plusSeconds(75), on -> run(on, "select disclosure_take_back(?)", asked));
        denied(() -> propose(LEAD, NOTHING_LEFT_OUT));
        assertThat(hers("select count(*) from notification where number is not null and case_id = '%s'"))
                .isEqualTo("0");
    }

    @Test
    void what_was_notified_stays_when_she_agrees_later() throws Exception {
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        make(LEADS_SUPERVISOR, asked);
        says("AGREED", 100);
        assertThat(
                        hers(
                                "select count(*) from notified_adult a join notification n using (number) where n.case_id = '%s'"))
                .isEqualTo("1");
        assertThat(obstacle(LEAD, 110)).isEqualTo("notify-once");
    }

    @Test
    void not_for_a_child_nor_by_anybody_but_her_caseworker_and_nobody_agrees_to_their_own() throws Exception {
        for (Worker worker : List.of(LEADS_SUPERVISOR, COLLEAGUE, MENTOR, PROTECTION, AUTHORITY)) {
            denied(() -> propose(worker, NOTHING_LEFT_OUT));
        }
        hers("update identity_minimum set child = true where case_id = '%s'");
        denied(() -> propose(LEAD, NOTHING_LEFT_OUT));
        assertThat(obstacle(LEAD, 60)).isEqualTo("notify-child");
        hers("update identity_minimum set child = false where case_id = '%s'");
        UUID asked = propose(LEADS_SUPERVISOR_AS_CASEWORKER, NOTHING_LEFT_OUT);
        denied(() -> make(LEADS_SUPERVISOR, asked));
        hers("update identity_minimum set child = true where case_id = '%s'");
        assertThat(obstacle(AUTHORITY, 60)).isEqualTo("notify-not-lead");
    }

    @Test
    void it_has_its_own_way_and_no_other() throws Exception {
        denied(() -> as(
                LEAD,
                now.plusSeconds(60),
                on -> run(
                        on,
                        "select disclosure_propose(?, ?, 'DUTY_TO_NOTIFY', null, 'body', '{3}', 'w', null, null, null, null)",
                        UUID.randomUUID(),
                        caseId)));
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        as(LEADS_SUPERVISOR, now.plusSeconds(70), on -> run(on, "select disclosure_decide(?, true, null)", asked));
        denied(() -> as(
                LEAD,
                now.plusSeconds(80),
                on -> run(on, "select disclosure_record(?, caller_now(), 'PHONE', null)", asked)));
        for (String write : List.of(
                "update notification set number = 'N-1' where disclosure_id = '%s'",
                "insert into notified_adult (number, authority_id, arrives_on) values ('%s', gen_random_uuid(), '2026-11-23')",
                "update jurisdiction set notifies_adults = true where '%s' <> ''")) {
            denied(() -> as(LEAD, now.plusSeconds(80), on -> run(on, write.formatted(asked))));
        }
    }

    @Test
    void her_refusal_begins_one_clock_that_goes_on_when_a_proposal_comes_to_nothing() throws Exception {
        String first = duty(2);
        assertThat(duty(3)).as("one at a time").isNull();
        UUID asked = propose(LEAD, NOTHING_LEFT_OUT);
        assertThat(hers("select count(*) from notification_duty where ended_at is null and case_id = '%s'"))
                .isEqualTo("0");
        as(LEADS_SUPERVISOR, now.plusSeconds(70), on -> run(on, "select disclosure_decide(?, false, 'no')", asked));
        assertThat(duty(80)).as("with the time that is left").isEqualTo(first);
        as(LEAD, now.plusSeconds(85), on -> run(on, "select notification_duty_end(?)", caseId));
        assertThat(hers("select count(*) from notification_duty where ended_at is null and case_id = '%s'"))
                .as("still asked for")
                .isEqualTo("1");
        says("AGREED", 90);
        as(LEAD, now.plusSeconds(95), on -> run(on, "select notification_duty_end(?)", caseId));
        assertThat(hers("select count(*) from notification_duty where ended_at is null and case_id = '%s'"))
                .isEqualTo("0");
        assertThat(duty(100)).isNull();
        says("REFUSED", 110);
        assertThat(duty(120)).as("a new refusal has its own time").isNotNull().isNotEqualTo(first);
    }

    @Test
    void a_jurisdiction_that_does_not_ask_for_it_gets_nothing() throws Exception {
        try (Connection superuser = database.inside().getConnection()) {
            superuser.setAutoCommit(false);
            run(superuser, "update jurisdiction set notifies_adults = false");
            try (PreparedStatement asked = superuser.prepareStatement("select notification_obstacle_of(?)")) {
                asked.setObject(1, caseId);
                ResultSet answer = asked.executeQuery();
                answer.next();
                assertThat(answer.getString(1)).isEqualTo("notify-no-duty");
            }
            superuser.rollback();
        }
    }

    private void says(String answer, int after) throws SQLException {
        as(LEAD, now.plusSeconds(after), on -> run(on, """
                        insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, until_at, giver, medium, language,
                                                    interpreter, recorded_at, recorded_by)
                        select gen_random_uuid(), gen_random_uuid(), ?, 'NRM_REFERRAL', a, caller_now(), case when y then caller_now() + interval '30 days' end,
                               case when y then 'SELF' end, case when y then 'ORAL' end, case when y then 'eng' end, case when y then 'NONE' end,
                               caller_now(), ?
                          from (select a, a = 'AGREED' y from (values (?)) v (a)) s
                        """, caseId, LEAD.id(), answer));
    }

    private UUID propose(Worker worker, String leftOut) throws SQLException {
        UUID id = UUID.randomUUID();
        as(
                worker,
                now.plusSeconds(60),
                on -> run(on, "select notification_propose(?, ?, cast(? as text[]), null)", id, caseId, leftOut));
        return id;
    }

    private void make(Worker worker, UUID id) throws SQLException {
        as(worker, now.plusSeconds(70), on -> {
            run(on, "select disclosure_decide(?, true, null)", id);
            run(on, "select notification_make(?)", id);
        });
    }

    private String duty(int after) throws SQLException {
        return read(
                        LEAD,
                        now.plusSeconds(after),
                        "select duty_id from notification_duty_begin(gen_random_uuid(), '" + caseId + "')")
                .get(0);
    }

    private String obstacle(Worker worker, int after) throws SQLException {
        return read(worker, now.plusSeconds(after), "select notification_obstacle('" + caseId + "')")
                .get(0);
    }

    private List<String> arrived(Worker worker, Instant at) throws SQLException {
        return read(
                worker,
                at,
                "select concat_ws('|', number, arrives_on, first_contact, sex, age_band, exploitation) from notifications_arrived(null, null, 100000)");
    }

    private List<String> read(Worker worker, Instant at, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        as(worker, at, on -> {
            try (PreparedStatement asked = on.prepareStatement(sql)) {
                ResultSet answer = asked.executeQuery();
                while (answer.next()) {
                    rows.add(answer.getString(1));
                }
            }
        });
        return rows;
    }

    private String owned(String table) {
        return table.equals("disclosure_agreement")
                ? " where disclosure_id in (select disclosure_id from disclosure where case_id = '" + caseId + "')"
                : " where case_id = '" + caseId + "'";
    }

    /** From below; {@code %s} is her case. */
    private String hers(String sql) throws SQLException {
        return below(sql.replace("%s", caseId.toString()));
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).extracting(NotificationBySqlTest::state).isEqualTo("42501");
    }

    private static String state(Throwable thrown) {
        return ((SQLException) thrown).getSQLState();
    }
}
