package org.alongside.casefile;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.shared.FilterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The choices of cases that somebody comes back to: codes and an organisation, readable by their author alone. */
@Stateless
@PermitAll
public class SavedFilterService {
    private static final int MOST = 20;

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Codes codes;

    /** Keeps a choice; the same one twice is one. Refuses INVALID a choice of all, and WRONG_STATE the twenty-first. */
    @Requires(Permission.KEEP_FILTER)
    public FilterId save(CaseFilter filter) {
        new FilterRules(codes, em)
                .check(filter)
                .that(!filter.choosesAll(), "", "no-filter")
                .orRefuse();
        List<SavedFilter> kept = mine();
        return kept.stream()
                .filter(one -> one.filter().equals(filter))
                .findFirst()
                .map(SavedFilter::id)
                .orElseGet(() -> keep(filter, kept.size()));
    }

    private FilterId keep(CaseFilter filter, int kept) {
        if (kept >= MOST) {
            throw Refusal.wrongState("too-many-filters", MOST);
        }
        Caller caller = callers.caller();
        FilterId id = FilterId.random();
        Sql.of(em, """
                        insert into saved_filter (filter_id, worker_id, statuses, risks, lead, next_date, service, saved_at)
                        values (:id, :worker, :statuses, :risks, :lead, :next, :service, :now)
                        """)
                .with("id", id.value())
                .with("worker", caller.worker().value())
                .with("statuses", filter.statuses())
                .with("risks", filter.risks())
                .with("lead", filter.lead() == null ? null : filter.lead().value())
                .with("next", filter.next())
                .with("service", filter.service())
                .with("now", caller.now())
                .change();
        return id;
    }

    /** The caller's own, the oldest first. */
    @Requires(Permission.KEEP_FILTER)
    public List<SavedFilter> mine() {
        return Sql.of(em, """
                        select filter_id, array_to_string(statuses, ','), array_to_string(risks, ','), lead, next_date, service
                          from saved_filter where worker_id = :worker order by saved_at, filter_id
                        """)
                .with("worker", callers.caller().worker().value())
                .rows(row -> new SavedFilter(
                        new FilterId(row.uuid(0)),
                        new CaseFilter(row.codes(1), row.codes(2), lead(row.uuid(3)), row.text(4), row.text(5))));
    }

    private static OrganisationId lead(UUID lead) {
        return lead == null ? null : new OrganisationId(lead);
    }

    /** Forgets one of the caller's own; one that is not there is forgotten already. */
    @Requires(Permission.KEEP_FILTER)
    public void forget(FilterId filterId) {
        Sql.of(em, "delete from saved_filter where filter_id = :id")
                .with("id", filterId.value())
                .change();
    }

    /** A choice that was kept. */
    public record SavedFilter(FilterId id, CaseFilter filter) {}
}
