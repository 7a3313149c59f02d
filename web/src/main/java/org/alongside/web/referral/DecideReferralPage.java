package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.shared.ReferralId;
import org.alongside.web.frame.Dates;
import org.omnifaces.cdi.Param;

/** A request that came in: a card without identity, and whether it can be answered still. */
@Named
@RequestScoped
public class DecideReferralPage {
    private static final Set<ReferralStatus> HELPING = Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE);

    @EJB
    private ReferralService referrals;

    @EJB
    private DirectoryService directory;

    @Inject
    private Dates dates;

    @Inject
    @Param
    private String referral;

    /** Which answer is laid open: accept, ask or decline. */
    @Inject
    @Param(name = "do")
    private String open;

    private ReferralView view;
    private List<Colleague> colleagues;

    public ReferralView.Card getCard() {
        return view().card();
    }

    /** Whether it can be answered now; what became of it is told where not. */
    public boolean isAnswerable() {
        return ReferralStatus.ANSWERABLE.contains(getCard().status()) && !isRanOut();
    }

    /** Whether its time is over although the process has not yet said so. */
    public boolean isRanOut() {
        return ReferralStatus.CLOCK_RUNS.contains(getCard().status())
                && getCard()
                        .times()
                        .expiresAt()
                        .filter(end -> !dates.getNow().isBefore(end))
                        .isPresent();
    }

    /** Whether the consent has ended that had opened the file to those who work with her. */
    public boolean isAccessEnded() {
        return HELPING.contains(getCard().status())
                && !dates.getNow().isBefore(getCard().times().agreedUntil());
    }

    public boolean isClockRuns() {
        return ReferralStatus.CLOCK_RUNS.contains(getCard().status());
    }

    /** Whether the case behind the card is open to the reader. */
    public boolean isFileOpen() {
        return view() instanceof ReferralView.Whole;
    }

    public List<Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = directory.colleagues();
        }
        return colleagues;
    }

    public String getOpen() {
        return open;
    }

    ReferralId getId() {
        return ReferralId.of(referral == null ? "" : referral);
    }

    private ReferralView view() {
        if (view == null) {
            view = referrals.find(getId());
        }
        return view;
    }
}
