package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.guardian.GuardianSignInService;
import org.alongside.guardian.WaitingSignIn;
import org.alongside.web.casefile.Allowed;

/** The guardians whose sign-in waits for a supervisor's word, as My work shows them. */
@Named
@RequestScoped
public class WaitingSignIns {
    @EJB
    private GuardianSignInService signIns;

    @Inject
    private Allowed allowed;

    private List<WaitingSignIn> all;

    public List<WaitingSignIn> getAll() {
        if (all == null) {
            all = allowed.ever(Permission.SEE_SIGN_INS) ? signIns.waiting() : List.of();
        }
        return all;
    }
}
