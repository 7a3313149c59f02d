package org.alongside.safety;

import static org.alongside.safety.Watch.COLLEAGUE;
import static org.alongside.safety.Watch.COORDINATOR;
import static org.alongside.safety.Watch.COUNSELLOR;
import static org.alongside.safety.Watch.LEAD;
import static org.alongside.safety.Watch.MANAGER;
import static org.alongside.safety.Watch.POLICE;
import static org.alongside.safety.Watch.SHIFT;
import static org.alongside.safety.Watch.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.safety.Watch.Deed;
import org.alongside.setup.Who;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert in a real database: raised by whoever has the file, answered by somebody else of the lead, and told to nobody besides. */
class AlertTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final NewAlert SEEN_NEARBY = new NewAlert("TRAFFICKER_SIGHTED", false, "A black car");
    private static final NewSettlement MOVED = new NewSettlement("MOVED", "She sleeps elsewhere tonight");

    private final Watch watch = new Watch();
    private CaseId caseId;

    @BeforeEach
    void a_colleague_is_on_call() throws SQLException {
        caseId = watch.survivor();
        onCall(COLLEAGUE);
    }

    @AfterEach
    void nobody_is_on_call() throws SQLException {
        watch.arrange("delete from on_call where organisation_id = '" + LEAD.organisation() + "'");
    }

    @Test
    void whoever_has_the_file_raises_it_another_person_sees_to_it_and_says_what_was_done() throws Exception {
        AlertId alert = watch.as(SHIFT, MINUTE, doors -> {
            AlertId raised = doors.alerts().raise(caseId, SEEN_NEARBY, null);
            assertThat(doors.told()).singleElement().isInstanceOfSatisfying(AlertRaised.class, told -> {
                assertThat(told.lead().value()).isEqualTo(LEAD.organisation());
                assertThat(told.severity()).isEqualTo("CRITICAL");
                assertThat(told.answerBy()).isEqualTo(doors.caller().now().plusSeconds(3600));
            });
            return raised;
        });
        assertThat(reason(LEAD, MINUTE, doors -> doors.alerts().settle(alert, MOVED)))
                .isEqualTo("alert-not-taken");
        watch.does(LEAD, MINUTE, doors -> doors.alerts().acknowledge(alert));
        assertThat(reason(SUPERVISOR, MINUTE, doors -> doors.alerts().acknowledge(alert)))
                .isEqualTo("alert-taken");
        watch.does(SUPERVISOR, MINUTE, doors -> doors.alerts().settle(alert, MOVED));
        AlertView read = watch.as(LEAD, MINUTE, doors -> doors.alerts().read(alert));
        assertThat(read.open()).isFalse();
        assertThat(read.outcome()).contains("MOVED");
        assertThat(read.done()).contains("She sleeps elsewhere tonight");
        assertThat(reason(LEAD, MINUTE, doors -> doors.alerts().settle(alert, MOVED)))
                .isEqualTo("alert-over");
        AlertView raisers = watch.as(SHIFT, MINUTE, doors -> doors.alerts().read(alert));
        assertThat(raisers.words()).as("whoever said it reads it").contains("A black car");
        assertThat(raisers.done())
                .as("what was done is for those who read all of it")
                .isEmpty();
    }

    @Test
    void nobody_sees_to_their_own_alert_by_any_way() throws Exception {
        AlertId alert = raised(LEAD, new NewAlert("WORRY", false, " "));
        assertThat(severity(alert)).isEqualTo("MEDIUM");
        assertThat(reason(LEAD, MINUTE, doors -> doors.alerts().acknowledge(alert)))
                .isEqualTo("alert-not-yours-to-answer");
        assertThat(state(() -> watch.writes(LEAD, MINUTE, "select alert_acknowledge('" + alert + "')")))
                .isEqualTo("42501");
        for (Who who : List.of(SHIFT, MANAGER, COUNSELLOR, COORDINATOR, POLICE)) {
            assertThat(state(() -> watch.writes(who, MINUTE, "select alert_acknowledge('" + alert + "')")))
                    .as(who.role())
                    .isEqualTo("42501");
        }
        watch.does(SUPERVISOR, MINUTE, doors -> doors.alerts().acknowledge(alert));
        watch.does(LEAD, MINUTE, doors -> doors.alerts().settle(alert, MOVED));
    }

    @Test
    void whoever_is_on_call_knows_of_the_alert_and_of_nothing_else() throws Exception {
        AlertId alert = raised(SHIFT, SEEN_NEARBY);
        AlertView card = watch.as(COLLEAGUE, MINUTE, doors -> doors.alerts().read(alert));
        assertThat(card.caseId()).as("the file stays closed").isEmpty();
        assertThat(card.type()).isEqualTo("TRAFFICKER_SIGHTED");
        assertThat(card.words()).isEmpty();
        assertThat(told(alert, false))
                .contains(
                        LEAD.id().toString(),
                        SUPERVISOR.id().toString(),
                        COLLEAGUE.id().toString());
        watch.does(COLLEAGUE, MINUTE, doors -> doors.alerts().acknowledge(alert));
        watch.does(COLLEAGUE, MINUTE, doors -> doors.alerts().settle(alert, MOVED));
        assertThat(seen(COLLEAGUE, "safety_alert"))
                .as("when it is over they know of nothing")
                .isZero();
        AlertId next = raised(SHIFT, SEEN_NEARBY);
        watch.arrange("update on_call set until_at = now() - interval '1 second', from_at = now() - interval '1 hour'");
        assertThat(seen(COLLEAGUE, "safety_alert"))
                .as("nor when their hours are over")
                .isZero();
        assertThat(told(next, false)).doesNotContain(COLLEAGUE.id().toString());
    }

    @Test
    void who_has_a_tie_to_her_is_told_of_nothing_on_call_or_not() throws Exception {
        for (Who who : List.of(COLLEAGUE, SUPERVISOR, COORDINATOR)) {
            watch.arrange("insert into conflict_declaration (worker_id, case_id, declared_at) values ('" + who.id()
                    + "', '" + caseId + "', now())");
        }
        AlertId alert = raised(LEAD, SEEN_NEARBY);
        assertThat(told(alert, false))
                .contains(LEAD.id().toString())
                .doesNotContain(COLLEAGUE.id().toString(), SUPERVISOR.id().toString());
        assertThat(seen(COLLEAGUE, "safety_alert")).isZero();
        assertThat(unanswered(alert, Duration.ofHours(3))).isZero();
    }

    @Test
    void of_what_nobody_answers_a_coordinator_hears_no_name_no_file_and_no_kind() throws Exception {
        AlertId alert = raised(SHIFT, SEEN_NEARBY);
        assertThat(unanswered(alert, MINUTE)).as("not yet").isZero();
        assertThat(unanswered(alert, Duration.ofHours(3))).isEqualTo(1);
        assertThat(told(alert, true, Duration.ofHours(3)))
                .contains(COORDINATOR.id().toString());
        assertThat(seen(COORDINATOR, "safety_alert")
                        + seen(COORDINATOR, "safety_alert_word")
                        + seen(COORDINATOR, "safety_alert_raiser"))
                .isZero();
        watch.does(LEAD, MINUTE, doors -> doors.alerts().acknowledge(alert));
        assertThat(unanswered(alert, Duration.ofHours(3)))
                .as("somebody sees to it")
                .isZero();
    }

    @Test
    void who_helps_knows_which_alerts_there_are_and_not_of_a_shelter_that_raised_them() throws Exception {
        AlertId alert = raised(SHIFT, SEEN_NEARBY);
        AlertView known = watch.as(COUNSELLOR, MINUTE, doors -> doors.alerts().read(alert));
        assertThat(known.type()).isEqualTo("TRAFFICKER_SIGHTED");
        assertThat(List.of(known.raisedBy(), known.raisedByOrganisation())).containsOnly("");
        assertThat(known.words()).isEmpty();
        assertThat(seen(COUNSELLOR, "safety_alert_raiser")).isZero();
        assertThat(seen(POLICE, "safety_alert") + seen(POLICE, "safety_alert_word"))
                .isZero();
        assertThat(watch.as(LEAD, MINUTE, doors -> doors.alerts().read(alert)).raisedByOrganisation())
                .isEqualTo("Willow Rooms");
        watch.arrange("update access_grant set ended_at = now(), end_reason = 'WITHDRAWN' where case_id = '" + caseId
                + "' and basis = 'REFERRAL'");
        assertThat(seen(SHIFT, "safety_alert")).as("her agreement is withdrawn").isZero();
        assertThat(state(() -> raised(SHIFT, SEEN_NEARBY))).isEqualTo("42501");
        watch.does(LEAD, MINUTE, doors -> doors.alerts().acknowledge(alert));
    }

    @Test
    void it_goes_with_the_lead_and_ends_with_the_file() throws Exception {
        AlertId alert = raised(SHIFT, SEEN_NEARBY);
        watch.arrange("update case_file set lead_organisation_id = '" + Who.demo("9000", 2) + "' where case_id = '"
                + caseId + "'");
        assertThat(seen(COLLEAGUE, "safety_alert"))
                .as("on call in the house that led")
                .isZero();
        watch.arrange("update case_file set lead_organisation_id = '" + LEAD.organisation() + "' where case_id = '"
                + caseId + "'");
        assertThat(seen(COLLEAGUE, "safety_alert")).isEqualTo(1);
        assertThat(watch.sees(LEAD, MINUTE, "select alerts_end('" + caseId + "')"))
                .as("the file is open")
                .isEmpty();
        watch.arrange("update case_file set status = 'CLOSED' where case_id = '" + caseId + "'");
        watch.writes(LEAD, MINUTE, "select alerts_end('" + caseId + "')");
        assertThat(watch.as(LEAD, MINUTE, doors -> doors.alerts().read(alert)).ended())
                .isTrue();
        assertThat(seen(COLLEAGUE, "safety_alert")).isZero();
        assertThat(state(() -> raised(LEAD, SEEN_NEARBY))).isEqualTo("AL004");
    }

    @Test
    void an_alert_that_does_not_say_what_is_wrong_is_refused_in_words_and_raises_nothing() throws Exception {
        for (NewAlert without : List.of(new NewAlert(null, false, null), new NewAlert(" ", true, "A black car"))) {
            assertThat(refused(LEAD, doors -> doors.alerts().raise(caseId, without, null)))
                    .isEqualTo(List.of("type missing"));
        }
        assertThat(refused(LEAD, doors -> doors.alerts().raise(caseId, new NewAlert("PANIC", false, null), null)))
                .isEqualTo(List.of("type unknown-code"));
        assertThat(seen(LEAD, "safety_alert")).isZero();
    }

    private List<String> refused(Who who, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> watch.does(who, MINUTE, deed));
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refused.reasons().stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }

    private AlertId raised(Who who, NewAlert alert) throws Exception {
        return watch.as(who, Duration.ofSeconds(30), doors -> doors.alerts().raise(caseId, alert, null));
    }

    private void onCall(Who who) throws SQLException {
        watch.arrange(
                "insert into on_call (on_call_id, organisation_id, worker_id, from_at, until_at, planned_at, planned_by) values ("
                        + "gen_random_uuid(), '" + who.organisation() + "', '" + who.id()
                        + "', now() - interval '1 hour', now() + interval '9 hours',"
                        + " now(), '" + SUPERVISOR.id() + "')");
    }

    private String severity(AlertId alert) throws Exception {
        return watch.as(SUPERVISOR, MINUTE, doors -> doors.alerts().read(alert)).severity();
    }

    private List<String> told(AlertId alert, boolean card) throws SQLException {
        return told(alert, card, MINUTE);
    }

    private List<String> told(AlertId alert, boolean card, Duration later) throws SQLException {
        return watch.sees(SYSTEM, later, "select told_of_task('" + alert + "', " + card + ")");
    }

    private long unanswered(AlertId alert, Duration later) throws Exception {
        return watch.as(COORDINATOR, later, doors -> doors.alerts().unanswered()).stream()
                .filter(one -> one.id().equals(alert))
                .count();
    }

    private int seen(Who who, String table) throws SQLException {
        return Integer.parseInt(
                watch.sees(who, MINUTE, "select count(*) from " + table + " where case_id = '" + caseId + "'")
                        .get(0));
    }

    private String reason(Who who, Duration later, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> watch.does(who, later, deed));
        assertThat(refused).as("refused").isNotNull();
        return refused.reasons().get(0).code();
    }

    private static String state(ThrowingCallable act) {
        return Sql.stateIn(catchThrowable(act)).orElse("nothing");
    }
}
