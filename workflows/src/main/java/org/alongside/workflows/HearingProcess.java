package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.alongside.access.SystemIdentity;
import org.alongside.proceeding.HearingService;

/** What {@code hearing.bpmn} asks for. */
@Dependent
public class HearingProcess implements ProcessBean {
    private final HearingService hearings;
    private final SystemWork system;

    @Inject
    public HearingProcess(HearingService hearings, SystemIdentity identity) {
        this.hearings = hearings;
        this.system = new SystemWork(identity);
    }

    /** Its time has come: what comes next in its matter is another one. */
    public void passed(String hearing) {
        system.run(() -> hearings.passed(UUID.fromString(hearing)));
    }

    /** Begins clocks of hearings and last days of before; answers whether more are left. */
    public boolean beginClocks() {
        return system.call(hearings::beginClocks);
    }
}
