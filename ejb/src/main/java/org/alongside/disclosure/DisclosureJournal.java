package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Lets her own list and the journey read what was told without her agreement; the database keeps it to those who lead. */
@ApplicationScoped
public class DisclosureJournal {
    @PersistenceContext
    EntityManager em;

    @Inject
    Disclosures disclosures;

    /** What was really told, the latest first. */
    public List<DisclosureView> made(CaseId caseId, Caller caller) {
        return disclosures.of(caseId, caller).stream()
                .filter(one -> one.state() == DisclosureState.DISCLOSED)
                .toList();
    }

    /** What happened, in no order. */
    public List<Milestone> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'disclosure-proposed', d.proposed_at, d.disclosure_id, coalesce(o.name, d.body)
                          from disclosure d left join organisation o using (organisation_id) where d.case_id = :case
                        union all
                        select 'disclosure-refused', d.refused_at, d.disclosure_id, coalesce(o.name, d.body)
                          from disclosure d left join organisation o using (organisation_id) where d.case_id = :case
                        union all
                        select 'disclosure-taken-back', d.taken_back_at, d.disclosure_id, coalesce(o.name, d.body)
                          from disclosure d left join organisation o using (organisation_id) where d.case_id = :case
                        union all
                        select 'disclosure-made', d.disclosed_at, d.disclosure_id, coalesce(o.name, d.body)
                          from disclosure d left join organisation o using (organisation_id) where d.case_id = :case
                        union all
                        select 'disclosure-told', d.told_at, d.disclosure_id, coalesce(o.name, d.body)
                          from disclosure d left join organisation o using (organisation_id) where d.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> row.has(1)
                        ? List.of(new Milestone(row.text(0), row.instant(1), row.uuid(2), row.text(3)))
                        : List.<Milestone>of())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param recipient name of who is told
     */
    public record Milestone(String kind, Instant at, UUID disclosure, String recipient) {}
}
