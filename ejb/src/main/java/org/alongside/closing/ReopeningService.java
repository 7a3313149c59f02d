package org.alongside.closing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.closing.ClosingEvent.CaseReopened;
import org.alongside.closing.ClosingEvent.ReopenedTakenUp;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.safety.RiskWatch;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to opening a closed case again: a new episode, to which a supervisor sees. */
@Stateless
@PermitAll
public class ReopeningService {
    private static final String CLOSED = "CLOSED";
    private static final String REOPENED = "REOPENED";

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Closings closings;

    @Inject
    CaseFacts survivors;

    @Inject
    Codes codes;

    @Inject
    Instance<ClosingTimes> times;

    @Inject
    Event<ClosingEvent> events;

    @Inject
    RiskWatch risks;

    /** Begins a new episode. What was open to others before does not open again. */
    @Requires(Permission.REOPEN_CASE)
    public void reopen(CaseId caseId, NewReopening asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(
                        !"OTHER".equals(asked.reason())
                                || asked.words() != null && !asked.words().isBlank(),
                        "words",
                        "missing")
                .orRefuse();
        require(caseId, CLOSED, "case-not-closed");
        closings.reopen(caseId, asked);
        events.fire(new CaseReopened(
                caseId, caller.organisation(), caller.now().plus(times.get().within("TAKE_UP"))));
    }

    /** A supervisor has seen to it that somebody works on it: it is active again. */
    @Requires(Permission.TAKE_UP_CASE)
    public void takeUp(CaseId caseId) {
        if (!files.openness(callers.caller(), caseId).leads()) {
            throw Refusal.notAllowed("only-the-lead");
        }
        require(caseId, REOPENED, "case-not-reopened");
        closings.takeUp(caseId);
        risks.resume(caseId);
        events.fire(new ReopenedTakenUp(caseId));
    }

    private void require(CaseId caseId, String status, String otherwise) {
        if (!survivors.of(caseId).status().equals(status)) {
            throw Refusal.wrongState(otherwise);
        }
    }
}
