package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.consent.ConsentService;
import org.alongside.consent.ConsentView;
import org.alongside.referral.ReferralView;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Takes a consent back at her word, after saying what stops by it. */
@Named
@RequestScoped
public class WithdrawConsentPage {
    @EJB
    private ConsentService consents;

    @Inject
    private ListConsentsPage list;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    @Param
    private String consent;

    private ListConsentsPage.Line line;

    public ListConsentsPage.Line getLine() {
        if (line == null) {
            ConsentId id = ConsentId.of(consent);
            line = list.getLines().stream()
                    .filter(one -> one.consent().id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal::notThere);
        }
        return line;
    }

    /** The open referrals that stop: those under this consent, and under the earlier ones that it replaced. */
    public List<ReferralView.Card> getReferrals() {
        return list.getLines().stream()
                .filter(one -> one.endsWith(getLine()))
                .flatMap(one -> one.referrals().stream())
                .toList();
    }

    public String withdraw() {
        ConsentView word = getLine().consent();
        return act.perform(
                () -> consents.withdraw(word.id()),
                "/consent/list.xhtml?faces-redirect=true&case=" + page.getId(),
                "consent.toast.withdrawn",
                word.recipientName());
    }
}
