package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody reads of the audit by SQL alone, as the application with an honest caller: officers their own, leads who has seen it. */
class AuditBySqlTest extends ReferralsBySql {
    private static final Worker OFFICER = new Worker(3, 1, "DPO");
    private static final Worker OFFICER_OF_COUNSELLORS = new Worker(11, 5, "DPO");
    private static final Worker OFFICER_ELSEWHERE = new Worker(5, 2, "DPO");
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final Worker SHELTER = new Worker(7, 3, "SHM");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final Worker LAWYER = new Worker(12, 6, "LAW");
    private static final int SAFE_HOUSE = 1;
    private static final String COUNT = "select count(*) from audit_event where chain_id = ?";
    private static final String ACTIONS = "select e.action from audit_event e where e.case_id = ? order by e.seq";
    private static final String SEEN = "select s.action from case_accesses(?, 9999, 100) s order by s.seq";
    private static final String FOR_HER =
            "select o.name || ' ' || s.action from case_accesses_for_her(?, 'UTC') s join organisation o using (organisation_id) order by 1";

    @Test
    void an_officer_reads_what_their_own_people_did_and_what_others_did_to_the_cases_that_they_lead() throws Exception {
        UUID caseId = openCase();
        did(LEAD, caseId, "READ_CASE", "LEAD");
        did(COUNSELLOR, caseId, "READ_PLAN", "REFERRAL");
        did(LAWYER, caseId, "READ_LEGAL", "REFERRAL");

        assertThat(texts(OFFICER, ACTIONS, caseId)).containsExactly("READ_CASE", "READ_PLAN", "READ_LEGAL");
        assertThat(texts(OFFICER_OF_COUNSELLORS, ACTIONS, caseId)).containsExactly("READ_PLAN");
        assertThat(texts(OFFICER_ELSEWHERE, ACTIONS, caseId)).isEmpty();
    }

    @Test
    void nobody_else_reads_a_row_of_it_not_even_of_their_own_case() throws Exception {
        UUID caseId = openCase();
        did(LEAD, caseId, "READ_CASE", "LEAD");
        for (Worker who : Stream.of(Role.values())
                .filter(role -> role != Role.DPO)
                .flatMap(role -> Stream.of(new Worker(1, 1, role.name()), new Worker(3, 1, role.name())))
                .toList()) {
            assertThat(texts(who, COUNT, caseId)).as(who.toString()).containsExactly("0");
            assertThat(texts(who, "select count(*) from audit_concern where case_id = ?", caseId))
                    .containsExactly("0");
            assertThat(texts(who, "select audit_code(?)", caseId)).containsExactly((String) null);
            assertThat(texts(who, "select events::text from audit_case_verified(?)", caseId))
                    .isEmpty();
        }
        try (Connection nobody = database.application().getConnection();
                ResultSet rows = nobody.createStatement().executeQuery("select count(*) from audit_event")) {
            rows.next();
            assertThat(rows.getInt(1)).as("without a caller").isZero();
        }
    }

    @Test
    void an_officer_reads_nothing_of_the_file_and_changes_and_deletes_nothing() throws Exception {
        UUID caseId = openCase();
        did(LEAD, caseId, "READ_CASE", "LEAD");
        for (String table :
                List.of("case_file", "identity_minimum", "identity", "safety_minimum", "access_grant", "assignment")) {
            assertThat(seen(OFFICER, now.plusSeconds(60), table, caseId))
                    .as(table)
                    .isZero();
        }
        for (String asked : List.of(
                "select subject_id from audit_event",
                "select prior_hash from audit_event",
                "select * from audit_event",
                "select * from audit_head",
                "update audit_event set action = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "insert into audit_event (chain_id, seq) values (gen_random_uuid(), 1)",
                "update audit_concern set organisation_id = caller_organisation()",
                "delete from audit_concern",
                "insert into audit_concern select caller_organisation(), now(), gen_random_uuid(), 1, gen_random_uuid(), caller_organisation(), 'x', false",
                "update audit_head set seq = 0",
                "copy audit_event to stdout",
                "select audit_first_broken('" + caseId + "')",
                "select case_named('" + caseId + "')",
                "select audit_knows('" + caseId + "')")) {
            for (Worker who : List.of(OFFICER, LEAD, LEADS_SUPERVISOR)) {
                assertThatThrownBy(() -> as(who, now.plusSeconds(60), on -> run(on, asked)))
                        .as(who + " " + asked)
                        .isInstanceOf(SQLException.class)
                        .extracting(thrown -> ((SQLException) thrown).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void who_tries_the_ids_of_others_is_told_to_the_lead_of_the_case_and_learns_nothing_by_their_own_officer()
            throws Exception {
        Asked asked = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
        refused(MENTOR, asked.caseId());
        refused(MENTOR, asked.referral());
        refused(COLLEAGUE, asked.consent());
        refused(MENTOR, UUID.randomUUID());

        String attempts =
                "select e.organisation_id::text from audit_concern c join audit_event e using (chain_id, seq) where c.case_id = ?";
        assertThat(texts(OFFICER, attempts, asked.caseId()))
                .containsExactlyInAnyOrder(
                        MENTOR.organisation().toString(),
                        MENTOR.organisation().toString(),
                        LEAD.organisation().toString());
        assertThat(texts(OFFICER_ELSEWHERE, attempts, asked.caseId())).isEmpty();
        assertThat(texts(OFFICER_ELSEWHERE, "select audit_code(?)", asked.caseId()))
                .containsExactly((String) null);
        assertThat(texts(OFFICER_ELSEWHERE, "select audit_case(?::uuid::text)::text", asked.caseId()))
                .as("the same as for a code that is none")
                .containsExactly((String) null);
        assertThat(texts(OFFICER, "select audit_case(?::uuid::text)::text", asked.caseId()))
                .containsExactly(asked.caseId().toString());
    }

    @Test
    void an_attempt_at_anything_of_a_case_is_told_to_who_leads_it_whatever_it_is_named_by() throws Exception {
        assertThat(texts(OFFICER, """
                        select c.relname::text
                          from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
                          join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0] and k.atttypid = 'uuid'::regtype
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and a.attnum <> k.attnum
                         where c.relnamespace = 'alongside'::regnamespace and c.relkind = 'r' and ?::uuid is not null
                           and pg_get_functiondef('alongside.case_named(uuid)'::regprocedure)
                               !~ ('from ' || c.relname || ' where ' || k.attname || ' = p_id')
                         order by 1
                        """, UUID.randomUUID()))
                .as("tables of her whose id no door is entered by: a new one stands here or in case_named")
                .containsExactly(
                        "access_grant",
                        "assignment",
                        "award_payment",
                        "best_interests",
                        "clinical_record",
                        "closing_ground",
                        "coerced_offence",
                        "conflict_check",
                        "consent_refusal",
                        "contact_attempt",
                        "cooperation",
                        "draft",
                        "employer_veto",
                        "escort",
                        "evidence",
                        "evidence_check",
                        "evidence_custody",
                        "evidence_entry",
                        "excluded_person",
                        "exclusion",
                        "follow_up_word",
                        "forensic_agreement",
                        "goal_end",
                        "goal_measure",
                        "guardian_sign_in",
                        "health_appointment",
                        "health_appointment_need",
                        "health_daily",
                        "health_need",
                        "hearing_file",
                        "hearing_minimum",
                        "hearing_owner",
                        "identification_decision",
                        "information_given",
                        "interview_answerer",
                        "kept_apart",
                        "legal_deadline_file",
                        "lifted_exclusion",
                        "livelihood",
                        "mandate",
                        "matter_appeal",
                        "matter_change",
                        "matter_cost",
                        "matter_counsel",
                        "matter_court",
                        "matter_decision",
                        "matter_declined",
                        "matter_end",
                        "matter_file",
                        "matter_stage",
                        "measure",
                        "missing_report",
                        "missing_talk",
                        "need_assessment",
                        "notification",
                        "placement_minimum",
                        "plan_approval",
                        "plan_change",
                        "plan_review",
                        "plan_say",
                        "police_note",
                        "police_record",
                        "process_note",
                        "protection_need",
                        "purpose_answer",
                        "record_change",
                        "recovery_word",
                        "reintegration_aim",
                        "reintegration_reading",
                        "reintegration_receiver",
                        "reintegration_support",
                        "restriction_minimum",
                        "restriction_step",
                        "risk_override",
                        "rules_told",
                        "safety_alert_raiser",
                        "safety_plan",
                        "safety_plan_minimum",
                        "session_attended",
                        "session_summary",
                        "shift_line",
                        "statement",
                        "summary_for_lead",
                        "urgent_care_reason");

        UUID caseId = openCase();
        UUID guardian = UUID.randomUUID();
        below(
                "insert into guardian (guardian_id, case_id, type, name, relation, recorded_at, recorded_by) values ('%s', '%s', 'LEGAL_GUARDIAN', 'G', 'AUNT_UNCLE', now(), '%s')"
                        .formatted(guardian, caseId, LEAD.id()));
        refused(LAWYER, guardian);
        assertThat(texts(OFFICER, "select count(*) from audit_concern where refused and case_id = ?", caseId))
                .containsExactly("1");
    }

    @Test
    void with_the_lead_goes_what_is_told_to_the_lead() throws Exception {
        UUID caseId = openCase();
        did(LEAD, caseId, "READ_CASE", "LEAD");
        did(COUNSELLOR, caseId, "READ_PLAN", "REFERRAL");
        refused(LAWYER, caseId);
        below("update case_file set lead_organisation_id = '%s' where case_id = '%s'"
                .formatted(MENTOR.organisation(), caseId));

        assertThat(texts(OFFICER_ELSEWHERE, ACTIONS, caseId)).containsExactly("READ_CASE", "READ_PLAN");
        assertThat(texts(OFFICER_ELSEWHERE, "select count(*) from audit_concern where case_id = ?", caseId))
                .containsExactly("3");
        assertThat(texts(OFFICER, ACTIONS, caseId))
                .as("what its own people did stays with the one that led before")
                .containsExactly("READ_CASE");
    }

    @Test
    void an_officer_with_a_tie_to_her_reads_nothing_of_her_case() throws Exception {
        UUID caseId = openCase();
        did(COUNSELLOR, caseId, "READ_PLAN", "REFERRAL");
        refused(LAWYER, caseId);
        below("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(OFFICER.id(), caseId));
        assertThat(texts(OFFICER, COUNT, caseId)).containsExactly("0");
        assertThat(texts(OFFICER, "select count(*) from audit_concern where case_id = ?", caseId))
                .containsExactly("0");
        assertThat(texts(OFFICER, "select audit_code(?)", caseId)).containsExactly((String) null);
    }

    @Test
    void a_broken_record_names_its_first_broken_link_to_those_who_may_know_of_the_case() throws Exception {
        UUID caseId = openCase();
        for (int i = 0; i < 3; i++) {
            did(LEAD, caseId, "READ_CASE", "LEAD");
        }
        String verified = "select events || ' ' || coalesce(first_broken::text, 'whole') from audit_case_verified(?)";
        assertThat(texts(OFFICER, verified, caseId)).containsExactly("3 whole");
        below("update audit_event set action = 'READ_PLAN' where chain_id = '%s' and seq = 2".formatted(caseId));
        assertThat(texts(OFFICER, verified, caseId)).containsExactly("3 2");
        assertThat(texts(OFFICER, "select first_broken::text from audit_broken() where chain_id = ?", caseId))
                .containsExactly("2");
        assertThat(texts(OFFICER_ELSEWHERE, verified, caseId)).isEmpty();
        assertThat(texts(LEAD, verified, caseId)).isEmpty();
        below("update audit_event set action = 'READ_CASE' where chain_id = '%s' and seq = 2".formatted(caseId));
        assertThat(texts(OFFICER, verified, caseId)).containsExactly("3 whole");
    }

    @Test
    void who_leads_is_told_who_has_seen_it_with_the_names_of_their_own_people_alone() throws Exception {
        UUID caseId = openCase();
        did(LEAD, caseId, "READ_CASE", "LEAD");
        did(COUNSELLOR, caseId, "READ_PLAN", "REFERRAL");
        refused(COLLEAGUE, caseId);

        for (Worker who : List.of(LEAD, LEADS_SUPERVISOR)) {
            assertThat(texts(who, SEEN, caseId)).containsExactly("READ_CASE", "READ_PLAN");
            assertThat(texts(who, "select colleague_id::text from case_accesses(?, 9999, 100) order by seq", caseId))
                    .containsExactly(LEAD.id().toString(), null);
        }
        for (Worker who : List.of(COLLEAGUE, MENTOR, COUNSELLOR, CASEWORKER_OF_COUNSELLORS, OFFICER, POLICE)) {
            assertThat(texts(who, SEEN, caseId)).as(who.toString()).isEmpty();
            assertThat(texts(who, FOR_HER, caseId)).as(who.toString()).isEmpty();
        }
    }

    @Test
    void she_is_told_of_a_shelter_and_of_police_only_what_rests_on_her_own_word_to_them() throws Exception {
        UUID caseId = openCase();
        did(SHELTER, caseId, "READ_CASE", "REFERRAL");
        did(POLICE, caseId, "READ_CASE", "REFERRAL");
        did(LAWYER, caseId, "READ_LEGAL", "REFERRAL");
        assertThat(texts(LEAD, FOR_HER, caseId)).containsExactly("Open Door Legal Aid READ_LEGAL");

        as(LEAD, now.plusSeconds(61), on -> {
            consent(on, LEAD, caseId, SHELTER, "{0}");
            consent(on, LEAD, caseId, POLICE, "{0}");
        });
        assertThat(texts(LEAD, FOR_HER, caseId))
                .as("not what was before her word")
                .containsExactly("Open Door Legal Aid READ_LEGAL");
        at = 70;
        did(SHELTER, caseId, "READ_PLAN", "REFERRAL");
        did(POLICE, caseId, "READ_PLAN", "REFERRAL");
        did(POLICE, caseId, "READ_LEGAL", "LEGAL_DUTY");
        did(LEAD, caseId, "READ_REFERRALS", "LEAD", (short) 8);
        assertThat(texts(LEAD, FOR_HER, caseId))
                .containsExactly(
                        "City Police Liaison READ_PLAN", "Open Door Legal Aid READ_LEGAL", "Willow Rooms READ_PLAN");
    }

    @Test
    void of_what_others_agreed_to_for_a_child_she_knows_what_she_was_asked_about() throws Exception {
        UUID caseId = openCase();
        as(LEAD, now.plusSeconds(50), on -> consent(on, LEAD, caseId, SHELTER, "{0}"));
        below("update consent set giver = 'COURT', assent = 'TOO_YOUNG_TO_SAY' where case_id = '%s'".formatted(caseId));
        did(SHELTER, caseId, "READ_CASE", "REFERRAL");
        assertThat(texts(LEAD, FOR_HER, caseId)).isEmpty();
        below("update consent set assent = 'WILLING' where case_id = '%s'".formatted(caseId));
        assertThat(texts(LEAD, FOR_HER, caseId)).containsExactly("Willow Rooms READ_CASE");
    }

    /** Seconds after the beginning at which the next event happens. */
    private int at = 60;

    private void did(Worker who, UUID caseId, String action, String basis) throws SQLException {
        did(who, caseId, action, basis, null);
    }

    private void did(Worker who, UUID caseId, String action, String basis, Short category) throws SQLException {
        as(
                who,
                now.plusSeconds(at),
                on -> run(
                        on,
                        "select audit_write(?, ?, ?, ?::smallint, ?, 'PERMITTED', null, 's')",
                        action,
                        caseId,
                        caseId,
                        category,
                        basis));
    }

    /** As the gate keeps it where something is not theirs or not there: without a case. */
    private void refused(Worker who, UUID subject) throws SQLException {
        as(
                who,
                now.plusSeconds(at),
                on -> run(
                        on,
                        "select audit_write('READ_CASE', null, ?, null, null, 'REFUSED', 'not-there', 's')",
                        subject));
    }

    private List<String> texts(Worker who, String sql, UUID caseId) throws SQLException {
        List<String> found = new ArrayList<>();
        as(who, now.plusSeconds(120), on -> {
            try (PreparedStatement asked = on.prepareStatement(sql)) {
                asked.setObject(1, caseId);
                ResultSet rows = asked.executeQuery();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        });
        return found;
    }
}
