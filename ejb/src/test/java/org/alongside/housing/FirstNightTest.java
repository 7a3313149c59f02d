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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.alongside.housing.FacilityService.Expected;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.Shelter.Built;
import org.alongside.housing.Shelter.Deed;
import org.alongside.housing.StayService.NewTimeAway;
import org.alongside.housing.StayView.BedChoice;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways of a placement in a real database, as the application: from a bed that is asked for to a place that is known. */
class FirstNightTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final NewEnd OWN_HOME = new NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null);

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void she_is_asked_for_offered_held_let_in_and_leaves_for_a_place_that_is_known() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        BedId bed = house.beds().get(0);
        PlacementId her = shelter.asked(shelter.woman());
        shelter.offered(her, bed);
        assertThat(state(bed, HOUR)).as("offered is not held").isEqualTo("AVAILABLE");
        shelter.does(MANAGER, Duration.ofSeconds(2), doors -> doors.placements().hold(her));
        assertThat(state(bed, HOUR)).isEqualTo("RESERVED");
        shelter.arrives(her, HOUR);
        assertThat(state(bed, HOUR)).isEqualTo("OCCUPIED");
        assertThat(sheIs(LEAD, her, HOUR)).isEqualTo("ADMITTED");
        does(SHIFT, DAY, doors -> doors.stays()
                .goAway(her, new NewTimeAway(shelter.now.plus(DAY).plus(DAY), List.of())));
        assertThat(state(bed, DAY)).as("away, and the bed is hers").isEqualTo("OCCUPIED");
        does(SHIFT, DAY.plus(HOUR), doors -> doors.stays().comeBack(her));
        Duration threeDaysOn = DAY.multipliedBy(3).plus(HOUR);
        does(MANAGER, threeDaysOn, doors -> doors.stays().end(her, OWN_HOME));
        assertThat(shelter.status(her)).isEqualTo("ENDED");
        assertThat(state(bed, threeDaysOn)).isEqualTo("AVAILABLE");
        assertThat(nights(house, 0, 1, 2, 3)).containsExactly("1/1", "1/1", "1/1", "0/1");
    }

    @Test
    void the_house_or_she_says_no() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        PlacementId refused = shelter.asked(shelter.woman());
        does(MANAGER, HOUR, doors -> doors.placements().decline(refused, "NO_CAPACITY"));
        assertThat(shelter.status(refused)).isEqualTo("DECLINED_BY_SHELTER");
        PlacementId unwanted = shelter.asked(shelter.woman());
        shelter.offered(unwanted, bed);
        does(SHIFT, HOUR, doors -> doors.placements().declineForHer(unwanted));
        assertThat(shelter.status(unwanted)).isEqualTo("DECLINED_BY_SURVIVOR");
        shelter.held(shelter.asked(shelter.woman()), bed);
    }

    @Test
    void a_hold_ends_by_the_clock_and_sooner_for_whoever_needs_the_bed() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        PlacementId first = shelter.asked(shelter.woman());
        shelter.held(first, bed);
        assertThat(runsOut(first, HOUR)).as("too early").isFalse();
        assertThat(state(bed, HOUR.multipliedBy(5))).as("by itself").isEqualTo("AVAILABLE");
        assertThat(reason(SHIFT, HOUR.multipliedBy(5), doors -> doors.placements()
                        .admit(first, new NewPlacement.NewArrival("eng", "eng", null))))
                .isEqualTo("hold-ran-out");
        assertThat(runsOut(first, HOUR.multipliedBy(5))).isTrue();
        assertThat(shelter.status(first)).isEqualTo("REQUESTED");
        shelter.held(first, bed);
        PlacementId second = shelter.asked(shelter.woman());
        Duration later = HOUR.multipliedBy(6);
        does(MANAGER, later, doors -> doors.placements().offer(second, to(second, bed)));
        does(MANAGER, later, doors -> doors.placements().hold(second));
        assertThat(shelter.status(first)).isEqualTo("REQUESTED");
        assertThat(shelter.status(second)).isEqualTo("RESERVED");
    }

    @Test
    void of_sixty_four_who_ask_for_the_last_bed_one_has_it_and_all_others_are_told_why() throws Exception {
        BedId last = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        List<PlacementId> all = new ArrayList<>();
        for (int one = 0; one < 64; one++) {
            PlacementId placement = shelter.asked(shelter.woman());
            shelter.offered(placement, last);
            all.add(placement);
        }
        CountDownLatch together = new CountDownLatch(64);
        ExecutorService people = Executors.newFixedThreadPool(64);
        List<Callable<String>> asking = all.stream()
                .map(placement -> (Callable<String>) () -> {
                    together.countDown();
                    together.await();
                    return answer(MANAGER, HOUR, doors -> doors.placements().hold(placement));
                })
                .toList();
        List<String> answers = new ArrayList<>();
        for (Future<String> answered : people.invokeAll(asking)) {
            answers.add(answered.get());
        }
        people.shutdown();
        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn("bed-taken"::equals).hasSize(63);
        assertThat(shelter.below("select count(*) from bed_use where bed_id = '" + last + "'"))
                .isEqualTo("1");
    }

    @Test
    void the_database_itself_gives_no_bed_twice_also_of_dates_that_overlap() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        PlacementId first = shelter.asked(shelter.woman());
        PlacementId second = shelter.asked(shelter.woman());
        PlacementId third = shelter.asked(shelter.woman());
        does(MANAGER, HOUR, doors -> doors.placements().offer(first, between(first, bed, 5, 8)));
        does(MANAGER, HOUR, doors -> doors.placements().hold(first));
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(second, between(second, bed, 7, 9))))
                .isEqualTo("bed-taken");
        does(MANAGER, HOUR, doors -> doors.placements().offer(second, between(second, bed, 8, 9)));
        does(MANAGER, HOUR, doors -> doors.placements().hold(second));
        does(MANAGER, HOUR, doors -> doors.placements().offer(third, between(third, bed, 9, 10)));
        String use = """
                insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language, expires_at)
                select bed_id, room_id, facility_id, organisation_id, 'HOLD', tstzrange(caller_now() + interval '6 days', null), '%s', false, 'eng',
                       caller_now() + interval '4 hours' from bed where bed_id = '%s'
                """.formatted(third, bed);
        assertThat(state(MANAGER, use)).as("past every door").isEqualTo("23P01");
        assertThat(reason(MANAGER, HOUR, doors -> doors.houses()
                        .close(
                                facility(bed),
                                bed,
                                new NewBedClosing("REPAIR", shelter.now.plus(DAY.multipliedBy(4)), null))))
                .isEqualTo("bed-taken");
        does(MANAGER, HOUR, doors -> doors.houses()
                .close(
                        facility(bed),
                        bed,
                        new NewBedClosing("REPAIR", shelter.now.plus(DAY), shelter.now.plus(DAY.multipliedBy(2)))));
        assertThat(state(bed, DAY.plus(HOUR))).isEqualTo("OUT_OF_SERVICE");
        does(MANAGER, DAY.plus(HOUR), doors -> doors.houses().reopen(facility(bed), bed));
        assertThat(state(bed, DAY.plus(HOUR))).isEqualTo("AVAILABLE");
    }

    @Test
    void nobody_moves_in_where_somebody_has_not_left_whatever_day_was_agreed() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        PlacementId stays = shelter.asked(shelter.woman());
        does(MANAGER, HOUR, doors -> doors.placements()
                .offer(
                        stays,
                        new NewOffer(
                                List.of(new Place(stays, bed)),
                                null,
                                shelter.now.plus(DAY.multipliedBy(2)),
                                List.of())));
        does(MANAGER, HOUR, doors -> doors.placements().hold(stays));
        shelter.arrives(stays, HOUR);
        PlacementId next = shelter.asked(shelter.woman());
        Duration third = DAY.multipliedBy(3);
        assertThat(reason(MANAGER, third, doors -> doors.placements().offer(next, to(next, bed))))
                .isEqualTo("bed-taken");
        assertThat(state(bed, third)).isEqualTo("OCCUPIED");
        does(MANAGER, third, doors -> doors.stays().end(stays, OWN_HOME));
        does(MANAGER, third, doors -> doors.placements().offer(next, to(next, bed)));
    }

    @Test
    void a_mother_and_her_two_children_are_placed_moved_and_leave_together_or_not_at_all() throws Exception {
        Built rowan = shelter.house(Shelter.anybody(), 2, 3);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        CaseId boy = shelter.child();
        shelter.family(mother, girl, boy);
        PlacementId hers = shelter.as(
                SHIFT, HOUR, doors -> doors.placements().request(mother, new NewPlacement(List.of(girl, boy)), null));
        List<PlacementId> all = family(hers);
        List<BedId> beds = rowan.beds();
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(hers, to(hers, beds.get(0)))))
                .isEqualTo("family-split");
        NewOffer apart = offer(all, List.of(beds.get(0), beds.get(1), beds.get(3)));
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(hers, apart)))
                .isEqualTo("child-away-from-family");
        NewOffer twice = offer(all, List.of(beds.get(0), beds.get(1), beds.get(1)));
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(hers, twice)))
                .isEqualTo("bed-named-twice");
        NewOffer together = offer(all, beds.subList(0, 3));
        does(MANAGER, HOUR, doors -> doors.placements().offer(hers, together));
        does(MANAGER, HOUR, doors -> doors.placements().hold(hers));
        shelter.arrives(hers, HOUR);
        assertThat(all).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("ADMITTED"));
        assertThat(reason(MANAGER, DAY, doors -> doors.stays()
                        .move(hers, new NewMove(together(all, beds.subList(3, 6)), "CAN_WAIT", List.of()))))
                .isEqualTo("move-not-agreed");
        does(LEAD, DAY, doors -> doors.stays().agreeToMove(hers));
        does(SHIFT, DAY, doors -> doors.stays()
                .goAway(all.get(1), new NewTimeAway(shelter.now.plus(DAY.multipliedBy(2)), List.of(all.get(1)))));
        assertThat(reason(MANAGER, DAY, doors -> doors.stays()
                        .move(hers, new NewMove(together(all, beds.subList(3, 6)), "CAN_WAIT", List.of()))))
                .as("one of them is away")
                .isEqualTo("family-split");
        assertThat(reason(MANAGER, DAY, doors -> doors.stays().end(hers, OWN_HOME)))
                .isEqualTo("family-split");
        does(SHIFT, DAY, doors -> doors.stays().comeBack(all.get(1)));
        List<PlacementId> moved = shelter.as(MANAGER, DAY, doors -> doors.stays()
                .move(hers, new NewMove(together(all, beds.subList(3, 6)), "CAN_WAIT", List.of())));
        assertThat(all).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("MOVED"));
        assertThat(moved).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("ADMITTED"));
        assertThat(state(beds.get(0), DAY)).isEqualTo("AVAILABLE");
        does(MANAGER, DAY.multipliedBy(2), doors -> doors.stays()
                .end(moved.get(0), new NewEnd("HOSPITALISED", "HOSPITAL", null)));
        assertThat(shelter.status(moved.get(1)))
                .as("her children stay while she is in hospital")
                .isEqualTo("ADMITTED");
        does(MANAGER, DAY.multipliedBy(3), doors -> doors.stays().end(moved.get(1), OWN_HOME));
        assertThat(shelter.status(moved.get(2))).isEqualTo("ENDED");
    }

    @Test
    void nothing_of_a_family_is_admitted_where_one_of_its_beds_was_lost() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 3);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        shelter.family(mother, girl);
        PlacementId hers = shelter.as(
                SHIFT, HOUR, doors -> doors.placements().request(mother, new NewPlacement(List.of(girl)), null));
        List<PlacementId> all = family(hers);
        does(MANAGER, HOUR, doors -> doors.placements()
                .offer(hers, offer(all, house.beds().subList(0, 2))));
        does(MANAGER, HOUR, doors -> doors.houses()
                .close(house.id(), house.beds().get(1), new NewBedClosing("REPAIR", null, null)));
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().hold(hers)))
                .isEqualTo("bed-taken");
        assertThat(all).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("OFFERED"));
        assertThat(state(house.beds().get(0), HOUR)).isEqualTo("AVAILABLE");
        List<BedId> others = List.of(house.beds().get(0), house.beds().get(2));
        does(MANAGER, HOUR, doors -> doors.placements().offer(hers, offer(all, others)));
        does(MANAGER, HOUR, doors -> doors.placements().hold(hers));
        assertThat(all).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("RESERVED"));
    }

    @Test
    void a_child_is_not_placed_with_unrelated_adults_nor_an_adult_with_such_a_child() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 2, 2);
        shelter.livesIn(shelter.woman(), house.beds().get(0));
        PlacementId child = shelter.asked(shelter.child());
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements()
                        .offer(child, to(child, house.beds().get(1)))))
                .isEqualTo("child-among-unrelated-adults");
        assertThat(state(MANAGER, """
                        update placement set status = 'OFFERED', bed_id = '%1$s', facility_id = '%2$s', changed_at = caller_now(), changed_by = caller_worker()
                         where placement_id = '%3$s';
                        insert into bed_use (bed_id, room_id, facility_id, organisation_id, kind, during, placement_id, child, language, expires_at)
                        select bed_id, room_id, facility_id, organisation_id, 'HOLD', tstzrange(caller_now(), null), '%3$s', true, 'eng',
                               caller_now() + interval '4 hours' from bed where bed_id = '%1$s'
                        """.formatted(house.beds().get(1), house.id(), child)))
                .as("past every door")
                .isEqualTo("AL041");
        shelter.held(child, house.beds().get(2));
        PlacementId adult = shelter.asked(shelter.woman());
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements()
                        .offer(adult, to(adult, house.beds().get(3)))))
                .isEqualTo("child-among-unrelated-adults");
    }

    @Test
    void a_bed_that_does_not_fit_her_is_refused_in_words() throws Exception {
        NewRoom men = new NewRoom("x", List.of("MALE"), 18, null, "SHARED", List.of());
        BedId bed = shelter.house(men, 1, 1).beds().get(0);
        PlacementId child = shelter.asked(shelter.child());
        assertThat(refused(MANAGER, HOUR, doors -> doors.placements().offer(child, to(child, bed)))
                        .reasons())
                .extracting("field", "code")
                .containsExactly(
                        Tuple.tuple("places.0.bed", "sex-does-not-fit"),
                        Tuple.tuple("places.0.bed", "age-does-not-fit"));
        PlacementId woman = shelter.asked(shelter.woman());
        Instant past = shelter.now.minus(DAY);
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements()
                        .offer(woman, new NewOffer(List.of(new Place(woman, bed)), past, null, List.of()))))
                .isEqualTo("in-the-past");
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements().offer(woman, between(woman, bed, 5, 4))))
                .isEqualTo("dates-out-of-order");
        assertThat(reason(MANAGER, HOUR, doors -> doors.placements()
                        .offer(woman, to(woman, new BedId(UUID.randomUUID())))))
                .isEqualTo("unknown-bed");
    }

    @Test
    void people_who_must_not_meet_and_staff_who_know_her_are_warned_of_and_somebody_weighs_it() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 3);
        CaseId lives = shelter.woman();
        shelter.livesIn(lives, house.beds().get(0));
        CaseId comes = shelter.sheltered("18_24", false, "FEMALE", "eng", "NOBODY_FROM_HER_PLACE");
        does(MANAGER, HOUR, doors -> doors.stays().keepApart(comes, lives));
        PlacementId her = shelter.asked(comes);
        Refusal warned = refused(MANAGER, HOUR, doors -> doors.placements()
                .offer(her, to(her, house.beds().get(1))));
        assertThat(warned.reasons())
                .extracting(reason -> reason.code() + " " + reason.values())
                .containsExactly("warning-not-weighed [MUST_NOT_MEET]", "warning-not-weighed [MAYBE_FROM_HER_PLACE]");
        does(MANAGER, HOUR, doors -> doors.placements()
                .offer(
                        her,
                        new NewOffer(
                                List.of(new Place(her, house.beds().get(1))),
                                null,
                                null,
                                List.of("MUST_NOT_MEET", "MAYBE_FROM_HER_PLACE"))));
        assertThat(shelter.status(her)).isEqualTo("OFFERED");
    }

    @Test
    void who_is_in_danger_is_moved_at_once_and_the_lead_is_told_that_it_was_without_them() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        PlacementId her = shelter.livesIn(shelter.woman(), house.beds().get(0));
        assertThat(reason(MANAGER, HOUR, doors -> doors.stays()
                        .move(her, new NewMove(together(List.of(her), house.beds()), "IN_DANGER", List.of()))))
                .isEqualTo("bed-is-hers");
        List<Object> told = shelter.as(MANAGER, HOUR, doors -> {
            doors.stays()
                    .move(her, new NewMove(together(List.of(her), house.beds().subList(1, 2)), "IN_DANGER", List.of()));
            return doors.told();
        });
        assertThat(told).singleElement().isInstanceOfSatisfying(PlacementEvent.SurvivorMoved.class, moved -> assertThat(
                        moved.agreed())
                .isFalse());
        assertThat(shelter.status(her)).isEqualTo("MOVED");
        assertThat(state(house.beds().get(1), HOUR)).isEqualTo("OCCUPIED");
        assertThat(sheIs(LEAD, her, HOUR)).isEqualTo("MOVED");
    }

    @Test
    void who_does_not_return_is_missing_and_found_or_ended_as_missing_alone() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 1);
        PlacementId her = shelter.livesIn(shelter.child(), house.beds().get(0));
        assertThat(reason(MANAGER, HOUR, doors -> doors.stays()
                        .end(her, new NewEnd("MISSING", "STREET", "searched for"))))
                .isEqualTo("missing-is-who-did-not-return");
        List<Object> told = shelter.as(SHIFT, HOUR, doors -> {
            doors.stays().notReturn(her);
            return doors.told();
        });
        assertThat(told).hasOnlyElementsOfType(PlacementEvent.DidNotReturn.class);
        does(SHIFT, HOUR, doors -> doors.stays().comeBack(her));
        does(SHIFT, HOUR, doors -> doors.stays().notReturn(her));
        assertThat(reason(MANAGER, DAY, doors -> doors.stays().end(her, OWN_HOME)))
                .isEqualTo("missing-is-who-did-not-return");
        assertThat(reason(MANAGER, DAY, doors -> doors.stays().end(her, new NewEnd("MISSING", "STREET", " "))))
                .isEqualTo("street-needs-words");
        does(MANAGER, DAY, doors -> doors.stays().end(her, new NewEnd("MISSING", "STREET", "searched for")));
        assertThat(shelter.status(her)).isEqualTo("ENDED");
    }

    @Test
    void who_needs_a_bed_is_shown_with_what_fits_her_and_what_stands_against_the_others() throws Exception {
        Built house = shelter.house(new NewRoom("x", List.of("FEMALE"), 18, null, "SHARED", List.of()), 1, 2);
        Built men = shelter.house(new NewRoom("x", List.of("MALE"), null, null, "SHARED", List.of()), 1, 1);
        CaseId lives = shelter.sheltered("25_34", false, "FEMALE", "prs", "");
        PlacementId first = shelter.livesIn(lives, house.beds().get(0));
        CaseId comes = shelter.sheltered("18_24", false, "FEMALE", "prs", "NOBODY_FROM_HER_PLACE");
        assertThat(expected(comes)).extracting(Expected::status).containsExactly(Optional.empty());
        PlacementId her = shelter.asked(comes);
        assertThat(expected(comes)).extracting(Expected::placement).containsExactly(Optional.of(her));
        List<BedChoice> choices =
                shelter.as(MANAGER, HOUR, doors -> doors.placements().choices(her));
        assertThat(against(choices, house.beds().get(0))).containsExactly("bed-taken");
        assertThat(against(choices, house.beds().get(1))).isEmpty();
        assertThat(against(choices, men.beds().get(0))).containsExactly("sex-does-not-fit");
        assertThat(choices)
                .filteredOn(one -> one.bed().equals(house.beds().get(1)))
                .allSatisfy(one -> assertThat(one.warnings()).containsExactly("MAYBE_FROM_HER_PLACE"));
        shelter.held(shelter.asked(shelter.woman()), house.beds().get(1));
        assertThat(against(
                        shelter.as(MANAGER, HOUR, doors -> doors.placements().choices(her)),
                        house.beds().get(1)))
                .containsExactly("bed-taken");
        assertThat(against(
                        shelter.as(MANAGER, HOUR.multipliedBy(5), doors -> doors.placements()
                                .choices(her)),
                        house.beds().get(1)))
                .as("a hold whose time is over keeps nobody out")
                .isEmpty();
        assertThat(shelter.as(MANAGER, HOUR, doors -> doors.placements().read(first))
                        .roomLabel())
                .contains("Room 0");
        assertThat(refused(LEAD, HOUR, doors -> doors.placements().read(first)).reasons())
                .extracting("code")
                .containsExactly("housing-not-open");
    }

    @Test
    void who_waits_behind_the_first_is_read_on() throws Exception {
        shelter.asked(shelter.woman());
        shelter.asked(shelter.woman());
        List<Expected> all = waiting(0);
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(waiting(1)).startsWith(all.subList(1, all.size()).toArray(Expected[]::new));
        assertThat(waiting(all.size())).doesNotContainAnyElementsOf(all);
        assertThat(reason(MANAGER, HOUR, doors -> doors.houses().expected(-1))).isEqualTo("behind-range");
        assertThat(reason(MANAGER, HOUR, doors -> doors.houses().expected(10_001)))
                .isEqualTo("behind-range");
    }

    private List<Expected> waiting(int behind) throws Exception {
        return shelter.as(MANAGER, HOUR, doors -> doors.houses().expected(behind))
                .content();
    }

    @Test
    void the_bed_she_has_is_not_offered_to_her_again_and_a_room_for_a_family_comes_last_for_who_is_alone()
            throws Exception {
        Built family = shelter.house(new NewRoom("a", List.of(), null, null, "ONE_FAMILY", List.of()), 1, 1);
        Built shared = shelter.house(new NewRoom("b", List.of("FEMALE"), 18, null, "SHARED", List.of()), 1, 2);
        BedId hers = shared.beds().get(0);
        PlacementId her = shelter.asked(shelter.woman());
        assertThat(ofTheseFitting(her, family, shared))
                .as("a bed in a room for a family is the last that she is shown")
                .containsExactly(hers, shared.beds().get(1), family.beds().get(0));
        shelter.held(her, hers);
        shelter.arrives(her, HOUR);
        assertThat(ofTheseFitting(her, family, shared)).doesNotContain(hers).hasSize(2);
        assertThat(against(
                        shelter.as(MANAGER, HOUR.multipliedBy(2), doors -> doors.placements()
                                .choices(her)),
                        hers))
                .containsExactly("bed-is-hers");
    }

    private List<BedId> ofTheseFitting(PlacementId her, Built... houses) throws Exception {
        List<BedId> these =
                Stream.of(houses).flatMap(one -> one.beds().stream()).toList();
        return shelter
                .as(MANAGER, HOUR.multipliedBy(2), doors -> doors.placements().choices(her))
                .stream()
                .filter(one -> one.against().isEmpty())
                .map(BedChoice::bed)
                .filter(these::contains)
                .toList();
    }

    private List<Expected> expected(CaseId caseId) throws Exception {
        return waiting(0).stream().filter(one -> one.caseId().equals(caseId)).toList();
    }

    private static List<String> against(List<BedChoice> choices, BedId bed) {
        return choices.stream()
                .filter(one -> one.bed().equals(bed))
                .findFirst()
                .orElseThrow()
                .against();
    }

    private boolean runsOut(PlacementId placement, Duration later) throws Exception {
        return shelter.as(SYSTEM, later, doors -> doors.placements().runOut(placement));
    }

    private List<PlacementId> family(PlacementId hers) throws Exception {
        String ids = shelter.below("""
                select string_agg(p.placement_id::text, ',' order by p.child, p.placement_id) from placement p
                 where p.family_id = (select family_id from placement where placement_id = '%s')
                """.formatted(hers));
        return List.of(ids.split(",")).stream().map(PlacementId::of).toList();
    }

    private static List<Place> together(List<PlacementId> all, List<BedId> beds) {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            places.add(new Place(all.get(at), beds.get(at)));
        }
        return places;
    }

    private static NewOffer offer(List<PlacementId> all, List<BedId> beds) {
        return new NewOffer(together(all, beds), null, null, List.of());
    }

    private static NewOffer to(PlacementId placement, BedId bed) {
        return new NewOffer(List.of(new Place(placement, bed)), null, null, List.of());
    }

    private NewOffer between(PlacementId placement, BedId bed, int fromDay, int untilDay) {
        return new NewOffer(
                List.of(new Place(placement, bed)),
                shelter.now.plus(DAY.multipliedBy(fromDay)),
                shelter.now.plus(DAY.multipliedBy(untilDay)),
                List.of());
    }

    private FacilityId facility(BedId bed) throws Exception {
        return FacilityId.of(shelter.below("select facility_id from bed where bed_id = '" + bed + "'"));
    }

    private String state(BedId bed, Duration later) throws Exception {
        return shelter.as(MANAGER, later, doors -> doors.houses().board()).stream()
                .flatMap(house -> house.beds().stream())
                .filter(one -> one.id().equals(bed))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private String sheIs(Who who, PlacementId placement, Duration later) throws Exception {
        return shelter.sees(
                who, later, "select status from placement_minimum where placement_id = '" + placement + "'");
    }

    /** How many live there and how many could, so many nights from today in the days of the house. */
    /** From the night of the hour after now, in which she arrives. */
    private List<String> nights(Built house, int... ahead) throws Exception {
        List<String> nights = new ArrayList<>();
        for (int days : ahead) {
            nights.add(shelter.as(MANAGER, Duration.ZERO, doors -> doors
                    .houses()
                    .occupancy(shelter.now
                            .plus(HOUR)
                            .atZone(ZoneId.of("Europe/Berlin"))
                            .toLocalDate()
                            .plusDays(days))
                    .houses()
                    .stream()
                    .filter(one -> one.facility().filter(house.id()::equals).isPresent())
                    .map(one -> one.livedIn() + "/" + one.usable())
                    .findFirst()
                    .orElseThrow()));
        }
        return nights;
    }

    private void does(Who who, Duration later, Deed deed) throws Exception {
        shelter.does(who, later, deed);
    }

    private Refusal refused(Who who, Duration later, Deed deed) {
        return catchThrowableOfType(Refusal.class, () -> shelter.does(who, later, deed));
    }

    private String reason(Who who, Duration later, Deed deed) {
        return refused(who, later, deed).reasons().get(0).code();
    }

    private String answer(Who who, Duration later, Deed deed) throws Exception {
        try {
            return shelter.beside(who, later, doors -> {
                deed.in(doors);
                return "done";
            });
        } catch (Refusal refused) {
            return refused.reasons().get(0).code();
        }
    }

    private String state(Who who, String statement) {
        return shelter.refusal(who, HOUR, statement).getSQLState();
    }
}
