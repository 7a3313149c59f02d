package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.alongside.access.SystemIdentity;
import org.alongside.counselling.SessionService;
import org.alongside.shared.SittingId;

/** What {@code counselling.bpmn} asks for. */
@Dependent
public class CounsellingProcess implements ProcessBean {
    private final SessionService sessions;
    private final SystemWork system;

    @Inject
    public CounsellingProcess(SessionService sessions, SystemIdentity identity) {
        this.sessions = sessions;
        this.system = new SystemWork(identity);
    }

    /** Whether somebody is to say who came. */
    public boolean waits(String sittingId) {
        return system.call(() -> sessions.waits(SittingId.of(sittingId)));
    }
}
