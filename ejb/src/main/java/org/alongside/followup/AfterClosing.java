package org.alongside.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.CallerContext;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.CaseReopened;
import org.alongside.consent.PurposeAnswered;
import org.alongside.followup.FollowUpEvent.FollowUpsEnded;
import org.alongside.followup.FollowUpEvent.FollowUpsOver;
import org.alongside.guardian.PersonExcluded;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;

/**
 * Plans when she is asked in the same transaction in which her file is closed, if she agreed; ends it in the one in which the file is
 * opened again or she takes her word back.
 */
@ApplicationScoped
class AfterClosing {
    private static final String PURPOSE = "FOLLOWUP_CONTACT";

    @Inject
    CallerContext callers;

    @Inject
    FollowUps followUps;

    @Inject
    Instance<FollowUpTimes> times;

    @Inject
    Event<FollowUpEvent> events;

    void closed(@Observes CaseClosed closed) {
        if (closed.followUp()) {
            followUps
                    .begin(closed.caseId(), times.get().all(), callers.caller().now())
                    .forEach(events::fire);
        }
    }

    void reopened(@Observes CaseReopened reopened) {
        List<FollowUpId> ended = followUps.end(reopened.caseId());
        if (!ended.isEmpty()) {
            events.fire(new FollowUpsEnded(ended));
        }
    }

    void answered(@Observes PurposeAnswered answered) {
        if (PURPOSE.equals(answered.purpose())) {
            end(answered.caseId());
        }
    }

    /** Who agreed for her counts no more: what they agreed to may have ended. */
    void excluded(@Observes PersonExcluded excluded) {
        end(excluded.caseId());
    }

    private void end(CaseId caseId) {
        List<FollowUpId> ended = followUps.end(caseId);
        if (!ended.isEmpty()) {
            events.fire(new FollowUpsEnded(ended));
            events.fire(new FollowUpsOver(caseId));
        }
    }
}
