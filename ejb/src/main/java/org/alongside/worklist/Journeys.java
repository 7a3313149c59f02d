package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** Port to where processes stand, and to their drawing from the model's own layout. */
public interface Journeys {
    /** The process of a referral or case, running or ended, if there is one. */
    Optional<Standing> of(UUID subject);

    /**
     * The diagram as a standalone SVG element in the pieces of the look (classes node, flow, done, here, token, quiet),
     * with title and desc as text equivalent.
     */
    String draw(UUID subject, Labels labels);

    /**
     * Where a process stands.
     *
     * @param process id of the model, for example {@code referral}
     * @param here ids of the steps that wait now
     * @param passed ids of the steps already taken, in order, without those not reached
     * @param since when the newest waiting step began, UTC
     */
    record Standing(String process, List<Step> here, List<String> passed, Instant since, boolean ended) {
        /** The same, without anybody who is asked elsewhere. */
        Standing asking(OrganisationId alone) {
            return new Standing(
                    process, here.stream().map(step -> step.asking(alone)).toList(), passed, since, ended);
        }
    }

    /** A step that waits: its id in the model, since when, by when, and who is asked. */
    record Step(String id, Instant since, Optional<Instant> dueAt, List<TaskGroup> asked) {
        private Step asking(OrganisationId alone) {
            return new Step(
                    id,
                    since,
                    dueAt,
                    asked.stream()
                            .filter(group -> group.organisation().equals(alone))
                            .toList());
        }
    }

    /** Words for the drawing in the reader's language. */
    interface Labels {
        /** The words of a step, lane or flow by its id in the model. */
        String of(String process, String id, String nameInModel);

        String title();

        String description();
    }
}
