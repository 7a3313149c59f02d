package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.AlertId;
import org.alongside.shared.Reason;

/**
 * An alert is theirs to whom the file is open for safety, who raised it, and while it is open whoever is on call where the case is led:
 * of the file they learn nothing by it.
 */
@ApplicationScoped
public class AlertPolicy implements Policy<AlertId> {
    @Inject
    Alerts alerts;

    @Inject
    CasePolicy cases;

    @Override
    public Class<AlertId> subject() {
        return AlertId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, AlertId id) {
        return alerts.find(id).map(alert -> alert.caseId()
                .flatMap(caseId -> cases.standing(caller, caseId))
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()))
                .orElseGet(() -> new Standing(Optional.empty(), id.value(), "ON_CALL", Optional.empty())));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, AlertId id, Standing standing) {
        return List.of();
    }
}
