package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody could do to legal matters by SQL as the application with an honest caller: what is theirs, nothing else. */
class MatterRowsTest extends ReferralsBySql {
    private static final Worker LAWYER = new Worker(12, 6, "LAW");
    private static final Worker SUPERVISOR_OF_LAWYERS = new Worker(12, 6, "SUP");
    private static final Worker SHELTER = new Worker(6, 3, "SHS");
    private static final Worker OTHER_SHELTER = new Worker(8, 4, "SHS");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final int ADVICE = 6;
    private static final int SAFE_HOUSE = 1;
    private static final int POLICE_PROTECTION = 7;
    private static final String WITH_LEGAL = "{0,7}";
    private static final String WITHOUT_LEGAL = "{0}";

    private final Instant hearing = now.plus(Duration.ofDays(5));

    @Test
    void the_lawyer_reads_her_file_and_the_lead_reads_when_and_where_and_nobody_else_anything() throws Exception {
        UUID caseId = withLawyer();
        matter(caseId);

        for (String table : new String[] {"matter", "matter_stage", "matter_file", "hearing_minimum"}) {
            assertThat(count(LAWYER, table, caseId)).as(table).isEqualTo(1);
            assertThat(count(OTHER_SHELTER, table, caseId)).as(table).isZero();
        }
        for (Worker leading : new Worker[] {LEAD, LEADS_SUPERVISOR}) {
            assertThat(count(leading, "hearing_minimum", caseId)).isEqualTo(1);
            assertThat(count(leading, "matter_file", caseId)).as("privileged").isZero();
            assertThat(count(leading, "matter_stage", caseId)).isZero();
            assertThat(count(leading, "matter_change", caseId)).isZero();
        }
        assertThat(count(SUPERVISOR_OF_LAWYERS, "matter_file", caseId))
                .as("a role that writes no legal matters")
                .isZero();
    }

    @Test
    void a_shelter_and_the_police_are_told_the_minimum_where_she_agreed_and_nothing_where_she_did_not()
            throws Exception {
        UUID caseId = withLawyer();
        matter(caseId);
        help(caseId, SAFE_HOUSE, SHELTER, WITHOUT_LEGAL);
        assertThat(count(SHELTER, "matter", caseId)).isZero();
        help(caseId, POLICE_PROTECTION, POLICE, WITH_LEGAL);

        assertThat(count(POLICE, "hearing_minimum", caseId)).isEqualTo(1);
        assertThat(count(POLICE, "matter_file", caseId)).isZero();
        UUID another = withLawyer();
        matter(another);
        help(another, SAFE_HOUSE, SHELTER, WITH_LEGAL);
        assertThat(count(SHELTER, "hearing_minimum", another)).isEqualTo(1);
        assertThat(count(SHELTER, "matter_stage", another)).isZero();
    }

    @Test
    void of_nobody_elses_help_a_lawyer_reads_whose_it_is_else_whoever_is_not_named_would_shelter_her()
            throws Exception {
        UUID caseId = withLawyer();
        UUID matter = matter(caseId);
        take(LEAD, matter, caseId, "ESCORT");
        assertThat(arranged(caseId)).isEqualTo("ESCORT");
        assertThat(count(LAWYER, "hearing_support", caseId)).isZero();
        assertThat(count(LEAD, "hearing_support", caseId)).isEqualTo(1);
    }

    @Test
    void that_a_shelter_goes_with_her_the_police_and_the_lawyer_never_read() throws Exception {
        UUID caseId = withLawyer();
        UUID matter = matter(caseId);
        help(caseId, SAFE_HOUSE, SHELTER, WITH_LEGAL);
        help(caseId, POLICE_PROTECTION, POLICE, WITH_LEGAL);
        take(SHELTER, matter, caseId, "ESCORT");
        take(LAWYER, matter, caseId, "PREPARATION");

        assertThat(count(LEAD, "hearing_support", caseId)).isEqualTo(2);
        assertThat(count(SHELTER, "hearing_support", caseId)).as("only its own").isEqualTo(1);
        assertThat(count(LAWYER, "hearing_support", caseId)).as("only its own").isEqualTo(1);
        assertThat(count(POLICE, "hearing_support", caseId)).isZero();
        assertThat(text(POLICE, "select array_to_string(arranged, ',') from hearing_minimum where case_id = ?", caseId))
                .as("that it is arranged they may know")
                .isEqualTo("ESCORT,PREPARATION");
        for (String table : new String[] {"access_grant", "assignment"}) {
            assertThat(text(
                            POLICE,
                            "select string_agg(distinct organisation_id::text, ',') from " + table
                                    + " where case_id = ?",
                            caseId))
                    .as(table)
                    .isEqualTo(POLICE.organisation().toString());
        }
    }

    @Test
    void a_hearing_that_is_moved_asks_again_who_helps_her() throws Exception {
        UUID caseId = withLawyer();
        UUID matter = matter(caseId);
        take(LEAD, matter, caseId, "ESCORT");
        assertThat(arranged(caseId)).isEqualTo("ESCORT");
        as(
                LAWYER,
                later(),
                on -> run(
                        on,
                        "update hearing_minimum set hearing_at = hearing_at + interval '1 day' where matter_id = ?",
                        matter));
        assertThat(arranged(caseId)).isEmpty();
        as(
                LAWYER,
                later(),
                on -> run(
                        on,
                        "update hearing_minimum set hearing_at = hearing_at - interval '1 day' where matter_id = ?",
                        matter));
        assertThat(arranged(caseId)).as("back on the day that was agreed").isEqualTo("ESCORT");
    }

    @Test
    void nobody_writes_a_matter_but_the_lawyer_who_was_asked_and_nobody_takes_what_is_not_asked() throws Exception {
        UUID caseId = withLawyer();
        UUID matter = matter(caseId);
        help(caseId, POLICE_PROTECTION, POLICE, WITH_LEGAL);
        help(caseId, SAFE_HOUSE, SHELTER, WITH_LEGAL);

        for (Worker other : new Worker[] {LEAD, LEADS_SUPERVISOR, SHELTER, POLICE}) {
            assertThatThrownBy(() -> as(other, later(), on -> insert(on, other, UUID.randomUUID(), caseId)))
                    .as(other.role())
                    .hasMessageContaining("row-level security");
            as(other, later(), on -> {
                run(on, "update matter set version = version + 1 where matter_id = ?", matter);
                run(on, "update hearing_minimum set deadline_on = current_date where matter_id = ?", matter);
            });
        }
        assertThat(text(LAWYER, "select version::text from matter where case_id = ?", caseId))
                .isEqualTo("0");
        assertThatThrownBy(() -> take(POLICE, matter, caseId, "ESCORT")).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> take(SHELTER, matter, caseId, "INTERPRETER"))
                .as("not asked for")
                .hasMessageContaining("row-level security");
        take(SHELTER, matter, caseId, "ESCORT");
        as(LEAD, later(), on -> run(on, "delete from hearing_support where matter_id = ?", matter));
        assertThat(arranged(caseId)).as("another's word stands").isEqualTo("ESCORT");
        assertThatThrownBy(() -> as(
                        LAWYER,
                        later(),
                        on -> run(on, "update hearing_minimum set arranged = '{ESCORT}' where matter_id = ?", matter)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_hidden_matter_and_a_missing_one_answer_the_same() throws Exception {
        UUID caseId = withLawyer();
        UUID matter = matter(caseId);
        assertThat(messageOf(() -> take(OTHER_SHELTER, matter, caseId, "ESCORT")))
                .contains("row-level security")
                .isEqualTo(messageOf(() -> take(OTHER_SHELTER, UUID.randomUUID(), UUID.randomUUID(), "ESCORT")));
    }

    @Test
    void when_a_shelter_is_asked_and_answers_no_date_moves_for_the_police() throws Exception {
        UUID caseId = openCase();
        help(caseId, POLICE_PROTECTION, POLICE, WITHOUT_LEGAL);
        String before = text(POLICE, "select next_due::text from case_access where case_id = ?", caseId);
        String ofLead = text(LEAD, "select min(next_due)::text from case_access where case_id = ?", caseId);
        Asked shelter = ask(caseId, SAFE_HOUSE, SHELTER, WITHOUT_LEGAL, "NONE");
        change(LEAD, "status = 'RECEIVED', respond_by = caller_now() - interval '3 days'", shelter);

        assertThat(text(LEAD, "select min(next_due)::text from case_access where case_id = ?", caseId))
                .isNotEqualTo(ofLead);
        assertThat(text(POLICE, "select next_due::text from case_access where case_id = ?", caseId))
                .isEqualTo(before)
                .isNotNull();
        accept(shelter, SHELTER);
        assertThat(text(POLICE, "select next_due::text from case_access where case_id = ?", caseId))
                .isEqualTo(before);
    }

    private UUID withLawyer() throws SQLException {
        UUID caseId = openCase();
        help(caseId, ADVICE, LAWYER, WITHOUT_LEGAL);
        return caseId;
    }

    private void help(UUID caseId, int service, Worker helper, String categories) throws SQLException {
        Asked asked = ask(caseId, service, helper, categories, "NONE");
        as(helper, now.plusSeconds(10), on -> {
            run(on, "select open_on_acceptance(?, ?, ?)", asked.referral(), helper.team(), helper.id());
            run(
                    on,
                    "update referral_card set status = 'ACCEPTED', accepted_at = caller_now(), contact_by = caller_now() + interval '2 days' where referral_id = ?",
                    asked.referral());
            run(on, "select open_own_domain(?)", asked.referral());
        });
    }

    private UUID matter(UUID caseId) throws SQLException {
        UUID matter = UUID.randomUUID();
        as(LAWYER, later(), on -> {
            insert(on, LAWYER, matter, caseId);
            run(on, "insert into matter_stage values (?, ?, ?, 'TRIAL')", matter, caseId, LAWYER.organisation());
            run(
                    on,
                    "insert into matter_file (matter_id, case_id, organisation_id, track, note) values (?, ?, ?, 'ASYLUM', 'n')",
                    matter,
                    caseId,
                    LAWYER.organisation());
            run(
                    on,
                    """
                    insert into hearing_minimum (matter_id, case_id, organisation_id, hearing_at, place, needs, arranged, deadline_on)
                    values (?, ?, ?, ?, 'COURT', '{ESCORT,PREPARATION}', '{ESCORT}', ?)
                    """,
                    matter,
                    caseId,
                    LAWYER.organisation(),
                    hearing.atOffset(ZoneOffset.UTC),
                    LocalDate.ofInstant(hearing, ZoneOffset.UTC));
        });
        assertThat(arranged(caseId))
                .as("nobody can say it is arranged by writing so")
                .isEmpty();
        return matter;
    }

    private void insert(Connection on, Worker writer, UUID matter, UUID caseId) throws SQLException {
        run(
                on,
                "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values (?, ?, ?, caller_now(), ?)",
                matter,
                caseId,
                writer.organisation(),
                writer.id());
    }

    private void take(Worker helper, UUID matter, UUID caseId, String need) throws SQLException {
        as(
                helper,
                later(),
                on -> run(
                        on,
                        "insert into hearing_support values (?, ?, ?, ?, ?, ?, caller_now())",
                        matter,
                        need,
                        hearing.atOffset(ZoneOffset.UTC),
                        caseId,
                        helper.organisation(),
                        helper.id()));
    }

    private String arranged(UUID caseId) throws SQLException {
        return text(LAWYER, "select array_to_string(arranged, ',') from hearing_minimum where case_id = ?", caseId);
    }

    private int count(Worker worker, String table, UUID caseId) throws SQLException {
        return seen(worker, later(), table, caseId);
    }

    private Instant later() {
        return now.plusSeconds(60);
    }

    private String text(Worker worker, String sql, UUID caseId) throws SQLException {
        String[] read = new String[1];
        as(worker, later(), on -> {
            try (PreparedStatement asked = on.prepareStatement(sql)) {
                asked.setObject(1, caseId);
                ResultSet answer = asked.executeQuery();
                read[0] = answer.next() ? answer.getString(1) : null;
            }
        });
        return read[0];
    }
}
