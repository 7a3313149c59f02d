package org.alongside.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.safety.AssessmentView.RiskFinding;
import org.alongside.safety.NewRiskAssessment.NewFinding;
import org.alongside.safety.SafetyView.RiskNow;
import org.alongside.shared.AssessmentId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of assessments of risk; they are added to, never changed, and the level of the file follows by trigger. */
@ApplicationScoped
class Assessments {
    @PersistenceContext
    EntityManager em;

    /** Since when there is a file of hers; refuses as not there. */
    Instant openedAt(CaseId caseId) {
        return Sql.of(em, "select opened_at from case_file where case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.instant(0))
                .orElseThrow(Refusal::notThere);
    }

    /** Where the file stands, as far as the caller may know. */
    Optional<RiskNow> risk(CaseId caseId) {
        return Sql.of(em, "select risk_level, assessed_at, review_on from safety_minimum where case_id = :case")
                .with("case", caseId.value())
                .first(row -> new RiskNow(row.text(0), row.when(1), Optional.ofNullable(row.date(2))));
    }

    /** An assessment with the level that holds, a supervisor's where one was set. */
    record Newest(AssessmentId id, RiskLevel level, Instant at) {}

    Optional<Newest> newest(CaseId caseId) {
        return Sql.of(em, """
                        select a.assessment_id, coalesce(o.level, a.level), a.assessed_at
                          from risk_assessment a left join risk_override o using (assessment_id)
                         where a.case_id = :case order by a.assessed_at desc, a.assessment_id limit 1
                        """)
                .with("case", caseId.value())
                .first(row ->
                        new Newest(new AssessmentId(row.uuid(0)), RiskLevel.valueOf(row.text(1)), row.instant(2)));
    }

    /** Whether somebody spoke with her since then (code list contact_outcome). */
    boolean reachedSince(CaseId caseId, Instant since) {
        return Sql.of(em, """
                        select 1 from contact_attempt where case_id = :case and outcome = 'REACHED' and attempted_at >= :since limit 1
                        """)
                .with("case", caseId.value())
                .with("since", since)
                .first(row -> true)
                .isPresent();
    }

    /** All of a case, newest first. */
    List<AssessmentView> of(CaseId caseId, Caller caller) {
        Map<UUID, List<RiskFinding>> findings = findings(caseId);
        return Sql.of(em, """
                        select a.assessment_id, a.assessed_at, w.name, a.assessed_by, a.felt, a.her_words, a.derived, a.level, a.reason, a.review_on,
                               o.level, o.reason, o.review_on, o.decided_at, d.name
                          from risk_assessment a join worker w on w.worker_id = a.assessed_by
                          left join risk_override o using (assessment_id)
                          left join worker d on d.worker_id = o.decided_by
                         where a.case_id = :case order by a.assessed_at desc, a.assessment_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new AssessmentView(
                        new AssessmentId(row.uuid(0)),
                        row.instant(1),
                        row.text(2),
                        row.uuid(3).equals(caller.worker().value()),
                        row.text(4),
                        Optional.ofNullable(row.text(5)),
                        findings.getOrDefault(row.uuid(0), List.of()),
                        row.text(6),
                        row.text(7),
                        Optional.ofNullable(row.text(8)),
                        row.date(9),
                        row.has(10)
                                ? Optional.of(new AssessmentView.RiskOverride(
                                        row.text(10), row.text(11), row.date(12), row.instant(13), row.text(14)))
                                : Optional.empty()));
    }

    private Map<UUID, List<RiskFinding>> findings(CaseId caseId) {
        return Sql.of(em, """
                        select assessment_id, domain, score, note from risk_finding where case_id = :case
                         order by array_position(array['IMMINENT', 'SERIOUS', 'SOME', 'NONE'], score), domain
                        """)
                .with("case", caseId.value())
                .rows(row -> Map.entry(
                        row.uuid(0), new RiskFinding(row.text(1), row.text(2), Optional.ofNullable(row.text(3)))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What was found and what it means. */
    record Reckoned(RiskLevel derived, RiskLevel level, LocalDate reviewOn) {}

    void add(AssessmentId id, CaseId caseId, NewRiskAssessment made, Reckoned reckoned, Caller caller) {
        Sql.of(em, """
                        insert into risk_assessment (assessment_id, case_id, organisation_id, assessed_at, assessed_by, felt, her_words, derived,
                                                     level, reason, review_on)
                        values (:id, :case, :organisation, :now, :worker, :felt, :words, :derived, :level, :reason, :review)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("felt", made.felt())
                .with("words", Words.of(made.herWords()))
                .with("derived", reckoned.derived().name())
                .with("level", reckoned.level().name())
                .with("reason", reckoned.level() == reckoned.derived() ? null : Words.of(made.reason()))
                .with("review", reckoned.reviewOn())
                .change();
        for (NewFinding finding : made.findings()) {
            Sql.of(em, """
                            insert into risk_finding (assessment_id, case_id, domain, score, note)
                            values (:id, :case, :domain, :score, :note)
                            """)
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("domain", finding.domain())
                    .with("score", finding.score())
                    .with("note", Words.of(finding.note()))
                    .change();
        }
    }

    void override(AssessmentId id, CaseId caseId, RiskLevel level, String reason, LocalDate reviewOn, Caller caller) {
        Sql.of(em, """
                        insert into risk_override (assessment_id, case_id, level, reason, review_on, decided_at, decided_by)
                        values (:id, :case, :level, :reason, :review, :now, :worker)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("level", level.name())
                .with("reason", Words.of(reason))
                .with("review", reviewOn)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
