package org.alongside.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** Tells a signed-in worker who they are here. */
@Stateless
@PermitAll
public class MeService {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Requires(Permission.READ_SELF)
    public Me me() {
        Caller caller = callers.caller();
        return Sql.of(em, """
                        select w.name, o.name, w.locale, w.zone, o.type
                          from worker w join organisation o using (organisation_id) where w.worker_id = :worker
                        """)
                .with("worker", caller.worker().value())
                .first(row -> new Me(
                        caller.worker(),
                        row.text(0),
                        caller.organisation(),
                        row.text(1),
                        row.text(4),
                        caller.roles(),
                        row.text(2),
                        row.text(3)))
                .orElseThrow(Refusal::notThere);
    }

    /**
     * Who is signed in.
     *
     * @param locale language preferred, ISO 639-1
     * @param zone time zone in which times are shown, IANA id
     */
    public record Me(
            WorkerId worker,
            String name,
            OrganisationId organisation,
            String organisationName,
            String organisationType,
            Set<Role> roles,
            String locale,
            String zone) {}
}
