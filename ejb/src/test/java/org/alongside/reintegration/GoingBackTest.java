package org.alongside.reintegration;

import static org.alongside.setup.Doorway.COLLEAGUE;
import static org.alongside.setup.Doorway.COORDINATOR;
import static org.alongside.setup.Doorway.COUNSELLOR;
import static org.alongside.setup.Doorway.LAWYER;
import static org.alongside.setup.Doorway.LEAD;
import static org.alongside.setup.Doorway.POLICE;
import static org.alongside.setup.Doorway.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.code.KnownCodes;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationDone;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationPlanned;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationsEnded;
import org.alongside.reintegration.ReintegrationEvent.ReturnArranged;
import org.alongside.reintegration.ReintegrationEvent.ReturnRiskAssessed;
import org.alongside.reintegration.ReintegrationEvent.SurvivorLeft;
import org.alongside.safety.OpenAlerts;
import org.alongside.safety.RiskSet;
import org.alongside.setup.Doorway;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.junit.jupiter.api.Test;

/** Going back, being resettled or staying, in a real database as the application: nobody leaves before all is there, and no clock moves her. */
class GoingBackTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Doorway doorway = new Doorway();
    private final LocalDate today = doorway.now.atZone(ZoneOffset.UTC).toLocalDate();
    private int findings;
    private final NewReceiver elsewhere = new NewReceiver(null, "Casa Nova", "Ana, who leads it", today, "PHONE");

    /** The doors, and what they told. */
    private record Doors(ReintegrationService service, RiskSeen risks, Returns returns, List<Object> told) {}

    @FunctionalInterface
    private interface Deed {
        void in(Doors doors) throws Exception;
    }

    @Test
    void she_goes_back_when_all_is_there_and_what_is_missing_is_said_in_words() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        assertThat(refused(HOUR, doors -> doors.service().depart(id)))
                .containsExactly(
                        "return-risk-not-assessed",
                        "return-receiver-not-confirmed",
                        "return-documents",
                        "return-travel",
                        "return-reception");
        assessed(caseId, "LOW", -1);
        assertThat(refused(HOUR, doors -> doors.service().depart(id)))
                .as("her risk was assessed before she decided")
                .contains("return-risk-not-assessed");
        assessed(caseId, "LOW", 1);
        assertThat(as(LEAD, HOUR, doors -> doors.risks().set(new RiskSet(caseId))))
                .containsExactly(new ReturnRiskAssessed(id));
        does(HOUR, doors -> doors.service().confirm(id, elsewhere));
        assertThat(arranged(id, "DOCUMENTS")).isEmpty();
        assertThat(arranged(id, "TRAVEL")).isEmpty();
        assertThat(arranged(id, "TRAVEL")).as("again").isEmpty();
        assertThat(refused(HOUR, doors -> doors.service().depart(id))).containsExactly("return-reception");
        assertThatThrownBy(() -> doorway.sees(LEAD, HOUR, departing(id))).hasMessageContaining("not ready");
        assertThat(arranged(id, "RECEPTION")).containsExactly(new ReturnArranged(id));
        assertThat(view(id, HOUR).state()).isEqualTo("READY");
        assertThat(as(LEAD, HOUR, doors -> doors.service().depart(id)).get(0)).isInstanceOf(SurvivorLeft.class);
        assertThat(view(id, HOUR).state()).isEqualTo("ON_HER_WAY");
        assertThat(refused(HOUR, doors -> doors.service().end(id, new NewReintegrationEnd("DONE"))))
                .as("who is on her way is looked for")
                .containsExactly("on-her-way");
        assertThat(confirmed(caseId)).isFalse();
        does(HOUR.multipliedBy(9), doors -> doors.service().arrive(id, new NewReturnArrival("SAFE")));
        ReintegrationView arrived = view(id, HOUR.multipliedBy(9));
        assertThat(arrived.state()).isEqualTo("ARRIVED");
        assertThat(arrived.receiver().orElseThrow().confirmedBy()).contains("Ana, who leads it");
        assertThat(confirmed(caseId)).isTrue();
        doorway.arrange("update case_file set episode_no = 2 where case_id = '" + caseId + "'");
        doorway.arrange(
                "insert into case_episode (case_id, episode_no, opened_at, opened_by) values ('%s', 2, '%s', '%s')"
                        .formatted(caseId, doorway.now.plus(HOUR.multipliedBy(10)), LEAD.id()));
        assertThat(confirmed(caseId)).as("of a file that was opened again").isFalse();
        doorway.arrange("update case_file set episode_no = 1 where case_id = '" + caseId + "'");
        assertThat(refused(HOUR.multipliedBy(9), doors -> doors.service().arrive(id, new NewReturnArrival("SAFE"))))
                .containsExactly("not-on-her-way");
        assertThat(as(LEAD, HOUR.multipliedBy(10), doors -> doors.service().end(id, new NewReintegrationEnd("DONE"))))
                .containsExactly(new ReintegrationDone(id));
    }

    @Test
    void who_was_asked_to_help_on_her_way_is_kept_by_kind_with_the_newest_answer() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        does(HOUR, doors -> doors.service()
                .helped(id, new NewReturnHelp("DOCUMENTS", "CONSULATE", "ASKED", today.minusDays(2))));
        does(HOUR.multipliedBy(2), doors -> doors.service()
                .helped(id, new NewReturnHelp("DOCUMENTS", "CONSULATE", "CONFIRMED", today)));
        does(HOUR.multipliedBy(2), doors -> doors.service()
                .helped(id, new NewReturnHelp("TRAVEL", "BORDER_POLICE", "ASKED", today)));
        assertThat(view(id, HOUR.multipliedBy(3)).helpers())
                .extracting(
                        ReintegrationView.ReturnHelped::step,
                        ReintegrationView.ReturnHelped::helper,
                        ReintegrationView.ReturnHelped::answer)
                .containsExactly(
                        tuple("DOCUMENTS", "CONSULATE", "CONFIRMED"), tuple("TRAVEL", "BORDER_POLICE", "ASKED"));
        assertThat(view(id, HOUR.multipliedBy(3)).missing())
                .as("it arranges nothing by itself")
                .contains("DOCUMENTS", "TRAVEL");
        assertThat(refused(HOUR, doors -> doors.service()
                        .helped(id, new NewReturnHelp("TRAVEL", "CARRIER", "ASKED", today.plusDays(2)))))
                .containsExactly("in-the-future");
        for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
            assertThat(doorway.sees(who, HOUR.multipliedBy(3), "select helper from reintegration_helper"))
                    .as(who.role())
                    .isEmpty();
        }
        assertThatThrownBy(() -> doorway.writes(SUPERVISOR, HOUR, """
                        insert into reintegration_helper (reintegration_id, case_id, step, helper, answer, said_on, noted_at, noted_by)
                        values ('%s', '%s', 'TRAVEL', 'OTHER', 'ASKED', current_date - 1, caller_now(), caller_worker())
                        """.formatted(id, caseId)))
                .hasMessageContaining("row-level security");
        CaseId another = doorway.led(false);
        ReintegrationId stays = planned(another, "LOCAL_INTEGRATION", null);
        assertThat(refused(HOUR, doors -> doors.service()
                        .helped(stays, new NewReturnHelp("TRAVEL", "CARRIER", "ASKED", today))))
                .containsExactly("she-stays");
    }

    @Test
    void no_child_is_returned_without_what_is_best_for_her() throws Exception {
        CaseId caseId = doorway.led(true);
        ReintegrationId id = planned(caseId, "ASSISTED_VOLUNTARY", "MD");
        ready(caseId, id);
        assertThat(refused(HOUR, doors -> doors.service().depart(id))).containsExactly("return-best-interests");
        for (String other : List.of("'RETURN', 'AGAINST'", "'RETURN', 'NOT_YET'", "'CLOSING', 'SUPPORTS'")) {
            found(caseId, other);
            assertThat(refused(HOUR, doors -> doors.service().depart(id)))
                    .as(other)
                    .containsExactly("return-best-interests");
            assertThatThrownBy(() -> doorway.sees(LEAD, HOUR, departing(id))).hasMessageContaining("not ready");
        }
        found(caseId, "'RETURN', 'SUPPORTS'");
        assertThat(view(id, HOUR).bestInterests()).contains("SUPPORTS");
        does(HOUR, doors -> doors.service().depart(id));
    }

    @Test
    void what_was_found_for_another_return_sends_no_child_home() throws Exception {
        CaseId caseId = doorway.led(true);
        ReintegrationId first = planned(caseId, "VOLUNTARY", "MD");
        found(caseId, "'RETURN', 'SUPPORTS'", Duration.ofMinutes(1));
        assertThat(view(first, HOUR).bestInterests()).contains("SUPPORTS");
        does(HOUR, doors -> doors.service().end(first, new NewReintegrationEnd("CHANGED_HER_MIND")));
        Duration later = HOUR.multipliedBy(2);
        List<Object> told =
                as(LEAD, later, doors -> doors.service().plan(caseId, plan("VOLUNTARY", "RO", today, today), null));
        ReintegrationId second = ((ReintegrationPlanned) told.get(0)).id();
        assessed(caseId, "LOW", 180);
        does(later, doors -> doors.service().confirm(second, elsewhere));
        for (String step : List.of("DOCUMENTS", "TRAVEL", "RECEPTION")) {
            does(later, doors -> doors.service().arrange(second, new NewReturnStep(step)));
        }
        Duration leaving = HOUR.multipliedBy(4);
        assertThat(view(second, leaving).bestInterests()).isEmpty();
        assertThat(refused(leaving, doors -> doors.service().depart(second))).containsExactly("return-best-interests");
        assertThatThrownBy(() -> doorway.sees(LEAD, leaving, departing(second))).hasMessageContaining("not ready");
        found(caseId, "'RETURN', 'SUPPORTS'", Duration.ofMinutes(200));
        does(leaving, doors -> doors.service().depart(second));
    }

    @Test
    void in_danger_now_nobody_leaves() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        ready(caseId, id);
        assessed(caseId, "IMMEDIATE", 2);
        assertThat(refused(HOUR, doors -> doors.service().depart(id))).containsExactly("return-risk-immediate");
    }

    @Test
    void she_decides_after_she_was_told_and_where_she_stays_nobody_leaves() throws Exception {
        assertThat(invalid(plan("VOLUNTARY", "MD", null, today))).containsExactly("informedOn missing");
        assertThat(invalid(plan("VOLUNTARY", "MD", today, today.minusDays(1))))
                .containsExactly("decidedOn decided-before-informed");
        assertThat(invalid(plan("VOLUNTARY", null, today, today))).containsExactly("country missing");
        assertThat(invalid(plan("VOLUNTARY", "XX", today, today))).containsExactly("country unknown-country");
        assertThat(invalid(plan("LOCAL_INTEGRATION", "MD", today, today))).containsExactly("country she-stays");
        assertThat(invalid(plan("VOLUNTARY", "MD", today, today.plusDays(1))))
                .containsExactly("decidedOn in-the-future");
        assertThat(invalid(plan("FORCED", "MD", null, today))).containsExactly("decidedOn not-her-decision");
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "LOCAL_INTEGRATION", null);
        assertThat(refused(HOUR, doors -> doors.service().depart(id))).containsExactly("she-stays");
        assertThat(refused(HOUR, doors -> doors.service().plan(caseId, plan("VOLUNTARY", "MD", today, today), null)))
                .containsExactly("planned-already");
        assertThat(as(LEAD, HOUR, doors -> doors.service().end(id, new NewReintegrationEnd("CHANGED_HER_MIND"))))
                .containsExactly(new ReintegrationsEnded(List.of(id)));
        planned(caseId, "VOLUNTARY", "MD");
    }

    @Test
    void a_return_against_her_will_is_written_down_is_an_alarm_and_waits_for_no_form() throws Exception {
        CaseId caseId = doorway.led(false);
        List<Object> told =
                as(LEAD, Duration.ZERO, doors -> doors.service().plan(caseId, plan("FORCED", "MD", null, null), null));
        assertThat(told).contains("REMOVAL_NOTICE");
        assertThat(told.get(0)).isInstanceOfSatisfying(ReintegrationPlanned.class, planned -> {
            assertThat(planned.way()).isEqualTo("FORCED");
            assertThat(planned.before()).isEmpty();
        });
        ReintegrationId id = ((ReintegrationPlanned) told.get(0)).id();
        does(HOUR, doors -> doors.service().depart(id));
        does(HOUR, doors -> doors.service().arrive(id, new NewReturnArrival("NOT_THERE")));
        assertThat(confirmed(caseId)).as("nobody received her").isFalse();
    }

    @Test
    void who_receives_her_said_so_or_accepted_her_referral() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        assertThat(refused(HOUR, doors -> doors.service().confirm(id, new NewReceiver(null, null, " ", today, null))))
                .containsExactlyInAnyOrder("missing", "missing", "missing");
        assertThat(refused(HOUR, doors -> doors.service()
                        .confirm(id, new NewReceiver(null, "n", "w", today.plusDays(1), "PHONE"))))
                .containsExactly("in-the-future");
        assertThat(refused(HOUR, doors -> doors.service()
                        .confirm(
                                id,
                                new NewReceiver(
                                        new org.alongside.shared.ReferralId(UUID.randomUUID()),
                                        null,
                                        null,
                                        today,
                                        null))))
                .containsExactly("receiver-did-not-accept");
        assertThat(view(id, HOUR).receiver()).isEmpty();
    }

    @Test
    void what_she_wants_by_what_it_is_seen_and_what_she_was_given() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "LOCAL_INTEGRATION", null);
        does(HOUR, doors -> doors.service().aim(id, new NewAim("ECONOMIC", "My own hairdresser's"), null));
        does(HOUR, doors -> doors.service()
                .review(id, List.of(new NewReading("SAFE_HOME", "YES"), new NewReading("FOOD_SECURE", "NOT_YET"))));
        does(HOUR.multipliedBy(2), doors -> doors.service()
                .review(id, List.of(new NewReading("FOOD_SECURE", "PARTLY"))));
        assertThat(refused(HOUR, doors -> doors.service()
                        .review(
                                id,
                                List.of(new NewReading("SAFE_HOME", "YES"), new NewReading("SAFE_HOME", "PARTLY")))))
                .containsExactly("asked-twice");
        assertThat(refused(HOUR, doors -> doors.service().review(id, List.of())))
                .containsExactly("missing");
        does(HOUR, doors -> doors.service()
                .give(id, new NewGiven("CASH", "WORK", new BigDecimal("250.50"), "EUR", null, today, null), null));
        ReintegrationView view = view(id, HOUR.multipliedBy(3));
        assertThat(view.indicators()).hasSize(15);
        assertThat(view.indicators())
                .filteredOn(one -> one.code().equals("FOOD_SECURE"))
                .extracting(ReintegrationView.ReintegrationIndicator::reading)
                .containsExactly(Optional.of("PARTLY"));
        assertThat(view.aims())
                .extracting(ReintegrationView.ReintegrationAim::words)
                .containsExactly("My own hairdresser's");
        ReintegrationView.GivenSupport given = view.support().get(0);
        assertThat(given.amount().orElseThrow()).isEqualByComparingTo("250.50");
        assertThat(given.confirmedAt()).isEmpty();
        does(HOUR.multipliedBy(3), doors -> doors.service().has(id, given.id()));
        assertThat(refused(HOUR.multipliedBy(3), doors -> doors.service().has(id, given.id())))
                .containsExactly("confirmed-already");
    }

    @Test
    void what_is_pressed_twice_she_was_given_once() throws Exception {
        ReintegrationId id = planned(doorway.led(false), "LOCAL_INTEGRATION", null);
        NewGiven money = new NewGiven("CASH", "WORK", new BigDecimal("250.50"), "EUR", null, today, null);
        NewAim aim = new NewAim("SOCIAL", "To sing again");
        for (int pressed = 0; pressed < 2; pressed++) {
            does(HOUR, doors -> doors.service().give(id, money, "given-" + id));
            does(HOUR, doors -> doors.service().aim(id, aim, "aimed-" + id));
        }
        assertThat(view(id, HOUR).support()).hasSize(1);
        assertThat(view(id, HOUR).aims()).hasSize(1);
        NewGiven other = new NewGiven("CASH", "WORK", BigDecimal.ONE, "EUR", null, today, null);
        assertThat(refused(HOUR, doors -> doors.service().give(id, other, "given-" + id)))
                .containsExactly("key-reused");
    }

    @Test
    void money_has_an_amount_and_a_currency_and_a_thing_has_words() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "LOCAL_INTEGRATION", null);
        record Wrong(NewGiven support, String reason) {}
        for (Wrong wrong : List.of(
                new Wrong(new NewGiven("CASH", "FOOD", null, null, null, today, null), "missing"),
                new Wrong(new NewGiven("CASH", "FOOD", BigDecimal.TEN, null, null, today, null), "missing"),
                new Wrong(new NewGiven("CASH", "FOOD", BigDecimal.TEN, "ZZZ", null, today, null), "unknown-currency"),
                new Wrong(new NewGiven("CASH", "FOOD", BigDecimal.ZERO, "EUR", null, today, null), "no-amount"),
                new Wrong(new NewGiven("CASH", "FOOD", new BigDecimal("1.005"), "EUR", null, today, null), "no-amount"),
                new Wrong(new NewGiven("IN_KIND", "FOOD", null, null, " ", today, null), "missing"),
                new Wrong(
                        new NewGiven("IN_KIND", "FOOD", null, null, "rice", today.plusDays(1), null),
                        "in-the-future"))) {
            assertThat(refused(HOUR, doors -> doors.service().give(id, wrong.support(), null)))
                    .as("%s", wrong.support())
                    .contains(wrong.reason());
        }
        assertThatThrownBy(() -> doorway.writes(LEAD, HOUR, """
                        insert into reintegration_support (support_id, reintegration_id, case_id, kind, purpose, words, given_on, given_by, noted_at, noted_by)
                        values (gen_random_uuid(), '%s', '%s', 'IN_KIND', 'FOOD', 'w', current_date, '%s', caller_now(), '%s')
                        """.formatted(id, caseId, COUNSELLOR.id(), LEAD.id())))
                .as("given by somebody of another house")
                .hasMessageContaining("row-level security");
    }

    @Test
    void who_leads_reads_it_and_nobody_else_and_nobody_else_moves_her() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        ready(caseId, id);
        does(HOUR, doors -> doors.service().aim(id, new NewAim("SOCIAL", "w"), null));
        does(HOUR, doors -> doors.service().review(id, List.of(new NewReading("SAFE_HOME", "YES"))));
        does(HOUR, doors -> doors.service()
                .give(id, new NewGiven("IN_KIND", "FOOD", null, null, "rice", today, null), null));
        for (String table : List.of(
                "reintegration",
                "reintegration_receiver",
                "reintegration_step",
                "reintegration_aim",
                "reintegration_reading",
                "reintegration_support")) {
            String question = "select 1 from " + table + " where case_id = '" + caseId + "'";
            assertThat(doorway.sees(LEAD, HOUR, question)).as(table).isNotEmpty();
            assertThat(doorway.sees(SUPERVISOR, HOUR, question)).as(table).isNotEmpty();
            for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
                assertThat(doorway.sees(who, HOUR, question))
                        .as("%s %s", who, table)
                        .isEmpty();
            }
        }
        for (Who who : List.of(COLLEAGUE, SUPERVISOR, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
            assertThatThrownBy(() -> doorway.sees(who, HOUR, departing(id)))
                    .as("%s", who)
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() ->
                        doorway.writes(LEAD, HOUR, "update reintegration set departed_at = now(), arrival_by = now()"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_journey_tells_who_leads_each_step_of_it_and_nobody_else_that_she_goes() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        assertThat(journey(LEAD, caseId))
                .contains("reintegration-decided VOLUNTARY", "reintegration-look-ahead VOLUNTARY");
        ready(caseId, id);
        does(HOUR, doors -> doors.service().depart(id));
        assertThat(journey(LEAD, caseId))
                .contains(
                        "reintegration-confirmed ",
                        "reintegration-arranged TRAVEL",
                        "reintegration-left VOLUNTARY",
                        "reintegration-arrival-ahead VOLUNTARY")
                .doesNotContain("reintegration-look-ahead VOLUNTARY");
        does(HOUR.multipliedBy(2), doors -> doors.service().arrive(id, new NewReturnArrival("SAFE")));
        does(HOUR.multipliedBy(2), doors -> doors.service().review(id, List.of(new NewReading("SAFE_HOME", "YES"))));
        does(HOUR.multipliedBy(2), doors -> doors.service().review(id, List.of(new NewReading("FEELS_SAFE", "YES"))));
        does(HOUR.multipliedBy(2), doors -> doors.service()
                .give(id, new NewGiven("IN_KIND", "FOOD", null, null, "rice", today, null), null));
        assertThat(journey(LEAD, caseId))
                .contains("reintegration-arrived VOLUNTARY", "reintegration-given FOOD")
                .containsOnlyOnce("reintegration-looked ", "reintegration-look-ahead VOLUNTARY");
        does(HOUR.multipliedBy(2), doors -> doors.service().end(id, new NewReintegrationEnd("DONE")));
        assertThat(journey(LEAD, caseId))
                .contains("reintegration-ended DONE")
                .doesNotContain("reintegration-look-ahead VOLUNTARY");
        for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
            assertThat(journey(who, caseId)).as("%s", who).isEmpty();
        }
    }

    @Test
    void of_a_return_against_her_will_the_journey_does_not_say_that_she_decided_or_left() throws Exception {
        CaseId caseId = doorway.led(false);
        List<Object> told =
                as(LEAD, Duration.ZERO, doors -> doors.service().plan(caseId, plan("FORCED", "MD", null, null), null));
        does(HOUR, doors -> doors.service().depart(((ReintegrationPlanned) told.get(0)).id()));
        assertThat(journey(LEAD, caseId))
                .contains("reintegration-forced FORCED", "reintegration-removed FORCED")
                .doesNotContain("reintegration-decided FORCED", "reintegration-left FORCED");
    }

    private List<String> journey(Who who, CaseId caseId) throws Exception {
        return doorway.as(who, HOUR.multipliedBy(3), inside -> inside.of(ReintegrationJournal.class).of(caseId).stream()
                .map(one -> one.kind() + " " + one.about())
                .toList());
    }

    @Test
    void with_the_file_it_ends() throws Exception {
        CaseId caseId = doorway.led(false);
        ReintegrationId id = planned(caseId, "VOLUNTARY", "MD");
        assertThat(as(LEAD, HOUR, doors -> doors.returns().end(caseId)))
                .as("the file is open")
                .isEmpty();
        doorway.arrange("update case_file set status = 'CLOSED' where case_id = '" + caseId + "'");
        assertThat(as(SUPERVISOR, HOUR, doors -> doors.returns().end(caseId)))
                .containsExactly(new ReintegrationsEnded(List.of(id)));
        assertThat(view(id, HOUR).endReason()).contains("CASE_CLOSED");
    }

    private NewReintegration plan(String type, String country, LocalDate informed, LocalDate decided) {
        return new NewReintegration(
                type, country, informed, decided, "FORCED".equals(type) ? null : "eng", "SAFE_AND_WANTED");
    }

    private ReintegrationId planned(CaseId caseId, String type, String country) throws Exception {
        List<Object> told =
                as(LEAD, Duration.ZERO, doors -> doors.service().plan(caseId, plan(type, country, today, today), null));
        return ((ReintegrationPlanned) told.get(0)).id();
    }

    private void ready(CaseId caseId, ReintegrationId id) throws Exception {
        assessed(caseId, "LOW", 1);
        does(HOUR, doors -> doors.service().confirm(id, elsewhere));
        for (String step : List.of("DOCUMENTS", "TRAVEL", "RECEPTION")) {
            arranged(id, step);
        }
    }

    private List<Object> arranged(ReintegrationId id, String step) throws Exception {
        return as(LEAD, HOUR, doors -> doors.service().arrange(id, new NewReturnStep(step)));
    }

    private void assessed(CaseId caseId, String level, int minutes) throws SQLException {
        doorway.arrange("""
                insert into risk_assessment (assessment_id, case_id, organisation_id, assessed_at, assessed_by, felt, derived, level, review_on)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', 'SAFE', '%s', '%s', current_date + 30)
                """.formatted(
                caseId, LEAD.organisation(), doorway.now.plus(Duration.ofMinutes(minutes)), LEAD.id(), level, level));
    }

    private void found(CaseId caseId, String aboutAndResult) throws SQLException {
        found(caseId, aboutAndResult, Duration.ofDays(1));
    }

    private void found(CaseId caseId, String aboutAndResult, Duration noted) throws SQLException {
        doorway.arrange(
                """
                insert into best_interests (best_interests_id, case_id, about, result, instrument, decided_on, decided_by, heard, noted_at, noted_by)
                values (gen_random_uuid(), '%1$s', %2$s, 'BID', least(current_date, ('%3$s'::timestamptz at time zone 'UTC')::date), 'PANEL', true, '%3$s'::timestamptz, '%4$s')
                """.formatted(caseId, aboutAndResult, doorway.now.plus(noted).plusMillis(++findings), LEAD.id()));
    }

    private static String departing(ReintegrationId id) {
        return "select cast(reintegration_depart('" + id + "', caller_now() + interval '2 days') as text)";
    }

    private boolean confirmed(CaseId caseId) throws Exception {
        List<Boolean> answer = new ArrayList<>();
        does(HOUR, doors -> answer.add(doors.returns().confirmed(caseId)));
        return answer.get(0);
    }

    private ReintegrationView view(ReintegrationId id, Duration later) throws Exception {
        List<ReintegrationView> one = new ArrayList<>();
        does(later, doors -> one.add(doors.service().read(id)));
        return one.get(0);
    }

    private List<String> invalid(NewReintegration asked) {
        return catchThrowableOfType(Refusal.class, () -> ReintegrationRules.planned(asked, new KnownCodes(), today))
                .reasons()
                .stream()
                .map(one -> one.field() + " " + one.code())
                .toList();
    }

    private List<String> refused(Duration later, Deed deed) {
        return catchThrowableOfType(Refusal.class, () -> does(later, deed)).reasons().stream()
                .map(Reason::code)
                .toList();
    }

    private void does(Duration later, Deed deed) throws Exception {
        as(LEAD, later, deed);
    }

    private List<Object> as(Who who, Duration later, Deed deed) throws Exception {
        return doorway.as(who, later, inside -> {
            Doors doors = doors(inside);
            deed.in(doors);
            return doors.told();
        });
    }

    private static Doors doors(Wired inside) {
        List<Object> told = inside.told();
        inside.with(ReturnTimes.class, step -> Duration.ofDays(14)).with(OpenAlerts.class, new OpenAlerts() {
            @Override
            public AlertId raise(CaseId caseId, String type, Caller caller) {
                told.add(type);
                return AlertId.random();
            }
        });
        return new Doors(
                inside.of(ReintegrationService.class), inside.of(RiskSeen.class), inside.of(Returns.class), told);
    }
}
