package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody could do to a care plan by SQL as the application with an honest caller: what is theirs, nothing else. */
class PlanRowsTest extends ReferralsBySql {
    private static final Worker SHELTER = new Worker(6, 3, "SHS");
    private static final Worker OTHER_SHELTER = new Worker(8, 4, "SHS");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final int SAFE_HOUSE = 1;
    private static final int POLICE_PROTECTION = 7;
    private static final String WITH_PLAN = "{0,10}";
    private static final String WITHOUT_PLAN = "{0}";

    @Test
    void who_was_given_a_step_finds_it_and_its_goal_and_no_other() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        UUID goal = goal(LEAD, asked.caseId());
        UUID given = step(LEAD, goal, asked.caseId(), SHELTER);
        step(LEAD, goal, asked.caseId(), LEAD);
        goal(LEAD, asked.caseId());

        assertThat(readable(SHELTER, "action_step", asked.caseId())).isEqualTo(1);
        assertThat(readable(SHELTER, "goal", asked.caseId())).isEqualTo(1);
        assertThat(readable(LEAD, "action_step", asked.caseId())).isEqualTo(2);
        assertThat(readable(LEADS_SUPERVISOR, "goal", asked.caseId())).isEqualTo(2);
        assertThat(readable(OTHER_SHELTER, "goal", asked.caseId())).isZero();
        assertThat(changed(SHELTER, "status = 'DONE', done_at = caller_now(), done_by = caller_worker()", given))
                .isEqualTo(1);
    }

    @Test
    void a_provider_writes_its_own_and_the_lead_reads_it() throws Exception {
        Asked asked = helped(COUNSELLING, COUNSELLOR, WITHOUT_PLAN);
        UUID theirs = goal(COUNSELLOR, asked.caseId());
        step(COUNSELLOR, theirs, asked.caseId(), COUNSELLOR);
        goal(LEAD, asked.caseId());

        assertThat(readable(COUNSELLOR, "goal", asked.caseId())).isEqualTo(1);
        assertThat(readable(LEAD, "goal", asked.caseId())).isEqualTo(2);
        assertThat(readable(OTHER_COUNSELLOR, "goal", asked.caseId()))
                .as("a colleague down the corridor")
                .isZero();
    }

    @Test
    void police_have_no_part_in_a_plan() throws Exception {
        Asked asked = helped(POLICE_PROTECTION, POLICE, WITH_PLAN);
        UUID goal = goal(LEAD, asked.caseId());

        assertThat(readable(POLICE, "goal", asked.caseId())).isZero();
        assertThatThrownBy(() -> goal(POLICE, asked.caseId())).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> step(LEAD, goal, asked.caseId(), POLICE)).hasMessageContaining("row-level security");
    }

    @Test
    void a_step_is_given_only_where_she_agrees_and_they_help_her_now() throws Exception {
        Asked silent = helped(SAFE_HOUSE, SHELTER, WITHOUT_PLAN);
        UUID goal = goal(LEAD, silent.caseId());
        assertThatThrownBy(() -> step(LEAD, goal, silent.caseId(), SHELTER))
                .as("she did not agree")
                .hasMessageContaining("row-level security");
        Asked waiting = ask(openCase(), SAFE_HOUSE, SHELTER, WITH_PLAN, "NONE");
        UUID another = goal(LEAD, waiting.caseId());
        assertThatThrownBy(() -> step(LEAD, another, waiting.caseId(), SHELTER))
                .as("they did not accept yet")
                .hasMessageContaining("row-level security");
        step(LEAD, goal, silent.caseId(), null);
        step(LEAD, goal, silent.caseId(), LEAD);
    }

    @Test
    void who_was_given_a_step_moves_it_on_and_rewrites_nothing() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        UUID step = step(LEAD, goal(LEAD, asked.caseId()), asked.caseId(), SHELTER);

        for (String change : new String[] {
            "what = 'else'",
            "due_on = due_on + 1",
            "owner_organisation_id = null, owner_role = null",
            "status = 'CANCELLED', cancelled_at = caller_now(), cancelled_by = caller_worker()",
            "done_at = caller_now(), done_by = '" + LEAD.id() + "'",
            "owner_worker_id = '" + LEAD.id() + "'"
        }) {
            assertThatThrownBy(() -> changed(SHELTER, change, step)).as(change).hasMessageContaining("not permitted");
        }
        assertThat(changed(SHELTER, "owner_worker_id = caller_worker()", step)).isEqualTo(1);
        assertThat(changed(OTHER_SHELTER, "status = 'DONE'", step)).isZero();
        assertThatThrownBy(() -> changed(
                        LEAD,
                        "owner_organisation_id = '" + OTHER_SHELTER.organisation() + "', owner_worker_id = null",
                        step))
                .hasMessageContaining("not permitted");
    }

    @Test
    void nobody_hangs_a_step_on_a_goal_that_they_do_not_know() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        UUID hidden = goal(LEAD, asked.caseId());
        String known = messageOf(() -> step(SHELTER, hidden, asked.caseId(), SHELTER));
        String missing = messageOf(() -> step(SHELTER, UUID.randomUUID(), asked.caseId(), SHELTER));

        assertThat(known).contains("row-level security").isEqualTo(missing);
        UUID elsewhere = helped(SAFE_HOUSE, SHELTER, WITH_PLAN).caseId();
        UUID own = goal(SHELTER, asked.caseId());
        assertThatThrownBy(() -> step(SHELTER, own, elsewhere, SHELTER)).hasMessageContaining("row-level security");
    }

    @Test
    void with_her_consent_a_given_step_closes_and_the_own_goal_stays_with_the_referral() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITHOUT_PLAN);
        UUID[] plan = new UUID[1];
        as(LEAD, now.plusSeconds(12), on -> plan[0] = consent(on, LEAD, asked.caseId(), SHELTER, "{10}"));
        step(LEAD, goal(LEAD, asked.caseId()), asked.caseId(), SHELTER);
        goal(SHELTER, asked.caseId());
        assertThat(readable(SHELTER, "goal", asked.caseId())).isEqualTo(2);

        as(
                LEAD,
                now.plusSeconds(30),
                on -> run(
                        on,
                        "update consent set withdrawn_at = caller_now(), withdrawn_by = caller_worker() where consent_id = ?",
                        plan[0]));
        assertThat(readable(SHELTER, "action_step", asked.caseId())).isZero();
        assertThat(readable(SHELTER, "goal", asked.caseId())).isEqualTo(1);
    }

    @Test
    void her_latest_word_counts_and_not_an_earlier_one_that_opened_more() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        UUID goal = goal(LEAD, asked.caseId());
        step(LEAD, goal, asked.caseId(), SHELTER);
        as(LEAD, now.plusSeconds(30), on -> consent(on, LEAD, asked.caseId(), SHELTER, WITHOUT_PLAN));

        assertThat(readable(SHELTER, "action_step", asked.caseId())).isZero();
        assertThatThrownBy(() -> step(LEAD, goal, asked.caseId(), SHELTER, now.plusSeconds(40)))
                .hasMessageContaining("row-level security");
    }

    @Test
    void after_completion_its_own_is_read_for_a_time_and_written_no_more() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        goal(SHELTER, asked.caseId());
        UUID goal = goal(LEAD, asked.caseId());
        UUID step = step(LEAD, goal, asked.caseId(), SHELTER);
        as(SHELTER, now.plusSeconds(25), on -> {
            run(
                    on,
                    "select grants_end_for_referral(?, 'COMPLETED', ?)",
                    asked.referral(),
                    now.plus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC));
            run(on, "select own_domain_rests(?)", asked.referral());
        });

        assertThat(readable(SHELTER, "goal", asked.caseId())).isEqualTo(2);
        assertThat(changed(SHELTER, "status = 'IN_PROGRESS'", step)).isZero();
        assertThatThrownBy(() -> goal(SHELTER, asked.caseId(), now.plusSeconds(40)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> step(LEAD, goal, asked.caseId(), SHELTER, now.plusSeconds(40)))
                .as("they help her no more")
                .hasMessageContaining("row-level security");
        int[] later = new int[1];
        as(SHELTER, now.plus(Duration.ofDays(31)), on -> later[0] = rows(on, "goal", asked.caseId()));
        assertThat(later[0]).isZero();
    }

    @Test
    void its_own_domain_is_opened_once_by_who_accepted_and_by_nobody_else() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        assertThatThrownBy(() ->
                        as(SHELTER, now.plusSeconds(20), on -> run(on, "select open_own_domain(?)", asked.referral())))
                .hasMessageContaining("not permitted");
        Asked waiting = ask(openCase(), SAFE_HOUSE, SHELTER, WITH_PLAN, "NONE");
        for (Worker worker : new Worker[] {SHELTER, LEAD, OTHER_SHELTER}) {
            assertThatThrownBy(() -> as(
                            worker,
                            now.plusSeconds(20),
                            on -> run(on, "select open_own_domain(?)", waiting.referral())))
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> as(
                        OTHER_SHELTER,
                        now.plusSeconds(20),
                        on -> run(on, "select own_domain_rests(?)", asked.referral())))
                .hasMessageContaining("not permitted");
    }

    @Test
    void who_goes_on_under_a_newer_consent_goes_on_writing() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        change(SHELTER, "status = 'ACCEPTED', accepted_at = now()", asked);
        as(LEAD, now.plusSeconds(15), on -> {
            UUID newer = consent(on, LEAD, asked.caseId(), SHELTER, WITH_PLAN);
            run(on, "update referral set consent_id = ? where referral_id = ?", newer, asked.referral());
            run(on, "select open_again(?)", asked.referral());
            run(on, "select open_own_domain(?)", asked.referral());
        });
        step(SHELTER, goal(SHELTER, asked.caseId()), asked.caseId(), SHELTER);
        assertThatThrownBy(() ->
                        as(LEAD, now.plusSeconds(16), on -> run(on, "select open_own_domain(?)", asked.referral())))
                .hasMessageContaining("not permitted");
    }

    @Test
    void what_she_wanted_at_intake_is_not_the_providers_to_write() throws Exception {
        Asked asked = helped(SAFE_HOUSE, SHELTER, WITH_PLAN);
        assertThatThrownBy(() -> as(SHELTER, now.plusSeconds(20), on -> run(on, """
                                insert into immediate_need (case_id, need, recorded_at, recorded_by)
                                values (?, 'MEDICAL', caller_now(), caller_worker())
                                """, asked.caseId())))
                .hasMessageContaining("row-level security");
    }

    private UUID goal(Worker writer, UUID caseId) throws SQLException {
        return goal(writer, caseId, now.plusSeconds(20));
    }

    private UUID goal(Worker writer, UUID caseId, Instant at) throws SQLException {
        UUID goal = UUID.randomUUID();
        as(writer, at, on -> run(on, """
                insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                values (?, ?, caller_organisation(), 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), caller_worker())
                """, goal, caseId));
        return goal;
    }

    private UUID step(Worker writer, UUID goal, UUID caseId, Worker owner) throws SQLException {
        return step(writer, goal, caseId, owner, now.plusSeconds(20));
    }

    private UUID step(Worker writer, UUID goal, UUID caseId, Worker owner, Instant at) throws SQLException {
        UUID step = UUID.randomUUID();
        as(
                writer,
                at,
                on -> run(
                        on,
                        """
                insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                         written_at, written_by)
                values (?, ?, ?, caller_organisation(), 'w', ?, ?, current_date, 'PLANNED', caller_now(), caller_worker())
                """,
                        step,
                        goal,
                        caseId,
                        owner == null ? null : owner.organisation(),
                        owner == null ? null : owner.role()));
        return step;
    }

    private int changed(Worker worker, String change, UUID step) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(40), on -> {
            try (PreparedStatement update =
                    on.prepareStatement("update action_step set " + change + " where step_id = ?")) {
                update.setObject(1, step);
                rows[0] = update.executeUpdate();
            }
        });
        return rows[0];
    }
}
