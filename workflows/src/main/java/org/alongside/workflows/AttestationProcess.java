package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.attestation.AttestationService;
import org.alongside.shared.AttestationId;

/** What {@code attestation.bpmn} asks for. */
@Dependent
public class AttestationProcess implements ProcessBean {
    private final AttestationService attestations;
    private final SystemWork system;

    @Inject
    public AttestationProcess(AttestationService attestations, SystemIdentity identity) {
        this.attestations = attestations;
        this.system = new SystemWork(identity);
    }

    /** Its day is over and nobody has attested. */
    public void escalate(String attestationId) {
        system.run(() -> attestations.escalate(AttestationId.of(attestationId)));
    }
}
