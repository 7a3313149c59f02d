package org.alongside.web.courtorder;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.courtorder.CourtOrderView;
import org.alongside.courtorder.NewCourtOrder;
import org.alongside.courtorder.NewCourtOrder.NewObjectionResult;
import org.alongside.courtorder.NewCourtOrder.NewOrderCheck;
import org.alongside.courtorder.NewCourtOrder.NewOrderEnd;
import org.alongside.shared.CourtOrderId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.PressedOn;

/** Court orders for what is known of her: write one down, check it, and say what came of it. */
@Named
@RequestScoped
public class CourtOrdersPage {
    @EJB
    private CourtOrderService orders;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private CourtOrderView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public CourtOrderView getView() {
        if (view == null) {
            view = orders.of(page.getId());
        }
        return view;
    }

    public List<Category> getCategories() {
        return List.of(Category.values());
    }

    /** Whether her lawyer may have to say what the least is. */
    public boolean isNarrowing() {
        return getView().may().check() && getView().orders().stream().anyMatch(one -> one.toCheck() || one.objected());
    }

    public String receive() {
        view = null;
        return act.handIn(
                () -> new NewCourtOrder(
                        answers.text("kind").orElse(null),
                        answers.text("authority").orElse(null),
                        answers.text("reference").orElse(null),
                        answers.day("receivedOn").orElse(null),
                        answers.day("answerOn").orElse(null),
                        chosen("categories")),
                (order, key) -> orders.receive(page.getId(), order, key),
                here(),
                "courtorder.toast.received");
    }

    /** @param pressedOn id of the order and code of court_order_advice, with a colon between them */
    public String check(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        view = null;
        return act.perform(
                () -> orders.check(
                        page.getId(),
                        CourtOrderId.of(pressed.id()),
                        new NewOrderCheck(pressed.said(), least(pressed, "NARROW"))),
                here(),
                "courtorder.toast.checked");
    }

    /** @param pressedOn id of the order and code of court_order_objection, with a colon between them */
    public String decide(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        view = null;
        return act.perform(
                () -> orders.objection(
                        page.getId(),
                        CourtOrderId.of(pressed.id()),
                        new NewObjectionResult(pressed.said(), least(pressed, "NARROWED", "REJECTED"))),
                here(),
                "courtorder.toast.checked");
    }

    /** @param pressedOn id of the order and code of court_order_ending, with a colon between them */
    public String end(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        view = null;
        return act.perform(
                () -> orders.end(page.getId(), CourtOrderId.of(pressed.id()), new NewOrderEnd(pressed.said())),
                here(),
                "courtorder.toast.ended");
    }

    private Set<Category> least(PressedOn pressed, String... narrowing) {
        return Arrays.asList(narrowing).contains(pressed.said()) ? chosen("least") : Set.of();
    }

    private Set<Category> chosen(String field) {
        Set<Category> chosen = EnumSet.noneOf(Category.class);
        answers.several(field).forEach(name -> chosen.add(Category.valueOf(name)));
        return chosen;
    }

    private String here() {
        return "/courtorder/of.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
