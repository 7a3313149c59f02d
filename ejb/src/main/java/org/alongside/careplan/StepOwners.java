package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.careplan.NewStep.Owner;
import org.alongside.organisation.Partners;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/**
 * To whom a step may be given. To give a step to another organisation is to disclose it: only the lead does, only to who
 * helps her now under a referral, and only as long as she agrees that they know her plan (DOMAIN 0.4, 5.3).
 */
@ApplicationScoped
class StepOwners {
    @PersistenceContext
    EntityManager em;

    @Inject
    Partners partners;

    @Inject
    PlanReaches reaches;

    /** Everybody to whom the caller may give a step now: themselves first, who helps her, she herself. */
    List<StepOwner> of(CaseId caseId, PlanReach reach, Caller caller) {
        List<StepOwner> owners = new ArrayList<>();
        String ours = partners.nameOf(caller.organisation());
        List<Help> helping = helping(caseId);
        rolesOf(helping, caller)
                .forEach(role -> owners.add(new StepOwner(
                        Optional.of(caller.organisation()), Optional.of(ours), Optional.of(role.name()), true)));
        if (reach.leads()) {
            Set<OrganisationId> knowing = reaches.knowing(caseId, caller);
            for (Help help : helping) {
                OrganisationId house = help.organisation();
                if (knowing.contains(house)) {
                    planning(partners.rolesServing(help.serviceType())).stream()
                            .map(role -> new StepOwner(
                                    Optional.of(house), Optional.of(help.name()), Optional.of(role.name()), false))
                            .filter(owner -> !owners.contains(owner))
                            .forEach(owners::add);
                }
            }
        }
        owners.add(new StepOwner(Optional.empty(), Optional.empty(), Optional.empty(), false));
        return owners;
    }

    /** Refuses with what is missing where the caller may not give a step to them. */
    void require(CaseId caseId, Owner owner, PlanReach reach, Caller caller) {
        if (owner.organisation() == null) {
            return;
        }
        List<StepOwner> owners = of(caseId, reach, caller);
        boolean known = owners.stream()
                .anyMatch(one -> one.organisation().equals(Optional.of(owner.organisation()))
                        && one.role().equals(Optional.of(owner.role())));
        if (!known) {
            throw new Refusal(
                    Refusal.Kind.INVALID, List.of(Reason.at("owner", why(caseId, owner, owners, reach, caller))));
        }
    }

    private String why(CaseId caseId, Owner owner, List<StepOwner> owners, PlanReach reach, Caller caller) {
        boolean house = owners.stream().anyMatch(one -> one.organisation().equals(Optional.of(owner.organisation())));
        if (house) {
            return "not-their-role";
        }
        if (!reach.leads()) {
            return "only-the-lead-gives-steps";
        }
        boolean helps =
                helping(caseId).stream().anyMatch(help -> help.organisation().equals(owner.organisation()));
        if (!helps) {
            return "does-not-help-her-now";
        }
        return reaches.knowing(caseId, caller).contains(owner.organisation())
                ? "not-their-role"
                : "plan-not-agreed-for-them";
    }

    /** The lead's own people who write the plan, or those who give the service under which the caller is asked. */
    private Set<Role> rolesOf(List<Help> helping, Caller caller) {
        Set<Role> serving = helping.stream()
                .filter(help -> help.organisation().equals(caller.organisation()))
                .flatMap(help -> partners.rolesServing(help.serviceType()).stream())
                .collect(Collectors.toSet());
        Set<Role> here = planning(caller.roles());
        here.addAll(planning(serving));
        return here;
    }

    private static Set<Role> planning(Set<Role> roles) {
        return roles.stream().filter(Role.PLANNING::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who helps her now: accepted, and neither completed nor ended otherwise. */
    private List<Help> helping(CaseId caseId) {
        return Sql.of(em, """
                        select distinct c.recipient_organisation_id, o.name, c.service_type
                          from referral r join referral_card c using (referral_id)
                          join organisation o on o.organisation_id = c.recipient_organisation_id
                         where r.case_id = :case and c.status in ('ACCEPTED', 'IN_SERVICE')
                           and exists (select from service_domain d where d.service_type = c.service_type and d.category = :plan)
                         order by o.name, c.service_type
                        """)
                .with("case", caseId.value())
                .with("plan", Category.CARE_PLAN_GOALS.number())
                .rows(row -> new Help(new OrganisationId(row.uuid(0)), row.text(1), row.text(2)));
    }

    private record Help(OrganisationId organisation, String name, String serviceType) {}
}
