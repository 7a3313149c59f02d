package org.alongside.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ExclusionId;

/** The door to what she keeps from an organisation: said and lifted on any day at her word, also in a closed file. */
@Stateless
@PermitAll
public class ExclusionService {
    @Inject
    CallerContext callers;

    @Inject
    Exclusions exclusions;

    @Inject
    Recipients recipients;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /**
     * Keeps something from an organisation, in this instant and whatever is agreed with it later.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_BACK)
    public ExclusionId keepBack(CaseId caseId, NewExclusion said, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        Exclusions.check(check, "", said.category(), said.part());
        recipients.check(check, said.recipient(), null);
        check.orRefuse();
        ExclusionId id = ExclusionId.random();
        return once.perform(key, "KEEP_BACK " + caseId, said, id.value(), caller)
                .map(ExclusionId::new)
                .orElseGet(() -> exclusions.say(id, caseId, said));
    }

    /** Everything she keeps or kept from organisations, newest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<ExclusionView> of(CaseId caseId) {
        return exclusions.of(caseId);
    }

    /** She no longer keeps it back: what she agreed to opens again, as far as it is still agreed. */
    @Requires(Permission.KEEP_BACK)
    public void lift(CaseId caseId, ExclusionId exclusion) {
        exclusions.require(caseId, exclusion).lift(callers.caller());
    }
}
