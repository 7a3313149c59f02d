package org.alongside.careplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.careplan.NeedsView.Assessment;
import org.alongside.careplan.NeedsView.Found;
import org.alongside.careplan.NeedsView.Say;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** The collection of assessments and of her own words, as far as the caller may read them; nothing in it is ever changed. */
@ApplicationScoped
class Needs {
    @PersistenceContext
    EntityManager em;

    /** The newest first. */
    List<Assessment> assessments(CaseId caseId, List<String> scale) {
        Map<UUID, List<Found>> found = new HashMap<>();
        Sql.of(em, """
                        select n.assessment_id, n.domain, n.level, n.need, n.strength
                          from need_found n left join code k on k.list = 'care_domain' and k.code = n.domain
                         where n.case_id = :case order by k.position
                        """).with("case", caseId.value()).rows(row -> found.computeIfAbsent(
                        row.uuid(0), any -> new ArrayList<>())
                .add(new Found(row.text(1), row.text(2), scale.indexOf(row.text(2)) + 1, row.text(3), row.text(4))));
        return Sql.of(em, """
                        select a.assessment_id, a.point, a.rater, a.assessed_on, a.organisation_id, a.recorded_at, w.name
                          from need_assessment a join worker w on w.worker_id = a.recorded_by
                         where a.case_id = :case order by a.assessed_on desc, a.recorded_at desc, a.assessment_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Assessment(
                        row.uuid(0),
                        row.text(1),
                        row.text(2),
                        row.date(3),
                        new OrganisationId(row.uuid(4)),
                        row.instant(5),
                        row.text(6),
                        found.getOrDefault(row.uuid(0), List.of())));
    }

    /** The newest first. */
    List<Say> says(CaseId caseId) {
        return Sql.of(em, """
                        select s.say_id, s.said_on, s.matters_most, s.going, s.words, s.recorded_at, w.name
                          from plan_say s join worker w on w.worker_id = s.recorded_by
                         where s.case_id = :case order by s.said_on desc, s.recorded_at desc, s.say_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Say(
                        row.uuid(0), row.date(1), row.text(2), row.text(3), row.text(4), row.instant(5), row.text(6)));
    }

    void add(UUID id, CaseId caseId, NewNeedsAssessment assessed, Caller caller) {
        Sql.of(em, """
                        insert into need_assessment (assessment_id, case_id, organisation_id, point, rater, assessed_on, recorded_at, recorded_by)
                        values (:id, :case, :house, :point, :rater, :on, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("point", assessed.point())
                .with("rater", assessed.rater())
                .with("on", assessed.assessedOn())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        assessed.found().stream()
                .sorted(Comparator.comparing(NewNeedsAssessment.NewFound::domain))
                .forEach(one -> add(id, caseId, one, caller));
    }

    private void add(UUID id, CaseId caseId, NewNeedsAssessment.NewFound one, Caller caller) {
        Sql.of(em, """
                        insert into need_found (assessment_id, case_id, organisation_id, domain, level, need, strength)
                        values (:id, :case, :house, :domain, :level, :need, :strength)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("domain", one.domain())
                .with("level", one.level())
                .with("need", PlanRules.stripped(one.need()))
                .with("strength", PlanRules.stripped(one.strength()))
                .change();
    }

    void add(UUID id, CaseId caseId, NewSay said, Caller caller) {
        Sql.of(em, """
                        insert into plan_say (say_id, case_id, organisation_id, said_on, matters_most, going, words, recorded_at, recorded_by)
                        values (:id, :case, :house, :on, :most, :going, :words, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("on", said.saidOn())
                .with("most", PlanRules.stripped(said.mattersMost()))
                .with("going", said.going())
                .with("words", PlanRules.stripped(said.words()))
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
