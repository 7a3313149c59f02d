package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** Lets the journey read when a bed was asked for her, when she moved in and left; the database leaves out what is not theirs. */
@ApplicationScoped
public class HousingJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, by code name and in no order; for a move nobody asks, she moves in as she leaves. */
    public List<Night> of(CaseId caseId) {
        return Sql.of(em, """
                        select 'housing-asked', m.requested_at, m.placement_id, '', ''
                          from placement_minimum m where m.case_id = :case and m.admitted_at is distinct from m.requested_at
                        union all
                        select 'housing-admitted', m.admitted_at, m.placement_id, coalesce(m.code_name, ''), ''
                          from placement_minimum m where m.case_id = :case and m.admitted_at is not null
                        union all
                        select 'housing-left', m.ended_at, m.placement_id, coalesce(m.code_name, ''), m.next_type
                          from placement_minimum m where m.case_id = :case and m.status = 'ENDED' and m.next_type is not null
                        union all
                        select 'housing-left-unknown', m.ended_at, m.placement_id, coalesce(m.code_name, ''), ''
                          from placement_minimum m where m.case_id = :case and m.status = 'ENDED' and m.next_type is null
                        union all
                        select 'housing-step', s.done_at, s.placement_id, s.step, ''
                          from placement_step s where s.case_id = :case
                        union all
                        select 'housing-rules-told', t.told_at, t.placement_id, cast(t.version as text), t.told_in
                          from rules_told t where t.case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new Night(row.text(0), row.instant(1), row.uuid(2), row.text(3), row.text(4)));
    }

    /** Those of which something can still become, the newest first. */
    public List<PlacementId> running(CaseId caseId) {
        return Sql.of(em, """
                        select placement_id from placement_minimum
                         where case_id = :case and status not in ('DECLINED_BY_SURVIVOR', 'MOVED', 'ENDED')
                         order by requested_at desc, placement_id
                        """).with("case", caseId.value()).rows(row -> new PlacementId(row.uuid(0)));
    }

    /**
     * Something that happened to where she lives.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param codeName of the house; of a step its code of follow_step; of rules their version
     * @param nextType where she went, code of accommodation_type; of rules the code of language in which she was told; or empty
     */
    public record Night(String kind, Instant at, UUID placement, String codeName, String nextType) {}
}
