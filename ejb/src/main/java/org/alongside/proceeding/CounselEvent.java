package org.alongside.proceeding;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.CounselWantedId;
import org.alongside.shared.OrganisationId;

/** What happened to the search for another lawyer: ids and instants only, told inside the transaction in which it happened. */
public sealed interface CounselEvent {
    /**
     * A house cannot act for her in a matter, or may not any more.
     *
     * @param lead who finds another
     * @param findBy by when
     */
    record CounselWanted(CounselWantedId id, OrganisationId lead, Instant findBy) implements CounselEvent {}

    /** A lawyer took her up, she wants no other, or the file was closed: nobody is asked. */
    record CounselSettled(List<CounselWantedId> ids) implements CounselEvent {}
}
