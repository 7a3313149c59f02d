package org.alongside.missing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.missing.Search.COORDINATOR;
import static org.alongside.missing.Search.COUNSELLOR;
import static org.alongside.missing.Search.LAWYER;
import static org.alongside.missing.Search.POLICE;
import static org.alongside.missing.Search.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.housing.PlacementEvent.CameBack;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.missing.MissingEvent.HouseJoined;
import org.alongside.missing.MissingEvent.HouseLeft;
import org.alongside.missing.MissingEvent.MissingBegun;
import org.alongside.missing.MissingEvent.MissingEnded;
import org.alongside.missing.MissingEvent.SurvivorFound;
import org.alongside.missing.NewMissing.HowFound;
import org.alongside.missing.NewMissing.NewMissingStep;
import org.alongside.missing.NewMissing.NewPoliceReport;
import org.alongside.missing.NewMissing.NewReturnTalk;
import org.alongside.missing.Search.Deed;
import org.alongside.missing.Search.Gone;
import org.alongside.safety.OpenAlerts;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.safety.SafetyEvent.AlertsEnded;
import org.alongside.setup.Who;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From somebody who is missing to somebody who is talked with, in a real database as the application: every row of MISSING. */
class WhoIsMissingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final HowFound SAFE = new HowFound("SAFE");
    private static final NewPoliceReport NUMBER = new NewPoliceReport("2026/47-3");
    private static final List<String> TABLES =
            List.of("missing_episode", "missing_house", "missing_step", "missing_report", "missing_talk");

    private final Search search = new Search();

    @AfterEach
    void close() throws SQLException {
        search.close();
    }

    @Test
    void a_child_who_is_not_back_is_looked_for_reported_and_found_and_says_what_she_wants_of_it() throws Exception {
        Gone gone = search.lives(true);
        MissingId id = search.notBack(gone, HOUR);
        assertThat(search.status(id)).isEqualTo("ABSENT");
        search.does(SHIFT, HOUR.plusMinutes(5), asked -> asked.missing().done(id, new NewMissingStep("SEARCHED")));
        assertThat(search.status(id)).isEqualTo("SEARCH");
        search.does(MANAGER, HOUR.plusMinutes(20), asked -> asked.missing().report(id, NUMBER));
        assertThat(search.status(id)).isEqualTo("REPORTED");
        List<Object> told = search.as(LEAD, HOUR.multipliedBy(5), asked -> {
            asked.missing().find(id, SAFE);
            return asked.told();
        });
        assertThat(search.status(id)).isEqualTo("LOCATED");
        assertThat(told).hasAtLeastOneElementOfType(AlertsEnded.class);
        assertThat(told).hasAtLeastOneElementOfType(SurvivorFound.class);
        search.does(SHIFT, HOUR.multipliedBy(6), asked -> asked.missing()
                .talk(id, new NewReturnTalk(null, "She was at a friend's")));
        MissingView lead =
                search.as(LEAD, HOUR.multipliedBy(7), asked -> asked.missing().read(id));
        assertThat(lead.talk().orElseThrow().words()).contains("She was at a friend's");
        assertThat(lead.done())
                .extracting(MissingView.MissingDone::step)
                .containsExactly("BEGAN", "SEARCHED", "POLICE_TOLD", "FOUND", "TALK_HELD");
        assertThat(search.as(SHIFT, HOUR.multipliedBy(7), asked -> asked.missing()
                                .read(id))
                        .talk())
                .as("whoever wrote it")
                .isPresent();
        assertThat(search.as(MANAGER, HOUR.multipliedBy(7), asked -> asked.missing()
                                .read(id))
                        .talk())
                .as("the house reads what it did, and not her words")
                .isEmpty();
        assertThat(search.as(SHIFT, HOUR.multipliedBy(7), asked -> asked.missing()
                                .least(id))
                        .name())
                .as("she is found: there is nothing to tell the police")
                .isEmpty();
        assertThat(reason(LEAD, HOUR.multipliedBy(8), asked -> asked.missing().talk(id, new NewReturnTalk(null, null))))
                .isEqualTo("no-talk-waits");
    }

    @Test
    void it_begins_with_an_alert_and_the_clocks_of_the_table_and_the_house_is_asked() throws Exception {
        Gone gone = search.lives(true);
        List<Object> told = search.as(LEAD, HOUR, asked -> {
            asked.missing().begin(gone.caseId(), new NewMissing(null));
            return asked.told();
        });
        assertThat(told.get(0)).isInstanceOf(AlertRaised.class);
        assertThat(told.get(1)).isInstanceOfSatisfying(MissingBegun.class, begun -> {
            assertThat(begun.child()).isTrue();
            assertThat(begun.house())
                    .as("though the lead said it")
                    .contains(new OrganisationId(MANAGER.organisation()));
            assertThat(begun.clocks().reportBy()).isPresent();
        });
        assertThat(search.shelter.below("select type from safety_alert where case_id = '" + gone.caseId() + "'"))
                .isEqualTo("MISSING_CHILD");
        MissingId same = search.notBack(gone, HOUR.plusMinutes(3));
        assertThat(search.begun(gone, HOUR.plusMinutes(4)))
                .as("of three who say it there is one")
                .isEqualTo(same);
        assertThat(search.shelter.below("select count(*) from safety_alert where case_id = '" + gone.caseId() + "'"))
                .isEqualTo("1");
    }

    @Test
    void who_lives_in_no_house_is_missing_too_and_a_house_joins_when_she_moves_in() throws Exception {
        Gone gone = search.elsewhere(false);
        List<Object> told = search.as(LEAD, HOUR, asked -> {
            asked.missing().begin(gone.caseId(), new NewMissing(null));
            return asked.told();
        });
        assertThat(told).anySatisfy(one -> assertThat(one).isInstanceOfSatisfying(MissingBegun.class, begun -> {
            assertThat(begun.house()).isEmpty();
            assertThat(begun.child()).isFalse();
            assertThat(begun.clocks().reportBy()).isEmpty();
        }));
        search.shelter.livesIn(
                gone.caseId(),
                search.shelter
                        .house(org.alongside.housing.Shelter.anybody(), 1, 1)
                        .beds()
                        .get(0));
        List<Object> joined = search.as(LEAD, HOUR.multipliedBy(2), asked -> {
            asked.missing().begin(gone.caseId(), new NewMissing(null));
            return asked.told();
        });
        assertThat(joined).singleElement().isInstanceOf(HouseJoined.class);
    }

    @Test
    void an_alert_that_somebody_raised_by_hand_becomes_its_own_and_stays_until_she_is_found() throws Exception {
        Gone gone = search.elsewhere(true);
        search.does(LEAD, HOUR, asked -> asked.house()
                .wired()
                .of(OpenAlerts.class)
                .raise(gone.caseId(), "MISSING_CHILD", asked.house().caller()));
        MissingId id = search.begun(gone, HOUR.plusMinutes(1));
        String alert = search.shelter.below("select alert_id from missing_episode where missing_id = '" + id + "'");
        assertThat(search.shelter.below("select count(*) from safety_alert where case_id = '" + gone.caseId() + "'"))
                .isEqualTo("1");
        search.shelter.sees(SUPERVISOR, HOUR.plusMinutes(2), "select cast(alert_acknowledge('" + alert + "') as text)");
        String settle = "select cast(alert_settle('" + alert + "', 'NO_DANGER', 'x') as text)";
        assertThat(state(SUPERVISOR, settle)).as("she is still missing").isEqualTo("42501");
        search.does(LEAD, HOUR.plusMinutes(5), asked -> asked.missing().find(id, SAFE));
        assertThat(search.shelter.below(
                        "select ended_at is not null from safety_alert where alert_id = '" + alert + "'"))
                .isEqualTo("t");
    }

    @Test
    void either_side_finds_her_and_with_the_bed_she_is_found_too() throws Exception {
        for (Who who : List.of(LEAD, SUPERVISOR, SHIFT, MANAGER)) {
            Gone gone = search.lives(true);
            MissingId id = search.begun(gone, HOUR);
            search.does(who, HOUR.multipliedBy(2), asked -> asked.missing().find(id, SAFE));
            assertThat(search.status(id)).as(who.role()).isEqualTo("LOCATED");
        }
        Gone back = search.lives(false);
        MissingId id = search.notBack(back, HOUR);
        search.does(SHIFT, HOUR.multipliedBy(3), asked -> {
            asked.house().stays().comeBack(back.placement());
            asked.beginning()
                    .cameBack(new CameBack(
                            List.of(back.placement()), asked.house().caller().now()));
        });
        assertThat(search.status(id)).isEqualTo("LOCATED");
        assertThat(reason(LEAD, HOUR.multipliedBy(4), asked -> asked.missing().find(id, SAFE)))
                .isEqualTo("missing-over");
    }

    @Test
    void of_an_adult_the_police_are_told_with_her_word_and_learn_nothing_before() throws Exception {
        Gone gone = search.lives(false);
        MissingId id = search.begun(gone, HOUR);
        assertThat(reason(LEAD, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER)))
                .isEqualTo("police-need-her-word");
        PoliceLeast nothing =
                search.as(LEAD, HOUR.multipliedBy(2), asked -> asked.missing().least(id));
        assertThat(nothing.basis()).isEmpty();
        assertThat(nothing.name()).isEmpty();
        assertThat(nothing.goneAt()).isEmpty();
        assertThat(state(LEAD, "select cast(missing_reported('" + id + "', '1') as text)"))
                .as("past the door")
                .isEqualTo("42501");
        search.shelter.arrange("""
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', '%s', 'SHARE_LAW_ENFORCEMENT', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE', now() - interval '1 day',
                        now() + interval '90 days', now(), '%s')
                """.formatted(gone.caseId(), POLICE.organisation(), LEAD.id()));
        PoliceLeast least =
                search.as(SHIFT, HOUR.multipliedBy(2), asked -> asked.missing().least(id));
        assertThat(least.basis()).contains("CONSENT");
        assertThat(least.name()).contains("n");
        assertThat(least.callBack()).as("who leads, never the house").contains("Harbour Light");
        search.does(SHIFT, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER));
        assertThat(search.status(id)).isEqualTo("REPORTED");
        assertThat(reason(LEAD, HOUR.multipliedBy(3), asked -> asked.missing().report(id, NUMBER)))
                .isEqualTo("police-know");
    }

    @Test
    void a_release_that_she_took_back_or_that_has_ended_opens_nothing() throws Exception {
        for (String ended : List.of(
                "withdrawn_at = now(), withdrawn_by = recorded_by", "expires_at = now()", "categories = '{9}'")) {
            Gone gone = search.elsewhere(false);
            MissingId id = search.begun(gone, HOUR);
            search.shelter.arrange("""
                    insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                         given_at, expires_at, recorded_at, recorded_by)
                    values (gen_random_uuid(), '%s', '%s', 'SHARE_LAW_ENFORCEMENT', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE',
                            now() - interval '1 day', now() + interval '90 days', now(), '%s')
                    """.formatted(gone.caseId(), POLICE.organisation(), LEAD.id()));
            search.shelter.arrange("update consent set " + ended + " where case_id = '" + gone.caseId()
                    + "' and purpose = 'SHARE_LAW_ENFORCEMENT'");
            assertThat(reason(
                            LEAD, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER)))
                    .as(ended)
                    .isEqualTo("police-need-her-word");
        }
    }

    @Test
    void where_her_life_is_in_danger_a_disclosure_opens_it_once_a_second_person_agreed_and_only_to_the_lead()
            throws Exception {
        Gone gone = search.lives(false);
        MissingId id = search.begun(gone, HOUR);
        search.shelter.arrange("""
                insert into disclosure (disclosure_id, case_id, case_code, exception, desks, telling, body, categories, words, proposed_at, proposed_by)
                select gen_random_uuid(), '%1$s', '%1$s', r.exception, r.desks, r.telling, 'Police', '{0}', 'x', now() + interval '90 minutes', '%2$s'
                  from disclosure_rule r where r.exception = 'MISSING_PERSON'
                """.formatted(gone.caseId(), LEAD.id()));
        assertThat(reason(LEAD, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER)))
                .as("nobody agreed yet")
                .isEqualTo("police-need-her-word");
        search.shelter.arrange("""
                insert into disclosure_agreement (disclosure_id, desk, agreed_at, agreed_by)
                select disclosure_id, unnest(desks), now(), '%s' from disclosure where case_id = '%s'
                """.formatted(SUPERVISOR.id(), gone.caseId()));
        assertThat(reason(SHIFT, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER)))
                .as("the house")
                .isEqualTo("police-need-her-word");
        search.does(LEAD, HOUR.multipliedBy(2), asked -> asked.missing().report(id, NUMBER));
        assertThat(search.shelter.below("select basis from missing_report where missing_id = '" + id + "'"))
                .isEqualTo("DISCLOSURE");
    }

    @Test
    void what_the_police_are_told_has_no_room_for_an_address_or_a_story() throws Exception {
        assertThat(Arrays.stream(PoliceLeast.class.getRecordComponents()).map(one -> one.getName()))
                .containsExactly(
                        "id",
                        "child",
                        "basis",
                        "name",
                        "birthDate",
                        "ageBand",
                        "sex",
                        "language",
                        "riskLevel",
                        "goneAt",
                        "callBack");
        MissingId id = search.begun(search.lives(true), HOUR);
        for (String story : List.of(
                "she lived at 4 Mill Lane, with a friend of hers, ask there", "Mill Lane\\nring twice", "?", "a:b")) {
            assertThat(reason(LEAD, HOUR, asked -> asked.missing().report(id, new NewPoliceReport(story))))
                    .as(story)
                    .isIn("not-a-reference", "too-long");
        }
    }

    @Test
    void nothing_ends_by_itself_and_a_supervisor_says_when_the_time_is_over() throws Exception {
        MissingId id = search.begun(search.lives(true), HOUR);
        assertThat(reason(SUPERVISOR, DAY.multipliedBy(8), asked -> asked.missing()
                        .leaveUnresolved(id)))
                .as("the police do not know")
                .isEqualTo("not-time-yet");
        search.does(LEAD, HOUR, asked -> asked.missing().report(id, NUMBER));
        assertThat(reason(SUPERVISOR, DAY, asked -> asked.missing().leaveUnresolved(id)))
                .isEqualTo("not-time-yet");
        search.does(SUPERVISOR, DAY.multipliedBy(8), asked -> asked.missing().leaveUnresolved(id));
        assertThat(search.status(id)).isEqualTo("UNRESOLVED");
        assertThat(search.shelter.below(
                        "select a.ended_at is null and a.settled_at is null from safety_alert a join missing_episode e using (alert_id)"
                                + " where e.missing_id = '" + id + "'"))
                .as("the alert stays")
                .isEqualTo("t");
        assertThat(state(LEAD, "select cast(missing_unresolved('" + id + "') as text)"))
                .as("not a caseworker's")
                .isEqualTo("42501");
        search.does(LEAD, DAY.multipliedBy(9), asked -> asked.missing().find(id, SAFE));
        assertThat(search.status(id)).isEqualTo("LOCATED");
    }

    @Test
    void police_prosecution_and_lawyers_find_no_row_and_a_counsellor_no_house() throws Exception {
        Gone gone = search.lives(true);
        MissingId id = search.notBack(gone, HOUR);
        search.does(SHIFT, HOUR, asked -> asked.missing().report(id, NUMBER));
        search.does(SHIFT, HOUR, asked -> asked.missing().find(id, SAFE));
        search.does(SHIFT, HOUR.multipliedBy(2), asked -> asked.missing().talk(id, new NewReturnTalk(null, "x")));
        Map<Who, List<Integer>> rows = Map.of(
                LAWYER, List.of(0, 0, 0, 0, 0),
                POLICE, List.of(0, 0, 0, 0, 0),
                COORDINATOR, List.of(0, 0, 0, 0, 0),
                COUNSELLOR, List.of(1, 0, 0, 0, 0),
                MANAGER, List.of(1, 1, 4, 1, 0),
                LEAD, List.of(1, 1, 4, 1, 1));
        for (var one : rows.entrySet()) {
            for (int at = 0; at < TABLES.size(); at++) {
                assertThat(search.shelter.sees(
                                one.getKey(),
                                HOUR.multipliedBy(3),
                                "select count(*) from " + TABLES.get(at) + " where missing_id = '" + id + "'"))
                        .as(one.getKey().role() + " " + TABLES.get(at))
                        .isEqualTo(String.valueOf(one.getValue().get(at)));
            }
        }
        MissingView counsellor = search.as(
                COUNSELLOR, HOUR.multipliedBy(3), asked -> asked.missing().read(id));
        assertThat(counsellor.done()).isEmpty();
        assertThat(counsellor.report()).isEmpty();
        assertThat(counsellor.may().find()).isFalse();
        assertThat(state(COUNSELLOR, "select cast(missing_done('" + id + "', 'SEARCHED') as text)"))
                .isEqualTo("42501");
        assertThat(state(
                        LAWYER,
                        "select missing_begin(gen_random_uuid(), '" + gone.caseId()
                                + "', gen_random_uuid(), now(), now(), null, null, null, now())"))
                .isEqualTo("42501");
    }

    @Test
    void a_coordinator_is_told_how_many_and_nothing_else() throws Exception {
        long before = children();
        MissingId id = search.begun(search.lives(true), HOUR);
        assertThat(children()).isEqualTo(before + 1);
        List<MissingCount> lead = search.as(LEAD, HOUR, asked -> asked.missing().counts());
        assertThat(lead).isEmpty();
        search.does(LEAD, HOUR, asked -> asked.missing().find(id, SAFE));
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void with_what_she_agreed_to_the_house_is_asked_no_more_and_who_leads_goes_on() throws Exception {
        Gone gone = search.lives(true);
        MissingId id = search.notBack(gone, HOUR);
        search.shelter.arrange("update referral_card c set status = 'REVOKED', revoked_at = now() from referral r"
                + " where r.referral_id = c.referral_id and r.case_id = '" + gone.caseId() + "'");
        List<Object> told = search.as(LEAD, HOUR, asked -> {
            asked.beginning().stopped(new PlacementStopped(List.of(gone.placement())));
            return asked.told();
        });
        assertThat(told).containsExactly(new HouseLeft(id, new OrganisationId(LEAD.organisation())));
        assertThat(search.shelter.sees(
                        SHIFT, HOUR, "select count(*) from missing_episode where missing_id = '" + id + "'"))
                .isEqualTo("0");
        search.does(LEAD, HOUR, asked -> asked.missing().done(id, new NewMissingStep("SAFE_CHANNEL_TRIED")));
    }

    @Test
    void a_house_in_which_she_lives_is_not_put_off() throws Exception {
        Gone gone = search.lives(true);
        search.notBack(gone, HOUR);
        List<Object> told = search.as(MANAGER, HOUR, asked -> {
            asked.beginning().stopped(new PlacementStopped(List.of(gone.placement())));
            return asked.told();
        });
        assertThat(told).isEmpty();
    }

    @Test
    void with_the_file_it_ends() throws Exception {
        Gone gone = search.lives(true);
        MissingId id = search.notBack(gone, HOUR);
        assertThat(ends(gone)).as("the file is open").isEmpty();
        search.shelter.arrange("update case_file set status = 'CLOSED' where case_id = '" + gone.caseId() + "'");
        assertThat(ends(gone)).containsExactly(new MissingEnded(List.of(id)));
        assertThat(ends(gone)).as("once").isEmpty();
        assertThat(reason(LEAD, HOUR, asked -> asked.missing().find(id, SAFE))).isEqualTo("missing-over");
    }

    @Test
    void a_talk_is_held_after_she_is_found_and_with_who_died_nobody_talks() throws Exception {
        MissingId id = search.begun(search.elsewhere(false), HOUR);
        assertThat(reason(LEAD, HOUR, asked -> asked.missing().talk(id, new NewReturnTalk(null, null))))
                .isEqualTo("no-talk-waits");
        search.does(LEAD, HOUR.multipliedBy(5), asked -> asked.missing().find(id, SAFE));
        assertThat(reason(LEAD, HOUR.multipliedBy(6), asked -> asked.missing()
                        .talk(id, new NewReturnTalk(search.shelter.now.plus(HOUR.multipliedBy(4)), null))))
                .isEqualTo("before-found");
        assertThat(reason(LEAD, HOUR.multipliedBy(6), asked -> asked.missing()
                        .talk(id, new NewReturnTalk(search.shelter.now.plus(DAY), null))))
                .isEqualTo("in-the-future");
        search.does(LEAD, HOUR.multipliedBy(6), asked -> asked.missing().talk(id, new NewReturnTalk(null, " ")));
        MissingView view =
                search.as(LEAD, HOUR.multipliedBy(6), asked -> asked.missing().read(id));
        assertThat(view.talk().orElseThrow().words()).as("she does not want to").isEqualTo(Optional.empty());
        MissingId dead = search.begun(search.elsewhere(false), HOUR);
        search.does(LEAD, HOUR.multipliedBy(2), asked -> asked.missing().find(dead, new HowFound("DECEASED")));
        assertThat(search.as(LEAD, HOUR.multipliedBy(2), asked -> asked.missing()
                                .read(dead))
                        .may()
                        .talk())
                .isFalse();
    }

    @Test
    void nobody_is_missing_from_the_future_or_for_years_and_the_safe_channel_is_the_leads() throws Exception {
        Gone gone = search.lives(false);
        assertThat(reason(LEAD, HOUR, asked -> asked.missing()
                        .begin(gone.caseId(), new NewMissing(search.shelter.now.plus(DAY)))))
                .isEqualTo("in-the-future");
        assertThat(reason(LEAD, HOUR, asked -> asked.missing()
                        .begin(gone.caseId(), new NewMissing(search.shelter.now.minus(DAY.multipliedBy(400))))))
                .isEqualTo("too-long-ago");
        MissingId id = search.notBack(gone, HOUR);
        assertThat(reason(SHIFT, HOUR, asked -> asked.missing().done(id, new NewMissingStep("SAFE_CHANNEL_TRIED"))))
                .isEqualTo("missing-not-yours");
        assertThat(search.as(SHIFT, HOUR, asked -> asked.missing().read(id))
                        .may()
                        .steps())
                .containsExactly("SEARCHED", "CONFERENCE_HELD");
    }

    private List<Object> ends(Gone gone) throws Exception {
        return search.as(LEAD, HOUR, asked -> {
            asked.still().end(gone.caseId());
            return asked.told();
        });
    }

    private long children() throws Exception {
        return search.as(COORDINATOR, HOUR, asked -> asked.missing().counts()).stream()
                .filter(MissingCount::child)
                .mapToLong(MissingCount::people)
                .sum();
    }

    private String reason(Who who, Duration later, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> search.does(who, later, deed));
        assertThat(refused).as("refused").isNotNull();
        return refused.reasons().get(0).code();
    }

    private String state(Who who, String statement) {
        return Sql.stateIn(catchThrowable(() -> search.shelter.sees(who, DAY.multipliedBy(8), statement)))
                .orElse("nothing");
    }
}
