package org.alongside.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to what she was told of what is hers by right, and to what nobody told her yet. Nothing hangs on it. */
@Stateless
@PermitAll
public class InformationService {
    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    InformationGiven information;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What she was told and what not yet; for those who lead the case. */
    @Requires(Permission.READ_INFORMATION)
    public InformationView of(CaseId caseId) {
        if (!files.found(callers.caller(), caseId).leads()) {
            throw Refusal.notThere();
        }
        return information.of(caseId);
    }

    /**
     * Writes down what she was told in one talk; what is told again is kept beside what was told before. Refuses INVALID by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_INFORMATION)
    public void record(CaseId caseId, NewInformation said, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        check.that(!said.kinds().isEmpty(), "kinds", "missing")
                .that(!said.ways().isEmpty(), "ways", "missing")
                .that(said.toldOn() == null || !said.toldOn().isAfter(workers.today(caller)), "toldOn", "in-the-future")
                .orRefuse();
        if (once.perform(key, "INFORMATION " + caseId, said, UUID.randomUUID(), caller)
                .isEmpty()) {
            information.add(caseId, said, caller);
        }
    }
}
