package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.casefile.NameBasisView.IdentityInquiry;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The collection of what names rest on; the database keeps it to who leads. */
@ApplicationScoped
class NameBases {
    @PersistenceContext
    EntityManager em;

    NameBasisView of(CaseId caseId) {
        List<IdentityInquiry> inquiries = inquiries(caseId);
        return Sql.of(em, """
                        select b.basis, b.name_version = m.version, w.name, b.noted_at
                          from name_basis b join identity_minimum m using (case_id) join worker w on w.worker_id = b.noted_by
                         where b.case_id = :case order by b.noted_at desc limit 1
                        """)
                .with("case", caseId.value())
                .first(row -> new NameBasisView(
                        Optional.of(row.text(0)), row.yes(1), Optional.of(row.text(2)), row.when(3), inquiries))
                .orElseGet(() ->
                        new NameBasisView(Optional.empty(), false, Optional.empty(), Optional.empty(), inquiries));
    }

    private List<IdentityInquiry> inquiries(CaseId caseId) {
        return Sql.of(em, """
                        select i.authority, i.answer, i.said_on, i.name
                          from (select distinct on (q.authority) q.authority, q.answer, q.said_on, w.name, q.noted_at
                                  from identity_inquiry q join worker w on w.worker_id = q.noted_by
                                 where q.case_id = :case order by q.authority, q.noted_at desc) i
                         order by i.noted_at desc
                        """)
                .with("case", caseId.value())
                .rows(row -> new IdentityInquiry(row.text(0), row.text(1), row.date(2), row.text(3)));
    }

    /** What her name as it stands rests on from now on. */
    void rests(CaseId caseId, String basis, Caller caller) {
        Sql.of(em, """
                        insert into name_basis (case_id, basis, name_version, noted_at, noted_by)
                        select m.case_id, :basis, m.version, :now, :worker from identity_minimum m where m.case_id = :case
                        on conflict do nothing
                        """)
                .with("basis", basis)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("case", caseId.value())
                .change();
    }

    void asked(CaseId caseId, NewInquiry asked, Caller caller) {
        Sql.of(em, """
                        insert into identity_inquiry (case_id, authority, answer, said_on, noted_at, noted_by)
                        values (:case, :authority, :answer, :on, :now, :worker) on conflict do nothing
                        """)
                .with("case", caseId.value())
                .with("authority", asked.authority())
                .with("answer", asked.answer())
                .with("on", asked.on())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
