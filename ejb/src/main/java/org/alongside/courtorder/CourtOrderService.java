package org.alongside.courtorder;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.courtorder.CourtOrderEvent.ObjectionOver;
import org.alongside.courtorder.CourtOrderEvent.OrderChecked;
import org.alongside.courtorder.CourtOrderEvent.OrderReceived;
import org.alongside.courtorder.CourtOrderEvent.OrdersEnded;
import org.alongside.courtorder.CourtOrderView.CourtOrder;
import org.alongside.courtorder.CourtOrderView.CourtOrderMay;
import org.alongside.courtorder.NewCourtOrder.NewObjectionResult;
import org.alongside.courtorder.NewCourtOrder.NewOrderCheck;
import org.alongside.courtorder.NewCourtOrder.NewOrderEnd;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/**
 * The door to court orders: write one down, check it as her lawyer, say what came of an objection, and that nothing is handed out. What is handed out goes
 * by the door to disclosures.
 */
@Stateless
@PermitAll
public class CourtOrderService {
    private static final int LONGEST_AHEAD_IN_YEARS = 5;
    private static final String VALID = "VALID";
    private static final String NARROW = "NARROW";
    private static final String OBJECT = "OBJECT";
    private static final String UPHELD = "UPHELD";

    @Inject
    CallerContext callers;

    @Inject
    CourtOrders orders;

    @Inject
    OrderTimes times;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<CourtOrderEvent> events;

    /** For who leads, their data protection and her lawyer; refuses {@code orders-not-open} to everybody else. */
    @Requires(Permission.READ_COURT_ORDERS)
    public CourtOrderView of(CaseId caseId) {
        CourtOrders.Standing standing = orders.standing(caseId);
        permitted(standing.knows());
        boolean leads = standing.asksHer() && callers.caller().has(Role.CW);
        return new CourtOrderView(
                caseId,
                new CourtOrderMay(leads || standing.defends(), standing.defends(), leads),
                orders.handedOutAtMost(),
                orders.of(caseId));
    }

    /**
     * Writes down an order that came; her lawyer is asked to check it, or a lawyer is found. Refuses {@code in-the-future}, {@code in-the-past},
     * {@code too-far-ahead}, and {@code order-received-already}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECEIVE_COURT_ORDER)
    public void receive(CaseId caseId, NewCourtOrder order, String key) {
        Caller caller = callers.caller();
        CourtOrders.Standing standing = orders.standing(caseId);
        permitted(standing.asksHer() || standing.defends());
        Check check = Fields.of(order, codes);
        check.text(order.reference(), "reference", 120).that(!order.categories().isEmpty(), "categories", "missing");
        LocalDate today = workers.today(caller);
        if (order.receivedOn() != null && order.answerOn() != null) {
            check.notAhead(order.receivedOn(), today, "receivedOn")
                    .that(!order.answerOn().isBefore(order.receivedOn()), "answerOn", "order-answered-before-it-came")
                    .that(!order.answerOn().isBefore(today), "answerOn", "in-the-past")
                    .that(
                            !order.answerOn().isAfter(today.plusYears(LONGEST_AHEAD_IN_YEARS)),
                            "answerOn",
                            "too-far-ahead",
                            LONGEST_AHEAD_IN_YEARS)
                    .that(
                            !order.receivedOn().isBefore(today.minusYears(LONGEST_AHEAD_IN_YEARS)),
                            "receivedOn",
                            "too-long-ago");
        }
        check.orRefuse();
        CourtOrderId id = CourtOrderId.random();
        if (once.perform(key, "COURT_ORDER " + caseId, order, id.value(), caller)
                .isEmpty()) {
            receive(id, caseId, order, caller);
        }
    }

    private void receive(CourtOrderId id, CaseId caseId, NewCourtOrder order, Caller caller) {
        OrderTimes.Times clock = times.of(order.kind());
        Instant answerBy =
                order.answerOn().plusDays(1).atStartOfDay(workers.zone(caller)).toInstant();
        Instant within = caller.now().plus(clock.checkWithin());
        Instant checkBy = within.isBefore(answerBy) ? within : answerBy;
        OrganisationId lead = orders.receive(id, caseId, order, checkBy, answerBy);
        events.fire(OrderReceived.of(id, lead, checkBy, answerBy, clock));
    }

    /**
     * Her lawyer says what of it holds. Refuses {@code order-names-more} where all of it should be handed out and something never is, and
     * {@code order-checked-already}.
     */
    @Requires(Permission.CHECK_COURT_ORDER)
    public void check(CaseId caseId, CourtOrderId id, NewOrderCheck said) {
        permitted(orders.standing(caseId).defends());
        CourtOrder order = orders.require(caseId, id);
        Check check = Fields.of(said, codes);
        check.that(
                !VALID.equals(said.advice()) || orders.handedOutAtMost().containsAll(order.categories()),
                "advice",
                "order-names-more");
        least(check, order, said.least(), NARROW.equals(said.advice())).orRefuse();
        if (!orders.check(id, said.advice(), said.least())) {
            throw Refusal.wrongState("order-checked-already");
        }
        events.fire(new OrderChecked(id, OBJECT.equals(said.advice())));
    }

    /** What the court said of the objection. Refuses {@code order-without-objection}. */
    @Requires(Permission.CHECK_COURT_ORDER)
    public void objection(CaseId caseId, CourtOrderId id, NewObjectionResult said) {
        permitted(orders.standing(caseId).defends());
        CourtOrder order = orders.require(caseId, id);
        Check check = Fields.of(said, codes);
        least(check, order, said.least(), said.result() != null && !UPHELD.equals(said.result()))
                .orRefuse();
        if (!orders.objection(id, said.result(), said.least())) {
            throw Refusal.wrongState("order-without-objection");
        }
        events.fire(UPHELD.equals(said.result()) ? new OrdersEnded(List.of(id)) : new ObjectionOver(id));
    }

    private Check least(Check check, CourtOrder order, Set<Category> least, boolean asked) {
        return check.that(asked != least.isEmpty(), "least", asked ? "missing" : "only-to-narrow-it")
                .that(order.categories().containsAll(least), "least", "order-names-less")
                .that(orders.handedOutAtMost().containsAll(least), "least", "order-names-more");
    }

    /** Nothing is handed out. Refuses {@code order-not-checked} where her lawyer has not looked at it, and {@code order-over}. */
    @Requires(Permission.END_COURT_ORDER)
    public void end(CaseId caseId, CourtOrderId id, NewOrderEnd end) {
        permitted(orders.standing(caseId).asksHer());
        Fields.require(end, codes);
        CourtOrder order = orders.require(caseId, id);
        if (order.open() && order.least().isEmpty() && "NOTHING".equals(end.outcome())) {
            throw Refusal.wrongState("order-not-checked");
        }
        if (!order.open() || !orders.end(id, end.outcome())) {
            throw Refusal.wrongState("order-over");
        }
        events.fire(new OrdersEnded(List.of(id)));
    }

    /** Orders that wait for a lawyer to be found, the last day that comes first on top, at most 100; for data protection, without the file. */
    @Requires(Permission.READ_ORDERS_WITHOUT_LAWYER)
    public List<OrderWithoutLawyer> withoutLawyer() {
        return orders.withoutLawyer();
    }

    /** Who leads; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public OrganisationId lead(CourtOrderId id) {
        return orders.lead(id);
    }

    /** The organisations whose data protection is asked to find a lawyer; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public List<OrganisationId> protectors(CourtOrderId id) {
        return orders.protectors(id);
    }

    /** The houses of her lawyers, who are asked; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public List<OrganisationId> lawyers(CourtOrderId id) {
        return orders.lawyers(id);
    }

    private static void permitted(boolean may) {
        if (!may) {
            throw Refusal.notAllowed("orders-not-open");
        }
    }
}
