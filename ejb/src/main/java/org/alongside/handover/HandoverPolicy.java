package org.alongside.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.shared.HandoverId;
import org.alongside.shared.Reason;

/**
 * Whose an offer of the lead is: those' who lead the case, the other house's supervisors' as a card once it went out, the
 * processes' for its clock. Nobody else's; to everybody else it is not there.
 */
@ApplicationScoped
public class HandoverPolicy implements Policy<HandoverId> {
    private static final Set<Permission> OF_THE_LEAD =
            EnumSet.of(Permission.APPROVE_HANDOVER, Permission.WITHDRAW_HANDOVER);

    @Inject
    Handovers handovers;

    @Inject
    CasePolicy cases;

    @Override
    public Class<HandoverId> subject() {
        return HandoverId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, HandoverId id) {
        if (caller.system()) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "PROCESS", Optional.empty()));
        }
        Optional<Standing> lead = handovers
                .caseOf(id)
                .flatMap(caseId -> cases.standing(caller, caseId))
                .filter(open -> open.openness().filter(Openness::leads).isPresent())
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
        if (lead.isPresent()) {
            return lead;
        }
        return handovers
                .card(id)
                .filter(card -> card.to().equals(caller.organisation())
                        && card.offeredAt().isPresent())
                .filter(card -> caller.has(Role.SUP))
                .map(card -> new Standing(Optional.empty(), id.value(), "RECIPIENT", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, HandoverId id, Standing standing) {
        if (caller.system()) {
            return List.of();
        }
        boolean recipient = handovers
                .card(id)
                .filter(card -> card.to().equals(caller.organisation()))
                .isPresent();
        if (permission == Permission.RECEIVE_HANDOVER && !recipient) {
            return List.of(Reason.of("only-the-recipient"));
        }
        return OF_THE_LEAD.contains(permission) && standing.openness().isEmpty()
                ? List.of(Reason.of("only-the-lead"))
                : List.of();
    }
}
