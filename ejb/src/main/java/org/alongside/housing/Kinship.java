package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.housing.HousingView.Kin;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Who is whose family, by the word of who leads each of them. Said of one half, nobody is a family yet. */
@ApplicationScoped
class Kinship {
    @PersistenceContext
    EntityManager em;

    /** What is said of her, as far as the caller may read it. */
    List<Kin> of(CaseId caseId) {
        return Sql.of(em, """
                        select w.other_case_id, c.case_code, i.preferred_name, coalesce(i.child, false), w.said_at, family_agreed(w.case_id, w.other_case_id)
                          from family_word w
                          left join case_file c on c.case_id = w.other_case_id
                          left join identity_minimum i on i.case_id = w.other_case_id
                         where w.case_id = :case and w.ended_at is null
                         order by coalesce(i.child, false), i.preferred_name, w.other_case_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Kin(
                        new CaseId(row.uuid(0)),
                        Optional.ofNullable(row.text(1)),
                        Optional.ofNullable(row.text(2)),
                        row.yes(3),
                        row.instant(4),
                        row.yes(5)));
    }

    boolean said(CaseId one, CaseId other) {
        return Sql.of(em, "select family_agreed(:one, :other)")
                .with("one", one.value())
                .with("other", other.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Her family as far as the caller's house shelters them and may place them. */
    List<CaseId> shelteredWith(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select w.other_case_id from family_word w
                         where w.case_id = :case and w.ended_at is null and family_agreed(w.case_id, w.other_case_id)
                           and places(w.other_case_id, :house)
                           and exists (select from referral r join referral_card c using (referral_id)
                                        where r.case_id = w.other_case_id and c.recipient_organisation_id = :house and c.service_type = 'SHELTER'
                                          and c.status in ('ACCEPTED', 'IN_SERVICE'))
                         order by w.other_case_id
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .rows(row -> new CaseId(row.uuid(0)));
    }

    boolean leads(CaseId caseId) {
        return Sql.of(em, "select leads(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The cases of these codes as they were typed, as far as they are there for the caller. */
    Map<String, CaseId> byCode(List<String> codes) {
        Map<String, CaseId> found = new HashMap<>();
        Sql.of(em, """
                        select t.code, f.case_id from unnest(cast(:codes as text[])) t (code)
                          join case_file f on f.case_code in (t.code, upper(t.code))
                        """).with("codes", codes).rows(row -> found.put(row.text(0), new CaseId(row.uuid(1))));
        return found;
    }

    /** Those of them that are there for the caller. */
    Set<CaseId> open(Set<CaseId> cases) {
        return Sql.of(em, "select case_id from case_file where case_id = any (:cases)")
                .with("cases", cases.stream().map(CaseId::value).collect(Collectors.toSet()))
                .rows(row -> new CaseId(row.uuid(0)))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Writes down, of each of them whom the caller leads, that the others are of the same family. */
    void say(Set<CaseId> family, Caller caller) {
        Set<UUID> ids = family.stream().map(CaseId::value).collect(Collectors.toSet());
        Sql.of(em, """
                        insert into family_word (case_id, other_case_id, organisation_id, said_at, said_by)
                        select a, b, :house, :now, :worker
                          from unnest(:cases) a cross join unnest(:cases) b
                         where a <> b and leads(a) and may('min', a, 4)
                         order by a, b
                        on conflict (case_id, other_case_id) where ended_at is null do nothing
                        """)
                .with("cases", ids)
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    /** Takes back that somebody is of her family, and of whoever else is. */
    void unsay(CaseId caseId, CaseId other) {
        Sql.of(em, "select cast(family_word_ends(:case, :other) as text)")
                .with("case", caseId.value())
                .with("other", other.value())
                .run();
    }
}
