package org.alongside.logbook;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.logbook.IncidentEvent.IncidentLookedAt;
import org.alongside.logbook.IncidentEvent.IncidentRecorded;
import org.alongside.logbook.IncidentView.IncidentCount;
import org.alongside.logbook.IncidentView.IncidentRow;
import org.alongside.logbook.Logbook.HousePerson;
import org.alongside.logbook.NewIncident.NewIncidentLook;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.Refusal;

/** The door to what went wrong in a house: write it down, look at it, and count it. */
@Stateless
@PermitAll
public class IncidentService {
    static final String LOOKED_AT = "incident-looked-at";
    private static final String CONDUCT = "STAFF_CONDUCT";

    @Inject
    CallerContext callers;

    @Inject
    Incidents incidents;

    @Inject
    ShiftNotes notes;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<IncidentEvent> events;

    /**
     * Writes down what happened; the manager is asked to look at it, and about conduct of staff the supervisor too. Refuses
     * {@code not-in-this-house} for somebody who never lived there, or whom the caller may not know, in the same words.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_LOGBOOK)
    public OfCases<IncidentId> record(FacilityId house, NewIncident incident, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(incident, "");
        Set<CaseId> there = notes.whoLivedIn(house, Set.copyOf(incident.people()));
        check.that(
                        incident.happenedAt() == null || !incident.happenedAt().isAfter(caller.now()),
                        "happenedAt",
                        "in-the-future")
                .that(there.containsAll(incident.people()), "people", "not-in-this-house")
                .that(incident.conductOf() == null || CONDUCT.equals(incident.kind()), "conductOf", "only-of-conduct")
                .that(
                        incident.conductOf() == null
                                || notes.colleagues(house, caller).stream()
                                        .anyMatch(one -> one.id().equals(incident.conductOf())),
                        "conductOf",
                        "not-of-this-house")
                .orRefuse();
        IncidentId id = IncidentId.random();
        IncidentId made = once.perform(key, "RECORD_INCIDENT", List.of(house, incident), id.value(), caller)
                .map(IncidentId::new)
                .orElseGet(() -> {
                    Instant lookBy = caller.now().plus(settings.of(LOOKED_AT));
                    List<String> desks = incidents.desks(incident);
                    incidents.add(id, house, incident, desks, lookBy, caller);
                    events.fire(new IncidentRecorded(id, caller.organisation(), Set.copyOf(desks), lookBy));
                    return id;
                });
        return new OfCases<>(made, incident.people());
    }

    /** What the caller may read of, what waits first; at most a hundred. */
    @Requires(Permission.READ_LOGBOOK)
    public List<IncidentRow> list() {
        return incidents.list(callers.caller());
    }

    /** One of them, with those of the house whom the caller may know. */
    @Requires(Permission.READ_LOGBOOK)
    public OfCases<IncidentView> read(IncidentId id) {
        IncidentView incident = incidents.require(id, callers.caller());
        return new OfCases<>(
                incident, incident.people().stream().map(HousePerson::caseId).toList());
    }

    /** The caller's desk has looked at it; refuses {@code incident-not-waiting} where there is nothing for the caller to do. */
    @Requires(Permission.LOOK_AT_INCIDENT)
    public void look(IncidentId id, NewIncidentLook look) {
        Caller caller = callers.caller();
        Fields.require(look, codes);
        String desk =
                incidents.require(id, caller).mine().orElseThrow(() -> Refusal.wrongState("incident-not-waiting"));
        incidents.look(id, desk, look.learned(), caller);
        events.fire(new IncidentLookedAt(id, desk));
    }

    /** How many of each kind in each of the last twelve months. */
    @Requires(Permission.COUNT_INCIDENTS)
    public List<IncidentCount> count() {
        return incidents.counts(callers.caller());
    }
}
