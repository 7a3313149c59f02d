package org.alongside.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.MissingId;
import org.alongside.shared.Reason;

/** That she is missing is theirs to know who may know of her safety, and the house's in which she lives; theirs to do who lead or keep her bed. */
@ApplicationScoped
public class MissingPolicy implements Policy<MissingId> {
    private static final Set<Permission> DOING =
            EnumSet.of(Permission.SEARCH_MISSING, Permission.REPORT_MISSING, Permission.TALK_AFTER_MISSING);

    @Inject
    Episodes episodes;

    @Inject
    CasePolicy cases;

    @Override
    public Class<MissingId> subject() {
        return MissingId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, MissingId id) {
        return episodes.find(id).flatMap(one -> cases.standing(caller, one.caseId())
                .filter(file -> reach(caller, id, file).knows())
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness())));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, MissingId id, Standing standing) {
        MissingReach reach = reach(caller, id, standing);
        boolean may =
                permission == Permission.LEAVE_UNRESOLVED ? reach.leads() : !DOING.contains(permission) || reach.acts();
        return may ? List.of() : List.of(Reason.of("missing-not-yours"));
    }

    private MissingReach reach(Caller caller, MissingId id, Standing file) {
        return new MissingReach(caller, file.openness().orElseThrow(), episodes.houses(id));
    }
}
