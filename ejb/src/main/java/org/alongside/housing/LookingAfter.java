package org.alongside.housing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.shared.CaseId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;

/** Reads what others must know now to look after people, in one question however many they are; row security shows it to whom it is for. */
@ApplicationScoped
class LookingAfter {
    static final String ALL = """
            select d.case_id, d.kind, d.what, d.words, (select string_agg(to_char(t, 'HH24:MI'), ',' order by t) from unnest(d.times) t)
              from health_daily d
             where d.ended_at is null and d.case_id in (select p.case_id from placement p where %s)
             order by d.kind, d.recorded_at, d.daily_id
            """;

    @PersistenceContext
    EntityManager em;

    private record Noted(CaseId caseId, ToLookAfter what) {}

    /** Of everybody who lives there. */
    Map<CaseId, List<ToLookAfter>> in(FacilityId house) {
        return byCase(Sql.of(
                        em,
                        ALL.formatted(
                                "p.placement_id in (select u.placement_id from bed_use u where u.facility_id = :house and u.kind = 'STAY' and u.left_at is null)"))
                .with("house", house.value()));
    }

    List<ToLookAfter> of(PlacementId id) {
        return byCase(Sql.of(em, ALL.formatted("p.placement_id = :id")).with("id", id.value())).values().stream()
                .findFirst()
                .orElse(List.of());
    }

    private static Map<CaseId, List<ToLookAfter>> byCase(Sql asked) {
        return asked
                .rows(row -> new Noted(
                        new CaseId(row.uuid(0)), new ToLookAfter(row.text(1), row.text(2), row.text(3), row.codes(4))))
                .stream()
                .collect(Collectors.groupingBy(
                        Noted::caseId, Collectors.mapping(Noted::what, Collectors.toUnmodifiableList())));
    }
}
