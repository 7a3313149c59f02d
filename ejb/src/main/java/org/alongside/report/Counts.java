package org.alongside.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.organisation.Partners;
import org.alongside.report.Coordination.Acceptance;
import org.alongside.report.Coordination.Caseload;
import org.alongside.report.Coordination.House;
import org.alongside.report.Coordination.Kept;
import org.alongside.report.Coordination.ReasonCount;
import org.alongside.report.Coordination.Speed;
import org.alongside.report.Coordination.Stretch;
import org.alongside.report.CoordinationService.Difference;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The totals, read as far as the database shows them to the caller. */
@ApplicationScoped
class Counts {
    private static final UUID EVERYBODY = new UUID(0, 0);
    private static final String OF = """
             where side = :side and house = :house and grain = :grain and period between :from and :until
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Partners partners;

    /** @param house null for everybody, with the side ALL */
    Coordination overview(Period period, OrganisationId house, Side side, Instant now, List<House> houses) {
        LocalDate until = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = period.from(until);
        Scope scope = new Scope(period, from, until, house == null ? EVERYBODY : house.value(), side);
        Flows flows = new Flows();
        flowRows(scope).rows(row -> flows.add(row.uuid(0), row.uuid(1), row.text(2), row.text(3), row.count(4)));
        Late late = new Late(side, house);
        Sql.of(em, "select service_type, sender, recipient, status, sent_on, late, n from waiting_now(:house)")
                .with("house", house == null ? null : house.value())
                .rows(row -> late.add(
                        row.text(0), row.uuid(1), row.uuid(2), row.text(3), row.date(4), row.yes(5), row.count(6)));
        Map<String, Map<String, Map<String, Long>>> totals = totals(scope);
        Map<LocalDate, Kept> stretches = stretches(scope, late);
        List<Load> loads = caseloads(house);
        Set<UUID> ids = new HashSet<>(flows.organisations());
        loads.forEach(load -> ids.add(load.organisation()));
        Map<UUID, String> names = partners.organisationNames(ids);
        return new Coordination(
                period,
                from,
                until,
                now,
                Optional.ofNullable(house),
                side,
                flows.sent(),
                period.rolls() ? Optional.of(sentBefore(scope)) : Optional.empty(),
                flows.states(),
                flows.list(names),
                late.waiting(),
                reasons(totals.getOrDefault("REASON", Map.of())),
                speed(totals.getOrDefault("ACCEPTED", Map.of()).values()),
                acceptance(totals.getOrDefault("ACCEPTED", Map.of())),
                kept(totals.getOrDefault("ANSWER", Map.of())).plus(late.answers(from, until)),
                kept(totals.getOrDefault("CONTACT", Map.of())).plus(late.contacts(from, until)),
                stretches.entrySet().stream()
                        .map(one -> new Stretch(one.getKey(), one.getValue()))
                        .toList(),
                loads.stream().map(load -> load.named(names)).toList(),
                houses);
    }

    /** Everybody's flows are what each organisation sent. */
    private Sql flowRows(Scope scope) {
        if (scope.side() == Side.ALL) {
            return Sql.of(em, """
                            select house, partner, service_type, key, cast(sum(n) as bigint) from referral_counted
                             where side = 'SENT' and measure = 'STATE' and grain = :grain and period between :from and :until
                             group by 1, 2, 3, 4
                            """)
                    .with("grain", scope.period().grain())
                    .with("from", scope.from())
                    .with("until", scope.until());
        }
        String parties = scope.side() == Side.SENT ? "house, partner" : "partner, house";
        return scope.ask(
                em,
                "select " + parties + ", service_type, key, cast(sum(n) as bigint) from referral_counted " + OF
                        + " and measure = 'STATE' group by 1, 2, 3, 4");
    }

    private long sentBefore(Scope scope) {
        long days = scope.until().toEpochDay() - scope.from().toEpochDay() + 1;
        return scope.before(days)
                .ask(
                        em,
                        "select cast(coalesce(sum(n), 0) as bigint) from referral_counted " + OF
                                + " and measure = 'STATE'")
                .first(row -> row.count(0))
                .orElse(0L);
    }

    /** By what is counted, by kind of help, by key. */
    private Map<String, Map<String, Map<String, Long>>> totals(Scope scope) {
        Map<String, Map<String, Map<String, Long>>> totals = new HashMap<>();
        scope.ask(
                        em,
                        "select measure, service_type, key, cast(sum(n) as bigint) from referral_counted " + OF
                                + " and measure in ('REASON', 'ACCEPTED', 'ANSWER', 'CONTACT') group by 1, 2, 3 having sum(n) <> 0")
                .rows(row -> totals.computeIfAbsent(row.text(0), measure -> new TreeMap<>())
                        .computeIfAbsent(row.text(1), service -> new HashMap<>())
                        .put(row.text(2), row.count(3)));
        return totals;
    }

    private Map<LocalDate, Kept> stretches(Scope scope, Late late) {
        Map<LocalDate, Kept> stretches = new TreeMap<>();
        Function<LocalDate, LocalDate> begin = day -> scope.period().stretch(day, scope.from());
        scope.ask(
                        em,
                        "select period, cast(coalesce(sum(n) filter (where key = 'KEPT'), 0) as bigint),"
                                + " cast(coalesce(sum(n) filter (where key = 'MISSED'), 0) as bigint) from referral_counted "
                                + OF + " and measure in ('ANSWER', 'CONTACT') group by 1")
                .rows(row ->
                        stretches.merge(begin.apply(row.date(0)), new Kept(row.count(1), row.count(2)), Kept::plus));
        late.byDay(scope.from(), scope.until())
                .forEach((day, missed) -> stretches.merge(begin.apply(day), missed, Kept::plus));
        return stretches;
    }

    private static List<ReasonCount> reasons(Map<String, Map<String, Long>> byService) {
        Map<String, Long> reasons = new TreeMap<>();
        byService.values().forEach(counts -> counts.forEach((reason, n) -> reasons.merge(reason, n, Long::sum)));
        return reasons.entrySet().stream()
                .map(one -> new ReasonCount(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed().thenComparing(ReasonCount::reason))
                .toList();
    }

    private static List<Acceptance> acceptance(Map<String, Map<String, Long>> byService) {
        return byService.entrySet().stream()
                .map(one -> new Acceptance(one.getKey(), speed(List.of(one.getValue()))))
                .sorted(Comparator.comparingLong((Acceptance one) -> one.speed().medianMinutes())
                        .reversed()
                        .thenComparing(Acceptance::serviceType))
                .toList();
    }

    private static Speed speed(Collection<Map<String, Long>> several) {
        Map<String, Long> spans = new HashMap<>();
        several.forEach(some -> some.forEach((span, n) -> spans.merge(span, n, Long::sum)));
        Durations durations = new Durations(spans);
        return new Speed(durations.count(), durations.within(0.5), durations.within(0.9));
    }

    private static Kept kept(Map<String, Map<String, Long>> byService) {
        return byService.values().stream()
                .map(counts -> new Kept(counts.getOrDefault("KEPT", 0L), counts.getOrDefault("MISSED", 0L)))
                .reduce(new Kept(0, 0), Kept::plus);
    }

    private List<Load> caseloads(OrganisationId house) {
        return Sql.of(em, """
                        select organisation_id, open_cases, workers, most from caseloads()
                         where cast(:house as uuid) is null or organisation_id = :house order by open_cases desc, organisation_id
                        """)
                .with("house", house == null ? null : house.value())
                .rows(row -> new Load(row.uuid(0), row.count(1), row.count(2), row.count(3)));
    }

    /** Every partner, by name. */
    List<House> houses() {
        return Sql.of(em, "select organisation_id, name from organisation where vetted_at is not null order by name")
                .rows(row -> new House(new OrganisationId(row.uuid(0)), row.text(1)));
    }

    List<Difference> differences() {
        return Sql.of(
                        em,
                        "select what, organisation_id, period, service_type, key, counted, recounted from counts_verify()")
                .rows(Counts::difference);
    }

    long rebuild() {
        return Sql.of(em, "select counts_rebuild()").first(row -> row.count(0)).orElse(0L);
    }

    private static Difference difference(Row row) {
        return new Difference(
                row.text(0),
                row.has(1) ? new OrganisationId(row.uuid(1)) : null,
                row.text(2),
                row.text(3),
                row.text(4),
                row.count(5),
                row.count(6));
    }

    /** Which totals are asked for. */
    private record Scope(Period period, LocalDate from, LocalDate until, UUID house, Side side) {
        Scope before(long days) {
            return new Scope(period, from.minusDays(days), from.minusDays(1), house, side);
        }

        Sql ask(EntityManager em, String text) {
            return Sql.of(em, text)
                    .with("side", side.name())
                    .with("house", house)
                    .with("grain", period.grain())
                    .with("from", from)
                    .with("until", until);
        }
    }

    private record Load(UUID organisation, long openCases, long workers, long most) {
        Caseload named(Map<UUID, String> names) {
            return new Caseload(new OrganisationId(organisation), names.get(organisation), openCases, workers, most);
        }
    }
}
