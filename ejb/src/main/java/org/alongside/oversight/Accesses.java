package org.alongside.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.oversight.HerRecord.Act;
import org.alongside.oversight.HerRecord.Day;
import org.alongside.oversight.HerRecord.House;
import org.alongside.shared.CaseId;
import org.alongside.shared.Cursor;
import org.alongside.shared.Page;
import org.alongside.shared.Sql;

/** Reads who has seen a file, for those who lead it; the database answers nobody else. */
@ApplicationScoped
class Accesses {
    @PersistenceContext
    EntityManager em;

    @Inject
    Consents consents;

    /** The newest first, after that cursor. */
    Page<Seen> of(CaseId caseId, String cursor, int size) {
        List<Seen> found = Sql.of(em, """
                        select s.seq, s.at, o.name, w.name, array_to_string(s.roles, ','), s.action, s.category, s.basis
                          from case_accesses(:case, :before, :size) s
                          join organisation o using (organisation_id) left join worker w on w.worker_id = s.colleague_id
                         order by s.seq desc
                        """)
                .with("case", caseId.value())
                .with("before", before(cursor))
                .with("size", size + 1)
                .rows(row -> new Seen(
                        row.count(0),
                        row.instant(1),
                        row.text(2),
                        Optional.ofNullable(row.text(3)),
                        roles(row.codes(4)),
                        row.text(5),
                        row.has(6) ? Optional.of(Category.of(row.number(6))) : Optional.empty(),
                        row.codes(7)));
        return found.size() <= size
                ? new Page<>(found, Optional.empty())
                : new Page<>(
                        found.subList(0, size),
                        Optional.of(Cursor.of(found.get(size - 1).number())));
    }

    /** By organisation and day, as she may be told. */
    List<House> forHer(CaseId caseId, String own, String zone) {
        record Line(String house, LocalDate day, Act act) {}
        List<Line> lines = Sql.of(em, """
                        select o.name, s.day, s.action, s.times
                          from case_accesses_for_her(:case, :zone) s join organisation o using (organisation_id)
                         order by o.name, s.day desc, s.action
                        """)
                .with("case", caseId.value())
                .with("zone", zone)
                .rows(row -> new Line(row.text(0), row.date(1), new Act(row.text(2), row.count(3))));
        Comparator<String> ownFirst = Comparator.comparing((String name) -> !name.equals(own));
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Line::house,
                        () -> new TreeMap<>(ownFirst.thenComparing(Comparator.naturalOrder())),
                        Collectors.groupingBy(
                                Line::day,
                                () -> new TreeMap<LocalDate, List<Act>>(Comparator.reverseOrder()),
                                Collectors.mapping(Line::act, Collectors.toList()))))
                .entrySet()
                .stream()
                .map(house -> new House(
                        house.getKey(),
                        house.getValue().entrySet().stream()
                                .map((Map.Entry<LocalDate, List<Act>> day) -> new Day(day.getKey(), day.getValue()))
                                .toList()))
                .toList();
    }

    /** What she agreed to, as far as she knows of it: what others agreed to for a child may name a shelter or police. */
    List<ConsentView> knownToHer(CaseId caseId, Instant now) {
        Set<UUID> unknown =
                Set.copyOf(Sql.of(em, """
                        select c.consent_id from consent c
                         where c.case_id = :case and not she_knows(c) and told_by_her_word(c.recipient_organisation_id)
                        """).with("case", caseId.value()).rows(row -> row.uuid(0)));
        return consents.of(caseId, now).stream()
                .filter(consent -> !unknown.contains(consent.id().value()))
                .toList();
    }

    static Set<Role> roles(List<String> codes) {
        return codes.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static long before(String cursor) {
        try {
            return cursor == null
                    ? Long.MAX_VALUE
                    : Long.parseLong(Cursor.read(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.wrong();
        }
    }
}
