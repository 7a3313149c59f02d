package org.alongside.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Reason;

/**
 * Nobody agrees to what they asked for, and whoever agreed does not review it (ACCESS 5, 7). An access is there for whoever asked,
 * for colleagues who may agree, for data protection, for who leads the case, and, without what it was about, for those who are
 * told of misuse or that a review is late.
 */
@ApplicationScoped
class EmergencyPolicy implements Policy<EmergencyAccessId> {
    /** To whom each act belongs, by how an access is theirs. */
    private static final Map<Permission, Set<String>> THEIRS = Map.of(
            Permission.ASK_EMERGENCY_ACCESS, Set.of("OWN", "COLLEAGUE"),
            Permission.AGREE_EMERGENCY_ACCESS, Set.of("COLLEAGUE"),
            Permission.END_EMERGENCY_ACCESS, Set.of("OWN", "LEAD", "REVIEW"),
            Permission.REVIEW_EMERGENCY_ACCESS, Set.of("REVIEW"),
            Permission.READ_TELLING, Set.of("LEAD"),
            Permission.TELL_OF_ACCESS, Set.of("LEAD"),
            Permission.SEE_TO_MISUSE, Set.of("MISUSE", "COORDINATOR"));

    @Inject
    EmergencyAccesses accesses;

    @Override
    public Class<EmergencyAccessId> subject() {
        return EmergencyAccessId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, EmergencyAccessId id) {
        return accesses.standing(id)
                .map(how -> new Standing(
                        "LEAD".equals(how) || "REVIEW".equals(how) ? accesses.caseOf(id) : Optional.empty(),
                        id.value(),
                        how,
                        Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, EmergencyAccessId id, Standing standing) {
        if (THEIRS.get(permission).contains(standing.basis())) {
            return List.of();
        }
        return List.of(Reason.of("OWN".equals(standing.basis()) ? "own-request" : "emergency-not-yours"));
    }
}
