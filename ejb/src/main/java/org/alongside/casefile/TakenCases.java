package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.ExcludedPerson;
import org.alongside.casefile.NewCase.Language;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.Person;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Safety;
import org.alongside.casefile.NewCase.Screening;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The files that an organisation leads, read as the intakes that would open them again elsewhere. */
@ApplicationScoped
public class TakenCases {
    private static final String NOT_ASKED = "NOT_REQUIRED_CHILD";
    private static final String PERSON_ENDS = "\u001e";
    private static final String RELATION_ENDS = "\u001f";

    @PersistenceContext
    EntityManager em;

    /**
     * The next files that the caller's organisation leads, by id; those that the caller may not open are not among them.
     *
     * @param after the last that was read, or null
     */
    public List<Taken> next(Caller caller, CaseId after, int most) {
        return Sql.of(em, """
                        select f.case_id, f.case_code, coalesce(o.legal_basis, 'CONSENT'), coalesce(o.agreed_on, cast(k.given_at as date)),
                               coalesce(o.opened_on, cast(f.opened_at as date)), k.giver, k.medium, sm.in_danger, s.danger_note,
                               dm.language, dm.interpreter, i.age_basis, i.stated_age, i.birth_date, i.maybe_child,
                               im.preferred_name, i.given_name, i.family_name, d.sex, d.gender, array_to_string(d.citizenship, ','), d.region,
                               array_to_string(d.accessibility, ','), c.channel, c.value, c.safe_hours, c.leave_message, c.cover_story, c.never,
                               array_to_string(t.acts, ','), array_to_string(t.means, ','), array_to_string(t.purposes, ','),
                               array_to_string(t.controls, ','), t.recruiter, t.months, t.outcome, array_to_string(sm.constraints, ','),
                               (select string_agg(n.need, ',' order by n.need) from immediate_need n where n.case_id = f.case_id),
                               (select max(n.wish) from immediate_need n where n.case_id = f.case_id), t.situation, f.intake_source,
                               cp.views, cp.views_not_asked, cp.assent, cp.giver_right, cp.giver_relation,
                               (select g.name from guardian g where g.case_id = f.case_id and g.replaced_at is null and g.ended_at is null
                                 order by g.recorded_at limit 1),
                               (select string_agg(e.relation || :relation_ends || left(concat_ws(', ', e.name, e.description), 200), :person_ends order by e.recorded_at, e.relation)
                                  from excluded_person e where e.case_id = f.case_id)
                          from (select distinct case_id from case_access where case_id > :after) a
                          join case_file f using (case_id)
                          join identity_minimum im using (case_id)
                          join identity i using (case_id)
                          join contact c using (case_id)
                          join demographics_minimum dm using (case_id)
                          join demographics d using (case_id)
                          join trafficking_experience t using (case_id)
                          join safety_minimum sm using (case_id)
                          join safety s using (case_id)
                          join record_to_keep k using (case_id)
                          left join case_origin o using (case_id)
                          left join child_protection cp using (case_id)
                         where led_by(f.case_id, :organisation)
                         order by f.case_id limit :most
                        """)
                .with("after", after == null ? new UUID(0, 0) : after.value())
                .with("organisation", caller.organisation().value())
                .with("relation_ends", RELATION_ENDS)
                .with("person_ends", PERSON_ENDS)
                .with("most", most)
                .rows(TakenCases::taken);
    }

    private static Taken taken(Row row) {
        return new Taken(
                new CaseId(row.uuid(0)),
                row.text(1),
                new Origin(row.text(2), row.date(3), row.date(4)),
                new NewCase(
                        new Safety(row.yes(7), row.text(8)),
                        new Language(row.text(9), row.text(10)),
                        new Agreement(row.text(5), row.text(6), true),
                        new Age(row.text(11), row.has(12) ? row.number(12) : null, row.date(13), row.yes(14)),
                        row.has(43) ? child(row) : null,
                        new Name(row.text(15), row.text(16), row.text(17)),
                        new Person(row.text(18), row.text(19), row.codes(20), row.text(21), row.codes(22)),
                        new SafeContact(
                                row.text(23), row.text(24), row.text(25), row.text(26), row.text(27), row.text(28)),
                        new Screening(
                                row.codes(29),
                                row.codes(30).stream()
                                        .filter(means -> !NOT_ASKED.equals(means))
                                        .toList(),
                                row.codes(31),
                                row.codes(32),
                                row.text(33),
                                row.text(34),
                                row.text(35)),
                        row.codes(36),
                        row.codes(37),
                        row.text(38),
                        row.text(39),
                        row.text(40)));
    }

    private static Child child(Row row) {
        List<ExcludedPerson> excluded = row.has(47)
                ? Arrays.stream(row.text(47).split(PERSON_ENDS))
                        .map(one -> one.split(RELATION_ENDS, 2))
                        .map(one -> new ExcludedPerson(one[0], CaseRecords.stripped(one[1])))
                        .toList()
                : List.of();
        return new Child(row.text(41), row.text(42), row.text(43), row.text(44), row.text(45), row.text(46), excluded);
    }

    /** A file as an intake, with the code by which it is spoken of here. */
    public record Taken(CaseId id, String code, Origin origin, NewCase intake) {}
}
