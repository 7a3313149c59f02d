package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.proceeding.PaymentService;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.PaymentService.Payment;
import org.alongside.proceeding.PaymentService.Payments;
import org.alongside.web.draft.Answers;
import org.alongside.web.draft.Needed;
import org.alongside.web.frame.Act;

/** What was really paid of what was ordered for her, and writing down a payment; her lawyer's alone. */
@Named
@RequestScoped
public class NotePaymentPage {
    @EJB
    private PaymentService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    private Payments payments;

    public Answers getAnswers() {
        return answers;
    }

    public Payments getPayments() {
        if (payments == null) {
            page.getMatter();
            payments = doors.of(page.getId());
        }
        return payments;
    }

    public String save() {
        payments = null;
        Needed needed = new Needed();
        return act.handIn(
                () -> new NewPayment(
                        needed.read(() -> answers.day("paidOn")),
                        needed.read(() -> answers.amount("amount")),
                        answers.text("payer").orElse(null)),
                (payment, key) -> needed.through(() -> doors.note(page.getId(), payment, key)),
                here(),
                "proceeding.toast.payment");
    }

    /** Those that may have been written down by mistake. */
    public List<Payment> getCounting() {
        return getPayments().payments().stream()
                .filter(one -> one.takenBack().isEmpty())
                .toList();
    }

    /** One was written down by mistake. */
    public String takeBack() {
        payments = null;
        return act.perform(
                () -> {
                    Mistake mistake = Mistake.of(answers);
                    doors.takeBack(page.getId(), mistake.which(), mistake.said());
                },
                here(),
                isClosed() ? "proceeding.toast.openAgain" : "proceeding.toast.mistaken");
    }

    /** Whether the matter is closed. */
    public boolean isClosed() {
        return page.isClosed();
    }

    /** Whether something was ordered and is not paid. */
    public boolean isUnpaid() {
        return getPayments().open().filter(open -> open.signum() > 0).isPresent();
    }

    private String here() {
        return page.at("/proceeding/payments");
    }
}
