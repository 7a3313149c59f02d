package org.alongside.logbook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.CaseId;
import org.alongside.shared.WorkerId;

/**
 * Something that went wrong in a house; no notes of counselling, and nobody's name in the words.
 *
 * @param words what happened
 * @param done what was done at once
 * @param people whom of those who live or lived there it touched
 * @param conductOf whom of the staff it is about, if it is about the conduct of staff: they read nothing of it
 */
public record NewIncident(
        @NotNull @CodeOf("incident_kind") String kind,
        @NotNull @CodeOf("incident_severity") String severity,
        @NotNull Instant happenedAt,
        @NotNull @Size(max = 4000) String words,
        @NotNull @Size(max = 2000) String done,
        List<CaseId> people,
        WorkerId conductOf) {
    public NewIncident {
        people = people == null ? List.of() : people.stream().distinct().toList();
    }

    /** What a desk that looked at it says is learned. */
    public record NewIncidentLook(@NotNull @Size(max = 2000) String learned) {}
}
