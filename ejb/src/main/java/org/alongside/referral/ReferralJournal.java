package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;

/** Lets the journey read the referrals of a case, as far as they are the caller's. */
@ApplicationScoped
public class ReferralJournal {
    @Inject
    Referrals referrals;

    @Inject
    ReferralViews views;

    public List<ReferralView.Whole> of(CaseId caseId, Caller caller) {
        return views.wholes(referrals.of(caseId), caller);
    }
}
