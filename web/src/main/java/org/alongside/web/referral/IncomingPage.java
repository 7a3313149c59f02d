package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.referral.IncomingService;
import org.alongside.referral.IncomingService.IncomingQuery;
import org.alongside.referral.ReferralView.Card;
import org.alongside.shared.Page;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** Incoming: cards without identity that wait for an answer, the one that runs out first on top, and what was answered. */
@Named
@RequestScoped
public class IncomingPage {
    private static final int CARDS = 13;

    @EJB
    private IncomingService incoming;

    @Inject
    private WhoIsHere who;

    /** Where the list goes on; none for its beginning. */
    @Inject
    @Param
    private String from;

    private Page<Card> cards;
    private List<Card> answered;

    /** The one to answer first; nothing on the later pages of the list. */
    public Card getFirst() {
        return from == null && !cards().items().isEmpty() ? cards().items().get(0) : null;
    }

    public List<Card> getOthers() {
        List<Card> all = cards().items();
        return from == null && !all.isEmpty() ? all.subList(1, all.size()) : all;
    }

    /** Where the next page begins; nothing on the last one. */
    public String getNext() {
        return cards().next().orElse(null);
    }

    public boolean isLater() {
        return from != null;
    }

    /** How many have to be answered before their time runs out. */
    public long getWaiting() {
        return incoming.countWaiting();
    }

    public List<Card> getAnswered() {
        if (answered == null) {
            answered = incoming.answered();
        }
        return answered;
    }

    public String getOrganisation() {
        return who.worker().map(one -> one.organisationName()).orElse("");
    }

    private Page<Card> cards() {
        if (cards == null) {
            cards = incoming.waiting(new IncomingQuery(from, CARDS));
        }
        return cards;
    }
}
