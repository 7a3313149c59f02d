package org.alongside.defence;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OrganisationId;

/** What happened to a defence: ids and instants only, told inside the transaction in which it happened. */
public sealed interface DefenceEvent {
    /**
     * There is something for her lawyer to see to.
     *
     * @param lead who finds her one, where she has none
     * @param findBy by when one is found
     * @param defendBy by when the lawyer has seen to it
     */
    record DefenceNeeded(NonPunishmentId id, OrganisationId lead, Instant findBy, Instant defendBy)
            implements DefenceEvent {}

    /** A house of lawyers helps her now. */
    record LawyerFound(NonPunishmentId id) implements DefenceEvent {}

    /** Her lawyer has seen to it. */
    record DefenceSettled(NonPunishmentId id) implements DefenceEvent {}

    /** The file was closed: nobody is asked any more. */
    record DefencesEnded(List<NonPunishmentId> ids) implements DefenceEvent {}
}
