package org.alongside.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.organisation.Partners;
import org.alongside.report.Coordination.Flow;
import org.alongside.report.Coordination.House;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/** The door to the counts: all of them for coordinators, those of their own organisation for supervisors. */
@Stateless
@PermitAll
public class CoordinationService {
    @Inject
    CallerContext callers;

    @Inject
    Partners partners;

    @Inject
    Counts counts;

    /**
     * How help moves. A coordinator of a competent authority sees everybody's referrals, or one organisation's; a supervisor or
     * shelter manager sees those of the own organisation and is refused another's.
     */
    @Requires(Permission.READ_COORDINATION)
    public Coordination overview(CoordinationQuery query) {
        Caller caller = callers.caller();
        boolean coordinates = coordinates(caller);
        OrganisationId house = house(query, caller, coordinates);
        List<House> houses = coordinates
                ? counts.houses()
                : List.of(new House(caller.organisation(), partners.nameOf(caller.organisation())));
        return counts.overview(period(query), house, side(query, house, caller), caller.now(), houses);
    }

    /** Who asked whom for what, all of it, the most asked first; for the same callers as the overview. */
    @Requires(Permission.READ_COORDINATION)
    public List<Flow> flows(CoordinationQuery query) {
        Caller caller = callers.caller();
        OrganisationId house = house(query, caller, coordinates(caller));
        return counts.flows(period(query), house, side(query, house, caller), caller.now());
    }

    private boolean coordinates(Caller caller) {
        return caller.has(Role.NRM) && partners.isCompetentAuthority(caller.organisation());
    }

    private static OrganisationId house(CoordinationQuery query, Caller caller, boolean coordinates) {
        if (coordinates) {
            return query.organisation();
        }
        if (!(caller.has(Role.SUP) || caller.has(Role.SHM))) {
            throw Refusal.notAllowed("not-coordinating");
        }
        if (query.organisation() != null && !query.organisation().equals(caller.organisation())) {
            throw Refusal.notAllowed("only-own-organisation");
        }
        return caller.organisation();
    }

    private static Period period(CoordinationQuery query) {
        return Objects.requireNonNullElse(query.period(), Period.LAST_30_DAYS);
    }

    private static Side side(CoordinationQuery query, OrganisationId house, Caller caller) {
        if (house == null) {
            return Side.ALL;
        }
        return query.side() == null || query.side() == Side.ALL
                ? caller.has(Role.SHM) ? Side.RECEIVED : Side.SENT
                : query.side();
    }

    /** Counts everything anew and tells every total that is not what it should be; none where all is well. */
    @Requires(Permission.MEND_COUNTS)
    public List<Difference> verify() {
        return counts.differences();
    }

    /** Sets every total that is wrong to what a recount finds; answers how many there were. */
    @Requires(Permission.MEND_COUNTS)
    public long rebuild() {
        return counts.rebuild();
    }

    /**
     * What to look at.
     *
     * @param period null: the last 30 days
     * @param organisation whose referrals; null: everybody's, for a supervisor the own organisation's
     * @param side which of the organisation's referrals; null: what it sent, for a shelter manager what it was asked
     */
    public record CoordinationQuery(Period period, OrganisationId organisation, Side side) {}

    /**
     * A total that is not what a recount finds.
     *
     * @param what which one: the side and what is counted
     * @param organisation whose; null for everybody's
     * @param period D and a day, or M or Y and the first day of a month or year
     */
    public record Difference(
            String what,
            OrganisationId organisation,
            String period,
            String serviceType,
            String key,
            long counted,
            long recounted) {}
}
