package org.alongside.tie;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseCode;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;
import org.alongside.shared.TieId;

/** The door for everybody who knows a survivor: they say so, and from that moment the file is closed to them. */
@Stateless
@PermitAll
public class TieService {
    @Inject
    CallerContext callers;

    @Inject
    Ties ties;

    @Inject
    Codes codes;

    @Inject
    Event<TieDeclared> declared;

    /** What the caller declared themselves, what stands first, newest first. */
    @Requires(Permission.DECLARE_TIE)
    public List<OwnTie> own() {
        return ties.own();
    }

    /**
     * Closes the file with that code to the caller, at once and until a supervisor opens it again. Answers alike whether a file
     * has that code or not; refuses what the caller has declared already.
     */
    @Requires(Permission.DECLARE_TIE)
    public TieId declare(NewTie tie) {
        Check check = new Check();
        new Fields(codes, check).check(tie, "");
        check.orRefuse();
        String code = CaseCode.read(tie.caseCode()).orElse("");
        check.that(!code.isEmpty(), "caseCode", "not-a-case-code").orRefuse();
        check.that(
                        own().stream()
                                .noneMatch(one -> one.endedAt().isEmpty()
                                        && one.caseCode().equals(code)),
                        "caseCode",
                        "tie-declared-already")
                .orRefuse();
        Caller caller = callers.caller();
        TieId id = TieId.random();
        ties.declare(id, code, tie.tie());
        declared.fire(new TieDeclared(caller.worker(), ties.closedTo(caller)));
        return id;
    }
}
