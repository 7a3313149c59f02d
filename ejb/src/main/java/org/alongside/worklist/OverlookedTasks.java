package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.OrganisationId;

/** Port to the engine: what is left undone although who is asked and who supervises them had their time. */
public interface OverlookedTasks {
    /** By organisation and kind, as of that instant; nothing of what a task is about. */
    List<Undone> at(Instant now);

    /**
     * How many tasks of one kind an organisation leaves undone.
     *
     * @param kind key of the process
     * @param since when the first of them had been due for as long as there had been time to do it
     */
    record Undone(OrganisationId organisation, String kind, int tasks, Instant since) {}
}
