package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could do by SQL towards telling something without her agreement, as the application with an honest caller. */
class DisclosureBySqlTest extends ReferralsBySql {
    private static final Worker PROTECTION = new Worker(31, 1, "DPO");
    private static final Worker PROTECTION_ELSEWHERE = new Worker(15, 8, "DPO");
    private static final Worker LAWYER = new Worker(12, 6, "LAW");
    private static final Worker LEADS_SUPERVISOR_AS_CASEWORKER = new Worker(3, 1, "CW");
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final Worker SHELTER = new Worker(7, 3, "SHM");
    private static final int LEGAL_ADVICE = 6;

    private UUID caseId;

    @BeforeEach
    void a_survivor() throws SQLException {
        caseId = openCase();
    }

    @Test
    void nothing_is_told_before_a_second_person_agreed_and_nobody_outside_learns_of_it() throws Exception {
        UUID asked = propose("VITAL_INTEREST", "{0,9}");
        denied(() -> record(LEAD, asked));
        for (Worker worker : List.of(LEAD, COLLEAGUE, PROTECTION, LAWYER, POLICE, SHELTER, MENTOR)) {
            denied(() -> decide(worker, asked, true));
        }
        for (Worker worker : List.of(LAWYER, POLICE, SHELTER, MENTOR, COLLEAGUE, PROTECTION_ELSEWHERE)) {
            assertThat(known(worker, asked)).as(worker.role()).isZero();
        }
        assertThat(known(PROTECTION, asked))
                .as("the lead's own data protection")
                .isEqualTo(1);
        decide(LEADS_SUPERVISOR, asked, true);
        assertThat(known(PROTECTION, asked)).isEqualTo(1);
        record(LEAD, asked);
        denied(() -> tell(LEADS_SUPERVISOR, asked, "HERSELF", null));
        tell(LEAD, asked, "HERSELF", null);
        assertThatThrownBy(() -> tell(LEAD, asked, "HERSELF", null))
                .extracting(DisclosureBySqlTest::state)
                .isEqualTo("40001");
        assertThat(below(
                        "select count(*) from access_grant where case_id = '%s' and basis <> 'LEAD'".formatted(caseId)))
                .as("nothing is opened to anybody")
                .isEqualTo("0");
    }

    @Test
    void nobody_agrees_to_what_they_proposed_whatever_else_they_are() throws Exception {
        UUID asked = propose(LEADS_SUPERVISOR_AS_CASEWORKER, "VITAL_INTEREST", "{0}", null, null);
        denied(() -> decide(LEADS_SUPERVISOR, asked, true));
        assertThatThrownBy(() -> below("insert into disclosure_agreement values ('%s', 'SUP', now(), '%s')"
                        .formatted(asked, LEADS_SUPERVISOR.id())))
                .as("the table itself says so")
                .extracting(DisclosureBySqlTest::state)
                .isEqualTo("42501");
        assertThat(askable(LEADS_SUPERVISOR_AS_CASEWORKER, "SUP"))
                .as("nobody else")
                .isEmpty();
        assertThat(askable(LEAD, "SUP")).containsExactly(LEAD.organisation());
    }

    @Test
    void a_court_order_needs_its_reference_data_protection_and_then_a_lawyer_to_whom_the_file_is_open()
            throws Exception {
        ordered();
        denied(() -> propose(LEAD, "COURT_ORDER", "{0}", null, null));
        assertThat(askable(LEAD, "LAW")).as("nobody yet").isEmpty();
        accept(ask(caseId, LEGAL_ADVICE, LAWYER, "{0}", "NONE"), LAWYER);
        assertThat(askable(LEAD, "LAW")).containsExactly(LAWYER.organisation());
        assertThat(askable(LEAD, "DPO")).containsExactly(PROTECTION.organisation());
        UUID asked = propose(LEAD, "COURT_ORDER", "{0}", "12 C 345", null);
        denied(() -> decide(LAWYER, asked, true));
        denied(() -> decide(LEADS_SUPERVISOR, asked, true));
        denied(() -> decide(PROTECTION_ELSEWHERE, asked, true));
        assertThat(known(LAWYER, asked)).as("before it is her turn").isZero();
        decide(PROTECTION, asked, true);
        denied(() -> decide(PROTECTION, asked, true));
        denied(() -> record(LEAD, asked));
        assertThat(known(LAWYER, asked)).isEqualTo(1);
        decide(LAWYER, asked, true);
        record(LEAD, asked);
        assertThat(known(LAWYER, asked)).as("who agreed goes on knowing it").isEqualTo(1);
    }

    @Test
    void a_lawyer_who_helped_once_and_knows_no_more_than_that_is_not_asked_and_agrees_to_nothing() throws Exception {
        ordered();
        Asked helped = ask(caseId, LEGAL_ADVICE, LAWYER, "{0}", "NONE");
        accept(helped, LAWYER);
        UUID asked = propose(LEAD, "COURT_ORDER", "{0}", "12 C 345", null);
        as(
                LAWYER,
                now.plusSeconds(20),
                on -> run(
                        on,
                        "select grants_end_for_referral(?, 'COMPLETED', caller_now() + interval '10 seconds')",
                        helped.referral()));
        decide(PROTECTION, asked, true);
        assertThat(askable(LEAD, "LAW")).isEmpty();
        assertThat(known(LAWYER, asked)).isZero();
        denied(() -> decide(LAWYER, asked, true));
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_PERSON, 4",
        "MISSING_PERSON, 3",
        "VITAL_INTEREST, 4",
        "PUBLIC_HEALTH, 9",
        "COURT_ORDER, 1",
    })
    void no_more_than_the_exceptions_minimum_is_told(String exception, int category) throws SQLException {
        ordered();
        denied(() -> propose(LEAD, exception, "{0," + category + "}", "12 C 345", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 7, 8, 10, 11, 12, 13})
    void where_she_lives_notes_the_lawyers_and_the_police_store_are_never_told_whatever_the_rule_says(int category)
            throws SQLException {
        ordered();
        denied(() -> propose(LEAD, "COURT_ORDER", "{" + category + "}", "12 C 345", null));
        assertThatThrownBy(() -> below(
                        "update disclosure_rule set categories = array[%d]::smallint[] where exception = 'COURT_ORDER'"
                                .formatted(category)))
                .hasMessageContaining("disclosure_rule");
    }

    @Test
    void exceptions_for_children_are_not_for_an_adult() throws Exception {
        denied(() -> propose("MANDATORY_REPORT_CHILD", "{0}"));
        denied(() -> propose(LEAD, "CHILD_BEST_INTEREST", "{0}", null, "AGREES"));
        below("update identity_minimum set child = true where case_id = '%s'".formatted(caseId));
        propose("MANDATORY_REPORT_CHILD", "{0}");
        denied(() -> propose("CHILD_BEST_INTEREST", "{0}"));
        denied(() -> propose(LEAD, "CHILD_BEST_INTEREST", "{0}", null, "AGREES"));
        propose(LEAD, "CHILD_BEST_INTEREST", "{0}", null, "NO_GUARDIAN");
        below("""
                insert into guardian (guardian_id, case_id, type, name, relation, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', 'CAREGIVER', 'Aunt', 'OTHER_RELATIVE', now(), '%s')
                """.formatted(caseId, LEAD.id()));
        propose(LEAD, "CHILD_BEST_INTEREST", "{0}", null, "AGREES");
        as(
                LEAD,
                now,
                on -> run(
                        on,
                        "insert into excluded_person (excluded_person_id, case_id, relation, name, recorded_at, recorded_by)"
                                + " values (gen_random_uuid(), ?, 'OTHER_RELATIVE', 'AUNT', caller_now(), ?)",
                        caseId,
                        LEAD.id()));
        denied(() -> propose(LEAD, "CHILD_BEST_INTEREST", "{0}", null, "AGREES"));
    }

    @Test
    void what_she_keeps_from_a_partner_is_told_to_them_only_with_a_word_why() throws Exception {
        as(
                LEAD,
                now.plusSeconds(1),
                on -> run(
                        on,
                        "insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)"
                                + " values (gen_random_uuid(), ?, ?, 0, 'WHOLE', caller_now(), ?)",
                        caseId,
                        POLICE.organisation(),
                        LEAD.id()));
        denied(() -> proposeTo(POLICE.organisation(), null));
        proposeTo(POLICE.organisation(), "Her life is in danger");
        proposeTo(SHELTER.organisation(), null);
        denied(() -> proposeTo(LEAD.organisation(), null));
    }

    @Test
    void only_the_leads_caseworkers_propose_and_record_and_a_tie_closes_it() throws Exception {
        for (Worker worker : List.of(LEADS_SUPERVISOR, COLLEAGUE, MENTOR, PROTECTION, LAWYER, POLICE)) {
            denied(() -> propose(worker, "VITAL_INTEREST", "{0}", null, null));
        }
        UUID asked = propose("VITAL_INTEREST", "{0}");
        below("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(PROTECTION.id(), caseId));
        below("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(LEADS_SUPERVISOR.id(), caseId));
        assertThat(known(PROTECTION, asked)).isZero();
        denied(() -> decide(LEADS_SUPERVISOR, asked, true));
        denied(() -> as(COLLEAGUE, now.plusSeconds(90), on -> run(on, "select disclosure_take_back(?)", asked)));
        as(LEAD, now.plusSeconds(90), on -> run(on, "select disclosure_take_back(?)", asked));
        assertThatThrownBy(() -> record(LEAD, asked))
                .extracting(DisclosureBySqlTest::state)
                .isEqualTo("40001");
    }

    @Test
    void a_no_ends_it_and_she_is_never_told_through_somebody_who_is_excluded() throws Exception {
        UUID refused = propose("VITAL_INTEREST", "{0}");
        decide(LEADS_SUPERVISOR, refused, false);
        assertThatThrownBy(() -> decide(LEADS_SUPERVISOR, refused, true))
                .extracting(DisclosureBySqlTest::state)
                .isEqualTo("40001");
        assertThatThrownBy(() -> record(LEAD, refused))
                .extracting(DisclosureBySqlTest::state)
                .isEqualTo("40001");

        below("insert into excluded_person (excluded_person_id, case_id, relation, recorded_at, recorded_by)"
                + " values (gen_random_uuid(), '%s', 'STEP_PARENT', now(), '%s')".formatted(caseId, LEAD.id()));
        UUID asked = propose("VITAL_INTEREST", "{0}");
        denied(() -> tell(LEAD, asked, "HERSELF", null));
        decide(LEADS_SUPERVISOR, asked, true);
        record(LEAD, asked);
        denied(() -> tell(LEAD, asked, "GUARDIAN", "STEP_PARENT"));
        tell(LEAD, asked, "GUARDIAN", "SIBLING");
    }

    @Test
    void nobody_writes_the_record_but_by_its_acts() throws Exception {
        UUID asked = propose("VITAL_INTEREST", "{0}");
        for (String write : List.of(
                "update disclosure set words = 'x' where disclosure_id = '%s'",
                "delete from disclosure where disclosure_id = '%s'",
                "insert into disclosure_agreement values ('%s', 'SUP', now(), gen_random_uuid())",
                "select disclosure_of_lead('%s')",
                "update disclosure_rule set desks = '{SUP}' where '%s' <> ''")) {
            denied(() -> as(LEAD, now.plusSeconds(70), on -> run(on, write.formatted(asked))));
        }
    }

    /** The court's order came, names everything, and her lawyer said that all of it holds. */
    private void ordered() throws SQLException {
        below("""
                insert into court_order (order_id, case_id, organisation_id, kind, authority, reference, received_on, answer_on, categories, noted_at,
                                         noted_by, check_by, answer_by, advice, checked_at, checked_by, least)
                values (gen_random_uuid(), '%s', '%s', 'SUBPOENA', 'CRIMINAL_COURT', '12 C 345', current_date, current_date,
                        '{0,1,2,3,4,5,6,7,8,9,10,11,12,13}', now(), '%s', now(), now(), 'VALID', now(), '%s', '{0,1,2,3,4,5,6,7,8,9,10,11,12,13}')
                """.formatted(caseId, LEAD.organisation(), LEAD.id(), LEAD.id()));
    }

    private UUID propose(String exception, String categories) throws SQLException {
        return propose(LEAD, exception, categories, null, null);
    }

    private UUID propose(Worker worker, String exception, String categories, String order, String guardian)
            throws SQLException {
        return propose(worker, exception, null, "The authority", categories, order, null, guardian);
    }

    private void proposeTo(UUID organisation, String overriding) throws SQLException {
        propose(LEAD, "VITAL_INTEREST", organisation, null, "{0}", null, overriding, null);
    }

    private UUID propose(
            Worker worker,
            String exception,
            UUID organisation,
            String body,
            String categories,
            String order,
            String overriding,
            String guardian)
            throws SQLException {
        UUID id = UUID.randomUUID();
        as(
                worker,
                now.plusSeconds(60),
                on -> run(
                        on,
                        "select disclosure_propose(?, ?, ?, ?, ?, cast(? as smallint[]), 'w', ?, ?, ?, null)",
                        id,
                        caseId,
                        exception,
                        organisation,
                        body,
                        categories,
                        order,
                        overriding,
                        guardian));
        return id;
    }

    private void decide(Worker worker, UUID id, boolean agree) throws SQLException {
        as(
                worker,
                now.plusSeconds(70),
                on -> run(on, "select disclosure_decide(?, ?, ?)", id, agree, agree ? null : "no"));
    }

    private void record(Worker worker, UUID id) throws SQLException {
        as(worker, now.plusSeconds(80), on -> run(on, "select disclosure_record(?, caller_now(), 'PHONE', null)", id));
    }

    private void tell(Worker worker, UUID id, String whom, String relation) throws SQLException {
        as(
                worker,
                now.plusSeconds(90),
                on -> run(
                        on, "select disclosure_tell(?, caller_now(), ?, ?, 'PHONE', null, null)", id, whom, relation));
    }

    private int known(Worker worker, UUID id) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(100), on -> {
            try (PreparedStatement count = on.prepareStatement(
                    "select count(*) from disclosure d left join disclosure_agreement a using (disclosure_id) where d.disclosure_id = ?")) {
                count.setObject(1, id);
                ResultSet answer = count.executeQuery();
                answer.next();
                rows[0] = Math.min(1, answer.getInt(1));
            }
        });
        return rows[0];
    }

    private List<UUID> askable(Worker worker, String desk) throws SQLException {
        List<UUID> houses = new ArrayList<>();
        as(worker, now.plusSeconds(60), on -> {
            try (PreparedStatement asked = on.prepareStatement("select disclosure_askable(?, ?)")) {
                asked.setObject(1, caseId);
                asked.setString(2, desk);
                ResultSet answer = asked.executeQuery();
                while (answer.next()) {
                    houses.add(answer.getObject(1, UUID.class));
                }
            }
        });
        return houses;
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).extracting(DisclosureBySqlTest::state).isEqualTo("42501");
    }

    private static String state(Throwable thrown) {
        return ((SQLException) thrown).getSQLState();
    }
}
