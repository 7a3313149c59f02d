package org.alongside.guardian;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SignInId;

/**
 * The door to guardians who sign in: who leads names the worker, a second person agrees, and either closes it again. From the
 * agreement on what the matrix gives a guardian is open to that one worker for as long as the mandate runs (ACCESS 1).
 */
@Stateless
@PermitAll
public class GuardianSignInService {
    @Inject
    CallerContext callers;

    @Inject
    Guardians guardians;

    @Inject
    GuardianSignIns signIns;

    @Inject
    Once once;

    /** Who can be named: child guardians of admitted organisations but the one that leads. */
    @Requires(Permission.NAME_SIGN_IN)
    public List<GuardianWorker> workers(CaseId caseId) {
        return signIns.workers(caseId);
    }

    /**
     * Names the worker who is that guardian; opens nothing. Refuses WRONG_STATE where the guardian has no mandate now, one is
     * named already, or that worker cannot be it.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.NAME_SIGN_IN)
    public SignInId name(CaseId caseId, GuardianId guardian, NewSignIn named, String key) {
        Caller caller = callers.caller();
        new Check().that(named.worker() != null, "worker", "missing").orRefuse();
        guardians.require(caseId, guardian);
        SignInId id = SignInId.random();
        return once.perform(key, "NAME_SIGN_IN " + caseId + " " + guardian, named, id.value(), caller)
                .map(SignInId::new)
                .orElseGet(() -> {
                    signIns.name(id, guardian, named.worker());
                    return id;
                });
    }

    /** Agrees as the second person: the file opens to the guardian. Refuses who named the worker. */
    @Requires(Permission.AGREE_SIGN_IN)
    public void agree(CaseId caseId, SignInId id) {
        if (signIns.require(caseId, id).namedBy().equals(callers.caller().worker())) {
            throw Refusal.notAllowed("own-request");
        }
        signIns.agree(id);
    }

    /** Closes the file to the guardian in this instant, takes back who was named, or refuses it. */
    @Requires(Permission.CLOSE_SIGN_IN)
    public void close(CaseId caseId, SignInId id) {
        signIns.require(caseId, id);
        signIns.close(id);
    }

    /** Which files the caller is asked to open to a guardian, told by their codes. */
    @Requires(Permission.SEE_SIGN_INS)
    public List<WaitingSignIn> waiting() {
        return signIns.waiting();
    }
}
