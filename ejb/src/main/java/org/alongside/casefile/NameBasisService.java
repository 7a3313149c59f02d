package org.alongside.casefile;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to what her name rests on, and to which authority was asked who she is. Nothing in help asks for it. */
@Stateless
@PermitAll
public class NameBasisService {
    private static final String CONFIRMED = "CONFIRMED";

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    NameBases bases;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    /** On what it rests; for those who lead the case. */
    @Requires(Permission.READ_NAME_BASIS)
    public NameBasisView of(CaseId caseId) {
        if (!files.found(callers.caller(), caseId).leads()) {
            throw Refusal.notThere();
        }
        return bases.of(caseId);
    }

    /** On what her name rests from now on. Refuses INVALID, {@code confirmed-by-its-answer} too: an authority confirms it, nobody else. */
    @Requires(Permission.CHANGE_IDENTITY)
    public void rests(CaseId caseId, NewNameBasis said) {
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        check.that(!CONFIRMED.equals(said.basis()), "basis", "confirmed-by-its-answer")
                .orRefuse();
        bases.rests(caseId, said.basis(), callers.caller());
    }

    /** An authority was asked, or answered; where it confirmed her name, that rests on it from now on. Refuses INVALID by field. */
    @Requires(Permission.CHANGE_IDENTITY)
    public void asked(CaseId caseId, NewInquiry asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(asked.on() == null || !asked.on().isAfter(workers.today(caller)), "on", "in-the-future")
                .orRefuse();
        bases.asked(caseId, asked, caller);
        if (CONFIRMED.equals(asked.answer())) {
            bases.rests(caseId, CONFIRMED, caller);
        }
    }
}
