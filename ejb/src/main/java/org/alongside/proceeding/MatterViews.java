package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.proceeding.MatterView.Compensation;
import org.alongside.proceeding.MatterView.LawyersFile;
import org.alongside.proceeding.MatterView.Minimum;
import org.alongside.proceeding.MatterView.Support;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** Makes of matters what the caller may be told; a part that is not theirs is not in it. */
@ApplicationScoped
class MatterViews {
    @PersistenceContext
    EntityManager em;

    /** The matters of a case, those with the nearest date first; two statements, however many there are. */
    List<MatterView> of(CaseId caseId, LegalReach reach) {
        Map<UUID, Map<String, Doing>> doing = doing(caseId, reach);
        return Sql.of(em, """
                        select m.matter_id, m.organisation_id, o.name, m.version,
                               h.hearing_at, h.place, array_to_string(h.needs, ','), array_to_string(h.arranged, ','),
                               array_to_string(h.protection, ','), h.deadline_on,
                               f.track, s.stage, f.note, d.type, d.mode, m.opened_at,
                               f.claimed::text, f.ordered::text, f.paid::text, f.most::text, f.currency, f.freeze_asked_on, f.final_on,
                               n.matter_id is not null, m.number, b.court, b.reference, acts_in(m.matter_id), w.wanted_id is not null
                          from matter m
                          join organisation o using (organisation_id)
                          left join hearing_minimum h using (matter_id)
                          left join matter_file f using (matter_id)
                          left join matter_stage s using (matter_id)
                          left join matter_declined n using (matter_id)
                          left join matter_court b using (matter_id)
                          left join counsel_wanted w on w.matter_id = m.matter_id and w.settled_at is null
                          left join hearing_file d on d.hearing_id = h.hearing_id
                         where m.case_id = :case
                         order by h.next_on nulls last, m.opened_at, m.matter_id
                        """)
                .with("case", caseId.value())
                .rows(row -> view(row, caseId, reach, doing.getOrDefault(row.uuid(0), Map.of())));
    }

    private static MatterView view(Row row, CaseId caseId, LegalReach reach, Map<String, Doing> doing) {
        OrganisationId lawyers = new OrganisationId(row.uuid(1));
        return new MatterView(
                new MatterId(row.uuid(0)),
                caseId,
                row.number(24),
                reach.open().leads() || reach.keeps(lawyers) ? Optional.of(row.text(2)) : Optional.empty(),
                reach.minimum(lawyers) ? Optional.of(minimum(row, doing)) : Optional.empty(),
                reach.keeps(lawyers) && row.has(10)
                        ? Optional.of(new LawyersFile(
                                row.text(10),
                                row.text(11),
                                row.text(12),
                                Optional.ofNullable(row.text(13)),
                                Optional.ofNullable(row.text(14)),
                                row.instant(15),
                                Optional.ofNullable(row.text(25)),
                                Optional.ofNullable(row.text(26)),
                                Compensation.of(Matters.compensation(row, 16))))
                        : Optional.empty(),
                reach.changes(lawyers) && row.yes(27),
                row.yes(23),
                row.yes(28),
                row.number(3));
    }

    private static Minimum minimum(Row row, Map<String, Doing> doing) {
        List<String> arranged = row.codes(7);
        return new Minimum(
                row.when(4),
                Optional.ofNullable(row.text(5)),
                row.codes(6).stream()
                        .map(need -> new Support(
                                need,
                                arranged.contains(need),
                                Optional.ofNullable(doing.get(need)).map(Doing::name),
                                doing.containsKey(need) && doing.get(need).ours()))
                        .toList(),
                row.codes(8),
                Optional.ofNullable(row.date(9)));
    }

    /** Who does what at the hearings that are set, as far as the caller may know that they help her. */
    private Map<UUID, Map<String, Doing>> doing(CaseId caseId, LegalReach reach) {
        Map<UUID, Map<String, Doing>> doing = new HashMap<>();
        Sql.of(em, """
                        select s.matter_id, s.need, o.name, s.organisation_id
                          from hearing_support s
                          join hearing_minimum h on h.matter_id = s.matter_id and h.hearing_at = s.hearing_at
                          join organisation o on o.organisation_id = s.organisation_id
                         where s.case_id = :case
                        """).with("case", caseId.value()).rows(row -> doing.computeIfAbsent(
                        row.uuid(0), matter -> new HashMap<>())
                .put(
                        row.text(1),
                        new Doing(row.text(2), row.uuid(3).equals(reach.house().value()))));
        return doing;
    }

    private record Doing(String name, boolean ours) {}
}
