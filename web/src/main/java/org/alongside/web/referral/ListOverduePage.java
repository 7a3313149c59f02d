package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView.Card;

/** What nobody answered in time, to the coordinator: cards without identity, since when, and whose turn it is. */
@Named
@RequestScoped
public class ListOverduePage {
    @EJB
    private ReferralService referrals;

    private List<Card> cards;

    public List<Card> getCards() {
        if (cards == null) {
            cards = referrals.overdue();
        }
        return cards;
    }

    /** Who has to move now: the recipient, or after a question the sender. */
    public String turn(Card card) {
        return card.status() == ReferralStatus.INFO_REQUESTED ? card.senderName() : card.recipientName();
    }
}
