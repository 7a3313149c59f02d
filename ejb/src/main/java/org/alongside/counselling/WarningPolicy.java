package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.WarningId;

/** That a counsellor carries too much is known to them and to the house's supervisors; nobody looks at what they carry themselves. */
@ApplicationScoped
public class WarningPolicy implements Policy<WarningId> {
    @Inject
    Supervisions supervisions;

    @Override
    public Class<WarningId> subject() {
        return WarningId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, WarningId id) {
        return supervisions
                .warned(id)
                .map(counsellor -> new Standing(Optional.empty(), id.value(), "HOUSE", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, WarningId id, Standing standing) {
        return supervisions.warned(id).filter(caller.worker()::equals).isPresent()
                ? List.of(Reason.of("not-yourself"))
                : List.of();
    }
}
