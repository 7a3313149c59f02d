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
import org.alongside.organisation.Partners;
import org.alongside.report.Coordination.Acceptance;
import org.alongside.report.Coordination.Caseload;
import org.alongside.report.Coordination.Flow;
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

    /** How many flows an overview tells; all of them are a list of their own. */
    private static final int FLOWS_TOLD = 100;

    private static final String OF = """
             where side = :side and house = :house and grain = :grain and period between :from and :until
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Partners partners;

    /**
     * Every flow of a period.
     *
     * @param house null for everybody, with the side ALL
     */
    List<Flow> flows(Period period, OrganisationId house, Side side, Instant now) {
        Flows flows = flows(Scope.of(period, house, side, now));
        return flows.list(partners.organisationNames(flows.organisations()));
    }

    private Flows flows(Scope scope) {
        Flows flows = new Flows(scope.side());
        flowRows(scope).rows(row -> flows.add(row.uuid(0), row.uuid(1), row.text(2), row.text(3), row.count(4)));
        return flows;
    }

    /** @param house null for everybody, with the side ALL */
    Coordination overview(Period period, OrganisationId house, Side side, Instant now, List<House> houses) {
        Scope scope = Scope.of(period, house, side, now);
        LocalDate from = scope.from();
        LocalDate until = scope.until();
        Flows flows = flows(scope);
        Late late = new Late(side, house);
        Sql.of(em, "select service_type, sender, recipient, status, sent_on, late, n from waiting_now(:house)")
                .with("house", house == null ? null : house.value())
                .rows(row -> late.add(
                        row.text(0), row.uuid(1), row.uuid(2), row.text(3), row.date(4), row.yes(5), row.count(6)));
        Map<String, Map<String, Map<String, Long>>> totals = totals(scope);
        Map<LocalDate, Kept> answers = deadlines(scope, "ANSWER");
        Map<LocalDate, Kept> contacts = deadlines(scope, "CONTACT");
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
                flows.links(names),
                flows.list(names).stream().limit(FLOWS_TOLD).toList(),
                late.waiting(),
                reasons(totals.getOrDefault("REASON", Map.of())),
                speed(totals.getOrDefault("ACCEPTED", Map.of()).values()),
                acceptance(totals.getOrDefault("ACCEPTED", Map.of())),
                sum(answers).plus(late.answers(from, until)),
                sum(contacts).plus(late.contacts(from, until)),
                stretches(scope, List.of(answers, contacts, late.byDay(from, until))),
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
                                + " and measure in ('REASON', 'ACCEPTED') group by 1, 2, 3 having sum(n) <> 0")
                .rows(row -> totals.computeIfAbsent(row.text(0), measure -> new TreeMap<>())
                        .computeIfAbsent(row.text(1), service -> new HashMap<>())
                        .put(row.text(2), row.count(3)));
        return totals;
    }

    /** What is decided of the deadlines of one kind, ANSWER or CONTACT, by the day or month of sending. */
    private Map<LocalDate, Kept> deadlines(Scope scope, String measure) {
        Map<LocalDate, Kept> deadlines = new TreeMap<>();
        scope.ask(
                        em,
                        "select period, cast(coalesce(sum(n) filter (where key = 'KEPT'), 0) as bigint),"
                                + " cast(coalesce(sum(n) filter (where key = 'MISSED'), 0) as bigint) from referral_counted "
                                + OF + " and measure = :measure group by 1",
                        scope.period().deadlineGrain())
                .with("measure", measure)
                .rows(row -> deadlines.put(row.date(0), new Kept(row.count(1), row.count(2))));
        return deadlines;
    }

    private static List<Stretch> stretches(Scope scope, List<Map<LocalDate, Kept>> deadlines) {
        Map<LocalDate, Kept> stretches = new TreeMap<>();
        deadlines.forEach(some -> some.forEach(
                (day, kept) -> stretches.merge(scope.period().stretch(day, scope.from()), kept, Kept::plus)));
        return stretches.entrySet().stream()
                .filter(one -> one.getValue().all() > 0)
                .map(one -> new Stretch(
                        one.getKey(), scope.period().stretchEnd(one.getKey(), scope.until()), one.getValue()))
                .toList();
    }

    private static Kept sum(Map<LocalDate, Kept> deadlines) {
        return deadlines.values().stream().reduce(new Kept(0, 0), Kept::plus);
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
        static Scope of(Period period, OrganisationId house, Side side, Instant now) {
            LocalDate until = now.atZone(ZoneOffset.UTC).toLocalDate();
            return new Scope(period, period.from(until), until, house == null ? EVERYBODY : house.value(), side);
        }

        Scope before(long days) {
            return new Scope(period, from.minusDays(days), from.minusDays(1), house, side);
        }

        Sql ask(EntityManager em, String text) {
            return ask(em, text, period.grain());
        }

        Sql ask(EntityManager em, String text, String grain) {
            return Sql.of(em, text)
                    .with("side", side.name())
                    .with("house", house)
                    .with("grain", grain)
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
