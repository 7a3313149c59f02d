package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Date;
import org.alongside.access.SystemIdentity;
import org.alongside.code.Settings;
import org.alongside.restriction.RestrictionService;
import org.alongside.shared.Clock;
import org.alongside.shared.RestrictionId;

/** What {@code restriction.bpmn} asks for. */
@Dependent
public class RestrictionProcess implements ProcessBean {
    private final RestrictionService restrictions;
    private final Settings settings;
    private final SystemWork system;

    @Inject
    public RestrictionProcess(RestrictionService restrictions, Settings settings, SystemIdentity identity) {
        this.restrictions = restrictions;
        this.settings = settings;
        this.system = new SystemWork(identity);
    }

    /** Its end has come. */
    public void runOut(String restrictionId) {
        system.run(() -> restrictions.runOut(RestrictionId.of(restrictionId)));
    }

    /** By when she is told that it has ended, from now. */
    public Date tellBy() {
        return EngineTime.notBefore(Clock.get().instant().plus(settings.of("restriction-told-within")));
    }
}
