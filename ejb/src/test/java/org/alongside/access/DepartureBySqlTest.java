package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody leaves behind goes to a colleague, all of it and to nobody who may not have it. */
class DepartureBySqlTest extends ReferralsBySql {
    private static final Worker COLLEAGUE = new Worker(2, 1, "CW");
    private static final Worker OTHER_HOUSES_SUPERVISOR = new Worker(5, 2, "SUP");
    private static final Worker ADMINISTRATOR = new Worker(16, 9, "ADM");

    /** Everybody begins with nothing in hand. */
    @BeforeEach
    void nothing_in_hand() throws SQLException {
        bySuperuser("update assignment set until_at = from_at where worker_id in (?, ?)", LEAD.id(), COLLEAGUE.id());
        bySuperuser("update action_step set owner_worker_id = null where owner_worker_id = ?", LEAD.id());
        bySuperuser("delete from hearing_support where worker_id = ?", LEAD.id());
        bySuperuser("update absence set ended_at = from_at, ended_by = covered_by where ended_at is null");
    }

    @Test
    void all_of_it_goes_over_at_once_whether_they_are_still_there_or_not() throws Exception {
        UUID first = caseWithStep();
        UUID second = openCase();
        UUID absence = coveredByTheLeaver();
        assertThat(handOver(LEADS_SUPERVISOR, null)).isEqualTo(2);
        for (UUID caseId : new UUID[] {first, second}) {
            assertThat(seen(COLLEAGUE, at(30), "identity", caseId)).isOne();
            assertThat(seen(LEAD, at(30), "case_file", caseId)).isZero();
            assertThat(text("select lead_worker_id::text from case_file where case_id = ?", caseId))
                    .isEqualTo(COLLEAGUE.id().toString());
        }
        assertThat(text("select owner_worker_id::text from action_step where case_id = ?", first))
                .isEqualTo(COLLEAGUE.id().toString());
        assertThat(text("select covered_by::text from absence where absence_id = ?", absence))
                .isEqualTo(COLLEAGUE.id().toString());
    }

    @Test
    void somebody_who_has_left_is_handed_over_the_same_way() throws Exception {
        UUID caseId = openCase();
        bySuperuser(
                "update team_member set until_at = ? where worker_id = ?",
                at(5).atOffset(java.time.ZoneOffset.UTC),
                LEAD.id());
        try {
            assertThat(handOver(LEADS_SUPERVISOR, null)).isOne();
            assertThat(seen(COLLEAGUE, at(30), "identity", caseId)).isOne();
        } finally {
            bySuperuser("update team_member set until_at = null where worker_id = ?", LEAD.id());
        }
    }

    @Test
    void a_colleague_with_a_tie_gets_nothing_of_that_case_and_it_stays_to_be_handed_over() throws Exception {
        UUID tied = caseWithStep();
        UUID free = openCase();
        bySuperuser(
                "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, now())",
                COLLEAGUE.id(),
                tied);
        assertThat(handOver(LEADS_SUPERVISOR, null)).isOne();
        assertThat(seen(COLLEAGUE, at(30), "case_file", free)).isOne();
        assertThat(seen(COLLEAGUE, at(30), "case_file", tied)).isZero();
        assertThat(seen(LEAD, at(30), "case_file", tied)).isOne();
        assertThat(text("select owner_worker_id::text from action_step where case_id = ?", tied))
                .isEqualTo(LEAD.id().toString());
        assertThat(handOver(LEADS_SUPERVISOR, tied)).isZero();
    }

    @Test
    void one_case_goes_alone_and_leaves_the_rest() throws Exception {
        UUID first = openCase();
        UUID second = openCase();
        assertThat(handOver(LEADS_SUPERVISOR, first)).isOne();
        assertThat(seen(LEAD, at(30), "case_file", first)).isZero();
        assertThat(seen(LEAD, at(30), "case_file", second)).isOne();
    }

    @Test
    void nobody_but_their_supervisor_hands_over_and_administrators_are_told_numbers_alone() throws Exception {
        UUID caseId = openCase();
        denied(() -> handOver(COLLEAGUE, null));
        denied(() -> handOver(LEAD, null));
        denied(() -> handOver(OTHER_HOUSES_SUPERVISOR, null));
        denied(() -> handOver(ADMINISTRATOR, null));
        assertThat(seen(LEAD, at(30), "case_file", caseId)).isOne();
        assertThat(still(ADMINISTRATOR)).isEqualTo("1 0 0 0");
        assertThat(still(LEADS_SUPERVISOR)).isNull();
        assertThat(still(LEAD)).isNull();
    }

    private UUID caseWithStep() throws SQLException {
        UUID caseId = openCase();
        UUID goal = UUID.randomUUID();
        as(LEAD, at(2), on -> {
            run(on, """
                    insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                    values (?, ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), ?)
                    """, goal, caseId, LEAD.organisation(), LEAD.id());
            run(on, """
                    insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role,
                                             owner_worker_id, due_on, status, written_at, written_by)
                    values (gen_random_uuid(), ?, ?, ?, 'w', ?, 'CW', ?, current_date, 'PLANNED', caller_now(), ?)
                    """, goal, caseId, LEAD.organisation(), LEAD.organisation(), LEAD.id(), LEAD.id());
        });
        return caseId;
    }

    /** A third one of the team is away, and who leaves covers. */
    private UUID coveredByTheLeaver() throws SQLException {
        UUID absence = UUID.randomUUID();
        as(
                LEADS_SUPERVISOR,
                at(3),
                on -> run(
                        on,
                        "select cover_begin(?, ?, ?, caller_now(), caller_now() + interval '5 days')",
                        absence,
                        LEADS_SUPERVISOR.id(),
                        LEAD.id()));
        return absence;
    }

    private int handOver(Worker who, UUID caseId) throws SQLException {
        int[] handed = new int[1];
        as(who, at(20), on -> {
            try (PreparedStatement act = on.prepareStatement("select count(*) from work_hand_over(?, ?, ?)")) {
                act.setObject(1, LEAD.id());
                act.setObject(2, COLLEAGUE.id());
                act.setObject(3, caseId);
                ResultSet answer = act.executeQuery();
                answer.next();
                handed[0] = answer.getInt(1);
            }
        });
        return handed[0];
    }

    private String still(Worker who) throws SQLException {
        String[] said = new String[1];
        as(who, at(10), on -> {
            try (PreparedStatement ask = on.prepareStatement(
                    "select cases || ' ' || steps || ' ' || promises || ' ' || covers from still_theirs(?)")) {
                ask.setObject(1, LEAD.id());
                ResultSet answer = ask.executeQuery();
                said[0] = answer.next() ? answer.getString(1) : null;
            }
        });
        return said[0];
    }

    private String text(String sql, UUID id) throws SQLException {
        try (Connection superuser = database.inside().getConnection();
                PreparedStatement ask = superuser.prepareStatement(sql)) {
            ask.setObject(1, id);
            ResultSet answer = ask.executeQuery();
            answer.next();
            return answer.getString(1);
        }
    }

    private void bySuperuser(String sql, Object... values) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            run(superuser, sql, values);
        }
    }

    private Instant at(int seconds) {
        return now.plusSeconds(seconds);
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(SQLException.class, thrown -> assertThat(thrown.getSQLState())
                .isEqualTo("42501"));
    }
}
