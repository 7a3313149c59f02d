package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.PlaceSought;
import org.alongside.housing.PlacementEvent.PlacedTogether;
import org.alongside.housing.Placements.Sheltered;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/** Asks for a bed, for one or for a family that goes together from then on. */
@ApplicationScoped
class Asking {
    @Inject
    Placements placements;

    @Inject
    Event<PlacementEvent> events;

    /** Refuses where the house does not shelter somebody of them, or a bed is on its way for one of them. */
    void ask(PlacementId id, CaseId caseId, List<CaseId> family, Caller caller) {
        Check check = new Check().that(!family.contains(caseId), "family", "named-twice");
        for (int at = 0; at < family.size(); at++) {
            check.that(placements.sheltered(family.get(at), caller).isPresent(), "family." + at, "not-sheltered-here");
        }
        check.orRefuse();
        List<CaseId> all = Stream.concat(Stream.of(caseId), family.stream()).toList();
        List<Optional<PlacementId>> alone =
                all.stream().map(one -> placements.askedAlone(one, caller)).toList();
        for (int at = 0; at < all.size(); at++) {
            if (alone.get(at).isEmpty() && placements.running(all.get(at), caller)) {
                throw Refusal.wrongState("bed-asked-for-already");
            }
        }
        UUID together = all.size() == 1 ? null : placements.addFamily(caller);
        List<PlacementId> made = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            made.add(alone.get(at).orElse(at == 0 ? id : PlacementId.random()));
            if (alone.get(at).isEmpty()) {
                placements.request(made.get(at), all.get(at), sheltered(all.get(at), caller), together, caller);
            } else if (together != null) {
                placements.join(made.get(at), together);
            }
        }
        tell(all, made, together != null, caller);
    }

    private void tell(List<CaseId> all, List<PlacementId> made, boolean together, Caller caller) {
        events.fire(new BedRequested(made, caller.now()));
        if (together) {
            events.fire(new PlacedTogether(made, made.get(0)));
        }
        List<PlacementId> refused =
                all.stream().flatMap(one -> placements.refused(one).stream()).toList();
        if (!refused.isEmpty()) {
            events.fire(new PlaceSought(refused));
        }
    }

    private Sheltered sheltered(CaseId caseId, Caller caller) {
        return placements.sheltered(caseId, caller).orElseThrow(() -> Refusal.wrongState("not-sheltered-here"));
    }
}
