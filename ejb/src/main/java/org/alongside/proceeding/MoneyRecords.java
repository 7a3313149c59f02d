package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.proceeding.LawyersMatters.Kept;
import org.alongside.proceeding.PaymentService.Payment;
import org.alongside.proceeding.Restitution.Award;
import org.alongside.proceeding.Restitution.Cost;
import org.alongside.proceeding.Restitution.CostSum;
import org.alongside.proceeding.Restitution.InHand;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.shared.AfterDay;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Page;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of awards, payments and costs; the database shows them to her lawyer alone. */
@ApplicationScoped
class MoneyRecords {
    /** What is not paid as it is asked, in the order of its index: it costs what is shown. See the plan test before changing it. */
    static final String UNPAID = """
            select f.matter_id, f.case_id, c.case_code, f.opened_on, f.track, s.stage, f.currency, f.ordered::text, f.rest::text, m.number
              from (select u.*, u.ordered - coalesce(u.paid, 0) rest from matter_file u
                     where u.organisation_id = :house and u.ordered > coalesce(u.paid, 0)
                       and (u.opened_on, u.matter_id) > (cast(:after as date), cast(:afterid as uuid))
                     order by u.opened_on, u.matter_id limit :size) f
              join matter m using (matter_id) join matter_stage s using (matter_id) join case_file c on c.case_id = f.case_id
             order by f.opened_on, f.matter_id
            """;

    private static final String PAYMENTS = """
            select p.matter_id, p.payment_id, p.paid_on, p.amount::text, p.payer, p.withdrawn_at, w.name, p.withdrawn_why
              from award_payment p left join worker w on w.worker_id = p.withdrawn_by
             where %s order by p.paid_on desc, p.noted_at desc, p.payment_id
            """;

    private static final int LONGEST_PAGE = 100;

    @PersistenceContext
    EntityManager em;

    /** Those of a case in which money is claimed or ordered, the oldest matter first; two statements. */
    List<Award> awards(CaseId caseId) {
        Map<UUID, List<Map.Entry<UUID, Payment>>> payments = Sql.of(em, PAYMENTS.formatted("p.case_id = :case"))
                .with("case", caseId.value())
                .rows(row -> Map.entry(row.uuid(0), payment(row)))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey));
        return Sql.of(em, """
                        select f.matter_id, f.track, s.stage, f.currency, f.claimed::text, f.ordered::text, coalesce(f.paid, 0.00)::text, m.number
                          from matter_file f join matter m using (matter_id) join matter_stage s using (matter_id)
                         where f.case_id = :case and f.organisation_id = caller_organisation() and f.currency is not null
                         order by m.opened_at, f.matter_id
                        """)
                .with("case", caseId.value())
                .rows(row -> award(row, payments.getOrDefault(row.uuid(0), List.of())));
    }

    /** Those of a matter, the newest first. */
    List<Payment> payments(MatterId matter) {
        return Sql.of(em, PAYMENTS.formatted("p.matter_id = :matter"))
                .with("matter", matter.value())
                .rows(MoneyRecords::payment);
    }

    private static Payment payment(Row row) {
        return new Payment(row.uuid(1), row.date(2), amount(row, 3), row.text(4), TakenBack.of(row, 5));
    }

    /** Whether it counted until now. */
    boolean takeBack(UUID payment, NewTakingBack said, Caller caller) {
        return takeBack("award_payment set %s where payment_id = :id and withdrawn_at is null", payment, said, caller);
    }

    private boolean takeBack(String what, UUID id, NewTakingBack said, Caller caller) {
        return Sql.of(
                                em,
                                "update "
                                        + what.formatted(
                                                "withdrawn_at = :now, withdrawn_by = :worker, withdrawn_why = :why"))
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("why", said.why())
                        .with("id", id)
                        .change()
                == 1;
    }

    private static Award award(Row row, List<Map.Entry<UUID, Payment>> payments) {
        Optional<BigDecimal> ordered = maybe(row, 5);
        BigDecimal paid = amount(row, 6);
        return new Award(
                new MatterId(row.uuid(0)),
                row.number(7),
                row.text(1),
                row.text(2),
                Optional.ofNullable(row.text(3)),
                maybe(row, 4),
                ordered,
                paid,
                ordered.map(all -> all.subtract(paid)),
                payments.stream().map(Map.Entry::getValue).toList());
    }

    /** What was paid to her and what she bore herself, of all matters of the caller's house, by currency. */
    List<InHand> inHand(CaseId caseId) {
        return Sql.of(em, """
                        select currency, sum(paid)::text, sum(spent)::text, (sum(paid) - sum(spent))::text from (
                          select currency, coalesce(paid, 0.00) paid, 0.00 spent from matter_file
                           where case_id = :case and organisation_id = caller_organisation() and currency is not null
                          union all
                          select currency, 0.00, amount from matter_cost
                           where case_id = :case and organisation_id = caller_organisation() and bearer = 'SURVIVOR'
                             and refunded_on is null and withdrawn_at is null) m
                         group by currency order by currency
                        """)
                .with("case", caseId.value())
                .rows(row -> new InHand(row.text(0), amount(row, 1), amount(row, 2), amount(row, 3)));
    }

    Page<Unpaid> unpaid(Caller caller, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        AfterDay after = AfterDay.read(cursor);
        List<Unpaid> rows = Sql.of(em, UNPAID)
                .with("house", caller.organisation().value())
                .with("after", after.day())
                .with("afterid", after.id())
                .with("size", size + 1)
                .rows(row -> new Unpaid(
                        new MatterId(row.uuid(0)),
                        new CaseId(row.uuid(1)),
                        row.text(2),
                        row.number(9),
                        row.date(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        amount(row, 7),
                        amount(row, 8)));
        return AfterDay.page(rows, size, Unpaid::openedOn, Unpaid::matter);
    }

    /** Those of a matter, the newest first. */
    List<Cost> costs(MatterId matter) {
        return Sql.of(em, """
                        select c.cost_id, c.kind, c.amount::text, c.currency, c.spent_on, c.bearer, c.refunded_on, c.withdrawn_at, w.name, c.withdrawn_why
                          from matter_cost c left join worker w on w.worker_id = c.withdrawn_by
                         where c.matter_id = :matter order by c.spent_on desc, c.noted_at desc, c.cost_id
                        """)
                .with("matter", matter.value())
                .rows(row -> new Cost(
                        row.uuid(0),
                        row.text(1),
                        amount(row, 2),
                        row.text(3),
                        row.date(4),
                        row.text(5),
                        Optional.ofNullable(row.date(6)),
                        TakenBack.of(row, 7)));
    }

    List<CostSum> sums(MatterId matter) {
        return Sql.of(em, """
                        select currency, sum(amount)::text, coalesce(sum(amount) filter (where refunded_on is not null), 0.00)::text,
                               coalesce(sum(amount) filter (where refunded_on is null and bearer = 'SURVIVOR'), 0.00)::text
                          from matter_cost where matter_id = :matter and withdrawn_at is null group by currency order by currency
                        """)
                .with("matter", matter.value())
                .rows(row -> new CostSum(row.text(0), amount(row, 1), amount(row, 2), amount(row, 3)));
    }

    void add(UUID id, Kept matter, NewCost cost, Caller caller) {
        Sql.of(em, """
                        insert into matter_cost (cost_id, matter_id, case_id, organisation_id, kind, amount, currency, spent_on, bearer, noted_at, noted_by)
                        values (:id, :matter, :case, :house, :kind, cast(:amount as numeric), :currency, :on, :bearer, :now, :worker)
                        """)
                .with("id", id)
                .with("matter", matter.id().value())
                .with("case", matter.caseId().value())
                .with("house", matter.lawyers().value())
                .with("kind", cost.kind())
                .with(
                        "amount",
                        cost.amount().setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                .with("currency", cost.currency())
                .with("on", cost.spentOn())
                .with("bearer", cost.bearer())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Whether it was neither refunded nor taken back until now. */
    boolean refund(UUID cost, LocalDate on) {
        return Sql.of(
                                em,
                                "update matter_cost set refunded_on = :on where cost_id = :id and refunded_on is null and withdrawn_at is null")
                        .with("on", on)
                        .with("id", cost)
                        .change()
                == 1;
    }

    /** Whether it was neither refunded nor taken back until now. */
    boolean withdraw(UUID cost, NewTakingBack said, Caller caller) {
        return takeBack(
                "matter_cost set %s where cost_id = :id and refunded_on is null and withdrawn_at is null",
                cost, said, caller);
    }

    private static BigDecimal amount(Row row, int at) {
        return new BigDecimal(row.text(at));
    }

    private static Optional<BigDecimal> maybe(Row row, int at) {
        return row.has(at) ? Optional.of(amount(row, at)) : Optional.empty();
    }
}
