package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.housing.NewPlacement.NewEnd;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.CameBack;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.PlacementEnded;
import org.alongside.housing.PlacementEvent.SurvivorMoved;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.shared.BedId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/** The door of those who live in a house: away and back, missing, moved, and gone to a place that is known. */
@Stateless
@PermitAll
public class StayService {
    static final String AGREEMENT_COUNTS = "move-agreement-counts";
    static final String LEAVING_AGREEMENT_COUNTS = "leaving-agreement-counts";

    /** The reasons for which one goes and her family stays. */
    private static final Set<String> ALONE = Set.of("HOSPITALISED", "DETAINED", "DECEASED", "MISSING");

    private static final String MISSING = "MISSING";
    private static final String RULES_BROKEN = "RULE_BREACH";
    /** What is written where a bed is found empty; nobody chooses it. */
    private static final String NOT_SAID = "ACCESS_ENDED";

    private static final String IN_DANGER = "IN_DANGER";
    private static final Set<String> NO_PLACE = Set.of("STREET");

    @Inject
    CallerContext callers;

    @Inject
    Placements placements;

    @Inject
    PlacementSteps steps;

    @Inject
    Agreements agreements;

    @Inject
    ShelterReferrals referrals;

    @Inject
    Families families;

    @Inject
    Beds beds;

    @Inject
    Housing housing;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Event<PlacementEvent> events;

    /**
     * They are away as they said; the beds stay theirs. Her family goes with her unless it is said who goes. Refuses where a child of
     * them would be left in the house without a grown-up of the family.
     */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void goAway(PlacementId id, NewTimeAway absence) {
        Caller caller = callers.caller();
        new Check()
                .that(absence.until() != null, "until", "missing")
                .that(absence.until() == null || absence.until().isAfter(caller.now()), "until", "in-the-past")
                .orRefuse();
        List<Placement> here = placements.toChange(id);
        List<Placement> going = here.stream()
                .filter(one -> absence.who().isEmpty() || absence.who().contains(one.id()))
                .map(one -> one.can(PlacementStep.GO_AWAY))
                .toList();
        List<Placement> staying =
                here.stream().filter(one -> !going.contains(one)).toList();
        new Check()
                .that(new HashSet<>(Placement.ids(here)).containsAll(absence.who()), "who", "not-of-this-family")
                .that(!leavesChildren(going, staying), "who", "child-left-behind")
                .orRefuse();
        going.forEach(one -> steps.goAway(one, absence.until(), caller));
        events.fire(new WentAway(Placement.ids(going), absence.until()));
    }

    private static boolean leavesChildren(List<Placement> going, List<Placement> staying) {
        return going.stream().anyMatch(one -> !one.wants().child())
                && !staying.isEmpty()
                && staying.stream().allMatch(one -> one.wants().child());
    }

    /** She has not returned: what is done when somebody is missing begins at once. */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void notReturn(PlacementId id) {
        Caller caller = callers.caller();
        steps.notReturn(alone(id, PlacementStep.NOT_RETURN), caller);
        events.fire(new DidNotReturn(List.of(id), caller.now()));
    }

    /** She is back. */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void comeBack(PlacementId id) {
        Caller caller = callers.caller();
        steps.comeBack(alone(id, PlacementStep.COME_BACK), caller);
        events.fire(new CameBack(List.of(id), caller.now()));
    }

    /** Who leads agrees that she is moved; it counts for some days. */
    @Requires(Permission.AGREE_TO_MOVE)
    public void agreeToMove(PlacementId id) {
        agreements.agreeToMove(
                id, placements.known(id).orElseThrow(Refusal::notThere).caseId(), callers.caller());
    }

    /**
     * A second person agrees that she has to leave because rules were broken: another manager of the house, or who leads. Whoever agreed does
     * not end it; it counts for some days.
     */
    @Requires(Permission.AGREE_TO_LEAVING)
    public void agreeToLeaving(PlacementId id) {
        Placements.Known known = placements.known(id).orElseThrow(Refusal::notThere);
        if (!placements.livesThere(id)) {
            throw Refusal.wrongState("lives-there-no-more");
        }
        agreements.agreeToLeaving(id, known.caseId(), callers.caller());
    }

    /**
     * Moves her and her family to other beds of the house's houses, the new place first and the old one ended in the same instant. Needs
     * the word of who leads, unless she is in danger; they are told then.
     *
     * @return the new placements, in the order of the places
     */
    @Requires(Permission.MOVE_SURVIVOR)
    public List<PlacementId> move(PlacementId id, NewMove move) {
        Caller caller = callers.caller();
        Fields.require(move, codes);
        boolean agreed = agreements.moveAgreedSince(id, caller.now().minus(settings.of(AGREEMENT_COUNTS)));
        if (!agreed && !IN_DANGER.equals(move.danger())) {
            throw Refusal.wrongState("move-not-agreed");
        }
        return move(id, move, agreed, caller);
    }

    List<PlacementId> move(PlacementId id, NewMove move, boolean agreed, Caller caller) {
        housing.freeRunOut(
                Set.copyOf(move.places().stream()
                        .map(Place::bed)
                        .filter(bed -> bed != null)
                        .toList()),
                caller);
        List<Placement> family = placements.toChange(id).stream()
                .map(one -> one.can(PlacementStep.MOVE))
                .toList();
        requireWhole(family);
        family.forEach(one -> new Check()
                .that(
                        move.places().stream()
                                .map(Place::bed)
                                .noneMatch(one.bed().<BedId>orElseThrow()::equals),
                        "places",
                        "bed-is-hers")
                .orRefuse());
        List<PlacementId> into = new ArrayList<>();
        housing.match(
                        family,
                        move.places(),
                        caller.now(),
                        family.get(0).leavesAt().orElse(null),
                        move.despite())
                .matches()
                .forEach(match -> {
                    PlacementId next = PlacementId.random();
                    Placement from = match.who();
                    steps.moveOn(from, caller);
                    beds.leave(from, caller);
                    steps.moveIn(from, next, new PlacementSteps.Place(match.bed(), move.despite()), caller);
                    beds.take(
                            from.into(next),
                            match.bed(),
                            caller.now(),
                            from.leavesAt().filter(caller.now()::isBefore).orElse(null),
                            null);
                    into.add(next);
                });
        events.fire(new SurvivorMoved(Placement.ids(family), into, agreed, caller.now()));
        return into;
    }

    /**
     * She leaves for a place that is known; her family with her, unless she is in hospital, detained, dead or missing. Who did not return
     * is ended as missing. Nobody leaves unremarked: the next place is asked for, and the street is told as what it is.
     */
    @Requires(Permission.END_PLACEMENT)
    public void end(PlacementId id, NewEnd end) {
        Caller caller = callers.caller();
        Fields.require(end, codes);
        new Check()
                .that(
                        !NO_PLACE.contains(end.nextType())
                                || end.nextWords() != null && !end.nextWords().isBlank(),
                        "nextWords",
                        "street-needs-words")
                .orRefuse();
        List<Placement> together = placements.toChange(id);
        Placement asked =
                together.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Refusal::notThere);
        boolean missing = asked.status() == PlacementStatus.ABSENT_UNPLANNED;
        PlacementStep step = missing ? PlacementStep.NOT_FOUND : PlacementStep.MOVE_OUT;
        asked.can(step);
        new Check()
                .that(!NOT_SAID.equals(end.reason()), "reason", "unknown-code")
                .that(missing == MISSING.equals(end.reason()), "reason", "missing-is-who-did-not-return")
                .orRefuse();
        if (RULES_BROKEN.equals(end.reason())
                && !agreements.leavingAgreedSince(
                        together, caller.now().minus(settings.of(LEAVING_AGREEMENT_COUNTS)), caller)) {
            throw Refusal.wrongState("leaving-not-agreed");
        }
        List<Placement> leaving = ALONE.contains(end.reason()) ? List.of(asked) : together;
        if (!ALONE.contains(end.reason())) {
            requireWhole(leaving);
        }
        leaving.forEach(one -> {
            steps.end(one, step, end, caller);
            beds.leave(one, caller);
        });
        events.fire(new PlacementEnded(Placement.ids(leaving), end.reason(), end.nextType(), caller.now()));
    }

    /** Two people whom the house shelters must not meet: from now on whoever gives one of them a bed is warned. */
    @Requires(Permission.KEEP_APART)
    public void keepApart(CaseId caseId, CaseId other) {
        Caller caller = callers.caller();
        new Check()
                .that(other != null && !caseId.equals(other), "other", "named-twice")
                .orRefuse();
        new Check()
                .that(
                        referrals.of(caseId, caller).isPresent()
                                && referrals.of(other, caller).isPresent(),
                        "other",
                        "not-sheltered-here")
                .orRefuse();
        families.keepApart(caseId, other, caller);
    }

    private Placement alone(PlacementId id, PlacementStep step) {
        return placements.toChange(id).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere)
                .can(step);
    }

    /** Nobody of a family leaves a house alone that all leave; who waits for a bed does not live there yet. */
    private void requireWhole(List<Placement> family) {
        long living = placements.familyOf(family.get(0)).stream()
                .filter(one -> one.status().livesThere())
                .count();
        if (living != family.size()) {
            throw Refusal.wrongState("family-split");
        }
    }

    /**
     * Until when they are away.
     *
     * @param until UTC
     * @param who of her family goes; none: all of them who are in the house
     */
    public record NewTimeAway(@NotNull Instant until, List<PlacementId> who) {
        public NewTimeAway {
            who = who == null ? List.of() : who.stream().distinct().toList();
        }
    }
}
