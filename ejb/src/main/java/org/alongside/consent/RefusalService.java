package org.alongside.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/** The door to what she said no to: kept without a reason and without consequence, so that she is not asked again and again. */
@Stateless
@PermitAll
public class RefusalService {
    @Inject
    CallerContext callers;

    @Inject
    CaseFacts facts;

    @Inject
    RefusedConsents refusals;

    @Inject
    Recipients recipients;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /**
     * Records that she said no; what she agreed to before goes on until she takes it back.
     *
     * @param key makes the call repeatable, or null
     * @return the id of the record
     */
    @Requires(Permission.RECORD_CONSENT)
    public UUID refuse(CaseId caseId, NewRefusal said, String key) {
        Caller caller = callers.caller();
        facts.of(caseId).requireOpen();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        recipients.check(check, said.recipient(), said.purpose());
        check.orRefuse();
        UUID id = UUID.randomUUID();
        return once.perform(key, "REFUSE_CONSENT " + caseId, said, id, caller).orElseGet(() -> {
            refusals.add(id, caseId, said, caller);
            return id;
        });
    }

    /** What she said no to, newest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<RefusalView> of(CaseId caseId) {
        return refusals.of(caseId);
    }
}
