package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.account.Accounts.Trouble;
import org.alongside.code.Codes;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/**
 * The administrator's door to people: invite, change roles, leave. Ours is written first; the identity provider is told by
 * the processes, again until it has heard.
 */
@Stateless
@PermitAll
public class WorkerService {
    @Inject
    CallerContext callers;

    @Inject
    Organisations organisations;

    @Inject
    Workers workers;

    @Inject
    Logins logins;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<LoginAsked> asked;

    /** Those who work there by name, then those who did. */
    @Requires(Permission.ADMINISTER_WORKERS)
    public List<WorkerView> workers(OrganisationId organisation) {
        return workers.of(organisation);
    }

    @Requires(Permission.ADMINISTER_WORKERS)
    public WorkerView worker(WorkerId id) {
        return workers.find(id).orElseThrow(Refusal::notThere);
    }

    /**
     * Invites somebody: they work there from now on, and can sign in as soon as the provider has heard.
     *
     * @param key makes the call repeatable, or null
     * @return the worker; refuses INVALID with every reason by field
     */
    @Requires(Permission.ADMINISTER_WORKERS)
    public WorkerId invite(OrganisationId organisation, NewWorker worker, String key) {
        Caller caller = callers.caller();
        Check check = rules().check(worker, competent(organisation, caller));
        if (worker.team() != null) {
            check.that(workers.has(organisation, worker.team()), "team", "unknown-team");
        }
        check.orRefuse();
        WorkerId id = WorkerId.random();
        return once.perform(key, "INVITE_WORKER", List.of(organisation, worker), id.value(), caller)
                .map(WorkerId::new)
                .orElseGet(() -> {
                    if (workers.asked(worker.username())) {
                        throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("username", "username-taken")));
                    }
                    workers.add(id, organisation, worker, caller);
                    asked.fire(new LoginAsked(id));
                    return id;
                });
    }

    /** Changes what they do here; a sign-in under way keeps its roles until its token ends, five minutes at most. */
    @Requires(Permission.ADMINISTER_WORKERS)
    public void changeRoles(WorkerId id, List<String> roles) {
        Caller caller = callers.caller();
        WorkerView worker = workers.requirePresent(id);
        List<String> given = Lists.known(roles);
        rules().checkRoles(new Check(), given, competent(worker.organisation(), caller))
                .orRefuse();
        workers.give(id, given);
        workers.ask(id, "OPEN", caller);
        asked.fire(new LoginAsked(id));
    }

    /** They work here no more, from this instant; the provider closes the login as soon as it has heard. */
    @Requires(Permission.ADMINISTER_WORKERS)
    public void leave(WorkerId id) {
        Caller caller = callers.caller();
        workers.requirePresent(id);
        workers.leave(id, caller);
        workers.ask(id, "CLOSED", caller);
        asked.fire(new LoginAsked(id));
    }

    /** What waits for their supervisor to hand it over: how much of each, never which. */
    @Requires(Permission.ADMINISTER_WORKERS)
    public StillTheirs stillTheirs(WorkerId id) {
        return workers.stillTheirs(id);
    }

    /** Tells the provider again what it could not be told. */
    @Requires(Permission.ADMINISTER_WORKERS)
    public void tellAgain(WorkerId id) {
        if (!workers.find(id).orElseThrow(Refusal::notThere).troubled()) {
            throw Refusal.wrongState("nothing-failed");
        }
        asked.fire(new LoginAsked(id));
    }

    /**
     * Tells the provider what it shall know of a worker; done again, it is done once. What goes wrong is written down in a
     * transaction of its own, so that it shows.
     *
     * @return what went wrong, if anything did
     */
    @Requires(Permission.SETTLE_LOGIN)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Trouble.Kind> settle(WorkerId id) {
        return logins.settle(id, callers.caller());
    }

    private boolean competent(OrganisationId organisation, Caller caller) {
        return organisations
                .require(organisation, Organisations.day(caller.now()))
                .competentAuthority();
    }

    private InvitationRules rules() {
        return new InvitationRules(codes);
    }
}
