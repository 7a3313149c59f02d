package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.alongside.proceeding.CostService;
import org.alongside.proceeding.NewCost;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.Restitution.Cost;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.shared.Ids;
import org.alongside.web.draft.Answers;
import org.alongside.web.draft.Needed;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** What a matter costs, and writing down a cost; her lawyer's alone. */
@Named
@RequestScoped
public class CostsPage {
    @EJB
    private CostService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    private final Answers answers = new Answers();

    private Costs costs;

    public Answers getAnswers() {
        return answers;
    }

    public Costs getCosts() {
        if (costs == null) {
            page.getMatter();
            costs = doors.of(page.getId());
        }
        return costs;
    }

    public String save() {
        costs = null;
        Needed needed = new Needed();
        return act.handIn(
                () -> new NewCost(
                        text("kind"),
                        needed.read(() -> answers.amount("amount")),
                        answers.currency("currency").orElse(null),
                        needed.read(() -> answers.day("spentOn")),
                        text("bearer")),
                (cost, key) -> needed.through(() -> doors.note(page.getId(), cost, key)),
                here(),
                "proceeding.toast.cost");
    }

    /** @param cost which came back today */
    public String refund(String cost) {
        costs = null;
        LocalDate today = LocalDate.ofInstant(dates.getNow(), language.getZone());
        return act.perform(
                () -> doors.refund(page.getId(), Ids.parse(cost), new NewRefund(today)),
                here(),
                "proceeding.toast.refunded");
    }

    /** Those that may have been written down by mistake. */
    public List<Cost> getCounting() {
        return getCosts().costs().stream()
                .filter(one -> one.takenBack().isEmpty() && one.refundedOn().isEmpty())
                .toList();
    }

    /** One was written down by mistake. */
    public String takeBack() {
        costs = null;
        return act.perform(
                () -> {
                    Mistake mistake = Mistake.of(answers);
                    doors.withdraw(page.getId(), mistake.which(), mistake.said());
                },
                here(),
                "proceeding.toast.mistaken");
    }

    private String here() {
        return page.at("/proceeding/costs");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
