package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.Care;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What the database tells of a change, and whom it reaches: those to whom it is open at that moment. */
class ToldOfChangesTest extends ReferralsBySql {
    private static final int A_LOT = -1;
    private static final int IDENTITY = 1;
    private static final int SAFETY = 512;

    @Test
    void a_change_is_told_once_it_is_committed_with_ids_alone() throws Exception {
        UUID caseId = openCase();
        try (Connection listening = database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            as(LEAD, now, on -> {
                run(on, "update identity_minimum set preferred_name = 'Quillara' where case_id = ?", caseId);
                assertThat(heard(listening, caseId))
                        .as("before it is committed")
                        .isEmpty();
            });
            assertThat(heard(listening, caseId)).containsExactly("case " + caseId + " " + IDENTITY);
        }
    }

    @Test
    void what_is_taken_back_is_not_told() throws Exception {
        UUID caseId = openCase();
        try (Connection listening = database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            try (Connection application = database.application().getConnection()) {
                application.setAutoCommit(false);
                open(application, LEAD, now);
                run(application, "update identity_minimum set preferred_name = 'Quillara' where case_id = ?", caseId);
                application.rollback();
            }
            as(LEAD, now, on -> run(on, "update safety_minimum set in_danger = false where case_id = ?", caseId));
            assertThat(heard(listening, caseId))
                    .as("the later one came, and so the first one never does")
                    .containsExactly("case " + caseId + " " + SAFETY);
        }
    }

    @Test
    void the_worker_her_supervisor_and_who_helps_are_told_and_nobody_else() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        assertThat(told(now.plusSeconds(20), "told_of_case(?, " + A_LOT + ", null)", asked.caseId()))
                .containsExactlyInAnyOrder(LEAD.id(), LEADS_SUPERVISOR.id(), MENTOR.id(), demo("8000", 5));
    }

    @Test
    void whose_grant_has_ended_is_told_no_more() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(LEAD, now.plusSeconds(30), on -> run(on, "select grants_end_for_consent(?)", asked.consent()));
        assertThat(told(now.plusSeconds(29), "told_of_case(?, " + A_LOT + ", null)", asked.caseId()))
                .doesNotContain(OTHER_COUNSELLOR.id());
        assertThat(told(now.plusSeconds(31), "told_of_case(?, " + A_LOT + ", null)", asked.caseId()))
                .containsExactlyInAnyOrder(LEAD.id(), LEADS_SUPERVISOR.id());
        assertThat(told(
                        now.plus(java.time.Duration.ofDays(91)),
                        "told_of_case(?, " + A_LOT + ", null)",
                        accepted(MENTORING, MENTOR).caseId()))
                .as("when it ends by itself")
                .containsExactlyInAnyOrder(LEAD.id(), LEADS_SUPERVISOR.id());
    }

    @Test
    void a_conflict_of_interest_closes_this_way_too() throws Exception {
        UUID caseId = openCase();
        try (Connection inside = database.inside().getConnection()) {
            run(
                    inside,
                    "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, now())",
                    LEADS_SUPERVISOR.id(),
                    caseId);
        }
        assertThat(told(now.plusSeconds(1), "told_of_case(?, " + A_LOT + ", null)", caseId))
                .containsExactly(LEAD.id());
    }

    @Test
    void a_card_is_told_to_the_recipients_people_once_it_is_sent_although_the_file_is_closed_to_them()
            throws Exception {
        Asked asked = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
        assertThat(told(now.plusSeconds(5), "told_of_card(?)", asked.referral()))
                .contains(LEAD.id(), COUNSELLOR.id(), OTHER_COUNSELLOR.id(), demo("8000", 14))
                .doesNotContain(MENTOR.id(), demo("8000", 16), demo("8000", 15));
        assertThat(told(now.plusSeconds(5), "told_of_case(?, " + A_LOT + ", null)", asked.caseId()))
                .doesNotContain(COUNSELLOR.id());
    }

    /** A page that is told and shows nothing new would say that something is kept from its reader. */
    @Test
    void who_helps_her_is_not_told_that_another_is_asked_or_agreed_to_or_that_closing_is_thought_of() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        try (Connection listening = database.application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            ask(asked.caseId(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
            as(LEAD, now.plusSeconds(30), on -> run(on, """
                            insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by)
                            values (gen_random_uuid(), ?, caller_now(), 'PHONE', 'NO_ANSWER', caller_now(), ?)
                            """, asked.caseId(), LEAD.id()));
            try (Connection inside = database.inside().getConnection()) {
                run(inside, "update case_file set next_due = next_due + 1 where case_id = ?", asked.caseId());
            }
            List<String> heard = heard(listening, asked.caseId());
            assertThat(heard).isNotEmpty();
            for (String one : heard) {
                assertThat(reached(one)).as(one).contains(LEAD.id()).doesNotContain(MENTOR.id());
            }
            try (Connection inside = database.inside().getConnection()) {
                run(inside, "update case_file set status = 'FOLLOW_UP' where case_id = ?", asked.caseId());
            }
            assertThat(heard(listening, asked.caseId())).singleElement().satisfies(one -> assertThat(reached(one))
                    .contains(LEAD.id(), MENTOR.id()));
        }
    }

    @Test
    void what_police_and_her_lawyer_keep_for_themselves_tells_who_leads_nothing_not_even_when() throws Exception {
        Care care = new Care(TestDatabase.get());
        UUID her = care.investigated(false, true).value();
        Who police = new Who(13, 7, "LEL");
        Who lawyer = new Who(12, 6, "LAW");
        Duration hour = Duration.ofHours(1);
        try (Connection listening = TestDatabase.get().application().getConnection();
                Statement listen = listening.createStatement()) {
            listen.execute("listen alongside");
            for (String writing : List.of(
                    "select police_note_write(gen_random_uuid(), '%s', 'w')",
                    "select police_record_keep(gen_random_uuid(), '%s', 'r', null, null)",
                    "select protection_need_note(gen_random_uuid(), '%s', 'PHYSICAL_PROTECTION')",
                    "select police_share_tell(gen_random_uuid(), '%s', 'THREAT', 'w')")) {
                care.writes(police, hour, writing.formatted(her));
                assertThat(toldOf(care, heard(listening, her)))
                        .as(writing)
                        .contains(police.id().toString())
                        .doesNotContain(Care.LEAD.id().toString());
            }
            for (String written : List.of("LEGAL_PRIVILEGED", "COURT")) {
                care.below("""
                        with d as (
                          insert into document (document_id, case_id, organisation_id, class, category, title, brought_at, brought_by)
                          values (gen_random_uuid(), '%s', '%s', '%s', 7, 'A paper', now(), '%s') returning *),
                        v as (
                          insert into document_version (document_id, number, case_id, type, bytes, sha256, handed_sha256, scan, key_name, sealed_key,
                                                        recorded_at, recorded_by)
                          select document_id, 1, case_id, 'PDF', 1, sha256(''), sha256(''), 'CLEAN', 'k', '', now(), brought_by from d)
                        insert into document_piece (document_id, number, position, case_id, content) select document_id, 1, 0, case_id, '' from d
                        """.formatted(her, lawyer.organisation(), written, lawyer.id()));
                assertThat(toldOf(care, heard(listening, her)))
                        .as(written)
                        .contains(lawyer.id().toString())
                        .matches(told -> told.contains(Care.LEAD.id().toString()) == written.equals("COURT"));
            }
        }
    }

    private static String toldOf(Care care, List<String> heard) throws Exception {
        assertThat(heard).isNotEmpty();
        String[] parts = heard.get(0).split(" ");
        return care.sees(
                Who.SYSTEM,
                Duration.ofHours(2),
                "select string_agg(t::text, ',') from told_of_case('%s', %s, '%s') t"
                        .formatted(parts[1], parts[2], parts[3]));
    }

    private List<UUID> reached(String payload) throws SQLException {
        String[] parts = payload.split(" ");
        String organisation = parts.length > 3 ? "'" + parts[3] + "'" : "null";
        return told(
                now.plusSeconds(40),
                "told_of_case(?, " + parts[2] + ", " + organisation + ")",
                UUID.fromString(parts[1]));
    }

    @Test
    void nobody_but_the_system_may_ask() throws Exception {
        UUID caseId = openCase();
        List<UUID> told = new ArrayList<>();
        as(LEAD, now, on -> told.addAll(ask(on, "told_of_case(?, " + A_LOT + ", null)", caseId)));
        assertThat(told).isEmpty();
        try (Connection nobody = database.application().getConnection()) {
            assertThat(ask(nobody, "told_of_case(?, " + A_LOT + ", null)", caseId))
                    .isEmpty();
        }
    }

    @Test
    void every_table_about_a_case_tells_its_changes_but_those_that_nobody_reads_as_such() throws Exception {
        try (Connection inside = database.inside().getConnection();
                ResultSet silent = inside.createStatement().executeQuery("""
                        select c.relname from pg_class c
                         where c.relnamespace = 'alongside'::regnamespace and c.relkind = 'r'
                           and c.relname in ('case_file', 'identity', 'contact', 'safety', 'consent', 'referral', 'referral_card', 'goal',
                                             'action_step', 'plan_change', 'access_grant', 'assignment')
                           and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'told')
                        """)) {
            assertThat(silent.next()).isFalse();
        }
    }

    private List<UUID> told(Instant at, String function, UUID subject) throws SQLException {
        try (Connection application = database.application().getConnection()) {
            application.setAutoCommit(false);
            run(
                    application,
                    "select caller_open(?, ?, '{}', ?)",
                    demo("8000", 0),
                    demo("9000", 0),
                    at.atOffset(ZoneOffset.UTC));
            return ask(application, function, subject);
        }
    }

    private static List<UUID> ask(Connection connection, String function, UUID subject) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select array(select " + function + ")")) {
            ask.setObject(1, subject);
            ResultSet row = ask.executeQuery();
            row.next();
            Array ids = row.getArray(1);
            return Arrays.asList((UUID[]) ids.getArray());
        }
    }

    private static void open(Connection connection, Worker worker, Instant at) throws SQLException {
        run(
                connection,
                "select caller_open(?, ?, ?, ?)",
                worker.id(),
                worker.organisation(),
                connection.createArrayOf("text", new Object[] {worker.role()}),
                at.atOffset(ZoneOffset.UTC));
    }

    /** What was told of this case; the server sends it with its answer to whatever is asked next. */
    private static List<String> heard(Connection listening, UUID caseId) throws SQLException {
        listening.createStatement().execute("select");
        PGNotification[] told = listening.unwrap(PGConnection.class).getNotifications();
        return Arrays.stream(told)
                .map(PGNotification::getParameter)
                .filter(text -> text.contains(caseId.toString()))
                .toList();
    }
}
