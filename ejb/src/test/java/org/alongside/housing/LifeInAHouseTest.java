package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OfCases;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.HousePeople.Resident;
import org.alongside.housing.NewFacility.NewHouseClosing;
import org.alongside.housing.NewHouseRules.NewRulesText;
import org.alongside.housing.NewHouseRules.NewRulesTold;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.PlacementEvent.StepDone;
import org.alongside.housing.Shelter.Built;
import org.alongside.housing.Shelter.Deed;
import org.alongside.housing.TalkEvent.TalkWanted;
import org.alongside.housing.TalkEvent.TalksSettled;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Life in a house: its rules in her language, a talk each week, and a house that closes; as the application in a real database. */
class LifeInAHouseTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Who> OUTSIDE = List.of(
            new Who(9, 4, "SHM"),
            new Who(13, 7, "LEL"),
            new Who(24, 11, "PRL"),
            new Who(12, 6, "LAW"),
            new Who(14, 8, "NRM"),
            new Who(16, 9, "ADM"));

    private final Shelter shelter = new Shelter(TestDatabase.own());
    private Built house;

    @BeforeEach
    void a_house_of_three_beds() throws Exception {
        house = shelter.house(Shelter.anybody(), 1, 3);
    }

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void the_rules_of_the_house_are_read_to_her_before_she_moves_in_and_which_and_how_is_kept() throws Exception {
        assertThat(written(0, text("eng", "Doors"), text("prs", "درها"))).isEqualTo(1);
        PlacementId held = held();
        assertThat(reason(SHIFT, HOUR, doors -> doors.placements().admit(held, new NewArrival("prs", "prs", null))))
                .isEqualTo("rulesVersion rules-not-read");
        assertThat(reason(SHIFT, HOUR, doors -> doors.placements().admit(held, new NewArrival("prs", "prs", 2))))
                .isEqualTo("rulesVersion unknown-rules");
        shelter.does(SHIFT, HOUR, doors -> doors.placements().admit(held, new NewArrival("prs", "prs", 1)));
        assertThat(told(held)).isEqualTo("1 prs prs");
        PlacementId other = held();
        shelter.does(SHIFT, HOUR, doors -> doors.placements().admit(other, new NewArrival("tir", "tir", 1)));
        assertThat(told(other))
                .as("not written in her language: read from English, told in hers")
                .isEqualTo("1 eng tir");
    }

    @Test
    void a_house_without_written_rules_lets_her_in_and_whoever_lives_there_is_told_when_there_are_some()
            throws Exception {
        PlacementId her = livesHere();
        assertThat(resident(HOUR, her).toBeTold()).isFalse();
        written(0, text("eng", "Doors"));
        assertThat(resident(HOUR, her)).matches(Resident::toBeTold, "a change of rules is open until she is told");
        shelter.does(SHIFT, HOUR, doors -> doors.rules().tell(her, new NewRulesTold(1, "eng")));
        assertThat(resident(HOUR, her).toBeTold()).isFalse();
        assertThat(resident(HOUR, her).rulesToldVersion()).contains(1);
        written(1, text("eng", "Doors and windows"));
        assertThat(resident(HOUR, her).toBeTold()).isTrue();
        assertThat(reason(SHIFT, HOUR, doors -> doors.rules().tell(her, new NewRulesTold(7, "eng"))))
                .isEqualTo("version unknown-rules");
    }

    @Test
    void a_version_is_never_written_over_another_and_only_by_the_manager() throws Exception {
        written(0, text("eng", "Doors"));
        assertThat(reason(MANAGER, HOUR, doors -> doors.rules()
                        .write(house.id(), new NewHouseRules(List.of(text("eng", "x")), 0))))
                .as("based on one that is not the newest")
                .isEqualTo("rules-written-meanwhile");
        assertThat(reason(MANAGER, HOUR, doors -> doors.rules()
                        .write(house.id(), new NewHouseRules(List.of(text("eng", "x"), text("eng", "y")), 1))))
                .isEqualTo("texts.1.language named-twice");
        assertThat(reason(MANAGER, HOUR, doors -> doors.rules().write(house.id(), new NewHouseRules(List.of(), 1))))
                .isEqualTo("texts missing");
        for (String past : List.of(
                "insert into house_rules values (gen_random_uuid(), '%s', caller_organisation(), 2, caller_now(), caller_worker())",
                "update house_rules set version = 9",
                "update house_rules_text set words = 'x'",
                "delete from house_rules_text")) {
            assertThat(failure(SHIFT, past.formatted(house.id()))).as(past).isNotNull();
        }
        assertThat(failure(
                        MANAGER,
                        "insert into house_rules values (gen_random_uuid(), '%s', caller_organisation(), 5, caller_now(), caller_worker())"
                                .formatted(house.id())))
                .as("a version follows the one before it")
                .contains("written meanwhile");
    }

    @Test
    void nobody_outside_finds_the_rules_and_who_leads_knows_that_she_was_told() throws Exception {
        written(0, text("eng", "Doors"));
        PlacementId her = held();
        shelter.does(SHIFT, HOUR, doors -> doors.placements().admit(her, new NewArrival("eng", "eng", 1)));
        for (Who who : OUTSIDE) {
            for (String table : List.of("house_rules", "house_rules_text", "rules_told", "talk_due")) {
                assertThat(shelter.sees(who, HOUR, "select count(*) from " + table))
                        .as(who.role() + " " + table)
                        .isEqualTo("0");
            }
            assertThat(failure(
                            who,
                            "insert into house_rules values (gen_random_uuid(), '%s', caller_organisation(), 2, caller_now(), caller_worker())"
                                    .formatted(house.id())))
                    .as("a house that is there, and one that is not")
                    .isNotNull()
                    .isEqualTo(failure(
                            who,
                            "insert into house_rules values (gen_random_uuid(), '%s', caller_organisation(), 2, caller_now(), caller_worker())"
                                    .formatted(UUID.randomUUID())));
        }
        assertThat(shelter.sees(LEAD, HOUR, "select count(*) from house_rules")).isEqualTo("0");
        assertThat(shelter.sees(LEAD, HOUR, "select version || ' ' || told_in from rules_told"))
                .isEqualTo("1 eng");
    }

    @Test
    void the_house_reads_at_once_what_she_must_not_get_and_at_which_hours_she_takes_something_and_nothing_more()
            throws Exception {
        PlacementId her = livesHere();
        CaseId hers = new CaseId(UUID.fromString(
                shelter.below("select case_id::text from placement where placement_id = '" + her + "'")));
        noted(hers, "ALLERGY", "NUTS", "'{}'");
        noted(hers, "MEDICINE", "BY_THE_HOUSE", "'{20:30,08:00}'");
        noted(hers, "LIMIT", "SEEING", "'{}'");
        assertThat(resident(HOUR, her)).satisfies(one -> {
            assertThat(one.healthShared()).as("she did not agree to it").isFalse();
            assertThat(one.toLookAfter()).isEmpty();
        });
        shelter.arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by, referral_id)
                select gen_random_uuid(), case_id, organisation_id, 5, 'M', basis, valid_from, valid_until, given_by, referral_id
                  from access_grant where case_id = '%s' and organisation_id = '%s' and category = 0
                """.formatted(hers, SHIFT.organisation()));
        List<ToLookAfter> known = List.of(
                new ToLookAfter("ALLERGY", "NUTS", null, List.of()),
                new ToLookAfter("MEDICINE", "BY_THE_HOUSE", null, List.of("08:00", "20:30")));
        assertThat(resident(HOUR, her).healthShared()).isTrue();
        assertThat(resident(HOUR, her).toLookAfter())
                .as("what she cannot do alone is for who leads")
                .isEqualTo(known);
        assertThat(shelter.as(SHIFT, HOUR, doors -> doors.placements().read(her))
                        .toLookAfter())
                .isEqualTo(known);
        shelter.arrange(
                "update health_daily set ended_at = recorded_at, ended_by = recorded_by where kind = 'ALLERGY' and case_id = '%s'"
                        .formatted(hers));
        assertThat(resident(HOUR, her).toLookAfter()).isEqualTo(known.subList(1, 2));
    }

    private void noted(CaseId hers, String kind, String what, String times) throws SQLException {
        shelter.arrange("""
                insert into health_daily (daily_id, case_id, organisation_id, kind, what, times, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', %s, now(), '%s')
                """.formatted(hers, SHIFT.organisation(), kind, what, times, SHIFT.id()));
    }

    @Test
    void somebody_of_the_house_talks_with_her_each_week_and_is_asked_a_day_before() throws Exception {
        PlacementId her = livesHere();
        assertThat(looked(DAY.multipliedBy(5))).isEmpty();
        List<Object> wanted = looked(DAY.multipliedBy(6).plus(HOUR));
        assertThat(wanted).singleElement().satisfies(one -> {
            TalkWanted talk = (TalkWanted) one;
            assertThat(talk.house().value()).isEqualTo(SHIFT.organisation());
            assertThat(talk.lead().value()).isEqualTo(LEAD.organisation());
            assertThat(talk.dueAt()).isEqualTo(admitted(her).plus(DAY.multipliedBy(7)));
            assertThat(talk.leadAskedAt()).isEqualTo(talk.dueAt().plus(DAY));
        });
        assertThat(looked(DAY.multipliedBy(6).plus(HOUR.multipliedBy(2))))
                .as("nobody is asked about twice")
                .isEmpty();
        UUID talk = ((TalkWanted) wanted.get(0)).talk();
        assertThat(resident(DAY.multipliedBy(8), her).talkedAt()).isEmpty();
        assertThat(reason(LEAD, DAY.multipliedBy(6), doors -> doors.follows()
                        .done(her, new NewFollow("WEEKLY_TALK_HELD"))))
                .as("the house's own talk")
                .isEqualTo("step-of-the-house");
        assertThat(failure(
                        LEAD,
                        "insert into placement_step select placement_id, case_id, organisation_id, 'WEEKLY_TALK_HELD', caller_now(), caller_worker() from placement_minimum where placement_id = '%s'"
                                .formatted(her)))
                .as("nor past the door")
                .isNotNull();
        List<Object> told = shelter.as(SHIFT, DAY.multipliedBy(7), doors -> {
            doors.follows().done(her, new NewFollow("WEEKLY_TALK_HELD"));
            doors.talks()
                    .talked(new StepDone(
                            List.of(her),
                            FollowStep.WEEKLY_TALK_HELD,
                            doors.caller().now()));
            return doors.told();
        });
        assertThat(told).contains(new TalksSettled(List.of(talk)));
        Resident after = resident(DAY.multipliedBy(8), her);
        assertThat(after.talkedAt()).contains(shelter.now.plus(DAY.multipliedBy(7)));
        assertThat(after.talkedBy()).isPresent();
        assertThat(after.talkBy()).isEqualTo(shelter.now.plus(DAY.multipliedBy(14)));
        assertThat(looked(DAY.multipliedBy(12))).isEmpty();
        assertThat(looked(DAY.multipliedBy(13).plus(HOUR))).hasSize(1);
    }

    @Test
    void nobody_is_asked_to_talk_with_who_is_away_or_has_left_or_has_taken_back_what_she_agreed_to() throws Exception {
        PlacementId away = livesHere();
        PlacementId withdrew = livesHere();
        shelter.does(SHIFT, HOUR, doors -> doors.stays().notReturn(away));
        shelter.arrange(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'WITHDRAWN' where organisation_id = '%s' and case_id = (select case_id from placement where placement_id = '%s')"
                        .formatted(SHIFT.organisation(), withdrew));
        assertThat(looked(DAY.multipliedBy(7))).isEmpty();
        PlacementId stays = livesHere();
        UUID talk = ((TalkWanted) looked(DAY.multipliedBy(7)).get(0)).talk();
        shelter.arrange(
                "update referral_card set status = 'REVOKED' where referral_id = (select referral_id from placement where placement_id = '%s')"
                        .formatted(stays));
        List<Object> told = shelter.as(LEAD, DAY.multipliedBy(7), doors -> {
            doors.talks().stopped(new PlacementStopped(List.of(stays)));
            return doors.told();
        });
        assertThat(told).containsExactly(new TalksSettled(List.of(talk)));
    }

    @Test
    void a_closed_file_is_asked_about_no_more() throws Exception {
        PlacementId her = livesHere();
        UUID talk = ((TalkWanted) looked(DAY.multipliedBy(7)).get(0)).talk();
        CaseId file = CaseId.of(shelter.below("select case_id from placement where placement_id = '" + her + "'"));
        assertThat(ended(file)).as("not while it is open").isEmpty();
        shelter.arrange("update case_file set status = 'CLOSED' where case_id = '" + file + "'");
        assertThat(ended(file)).containsExactly(new TalksSettled(List.of(talk)));
        assertThat(looked(DAY.multipliedBy(20))).isEmpty();
    }

    private List<Object> ended(CaseId file) throws Exception {
        return shelter.as(LEAD, DAY.multipliedBy(7), doors -> {
            doors.talks().end(file);
            return doors.told();
        });
    }

    @Test
    void a_talk_that_is_wanted_is_told_to_the_house_and_who_leads_and_nobody_else() throws Exception {
        livesHere();
        UUID talk = ((TalkWanted) looked(DAY.multipliedBy(7)).get(0)).talk();
        List<String> called = shelter.as(SYSTEM, DAY.multipliedBy(7), doors -> {
            List<String> all = new java.util.ArrayList<>();
            try (var rows =
                    doors.sql().createStatement().executeQuery("select told_of_task('%s', false)".formatted(talk))) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        });
        assertThat(called)
                .contains(
                        SHIFT.id().toString(),
                        MANAGER.id().toString(),
                        LEAD.id().toString())
                .doesNotContain(OUTSIDE.stream().map(who -> who.id().toString()).toArray(String[]::new));
    }

    @Test
    void a_house_closes_from_a_day_on_when_everybody_has_left_for_a_place_that_is_known() throws Exception {
        PlacementId her = livesHere();
        PlacementId waiting = shelter.asked(shelter.woman());
        Instant day = shelter.now.plus(DAY.multipliedBy(30));
        assertThat(reason(MANAGER, HOUR, doors -> doors.houses()
                        .planClosing(house.id(), new NewHouseClosing("BUILDING", shelter.now))))
                .isEqualTo("from in-the-past");
        assertThat(reason(MANAGER, HOUR, doors -> doors.houses().closeHouse(house.id())))
                .isEqualTo("no-closing-planned");
        shelter.does(
                MANAGER, HOUR, doors -> doors.houses().planClosing(house.id(), new NewHouseClosing("BUILDING", day)));
        assertThat(resident(HOUR, her)).matches(Resident::needsPlace, "she needs another place before");
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(waiting, offer(waiting, null))))
                .as("no day on which she leaves")
                .isEqualTo("places.0.bed house-closed-then");
        assertThat(reason(
                        MANAGER, HOUR, doors -> doors.placements().offer(waiting, offer(waiting, day.plusSeconds(1)))))
                .isEqualTo("places.0.bed house-closed-then");
        shelter.does(MANAGER, HOUR, doors -> doors.placements().offer(waiting, offer(waiting, day)));
        shelter.does(MANAGER, HOUR, doors -> doors.placements().hold(waiting));
        assertThat(failure(
                        MANAGER,
                        "insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language, expires_at) select bed_id, room_id, facility_id, organisation_id, 'HOLD', tstzrange(caller_now() + interval '40 days', null), placement_id, child, language, caller_now() + interval '41 days' from bed_use where placement_id = '%s'"
                                .formatted(waiting)))
                .as("past every door the database gives no bed for then")
                .contains("the house is closed then");
        assertThat(reason(MANAGER, DAY, doors -> doors.houses().closeHouse(house.id())))
                .isEqualTo("closing-day-to-come");
        Duration after = DAY.multipliedBy(31);
        assertThat(reason(MANAGER, after, doors -> doors.houses().closeHouse(house.id())))
                .isEqualTo("somebody-lives-there");
        assertThat(failure(
                        MANAGER,
                        "update facility set closes_at = caller_now(), closing_reason = 'OTHER', closing_planned_by = caller_worker(), closed_at = caller_now(), closed_by = caller_worker() where facility_id = '%s'"
                                .formatted(house.id())))
                .contains("somebody lives there");
        assertThat(states(after))
                .as("a bed in which nobody is shows closed from its day on")
                .contains("OUT_OF_SERVICE");
        assertThat(states(DAY)).doesNotContain("OUT_OF_SERVICE");
        shelter.does(MANAGER, after, doors -> doors.stays()
                .end(her, new NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null)));
        shelter.does(MANAGER, after, doors -> doors.houses().closeHouse(house.id()));
        assertThat(shelter.below("select closed_by from facility where facility_id = '" + house.id() + "'"))
                .isEqualTo(MANAGER.id().toString());
        assertThat(reason(MANAGER, after, doors -> doors.houses().keepOpen(house.id())))
                .isEqualTo("house-closed");
    }

    @Test
    void who_has_a_bed_already_moves_in_and_a_plan_can_be_taken_back() throws Exception {
        PlacementId held = held();
        shelter.does(MANAGER, HOUR, doors -> doors.houses()
                .planClosing(house.id(), new NewHouseClosing("NO_MONEY", shelter.now.plus(DAY))));
        shelter.does(SHIFT, HOUR, doors -> doors.placements().admit(held, new NewArrival("eng", "eng", null)));
        assertThat(resident(HOUR, held).needsPlace()).isTrue();
        shelter.does(MANAGER, HOUR, doors -> doors.houses().keepOpen(house.id()));
        assertThat(resident(HOUR, held).needsPlace()).isFalse();
        assertThat(
                        failure(
                                SHIFT,
                                "update facility set closes_at = caller_now(), closing_reason = 'OTHER', closing_planned_by = caller_worker()"))
                .as("the shift closes nothing")
                .isNotNull();
    }

    @Test
    void nobody_is_made_to_leave_for_broken_rules_by_one_person_alone() throws Exception {
        PlacementId her = livesHere();
        String type = shelter.below("select type from facility limit 1");
        NewEnd breach = new NewEnd("RULE_BREACH", type, null);
        assertThat(reason(MANAGER, HOUR, doors -> doors.stays().end(her, breach)))
                .isEqualTo("leaving-not-agreed");
        shelter.does(MANAGER, HOUR, doors -> doors.stays().agreeToLeaving(her));
        assertThat(reason(MANAGER, HOUR.multipliedBy(2), doors -> doors.stays().end(her, breach)))
                .as("nobody agrees to what they do themselves")
                .isEqualTo("leaving-not-agreed");
        assertThat(failure(
                        MANAGER,
                        "update placement set status = 'ENDED', end_reason = 'RULE_BREACH', next_type = 'OTHER', ended_at = caller_now(), ended_by = caller_worker(), changed_by = caller_worker(), changed_at = caller_now() where placement_id = '%s'"
                                .formatted(her)))
                .as("nor past the door")
                .contains("a second person is needed");
        shelter.does(LEAD, HOUR, doors -> doors.stays().agreeToLeaving(her));
        assertThat(reason(MANAGER, DAY.multipliedBy(9), doors -> doors.stays().end(her, breach)))
                .as("a word that is too old")
                .isEqualTo("leaving-not-agreed");
        shelter.does(MANAGER, DAY, doors -> doors.stays().end(her, breach));
        assertThat(shelter.status(her)).isEqualTo("ENDED");
        assertThat(
                        failure(
                                SHIFT,
                                "insert into leaving_agreement select placement_id, case_id, caller_now(), caller_worker() from placement_minimum"))
                .as("the shift is no second person")
                .isNotNull();
    }

    private int written(int basedOn, NewRulesText... texts) throws Exception {
        return shelter.as(
                MANAGER, HOUR, doors -> doors.rules().write(house.id(), new NewHouseRules(List.of(texts), basedOn)));
    }

    private static NewRulesText text(String language, String words) {
        return new NewRulesText(language, words);
    }

    private PlacementId held() throws Exception {
        PlacementId placement = shelter.asked(shelter.woman());
        shelter.held(placement, house.beds().get(next++));
        return placement;
    }

    private int next;

    private PlacementId livesHere() throws Exception {
        CaseId her = shelter.woman();
        return shelter.livesIn(her, house.beds().get(next++));
    }

    private NewOffer offer(PlacementId placement, Instant until) {
        return new NewOffer(List.of(new Place(placement, house.beds().get(2))), null, until, List.of());
    }

    private String told(PlacementId placement) throws SQLException {
        return shelter.below(
                "select version || ' ' || text_language || ' ' || told_in from rules_told where placement_id = '"
                        + placement + "'");
    }

    private Instant admitted(PlacementId placement) {
        try {
            return java.time.OffsetDateTime.parse(shelter.below(
                            "select to_char(admitted_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from placement where placement_id = '"
                                    + placement + "'"))
                    .toInstant();
        } catch (SQLException never) {
            throw new IllegalStateException(never);
        }
    }

    private Resident resident(Duration later, PlacementId placement) throws Exception {
        OfCases<HousePeople> people =
                shelter.as(SHIFT, later, doors -> doors.houses().people(house.id()));
        return people.content().residents().stream()
                .filter(one -> one.placement().equals(placement))
                .findFirst()
                .orElseThrow();
    }

    private List<Object> looked(Duration later) throws Exception {
        return shelter.as(SYSTEM, later, doors -> {
            doors.weekly().look();
            return doors.told();
        });
    }

    private List<String> states(Duration later) throws Exception {
        return shelter.as(SHIFT, later, doors -> doors.houses().board()).stream()
                .filter(one -> one.id().equals(house.id()))
                .flatMap(one -> one.beds().stream())
                .map(FacilityService.BoardBed::state)
                .toList();
    }

    private String reason(Who who, Duration later, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> shelter.does(who, later, deed));
        var why = refused.reasons().get(0);
        return (why.field().isEmpty() ? "" : why.field() + " ") + why.code();
    }

    private String failure(Who who, String statement) {
        SQLException failed = shelter.refusal(who, HOUR, statement);
        return failed == null ? null : failed.getMessage();
    }
}
