package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.Id;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/**
 * The one interceptor in front of every door, bound to every bean in {@code ejb-jar.xml}: finds the caller, sets the row
 * scope, asks the policy, writes the audit, refuses. A door method without {@link Requires} is refused.
 */
public class Gate {
    private static final Logger LOG = System.getLogger(Gate.class.getName());
    private static final String NOT_PERMITTED = "42501";
    private static final String THERE_ALREADY = "23505";
    private static final String ASKED_ALREADY = "AL003";
    private static final String CASE_CLOSED = "AL004";
    private static final String TIE_RECORDED = "AL020";
    private static final String NOBODY_THERE = "AL021";
    private static final String IS_EXCLUDED = "AL030";
    private static final String STANDS_NOT = "AL031";
    private static final Set<String> BEGIN_AGAIN = Set.of("40001", "40P01");

    @Resource
    SessionContext context;

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    AuditTrail audit;

    @Inject
    RefusalRecord refusals;

    @Inject
    Policies policies;

    @AroundInvoke
    public Object ask(InvocationContext door) throws Exception {
        Requires requires = door.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException("A door without a permission: "
                    + door.getMethod().getDeclaringClass().getSimpleName() + "."
                    + door.getMethod().getName());
        }
        Permission permission = requires.value();
        Caller caller = callers.open(context.getCallerPrincipal().getName(), context::isCallerInRole);
        Object subject = door.getParameters().length == 0 ? null : door.getParameters()[0];
        Optional<Policy.Standing> standing = Optional.empty();
        try {
            standing = permit(caller, permission, door.getMethod(), subject);
            Object result = door.proceed();
            em.flush();
            if (permission.leavesTrace()) {
                for (Optional<Short> category : categories(permission, result)) {
                    AuditEvent event = event(permission, standing, subject, category, "PERMITTED", null);
                    audit.write(permitted(event, result), caller.session());
                    if (result instanceof OfCases<?> several) {
                        several.cases().forEach(one -> audit.write(event.about(one), caller.session()));
                    }
                }
            }
            return result;
        } catch (Refusal refusal) {
            throw refused(refusal, caller, permission, standing, subject);
        } catch (OptimisticLockException lost) {
            throw refused(Refusal.stale("changed-meanwhile"), caller, permission, standing, subject);
        } catch (RuntimeException failed) {
            context.setRollbackOnly();
            if (!Sql.databaseIsAway(failed)) {
                LOG.log(
                        Level.WARNING,
                        "{0} failed: {1}",
                        permission,
                        failed.getClass().getSimpleName());
            }
            throw whatTheDatabaseMeans(failed)
                    .map(refusal -> refused(refusal, caller, permission, Optional.empty(), subject))
                    .map(RuntimeException.class::cast)
                    .orElse(failed);
        }
    }

    private Refusal refused(
            Refusal refusal, Caller caller, Permission permission, Optional<Policy.Standing> standing, Object subject) {
        context.setRollbackOnly();
        refusals.keep(
                caller,
                event(
                        permission,
                        standing,
                        subject,
                        permission.writes().map(Category::number),
                        "REFUSED",
                        refusal.reasons().get(0).code()));
        return refusal;
    }

    /**
     * The second ring speaks in states of its own: what it does not permit was closed while the door was open, what was
     * written twice at once stands once, and of two who wait for each other it lets one begin again.
     */
    private static Optional<Refusal> whatTheDatabaseMeans(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql
                    ? sql.getSQLState()
                    : cause instanceof Sql.Failed sql ? sql.state() : "";
            if (NOT_PERMITTED.equals(state)) {
                return Optional.of(Refusal.wrongState("closed-meanwhile"));
            }
            if (ASKED_ALREADY.equals(state)) {
                return Optional.of(Refusal.wrongState("already-asked"));
            }
            if (CASE_CLOSED.equals(state)) {
                return Optional.of(Refusal.wrongState("case-closed"));
            }
            if (TIE_RECORDED.equals(state)) {
                return Optional.of(Refusal.wrongState("tie-recorded-already"));
            }
            if (NOBODY_THERE.equals(state)) {
                return Optional.of(Refusal.wrongState("nobody-there"));
            }
            if (IS_EXCLUDED.equals(state)) {
                return Optional.of(Refusal.wrongState("person-is-excluded"));
            }
            if (STANDS_NOT.equals(state)) {
                return Optional.of(Refusal.wrongState("giver-stands-no-more"));
            }
            if (THERE_ALREADY.equals(state)) {
                return Optional.of(Refusal.wrongState("changed-meanwhile"));
            }
            if (BEGIN_AGAIN.contains(String.valueOf(state))) {
                return Optional.of(Refusal.stale("changed-meanwhile"));
            }
        }
        return Optional.empty();
    }

    private Optional<Policy.Standing> permit(Caller caller, Permission permission, Method door, Object subject) {
        if (subject == null && door.getParameterCount() > 0 && policies.speakOf(door.getParameterTypes()[0])) {
            throw Refusal.notThere();
        }
        Optional<Policy<Object>> policy = policies.of(subject);
        Optional<Policy.Standing> standing = Optional.empty();
        if (policy.isPresent()) {
            standing = Optional.of(policy.get().standing(caller, subject).orElseThrow(Refusal::notThere));
        }
        if (!caller.mayEver(permission)) {
            throw Refusal.notAllowed("not-your-role");
        }
        if (standing.isPresent()) {
            Optional<Category> writes = permission.writes();
            Optional<Openness> openness = standing.get().openness();
            if (writes.isPresent() && openness.stream().noneMatch(o -> o.leads() && o.writes(writes.get()))) {
                throw Refusal.notAllowed("not-yours-to-write", writes.get().name());
            }
            List<Reason> objections = policy.orElseThrow().objections(caller, permission, subject, standing.get());
            if (!objections.isEmpty()) {
                throw new Refusal(Refusal.Kind.NOT_ALLOWED, objections);
            }
        }
        return standing;
    }

    /** What is written to, or every kind of information that is printed: each is an event of its own. */
    private static List<Optional<Short>> categories(Permission permission, Object result) {
        return result instanceof Printed<?> printed && !printed.categories().isEmpty()
                ? printed.categories().stream()
                        .map(Category::number)
                        .map(Optional::of)
                        .toList()
                : List.of(permission.writes().map(Category::number));
    }

    private static AuditEvent event(
            Permission permission,
            Optional<Policy.Standing> standing,
            Object subject,
            Optional<Short> category,
            String outcome,
            String reason) {
        return new AuditEvent(
                permission.name(),
                standing.flatMap(Policy.Standing::caseId),
                standing.map(Policy.Standing::subject).or(() -> askedFor(subject)),
                category,
                standing.map(Policy.Standing::basis),
                outcome,
                Optional.ofNullable(reason));
    }

    /**
     * A door that answers a case has opened or found it: the event belongs to that case's chain, at opening as its first. One
     * that answers another id has made what it names, which nobody could ask for before.
     */
    private static AuditEvent permitted(AuditEvent event, Object result) {
        Object made = result instanceof OfCases<?> several ? several.content() : result;
        return made instanceof Id answered ? event.about(answered) : event;
    }

    /** What was asked for, where it is not theirs or not there: whoever tries one id after another leaves a trace of each. */
    private static Optional<UUID> askedFor(Object subject) {
        return subject instanceof Id asked ? Optional.of(asked.value()) : Optional.empty();
    }
}
