package org.alongside.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.missing.MissingEvent.MissingEnded;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;

/** Who of a file is still missing, or still to be asked; closing the file ends it in the same transaction. */
@ApplicationScoped
public class StillMissing {
    @Inject
    Episodes episodes;

    @Inject
    Event<MissingEvent> events;

    /** Ends it, once the file is closed: nobody is asked any more. */
    public void end(CaseId caseId) {
        List<MissingId> ended = episodes.end(caseId);
        if (!ended.isEmpty()) {
            events.fire(new MissingEnded(ended));
        }
    }
}
