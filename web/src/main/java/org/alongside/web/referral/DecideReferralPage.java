package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.referral.IncomingService;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** Answers a request that came in: a card without identity, and accept, ask, waiting list or decline. */
@Named
@RequestScoped
public class DecideReferralPage {
    private static final Set<ReferralStatus> HELPING = Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE);
    private static final String HERE = "/referral/decide.xhtml?faces-redirect=true&referral=";
    private static final String INCOMING = "/referral/incoming.xhtml?faces-redirect=true";
    private static final String FILE = "/casefile/file.xhtml?faces-redirect=true&case=";

    @EJB
    private ReferralService referrals;

    @EJB
    private IncomingService incoming;

    @EJB
    private DirectoryService directory;

    @Inject
    private WhoIsHere who;

    @Inject
    private Dates dates;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param
    private String referral;

    /** Which answer is laid open: accept, ask or decline. */
    @Inject
    @Param(name = "do")
    private String open;

    private ReferralView view;
    private String assignee;
    private String question;
    private String reason;

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
        return directory.colleagues();
    }

    public String take() {
        return act(() -> incoming.receive(id()), "referral.toast.taken");
    }

    public String ask() {
        return act(() -> incoming.ask(id(), question), "referral.toast.asked");
    }

    public String waitlist() {
        return act(() -> incoming.waitlist(id()), "referral.toast.waitlisted");
    }

    public String decline() {
        String next = act(() -> incoming.decline(id(), reason), "referral.toast.declined");
        return next == null ? null : INCOMING;
    }

    /** Leads to the file where the reader works on it, else back to what else came in. */
    public String accept() {
        try {
            WorkerId chosen = WorkerId.of(getAssignee());
            CaseId opened = incoming.accept(id(), chosen);
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
            return HERE + id();
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String getOpen() {
        return open;
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

    private ReferralId id() {
        return ReferralId.of(referral == null ? "" : referral);
    }

    private ReferralView view() {
        if (view == null) {
            view = referrals.find(id());
        }
        return view;
    }
}
