package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;

/** The administrator's door to organisations: admit one, say anew what it is, suspend it and let it back. */
@Stateless
@PermitAll
public class OrganisationService {
    /** Codes of why an organisation is suspended. */
    public static final String REASONS = "suspend_reason";

    private static final Set<String> REACHES = Set.of("PERSON", "SHIFT");

    @Inject
    CallerContext callers;

    @Inject
    Organisations organisations;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Every organisation by name. */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public List<OrganisationView> list() {
        return organisations.all(today(callers.caller()));
    }

    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public OrganisationView organisation(OrganisationId id) {
        return organisations.require(id, today(callers.caller()));
    }

    /**
     * Admits an organisation, with its first team.
     *
     * @param alias lasting short name: small letters, digits and hyphens, 3 to 60; refuses {@code alias-taken}
     * @param key makes the call repeatable, or null
     * @return its id; refuses INVALID with every reason by field
     */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public OrganisationId admit(NewOrganisation organisation, String alias, NewTeam team, String key) {
        Caller caller = callers.caller();
        Check check = check(organisation, caller).text(alias, "alias", 60);
        if (alias != null && !alias.isBlank()) {
            check.that(alias.matches("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]"), "alias", "unknown-alias");
        }
        check(check, team, "team").orRefuse();
        OrganisationId id = OrganisationId.random();
        return once.perform(key, "ADMIT_ORGANISATION", List.of(organisation, alias, team), id.value(), caller)
                .map(OrganisationId::new)
                .orElseGet(() -> {
                    if (organisations.has(alias)) {
                        throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("alias", "alias-taken")));
                    }
                    organisations.add(id, alias, organisation, caller);
                    organisations.addTeam(id, TeamId.random(), team);
                    return id;
                });
    }

    /** Says anew what it is; refuses stale where it changed since {@code version}. */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public void change(OrganisationId id, NewOrganisation organisation, int version) {
        check(organisation, callers.caller()).orRefuse();
        organisations.change(id, organisation, version);
    }

    /** Suspends it from now on: nothing is sent to it and its people do not get in. Refuses where it is already. */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public void suspend(OrganisationId id, Suspension suspension) {
        Caller caller = callers.caller();
        marks(new Check(), suspension, "").orRefuse();
        if (id.equals(caller.organisation())) {
            throw Refusal.notAllowed("not-yourself");
        }
        if (!organisations.suspend(id, suspension.reason(), caller)) {
            throw Refusal.wrongState("suspended-already");
        }
    }

    /** Lets it back. Refuses where it is not suspended. */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public void reinstate(OrganisationId id) {
        if (!organisations.reinstate(id)) {
            throw Refusal.wrongState("not-suspended");
        }
    }

    /** Adds a team to it. */
    @Requires(Permission.ADMINISTER_ORGANISATIONS)
    public TeamId addTeam(OrganisationId id, NewTeam team) {
        check(new Check(), team, "").orRefuse();
        TeamId teamId = TeamId.random();
        organisations.addTeam(id, teamId, team);
        return teamId;
    }

    private Check check(NewOrganisation organisation, Caller caller) {
        return marks(new Check(), organisation, "")
                .that(
                        organisation.vettedOn() == null
                                || !organisation
                                        .vettedOn()
                                        .isAfter(today(caller).plusDays(1)),
                        "vettedOn",
                        "in-the-future")
                .that(sensible(organisation.vettedOn()), "vettedOn", "unknown-day")
                .that(sensible(organisation.agreementUntil()), "agreementUntil", "unknown-day");
    }

    private Check check(Check check, NewTeam team, String part) {
        return team == null
                ? check.that(false, join(part, "name"), "missing")
                : marks(check, team, part).optionalCode(team.reach(), join(part, "reach"), REACHES::contains);
    }

    private Check marks(Check check, Record handedIn, String part) {
        new Fields(codes, check).check(handedIn, part);
        return check;
    }

    private static String join(String part, String field) {
        return part.isEmpty() ? field : part + "." + field;
    }

    private static boolean sensible(LocalDate day) {
        return day == null || day.getYear() >= 1990 && day.getYear() <= 2100;
    }

    private static LocalDate today(Caller caller) {
        return Organisations.day(caller.now());
    }

    /** A team to make: its name, and PERSON or SHIFT. */
    public record NewTeam(
            @NotNull @Size(max = 120) String name, @NotNull String reach) {}

    /** Why it is suspended: code of suspend_reason. */
    public record Suspension(@NotNull @CodeOf(REASONS) String reason) {}
}
