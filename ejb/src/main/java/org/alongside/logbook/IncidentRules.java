package org.alongside.logbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Role;

/** Whose turn it is to look at an incident: never who wrote it or has looked for the other desk; a supervisor for the manager once the time is over. */
final class IncidentRules {
    static final String MANAGER = "MANAGER";
    static final String SUPERVISOR = "SUPERVISOR";

    private IncidentRules() {}

    static Optional<String> desk(Caller caller, boolean done, List<String> waiting, Instant lookBy) {
        if (done) {
            return Optional.empty();
        }
        boolean late = !caller.now().isBefore(lookBy);
        if (waiting.contains(SUPERVISOR) && caller.has(Role.SUP)) {
            return Optional.of(SUPERVISOR);
        }
        return waiting.contains(MANAGER) && (caller.has(Role.SHM) || caller.has(Role.SUP) && late)
                ? Optional.of(MANAGER)
                : Optional.empty();
    }
}
