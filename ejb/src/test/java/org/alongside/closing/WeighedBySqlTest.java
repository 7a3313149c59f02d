package org.alongside.closing;

import static org.alongside.setup.Doorway.LEAD;
import static org.alongside.setup.Doorway.SUPERVISOR;
import static org.alongside.setup.Doorway.assessing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.alongside.safety.Alarm;
import org.alongside.setup.Doorway;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.alongside.shared.Sql;
import org.junit.jupiter.api.Test;

/** Past every door, as the application: a supervisor agrees to close in spite of what was weighed, and of nothing that came since. */
class WeighedBySqlTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Doorway doorway = new Doorway();
    private final UUID closing = UUID.randomUUID();
    private final String agreeing = "select closing_approve('" + closing + "')";

    @Test
    void not_in_the_second_in_which_her_risk_is_found_to_be_higher() throws Exception {
        CaseId caseId = proposed("{}");
        assertThat(doorway.inTheSameSecond(LEAD, assessing(caseId, "IMMEDIATE"), SUPERVISOR, agreeing, HOUR))
                .hasValueSatisfying(failed -> assertThat(Sql.stateIn(failed)).contains("40001"));
        assertThat(status(caseId)).isEqualTo("ACTIVE");
    }

    @Test
    void in_spite_of_the_risk_that_was_weighed_and_of_no_other() throws Exception {
        CaseId caseId = proposed("{RISK_MEDIUM}");
        doorway.writes(LEAD, Duration.ofMinutes(20), assessing(caseId, "HIGH"));
        assertThat(Sql.stateIn(catchThrowable(() -> doorway.writes(SUPERVISOR, HOUR, agreeing))))
                .contains("40001");
        doorway.writes(LEAD, Duration.ofMinutes(30), assessing(caseId, "MEDIUM"));
        doorway.writes(SUPERVISOR, HOUR, agreeing);
        assertThat(status(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void a_reason_for_something_else_closes_no_file_with_a_hearing_to_come() throws Exception {
        CaseId caseId = proposed("{RISK_MEDIUM}");
        UUID matter = UUID.randomUUID();
        doorway.arrange(
                "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values ('%s', '%s', '%s', now(), '%s')"
                        .formatted(matter, caseId, Doorway.LAWYER.organisation(), Doorway.LAWYER.id()));
        doorway.arrange("""
                insert into hearing_minimum (matter_id, case_id, organisation_id, hearing_at, place, needs)
                values ('%s', '%s', '%s', now() + interval '9 days', 'COURT', '{}')
                """.formatted(matter, caseId, Doorway.LAWYER.organisation()));
        assertThat(Sql.stateIn(catchThrowable(() -> doorway.writes(SUPERVISOR, HOUR, agreeing))))
                .contains("AL050");
        doorway.arrange("update closing set obstacles = '{RISK_MEDIUM,OPEN_HEARINGS}' where closing_id = '%s'"
                .formatted(closing));
        doorway.writes(SUPERVISOR, HOUR, agreeing);
    }

    @Test
    void an_alert_that_was_raised_since_and_that_nobody_has_seen_to_is_not_closed_away() throws Exception {
        CaseId caseId = proposed("{RISK_MEDIUM}");
        raised(caseId, 0);
        assertThat(Sql.stateIn(catchThrowable(() -> doorway.writes(SUPERVISOR, HOUR, agreeing))))
                .contains("40001");
        doorway.arrange("update closing set obstacles = '{RISK_MEDIUM,OPEN_ALERTS}' where closing_id = '%s'"
                .formatted(closing));
        doorway.writes(SUPERVISOR, HOUR, agreeing);
        assertThat(status(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void nor_another_than_the_one_that_was_weighed() throws Exception {
        CaseId caseId = proposed(
                "{RISK_MEDIUM,OPEN_ALERTS,SAFETY_UNCHECKED,HOUSING_UNKNOWN,PERMITS_UNKNOWN,CONVERSATION_NOT_WRITTEN,"
                        + "SAFETY_PLAN_NOT_GIVEN,HOTLINE_NOT_GIVEN}");
        doorway.arrange(
                "insert into demographics (case_id, sex, region) values ('%s', 'FEMALE', 'HARBOUR')".formatted(caseId));
        doorway.arrange("insert into demographics_minimum (case_id, language, interpreter) values ('%s', 'eng', 'NONE')"
                .formatted(caseId));
        raised(caseId, 0);
        raised(caseId, 15);
        assertThat(Sql.stateIn(catchThrowable(() -> doorway.writes(SUPERVISOR, HOUR, agreeing))))
                .contains("40001");
        assertThatThrownBy(this::agrees).hasMessageContaining("closing-not-weighed");
        assertThat(status(caseId)).isEqualTo("ACTIVE");
        doorway.arrange("update safety_alert set raised_at = '%s' where case_id = '%s'".formatted(doorway.now, caseId));
        agrees();
        assertThat(status(caseId)).isEqualTo("CLOSED");
    }

    private void agrees() throws Exception {
        doorway.as(SUPERVISOR, HOUR, inside -> {
            Alarm.in(inside).of(ClosingService.class).approve(new ClosingId(closing));
            return null;
        });
    }

    /** @param minutes after now; it was proposed after ten */
    private void raised(CaseId caseId, int minutes) throws SQLException {
        doorway.arrange("""
                insert into safety_alert (alert_id, case_id, case_code, organisation_id, type, severity, raised_at, answer_by, coordinator_at, settle_by)
                select gen_random_uuid(), case_id, case_code, lead_organisation_id, 'SELF_HARM', 'CRITICAL', t, t + interval '1 hour', t + interval '2 hours',
                       t + interval '2 days'
                  from case_file cross join (select timestamptz '%s' t) at where case_id = '%s'
                """.formatted(doorway.now.plus(Duration.ofMinutes(minutes)), caseId));
    }

    private CaseId proposed(String weighed) throws SQLException {
        CaseId caseId = doorway.led(false);
        doorway.writes(LEAD, Duration.ofMinutes(10), """
                insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, obstacles, override_reason,
                                     proposed_at, proposed_by)
                values ('%s', '%s', 1, 'GOALS_ACHIEVED', 'AGREES', 'GIVEN', 'NO', '%s', 'r', caller_now(), caller_worker())
                """.formatted(closing, caseId, weighed));
        return caseId;
    }

    private String status(CaseId caseId) throws SQLException {
        return doorway.below("select status from case_file where case_id = '" + caseId + "'");
    }
}
