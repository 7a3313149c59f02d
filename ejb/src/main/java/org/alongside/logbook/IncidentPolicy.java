package org.alongside.logbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.IncidentId;
import org.alongside.shared.Reason;

/** An incident is there for its own house and those who look after it; nobody looks at what they wrote. */
@ApplicationScoped
public class IncidentPolicy implements Policy<IncidentId> {
    @Inject
    Incidents incidents;

    @Override
    public Class<IncidentId> subject() {
        return IncidentId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, IncidentId id) {
        return incidents
                .writer(id)
                .map(writer -> new Standing(
                        Optional.empty(),
                        id.value(),
                        writer.equals(caller.worker()) ? "OWN" : "HOUSE",
                        Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, IncidentId id, Standing standing) {
        return permission == Permission.LOOK_AT_INCIDENT && "OWN".equals(standing.basis())
                ? List.of(Reason.of("own-incident"))
                : List.of();
    }
}
