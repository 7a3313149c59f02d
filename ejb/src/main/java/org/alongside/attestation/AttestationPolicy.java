package org.alongside.attestation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.consent.Consents;
import org.alongside.shared.AttestationId;
import org.alongside.shared.Reason;

/** Whose a request to attest is: the holder's whose work is referrals, theirs who lead the file, the process's for its clock. */
@ApplicationScoped
public class AttestationPolicy implements Policy<AttestationId> {
    @Inject
    Attestations attestations;

    @Inject
    Consents consents;

    @Inject
    CasePolicy cases;

    @Override
    public Class<AttestationId> subject() {
        return AttestationId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, AttestationId id) {
        Optional<Attestation> found = attestations.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (caller.system()) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "PROCESS", Optional.empty()));
        }
        if (found.get().isHeldBy(caller.organisation())) {
            return Role.RECEIVING.stream().anyMatch(caller::has)
                    ? Optional.of(new Standing(Optional.empty(), id.value(), "HOLDER", Optional.empty()))
                    : Optional.empty();
        }
        return consents.caseOf(found.get().consent())
                .flatMap(caseId -> cases.standing(caller, caseId))
                .filter(open -> open.openness().filter(o -> o.leads()).isPresent())
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, AttestationId id, Standing standing) {
        boolean holder = standing.basis().equals("HOLDER");
        if (permission == Permission.ATTEST_RETURN && !holder) {
            return List.of(Reason.of("only-the-holder"));
        }
        return permission == Permission.STOP_ASKING && holder ? List.of(Reason.of("only-the-lead")) : List.of();
    }
}
