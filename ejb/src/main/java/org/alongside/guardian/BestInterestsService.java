package org.alongside.guardian;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/** The door to what was found to be best for a child: nothing is decided for her without it, and her own views are heard first. */
@Stateless
@PermitAll
public class BestInterestsService {
    @Inject
    CallerContext callers;

    @Inject
    BestInterests found;

    @Inject
    Guardians guardians;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    /** What was found, the newest first. */
    @Requires(Permission.READ_BEST_INTERESTS)
    public List<BestInterests.FoundInterests> of(CaseId caseId) {
        return found.all(caseId);
    }

    /**
     * Notes what was found. Refuses INVALID {@code only-for-a-child}, {@code in-the-future}, and {@code child-not-heard} where something
     * is said to be best for her without her own views.
     */
    @Requires(Permission.RECORD_BEST_INTERESTS)
    public void note(CaseId caseId, NewBestInterests asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(guardians.childSince(caseId).isPresent(), "", "only-for-a-child")
                .that(
                        asked.foundOn() == null || !asked.foundOn().isAfter(workers.today(caller)),
                        "foundOn",
                        "in-the-future")
                .that(asked.heard() || !BestInterests.SUPPORTS.equals(asked.result()), "heard", "child-not-heard")
                .orRefuse();
        found.add(caseId, asked, caller);
    }
}
