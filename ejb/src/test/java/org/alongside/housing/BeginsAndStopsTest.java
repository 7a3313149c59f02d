package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.housing.FollowService.NewFollow;
import org.alongside.housing.FollowService.NewSpokenBefore;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.HoldRanOut;
import org.alongside.housing.PlacementEvent.PlaceSought;
import org.alongside.housing.PlacementEvent.PlacedTogether;
import org.alongside.housing.PlacementEvent.PlacementStopped;
import org.alongside.housing.Shelter.Built;
import org.alongside.housing.Shelter.Deed;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.referral.ReferralEvent.ReferralRevoked;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a placement begins and stops with the referral under it, and what is done beside the bed, in a real database as the application. */
class BeginsAndStopsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = new Who(9, 4, "LAW");

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void a_yes_asks_for_a_bed_and_whoever_asks_again_gets_that_one() throws Exception {
        CaseId her = shelter.woman();
        List<Object> told = accepted(her, SHIFT);
        assertThat(told).singleElement().isInstanceOf(BedRequested.class);
        PlacementId placement = placementOf(her);
        assertThat(shelter.status(placement)).isEqualTo("REQUESTED");
        assertThat(shelter.asked(her)).isEqualTo(placement);
        assertThat(accepted(her, SHIFT)).as("one is on its way").isEmpty();
        shelter.offered(placement, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        assertThat(reason(SHIFT, doors -> doors.placements().request(her, new NewPlacement(List.of()), null)))
                .isEqualTo("bed-asked-for-already");
    }

    @Test
    void whoever_gives_no_beds_asks_for_none_by_saying_yes() throws Exception {
        CaseId her = shelter.woman();
        assertThat(accepted(her, new Who(6, 3, "SUP"))).isEmpty();
        assertThat(accepted(her, LAWYER)).isEmpty();
        assertThat(placementOf(her)).isNull();
    }

    @Test
    void a_family_of_three_yeses_goes_together_from_then_on() throws Exception {
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        accepted(mother, SHIFT);
        accepted(girl, SHIFT);
        shelter.family(mother, girl);
        PlacementId hers = placementOf(mother);
        PlacementId girls = placementOf(girl);
        List<Object> told = shelter.as(SHIFT, HOUR, doors -> {
            assertThat(doors.placements().request(mother, new NewPlacement(List.of(girl)), null))
                    .isEqualTo(hers);
            return doors.told();
        });
        assertThat(told).anySatisfy(one -> assertThat(one).isEqualTo(new PlacedTogether(List.of(hers, girls), hers)));
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        shelter.does(MANAGER, HOUR, doors -> doors.placements()
                .offer(
                        hers,
                        new NewOffer(
                                List.of(
                                        new Place(hers, house.beds().get(0)),
                                        new Place(girls, house.beds().get(1))),
                                null,
                                null,
                                List.of())));
        shelter.does(MANAGER, HOUR, doors -> doors.placements().hold(girls));
        assertThat(shelter.status(hers)).isEqualTo("RESERVED");
        List<Object> ranOut = shelter.as(SYSTEM, HOUR.multipliedBy(6), doors -> {
            doors.placements().runOut(hers);
            return doors.told();
        });
        assertThat(ranOut).singleElement().isInstanceOfSatisfying(HoldRanOut.class, one -> assertThat(one.placements())
                .containsExactlyInAnyOrder(hers, girls));
    }

    @Test
    void with_what_she_agreed_to_a_bed_that_was_held_is_free_in_the_same_second() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        CaseId her = shelter.woman();
        PlacementId placement = shelter.asked(her);
        shelter.held(placement, bed);
        assertThat(revoked(her, LAWYER)).as("not a lawyer's to stop").isEmpty();
        assertThat(revoked(her, LEAD)).containsExactly(new PlacementStopped(List.of(placement)));
        assertThat(shelter.status(placement)).isEqualTo("DECLINED_BY_SURVIVOR");
        assertThat(shelter.below("select count(*) from bed_use where bed_id = '" + bed + "'"))
                .isEqualTo("0");
        assertThat(revoked(her, LEAD)).as("once").isEmpty();
    }

    @Test
    void where_she_lives_is_hers_and_only_the_asking_stops() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        CaseId her = shelter.woman();
        PlacementId placement = shelter.livesIn(her, bed);
        assertThat(revoked(her, LEAD)).containsExactly(new PlacementStopped(List.of(placement)));
        assertThat(shelter.status(placement)).isEqualTo("ADMITTED");
    }

    @Test
    void nobody_stops_what_stands() throws Exception {
        CaseId her = shelter.woman();
        PlacementId placement = shelter.asked(her);
        assertThat(stop(her, LEAD)).isEmpty();
        assertThat(shelter.status(placement)).isEqualTo("REQUESTED");
        assertThat(state(SHIFT, """
                        update placement set status = 'DECLINED_BY_SURVIVOR', changed_by = caller_worker() where placement_id = '%s'
                        """.formatted(placement))).isEqualTo("42501");
    }

    @Test
    void a_bed_asked_for_anew_ends_the_looking_after_a_refusal() throws Exception {
        CaseId her = shelter.woman();
        PlacementId refused = shelter.asked(her);
        shelter.does(MANAGER, HOUR, doors -> doors.placements().decline(refused, "NO_CAPACITY"));
        List<Object> told = shelter.as(SHIFT, HOUR, doors -> {
            doors.placements().request(her, new NewPlacement(List.of()), null);
            return doors.told();
        });
        assertThat(told).contains(new PlaceSought(List.of(refused)));
    }

    @Test
    void what_was_done_is_a_fact_of_the_house_and_the_lead_and_of_nobody_else() throws Exception {
        CaseId her = shelter.child();
        PlacementId placement = shelter.asked(her);
        shelter.does(LEAD, HOUR, doors -> doors.follows().done(placement, new NewFollow("PLACE_SOUGHT")));
        FollowView view =
                shelter.as(SHIFT, HOUR.multipliedBy(2), doors -> doors.follows().of(placement));
        assertThat(view.possible()).containsExactly("PLACE_SOUGHT");
        assertThat(view.done()).extracting(DoneStep::step).containsExactly("PLACE_SOUGHT");
        assertThat(shelter.sees(LAWYER, HOUR, "select count(*) from placement_step"))
                .isEqualTo("0");
        assertThat(state(LAWYER, """
                        insert into placement_step (placement_id, case_id, organisation_id, step, done_at, done_by)
                        select '%s', '%s', '%s', 'PLACE_SOUGHT', caller_now(), caller_worker()
                        """.formatted(placement, her, MANAGER.organisation())))
                .isEqualTo("42501");
        CaseId other = shelter.child();
        PlacementId lived = shelter.livesIn(
                other, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        assertThat(reason(SHIFT, doors -> doors.follows().done(lived, new NewFollow("PLACE_SOUGHT"))))
                .isEqualTo("placement-moved-on");
    }

    @Test
    void that_she_spoke_with_the_house_before_she_came_is_kept_and_nothing_of_what_was_said() throws Exception {
        CaseId her = shelter.woman();
        PlacementId placement = shelter.asked(her);
        LocalDate today = LocalDate.ofInstant(shelter.now.plus(HOUR), ZoneOffset.UTC);
        assertThat(followed(placement).spoken()).isEmpty();
        assertThat(reason(LEAD, doors -> doors.follows()
                        .spoke(placement, new NewSpokenBefore("NOT_POSSIBLE", today, null))))
                .isEqualTo("missing");
        assertThat(reason(LEAD, doors -> doors.follows()
                        .spoke(placement, new NewSpokenBefore("SPOKE", today, "NOT_SAFE"))))
                .isEqualTo("only-where-not-possible");
        assertThat(reason(LEAD, doors -> doors.follows()
                        .spoke(placement, new NewSpokenBefore("SPOKE", today.plusDays(1), null))))
                .isEqualTo("in-the-future");
        shelter.does(LEAD, HOUR, doors -> doors.follows()
                .spoke(placement, new NewSpokenBefore("NOT_POSSIBLE", today, "NO_INTERPRETER")));
        assertThat(followed(placement).spoken())
                .contains(new SpokenBefore("NOT_POSSIBLE", today, Optional.of("NO_INTERPRETER"), "Harbour Light"));
        shelter.does(SHIFT, HOUR.multipliedBy(2), doors -> doors.follows()
                .spoke(placement, new NewSpokenBefore("SPOKE", today, null)));
        assertThat(followed(placement).spoken())
                .as("the newest counts, whoever of both wrote it down")
                .contains(new SpokenBefore("SPOKE", today, Optional.empty(), "Willow Rooms"));
        assertThat(shelter.sees(LAWYER, HOUR, "select count(*) from placement_spoken"))
                .isEqualTo("0");
        assertThat(state(LAWYER, """
                        insert into placement_spoken (placement_id, case_id, organisation_id, answer, said_on, noted_at, noted_by)
                        select '%s', '%s', '%s', 'SPOKE', current_date - 1, caller_now(), caller_worker()
                        """.formatted(placement, her, MANAGER.organisation())))
                .isEqualTo("42501");
        shelter.does(MANAGER, HOUR.multipliedBy(3), doors -> doors.placements().decline(placement, "NO_CAPACITY"));
        assertThat(reason(LEAD, doors -> doors.follows().spoke(placement, new NewSpokenBefore("SPOKE", today, null))))
                .isEqualTo("placement-moved-on");

        PlacementId lived = shelter.livesIn(
                shelter.woman(), shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        shelter.arrange(
                "update placement_minimum set admitted_at = admitted_at - interval '3 days' where placement_id = '%s'"
                        .formatted(lived));
        assertThat(reason(LEAD, doors -> doors.follows().spoke(lived, new NewSpokenBefore("SPOKE", today, null))))
                .isEqualTo("after-she-came");
        shelter.does(LEAD, HOUR, doors -> doors.follows()
                .spoke(lived, new NewSpokenBefore("NOT_WANTED", today.minusDays(4), null)));
    }

    private FollowView followed(PlacementId placement) throws Exception {
        return shelter.as(SHIFT, HOUR.multipliedBy(2), doors -> doors.follows().of(placement));
    }

    /** What is told when the house says yes; the card is there as accepted already. */
    private List<Object> accepted(CaseId caseId, Who who) throws Exception {
        ReferralId referral = referralOf(caseId);
        return shelter.as(who, HOUR, doors -> {
            doors.sheltering()
                    .accepted(new ReferralAccepted(
                            referral, doors.caller().now(), doors.caller().now()));
            return doors.told();
        });
    }

    private List<Object> revoked(CaseId caseId, Who who) throws Exception {
        shelter.arrange("update referral_card set status = 'REVOKED', revoked_at = now() where referral_id = '"
                + referralOf(caseId) + "'");
        return stop(caseId, who);
    }

    private List<Object> stop(CaseId caseId, Who who) throws Exception {
        ReferralId referral = referralOf(caseId);
        return shelter.as(who, HOUR, doors -> {
            doors.sheltering()
                    .ended(new ReferralRevoked(
                            referral, "CONSENT_WITHDRAWN", doors.caller().now()));
            return doors.told();
        });
    }

    private ReferralId referralOf(CaseId caseId) throws SQLException {
        return ReferralId.of(shelter.below("select referral_id from referral where case_id = '" + caseId + "'"));
    }

    private PlacementId placementOf(CaseId caseId) throws SQLException {
        String id = shelter.below("select placement_id from placement where case_id = '" + caseId + "'");
        return id == null ? null : new PlacementId(UUID.fromString(id));
    }

    private String reason(Who who, Deed deed) {
        return catchThrowableOfType(Refusal.class, () -> shelter.does(who, HOUR, deed))
                .reasons()
                .get(0)
                .code();
    }

    private String state(Who who, String statement) {
        return shelter.refusal(who, HOUR, statement).getSQLState();
    }
}
