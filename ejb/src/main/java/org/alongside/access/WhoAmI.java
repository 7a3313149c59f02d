package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers who calls, as the business sees it. */
@Stateless
@DeclareRoles({"CW", "SUP", "SHS", "SHM", "COU", "HLT", "LAW", "LEL", "PRL", "GRD", "NRM", "ANL", "DPO", "ADM", "SUR"})
public class WhoAmI {

    private static final List<String> ROLES = List.of(
            "CW", "SUP", "SHS", "SHM", "COU", "HLT", "LAW", "LEL", "PRL", "GRD", "NRM", "ANL", "DPO", "ADM", "SUR");

    /** Asks whoever listens in which transaction they hear it. */
    public record Asked(Set<String> heardIn) {}

    @Resource
    private SessionContext caller;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private SignIn signIn;

    @Inject
    private Event<Asked> asked;

    /** The caller's name, roles, organisations and session. */
    public Map<String, Object> answer() {
        Asked event = new Asked(new java.util.HashSet<>());
        asked.fire(event);
        return Map.of(
                "principal", caller.getCallerPrincipal().getName(),
                "roles", ROLES.stream().filter(caller::isCallerInRole).toList(),
                "subject", String.valueOf(signIn.subject()),
                "organisations", signIn.organisations(),
                "session", String.valueOf(signIn.sessionId()),
                "name", String.valueOf(signIn.displayName()),
                "observedInSameTransaction",
                        event.heardIn().contains(transaction.getTransactionKey().toString()));
    }
}
