package org.alongside.attestation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.attestation.AttestationEvent.AttestationSettled;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.AttestationId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/** The door to what follows a withdrawal: the holder attests, the lead sees who has and who is late, and what had been shared. */
@Stateless
@PermitAll
public class AttestationService {
    @Inject
    CallerContext callers;

    @Inject
    Attestations attestations;

    @Inject
    Codes codes;

    @Inject
    Event<AttestationEvent> events;

    /** What the caller's own organisation is asked to attest, what waits first, at most 100. */
    @Requires(Permission.READ_ATTESTATIONS)
    public List<AttestationView> askedOfUs() {
        Caller caller = callers.caller();
        return attestations.heldBy(caller.organisation(), caller.now());
    }

    /** One request to attest. */
    @Requires(Permission.READ_ATTESTATIONS)
    public AttestationView find(AttestationId attestationId) {
        return attestations.named(attestationId, callers.caller().now());
    }

    /** What was asked about a case, newest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<AttestationView> of(CaseId caseId) {
        return attestations.of(caseId, callers.caller().now());
    }

    /** What had been shared, with whom, since when and until when, and when it was last opened there; the latest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<SharedView> shared(CaseId caseId) {
        return attestations.shared(caseId, callers.caller().now());
    }

    /** Somebody of the holder attests what became of what it got; once. */
    @Requires(Permission.ATTEST_RETURN)
    public void attest(AttestationId attestationId, NewAttestation said) {
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        boolean kept = "KEPT_BY_LAW".equals(said.answer());
        check.that(!kept || said.duty() != null, "duty", "missing")
                .that(kept || said.duty() == null, "duty", "only-where-kept")
                .orRefuse();
        attestations.toChange(attestationId).attest(said, callers.caller());
        events.fire(new AttestationSettled(attestationId));
    }

    /** A supervisor of the lead notes that no answer is to be expected any more; only once it is late. */
    @Requires(Permission.STOP_ASKING)
    public void stopAsking(AttestationId attestationId) {
        attestations.toChange(attestationId).stop(callers.caller());
        events.fire(new AttestationSettled(attestationId));
    }

    /** Its day is over; told by the process. Does nothing when it was attested meanwhile. */
    @Requires(Permission.RUN_ATTESTATION_CLOCK)
    public void escalate(AttestationId attestationId) {
        attestations.toChange(attestationId).escalate(callers.caller().now());
    }
}
