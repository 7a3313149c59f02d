package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.PlaceSought;
import org.alongside.housing.PlacementEvent.PlacedTogether;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/**
 * Asks for a bed, for one or for a family that goes together from then on. Who that is was said by who leads, and nobody of it whom the house
 * shelters is left out: those who wait come along, and who lives here already is joined.
 */
@ApplicationScoped
class Asking {
    @Inject
    Placements placements;

    @Inject
    PlacementSteps steps;

    @Inject
    ShelterReferrals referrals;

    @Inject
    Families families;

    @Inject
    Kinship kinship;

    @Inject
    Event<PlacementEvent> events;

    /**
     * Refuses where the house does not shelter somebody of them, nobody who leads has said that they are a family, or a bed is on its way.
     *
     * @param named those of her family who are meant by name; the others come along all the same
     */
    void ask(PlacementId id, CaseId caseId, List<CaseId> named, Caller caller) {
        List<CaseId> said = kinship.shelteredWith(caseId, caller);
        requireHers(caseId, named, said, caller);
        Map<CaseId, Placement> standing = placements.running(with(caseId, said), caller).stream()
                .collect(Collectors.toMap(Placement::caseId, Function.identity()));
        List<CaseId> together = together(caseId, said, standing);
        boolean joins = together.stream()
                .map(standing::get)
                .anyMatch(one -> one == null || one.family().isEmpty());
        boolean possible = Optional.ofNullable(standing.get(caseId))
                .map(own -> own.status() == PlacementStatus.REQUESTED
                        && (own.family().isEmpty() || joins))
                .orElse(true);
        if (!possible || !together.containsAll(named)) {
            throw Refusal.wrongState("bed-asked-for-already");
        }
        if (standing.containsKey(caseId) && together.size() == 1 && standing.size() > 1) {
            throw Refusal.wrongState("family-on-its-way");
        }
        tell(place(id, together, standing, caller), caller);
    }

    /** Refuses where somebody of her family waits or lives here, and is not placed with her. */
    void requireNobodyApart(List<Placement> family, Caller caller) {
        boolean apart = family.stream()
                .anyMatch(one -> placements.running(kinship.shelteredWith(one.caseId(), caller), caller).stream()
                        .anyMatch(
                                other -> one.family().isEmpty() || !one.family().equals(other.family())));
        if (apart) {
            throw Refusal.wrongState("family-apart");
        }
    }

    private void requireHers(CaseId caseId, List<CaseId> named, List<CaseId> said, Caller caller) {
        Check check = new Check().that(!named.contains(caseId), "family", "named-twice");
        for (int at = 0; at < named.size(); at++) {
            boolean here = referrals.of(named.get(at), caller).isPresent();
            check.that(here, "family." + at, "not-sheltered-here")
                    .that(!here || said.contains(named.get(at)), "family." + at, "family-not-said");
        }
        check.orRefuse();
    }

    /** She and those who can go with her: each of one family with each, and none whose bed is on its way already. */
    private List<CaseId> together(CaseId caseId, List<CaseId> said, Map<CaseId, Placement> standing) {
        List<CaseId> together = new ArrayList<>(List.of(caseId));
        for (CaseId one : said) {
            Placement placed = standing.get(one);
            boolean settled = placed == null
                    || placed.status() == PlacementStatus.REQUESTED
                    || placed.status().livesThere();
            if (settled && together.stream().allMatch(other -> kinship.said(one, other))) {
                together.add(one);
            }
        }
        Optional<UUID> family = familyOf(together, standing);
        together.removeIf(one -> Optional.ofNullable(standing.get(one))
                .flatMap(Placement::family)
                .filter(own -> !own.equals(family.orElse(null)))
                .isPresent());
        return together;
    }

    /** The family that they come into: one in which everybody is of one family with all of them. */
    private Optional<UUID> familyOf(List<CaseId> together, Map<CaseId, Placement> standing) {
        return together.stream()
                .map(standing::get)
                .filter(one -> one != null && one.family().isPresent())
                .filter(one ->
                        placements.familyOf(one).stream().map(Placement::caseId).allMatch(together::contains))
                .findFirst()
                .flatMap(Placement::family);
    }

    /** Those who wait now, she first. */
    private List<Waiting> place(PlacementId id, List<CaseId> together, Map<CaseId, Placement> standing, Caller caller) {
        UUID family = together.size() == 1 ? null : familyOf(together, standing).orElseGet(() -> families.add(caller));
        List<Waiting> waiting = new ArrayList<>();
        for (CaseId one : together) {
            Placement placed = standing.get(one);
            PlacementId made = placed != null ? placed.id() : waiting.isEmpty() ? id : PlacementId.random();
            if (placed == null) {
                ShelterReferrals.Sheltered under =
                        referrals.of(one, caller).orElseThrow(() -> Refusal.wrongState("not-sheltered-here"));
                steps.request(made, one, under, family, caller);
            } else if (family != null && placed.family().isEmpty()) {
                families.join(made, family);
            }
            if (placed == null || placed.status() == PlacementStatus.REQUESTED) {
                waiting.add(new Waiting(one, made));
            }
        }
        return waiting;
    }

    private record Waiting(CaseId caseId, PlacementId placement) {}

    private void tell(List<Waiting> waiting, Caller caller) {
        List<PlacementId> made = waiting.stream().map(Waiting::placement).toList();
        events.fire(new BedRequested(made, caller.now()));
        if (made.size() > 1) {
            events.fire(new PlacedTogether(made, made.get(0)));
        }
        List<PlacementId> refused =
                placements.refused(waiting.stream().map(Waiting::caseId).toList());
        if (!refused.isEmpty()) {
            events.fire(new PlaceSought(refused));
        }
    }

    private static List<CaseId> with(CaseId caseId, List<CaseId> others) {
        List<CaseId> all = new ArrayList<>(List.of(caseId));
        all.addAll(others);
        return all;
    }
}
