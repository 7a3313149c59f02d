package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.proceeding.MatterView.Compensation;
import org.alongside.proceeding.Restitution;
import org.alongside.proceeding.Restitution.Award;
import org.alongside.proceeding.Restitution.InHand;
import org.alongside.proceeding.Restitution.Unpaid;
import org.alongside.proceeding.RestitutionService;
import org.alongside.shared.Page;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.omnifaces.cdi.Param;

/** The money of one survivor, and what is not paid of all of the lawyers' people. */
@Named
@RequestScoped
public class RestitutionPage {
    private static final int ROWS = 50;

    @EJB
    private RestitutionService doors;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    /** Where the list of what is not paid goes on. */
    @Inject
    @Param
    private String unpaidAfter;

    private Restitution ledger;
    private Page<Unpaid> unpaid;

    public Restitution getLedger() {
        if (ledger == null) {
            ledger = doors.of(page.getId());
        }
        return ledger;
    }

    /** What she has, of the currencies in which something was paid or spent. */
    public List<InHand> getInHand() {
        return getLedger().inHand().stream()
                .filter(one -> one.paid().signum() != 0 || one.spent().signum() != 0)
                .toList();
    }

    /** Whether something was ordered for her in it and is not paid. */
    public boolean unpaid(Award award) {
        return award != null && award.open().filter(open -> open.signum() > 0).isPresent();
    }

    /** What was ordered in a matter and is not paid, with its currency; null: nothing. */
    public String open(Compensation money) {
        return money == null
                ? null
                : money.open()
                        .map(open ->
                                open.toPlainString() + " " + money.currency().orElse(""))
                        .orElse(null);
    }

    public List<Unpaid> getUnpaid() {
        return page().items();
    }

    /** Where the list of what is not paid goes on; null: this is all. */
    public String getMore() {
        return page().next().orElse(null);
    }

    private Page<Unpaid> page() {
        if (unpaid == null) {
            unpaid = allowed.ever(Permission.READ_RESTITUTION)
                    ? doors.unpaid(unpaidAfter, ROWS)
                    : new Page<>(List.of(), Optional.empty());
        }
        return unpaid;
    }
}
