package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Who has to do with a placement: asked by the process when it begins, as whoever of the house acts. */
@ApplicationScoped
public class PlacementSides {
    @PersistenceContext
    EntityManager em;

    /** Refuses as not there who may not place her. */
    public Sides of(PlacementId id) {
        return Sql.of(em, """
                        select p.organisation_id, lead_told(f.case_id), p.child, c.urgency
                          from placement p join case_file f using (case_id) join referral_card c using (referral_id)
                         where p.placement_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Sides(
                        new OrganisationId(row.uuid(0)), new OrganisationId(row.uuid(1)), row.yes(2), row.text(3)))
                .orElseThrow(Refusal::notThere);
    }

    /** The house, who leads, whether she is a child, and the referral's code of urgency. */
    public record Sides(OrganisationId house, OrganisationId lead, boolean child, String urgency) {}
}
