package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.casefile.DraftService;
import org.alongside.casefile.DraftService.Draft;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView.Whole;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;

/** The referrals of a case: what is under way, what has ended, and what was written and not sent yet. */
@Named
@RequestScoped
public class ListReferralsPage {
    @EJB
    private ReferralService referrals;

    @EJB
    private DraftService drafts;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    private List<Whole> all;

    /** Those that somebody still has to do something about, newest first. */
    public List<Whole> getOpen() {
        return all().stream().filter(ListReferralsPage::isOpen).toList();
    }

    public List<Whole> getEnded() {
        return all().stream().filter(one -> !isOpen(one)).toList();
    }

    /** Whether the reader may ask for help for her. */
    public boolean isAsking() {
        return page.getFile().ledHere() && allowed.ever(Permission.REFER_SURVIVOR);
    }

    /** What the reader began to write for this case and did not send. */
    public List<Draft> getDrafts() {
        return isAsking()
                ? drafts.mine().stream()
                        .filter(draft -> draft.kind().equals("referral")
                                && draft.caseId().filter(page.getId()::equals).isPresent())
                        .toList()
                : List.of();
    }

    private static boolean isOpen(Whole one) {
        return one.card().status().isOpen() || one.reviewOpen() || one.nextOpen() || one.safetyCheckOpen();
    }

    private List<Whole> all() {
        if (all == null) {
            all = referrals.of(page.getId());
        }
        return all;
    }
}
