package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alongside.code.CodeVersion;
import org.alongside.shared.Clock;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The caller of the transaction under way: found from the sign-in once, given to the database once. */
@ApplicationScoped
public class CallerContext {
    private static final Logger LOG = System.getLogger(CallerContext.class.getName());
    private static final Object KEY = new Object();
    private static final WorkerId PROCESSES = WorkerId.of("00000000-0000-4000-8000-000000000000");
    private static final OrganisationId PROCESS_HOUSE = OrganisationId.of("00000000-0000-4000-9000-000000000000");

    private static final String OPEN = """
            select cast(caller_open(:worker, :organisation,
                coalesce(string_to_array(nullif(:roles, ''), ','), '{}'), :now) as text),
            """ + CodeVersion.COLUMN;

    private static final String ERRAND_OPEN =
            "select e.worker_id, e.organisation_id, " + CodeVersion.COLUMN + " from errand_open(:kind, :id, :now) e";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    SignIn signIn;

    @Inject
    SystemIdentity system;

    @Inject
    CodeVersion codes;

    @Inject
    RefusedSignIns refusedSignIns;

    /** The caller of this transaction. Only behind the gate is there one. */
    public Caller caller() {
        Caller caller = (Caller) transaction.getResource(KEY);
        if (caller == null) {
            throw new IllegalStateException("asked outside the gate");
        }
        return caller;
    }

    /** Finds the caller, tells the database, and remembers both for this transaction; does nothing the second time. */
    Caller open(String subject, Predicate<String> inRole) {
        Caller known = (Caller) transaction.getResource(KEY);
        if (known != null) {
            return known;
        }
        Optional<Errand> errand = system.errand();
        Caller caller;
        if (errand.isPresent()) {
            caller = errand(errand.get());
        } else {
            caller = system.isWorn() ? processes() : person(subject, inRole);
            tellDatabase(Sql.of(em, OPEN), caller).first(row -> row.count(1)).ifPresent(codes::told);
        }
        transaction.putResource(KEY, caller);
        return caller;
    }

    /** Tells the database on a connection of its own who is asking, for what must stay when the transaction does not. */
    void open(Connection connection, Caller caller) {
        tellDatabase(Sql.of(connection, OPEN), caller).run();
    }

    private static Sql tellDatabase(Sql open, Caller caller) {
        String roles = caller.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        return open.with("worker", caller.worker().value())
                .with("organisation", caller.organisation().value())
                .with("roles", roles)
                .with("now", caller.now());
    }

    /** For whom an errand is done, and how far, is the database's to say. */
    private Caller errand(Errand errand) {
        Instant now = Clock.get().instant();
        return Sql.of(em, ERRAND_OPEN)
                .with("kind", errand.kind().name())
                .with("id", errand.id())
                .with("now", now)
                .first(row -> {
                    codes.told(row.count(2));
                    return new Caller(
                            new WorkerId(row.uuid(0)),
                            new OrganisationId(row.uuid(1)),
                            Set.of(Role.SUP),
                            true,
                            "",
                            now);
                })
                .orElseThrow(Refusal::notThere);
    }

    private Caller processes() {
        return new Caller(
                PROCESSES, PROCESS_HOUSE, Set.of(), true, "", Clock.get().instant());
    }

    private Caller person(String subject, Predicate<String> inRole) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> inRole.test(role.name())).forEach(roles::add);
        Instant now = Clock.get().instant();
        Known worker = Sql.of(em, """
                        select w.worker_id, w.organisation_id, o.alias, o.suspended_at <= :now
                          from worker w join organisation o using (organisation_id)
                         where w.subject = :subject and w.kind = 'PERSON'
                           and (w.left_at is null or w.left_at > :now)
                        """)
                .with("subject", subject)
                .with("now", now)
                .first(row ->
                        new Known(new WorkerId(row.uuid(0)), new OrganisationId(row.uuid(1)), row.text(2), row.yes(3)))
                .orElseThrow(() -> {
                    LOG.log(Level.WARNING, "Signed in, but no worker here: {0}", subject);
                    return refused("not-a-worker");
                });
        if (worker.suspended()) {
            throw refused("organisation-suspended");
        }
        if (!signIn.known()
                || !subject.equals(signIn.subject())
                || !signIn.organisations().contains(worker.alias())) {
            throw refused("not-a-member");
        }
        if (SecondFactor.missing(roles, signIn.hasSecondFactor(), SecondFactor.demanded())) {
            throw refused("second-factor-missing");
        }
        return new Caller(worker.id(), worker.organisation(), roles, false, String.valueOf(signIn.sessionId()), now);
    }

    /** Nobody is refused a sign-in who has not signed in. */
    private Refusal refused(String reason) {
        if (signIn.known()) {
            refusedSignIns.person(signIn.subject(), reason, signIn.sessionId());
        }
        return Refusal.notAllowed(reason);
    }

    private record Known(WorkerId id, OrganisationId organisation, String alias, boolean suspended) {}
}
