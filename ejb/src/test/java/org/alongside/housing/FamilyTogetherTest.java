package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.housing.FamilyService.NewFamily;
import org.alongside.housing.HousingView.Kin;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.housing.Shelter.Built;
import org.alongside.housing.Shelter.Deed;
import org.alongside.housing.StayService.NewTimeAway;
import org.alongside.referral.ReferralEvent.FirstContactMade;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is a family is said by who leads, and what follows from it in a house; in a real database as the application. */
class FamilyTogetherTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who LAWYER = new Who(9, 4, "LAW");

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void a_house_puts_no_family_together_by_itself() throws Exception {
        CaseId child = shelter.child();
        CaseId stranger = shelter.woman();
        assertThat(reason(SHIFT, doors -> doors.placements().request(stranger, new NewPlacement(List.of(child)), null)))
                .isEqualTo("family-not-said");
        PlacementId hers = shelter.asked(stranger);
        PlacementId childs = shelter.asked(child);
        UUID family = UUID.randomUUID();
        String together = """
                insert into family (family_id, organisation_id) values ('%1$s', '%2$s');
                select placed_together('%3$s', '%1$s');
                select placed_together('%4$s', '%1$s')
                """.formatted(family, MANAGER.organisation(), hers, childs);
        assertThat(state(MANAGER, together)).as("past every door").isEqualTo("AL044");
        String word = """
                insert into family_word (case_id, other_case_id, organisation_id, said_at, said_by)
                values ('%s', '%s', caller_organisation(), caller_now(), caller_worker())
                """.formatted(stranger, child);
        assertThat(state(MANAGER, word)).as("nor says it").isEqualTo("42501");
        assertThat(state(LAWYER, word)).isEqualTo("42501");
        assertThat(state(MANAGER, "select family_word_ends('%s', '%s')".formatted(stranger, child)))
                .isEqualTo("42501");
    }

    @Test
    void who_leads_says_who_is_a_family_and_the_house_reads_it_of_those_whom_it_shelters() throws Exception {
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        CaseId boy = shelter.child();
        shelter.family(mother, girl);
        shelter.family(mother, boy);
        assertThat(shelter.below("""
                        select count(*) || ' ' || count(distinct said_by) || ' ' || min(said_by::text) from family_word
                         where ended_at is null and case_id in ('%1$s','%2$s','%3$s') and other_case_id in ('%1$s','%2$s','%3$s')
                        """.formatted(mother, girl, boy)))
                .as("of each with each, by whom")
                .isEqualTo("6 1 " + LEAD.id());
        shelter.family(mother, boy);
        assertThat(kin(LEAD, mother)).extracting(Kin::caseId).containsExactlyInAnyOrder(girl, boy);
        assertThat(kin(SHIFT, mother)).allMatch(Kin::agreed).hasSize(2);
        assertThat(kin(LAWYER, mother)).isEmpty();
        assertThat(reason(LEAD, doors -> doors.families().say(mother, new NewFamily(List.of()))))
                .isEqualTo("missing");
        assertThat(reason(LEAD, doors -> doors.families()
                        .say(mother, new NewFamily(List.of(UUID.randomUUID().toString())))))
                .isEqualTo("case-not-open");
        assertThat(reason(SHIFT, doors -> doors.families().say(mother, new NewFamily(List.of(girl.toString())))))
                .isEqualTo("only-the-lead");
    }

    @Test
    void what_is_said_of_one_half_makes_no_family_yet() throws Exception {
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        shelter.family(mother, girl);
        shelter.arrange("delete from family_word where case_id = '" + girl + "'");
        assertThat(kin(LEAD, mother)).singleElement().matches(one -> !one.agreed());
        assertThat(reason(SHIFT, doors -> doors.placements().request(mother, new NewPlacement(List.of(girl)), null)))
                .isEqualTo("family-not-said");
    }

    @Test
    void a_yes_to_each_of_a_family_places_them_together_and_nobody_is_left_out() throws Exception {
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        shelter.family(mother, girl);
        PlacementId hers = shelter.asked(mother);
        assertThat(family(hers)).as("whoever asks for one asks for all").hasSize(2);
        CaseId father = shelter.sheltered("35_44", false, "MALE", "eng", "");
        CaseId son = shelter.child();
        shelter.family(father, son);
        accepted(father);
        accepted(son);
        assertThat(shelter.below(
                        "select count(distinct family_id) || ' ' || count(family_id) from placement where case_id in ('%s','%s')"
                                .formatted(father, son)))
                .isEqualTo("1 2");
    }

    @Test
    void who_is_said_to_be_family_later_is_placed_with_her_before_anybody_has_a_bed() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 2).beds().get(0);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        PlacementId hers = shelter.asked(mother);
        PlacementId girls = shelter.asked(girl);
        shelter.family(mother, girl);
        assertThat(stay(hers).apart()).extracting(StayView.Relative::id).containsExactly(girls);
        assertThat(reason(MANAGER, doors -> doors.placements().offer(hers, to(List.of(hers), List.of(bed)))))
                .isEqualTo("family-apart");
        assertThat(reason(MANAGER, doors -> doors.placements().give(girls, to(List.of(girls), List.of(bed)))))
                .isEqualTo("family-apart");
        shelter.does(SHIFT, HOUR, doors -> doors.placements().request(girl, new NewPlacement(List.of()), null));
        assertThat(stay(hers).family()).extracting(StayView.Relative::id).containsExactly(girls);
        assertThat(stay(hers).apart()).isEmpty();
    }

    @Test
    void a_child_who_comes_later_has_a_bed_in_the_room_of_her_mother_or_none() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 2, 2);
        Built other = shelter.house(Shelter.anybody(), 1, 2);
        CaseId mother = shelter.woman();
        PlacementId hers = shelter.livesIn(mother, house.beds().get(0));
        CaseId girl = shelter.child();
        shelter.family(mother, girl);
        PlacementId girls = shelter.asked(girl);
        assertThat(stay(girls).family()).extracting(StayView.Relative::id).containsExactly(hers);
        assertThat(reason(MANAGER, doors -> doors.placements()
                        .give(girls, to(List.of(girls), List.of(house.beds().get(2))))))
                .isEqualTo("child-away-from-family");
        assertThat(reasons(MANAGER, doors -> doors.placements()
                        .give(girls, to(List.of(girls), List.of(other.beds().get(0))))))
                .contains("family-split");
        shelter.does(MANAGER, HOUR, doors -> doors.placements()
                .give(girls, to(List.of(girls), List.of(house.beds().get(1)))));
        shelter.arrives(girls, HOUR);
        assertThat(shelter.status(girls)).isEqualTo("ADMITTED");
        assertThat(reason(MANAGER, doors -> doors.stays()
                        .move(
                                girls,
                                new NewMove(
                                        List.of(new Place(girls, house.beds().get(2))), "IN_DANGER", List.of()))))
                .as("from now on they go together")
                .isEqualTo("family-split");
    }

    @Test
    void who_is_said_to_be_family_of_somebody_with_a_bed_on_its_way_waits_until_she_has_moved_in() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 2);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        PlacementId hers = shelter.asked(mother);
        PlacementId girls = shelter.asked(girl);
        shelter.held(hers, house.beds().get(0));
        shelter.family(mother, girl);
        assertThat(reason(SHIFT, doors -> doors.placements().request(girl, new NewPlacement(List.of()), null)))
                .isEqualTo("family-on-its-way");
        assertThat(reason(MANAGER, doors -> doors.placements()
                        .give(girls, to(List.of(girls), List.of(house.beds().get(1))))))
                .isEqualTo("family-apart");
        shelter.arrives(hers, HOUR);
        shelter.does(SHIFT, HOUR, doors -> doors.placements().request(girl, new NewPlacement(List.of()), null));
        assertThat(shelter.as(MANAGER, HOUR, doors -> doors.placements().choices(girls)).stream()
                        .filter(one -> one.against().isEmpty())
                        .map(StayView.BedChoice::bed))
                .as("beside her mother, and nowhere else")
                .containsExactly(house.beds().get(1));
        shelter.does(MANAGER, HOUR, doors -> doors.placements()
                .give(girls, to(List.of(girls), List.of(house.beds().get(1)))));
        shelter.arrives(girls, HOUR);
        Built other = shelter.house(Shelter.anybody(), 1, 2);
        assertThat(shelter.as(MANAGER, HOUR, doors -> doors.placements().choices(girls)).stream()
                        .filter(one -> one.against().isEmpty())
                        .map(StayView.BedChoice::bed))
                .as("and anywhere where both can move")
                .containsAll(other.beds());
    }

    @Test
    void who_is_no_family_any_more_shares_no_room_with_her_children() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 4);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        CaseId uncle = shelter.sheltered("35_44", false, "MALE", "eng", "");
        shelter.family(mother, girl, uncle);
        PlacementId hers = shelter.asked(mother);
        List<PlacementId> all = family(hers);
        shelter.does(MANAGER, HOUR, doors -> doors.placements()
                .give(hers, to(all, house.beds().subList(0, 3))));
        shelter.does(LEAD, HOUR, doors -> doors.families().unsay(mother, uncle));
        PlacementId his = placementOf(uncle);
        assertThat(family(hers)).hasSize(2).doesNotContain(his);
        assertThat(kin(LEAD, uncle)).as("nor of anybody of hers").isEmpty();
        assertThat(reason(
                        SHIFT, doors -> doors.placements().admit(his, new NewPlacement.NewArrival("eng", "eng", null))))
                .isEqualTo("child-among-unrelated-adults");
        Refusal twice = catchThrowableOfType(
                Refusal.class,
                () -> shelter.does(LEAD, HOUR, doors -> doors.families().unsay(mother, uncle)));
        assertThat(twice.kind()).isEqualTo(Refusal.Kind.NOT_THERE);
    }

    @Test
    void they_are_away_together_and_no_child_is_left_behind() throws Exception {
        Built house = shelter.house(Shelter.anybody(), 1, 3);
        CaseId mother = shelter.woman();
        CaseId girl = shelter.child();
        CaseId boy = shelter.child();
        shelter.family(mother, girl, boy);
        PlacementId hers = shelter.asked(mother);
        List<PlacementId> all = family(hers);
        shelter.does(MANAGER, HOUR, doors -> doors.placements().give(hers, to(all, house.beds())));
        shelter.arrives(hers, HOUR);
        PlacementId girls = placementOf(girl);
        assertThat(reason(SHIFT, doors -> doors.stays()
                        .goAway(hers, new NewTimeAway(shelter.now.plus(DAY), List.of(hers)))))
                .isEqualTo("child-left-behind");
        assertThat(reason(SHIFT, doors -> doors.stays()
                        .goAway(hers, new NewTimeAway(shelter.now.plus(DAY), List.of(hers, PlacementId.random())))))
                .isEqualTo("not-of-this-family");
        shelter.does(SHIFT, HOUR, doors -> doors.stays()
                .goAway(girls, new NewTimeAway(shelter.now.plus(DAY), List.of(girls))));
        shelter.does(SHIFT, HOUR, doors -> doors.stays().comeBack(girls));
        List<Object> told = shelter.as(SHIFT, HOUR, doors -> {
            doors.stays().goAway(hers, new NewTimeAway(shelter.now.plus(DAY), List.of()));
            return doors.told();
        });
        assertThat(told).singleElement().isInstanceOfSatisfying(WentAway.class, one -> assertThat(one.placements())
                .containsExactlyInAnyOrderElementsOf(all));
        assertThat(all).allSatisfy(one -> assertThat(shelter.status(one)).isEqualTo("ABSENT_PLANNED"));
    }

    @Test
    void whoever_finds_and_holds_in_one_act_has_both_or_neither() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        PlacementId quick = shelter.asked(shelter.woman());
        PlacementId late = shelter.asked(shelter.woman());
        shelter.does(MANAGER, HOUR, doors -> doors.placements().give(quick, to(List.of(quick), List.of(bed))));
        assertThat(shelter.status(quick)).isEqualTo("RESERVED");
        assertThat(reason(MANAGER, doors -> doors.placements().give(late, to(List.of(late), List.of(bed)))))
                .isEqualTo("bed-taken");
        assertThat(shelter.status(late)).as("not left offered").isEqualTo("REQUESTED");
    }

    @Test
    void letting_her_in_is_the_first_contact_of_the_referral_and_only_the_first() throws Exception {
        BedId bed = shelter.house(Shelter.anybody(), 1, 1).beds().get(0);
        CaseId her = shelter.woman();
        PlacementId placement = shelter.asked(her);
        shelter.held(placement, bed);
        List<Object> told = shelter.as(SHIFT, HOUR, doors -> {
            doors.placements().admit(placement, new NewPlacement.NewArrival("eng", "eng", null));
            return doors.told();
        });
        assertThat(told).contains(new FirstContactMade(referralOf(her), shelter.now.plus(HOUR)));
        assertThat(shelter.below(
                        "select status || ' ' || (first_contact_at is not null) from referral_card where referral_id = '"
                                + referralOf(her) + "'"))
                .isEqualTo("IN_SERVICE true");
        shelter.does(MANAGER, DAY, doors -> doors.stays().end(placement, new NewEnd("HOSPITALISED", "HOSPITAL", null)));
        PlacementId again =
                shelter.as(SHIFT, DAY, doors -> doors.placements().request(her, new NewPlacement(List.of()), null));
        shelter.does(MANAGER, DAY, doors -> doors.placements().give(again, to(List.of(again), List.of(bed))));
        List<Object> later = shelter.as(SHIFT, DAY, doors -> {
            doors.placements().admit(again, new NewPlacement.NewArrival("eng", "eng", null));
            return doors.told();
        });
        assertThat(later).noneMatch(FirstContactMade.class::isInstance);
    }

    private void accepted(CaseId caseId) throws Exception {
        ReferralId referral = referralOf(caseId);
        shelter.does(SHIFT, HOUR, doors -> doors.sheltering()
                .accepted(new ReferralAccepted(
                        referral, doors.caller().now(), doors.caller().now())));
    }

    private ReferralId referralOf(CaseId caseId) throws SQLException {
        return ReferralId.of(shelter.below("select referral_id from referral where case_id = '" + caseId + "'"));
    }

    private PlacementId placementOf(CaseId caseId) throws SQLException {
        return PlacementId.of(shelter.below("select placement_id from placement where case_id = '" + caseId
                + "' order by requested_at desc limit 1"));
    }

    /** Her and those who are placed with her, she first. */
    private List<PlacementId> family(PlacementId hers) throws Exception {
        List<PlacementId> all = new ArrayList<>(List.of(hers));
        stay(hers).family().forEach(one -> all.add(one.id()));
        return all;
    }

    private StayView stay(PlacementId id) throws Exception {
        return shelter.as(SHIFT, HOUR, doors -> doors.placements().read(id));
    }

    private List<Kin> kin(Who who, CaseId caseId) throws Exception {
        return shelter.as(who, HOUR, doors -> doors.views().kinship.of(caseId));
    }

    private static NewOffer to(List<PlacementId> all, List<BedId> beds) {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            places.add(new Place(all.get(at), beds.get(at)));
        }
        return new NewOffer(places, null, null, List.of());
    }

    private List<String> reasons(Who who, Deed deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> shelter.does(who, HOUR, deed));
        return refused.reasons().stream().map(one -> one.code()).toList();
    }

    private String reason(Who who, Deed deed) {
        List<String> reasons = reasons(who, deed);
        return reasons.isEmpty() ? null : reasons.get(0);
    }

    private String state(Who who, String statement) {
        return shelter.refusal(who, HOUR, statement).getSQLState();
    }
}
