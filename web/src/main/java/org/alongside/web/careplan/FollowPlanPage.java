package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.ExpectedVersion;
import org.alongside.careplan.ApprovalState;
import org.alongside.careplan.CourseView;
import org.alongside.careplan.PlanCourseService;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Pressed;

/** Where a plan is on its way: approval is asked for and decided here, and every review stands here with what had changed. */
@Named
@RequestScoped
public class FollowPlanPage {
    @EJB
    private PlanCourseService courses;

    @Inject
    private ReadCasePage page;

    @Inject
    private ExpectedVersion expected;

    @Inject
    private Act act;

    @Inject
    private Pressed pressed;

    private CourseView view;
    private String words;
    private String change;
    private Integer revision;

    public CourseView getView() {
        if (view == null) {
            view = courses.of(page.getId());
        }
        return view;
    }

    /** Whether a supervisor has to do with this plan at all. */
    public boolean isApproved() {
        return getView().approval().state() != ApprovalState.NOT_NEEDED;
    }

    public String ask() {
        return act(() -> courses.ask(page.getId(), words, pressed.key(words)), "asked");
    }

    public String approve() {
        return act(
                () -> {
                    expected.set(revision);
                    courses.approve(page.getId());
                },
                "approved");
    }

    public String sendBack() {
        return act(() -> courses.sendBack(page.getId(), change), "sentBack");
    }

    private String act(Runnable doing, String done) {
        return act.perform(
                doing, "/careplan/course.xhtml?faces-redirect=true&case=" + page.getId(), "careplan.toast." + done);
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }

    /** What was read when the page was opened. */
    public Integer getRevision() {
        return revision == null ? getView().approval().revision() : revision;
    }

    public void setRevision(Integer revision) {
        this.revision = revision;
    }
}
