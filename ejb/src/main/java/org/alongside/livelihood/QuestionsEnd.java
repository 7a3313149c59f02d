package org.alongside.livelihood;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.livelihood.LivingEvent.NotAsked;
import org.alongside.shared.QuestionId;

/** In a closed file nobody asks after her work here; what she agreed to be asked later has a time of its own. */
@ApplicationScoped
class QuestionsEnd {
    @Inject
    Livelihoods livelihoods;

    @Inject
    Event<LivingEvent> events;

    void closed(@Observes CaseClosed event) {
        List<QuestionId> ended = livelihoods.end(event.caseId());
        if (!ended.isEmpty()) {
            events.fire(new NotAsked(ended));
        }
    }
}
