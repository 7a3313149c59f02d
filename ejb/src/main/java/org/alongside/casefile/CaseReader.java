package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** Reads files; the database decides which rows there are, the openness which parts are told. */
@ApplicationScoped
class CaseReader {
    @PersistenceContext
    EntityManager em;

    /** The case with that code, if it is open to the caller. */
    Optional<CaseId> byCode(String code) {
        return Sql.of(em, "select case_id from case_file where case_code = :code")
                .with("code", code)
                .first(row -> new CaseId(row.uuid(0)));
    }

    CaseView view(Caller caller, CaseId caseId, Openness open) {
        return Sql.of(em, """
                        select f.case_code, f.status, f.episode_no, f.opened_at,
                               (select min(a.next_due) from case_access a where a.case_id = f.case_id), o.organisation_id, o.name, w.worker_id, w.name,
                               im.preferred_name, im.age_band, im.child, im.version,
                               i.given_name, i.family_name, i.age_basis, i.stated_age, i.birth_date, i.maybe_child, i.version,
                               cp.views, cp.views_not_asked, cp.assent, cp.consent_giver, cp.giver_right, cp.giver_relation,
                               (select string_agg(g.name, ', ' order by g.recorded_at) from guardian g
                                 where g.case_id = f.case_id and g.status in ('NOT_NEEDED', 'TEMPORARY', 'APPOINTED')),
                               c.channel, c.value, c.safe_hours, c.leave_message, c.cover_story, c.never, c.version,
                               dm.language, dm.interpreter,
                               d.sex, d.gender, array_to_string(d.citizenship, ','), d.region, array_to_string(d.accessibility, ','),
                               array_to_string(t.acts, ','), array_to_string(t.means, ','), array_to_string(t.purposes, ','),
                               array_to_string(t.controls, ','), t.recruiter, t.months, t.outcome, t.situation,
                               sm.risk_level, sm.in_danger, array_to_string(sm.constraints, ','), s.case_id, s.danger_note,
                               (select string_agg(n.need, ',' order by n.need) from immediate_need n where n.case_id = f.case_id),
                               (select max(n.wish) from immediate_need n where n.case_id = f.case_id),
                               k.giver, k.medium, k.language, k.given_at, cn.authority, cn.reference, cn.notified_at,
                               (select string_agg(e.relation, ',' order by e.recorded_at) from excluded_person e where e.case_id = f.case_id),
                               (select cast(count(*) as int) from safety_alert x
                                 where x.case_id = f.case_id and x.settled_at is null and x.ended_at is null)
                          from case_file f
                          left join organisation o on o.organisation_id = lead_told(f.case_id)
                          left join worker w on w.worker_id = f.lead_worker_id
                          left join identity_minimum im using (case_id)
                          left join identity i using (case_id)
                          left join child_protection cp using (case_id)
                          left join contact c using (case_id)
                          left join demographics_minimum dm using (case_id)
                          left join demographics d using (case_id)
                          left join trafficking_experience t using (case_id)
                          left join safety_minimum sm using (case_id)
                          left join safety s using (case_id)
                          left join record_to_keep k using (case_id)
                          left join child_notification cn using (case_id)
                         where f.case_id = :case
                        """)
                .with("case", caseId.value())
                .first(row -> view(caller, caseId, open, row))
                .orElseThrow(Refusal::notThere);
    }

    private static CaseView view(Caller caller, CaseId caseId, Openness open, Row row) {
        boolean led = open.leads() && caller.organisation().value().equals(row.uuid(5));
        return new CaseView(
                caseId,
                row.text(0),
                row.text(1),
                row.number(2),
                row.instant(3),
                row.date(4),
                row.has(5) ? new OrganisationId(row.uuid(5)) : null,
                row.text(6),
                row.has(7) ? new WorkerId(row.uuid(7)) : null,
                row.text(8),
                led,
                open.depth(Category.LEGAL).reaches(Depth.EXISTENCE),
                open.minimum(Category.HEALTH)
                        || open.depth(Category.HEALTH).reaches(Depth.EXISTENCE)
                                && (caller.has(Role.HLT) || caller.has(Role.SUP) && led),
                open.depth(Category.COUNSELLING_NOTES).reaches(Depth.EXISTENCE),
                open.bases(),
                open.until(),
                part(
                        open.minimum(Category.IDENTITY) && row.has(9),
                        () -> new CaseView.Who(row.text(9), row.text(10), row.yes(11), row.number(12))),
                part(
                        open.full(Category.IDENTITY) && row.has(15),
                        () -> new CaseView.Identity(
                                row.text(13),
                                row.text(14),
                                row.text(15),
                                row.has(16) ? row.number(16) : null,
                                row.date(17),
                                row.yes(18),
                                row.number(19))),
                part(
                        open.full(Category.IDENTITY) && row.has(22),
                        () -> new CaseView.ChildProtection(
                                row.text(20),
                                row.text(21),
                                row.text(22),
                                row.text(23),
                                row.text(24),
                                row.text(25),
                                row.text(26),
                                open.full(Category.SAFETY_RISK) ? row.codes(63) : List.of())),
                part(
                        open.minimum(Category.CONTACT_LOCATION) && row.has(27),
                        () -> new CaseView.SafeContact(
                                row.text(27),
                                row.text(28),
                                row.text(29),
                                row.text(30),
                                row.text(31),
                                row.text(32),
                                row.number(33))),
                part(
                        open.minimum(Category.DEMOGRAPHICS) && row.has(34),
                        () -> new CaseView.Language(row.text(34), row.text(35))),
                part(
                        open.full(Category.DEMOGRAPHICS) && row.has(36),
                        () -> new CaseView.Demographics(
                                row.text(36), row.text(37), row.codes(38), row.text(39), row.codes(40))),
                part(
                        open.full(Category.TRAFFICKING_EXPERIENCE) && row.has(47),
                        () -> new CaseView.Experience(
                                row.codes(41),
                                row.codes(42),
                                row.codes(43),
                                row.codes(44),
                                row.text(45),
                                row.text(46),
                                row.text(47),
                                row.text(48))),
                part(
                        open.minimum(Category.SAFETY_RISK) && row.has(49),
                        () -> new CaseView.Safety(row.text(49), row.yes(50), row.codes(51), row.number(64))),
                part(open.full(Category.SAFETY_RISK) && row.has(52), () -> new CaseView.SafetyNote(row.text(53))),
                part(open.full(Category.CARE_PLAN_GOALS), () -> new CaseView.Needs(row.codes(54), row.text(55))),
                part(
                        open.full(Category.REFERRALS) && row.has(56),
                        () -> new CaseView.Kept(row.text(56), row.text(57), row.text(58), row.instant(59))),
                part(
                        open.full(Category.REFERRALS) && row.has(60),
                        () -> new CaseView.Notification(row.text(60), row.text(61), row.instant(62))));
    }

    private static <T> Optional<T> part(boolean told, java.util.function.Supplier<T> read) {
        return told ? Optional.of(read.get()) : Optional.empty();
    }
}
