package org.alongside.logbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.logbook.Logbook.HousePerson;
import org.alongside.shared.FacilityId;
import org.alongside.shared.IncidentId;

/**
 * An incident, with nobody whom its reader may not know.
 *
 * @param words what happened
 * @param done what was done at once
 * @param people whom of the house it touched
 * @param conductOf name of whom of the staff it is about
 * @param mine the desk at which the reader can look at it now, code of incident_desk
 * @param looks who looked at it, and what is learned
 */
public record IncidentView(
        IncidentRow header,
        FacilityId house,
        String words,
        String done,
        List<HousePerson> people,
        Optional<String> conductOf,
        Optional<String> mine,
        List<IncidentLook> looks) {

    /**
     * One in the list.
     *
     * @param codeName of the house
     * @param kind code of incident_kind
     * @param severity code of incident_severity
     * @param recordedBy name of who wrote it
     * @param lookBy by when it is looked at
     * @param waitingFor codes of incident_desk that have not looked at it
     */
    public record IncidentRow(
            IncidentId id,
            String codeName,
            String kind,
            String severity,
            Instant happenedAt,
            Instant recordedAt,
            String recordedBy,
            Instant lookBy,
            List<String> waitingFor) {}

    /** That somebody looked at it at a desk. */
    public record IncidentLook(String desk, Instant at, String by, String learned) {}

    /**
     * How many there were.
     *
     * @param month as 2026-11, in the days of the house
     */
    public record IncidentCount(String month, String kind, long count) {}
}
