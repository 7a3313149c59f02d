package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.housing.Beds.Bed;
import org.alongside.housing.Beds.Found;
import org.alongside.housing.Beds.Meets;
import org.alongside.housing.Beds.Use;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementEvent.HoldRanOut;
import org.alongside.housing.StayView.BedChoice;
import org.alongside.housing.Suitability.Match;
import org.alongside.shared.BedId;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RoomId;

/** Finds out which beds a family is to have, and whether it can: all of them, or none. */
@ApplicationScoped
class Housing {
    @Inject
    Placements placements;

    @Inject
    Beds beds;

    @Inject
    Event<PlacementEvent> events;

    /** A family that is held, with their beds and the warnings that were weighed. */
    record Matched(List<Match> matches, List<String> despite) {}

    /**
     * Holds the rooms, and answers who gets which bed; refuses INVALID with every reason, and WRONG_STATE {@code bed-taken}.
     *
     * @param family all of them, held
     * @param until null: no end
     */
    Matched match(List<Placement> family, List<Place> places, Instant from, Instant until, List<String> despite) {
        Check check = new Check();
        Map<PlacementId, BedId> wanted = new HashMap<>();
        for (int at = 0; at < places.size(); at++) {
            Place place = places.get(at);
            String field = "places." + at;
            check.that(place.placement() != null, field + ".placement", "missing")
                    .that(place.bed() != null, field + ".bed", "missing");
            boolean hers = family.stream().anyMatch(one -> one.id().equals(place.placement()));
            check.that(hers || place.placement() == null, field + ".placement", "not-of-this-family");
            if (hers && place.bed() != null) {
                wanted.put(place.placement(), place.bed());
            }
        }
        check.orRefuse();
        check.that(!wanted.isEmpty(), "places", "missing")
                .that(wanted.isEmpty() || wanted.size() == family.size(), "places", "family-split")
                .orRefuse();
        Map<BedId, Bed> found = held(new HashSet<>(wanted.values()));
        for (int at = 0; at < places.size(); at++) {
            check.that(found.containsKey(places.get(at).bed()), "places." + at + ".bed", "unknown-bed");
        }
        check.orRefuse();
        List<Match> matches = places.stream()
                .map(place -> new Match(
                        family.stream()
                                .filter(one -> one.id().equals(place.placement()))
                                .findFirst()
                                .orElseThrow(),
                        found.get(place.bed())))
                .toList();
        for (int at = 0; at < matches.size(); at++) {
            check.that(
                    matches.get(at).bed().open(Optional.ofNullable(until)),
                    "places." + at + ".bed",
                    "house-closed-then");
        }
        check.orRefuse();
        check(matches, living(family), from, until, despite);
        return new Matched(matches, despite);
    }

    /** The beds that they were offered, looked at again: somebody may have moved in meanwhile. */
    Matched again(List<Placement> family, Instant from) {
        Map<BedId, Bed> found =
                held(family.stream().map(one -> one.bed().orElseThrow()).collect(Collectors.toSet()));
        Check check = new Check();
        family.forEach(one -> check.that(found.containsKey(one.bed().orElseThrow()), "places", "unknown-bed"));
        check.orRefuse();
        List<Match> matches = new ArrayList<>();
        family.forEach(one -> matches.add(new Match(one, found.get(one.bed().orElseThrow()))));
        Suitability.check(
                matches,
                living(family),
                beds.uses(rooms(matches), from, family.get(0).leavesAt().orElse(null)));
        return new Matched(matches, List.of());
    }

    /** Every bed of the house with what stands against it for her, the best first; a family's room last for who comes alone. */
    List<BedChoice> choices(Placement her, Caller caller) {
        Instant from = her.arrivesAt().filter(caller.now()::isBefore).orElse(caller.now());
        List<Found> all = beds.all(caller);
        Map<RoomId, List<Use>> uses = beds
                .uses(
                        all.stream().map(one -> one.bed().room()).collect(Collectors.toSet()),
                        from,
                        her.leavesAt().orElse(null))
                .stream()
                // a hold whose time is over is freed by whoever takes the bed
                .filter(use -> use.runsOut().map(caller.now()::isBefore).orElse(true))
                .collect(Collectors.groupingBy(Use::room));
        Map<FacilityId, Meets> met = beds.meets(her.id());
        // who lives there moves with all of her family; who comes later comes to them
        List<Placement> living = her.status().livesThere() ? List.of() : living(List.of(her));
        Map<BedId, Bed> found = all.stream().map(Found::bed).collect(Collectors.toMap(Bed::id, bed -> bed));
        return all.stream()
                .map(one -> new BedChoice(
                        one.bed().facility(),
                        one.codeName(),
                        one.roomLabel(),
                        one.bed().id(),
                        one.label(),
                        against(
                                new Match(her, one.bed()),
                                living,
                                uses.getOrDefault(one.bed().room(), List.of())),
                        List.copyOf(Suitability.warnings(
                                her.wants(), met.get(one.bed().facility())))))
                .sorted(Comparator.comparing(
                                (BedChoice choice) -> !choice.against().isEmpty())
                        .thenComparing(choice -> choice.warnings().size())
                        .thenComparing(choice -> found.get(choice.bed()).oneFamily()
                                && her.family().isEmpty()))
                .toList();
    }

    private static List<String> against(Match match, List<Placement> living, List<Use> uses) {
        List<String> against = new ArrayList<>(Suitability.against(match, living, uses));
        if (match.who().status().livesThere()
                && match.who().bed().filter(match.bed().id()::equals).isPresent()) {
            against.add("bed-is-hers");
        }
        if (!match.bed().open(match.who().leavesAt())) {
            against.add("house-closed-then");
        }
        return against;
    }

    private Map<BedId, Bed> held(Set<BedId> wanted) {
        return beds.hold(wanted).stream().collect(Collectors.toMap(Bed::id, bed -> bed));
    }

    /** Those of their family who live in the house already, while these come or move. */
    private List<Placement> living(List<Placement> family) {
        return placements.familyOf(family.get(0)).stream()
                .filter(one -> one.status().livesThere())
                .filter(one -> family.stream().map(Placement::id).noneMatch(one.id()::equals))
                .toList();
    }

    private void check(List<Match> matches, List<Placement> living, Instant from, Instant until, List<String> despite) {
        Suitability.check(matches, living, beds.uses(rooms(matches), from, until));
        Set<String> warnings = new LinkedHashSet<>();
        matches.forEach(match -> warnings.addAll(Suitability.warnings(
                match.who().wants(), beds.meets(match.who().id(), match.bed().facility()))));
        Suitability.weighed(warnings, despite);
    }

    private static Set<RoomId> rooms(List<Match> matches) {
        return matches.stream().map(match -> match.bed().room()).collect(Collectors.toSet());
    }

    /** Frees what is held past its time, before anything else is held: whoever holds it goes first. */
    void freeRunOut(Set<BedId> wanted, Caller caller) {
        beds.ranOut(wanted, caller.now()).stream()
                .filter(placements::holdEnds)
                .forEach(id -> events.fire(new HoldRanOut(placements.together(id), caller.now())));
    }
}
