package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody could do to needs, her own words and what a goal is measured by, by SQL as the application with an honest caller. */
class NeedRowsTest extends ReferralsBySql {
    private static final Worker SHELTER = new Worker(6, 3, "SHS");
    private static final int SAFE_HOUSE = 1;
    private static final String WITH_PLAN = "{0,10}";
    private static final String WITHOUT_PLAN = "{0}";

    @Test
    void the_lead_reads_all_of_it_and_a_provider_what_it_wrote() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        assess(LEAD, asked.caseId());
        assess(SHELTER, asked.caseId());
        say(LEAD, asked.caseId());

        assertThat(readable(LEAD, "need_assessment", asked.caseId())).isEqualTo(2);
        assertThat(readable(LEADS_SUPERVISOR, "need_found", asked.caseId())).isEqualTo(2);
        assertThat(readable(SHELTER, "need_assessment", asked.caseId())).isEqualTo(1);
        assertThat(readable(SHELTER, "need_found", asked.caseId())).isEqualTo(1);
        assertThat(readable(SHELTER, "plan_say", asked.caseId())).isZero();
        assertThat(readable(OTHER_COUNSELLOR, "need_assessment", asked.caseId()))
                .isZero();
    }

    @Test
    void what_was_found_stays_as_it_was_and_nobody_adds_to_it_later_or_in_another_name() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITHOUT_PLAN);
        UUID found = assess(LEAD, asked.caseId());
        assertThatThrownBy(() -> as(LEAD, now.plusSeconds(30), on -> found(on, found, asked.caseId(), LEAD, "LEGAL")))
                .as("later")
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        as(SHELTER, now.plusSeconds(30), on -> assessment(on, UUID.randomUUID(), asked.caseId(), LEAD)))
                .as("in another house's name")
                .hasMessageContaining("row-level security");
        for (String table : new String[] {"need_assessment", "need_found", "plan_say"}) {
            assertThatThrownBy(() -> as(
                            LEAD,
                            now.plusSeconds(30),
                            on -> run(on, "delete from " + table + " where case_id = ?", asked.caseId())))
                    .as(table)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        as(LEADS_SUPERVISOR, now.plusSeconds(30), on -> say(on, asked.caseId(), LEADS_SUPERVISOR)))
                .as("a supervisor reads")
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_goal_leads_up_from_where_she_set_out_and_is_not_reached_before_that_day() throws Exception {
        UUID caseId = openCase();
        UUID goal = goal(caseId);
        assertThatThrownBy(() -> measure(goal, caseId, "COPING", "current_date", "STRUGGLING"))
                .hasMessageContaining("target before baseline");
        assertThatThrownBy(() -> measure(goal, caseId, "COPING", "current_date + 60", "DOING_WELL"))
                .hasMessageContaining("target before baseline");
        measure(goal, caseId, "STRUGGLING", "current_date - 3", "COPING");
        assertThatThrownBy(() -> as(
                        LEAD,
                        now.plusSeconds(22),
                        on -> run(on, "update goal set target_on = current_date - 4 where goal_id = ?", goal)))
                .hasMessageContaining("target before baseline");
        assertThat(readable(LEAD, "goal_measure", caseId)).isEqualTo(1);
    }

    @Test
    void who_has_a_step_towards_a_goal_is_not_told_how_bad_it_was() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        UUID goal = goal(asked.caseId());
        measure(goal, asked.caseId(), "IN_CRISIS", "current_date", "COPING");
        as(
                LEAD,
                now.plusSeconds(22),
                on -> run(on, """
                insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                         written_at, written_by)
                values (gen_random_uuid(), ?, ?, ?, 'w', ?, 'SHS', current_date, 'PLANNED', caller_now(), ?)
                """, goal, asked.caseId(), LEAD.organisation(), SHELTER.organisation(), LEAD.id()));
        assertThat(readable(SHELTER, "goal", asked.caseId())).isEqualTo(1);
        assertThat(readable(SHELTER, "goal_measure", asked.caseId())).isZero();
    }

    @Test
    void a_childs_goal_is_not_agreed_by_herself_alone() throws Exception {
        UUID caseId = openCase();
        as(
                LEAD,
                now.plusSeconds(11),
                on -> run(on, "update identity_minimum set child = true where case_id = ?", caseId));
        UUID goal = goal(caseId);
        String agree =
                "update goal set status = 'ACTIVE', agreed_at = caller_now(), agreed_by = caller_worker(), backing = %s where goal_id = ?";
        assertThatThrownBy(() -> as(LEAD, now.plusSeconds(22), on -> run(on, agree.formatted("null"), goal)))
                .hasMessageContaining("does not agree alone");
        as(LEAD, now.plusSeconds(23), on -> run(on, agree.formatted("'GUARDIAN'"), goal));
    }

    private UUID assess(Worker writer, UUID caseId) throws SQLException {
        UUID id = UUID.randomUUID();
        as(writer, now.plusSeconds(20), on -> {
            assessment(on, id, caseId, writer);
            found(on, id, caseId, writer, "HOUSING");
        });
        return id;
    }

    private static void assessment(Connection on, UUID id, UUID caseId, Worker writer) throws SQLException {
        run(on, """
                insert into need_assessment (assessment_id, case_id, organisation_id, point, rater, assessed_on, recorded_at, recorded_by)
                values (?, ?, ?, 'ENTRY', 'TOGETHER', current_date, caller_now(), caller_worker())
                """, id, caseId, writer.organisation());
    }

    private static void found(Connection on, UUID id, UUID caseId, Worker writer, String domain) throws SQLException {
        run(on, """
                insert into need_found (assessment_id, case_id, organisation_id, domain, level) values (?, ?, ?, ?, 'COPING')
                """, id, caseId, writer.organisation(), domain);
    }

    private void say(Worker writer, UUID caseId) throws SQLException {
        as(writer, now.plusSeconds(20), on -> say(on, caseId, writer));
    }

    private static void say(Connection on, UUID caseId, Worker writer) throws SQLException {
        run(on, """
                insert into plan_say (say_id, case_id, organisation_id, said_on, going, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, ?, current_date, 'WELL', caller_now(), caller_worker())
                """, caseId, writer.organisation());
    }

    private UUID goal(UUID caseId) throws SQLException {
        UUID id = UUID.randomUUID();
        as(LEAD, now.plusSeconds(20), on -> run(on, """
                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, target_on, status, written_at, written_by)
                values (?, ?, ?, 'HOUSING', 's', 'NOW', current_date + 30, 'PROPOSED', caller_now(), ?)
                """, id, caseId, LEAD.organisation(), LEAD.id()));
        return id;
    }

    private void measure(UUID goal, UUID caseId, String from, String on, String to) throws SQLException {
        as(LEAD, now.plusSeconds(21), as -> run(as, """
                insert into goal_measure (goal_id, case_id, organisation_id, baseline, baseline_on, target) values (?, ?, ?, ?, %s, ?)
                """.formatted(on), goal, caseId, LEAD.organisation(), from, to));
    }
}
