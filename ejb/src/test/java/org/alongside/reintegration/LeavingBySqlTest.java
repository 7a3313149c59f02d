package org.alongside.reintegration;

import static org.alongside.setup.Doorway.COUNSELLOR;
import static org.alongside.setup.Doorway.LEAD;
import static org.alongside.setup.Doorway.SUPERVISOR;
import static org.alongside.setup.Doorway.assessing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.Cases;
import org.alongside.setup.Doorway;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;
import org.junit.jupiter.api.Test;

/** Past every door, as the application: what holds in the second in which she leaves counts, whatever held when it was looked at. */
class LeavingBySqlTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Doorway doorway = new Doorway();
    private final UUID journey = UUID.randomUUID();
    private final String leaving = "select reintegration_depart('" + journey + "', caller_now() + interval '2 days')";

    @Test
    void not_in_the_second_in_which_her_risk_is_found_to_be_immediate() throws Exception {
        CaseId caseId = ready(false);
        assertThat(doorway.inTheSameSecond(LEAD, assessing(caseId, "IMMEDIATE"), LEAD, leaving, HOUR))
                .hasValueSatisfying(failed -> assertThat(failed).hasMessageContaining("not ready"));
        assertThat(left()).isEqualTo("f");
    }

    @Test
    void not_in_the_second_in_which_it_is_found_not_to_be_best_for_a_child() throws Exception {
        CaseId caseId = ready(true);
        doorway.writes(LEAD, Duration.ofMinutes(2), finding(caseId, "SUPPORTS"));
        assertThat(doorway.inTheSameSecond(LEAD, finding(caseId, "AGAINST"), LEAD, leaving, HOUR))
                .hasValueSatisfying(failed -> assertThat(failed).hasMessageContaining("not ready"));
        assertThat(left()).isEqualTo("f");
    }

    @Test
    void not_in_the_second_in_which_her_file_is_closed() throws Exception {
        CaseId caseId = ready(false);
        assertThat(doorway.inTheSameSecond(SUPERVISOR, closing(caseId), LEAD, leaving, HOUR))
                .hasValueSatisfying(failed -> assertThat(failed).hasMessageContaining("not permitted"));
        assertThat(left()).isEqualTo("f");
    }

    @Test
    void in_the_second_in_which_she_leaves_nobody_closes_her_file() throws Exception {
        CaseId caseId = ready(false);
        assertThat(doorway.inTheSameSecond(LEAD, leaving, SUPERVISOR, closing(caseId), HOUR))
                .hasValueSatisfying(failed -> assertThat(Sql.stateIn(failed)).contains("AL054"));
        assertThat(left()).isEqualTo("t");
    }

    @Test
    void a_supervisor_who_sets_her_risk_to_immediate_stops_her() throws Exception {
        CaseId stopped = ready(false);
        set(stopped, "IMMEDIATE");
        assertThatThrownBy(() -> doorway.writes(LEAD, HOUR, leaving)).hasMessageContaining("not ready");
        assertThat(missing()).containsExactly("RISK_IMMEDIATE");
    }

    @Test
    void a_supervisor_who_sets_it_lower_than_immediate_lets_her_go() throws Exception {
        CaseId caseId = ready(false);
        doorway.writes(LEAD, Duration.ofMinutes(9), assessing(caseId, "IMMEDIATE"));
        set(caseId, "HIGH");
        doorway.writes(LEAD, HOUR, leaving);
    }

    @Test
    void a_house_whose_referral_has_ended_since_it_said_yes_receives_nobody() throws Exception {
        CaseId caseId = ready(false);
        UUID referral = UUID.randomUUID();
        doorway.arrange(Cases.acceptedReferral(
                caseId.value(), referral, LEAD.organisation(), LEAD.id(), COUNSELLOR.organisation(), COUNSELLOR.id()));
        doorway.writes(LEAD, Duration.ofMinutes(20), """
                insert into reintegration_receiver (receiver_id, reintegration_id, case_id, referral_id, confirmed_on, noted_at, noted_by)
                values (gen_random_uuid(), '%s', '%s', '%s', current_date - 1, caller_now(), caller_worker())
                """.formatted(journey, caseId, referral));
        assertThat(missing()).isEmpty();
        doorway.arrange("update referral_card set status = 'REVOKED', revoked_at = now() where referral_id = '"
                + referral + "'");
        assertThat(missing()).containsExactly("RECEIVER_NOT_CONFIRMED");
        assertThatThrownBy(() -> doorway.writes(LEAD, HOUR, leaving)).hasMessageContaining("not ready");
        doorway.writes(LEAD, Duration.ofMinutes(30), receiver(caseId));
        assertThat(missing()).as("another one said yes since").isEmpty();
    }

    private List<String> missing() throws SQLException {
        return doorway.sees(LEAD, HOUR, "select return_missing('" + journey + "')");
    }

    private CaseId ready(boolean child) throws SQLException {
        CaseId caseId = doorway.led(child);
        doorway.writes(LEAD, Duration.ZERO, """
                insert into reintegration (reintegration_id, case_id, return_type, country, informed_on, decided_on, language, family_contact,
                                           planned_at, planned_by, risk_by, receiver_by, ready_by, review_by)
                select '%s', '%s', 'VOLUNTARY', 'MD', current_date, current_date, 'eng', 'SAFE_AND_WANTED', n, caller_worker(), n, n, n, n
                  from caller_now() n
                """.formatted(journey, caseId));
        doorway.writes(LEAD, Duration.ofMinutes(1), assessing(caseId, "LOW"));
        doorway.writes(LEAD, Duration.ofMinutes(1), receiver(caseId));
        doorway.writes(LEAD, Duration.ofMinutes(1), """
                insert into reintegration_step (reintegration_id, case_id, step, done_at, done_by)
                select '%s', '%s', s, caller_now(), caller_worker() from unnest('{DOCUMENTS,TRAVEL,RECEPTION}'::text[]) s
                """.formatted(journey, caseId));
        return caseId;
    }

    private String receiver(CaseId caseId) {
        return """
                insert into reintegration_receiver (receiver_id, reintegration_id, case_id, name, confirmed_by, confirmed_on, medium, noted_at, noted_by)
                values (gen_random_uuid(), '%s', '%s', 'n', 'w', current_date - 1, 'PHONE', caller_now(), caller_worker())
                """.formatted(journey, caseId);
    }

    private static String finding(CaseId caseId, String result) {
        return """
                insert into best_interests (best_interests_id, case_id, about, result, instrument, decided_on, decided_by, heard, noted_at, noted_by)
                values (gen_random_uuid(), '%s', 'RETURN', '%s', 'BID', current_date - 1, 'PANEL', true, caller_now(), caller_worker())
                """.formatted(caseId, result);
    }

    private void set(CaseId caseId, String level) throws SQLException {
        doorway.writes(SUPERVISOR, Duration.ofMinutes(10), """
                insert into risk_override (assessment_id, case_id, level, reason, review_on, decided_at, decided_by)
                select assessment_id, case_id, '%s', 'r', current_date + 7, caller_now(), caller_worker()
                  from risk_assessment where case_id = '%s' order by assessed_at desc limit 1
                """.formatted(level, caseId));
    }

    /** The supervisor's part of it; the caseworker has proposed it before. */
    private String closing(CaseId caseId) throws SQLException {
        UUID proposal = UUID.randomUUID();
        doorway.writes(LEAD, Duration.ofMinutes(40), """
                insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, proposed_at, proposed_by)
                values ('%s', '%s', 1, 'GOALS_ACHIEVED', 'AGREES', 'GIVEN', 'NO', caller_now(), caller_worker())
                """.formatted(proposal, caseId));
        return "select closing_approve('" + proposal + "')";
    }

    private String left() throws SQLException {
        return doorway.below(
                "select departed_at is not null from reintegration where reintegration_id = '" + journey + "'");
    }
}
