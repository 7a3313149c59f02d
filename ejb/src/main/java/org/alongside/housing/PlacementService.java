package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.housing.HouseRules.Version;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.BedDeclined;
import org.alongside.housing.PlacementEvent.BedHeld;
import org.alongside.housing.PlacementEvent.BedOffered;
import org.alongside.housing.PlacementEvent.HoldRanOut;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.housing.StayView.BedChoice;
import org.alongside.referral.Arrivals;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;

/**
 * The door to a bed: ask for one, offer it, hold it, let her in. What is done for one is done for all of her family that stand where she
 * stands, in one act or not at all.
 */
@Stateless
@PermitAll
public class PlacementService {
    static final String HELD = "bed-held";

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Placements placements;

    @Inject
    PlacementSteps steps;

    @Inject
    PlacementViews views;

    @Inject
    Beds beds;

    @Inject
    Housing housing;

    @Inject
    HouseRules rules;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    ExpectedVersion expected;

    @Inject
    Asking asking;

    @Inject
    Arrivals arrivals;

    @Inject
    Event<PlacementEvent> events;

    /** The placements of a case as far as they are the caller's to know. */
    @Requires(Permission.READ_PLACEMENTS)
    public HousingView of(CaseId caseId) {
        Caller caller = callers.caller();
        HousingReach reach = HousingReach.of(caller, files.found(caller, caseId), files.matrix());
        if (!reach.knows() && !reach.keeps(caller.organisation())) {
            throw Refusal.notAllowed("housing-not-open");
        }
        return views.of(caseId, reach);
    }

    /** A placement as the house that keeps it needs it to do the next thing. */
    @Requires(Permission.READ_PLACEMENTS)
    public StayView read(PlacementId id) {
        return views.stay(id, callers.caller().now().minus(settings.of(StayService.AGREEMENT_COUNTS)))
                .orElseThrow(() -> Refusal.notAllowed("housing-not-open"));
    }

    /**
     * Which beds of the house she could have from now on, the best first, and what stands against the others. Of a family: one by one;
     * whether they fit together is found out when beds are offered.
     */
    @Requires(Permission.READ_BOARD)
    public List<BedChoice> choices(PlacementId id) {
        Caller caller = callers.caller();
        return housing.choices(placements.read(id).orElseThrow(() -> Refusal.notAllowed("housing-not-open")), caller);
    }

    /**
     * Asks for a bed under the referral by which this house shelters her, for her and all of her family whom the house shelters: who that is
     * is said by who leads. Where one was asked for when the house said yes, it is that one, and a family that was asked for one by one goes
     * together from now on; where her family lives here already, she comes to them.
     *
     * @param key makes the call repeatable, or null
     * @return her placement; refuses where the house does not shelter somebody of them, nobody who leads has said that somebody is of her
     *     family, or a bed is on its way already
     */
    @Requires(Permission.REQUEST_BED)
    public PlacementId request(CaseId caseId, NewPlacement asked, String key) {
        Caller caller = callers.caller();
        PlacementId id = placements.asked(caseId, caller).orElseGet(PlacementId::random);
        return once.perform(key, "REQUEST_BED " + caseId, asked, id.value(), caller)
                .map(PlacementId::new)
                .orElseGet(() -> {
                    request(id, caseId, asked, caller);
                    return id;
                });
    }

    void request(PlacementId id, CaseId caseId, NewPlacement asked, Caller caller) {
        asking.ask(id, caseId, asked.family(), caller);
    }

    /**
     * Offers beds to her and her family. Refuses INVALID where a bed does not fit somebody, a family would be split, a child would live
     * among unrelated adults, or a warning was not weighed; WRONG_STATE where a bed is somebody else's in that time.
     */
    @Requires(Permission.GIVE_BED)
    public void offer(PlacementId id, NewOffer offer) {
        offer(id, offer, callers.caller());
    }

    /**
     * Offers beds and holds them in one act, where she has said yes already. Refuses as {@link #offer} and {@link #hold} do; then she is
     * where she was, and no bed is offered.
     *
     * @return until when they are held, UTC
     */
    @Requires(Permission.GIVE_BED)
    public Instant give(PlacementId id, NewOffer offer) {
        Caller caller = callers.caller();
        offer(id, offer, caller);
        // what was offered in this moment is what is held
        expected.set(placements.read(id).orElseThrow(Refusal::notThere).version());
        return hold(id, caller);
    }

    private void offer(PlacementId id, NewOffer offer, Caller caller) {
        Check check = new Check();
        new Fields(codes, check).check(offer, "");
        check.that(offer.arrivesAt() == null || !offer.arrivesAt().isBefore(caller.now()), "arrivesAt", "in-the-past")
                .that(
                        offer.leavesAt() == null || offer.leavesAt().isAfter(from(offer.arrivesAt(), caller)),
                        "leavesAt",
                        "dates-out-of-order")
                .orRefuse();
        housing.freeRunOut(wanted(offer.places()), caller);
        List<Placement> family = each(id, PlacementStep.OFFER);
        requireWhole(family);
        asking.requireNobodyApart(family, caller);
        housing.match(family, offer.places(), from(offer.arrivesAt(), caller), offer.leavesAt(), offer.despite())
                .matches()
                .forEach(match -> steps.offer(
                        match.who(),
                        new PlacementSteps.Place(match.bed(), offer.despite()),
                        offer.arrivesAt(),
                        offer.leavesAt(),
                        caller));
        events.fire(new BedOffered(Placement.ids(family), caller.now()));
    }

    /** The house cannot take her; the reason is a code of referral_decline_reason. */
    @Requires(Permission.GIVE_BED)
    public void decline(PlacementId id, String reason) {
        new Check().code(reason, "reason", codes.in("referral_decline_reason")).orRefuse();
        Caller caller = callers.caller();
        List<Placement> family = each(id, PlacementStep.DECLINE);
        family.forEach(one -> steps.decline(one, reason, caller));
        events.fire(new BedDeclined(Placement.ids(family), false, caller.now()));
    }

    /** She does not want the bed; nothing is held against her. */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void declineForHer(PlacementId id) {
        Caller caller = callers.caller();
        List<Placement> family = each(id, PlacementStep.DECLINE_FOR_HER);
        family.forEach(one -> steps.declineForHer(one, caller));
        events.fire(new BedDeclined(Placement.ids(family), true, caller.now()));
    }

    /**
     * Holds the offered beds for some hours. Of many who ask for the last bed one has it; the others are told {@code bed-taken}.
     *
     * @return until when they are held, UTC
     */
    @Requires(Permission.GIVE_BED)
    public Instant hold(PlacementId id) {
        return hold(id, callers.caller());
    }

    private Instant hold(PlacementId id, Caller caller) {
        Instant until = caller.now().plus(settings.of(HELD));
        hold(id, until, caller);
        return until;
    }

    void hold(PlacementId id, Instant until, Caller caller) {
        housing.freeRunOut(placements.bedsOf(id), caller);
        List<Placement> family = each(id, PlacementStep.HOLD);
        requireWhole(family);
        Instant from = from(family.get(0).arrivesAt().orElse(null), caller);
        housing.again(family, from).matches().forEach(match -> {
            beds.take(match.who(), match.bed(), from, match.who().leavesAt().orElse(null), until);
            steps.hold(match.who(), until, caller);
        });
        events.fire(new BedHeld(Placement.ids(family), until));
    }

    /**
     * She moves in, after her rights and the rules of the house were told to her in her language; which version of the rules is kept. Refuses
     * INVALID {@code rules-not-read} where the house has rules and none were read to her.
     */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void admit(PlacementId id, NewArrival told) {
        Caller caller = callers.caller();
        Fields.require(told, codes);
        List<Placement> family =
                asRead(id).stream().map(one -> one.canArrive(caller.now())).toList();
        requireWhole(family);
        Optional<Version> read = read(family.get(0).facility().orElseThrow(), told);
        housing.again(family, caller.now());
        family.forEach(one -> {
            beds.moveIn(one, caller);
            steps.arrive(one, told, caller);
            arrivals.met(new ReferralId(one.referral()));
            read.ifPresent(version -> rules.told(one.id(), version, told.rulesIn(), caller));
        });
        events.fire(new SurvivorAdmitted(Placement.ids(family), caller.now()));
    }

    /** The version that was read to her; a newer one, written while she stood at the door, she is told later. */
    private Optional<Version> read(FacilityId house, NewArrival told) {
        Optional<Version> read =
                told.rulesVersion() == null ? Optional.empty() : rules.version(house, told.rulesVersion());
        new Check()
                .that(told.rulesVersion() == null || read.isPresent(), "rulesVersion", "unknown-rules")
                .that(told.rulesVersion() != null || rules.newest(house).isEmpty(), "rulesVersion", "rules-not-read")
                .orRefuse();
        return read;
    }

    /** The clock of a hold: frees the bed if its time is over and she has not come; answers whether it did. */
    @Requires(Permission.RUN_PLACEMENT_CLOCK)
    public boolean runOut(PlacementId id) {
        boolean ended = placements.holdEnds(id);
        if (ended) {
            events.fire(new HoldRanOut(placements.together(id), callers.caller().now()));
        }
        return ended;
    }

    /** Nobody of a family goes a step alone that all go; who lives there already waits for those who come later. */
    private void requireWhole(List<Placement> family) {
        long coming = placements.familyOf(family.get(0)).stream()
                .filter(one -> !one.status().livesThere())
                .count();
        if (coming != family.size()) {
            throw Refusal.wrongState("family-split");
        }
    }

    private List<Placement> each(PlacementId id, PlacementStep step) {
        return asRead(id).stream().map(one -> one.can(step)).toList();
    }

    /** She and those of her family who stand where she stands, held; refuses as stale where she was read as something else. */
    private List<Placement> asRead(PlacementId id) {
        List<Placement> together = placements.toChange(id);
        together.stream().filter(one -> one.id().equals(id)).forEach(asked -> expected.requireIfSaid(asked.version()));
        return together;
    }

    private static Instant from(Instant arrivesAt, Caller caller) {
        return arrivesAt == null || arrivesAt.isBefore(caller.now()) ? caller.now() : arrivesAt;
    }

    private static Set<BedId> wanted(List<Place> places) {
        return places.stream().map(Place::bed).filter(bed -> bed != null).collect(Collectors.toSet());
    }
}
