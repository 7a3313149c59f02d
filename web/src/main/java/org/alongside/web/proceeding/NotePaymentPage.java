package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.alongside.proceeding.PaymentService;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.PaymentService.Payments;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
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
        return act.handIn(
                () -> new NewPayment(
                        answers.day("paidOn").orElse(null),
                        amount(),
                        answers.text("payer").orElse(null)),
                (payment, key) -> doors.note(page.getId(), payment, key),
                page.here().replace("/matter.xhtml", "/payments.xhtml"),
                "proceeding.toast.payment");
    }

    private BigDecimal amount() {
        try {
            return answers.text("amount").map(BigDecimal::new).orElse(null);
        } catch (NumberFormatException none) {
            throw Refusal.invalid("amount", "no-amount");
        }
    }
}
