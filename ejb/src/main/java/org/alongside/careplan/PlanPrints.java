package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.careplan.CourseView.ApprovalRequest;
import org.alongside.careplan.PrintedPlan.Contacted;
import org.alongside.careplan.PrintedPlan.Frame;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Gathers what a printed plan carries beside its goals; the database leaves out what is not the printer's to know. */
@ApplicationScoped
class PlanPrints {
    @PersistenceContext
    EntityManager em;

    @Inject
    PlanCourses courses;

    @Inject
    PlanHistory history;

    Optional<String> risk(CaseId caseId) {
        return Sql.of(em, "select risk_level from safety_minimum where case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.text(0));
    }

    /** By the time of asking. */
    List<Contacted> contacted(CaseId caseId) {
        return Sql.of(em, """
                        select o.name, c.service_type, c.status
                          from referral r join referral_card c using (referral_id)
                          left join organisation o
                            on o.organisation_id = c.recipient_organisation_id and may_name(r.case_id, o.organisation_id)
                         where r.case_id = :case and c.status not in ('DRAFT', 'PENDING_APPROVAL')
                         order by c.submitted_at, c.referral_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Contacted(Optional.ofNullable(row.text(0)), row.text(1), row.text(2)));
    }

    Optional<Frame> frame(CaseId caseId) {
        return courses.open(caseId).map(course -> {
            Optional<ApprovalRequest> approved = courses.requests(course.plan()).stream()
                    .filter(one -> one.approvedAt().isPresent())
                    .findFirst();
            return new Frame(
                    course.begunAt(),
                    course.reviewBy(),
                    approved.flatMap(ApprovalRequest::decidedBy),
                    approved.flatMap(ApprovalRequest::approvedAt),
                    approved.flatMap(ApprovalRequest::approvedAt)
                            .filter(then -> !history.since(caseId, then).isEmpty())
                            .isPresent());
        });
    }
}
