package org.alongside.courtorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Category;
import org.alongside.courtorder.CourtOrderView.CourtOrder;
import org.alongside.shared.CaseId;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of court orders; the database writes them by its own functions, and shows them to those whose they are. */
@ApplicationScoped
class CourtOrders {
    private static final int MOST_SHOWN = 50;
    private static final String THERE_ALREADY = "23505";
    private static final String NUMBERS = "array_to_string(%s, ',')";
    private static final String COLUMNS = "order_id, kind, authority, reference, received_on, answer_on, "
            + NUMBERS.formatted("categories") + ", check_by, advice, objection, " + NUMBERS.formatted("least")
            + ", outcome, ended_at";

    @PersistenceContext
    EntityManager em;

    /** How the caller stands to it, by the database. */
    record Standing(boolean asksHer, boolean defends, boolean knows) {}

    Standing standing(CaseId caseId) {
        return Sql.of(em, "select asks_her(:case), defends(:case), knows_order(:case)")
                .with("case", caseId.value())
                .first(row -> new Standing(row.yes(0), row.yes(1), row.yes(2)))
                .orElseThrow();
    }

    /** What is ever handed out on an order. */
    Set<Category> handedOutAtMost() {
        return Sql.of(
                        em,
                        "select " + NUMBERS.formatted("categories")
                                + " from disclosure_rule where exception = 'COURT_ORDER'")
                .first(row -> Category.ofCodes(row.codes(0)))
                .orElseThrow();
    }

    List<CourtOrder> of(CaseId caseId) {
        return Sql.of(
                        em,
                        "select %s from court_order where case_id = :case order by noted_at desc, order_id limit %d"
                                .formatted(COLUMNS, MOST_SHOWN))
                .with("case", caseId.value())
                .rows(CourtOrders::order);
    }

    CourtOrder require(CaseId caseId, CourtOrderId id) {
        return Sql.of(em, "select %s from court_order where order_id = :id and case_id = :case".formatted(COLUMNS))
                .with("id", id.value())
                .with("case", caseId.value())
                .first(CourtOrders::order)
                .orElseThrow(Refusal::notThere);
    }

    private static CourtOrder order(Sql.Row row) {
        return new CourtOrder(
                new CourtOrderId(row.uuid(0)),
                row.text(1),
                row.text(2),
                row.text(3),
                row.date(4),
                row.date(5),
                Category.ofCodes(row.codes(6)),
                row.instant(7),
                Optional.ofNullable(row.text(8)),
                Optional.ofNullable(row.text(9)),
                Category.ofCodes(row.codes(10)),
                Optional.ofNullable(row.text(11)),
                row.when(12));
    }

    /** Answers who leads. Refuses {@code order-received-already} where one with that reference is there. */
    OrganisationId receive(CourtOrderId id, CaseId caseId, NewCourtOrder order, Instant checkBy, Instant answerBy) {
        try {
            return Sql.of(em, """
                            select court_order_receive(:id, :case, :kind, :authority, :reference, :received, :answer, cast(:categories as smallint[]),
                                                       :check, :by)
                            """)
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("kind", order.kind())
                    .with("authority", order.authority())
                    .with("reference", order.reference().strip())
                    .with("received", order.receivedOn())
                    .with("answer", order.answerOn())
                    .with("categories", Category.codes(order.categories()))
                    .with("check", checkBy)
                    .with("by", answerBy)
                    .first(row -> new OrganisationId(row.uuid(0)))
                    .orElseThrow();
        } catch (Failed failed) {
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("order-received-already");
            }
            throw failed;
        }
    }

    /** Answers whether nobody had said so yet. */
    boolean check(CourtOrderId id, String advice, Set<Category> least) {
        return changed(
                "select court_order_check(:id, :word, nullif(cast(:least as smallint[]), '{}'))", id, advice, least);
    }

    /** Answers whether it was waited for. */
    boolean objection(CourtOrderId id, String result, Set<Category> least) {
        return changed(
                "select court_order_objection(:id, :word, nullif(cast(:least as smallint[]), '{}'))",
                id,
                result,
                least);
    }

    private boolean changed(String change, CourtOrderId id, String word, Set<Category> least) {
        return Sql.of(em, change)
                .with("id", id.value())
                .with("word", word)
                .with("least", Category.codes(least))
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Answers whether it was open until then. */
    boolean end(CourtOrderId id, String outcome) {
        return Sql.of(em, "select court_order_end(:id, :outcome)")
                .with("id", id.value())
                .with("outcome", outcome)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The order that this disclosure answers, if it was made under one. */
    Optional<CourtOrderId> produced(DisclosureId disclosure) {
        return Sql.of(em, "select court_order_produced(:id)")
                .with("id", disclosure.value())
                .first(row -> Optional.ofNullable(row.uuid(0)).map(CourtOrderId::new))
                .orElse(Optional.empty());
    }

    List<CourtOrderId> endOf(CaseId caseId) {
        return ids("select court_orders_end(:id)", caseId.value());
    }

    /** Those that wait for a lawyer in the case of which the caller has just taken up a referral as her lawyer. */
    List<CourtOrderId> waiting(ReferralId referral) {
        return ids("select court_orders_waiting(:id)", referral.value());
    }

    /** An order that nobody has checked, as it was received. */
    record Unchecked(CourtOrderId id, OrganisationId lead, String kind, Instant checkBy, Instant answerBy) {}

    /** Those of a file that nobody has checked, where a house of lawyers does not act for her any more; for who leads. */
    List<Unchecked> left(CaseId caseId, OrganisationId house) {
        return Sql.of(em, """
                        select o.order_id, lead_told(o.case_id), o.kind, o.check_by, o.answer_by
                          from court_orders_left(:case, :house) l (order_id) join court_order o using (order_id)
                         order by o.noted_at, o.order_id
                        """)
                .with("case", caseId.value())
                .with("house", house.value())
                .rows(row -> new Unchecked(
                        new CourtOrderId(row.uuid(0)),
                        new OrganisationId(row.uuid(1)),
                        row.text(2),
                        row.instant(3),
                        row.instant(4)));
    }

    private List<CourtOrderId> ids(String question, UUID id) {
        return Sql.of(em, question).with("id", id).rows(row -> new CourtOrderId(row.uuid(0)));
    }

    /** Those that nobody can check, the last day that comes first on top; for data protection. */
    List<OrderWithoutLawyer> withoutLawyer() {
        return Sql.of(em, """
                        select order_id, case_code, lead_name, kind, authority, reference, received_on, answer_on, check_by
                          from orders_without_lawyer() order by answer_on, order_id limit 100
                        """)
                .rows(row -> new OrderWithoutLawyer(
                        new CourtOrderId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.date(6),
                        row.date(7),
                        row.instant(8)));
    }

    /** Who leads the file, for the process alone. */
    OrganisationId lead(CourtOrderId id) {
        return Sql.of(em, "select l from court_order_lead(:id) l where l is not null")
                .with("id", id.value())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow(Refusal::notThere);
    }

    /** The organisations whose data protection finds her a lawyer, for the process alone. */
    List<OrganisationId> protectors(CourtOrderId id) {
        return houses("select court_order_protectors(:id)", id);
    }

    /** The houses of her lawyers, for the process alone. */
    List<OrganisationId> lawyers(CourtOrderId id) {
        return houses("select court_order_lawyers(:id)", id);
    }

    private List<OrganisationId> houses(String question, CourtOrderId id) {
        return Sql.of(em, question).with("id", id.value()).rows(row -> new OrganisationId(row.uuid(0)));
    }
}
