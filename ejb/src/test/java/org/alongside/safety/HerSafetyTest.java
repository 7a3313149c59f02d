package org.alongside.safety;

import static org.alongside.safety.Watch.COLLEAGUE;
import static org.alongside.safety.Watch.COORDINATOR;
import static org.alongside.safety.Watch.COUNSELLOR;
import static org.alongside.safety.Watch.LEAD;
import static org.alongside.safety.Watch.MANAGER;
import static org.alongside.safety.Watch.POLICE;
import static org.alongside.safety.Watch.SHIFT;
import static org.alongside.safety.Watch.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.access.Printed;
import org.alongside.safety.NewRiskAssessment.NewFinding;
import org.alongside.safety.SafetyEvent.HerReached;
import org.alongside.safety.SafetyEvent.RiskReviewEnded;
import org.alongside.safety.SafetyEvent.RiskToReview;
import org.alongside.safety.Watch.Deed;
import org.alongside.setup.Who;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How safe she is, in a real database: what was found with her, the level of the file, and her plan. */
class HerSafetyTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Watch watch = new Watch();
    private CaseId caseId;

    @BeforeEach
    void somebody() throws SQLException {
        caseId = watch.survivor();
    }

    @Test
    void the_level_is_the_highest_of_what_was_found_and_of_her_own_word_and_the_file_follows() throws Exception {
        assess(LEAD, HOUR, found("SAFE", null, finding("DIGITAL", "SOME"), finding("RE_TRAFFICKING", "NONE")));
        assertThat(file("risk_level")).isEqualTo("MEDIUM");
        assess(LEAD, HOUR.multipliedBy(2), found("IN_DANGER", null, finding("DIGITAL", "SOME")));
        assertThat(file("risk_level")).as("she says that she is in danger").isEqualTo("HIGH");
        assertThat(file("review_on")).isEqualTo(day(HOUR.multipliedBy(2).plusDays(30)));
        assess(LEAD, HOUR.multipliedBy(3), found("SAFE", null, finding("SUICIDE_SELF_HARM", "IMMINENT")));
        assertThat(file("risk_level")).isEqualTo("IMMEDIATE");
        assertThat(watch.sees(
                        LEAD, HOUR.multipliedBy(4), "select next_due from case_file where case_id = '" + caseId + "'"))
                .as("the file waits no longer than her next assessment")
                .allMatch(due -> due.compareTo(day(HOUR.multipliedBy(3).plusDays(7))) <= 0);
        SafetyView view = view(LEAD, HOUR.multipliedBy(4));
        assertThat(view.assessments()).extracting(AssessmentView::level).containsExactly("IMMEDIATE", "HIGH", "MEDIUM");
        assertThat(view.assessments().get(2).findings())
                .extracting(AssessmentView.RiskFinding::domain)
                .containsExactly("DIGITAL", "RE_TRAFFICKING");
    }

    @Test
    void the_next_assessment_and_the_first_contact_are_told_with_the_level_that_holds() throws Exception {
        RiskToReview first = told(found("SAFE", null, finding("DIGITAL", "SERIOUS")), HOUR);
        Instant at = watch.now.plus(HOUR);
        assertThat(first.over()).isEmpty();
        assertThat(first.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(first.reviewBy()).isEqualTo(at.plus(Duration.ofDays(30)));
        assertThat(first.askAt()).as("a quarter is left").isEqualTo(at.plus(Duration.ofHours(540)));
        assertThat(first.contactBy()).contains(at.plus(Duration.ofHours(24)));
        RiskToReview again = told(found("SAFE", null, finding("DIGITAL", "SERIOUS")), HOUR.multipliedBy(2));
        assertThat(again.over()).contains(first.assessment());
        assertThat(again.contactBy()).as("nobody has reached her yet").isPresent();
        watch.arrange(
                "insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by) select"
                        + " gen_random_uuid(), '" + caseId + "', timestamptz '" + watch.now.plus(HOUR.multipliedBy(3))
                        + "', 'PHONE', 'REACHED', timestamptz '" + watch.now.plus(HOUR.multipliedBy(3)) + "', '"
                        + LEAD.id() + "'");
        assertThat(told(found("SAFE", null, finding("DIGITAL", "SERIOUS")), HOUR.multipliedBy(4))
                        .contactBy())
                .as("she was reached since it was high")
                .isEmpty();
        assertThat(told(found("SAFE", null, finding("DIGITAL", "SOME")), HOUR.multipliedBy(5))
                        .contactBy())
                .isEmpty();
        RiskToReview high = told(found("IN_DANGER", null, finding("DIGITAL", "SOME")), HOUR.multipliedBy(6));
        assertThat(high.contactBy()).as("high anew").isPresent();
        watch.does(SUPERVISOR, HOUR.multipliedBy(7), doors -> {
            doors.safety()
                    .override(caseId, new NewOverride(high.assessment().toString(), "LOW", "She is with her family"));
            assertThat(doors.told())
                    .anySatisfy(one -> assertThat(one).isInstanceOfSatisfying(RiskToReview.class, set -> {
                        assertThat(set.assessment()).isEqualTo(high.assessment());
                        assertThat(set.over()).contains(high.assessment());
                        assertThat(set.contactBy()).isEmpty();
                        assertThat(set.reviewBy())
                                .isEqualTo(watch.now.plus(HOUR.multipliedBy(7)).plus(Duration.ofDays(90)));
                    }));
        });
        watch.does(LEAD, HOUR.multipliedBy(8), doors -> {
            doors.watch().reached(caseId);
            doors.watch().end(caseId);
            doors.watch().resume(caseId);
            assertThat(doors.told().get(0)).isEqualTo(new HerReached(high.assessment()));
            assertThat(doors.told().get(1)).isEqualTo(new RiskReviewEnded(high.assessment()));
            assertThat(doors.told().get(2)).isInstanceOfSatisfying(RiskToReview.class, set -> {
                assertThat(set.askAt()).as("at once").isEqualTo(watch.now.plus(HOUR.multipliedBy(8)));
                assertThat(set.reviewBy())
                        .isEqualTo(watch.now.plus(HOUR.multipliedBy(6)).plus(Duration.ofDays(90)));
            });
        });
        told(found("SAFE", null, finding("SUICIDE_SELF_HARM", "IMMINENT")), HOUR.multipliedBy(9));
        watch.does(LEAD, Duration.ofDays(8), doors -> {
            doors.watch().resume(caseId);
            assertThat(doors.told().get(0)).isInstanceOfSatisfying(RiskToReview.class, set -> assertThat(set.reviewBy())
                    .as("the day that was set is over")
                    .isEqualTo(watch.now.plus(Duration.ofDays(15))));
        });
    }

    @Test
    void her_own_copy_holds_what_she_wants_on_it_and_is_printed_by_who_leads_where_one_is_safe() throws Exception {
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().print(caseId, new NewPrint(null, true))))
                .contains("no-safety-plan");
        write("NONE", 0);
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().print(caseId, new NewPrint(null, true))))
                .contains("no-copy-is-safe");
        write("ON_PAPER", 1);
        Printed<PrintedSafetyPlan> all =
                watch.as(LEAD, HOUR, doors -> doors.safety().print(caseId, new NewPrint(null, true)));
        assertThat(all.content().neutral()).isTrue();
        assertThat(all.categories()).containsExactly(Category.SAFETY_RISK);
        assertThat(all.content().parts())
                .extracting(PrintedSafetyPlan.Part::name)
                .containsExactly("warningSigns", "steps", "safeWord", "noContact");
        assertThat(watch.as(SUPERVISOR, HOUR, doors -> doors.safety()
                                .print(caseId, new NewPrint(List.of("steps"), false)))
                        .content()
                        .parts())
                .containsExactly(new PrintedSafetyPlan.Part("steps", "I leave by the back"));
        assertThat(reason(LEAD, HOUR, doors -> doors.safety()
                        .print(caseId, new NewPrint(List.of("steps", "toTake"), true))))
                .isEqualTo("parts.1 not-in-the-plan");
        assertThat(reason(MANAGER, HOUR, doors -> doors.safety().print(caseId, new NewPrint(null, true))))
                .contains("only-the-lead");
    }

    @Test
    void what_threatens_her_is_printed_with_the_plan_of_who_leads_alone() throws Exception {
        assess(LEAD, HOUR, found("UNSAFE", null, finding("DIGITAL", "SERIOUS")));
        write("NONE", 0);
        for (Who who : List.of(LEAD, SUPERVISOR)) {
            watch.does(who, HOUR.multipliedBy(2), doors -> {
                var safety = doors.prints()
                        .of(doors.caller(), Watch.openTo(who, doors.caller()), caseId)
                        .orElseThrow();
                assertThat(safety.newest().orElseThrow().findings())
                        .extracting(AssessmentView.RiskFinding::score)
                        .containsExactly("SERIOUS");
                assertThat(safety.plan())
                        .as("on the house's paper, not on hers")
                        .isNotEmpty();
            });
        }
        for (Who who : List.of(MANAGER, SHIFT, COUNSELLOR)) {
            watch.does(who, HOUR.multipliedBy(2), doors -> assertThat(
                            doors.prints().of(doors.caller(), Watch.openTo(who, doors.caller()), caseId))
                    .as(who.role())
                    .isEmpty());
        }
    }

    private void write(String copy, int basedOn) throws Exception {
        watch.does(LEAD, HOUR, doors -> doors.safety()
                .plan(
                        caseId,
                        new NewSafetyPlan(
                                basedOn,
                                "The same car twice",
                                "Her uncle",
                                null,
                                "I leave by the back",
                                null,
                                null,
                                "Is it Tuesday?",
                                null,
                                null,
                                null,
                                copy)));
    }

    private RiskToReview told(NewRiskAssessment made, Duration later) throws Exception {
        return watch.as(LEAD, later, doors -> {
            doors.safety().assess(caseId, made, null);
            return doors.told().stream()
                    .filter(RiskToReview.class::isInstance)
                    .map(RiskToReview.class::cast)
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void in_her_first_three_days_she_is_at_high_risk_whatever_was_found() throws Exception {
        watch.arrange(
                "update case_file set opened_at = opened_at + interval '9 days' where case_id = '" + caseId + "'");
        assess(LEAD, HOUR, found("SAFE", null, finding("DIGITAL", "NONE")));
        assertThat(file("risk_level")).isEqualTo("HIGH");
        assess(LEAD, Duration.ofHours(73), found("SAFE", null, finding("DIGITAL", "NONE")));
        assertThat(file("risk_level")).isEqualTo("LOW");
    }

    @Test
    void whoever_assesses_goes_higher_with_why_and_never_lower() throws Exception {
        NewFinding some = finding("DIGITAL", "SOME");
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().assess(caseId, found("SAFE", "LOW", some), null)))
                .isEqualTo("level risk-below-found");
        assertThat(reason(LEAD, HOUR, doors -> doors.safety()
                        .assess(caseId, new NewRiskAssessment("SAFE", null, List.of(some), "HIGH", " "), null)))
                .isEqualTo("reason missing");
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().assess(caseId, found("SAFE", null, some, some), null)))
                .isEqualTo("findings.1.domain danger-twice");
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().assess(caseId, found("SAFE", null), null)))
                .isEqualTo("findings nothing-assessed");
        assess(LEAD, HOUR, new NewRiskAssessment("SAFE", "I want to go home", List.of(some), "IMMEDIATE", "He called"));
        assertThat(file("risk_level")).isEqualTo("IMMEDIATE");
        assertThat(file("derived", "risk_assessment")).isEqualTo("MEDIUM");
    }

    @Test
    void a_supervisor_sets_another_level_once_with_why_and_never_of_their_own_or_of_an_old_one() throws Exception {
        AssessmentId first = assess(LEAD, HOUR, found("SAFE", null, finding("DIGITAL", "SERIOUS")));
        AssessmentId newest = assess(LEAD, HOUR.multipliedBy(2), found("SAFE", null, finding("DIGITAL", "SERIOUS")));
        assertThat(reason(SUPERVISOR, HOUR.multipliedBy(3), doors -> doors.safety()
                        .override(caseId, lower(first))))
                .isEqualTo(" changed-meanwhile");
        watch.does(SUPERVISOR, HOUR.multipliedBy(3), doors -> doors.safety().override(caseId, lower(newest)));
        assertThat(file("risk_level")).isEqualTo("LOW");
        assertThat(file("review_on")).isEqualTo(day(HOUR.multipliedBy(3).plusDays(90)));
        assertThat(reason(SUPERVISOR, HOUR.multipliedBy(4), doors -> doors.safety()
                        .override(caseId, lower(newest))))
                .isEqualTo(" risk-overridden");
        AssessmentId own =
                assess(new Who(3, 1, "CW"), HOUR.multipliedBy(5), found("SAFE", null, finding("DIGITAL", "SERIOUS")));
        assertThat(reason(SUPERVISOR, HOUR.multipliedBy(6), doors -> doors.safety()
                        .override(caseId, lower(own))))
                .isEqualTo(" own-assessment");
        assertThat(state(() -> watch.writes(SUPERVISOR, HOUR.multipliedBy(6), overrideBySql(own, SUPERVISOR))))
                .as("nor past the door")
                .isEqualTo("42501");
        assertThat(file("risk_level")).isEqualTo("HIGH");
    }

    @Test
    void nobody_but_her_caseworker_and_a_supervisor_moves_the_level_by_any_way() throws Exception {
        AssessmentId made = assess(LEAD, HOUR, found("SAFE", null, finding("DIGITAL", "SOME")));
        for (Who who : List.of(LEAD, SUPERVISOR, SHIFT, MANAGER, COUNSELLOR, COORDINATOR)) {
            assertThat(state(() -> watch.writes(
                            who,
                            HOUR,
                            "update safety_minimum set risk_level = 'LOW' where case_id = '" + caseId + "'")))
                    .as(who.role())
                    .isEqualTo("42501");
        }
        for (Who who : List.of(LEAD, COLLEAGUE, MANAGER, SHIFT, COORDINATOR)) {
            assertThat(state(() -> watch.writes(who, HOUR, overrideBySql(made, who))))
                    .as(who.role())
                    .isEqualTo("42501");
        }
        for (Who who : List.of(SUPERVISOR, MANAGER, SHIFT, COUNSELLOR)) {
            assertThat(state(() -> assess(who, HOUR, found("SAFE", null, finding("DIGITAL", "SOME")))))
                    .as(who.role())
                    .isEqualTo("42501");
        }
    }

    @Test
    void what_was_found_is_for_those_who_may_read_all_of_it_and_the_level_for_the_others() throws Exception {
        assess(LEAD, HOUR, found("UNSAFE", null, finding("DIGITAL", "SOME")));
        for (Who who : List.of(LEAD, SUPERVISOR, MANAGER)) {
            assertThat(rows(who, "risk_finding")).as(who.role()).isEqualTo(1);
        }
        for (Who who : List.of(SHIFT, COUNSELLOR, COLLEAGUE, COORDINATOR, POLICE)) {
            assertThat(rows(who, "risk_assessment") + rows(who, "risk_finding"))
                    .as(who.role())
                    .isZero();
        }
        assertThat(view(SHIFT, HOUR).risk())
                .hasValueSatisfying(risk -> assertThat(risk.level()).isEqualTo("MEDIUM"));
        assertThat(view(SHIFT, HOUR).assessments()).isEmpty();
    }

    @Test
    void her_plan_is_kept_whole_for_few_and_what_all_must_know_for_those_beside_her() throws Exception {
        watch.does(LEAD, HOUR, doors -> doors.safety().plan(caseId, plan(0, "He waits outside")));
        assertThat(reason(LEAD, HOUR, doors -> doors.safety().plan(caseId, plan(0, "again"))))
                .as("somebody wrote meanwhile")
                .isEqualTo(" changed-meanwhile");
        watch.does(LEAD, HOUR.multipliedBy(2), doors -> doors.safety().plan(caseId, plan(1, "A black car")));
        SafetyView whole = view(MANAGER, HOUR.multipliedBy(3));
        assertThat(whole.wholePlan()).hasValueSatisfying(plan -> {
            assertThat(plan.number()).isEqualTo(2);
            assertThat(plan.safeWord()).contains("Tuesday");
            assertThat(plan.devices()).isEmpty();
        });
        for (Who who : List.of(SHIFT, COUNSELLOR)) {
            SafetyView least = view(who, HOUR.multipliedBy(3));
            assertThat(least.plan()).map(SafetyView.PlanMinimum::warningSigns).contains("A black car");
            assertThat(least.wholePlan()).as(who.role()).isEmpty();
            assertThat(rows(who, "safety_plan")).as(who.role()).isZero();
        }
        for (Who who : List.of(COLLEAGUE, COORDINATOR, POLICE)) {
            assertThat(rows(who, "safety_plan") + rows(who, "safety_plan_minimum"))
                    .as(who.role())
                    .isZero();
        }
        assertThat(state(() -> watch.does(MANAGER, HOUR, doors -> doors.safety().plan(caseId, plan(2, "x")))))
                .isEqualTo("42501");
        watch.arrange("update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '" + caseId
                + "' and basis = 'REFERRAL'");
        assertThat(rows(SHIFT, "safety_plan_minimum"))
                .as("her agreement is withdrawn")
                .isZero();
    }

    @Test
    void in_a_closed_file_nothing_is_assessed_or_planned() throws Exception {
        watch.arrange("update case_file set status = 'CLOSED' where case_id = '" + caseId + "'");
        assertThat(state(() -> assess(LEAD, HOUR, found("SAFE", null, finding("DIGITAL", "SOME")))))
                .isEqualTo("AL004");
        assertThat(state(() -> watch.does(LEAD, HOUR, doors -> doors.safety().plan(caseId, plan(0, "x")))))
                .isEqualTo("AL004");
    }

    private AssessmentId assess(Who who, Duration later, NewRiskAssessment made) throws Exception {
        return watch.as(who, later, doors -> doors.safety().assess(caseId, made, null));
    }

    private static NewRiskAssessment found(String felt, String level, NewFinding... findings) {
        return new NewRiskAssessment(felt, null, List.of(findings), level, level == null ? null : "why");
    }

    private static NewFinding finding(String domain, String score) {
        return new NewFinding(domain, score, null);
    }

    private static NewOverride lower(AssessmentId id) {
        return new NewOverride(id.toString(), "LOW", "He is in prison");
    }

    private static NewSafetyPlan plan(int basedOn, String signs) {
        return new NewSafetyPlan(
                basedOn,
                signs,
                "My uncle",
                null,
                "I leave by the back",
                "Sister, then Lena",
                "The bakery",
                "Tuesday",
                null,
                " ",
                null,
                "NONE");
    }

    private String overrideBySql(AssessmentId id, Who who) {
        return "insert into risk_override (assessment_id, case_id, level, reason, review_on, decided_at, decided_by) values ('"
                + id + "', '" + caseId + "', 'LOW', 'x', current_date, caller_now(), '" + who.id() + "')";
    }

    private SafetyView view(Who who, Duration later) throws Exception {
        return watch.as(who, later, doors -> doors.safety().of(caseId));
    }

    private int rows(Who who, String table) throws SQLException {
        return Integer.parseInt(watch.sees(
                        who,
                        HOUR.multipliedBy(3),
                        "select count(*) from " + table + " where case_id = '" + caseId + "'")
                .get(0));
    }

    private String file(String column) throws SQLException {
        return file(column, "safety_minimum");
    }

    private String file(String column, String table) throws SQLException {
        return watch.sees(LEAD, HOUR, "select " + column + " from " + table + " where case_id = '" + caseId + "'")
                .get(0);
    }

    private String day(Duration later) {
        return LocalDate.ofInstant(watch.now.plus(later), ZoneOffset.UTC).toString();
    }

    private String reason(Who who, Duration later, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> watch.does(who, later, deed));
        assertThat(refused).as("refused").isNotNull();
        return refused.reasons().get(0).field() + " " + refused.reasons().get(0).code();
    }

    private static String state(ThrowingCallable act) {
        return Sql.stateIn(catchThrowable(act)).orElse("nothing");
    }
}
