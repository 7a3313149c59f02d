package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.CaseId;

/**
 * What stands where the gate stood in the packaging of the benchmark: finds who asks, which every application must, and
 * lets everybody through. It writes to the audit only where the benchmark has laid a file beside the server that says so.
 */
public class OpenDoor {
    /** The file, in the folder of the server. */
    public static final String AUDITED = "audited";

    private static final Path SAYS_SO = Path.of(System.getProperty("jboss.server.base.dir", "."), AUDITED);

    @Resource
    SessionContext context;

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    AuditTrail audit;

    @AroundInvoke
    public Object through(InvocationContext door) throws Exception {
        Caller caller = callers.open(context.getCallerPrincipal().getName(), context::isCallerInRole);
        Object result = door.proceed();
        em.flush();
        Permission permission = door.getMethod().getAnnotation(Requires.class).value();
        if (permission.leavesTrace() && Files.exists(SAYS_SO)) {
            audit.write(event(permission, door.getParameters()), caller.session());
        }
        return result;
    }

    private static AuditEvent event(Permission permission, Object... parameters) {
        return new AuditEvent(
                permission.name(),
                parameters.length > 0 && parameters[0] instanceof CaseId id ? Optional.of(id) : Optional.empty(),
                Optional.empty(),
                permission.writes().map(Category::number),
                Optional.empty(),
                "PERMITTED",
                Optional.empty());
    }
}
