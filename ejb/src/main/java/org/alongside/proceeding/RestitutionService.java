package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.shared.CaseId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to the restitution ledger: what was claimed, ordered and really paid for a survivor, and what she has of it; her lawyer's alone. */
@Stateless
@PermitAll
public class RestitutionService {
    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    MoneyRecords records;

    /** All matters of the caller's house in which money is claimed for her. Refuses {@code legal-not-open} to who does not keep her matters. */
    @Requires(Permission.READ_RESTITUTION)
    public Restitution of(CaseId caseId) {
        Caller caller = callers.caller();
        if (!LegalReach.of(caller, files.found(caller, caseId), files.matrix()).keeps(caller.organisation())) {
            throw Refusal.notAllowed("legal-not-open");
        }
        return new Restitution(caseId, records.awards(caseId), records.inHand(caseId));
    }

    /**
     * Awards of the caller's house of which something is not paid, the oldest matter first, also of matters that are closed.
     *
     * @param cursor where the list goes on, or null
     */
    @Requires(Permission.READ_RESTITUTION)
    public Page<Unpaid> unpaid(String cursor, int limit) {
        return records.unpaid(callers.caller(), cursor, limit);
    }
}
