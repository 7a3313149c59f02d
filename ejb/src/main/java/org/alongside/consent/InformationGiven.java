package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.consent.InformationView.InformationTold;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The collection of what survivors were told; the database keeps it to who leads. */
@ApplicationScoped
class InformationGiven {
    @PersistenceContext
    EntityManager em;

    void add(CaseId caseId, NewInformation said, Caller caller) {
        Sql.of(em, """
                        insert into information_given (information_id, case_id, kind, told_on, language, ways, told_by, noted_at, noted_by)
                        select gen_random_uuid(), :case, k, :on, :language, cast(:ways as text[]), :teller, :now, :worker
                          from unnest(cast(:kinds as text[])) k
                        """)
                .with("case", caseId.value())
                .with("on", said.toldOn())
                .with("language", said.language())
                .with("ways", said.ways())
                .with("teller", said.teller())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("kinds", said.kinds())
                .change();
    }

    InformationView of(CaseId caseId) {
        return new InformationView(notYet(caseId), told(caseId));
    }

    private List<String> notYet(CaseId caseId) {
        return Sql.of(em, """
                        select d.kind from information_due d
                         where case when child_now(:case) then d.of_children else d.of_adults end
                           and not exists (select from information_given g where g.case_id = :case and g.kind = d.kind)
                         order by d.position
                        """).with("case", caseId.value()).rows(row -> row.text(0));
    }

    private List<InformationTold> told(CaseId caseId) {
        return Sql.of(em, """
                        select g.kind, g.told_on, g.language, array_to_string(g.ways, ','), g.told_by, w.name, g.noted_at
                          from information_given g
                          join worker w on w.worker_id = g.noted_by
                          left join information_due d on d.kind = g.kind
                         where g.case_id = :case
                         order by g.told_on desc, g.noted_at desc, d.position, g.information_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new InformationTold(
                        row.text(0), row.date(1), row.text(2), row.codes(3), row.text(4), row.text(5), row.instant(6)));
    }
}
