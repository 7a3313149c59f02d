package org.alongside.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Reason;

/** A follow-up is there for those who lead the closed file it belongs to, and for nobody else. */
@ApplicationScoped
public class FollowUpPolicy implements Policy<FollowUpId> {
    @Inject
    FollowUps followUps;

    @Inject
    CasePolicy cases;

    @Override
    public Class<FollowUpId> subject() {
        return FollowUpId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, FollowUpId id) {
        return followUps
                .caseOf(id)
                .flatMap(caseId -> cases.standing(caller, caseId))
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, FollowUpId id, Standing standing) {
        return List.of();
    }
}
