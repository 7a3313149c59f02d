package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.housing.GapEvent.GapsSettled;
import org.alongside.housing.GapService.NewAnswer;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has no place tonight is found and asked about once a day, until there is one, in a real database as the application. */
class NoPlaceTonightTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGES = 15_000;

    private final Shelter shelter = new Shelter(TestDatabase.own());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void a_child_or_somebody_at_high_risk_who_wants_a_place_and_has_none_is_found_and_nobody_else() throws Exception {
        CaseId child = wants(shelter.child());
        CaseId atRisk = wants(risk(shelter.woman(), "HIGH"));
        wants(risk(shelter.woman(), "MEDIUM"));
        CaseId livesAtHome = shelter.child();
        CaseId housed = wants(shelter.child());
        shelter.livesIn(housed, bed());
        CaseId held = wants(shelter.child());
        shelter.held(shelter.asked(held), bed());
        assertThat(looked(HOUR)).as("not at once: a bed is being sought").isEmpty();
        List<Object> found = looked(HOUR.multipliedBy(3));
        assertThat(open()).containsExactlyInAnyOrder(child.toString(), atRisk.toString());
        assertThat(open()).doesNotContain(livesAtHome.toString());
        assertThat(found).hasSize(2).allSatisfy(one -> assertThat(((GapFound) one).lead())
                .isEqualTo(new OrganisationId(LEAD.organisation())));
        assertThat(looked(HOUR.multipliedBy(4))).as("asked already").isEmpty();
        assertThat(looked(DAY.plus(HOUR.multipliedBy(4))))
                .as("nobody has answered: it is still the same question")
                .isEmpty();
    }

    @Test
    void who_leads_says_what_is_done_and_a_safe_place_ends_it() throws Exception {
        CaseId her = wants(shelter.child());
        looked(HOUR.multipliedBy(3));
        Duration later = HOUR.multipliedBy(4);
        assertThat(answer(her, "BED_ON_ITS_WAY", later)).singleElement().isInstanceOf(GapsSettled.class);
        assertThat(catchThrowableOfType(Refusal.class, () -> answer(her, "BED_ON_ITS_WAY", later))
                        .reasons())
                .extracting("code")
                .containsExactly("no-gap-waits");
        assertThat(looked(DAY.plus(later))).as("there is still none").hasSize(1);
        answer(her, "STAYS_SAFE", DAY.plus(later));
        assertThat(looked(DAY.multipliedBy(9))).isEmpty();
        List<GapView> nights = shelter.as(LEAD, later, doors -> doors.gaps().of(her));
        assertThat(nights).extracting(gap -> gap.answer().orElse("")).containsExactly("STAYS_SAFE", "BED_ON_ITS_WAY");
    }

    @Test
    void a_bed_ends_it_and_the_street_begins_it_anew() throws Exception {
        CaseId her = wants(shelter.child());
        looked(HOUR.multipliedBy(3));
        PlacementId placement = shelter.asked(her);
        shelter.held(placement, bed());
        shelter.arrives(placement, HOUR.multipliedBy(3));
        List<Object> told = shelter.as(SHIFT, HOUR.multipliedBy(3), doors -> {
            doors.nights()
                    .admitted(new SurvivorAdmitted(
                            List.of(placement), doors.caller().now()));
            return doors.told();
        });
        assertThat(told).singleElement().isInstanceOf(GapsSettled.class);
        assertThat(looked(DAY)).isEmpty();
        shelter.does(MANAGER, DAY, doors -> doors.stays()
                .end(placement, new NewEnd("OWN_CHOICE", "STREET", "she did not want another")));
        assertThat(looked(DAY.plus(HOUR.multipliedBy(3)))).hasSize(1);
        assertThat(shelter.sees(MANAGER, DAY, "select count(*) from placement_gap"))
                .as("the house is not told of it")
                .isEqualTo("0");
    }

    @Test
    void nobody_but_the_processes_looks_for_them_and_nobody_but_the_lead_reads_them() throws Exception {
        CaseId her = wants(shelter.child());
        assertThat(state(LEAD, "select * from placement_gaps_raise(5)")).isEqualTo("42501");
        assertThat(state(LEAD, "select placement_gaps()")).isEqualTo("42501");
        looked(HOUR.multipliedBy(3));
        for (Who who : List.of(SHIFT, new Who(9, 4, "LAW"), new Who(1, 1, "COU"))) {
            assertThat(shelter.sees(who, HOUR.multipliedBy(3), "select count(*) from placement_gap"))
                    .as(who.role())
                    .isEqualTo("0");
        }
        assertThat(shelter.sees(LEAD, HOUR.multipliedBy(3), "select case_id from placement_gap"))
                .isEqualTo(her.toString());
    }

    @Test
    void twenty_thousand_files_are_asked_with_one_question() throws Exception {
        shelter.arrange("set session_replication_role = replica");
        shelter.arrange("""
                insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source, opened_at,
                                       opened_by, next_due)
                select gen_random_uuid(), 'p' || n, case when n %% 4 = 0 then 'ACTIVE' else 'CLOSED' end, '%1$s', '%2$s', '%3$s', 'SELF', now(), '%3$s',
                       current_date from generate_series(1, 20000) n
                """.formatted(LEAD.organisation(), Who.demo("a000", 1), LEAD.id()));
        shelter.arrange(
                "insert into identity_minimum (case_id, preferred_name, age_band, child) select case_id, 'n', '6_11', true from case_file");
        shelter.arrange(
                "insert into safety_minimum (case_id, risk_level, in_danger) select case_id, 'LOW', false from case_file");
        shelter.arrange("""
                insert into immediate_need (case_id, need, recorded_at, recorded_by)
                select case_id, need, now() - interval '9 days', '%s' from case_file, (values ('SAFE_PLACE'), ('MEDICAL')) v (need)
                """.formatted(LEAD.id()));
        shelter.arrange("""
                insert into placement_minimum (placement_id, case_id, organisation_id, code_name, status, requested_at, admitted_at, ended_at, next_type)
                select gen_random_uuid(), case_id, '%s', 'Rowan', 'ENDED', now() - interval '8 days', now() - interval '8 days', now(), 'FAMILY_HOME'
                  from case_file where case_code like 'p%%' and right(case_code, 1) <> '0'
                """.formatted(MANAGER.organisation()));
        shelter.arrange("set session_replication_role = origin");
        shelter.arrange(
                "vacuum analyze case_file, identity_minimum, safety_minimum, immediate_need, placement_minimum, placement_gap");
        String question = shelter.below("select prosrc from pg_proc where proname = 'placement_gaps'");
        StringBuilder plan = new StringBuilder();
        try (Connection owner = shelter.database.inside().getConnection();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select caller_open('%s', '%s', '{}', clock_timestamp())"
                    .formatted(SYSTEM.id(), SYSTEM.organisation()));
            sql.execute("set local role alongside_gatekeeper");
            try (ResultSet lines = sql.executeQuery("explain (analyze, buffers, costs off, timing off) " + question)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            owner.rollback();
        }
        assertThat(plan.toString())
                .as("each table once, and file by file only of those who want a place")
                .contains("case_file_worked_on")
                .doesNotContain("may(")
                .doesNotContain("loops=20000")
                .doesNotContain("SubPlan")
                .doesNotContain("loops=5000");
        Matcher hit = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
        assertThat(hit.find()).isTrue();
        assertThat(Integer.parseInt(hit.group(1))).as(plan.toString()).isLessThan(PAGES);
        assertThat(looked(Duration.ofHours(1)))
                .as("no more at once than can be asked")
                .hasSize(200);
    }

    private List<Object> looked(Duration later) throws Exception {
        return shelter.as(SYSTEM, later, doors -> {
            doors.gaps().look();
            return doors.told();
        });
    }

    private List<Object> answer(CaseId caseId, String answer, Duration later) throws Exception {
        return shelter.as(LEAD, later, doors -> {
            doors.gaps().answer(caseId, new NewAnswer(answer));
            return doors.told();
        });
    }

    private List<String> open() throws Exception {
        return List.of(shelter.below(
                        "select coalesce(string_agg(case_id::text, ','), '') from placement_gap where ended_at is null")
                .split(","));
    }

    private BedId bed() throws Exception {
        return shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
    }

    private CaseId wants(CaseId caseId) throws Exception {
        shelter.arrange(
                "insert into immediate_need (case_id, need, recorded_at, recorded_by) values ('%s', 'SAFE_PLACE', '%s', '%s')"
                        .formatted(caseId, shelter.now, LEAD.id()));
        return caseId;
    }

    private CaseId risk(CaseId caseId, String level) throws Exception {
        shelter.arrange("insert into safety_minimum (case_id, risk_level, in_danger) values ('%s', '%s', false)"
                .formatted(caseId, level));
        return caseId;
    }

    private String state(Who who, String statement) {
        return shelter.refusal(who, HOUR, statement).getSQLState();
    }
}
