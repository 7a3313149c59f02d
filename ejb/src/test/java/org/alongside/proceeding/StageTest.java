package org.alongside.proceeding;

import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewStage.NewAppealAnswer;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterDecision;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From advice to the money in her hand: every row of the table of moves, and every other move refused with what it waits for. */
class StageTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;
    private static final List<String> ALL = List.of(
            "ADVICE",
            "CONFLICT_CHECK",
            "MANDATE_SIGNED",
            "PREPARATION",
            "FILED",
            "INVESTIGATION",
            "CHARGED",
            "PRE_TRIAL",
            "TRIAL",
            "DECISION",
            "APPEAL",
            "FINAL",
            "ENFORCEMENT",
            "CLOSED");

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<StageService> door =
            new Door<>(care, on -> HearingDoors.wired(on).of(StageService.class));
    private final Door<CounselService> counsel =
            new Door<>(care, on -> HearingDoors.wired(on).of(CounselService.class));
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void she_has_a_lawyer() throws Exception {
        at("TRIAL");
    }

    @ParameterizedTest
    @CsvSource({
        "ADVICE, CONFLICT_CHECK",
        "CONFLICT_CHECK, MANDATE_SIGNED",
        "MANDATE_SIGNED, PREPARATION",
        "PREPARATION, FILED",
        "FILED, INVESTIGATION",
        "FILED, CHARGED",
        "FILED, PRE_TRIAL",
        "FILED, TRIAL",
        "INVESTIGATION, CHARGED",
        "INVESTIGATION, PRE_TRIAL",
        "INVESTIGATION, TRIAL",
        "CHARGED, PRE_TRIAL",
        "CHARGED, TRIAL",
        "PRE_TRIAL, TRIAL",
        "DECISION, FINAL",
        "APPEAL, FINAL",
        "FINAL, CLOSED"
    })
    void each_row_of_the_table_leads_on(String from, String to) throws Exception {
        at(from);
        move(to);
        assertThat(stage()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"FILED", "PRE_TRIAL", "TRIAL"})
    void a_decision_leads_to_the_stage_of_that_name(String from) throws Exception {
        at(from);
        assertThat(reason(new NewStage("DECISION"))).isEqualTo("decision-missing");
        decide("CLAIM_GRANTED");
        assertThat(stage()).isEqualTo("DECISION");
    }

    @Test
    void every_move_that_is_no_row_of_the_table_is_refused_at_the_door_and_past_it() throws Exception {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String from : ALL) {
            rows.put(
                    from,
                    List.of(care.below(
                                    "select coalesce(string_agg(to_stage, ','), '') from legal_stage_move where from_stage = '%s'"
                                            .formatted(from))
                            .split(",")));
        }
        for (String from : ALL) {
            at(from);
            for (String to : ALL) {
                if (!to.equals(from) && !rows.get(from).contains(to)) {
                    assertThat(reason(new NewStage(to))).as(from + " " + to).isEqualTo("stage-not-next");
                    assertThatThrownBy(() -> care.writes(
                                    LAWYER,
                                    HOUR,
                                    "update matter_stage set stage = '%s' where matter_id = '%s'"
                                            .formatted(to, matter)))
                            .as(from + " " + to)
                            .hasMessageContaining("stage-not-next");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROTECTION_ORDER, false",
        "LABOUR_CLAIM, false",
        "ASYLUM, false",
        "CRIMINAL_DEFENCE, true",
        "ADHESION, true"
    })
    void somebody_is_charged_in_a_criminal_case_alone(String track, boolean charged) throws Exception {
        matter = court.matter(track, "FILED");
        care.below("update matter_stage set entered = 'BEFORE' where matter_id = '%s'".formatted(matter));

        assertThat(of().steps()).extracting(MatterStages.StageStep::stage).contains("TRIAL", "INVESTIGATION");
        assertThat(of().steps().stream().anyMatch(step -> step.stage().equals("CHARGED")))
                .isEqualTo(charged);
        if (charged) {
            move("CHARGED");
        } else {
            assertThat(reason(new NewStage("CHARGED"))).isEqualTo("stage-not-next");
            assertThatThrownBy(() -> care.writes(
                            LAWYER,
                            HOUR,
                            "update matter_stage set stage = 'CHARGED' where matter_id = '%s'".formatted(matter)))
                    .hasMessageContaining("stage-not-next");
        }
    }

    @Test
    void a_matter_that_is_taken_over_moves_on_once_check_and_mandate_are_written_down_and_one_from_before_at_once()
            throws Exception {
        matter = court.matter("CRIMINAL_TRAFFICKER", "PRE_TRIAL");
        assertThat(reason(new NewStage("TRIAL"))).isEqualTo("check-missing");
        check();
        assertThat(reason(new NewStage("TRIAL"))).isEqualTo("mandate-missing");
        sign();
        move("TRIAL");

        matter = court.matter("CRIMINAL_TRAFFICKER", "TRIAL");
        care.below("update matter_stage set entered = 'BEFORE' where matter_id = '%s'".formatted(matter));
        move("DECISION");
        assertThat(care.as(LAWYER, HOUR, on -> on.of(CounselService.class).of(matter))
                        .missing())
                .containsExactly("CHECK", "MANDATE");
    }

    @Test
    void after_its_last_day_a_mandate_carries_no_further_stage() throws Exception {
        matter = court.matter("CRIMINAL_TRAFFICKER", "PRE_TRIAL");
        check();
        counsel.does(
                LAWYER,
                HOUR,
                doors -> doors.sign(matter, new NewMandate("HERSELF", "THIS_MATTER", today, today.plusDays(3)), null));
        assertThat(door.reason(LAWYER, Duration.ofDays(9), doors -> doors.move(matter, new NewStage("TRIAL"))))
                .isEqualTo("mandate-over");
        door.does(LAWYER, Duration.ofDays(2), doors -> doors.move(matter, new NewStage("TRIAL")));
    }

    @Test
    void what_is_filed_keeps_the_last_day_to_file() throws Exception {
        at("PREPARATION");
        counsel.does(
                LAWYER,
                HOUR,
                doors -> doors.court(matter, new NewCourt(null, null, "APPLICANT", "FUND", today.plusDays(40))));
        assertThat(running()).isEqualTo("1");
        move("FILED");
        assertThat(running()).isEqualTo("0");
    }

    @Test
    void her_appeal_keeps_the_last_day_for_it_and_the_matter_is_final_when_it_is_answered() throws Exception {
        UUID first = decide("CLAIM_REFUSED");
        window();
        assertThat(reason(new NewStage("FINAL"))).isEqualTo("appeal-window-runs");
        assertThat(reason(new NewStage("APPEAL"))).isEqualTo("appeal-missing");
        assertThat(door.reason(LAWYER, doors -> doors.appeal(matter, first, appeal("HERSELF", -1), null)))
                .isEqualTo("appealedOn before-it-was-decided");
        assertThat(door.reason(LAWYER, doors -> doors.appeal(matter, first, appeal("HERSELF", 3), null)))
                .isEqualTo("appealedOn in-the-future");
        appeal(first, "HERSELF");
        assertThat(stage()).isEqualTo("APPEAL");
        assertThat(running()).as("the last day to appeal").isEqualTo("0");
        assertThat(door.reason(LAWYER, doors -> doors.appeal(matter, first, appeal("HERSELF", 0), null)))
                .isEqualTo("appellant appealed-already");
        assertThat(reason(new NewStage("FINAL"))).isEqualTo("appeal-open");
        UUID one = of().appeals().get(0).id();
        assertThat(door.reason(LAWYER, doors -> doors.answer(matter, one, answer("CHANGED", null))))
                .isEqualTo("outcome missing");
        assertThat(door.reason(LAWYER, doors -> doors.answer(matter, one, answer("UPHELD", "CLAIM_GRANTED"))))
                .isEqualTo("outcome only-where-changed");
        door.does(LAWYER, HOUR, doors -> doors.answer(matter, one, answer("CHANGED", "CLAIM_GRANTED")));
        assertThat(door.reason(LAWYER, doors -> doors.answer(matter, one, answer("UPHELD", null))))
                .isEqualTo("appeal-over");
        assertThat(of().decisions()).hasSize(2);
        assertThat(reason(new NewStage("TRIAL"))).isEqualTo("not-sent-back");
        care.writes(
                LAWYER,
                HOUR,
                "update matter_file set currency = 'EUR', claimed = 9000, ordered = 5000 where matter_id = '%s'"
                        .formatted(matter));
        move("FINAL");
        assertThat(care.below("select final_on::text from matter_file where matter_id = '%s'".formatted(matter)))
                .as("the final act")
                .isEqualTo(today.toString());
    }

    @Test
    void an_appeal_of_the_other_side_leaves_her_own_last_day_running_and_one_sent_back_is_tried_again()
            throws Exception {
        UUID first = decide("CONVICTION_TRAFFICKING");
        window();
        appeal(first, "OTHER_SIDE");
        assertThat(running()).isEqualTo("1");
        UUID one = of().appeals().get(0).id();
        door.does(LAWYER, HOUR, doors -> doors.answer(matter, one, answer("SENT_BACK", null)));
        assertThat(reason(new NewStage("FINAL"))).isEqualTo("appeal-window-runs");
        move("TRIAL");
        assertThat(reason(new NewStage("DECISION")))
                .as("the one before was appealed against")
                .isEqualTo("decision-missing");
        decide("CONVICTION_TRAFFICKING");
        assertThat(stage()).isEqualTo("DECISION");
    }

    @Test
    void nobody_appeals_before_there_is_a_decision() {
        assertThat(door.reason(LAWYER, doors -> doors.appeal(matter, UUID.randomUUID(), appeal("HERSELF", 0), null)))
                .isEqualTo("nothing-to-appeal");
    }

    @Test
    void ordered_money_is_enforced_and_open_until_it_is_paid() throws Exception {
        at("FINAL");
        assertThat(reason(new NewStage("ENFORCEMENT"))).isEqualTo("nothing-outstanding");
        care.writes(
                LAWYER,
                HOUR,
                "update matter_file set currency = 'EUR', claimed = 9000, ordered = 5000 where matter_id = '%s'"
                        .formatted(matter));
        assertThat(reason(new NewStage("CLOSED"))).isEqualTo("something-outstanding");
        pay("2500");
        move("ENFORCEMENT");
        assertThat(of().unpaid()).isTrue();
        assertThat(reason(new NewStage("CLOSED"))).isEqualTo("unpaid");
        assertThatThrownBy(() -> care.writes(
                        LAWYER,
                        HOUR,
                        "update matter_stage set stage = 'CLOSED' where matter_id = '%s'".formatted(matter)))
                .hasMessageContaining("unpaid");
        pay("2500");
        move("CLOSED");
    }

    @Test
    void an_order_is_enforced_too() throws Exception {
        at("TRIAL");
        decide("ORDER_GRANTED");
        move("FINAL");
        assertThat(reason(new NewStage("CLOSED"))).isEqualTo("something-outstanding");
        move("ENFORCEMENT");
        move("CLOSED");
    }

    @Test
    void what_is_unpaid_is_given_up_only_with_a_reason() throws Exception {
        at("FINAL");
        care.writes(
                LAWYER,
                HOUR,
                "update matter_file set currency = 'EUR', ordered = 5000 where matter_id = '%s'".formatted(matter));
        move("ENFORCEMENT");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd("SETTLED", null, today))))
                .isEqualTo("givenUp missing");
        door.does(LAWYER, HOUR, doors -> doors.end(matter, new NewMatterEnd(null, "NOTHING_TO_TAKE", today)));
        assertThat(stage()).isEqualTo("CLOSED");
        assertThat(of().end())
                .hasValueSatisfying(end -> assertThat(end.givenUp()).contains("NOTHING_TO_TAKE"));
    }

    @ParameterizedTest
    @CsvSource({
        "ADVICE, WITHDRAWN_BY_SURVIVOR",
        "PREPARATION, EXPIRED",
        "INVESTIGATION, NO_PROSECUTION",
        "CHARGED, NON_PUNISHMENT_APPLIED",
        "TRIAL, SETTLED"
    })
    void a_matter_ends_early_with_what_came_of_it(String from, String outcome) throws Exception {
        at(from);
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd(null, null, today))))
                .isEqualTo("outcome missing");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd(outcome, "NOT_FOUND", today))))
                .isEqualTo("givenUp nothing-to-give-up");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd(outcome, null, today.plusDays(3)))))
                .isEqualTo("endedOn in-the-future");
        door.does(LAWYER, HOUR, doors -> doors.end(matter, new NewMatterEnd(outcome, null, today)));
        assertThat(stage()).isEqualTo("CLOSED");
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd(outcome, null, today))))
                .isEqualTo("matter-closed");
    }

    @Test
    void nothing_ends_while_a_day_is_still_to_come() throws Exception {
        window();
        assertThat(door.reason(LAWYER, doors -> doors.end(matter, new NewMatterEnd("SETTLED", null, today))))
                .isEqualTo("closed-has-no-date");
    }

    @Test
    void whoever_edits_the_matter_meanwhile_is_told_that_the_stage_changed() throws Exception {
        decide("ACQUITTAL");
        assertThat(care.sees(
                        LAWYER,
                        HOUR,
                        "select m.version || ' ' || c.fields::text from matter m join matter_change c using (matter_id, version) where m.matter_id = '%s'"
                                .formatted(matter)))
                .isEqualTo("1 {stage}");
    }

    @Test
    void it_is_her_lawyers_alone() throws Exception {
        decide("ACQUITTAL");
        assertThat(door.reason(LEAD, doors -> doors.of(matter))).isEqualTo("legal-not-open");
        for (String table : List.of("matter_decision", "matter_appeal", "matter_end")) {
            assertThat(care.sees(LEAD, HOUR, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(care.sees(LEAD, HOUR, "select stage_waits('%s', 'FINAL')".formatted(matter)))
                .isEqualTo("not-there");
    }

    /** A matter at that stage, checked and signed as far as it must be. */
    private void at(String stage) throws Exception {
        matter = court.matter("ADHESION", stage);
        if (!stage.equals("ADVICE") && !stage.equals("CLOSED")) {
            check();
            if (!stage.equals("CONFLICT_CHECK")) {
                sign();
            } else {
                care.below("""
                        insert into mandate (mandate_id, matter_id, case_id, organisation_id, giver, scope, signed_on, signed_at, signed_by)
                        select gen_random_uuid(), matter_id, case_id, organisation_id, 'HERSELF', 'ALL_INSTANCES', opened_at::date, opened_at, opened_by
                          from matter where matter_id = '%s'
                        """.formatted(matter));
            }
        }
    }

    private void check() throws Exception {
        counsel.does(
                LAWYER,
                HOUR,
                doors -> doors.check(matter, new NewConflictCheck("TRAFFICKER", false, false, false, List.of()), null));
    }

    private void sign() throws Exception {
        counsel.does(
                LAWYER,
                HOUR,
                doors -> doors.sign(matter, new NewMandate("HERSELF", "ALL_INSTANCES", today, null), null));
    }

    private UUID decide(String outcome) throws Exception {
        door.does(LAWYER, HOUR, doors -> doors.decide(matter, new NewMatterDecision(outcome, today), null));
        return of().decisions().stream()
                .filter(one -> one.ofAppeal().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private NewMatterAppeal appeal(String appellant, int days) {
        return new NewMatterAppeal(appellant, today.plusDays(days));
    }

    private void appeal(UUID decision, String appellant) throws Exception {
        door.does(LAWYER, HOUR, doors -> doors.appeal(matter, decision, appeal(appellant, 0), null));
    }

    private NewAppealAnswer answer(String result, String outcome) {
        return new NewAppealAnswer(result, today, outcome);
    }

    /** The last day to appeal runs. */
    private void window() throws Exception {
        care.writes(LAWYER, HOUR, """
                with one as (
                  insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                    select gen_random_uuid(), matter_id, case_id, organisation_id, 'DEADLINE', caller_now()::date + 30, 'UTC'
                      from matter where matter_id = '%s' returning *)
                insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, event)
                  select deadline_id, matter_id, case_id, organisation_id, 'APPEAL' from one
                """.formatted(matter));
    }

    private String running() throws Exception {
        return care.below(
                "select count(*) from legal_deadline where matter_id = '%s' and ended_at is null".formatted(matter));
    }

    private void pay(String amount) throws Exception {
        new Door<>(care, on -> on.of(PaymentService.class))
                .does(
                        LAWYER,
                        HOUR,
                        doors -> doors.note(matter, new NewPayment(today, new BigDecimal(amount), "CONVICTED"), null));
    }

    private void move(String to) throws Exception {
        door.does(LAWYER, HOUR, doors -> doors.move(matter, new NewStage(to)));
    }

    private String reason(NewStage next) {
        return door.reason(LAWYER, doors -> doors.move(matter, next));
    }

    private String stage() throws Exception {
        return care.below("select stage from matter_stage where matter_id = '%s'".formatted(matter));
    }

    private MatterStages of() throws Exception {
        return care.as(LAWYER, HOUR, on -> on.of(StageService.class).of(matter));
    }
}
