package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.referral.IncomingService;
import org.alongside.referral.IncomingService.Outcome;
import org.alongside.referral.ReferralService;
import org.alongside.referral.RenewalService;
import org.alongside.web.frame.Act;

/** What the two parties of a referral do with it on its page; each act leads back there, and says what it did. */
@Named
@RequestScoped
public class ActOnReferralPage {
    @EJB
    private ReferralService referrals;

    @EJB
    private RenewalService renewals;

    @EJB
    private IncomingService incoming;

    @Inject
    private FollowReferralPage page;

    @Inject
    private Act act;

    private String reason;
    private String answer;
    private String revokeReason;
    private String outcome;
    private String feedback;

    public String approve() {
        return act(() -> referrals.approve(page.getId()), "approved");
    }

    public String sendBack() {
        return act(() -> referrals.sendBack(page.getId(), reason), "sentBack");
    }

    public String review() {
        return act(() -> referrals.review(page.getId()), "reviewed");
    }

    public String reply() {
        return act(() -> referrals.answer(page.getId(), answer), "replied");
    }

    public String renew() {
        return act(() -> renewals.renew(page.getId()), "renewed");
    }

    public String endSearch() {
        return act(() -> referrals.endSearch(page.getId()), "searchEnded");
    }

    public String checkSafety() {
        return act(() -> referrals.checkSafety(page.getId()), "safetyChecked");
    }

    public String revoke() {
        return act(() -> referrals.revoke(page.getId(), revokeReason), "revoked");
    }

    public String declineBySurvivor() {
        return act(() -> referrals.declineBySurvivor(page.getId()), "declinedByHer");
    }

    public String enterInError() {
        return act(() -> referrals.enterInError(page.getId()), "inError");
    }

    public String firstContact() {
        return act(() -> incoming.firstContact(page.getId()), "contacted");
    }

    public String notAttended() {
        return act(() -> incoming.notAttended(page.getId()), "notAttended");
    }

    public String complete() {
        return act(() -> incoming.complete(page.getId(), new Outcome(outcome, feedback)), "completed");
    }

    private String act(Runnable doing, String done) {
        return act.perform(
                doing, "/referral/one.xhtml?faces-redirect=true&referral=" + page.getId(), "referral.toast." + done);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getRevokeReason() {
        return revokeReason;
    }

    public void setRevokeReason(String revokeReason) {
        this.revokeReason = revokeReason;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getFeedback() {
        return feedback;
    }

    public void setFeedback(String feedback) {
        this.feedback = feedback;
    }
}
