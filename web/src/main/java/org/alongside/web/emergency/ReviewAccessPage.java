package org.alongside.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.emergency.EmergencyReviewService;
import org.alongside.emergency.EmergencyService;
import org.alongside.emergency.EmergencyState;
import org.alongside.emergency.EmergencyView.AccessReview;
import org.alongside.emergency.NewVerdict;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** Shows data protection what waits for review, and one of them to be found justified or misuse. */
@Named
@RequestScoped
public class ReviewAccessPage {
    @EJB
    private EmergencyReviewService reviews;

    @EJB
    private EmergencyService emergencies;

    @Inject
    private Act act;

    @Inject
    private Text text;

    @Inject
    @Param(name = "emergency")
    private String id;

    private List<AccessReview> list;
    private AccessReview view;
    private String verdict;
    private String words;

    public List<AccessReview> getList() {
        if (list == null) {
            list = reviews.list();
        }
        return list;
    }

    public AccessReview getView() {
        if (view == null) {
            view = reviews.read(id());
        }
        return view;
    }

    public boolean isOpen() {
        return getView().header().state() == EmergencyState.OPEN;
    }

    /** What somebody did there, in words; other acts than those that read a file are called so. */
    public String said(String action) {
        String key = "emergency.look." + action;
        return text.get(text.containsKey(key) ? key : "emergency.look.any");
    }

    public String judge() {
        return act(() -> reviews.judge(id(), new NewVerdict(verdict, words)), "/emergency/reviews.xhtml", "reviewed");
    }

    public String end() {
        return act(() -> emergencies.end(id()), "/emergency/review.xhtml", "ended");
    }

    private String act(Runnable doing, String next, String done) {
        view = null;
        return act.perform(doing, next + "?faces-redirect=true&emergency=" + id(), "emergency.toast." + done);
    }

    private EmergencyAccessId id() {
        return EmergencyAccessId.of(id);
    }

    public String getVerdict() {
        return verdict;
    }

    public void setVerdict(String verdict) {
        this.verdict = verdict;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
