package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.police.PoliceService;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ThreatId;

/** What {@code threat.bpmn} asks for. */
@Dependent
public class ThreatProcess implements ProcessBean {
    private final PoliceService police;
    private final SystemWork system;

    @Inject
    public ThreatProcess(PoliceService police, SystemIdentity identity) {
        this.police = police;
        this.system = new SystemWork(identity);
    }

    /** The house where she lives and where nobody has read it; empty where there is none. */
    public String house(String threatId) {
        return system.call(() -> police.house(ThreatId.of(threatId)))
                .map(OrganisationId::toString)
                .orElse("");
    }
}
