package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.SystemIdentity;
import org.alongside.defence.DefenceService;
import org.alongside.shared.NonPunishmentId;

/** What {@code non-punishment.bpmn} asks for. */
@Dependent
public class NonPunishmentProcess implements ProcessBean {
    private final DefenceService defences;
    private final SystemWork system;

    @Inject
    public NonPunishmentProcess(DefenceService defences, SystemIdentity identity) {
        this.defences = defences;
        this.system = new SystemWork(identity);
    }

    /** The lawyers who act for her; none where she has none. */
    public List<String> lawyers(String nonPunishmentId) {
        return Lawyers.of(system.call(() -> defences.lawyers(NonPunishmentId.of(nonPunishmentId))));
    }
}
