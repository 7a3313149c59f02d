package org.alongside.worklist;

import java.util.List;
import java.util.UUID;

/**
 * A task begins to wait for people.
 *
 * @param task the engine's id of it
 * @param kind {@code <process>.<task>}, as in {@link EngineTask}
 * @param subject the referral or the case that it is about
 * @param urgent whether it belongs to a referral whose urgency is EMERGENCY or URGENT
 */
public record TaskOffered(String task, String kind, UUID subject, List<TaskGroup> groups, boolean urgent) {
    public TaskOffered {
        groups = List.copyOf(groups);
    }

    /** Whether it is for those who know the card alone; all others are for those to whom the file is open. */
    public boolean aboutCard() {
        return WorkItems.ABOUT_A_CARD.contains(kind);
    }
}
