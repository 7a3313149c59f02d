package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.alongside.guardian.GuardianLeft;
import org.alongside.guardian.PersonExcluded;
import org.alongside.shared.CaseId;

/** A mandate that a guardian signed runs on where the guardian is there no more; counsel is warned of it, so that somebody signs who may. */
@ApplicationScoped
class MandatesLeftAlone {
    @Inject
    DeadlineRecords deadlines;

    void left(@Observes GuardianLeft event) {
        warn(event.caseId());
    }

    void excluded(@Observes PersonExcluded event) {
        warn(event.caseId());
    }

    private void warn(CaseId caseId) {
        deadlines.mandatesLeftAlone(caseId);
    }
}
