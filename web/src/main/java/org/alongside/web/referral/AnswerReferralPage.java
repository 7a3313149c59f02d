package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.referral.IncomingService;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.alongside.web.worklist.WhoIsHere;

/** The answers to a request that came in: take it up, accept, ask, waiting list or decline. */
@Named
@RequestScoped
public class AnswerReferralPage {
    private static final String HERE = "/referral/decide.xhtml?faces-redirect=true&referral=";
    private static final String INCOMING = "/referral/incoming.xhtml?faces-redirect=true";
    private static final String FILE = "/casefile/file.xhtml?faces-redirect=true&case=";

    @EJB
    private IncomingService incoming;

    @Inject
    private DecideReferralPage page;

    @Inject
    private WhoIsHere who;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private String assignee;
    private String question;
    private String reason;

    public String take() {
        return act(() -> incoming.receive(page.getId()), "referral.toast.taken");
    }

    public String ask() {
        return act(() -> incoming.ask(page.getId(), question), "referral.toast.asked");
    }

    public String waitlist() {
        return act(() -> incoming.waitlist(page.getId()), "referral.toast.waitlisted");
    }

    public String decline() {
        String next = act(() -> incoming.decline(page.getId(), reason), "referral.toast.declined");
        return next == null ? null : INCOMING;
    }

    /** Leads to the file where the reader works on it, else back to what else came in. */
    public String accept() {
        try {
            WorkerId chosen = WorkerId.of(getAssignee());
            CaseId opened = incoming.accept(page.getId(), chosen);
            boolean mine = who.worker().filter(me -> me.worker().equals(chosen)).isPresent();
            toast.say(mine ? "referral.toast.accepted" : "referral.toast.acceptedFor");
            return mine ? FILE + opened : INCOMING;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private String act(Runnable act, String done) {
        try {
            act.run();
            toast.say(done);
            return HERE + page.getId();
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String getAssignee() {
        return assignee != null
                ? assignee
                : who.worker().map(me -> me.worker().toString()).orElse("");
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
