package org.alongside.counselling;

import static org.alongside.counselling.Practice.ADMINISTRATOR;
import static org.alongside.counselling.Practice.COORDINATOR;
import static org.alongside.counselling.Practice.ELIF;
import static org.alongside.counselling.Practice.HEALTH;
import static org.alongside.counselling.Practice.LAWYER;
import static org.alongside.counselling.Practice.LEAD;
import static org.alongside.counselling.Practice.LEADS_SUPERVISOR;
import static org.alongside.counselling.Practice.NOOR;
import static org.alongside.counselling.Practice.OFFICER;
import static org.alongside.counselling.Practice.POLICE;
import static org.alongside.counselling.Practice.PROSECUTION;
import static org.alongside.counselling.Practice.SHELTER;
import static org.alongside.counselling.Practice.SUPERVISOR;
import static org.alongside.counselling.Practice.THIRD;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.counselling.CounsellingView.ProcessNote;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Process notes are their author's alone: through the doors, and past them for everybody who signs in, every function and every view. */
class ProcessNotesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String WORDS = "Xylograph: her hands shook when the door fell shut";
    private static final List<Who> ALL_OTHERS = List.of(
            ELIF,
            THIRD,
            SUPERVISOR,
            LEAD,
            LEADS_SUPERVISOR,
            HEALTH,
            LAWYER,
            POLICE,
            PROSECUTION,
            COORDINATOR,
            OFFICER,
            ADMINISTRATOR,
            SHELTER,
            SYSTEM);

    private final Practice practice = Practice.own();
    private CaseId her;
    private SessionId session;

    /** Elif supervises Noor's work; both are on the case. */
    @BeforeEach
    void noor_has_sat_with_her_and_written() throws Exception {
        her = practice.counselled(NOOR, THIRD);
        practice.does(SUPERVISOR, Duration.ZERO, doors -> doors.caseload()
                .name(new NewSupervision(new WorkerId(NOOR.id()), new WorkerId(ELIF.id()))));
        session = practice.as(NOOR, HOUR, doors -> doors.sessions()
                .plan(her, Practice.session(practice.now.plus(HOUR.multipliedBy(2))), null));
        practice.does(NOOR, HOUR.multipliedBy(3), doors -> {
            doors.notes().write(session, new NewNote(WORDS), 0);
            doors.notes().add(session, new NewNote("Grounding exercise practised"), null);
            doors.notes()
                    .summarise(
                            session,
                            new NewSession.NewSummary(
                                    "We work on sleep",
                                    true,
                                    LocalDate.ofInstant(practice.now, java.time.ZoneOffset.UTC),
                                    false));
        });
    }

    @AfterEach
    void close() throws SQLException {
        practice.close();
    }

    @Test
    void her_counsellor_reads_them_and_writes_them_anew() throws Exception {
        ProcessNote note =
                practice.as(NOOR, DAY, doors -> doors.notes().process(session)).orElseThrow();
        assertThat(note.words()).isEqualTo(WORDS);
        practice.does(NOOR, DAY, doors -> doors.notes().write(session, new NewNote("Anew"), note.version()));
        Refusal old = catchThrowableOfType(
                Refusal.class,
                () -> practice.does(
                        NOOR, DAY, doors -> doors.notes().write(session, new NewNote("Lost"), note.version())));
        assertThat(old.kind()).as("what was written meanwhile is not lost").isEqualTo(Refusal.Kind.STALE);
        Refusal second = catchThrowableOfType(
                Refusal.class,
                () -> practice.does(NOOR, DAY, doors -> doors.notes().write(session, new NewNote("Lost"), 0)));
        assertThat(second.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(practice.as(NOOR, DAY, doors -> doors.notes().process(session))
                        .orElseThrow()
                        .words())
                .isEqualTo("Anew");
    }

    @Test
    void nobody_else_finds_a_row_by_sql_whoever_they_are() throws Exception {
        for (Who who : ALL_OTHERS) {
            assertThat(practice.sees(who, DAY, "select words from process_note"))
                    .as(who.role() + " " + who.number())
                    .isEmpty();
            assertThat(practice.sees(who, DAY, "select count(*) from process_note"))
                    .as(who.role() + " counts none")
                    .containsExactly("0");
        }
        assertThat(practice.sees(NOOR, DAY, "select words from process_note")).containsExactly(WORDS);
    }

    @Test
    void nobody_else_changes_one_or_writes_one_in_her_counsellors_name() throws Exception {
        for (Who who : ALL_OTHERS) {
            int changed = practice.as(who, DAY, doors -> doors.sql()
                    .createStatement()
                    .executeUpdate("update process_note set words = 'x', written_at = caller_now()"));
            assertThat(changed).as(who.role()).isZero();
        }
        for (Who who : List.of(ELIF, THIRD, LEAD, HEALTH)) {
            Throwable failed = catchThrowable(() -> practice.does(
                    who, DAY, doors -> doors.sql().createStatement().execute("""
                            insert into process_note (session_id, case_id, organisation_id, author_id, words, written_at)
                            values ('%s', '%s', '%s', '%s', 'x', caller_now())
                            """.formatted(
                                    session, her, NOOR.organisation(), NOOR.id()))));
            assertThat(Sql.stateIn(failed)).as(who.role()).contains("42501");
        }
        assertThat(practice.sees(NOOR, DAY, "select words from process_note")).containsExactly(WORDS);
    }

    @Test
    void no_other_policy_stands_on_the_table_and_the_owner_is_bound_by_these() throws Exception {
        assertThat(practice.below("""
                        select p.policyname || ' ' || p.roles::text || ' ' || p.cmd from pg_policies p where p.tablename = 'process_note' order by 1
                        """))
                .as("a new policy here opens process notes to somebody")
                .containsExactly(
                        "author {alongside_app} SELECT",
                        "rewritten {alongside_app} UPDATE",
                        "written {alongside_app} INSERT");
        assertThat(practice.below("select relforcerowsecurity::text from pg_class where relname = 'process_note'"))
                .containsExactly("true");
        assertThat(practice.below("""
                        select grantee || ' ' || privilege_type from information_schema.role_table_grants
                         where table_name = 'process_note' and grantee not in ('alongside_owner', 'postgres') order by 1
                        """))
                .as("nobody removes one, and the checking functions have no right to it at all")
                .containsExactly("alongside_app INSERT", "alongside_app SELECT");
    }

    @Test
    void the_owner_of_the_database_its_views_and_its_functions_find_no_row() throws Exception {
        try (Connection owner = practice.database.owner().getConnection();
                Statement sql = owner.createStatement()) {
            assertThat(Practice.texts(owner, "select count(*) from alongside.process_note"))
                    .containsExactly("0");
            sql.execute("create view alongside.noted as select words from alongside.process_note");
            sql.execute(
                    "create function alongside.noted() returns setof text language sql security definer as 'select words from alongside.process_note'");
            sql.execute("grant select on alongside.noted to alongside_app");
            sql.execute("grant execute on function alongside.noted() to alongside_app");
            try {
                assertThat(Practice.texts(owner, "select words from alongside.noted"))
                        .isEmpty();
                assertThat(Practice.texts(owner, "select alongside.noted()")).isEmpty();
                for (Who who : List.of(SUPERVISOR, ADMINISTRATOR, ELIF, LEAD)) {
                    assertThat(practice.sees(who, DAY, "select words from noted"))
                            .as("an owner's view for " + who.role())
                            .isEmpty();
                    assertThat(practice.sees(who, DAY, "select alongside.noted()"))
                            .as("an owner's function for " + who.role())
                            .isEmpty();
                }
            } finally {
                sql.execute("drop function alongside.noted()");
                sql.execute("drop view alongside.noted");
            }
        }
    }

    @Test
    void to_who_supervises_her_counsellor_the_record_opens_and_the_notes_do_not() throws Exception {
        assertThat(practice.sees(ELIF, DAY, "select words from clinical_record"))
                .hasSize(1);
        assertThat(objection(ELIF, Permission.READ_CLINICAL_RECORD)).isNull();
        assertThat(objection(ELIF, Permission.READ_PROCESS_NOTE)).isEqualTo("author-alone");
        assertThat(objection(ELIF, Permission.WRITE_PROCESS_NOTE)).isEqualTo("author-alone");
        assertThat(practice.<Optional<ProcessNote>>as(
                        ELIF, DAY, doors -> doors.notes().process(session)))
                .as("nor past the policy")
                .isEmpty();
    }

    @Test
    void for_nobody_else_the_session_is_there_at_all() throws Exception {
        for (Who who : ALL_OTHERS) {
            if (who != ELIF && who != SYSTEM) {
                assertThat(practice.there(who, session))
                        .as(who.role() + " " + who.number())
                        .isFalse();
            }
        }
    }

    @Test
    void not_even_her_counsellor_reads_them_once_what_she_agreed_to_is_taken_back() throws Exception {
        practice.arrange(
                "update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '%s' and basis = 'REFERRAL'"
                        .formatted(her));
        assertThat(practice.sees(NOOR, DAY, "select words from process_note")).isEmpty();
        assertThat(practice.there(NOOR, session)).isFalse();
    }

    @Test
    void none_of_their_words_are_anywhere_else_in_the_database() throws Exception {
        List<String> places = practice.below("""
                select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where c.relnamespace = 'alongside'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
                   and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'bytea'::regtype)
                   and c.relname <> 'process_note'
                """);
        for (String place : places) {
            String table = place.substring(0, place.indexOf('.'));
            String column = place.substring(place.indexOf('.') + 1);
            assertThat(practice.below(
                            "select count(*) from %s where %s::text like '%%Xylograph%%'".formatted(table, column)))
                    .as(place)
                    .containsExactly("0");
        }
    }

    @Test
    void what_is_typed_and_not_yet_kept_is_its_authors_alone_too() throws Exception {
        practice.does(NOOR, DAY, doors -> doors.sql().createStatement().execute("""
                insert into draft (draft_id, worker_id, kind, answers, begun_at, saved_at)
                values (gen_random_uuid(), caller_worker(), 'page', '{"note": "Xylograph"}', caller_now(), caller_now())
                """));
        for (Who who : ALL_OTHERS) {
            assertThat(practice.sees(who, DAY, "select answers from draft"))
                    .as(who.role() + " " + who.number())
                    .isEmpty();
        }
        try (Connection owner = practice.database.owner().getConnection()) {
            assertThat(Practice.texts(owner, "select answers from alongside.draft"))
                    .isEmpty();
        }
        assertThat(practice.below("""
                        select column_name from information_schema.column_privileges
                         where table_name = 'draft' and grantee = 'alongside_gatekeeper' and privilege_type = 'SELECT'
                        """))
                .as("the checking functions see how old it is")
                .containsExactly("saved_at");
        assertThat(practice.sees(SYSTEM, DAY.multipliedBy(32), "select drafts from retention_purge()"))
                .as("and remove it")
                .containsExactly("1");
    }

    @Test
    void a_failure_says_nothing_of_them() {
        Throwable failed = catchThrowable(() ->
                practice.does(NOOR, DAY, doors -> doors.notes().write(session, new NewNote(WORDS + '\u0000'), 1)));
        assertThat(failed).isInstanceOf(Refusal.class);
        assertThat(failed.toString()).doesNotContain("Xylograph");
        Throwable past = catchThrowable(() -> practice.does(LEAD, DAY, doors -> {
            Notes notes = new Notes();
            notes.em = new org.alongside.setup.Connected(doors.sql()).em();
            Sql.of(notes.em, "insert into process_note (session_id, words) values (:id, :words)")
                    .with("id", session.value())
                    .with("words", WORDS)
                    .run();
        }));
        assertThat(String.valueOf(past)).contains("SQL state").doesNotContain("Xylograph");
    }

    private String objection(Who who, Permission permission) throws Exception {
        return practice
                .as(who, DAY, doors -> doors.policy()
                        .objections(
                                doors.caller(),
                                permission,
                                session,
                                doors.policy().standing(doors.caller(), session).orElseThrow()))
                .stream()
                .map(Reason::code)
                .findFirst()
                .orElse(null);
    }
}
