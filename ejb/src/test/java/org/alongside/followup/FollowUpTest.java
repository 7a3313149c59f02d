package org.alongside.followup;

import static org.alongside.setup.Doorway.COLLEAGUE;
import static org.alongside.setup.Doorway.COORDINATOR;
import static org.alongside.setup.Doorway.COUNSELLOR;
import static org.alongside.setup.Doorway.LAWYER;
import static org.alongside.setup.Doorway.LEAD;
import static org.alongside.setup.Doorway.POLICE;
import static org.alongside.setup.Doorway.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.CaseReopened;
import org.alongside.consent.PurposeAnswered;
import org.alongside.followup.FollowUpEvent.FollowUpPlanned;
import org.alongside.followup.FollowUpEvent.FollowUpsEnded;
import org.alongside.followup.FollowUpEvent.FollowUpsOver;
import org.alongside.followup.FollowUpEvent.FollowedUp;
import org.alongside.followup.FollowUpEvent.ReopeningOffered;
import org.alongside.followup.FollowUpTimes.FollowUpTime;
import org.alongside.followup.NewFollowUp.NewFollowUpAnswer;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.guardian.PersonExcluded;
import org.alongside.setup.Doorway;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** A year after closing, in a real database as the application: who is asked how she is, by which channel, and who never is. */
class FollowUpTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final NewFollowUp WELL = new NewFollowUp(
            "REACHED", List.of(new NewFollowUpAnswer("SAFETY", "GOOD")), "She works in a bakery", false);
    private static final NewFollowUp AFRAID =
            new NewFollowUp("REACHED", List.of(new NewFollowUpAnswer("SAFETY", "DIFFICULT")), null, false);
    private static final List<FollowUpTime> TABLE = List.of(
            new FollowUpTime("M3", DAY.multipliedBy(91), DAY.multipliedBy(14), DAY.multipliedBy(2)),
            new FollowUpTime("M6", DAY.multipliedBy(182), DAY.multipliedBy(14), DAY.multipliedBy(2)),
            new FollowUpTime("M12", DAY.multipliedBy(365), DAY.multipliedBy(14), DAY.multipliedBy(2)));

    private final Doorway doorway = new Doorway();

    /** The doors, and what they told. */
    private record Doors(FollowUpService service, AfterClosing after, List<Object> told) {}

    @FunctionalInterface
    private interface Deed {
        void in(Doors doors) throws Exception;
    }

    @Test
    void who_agreed_is_asked_after_three_six_and_twelve_months_each_once() throws Exception {
        CaseId caseId = doorway.led(false);
        List<Object> told = closed(caseId, "YES", Duration.ZERO);
        assertThat(told).hasSize(3).allMatch(FollowUpPlanned.class::isInstance);
        assertThat(as(SUPERVISOR, DAY, doors -> doors.after().closed(new CaseClosed(caseId, true))))
                .as("told a second time, nothing is made twice")
                .isEmpty();
        List<FollowUpView> all = of(caseId, DAY);
        assertThat(all).extracting(FollowUpView::point).containsExactly("M3", "M6", "M12");
        assertThat(all).extracting(FollowUpView::state).containsOnly("LATER");
        assertThat(nextDue(caseId)).isEqualTo(day(91));
        assertThat(of(caseId, days(91))).extracting(FollowUpView::state).containsExactly("TO_ASK", "LATER", "LATER");
        assertThat(of(caseId, days(106))).extracting(FollowUpView::state).containsExactly("LATE", "LATER", "LATER");

        FollowUpId first = all.get(0).id();
        asked(first, 92, "PHONE", WELL);
        assertThat(nextDue(caseId)).isEqualTo(day(182));
        FollowUpView read = as(LEAD, days(93), first);
        assertThat(read.state()).isEqualTo("REACHED");
        assertThat(read.words()).contains("She works in a bakery");
        assertThat(read.answers()).containsExactly(new FollowUpView.FollowUpAnswer("SAFETY", "GOOD"));
        assertThat(read.tries()).hasSize(1);
        asked(all.get(1).id(), 183, "MESSAGE", WELL);
        List<Object> last = asked(all.get(2).id(), 366, "PHONE", WELL);
        assertThat(last).contains(new FollowUpsOver(caseId));
        assertThat(nextDue(caseId)).as("now it is only kept").isGreaterThan(day(2000));
    }

    @Test
    void without_her_agreement_none_is_made_and_nobody_makes_one() throws Exception {
        CaseId caseId = doorway.led(false);
        assertThat(closed(caseId, "NO", Duration.ZERO)).isEmpty();
        assertThat(as(SUPERVISOR, DAY, doors -> doors.after().closed(new CaseClosed(caseId, true))))
                .isEmpty();
        assertThat(of(caseId, DAY)).isEmpty();
        assertThatThrownBy(() -> doorway.writes(LEAD, DAY, """
                        insert into follow_up (follow_up_id, case_id, episode_no, point, ask_at, due_at)
                        values (gen_random_uuid(), '%s', 1, 'M3', caller_now(), caller_now() + interval '1 day')
                        """.formatted(caseId)))
                .hasMessageContaining("permission denied");
        for (Who who : List.of(LEAD, COUNSELLOR, COORDINATOR)) {
            assertThatThrownBy(() -> doorway.sees(
                            who,
                            DAY,
                            "select follow_up_id from follow_ups_begin('%s', '{M3}', array[now()], array[now() + interval '1 day'])"
                                    .formatted(caseId)))
                    .hasMessageContaining("not permitted");
        }
    }

    @Test
    void her_word_is_asked_again_each_time_and_taken_back_ends_what_was_planned() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        doorway.arrange("""
                insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, conversation_id, medium, language, interpreter,
                                            recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', 'FOLLOWUP_CONTACT', 'REFUSED', '%s', gen_random_uuid(), 'WRITTEN', 'eng', 'NONE', now(), '%s')
                """.formatted(caseId, doorway.now.plus(days(20)), LEAD.id()));
        assertThat(reason(days(91), doors -> doors.service().tried(first, new NewTry(null, "PHONE", "REACHED"))))
                .as("before the process heard of it")
                .isEqualTo("no-follow-up-agreed");
        assertThat(as(LEAD, days(91), first).channels()).isEmpty();
        assertThatThrownBy(() -> doorway.writes(LEAD, days(91), attempt(caseId, first, "PHONE", 91)))
                .hasMessageContaining("not permitted");
        List<Object> told =
                as(LEAD, days(91), doors -> doors.after().answered(new PurposeAnswered(caseId, "FOLLOWUP_CONTACT")));
        assertThat(told.get(0)).isInstanceOfSatisfying(FollowUpsEnded.class, ended -> assertThat(ended.ids())
                .hasSize(3));
        assertThat(told).contains(new FollowUpsOver(caseId));
        assertThat(of(caseId, days(91)))
                .extracting(one -> one.endReason().orElseThrow())
                .containsOnly("TAKEN_BACK");
        assertThat(nextDue(caseId)).isGreaterThan(day(2000));
        assertThat(reason(days(91), doors -> doors.service().tried(first, new NewTry(null, "PHONE", "REACHED"))))
                .isEqualTo("follow-up-over");
        assertThat(as(LEAD, days(92), doors -> doors.after().answered(new PurposeAnswered(caseId, "RESEARCH"))))
                .isEmpty();
    }

    @Test
    void where_who_agreed_for_a_child_is_kept_out_she_is_asked_no_more() throws Exception {
        CaseId caseId = doorway.led(true);
        doorway.arrange("""
                insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, until_at, giver, giver_relation, conversation_id, medium,
                                            language, interpreter, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', 'FOLLOWUP_CONTACT', 'AGREED', '%s', '%s', 'GUARDIAN', 'PARENT', gen_random_uuid(), 'WRITTEN', 'eng', 'NONE',
                        now(), '%s')
                """.formatted(caseId, doorway.now.minusSeconds(30), doorway.now.plus(days(300)), LEAD.id()));
        doorway.arrange(
                "insert into child_notification (case_id, authority, notified_at, recorded_at, recorded_by) values ('%s', 'a', now(), now(), '%s')"
                        .formatted(caseId, LEAD.id()));
        closed(caseId, "YES", Duration.ZERO);
        assertThat(of(caseId, DAY)).extracting(FollowUpView::state).containsOnly("LATER");
        assertThat(as(LEAD, DAY, doors -> doors.after().excluded(new PersonExcluded(caseId, doorway.now))))
                .as("somebody else is kept out")
                .isEmpty();
        doorway.arrange("""
                insert into excluded_person (excluded_person_id, case_id, relation, recorded_at, recorded_by) values (gen_random_uuid(), '%s', 'PARENT', '%s', '%s')
                """.formatted(caseId, doorway.now.plus(DAY), LEAD.id()));
        assertThat(as(LEAD, days(2), doors -> doors.after().excluded(new PersonExcluded(caseId, doorway.now))))
                .hasSize(2);
        assertThat(of(caseId, days(2))).extracting(FollowUpView::state).containsOnly("ENDED");
    }

    @Test
    void she_is_tried_by_a_channel_that_is_safe_for_her_and_not_before_the_time() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        assertThat(reason(days(90), doors -> doors.service().tried(first, new NewTry(null, "PHONE", "NO_ANSWER"))))
                .isEqualTo("follow-up-not-yet");
        assertThat(as(LEAD, days(91), first).channels())
                .as("what she agreed to, and what is safe today")
                .containsExactly("MESSAGE", "PHONE");
        assertThat(reason(days(91), doors -> doors.service().tried(first, new NewTry(null, "EMAIL", "NO_ANSWER"))))
                .isEqualTo("not-her-safe-channel");
        assertThat(reason(days(91), doors -> doors.service()
                        .tried(first, new NewTry(doorway.now.plus(days(80)), "PHONE", "NO_ANSWER"))))
                .isEqualTo("before-she-is-asked");
        for (String channel : List.of("EMAIL", "VIA_CASEWORKER")) {
            assertThatThrownBy(() -> doorway.writes(LEAD, days(91), attempt(caseId, first, channel, 91)))
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> doorway.writes(LEAD, days(91), attempt(caseId, first, "PHONE", 80)))
                .hasMessageContaining("not permitted");
    }

    @Test
    void nothing_is_written_of_her_that_nobody_tried_and_what_she_did_not_say() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        assertThat(reason(days(91), doors -> doors.service().record(first, WELL)))
                .isEqualTo("note-the-try-first");
        assertThat(reason(days(91), doors -> doors.service()
                        .record(first, new NewFollowUp("NOT_REACHED", List.of(), null, false))))
                .isEqualTo("note-the-try-first");
        tried(first, 91, "PHONE", "NO_ANSWER");
        assertThat(reason(days(91), doors -> doors.service().record(first, WELL)))
                .as("nobody answered")
                .isEqualTo("note-the-try-first");
        assertThat(reason(days(92), doors -> doors.service()
                        .record(
                                first,
                                new NewFollowUp(
                                        "NOT_REACHED", List.of(new NewFollowUpAnswer("SAFETY", "BAD")), "w", true))))
                .isEqualTo("nobody-answered");
        tried(first, 93, "PHONE", "REACHED");
        assertThat(reason(days(93), doors -> doors.service()
                        .record(first, new NewFollowUp("REACHED", List.of(), null, false))))
                .isEqualTo("ask-whether-she-is-safe");
        as(LEAD, days(93), doors -> doors.service().record(first, WELL));
        assertThat(reason(days(94), doors -> doors.service().record(first, WELL)))
                .isEqualTo("follow-up-over");
    }

    @Test
    void what_worries_asks_to_offer_her_to_open_the_file_again() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        List<Object> told = asked(first, 91, "PHONE", AFRAID);
        assertThat(told.get(0)).isInstanceOfSatisfying(FollowedUp.class, done -> assertThat(done.offerBy())
                .contains(doorway.now.plus(days(93))));
        assertThat(as(LEAD, days(91), first).offers()).isTrue();
        assertThat(as(LEAD, days(92), doors -> doors.service().offer(first, new NewReopeningOffer("NOT_NOW"))))
                .containsExactly(new ReopeningOffered(first));
        assertThat(reason(days(92), doors -> doors.service().offer(first, new NewReopeningOffer("WANTS"))))
                .isEqualTo("nothing-to-offer");
        assertThat(of(caseId, days(92)).get(0).offer()).contains("NOT_NOW");
    }

    @Test
    void who_wants_no_more_questions_gets_none_and_an_opened_file_ends_what_was_planned() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        tried(first, 91, "PHONE", "REACHED");
        List<Object> told = as(LEAD, days(91), doors -> doors.service()
                .record(first, new NewFollowUp("DECLINED", List.of(), null, false)));
        assertThat(told).hasSize(3).contains(new FollowUpsOver(caseId));
        assertThat(of(caseId, days(92))).extracting(FollowUpView::state).containsExactly("DECLINED", "ENDED", "ENDED");

        CaseId other = doorway.led(false);
        closed(other, "YES", Duration.ZERO);
        doorway.arrange("update case_file set status = 'REOPENED', episode_no = 2 where case_id = '" + other + "'");
        List<Object> ended = as(LEAD, days(20), doors -> doors.after()
                .reopened(new CaseReopened(other, new OrganisationId(LEAD.organisation()), doorway.now)));
        assertThat(ended.get(0)).isInstanceOf(FollowUpsEnded.class);
        assertThat(of(other, days(20)))
                .extracting(one -> one.endReason().orElseThrow())
                .containsOnly("REOPENED");
    }

    @Test
    void who_leads_the_closed_file_reads_it_and_nobody_else() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        FollowUpId first = of(caseId, DAY).get(0).id();
        asked(first, 91, "PHONE", AFRAID_WITH_WORDS);
        for (String table : List.of("follow_up", "follow_up_answer", "follow_up_word")) {
            String question = "select 1 from " + table + " where case_id = '" + caseId + "'";
            assertThat(doorway.sees(LEAD, days(92), question)).as(table).isNotEmpty();
            assertThat(doorway.sees(SUPERVISOR, days(92), question)).as(table).isNotEmpty();
            for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
                assertThat(doorway.sees(who, days(92), question))
                        .as("%s %s", who, table)
                        .isEmpty();
            }
        }
        for (Who who : List.of(SUPERVISOR, COUNSELLOR, COLLEAGUE)) {
            assertThatThrownBy(() -> doorway.sees(
                            who, days(92), "select cast(follow_up_offered('%s', 'WANTS') as text)".formatted(first)))
                    .hasMessageContaining("not permitted");
        }
    }

    @Test
    void whose_file_was_closed_before_there_were_follow_ups_is_asked_at_the_times_that_are_not_over_each_once()
            throws Exception {
        CaseId recent = doorway.led(false);
        closedBefore(recent, "YES");
        CaseId refused = doorway.led(false);
        closedBefore(refused, "NO");
        CaseId takenBack = doorway.led(false);
        closedBefore(takenBack, "YES");
        doorway.arrange("""
                insert into purpose_answer (purpose_answer_id, case_id, purpose, answer, given_at, conversation_id, medium, language, interpreter,
                                            recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', 'FOLLOWUP_CONTACT', 'REFUSED', '%s', gen_random_uuid(), 'WRITTEN', 'eng', 'NONE', now(), '%s')
                """.formatted(takenBack, doorway.now.plus(days(20)), LEAD.id()));
        assertThat(nextDue(recent)).as("no date that nobody planned").isGreaterThan(day(2000));

        List<FollowUpPlanned> told = planned(200);
        assertThat(of(recent, days(200))).extracting(FollowUpView::point).containsExactly("M12");
        assertThat(told)
                .extracting(FollowUpPlanned::id)
                .contains(of(recent, days(200)).get(0).id());
        assertThat(of(refused, days(200))).isEmpty();
        assertThat(of(takenBack, days(200))).isEmpty();
        assertThat(nextDue(recent)).isEqualTo(day(365));
        assertThat(planned(200)).as("looked again an hour later").isEmpty();
        asked(of(recent, days(366)).get(0).id(), 366, "PHONE", WELL);
        assertThat(planned(367)).as("asked, it is not planned again").isEmpty();

        CaseId late = doorway.led(false);
        closedBefore(late, "YES");
        planned(100);
        assertThat(of(late, days(100)))
                .as("its time has come and is not over")
                .extracting(FollowUpView::state)
                .containsExactly("TO_ASK", "LATER", "LATER");
        CaseId over = doorway.led(false);
        closedBefore(over, "YES");
        planned(380);
        assertThat(of(over, days(380))).as("over is over").isEmpty();
        for (Who who : List.of(LEAD, SUPERVISOR, COORDINATOR)) {
            assertThatThrownBy(() -> doorway.sees(
                            who, DAY, "select follow_up_id from follow_ups_of_before('{M3}', '{1 day}', '{1 day}', 9)"))
                    .hasMessageContaining("not permitted");
        }
    }

    /** What the process was told of follow-ups of earlier files. */
    private List<FollowUpPlanned> planned(int day) throws Exception {
        return as(SYSTEM, days(day), doors -> doors.service().planForBefore()).stream()
                .map(FollowUpPlanned.class::cast)
                .toList();
    }

    /** As it was closed when nobody planned anything. */
    private void closedBefore(CaseId caseId, String followUp) throws Exception {
        proposed(caseId, followUp);
        String closing = doorway.below("select closing_id from closing where case_id = '" + caseId + "'");
        doorway.writes(SUPERVISOR, Duration.ZERO, "select closing_approve('" + closing + "')");
    }

    @Test
    void the_journey_tells_who_led_when_she_is_asked_and_how_it_went_and_nobody_else() throws Exception {
        CaseId caseId = doorway.led(false);
        closed(caseId, "YES", Duration.ZERO);
        assertThat(journey(LEAD, caseId, 1))
                .containsExactlyInAnyOrder("follow-up-ahead M3", "follow-up-ahead M6", "follow-up-ahead M12");
        asked(of(caseId, DAY).get(0).id(), 91, "PHONE", AFRAID_WITH_WORDS);
        assertThat(journey(LEAD, caseId, 92))
                .containsExactlyInAnyOrder("follow-up-reached M3", "follow-up-ahead M6", "follow-up-ahead M12");
        for (Who who : List.of(COLLEAGUE, COUNSELLOR, LAWYER, POLICE, COORDINATOR)) {
            assertThat(journey(who, caseId, 92)).as("%s", who).isEmpty();
        }
    }

    private List<String> journey(Who who, CaseId caseId, int day) throws Exception {
        return doorway.as(who, days(day), inside -> inside.of(FollowUpJournal.class).of(caseId).stream()
                .map(one -> one.kind() + " " + one.point())
                .toList());
    }

    private static final NewFollowUp AFRAID_WITH_WORDS =
            new NewFollowUp("REACHED", List.of(new NewFollowUpAnswer("SAFETY", "BAD")), "He stood at her door", false);

    private void proposed(CaseId caseId, String followUp) throws SQLException {
        doorway.arrange("""
                insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, follow_up_channel,
                                     follow_up_giver, proposed_at, proposed_by)
                values (gen_random_uuid(), '%s', 1, 'GOALS_ACHIEVED', 'AGREES', 'GIVEN', '%s', 'PHONE', 'SELF', '%s', '%s')
                """.formatted(caseId, followUp, doorway.now.minusSeconds(60), LEAD.id()));
    }

    private List<Object> closed(CaseId caseId, String followUp, Duration at) throws Exception {
        proposed(caseId, followUp);
        String closing = doorway.below("select closing_id from closing where case_id = '" + caseId + "'");
        return as(SUPERVISOR, at, doors -> {
            doorway.writes(SUPERVISOR, at, "select closing_approve('" + closing + "')");
            doors.after().closed(new CaseClosed(caseId, true));
        });
    }

    private List<FollowUpView> of(CaseId caseId, Duration later) throws Exception {
        List<FollowUpView> all = new ArrayList<>();
        as(LEAD, later, doors -> all.addAll(doors.service().of(caseId)));
        return all;
    }

    private FollowUpView as(Who who, Duration later, FollowUpId id) throws Exception {
        List<FollowUpView> one = new ArrayList<>();
        as(who, later, doors -> one.add(doors.service().read(id)));
        return one.get(0);
    }

    private void tried(FollowUpId id, int day, String channel, String outcome) throws Exception {
        as(LEAD, days(day), doors -> doors.service().tried(id, new NewTry(null, channel, outcome)));
    }

    private List<Object> asked(FollowUpId id, int day, String channel, NewFollowUp how) throws Exception {
        tried(id, day, channel, "REACHED");
        return as(LEAD, days(day), doors -> doors.service().record(id, how));
    }

    private String reason(Duration later, Deed deed) {
        return catchThrowableOfType(Refusal.class, () -> as(LEAD, later, deed))
                .reasons()
                .get(0)
                .code();
    }

    private String attempt(CaseId caseId, FollowUpId id, String channel, int day) {
        return """
                insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by, follow_up_id)
                values ('%s', '%s', '%s', '%s', 'REACHED', caller_now(), '%s', '%s')
                """.formatted(UUID.randomUUID(), caseId, doorway.now.plus(days(day)), channel, LEAD.id(), id);
    }

    private String nextDue(CaseId caseId) throws SQLException {
        return doorway.below("select next_due::text from case_file where case_id = '" + caseId + "'");
    }

    private String day(int later) {
        return doorway.now
                .plus(days(later))
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static Duration days(int days) {
        return DAY.multipliedBy(days);
    }

    private List<Object> as(Who who, Duration later, Deed deed) throws Exception {
        return doorway.as(who, later, inside -> {
            Doors doors = doors(inside);
            deed.in(doors);
            return doors.told();
        });
    }

    private static Doors doors(Wired inside) {
        inside.with(FollowUpTimes.class, () -> TABLE);
        return new Doors(inside.of(FollowUpService.class), inside.of(AfterClosing.class), inside.told());
    }
}
