package org.alongside.interview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.consent.SharingEnded;
import org.alongside.interview.InterviewEvent.InterviewsEnded;
import org.alongside.shared.CaseId;
import org.alongside.shared.InterviewId;

/** In a closed file, and for those to whom nothing is open any more because she took it back, nobody asks her; in the same transaction. */
@ApplicationScoped
class InterviewsEnd {
    @Inject
    Interviews interviews;

    @Inject
    Event<InterviewEvent> events;

    void closed(@Observes CaseClosed event) {
        end(event.caseId());
    }

    void takenBack(@Observes SharingEnded event) {
        end(event.caseId());
    }

    private void end(CaseId caseId) {
        List<InterviewId> ended = interviews.end(caseId);
        if (!ended.isEmpty()) {
            events.fire(new InterviewsEnded(ended));
        }
    }
}
