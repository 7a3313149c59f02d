package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.organisation.OrganisationView.Team;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;

/** The door by which an organisation's own people say what it offers, with how much room, and on which days it is closed. */
@Stateless
@PermitAll
public class OfferService {
    @Inject
    CallerContext callers;

    @Inject
    Offers offers;

    @Inject
    Organisations organisations;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What the caller's own organisation offers, what was withdrawn at the end. */
    @Requires(Permission.KEEP_SERVICES)
    public List<OwnOffer> own() {
        return offers.of(ownHouse());
    }

    /** The teams of the caller's own organisation, who may answer for a service. */
    @Requires(Permission.KEEP_SERVICES)
    public List<Team> teams() {
        return organisations
                .require(ownHouse(), Organisations.day(callers.caller().now()))
                .teams();
    }

    @Requires(Permission.KEEP_SERVICES)
    public OwnOffer offer(ServiceId id) {
        return offers.require(id);
    }

    /**
     * Offers a service.
     *
     * @param key makes the call repeatable, or null
     * @return its id; refuses INVALID with every reason by field
     */
    @Requires(Permission.KEEP_SERVICES)
    public ServiceId add(NewService service, String key) {
        Caller caller = callers.caller();
        check(service);
        ServiceId id = ServiceId.random();
        return once.perform(key, "OFFER_SERVICE", service, id.value(), caller)
                .map(ServiceId::new)
                .orElseGet(() -> {
                    offers.add(id, answered(service), caller);
                    return id;
                });
    }

    /** Describes it anew; refuses stale where it changed since {@code version} or was withdrawn. */
    @Requires(Permission.KEEP_SERVICES)
    public void change(ServiceId id, NewService service, int version) {
        check(service);
        offers.change(id, answered(service), version, callers.caller());
    }

    /** Says how much room there is now; refuses INVALID for what is no band. */
    @Requires(Permission.KEEP_SERVICES)
    public void tellCapacity(ServiceId id, Room room) {
        Check check = new Check();
        new Fields(codes, check).check(room, "");
        check.optionalCode(room.capacity(), "capacity", OfferRules.CAPACITIES::contains)
                .orRefuse();
        if (!offers.tellCapacity(id, room.capacity(), callers.caller())) {
            throw Refusal.wrongState("withdrawn-already");
        }
    }

    /** Takes it out of the directory for good; care under way goes on. */
    @Requires(Permission.KEEP_SERVICES)
    public void withdraw(ServiceId id) {
        if (!offers.withdraw(id, callers.caller())) {
            throw Refusal.wrongState("withdrawn-already");
        }
    }

    /** The days from today on which the organisation does not work. */
    @Requires(Permission.KEEP_SERVICES)
    public List<ClosedDay> closedDays() {
        return offers.closedDays(ownHouse(), Organisations.day(callers.caller().now()));
    }

    /** Adds one; refuses {@code closed-already}. */
    @Requires(Permission.KEEP_SERVICES)
    public void close(ClosedDay day) {
        LocalDate today = Organisations.day(callers.caller().now());
        Check check = new Check();
        new Fields(codes, check).check(day, "");
        if (day.day() != null) {
            check.that(
                    !day.day().isBefore(today.minusDays(1)) && day.day().isBefore(today.plusYears(5)),
                    "day",
                    "unknown-day");
        }
        check.orRefuse();
        if (!offers.close(ownHouse(), day)) {
            throw Refusal.wrongState("closed-already");
        }
    }

    /** Takes one back. */
    @Requires(Permission.KEEP_SERVICES)
    public void reopen(LocalDate day) {
        if (!offers.reopen(ownHouse(), day)) {
            throw Refusal.notThere();
        }
    }

    private void check(NewService service) {
        Check check = new OfferRules(codes).check(service);
        if (service.team() != null) {
            check.that(workers.has(ownHouse(), service.team()), "team", "unknown-team");
        }
        check.orRefuse();
    }

    private NewService answered(NewService service) {
        return service.answeredBy(teams().get(0).id());
    }

    private OrganisationId ownHouse() {
        return callers.caller().organisation();
    }

    /** How much room there is: PLACES, FEW, WAITING_LIST, FULL or UNKNOWN. */
    public record Room(@NotNull String capacity) {}
}
