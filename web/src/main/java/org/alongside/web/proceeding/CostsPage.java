package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.alongside.proceeding.CostService;
import org.alongside.proceeding.NewCost;
import org.alongside.proceeding.NewCost.NewRefund;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
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
        return act.handIn(
                () -> new NewCost(
                        text("kind"),
                        amount(),
                        answers.text("currency")
                                .map(typed -> typed.strip().toUpperCase(Locale.ROOT))
                                .orElse(null),
                        answers.day("spentOn").orElse(null),
                        text("bearer")),
                (cost, key) -> doors.note(page.getId(), cost, key),
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

    /** @param cost which was written down by mistake */
    public String withdraw(String cost) {
        costs = null;
        return act.perform(() -> doors.withdraw(page.getId(), Ids.parse(cost)), here(), "proceeding.toast.mistaken");
    }

    private BigDecimal amount() {
        try {
            return answers.text("amount").map(BigDecimal::new).orElse(null);
        } catch (NumberFormatException none) {
            throw Refusal.invalid("amount", "no-amount");
        }
    }

    private String here() {
        return page.here().replace("/matter.xhtml", "/costs.xhtml");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
