package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.alongside.organisation.ClosedDay;
import org.alongside.organisation.OfferService;
import org.alongside.organisation.OwnOffer;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What one's own organisation offers, and the days on which it is closed. */
@Named
@RequestScoped
public class KeepServicesPage {
    private static final String HERE = "/organisation/services.xhtml?faces-redirect=true";

    @EJB
    private OfferService offers;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<OwnOffer> own;
    private List<ClosedDay> days;

    public List<OwnOffer> getOwn() {
        if (own == null) {
            own = offers.own();
        }
        return own;
    }

    public List<ClosedDay> getDays() {
        if (days == null) {
            days = offers.closedDays();
        }
        return days;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String close() {
        return act(
                () -> offers.close(new ClosedDay(
                        answers.day("day").orElse(null), answers.text("name").orElse(null))),
                "administration.toast.closed");
    }

    public String reopen(String day) {
        return act(() -> offers.reopen(LocalDate.parse(day)), "administration.toast.reopened");
    }

    private String act(Runnable doing, String said) {
        return act.perform(doing, HERE, said);
    }
}
