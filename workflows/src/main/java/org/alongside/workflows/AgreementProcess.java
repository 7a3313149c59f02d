package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.referral.RenewalService;

/** What {@code agreement.bpmn} asks for. */
@Dependent
public class AgreementProcess implements ProcessBean {
    private final RenewalService renewals;
    private final SystemWork system;

    @Inject
    public AgreementProcess(RenewalService renewals, SystemIdentity identity) {
        this.renewals = renewals;
        this.system = new SystemWork(identity);
    }

    /** Asks the senders whose consents end soon, or have ended, to renew them. */
    public void askWhereDue() {
        system.run(renewals::askWhereDue);
    }
}
