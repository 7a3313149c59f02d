package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Reach.By;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** Tells a reader, grant by grant, why a file is open to them; the same facts from which the gate reckons how far. */
@ApplicationScoped
public class Reaches {
    private static final String LIVE = """
            select g.grant_id, g.category, g.level, g.basis, case when w.organisation_id = :house then w.name end, o.name, g.valid_from,
                   nullif(g.valid_until, 'infinity'), g.worker_id is not null, a.worker_id = :me, t.reach = 'SHIFT', t.name
              from access_grant g
              join worker w on w.worker_id = g.given_by
              join organisation o on o.organisation_id = w.organisation_id
              left join assignment a on g.worker_id is null and a.case_id = g.case_id and a.organisation_id = g.organisation_id
                    and a.referral_id is not distinct from g.referral_id
                    and a.from_at <= :now and (a.until_at is null or :now < a.until_at)
              left join team t on t.team_id = a.team_id
             where g.case_id = :case and g.valid_from <= :now and :now < g.valid_until and (g.ended_at is null or :now < g.ended_at)
               and (g.worker_id = :me or a.worker_id = any (caller_holders()) or a.team_id = any (caller_holders()))
             order by g.category, g.valid_from, g.grant_id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Files files;

    /** Every live grant that reaches the caller and opens something to their roles, by category; the nearest way of each. */
    public List<Reach> of(Caller caller, CaseId caseId) {
        Openness openness = files.found(caller, caseId);
        if (!openness.seen()) {
            return List.of();
        }
        RoleMatrix matrix = files.matrix();
        Map<Object, Reach> nearest = new LinkedHashMap<>();
        Sql.of(em, LIVE)
                .with("case", caseId.value())
                .with("me", caller.worker().value())
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> {
                    deepest(caller, row, matrix, openness)
                            .ifPresent(reach ->
                                    nearest.merge(row.uuid(0), reach, (a, b) -> a.by().compareTo(b.by()) <= 0 ? a : b));
                    return row;
                });
        return List.copyOf(nearest.values());
    }

    /** Never deeper than the file is open: what she keeps back is kept back here, too. */
    private static Optional<Reach> deepest(Caller caller, Row row, RoleMatrix matrix, Openness openness) {
        Category category = Category.of(row.number(1));
        char level = row.text(2).charAt(0);
        String basis = row.text(3);
        return caller.roles().stream()
                .map(role -> {
                    char access = matrix.of(role, category);
                    Depth granted = Openness.depth(level, basis, access);
                    Depth most = openness.depth(category);
                    return reach(
                            row,
                            category,
                            granted.reaches(most) ? most : granted,
                            Openness.writes(level, access),
                            role);
                })
                .filter(reach -> reach.depth() != Depth.NONE)
                .max(Comparator.comparing(Reach::depth)
                        .thenComparing(Reach::writes)
                        .thenComparing(Comparator.comparing(Reach::role).reversed()));
    }

    private static Reach reach(Row row, Category category, Depth depth, boolean writes, Role role) {
        Instant until = row.instant(7);
        return new Reach(
                category,
                depth,
                writes,
                row.text(3),
                Optional.ofNullable(row.text(4)),
                row.text(5),
                row.instant(6),
                Optional.ofNullable(until),
                by(row),
                Optional.ofNullable(row.text(11)),
                role);
    }

    private static By by(Row row) {
        if (row.yes(8)) {
            return By.IN_PERSON;
        }
        return row.yes(9) ? By.ASSIGNED : row.yes(10) ? By.SHIFT : By.SUPERVISES;
    }
}
