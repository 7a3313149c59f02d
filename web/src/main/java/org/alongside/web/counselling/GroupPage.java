package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.counselling.GroupService;
import org.alongside.counselling.GroupView;
import org.alongside.counselling.GroupView.GroupRow;
import org.alongside.counselling.NewGroup;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.SessionService;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.SessionId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** A counsellor's groups: open one, say who comes to it, plan its hours, say who came. */
@Named
@RequestScoped
public class GroupPage {
    private static final String USUAL_MINUTES = "90";
    private static final String ONE = "/counselling/groups.xhtml?faces-redirect=true&group=";

    @EJB
    private GroupService groups;

    @EJB
    private SessionService sessions;

    @Inject
    private Act act;

    @Inject
    private Language language;

    @Inject
    @Param
    private String group;

    private Answers answers;
    private GroupView view;
    private List<GroupRow> list;
    private GroupId opened;

    /** Whether one of them is asked for; without, the page lists them all. */
    public boolean isOne() {
        return group != null;
    }

    /** Asks before anything is drawn: a group that is not theirs is not there. */
    public void ask() {
        if (isOne()) {
            getView();
        } else {
            getList();
        }
    }

    public List<GroupRow> getList() {
        if (list == null) {
            list = groups.own();
        }
        return list;
    }

    public GroupView getView() {
        if (view == null) {
            view = groups.read(id());
        }
        return view;
    }

    public boolean isGoingOn() {
        return getView().endedAt().isEmpty();
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("minutes", USUAL_MINUTES);
            answers.put("modality", "IN_PERSON");
        }
        return answers;
    }

    /** Opens one, and shows it: who comes is said next. */
    public String open() {
        return Optional.ofNullable(act.handIn(
                        () -> new NewGroup(text("type")),
                        (asked, key) -> opened = groups.open(asked, key),
                        ONE,
                        "counselling.toast.opened"))
                .map(next -> next + opened)
                .orElse(null);
    }

    public String join() {
        return perform(
                () -> groups.join(
                        id(),
                        new NewMember(
                                getAnswers().text("member").map(CaseId::of).orElse(null))),
                "counselling.toast.joined");
    }

    public String leave(String caseId) {
        return perform(() -> groups.leave(id(), CaseId.of(caseId)), "counselling.toast.left");
    }

    public String plan() {
        return act.handIn(
                () -> new NewGroupHour(
                        getAnswers().instant("startsAt", language.getZone()).orElse(null),
                        Whole.of(getAnswers(), "minutes"),
                        text("modality"),
                        text("place"),
                        text("interpreter")),
                (asked, key) -> groups.plan(id(), asked, key),
                here(),
                "counselling.toast.planned");
    }

    public String came(String sessionId) {
        return said(sessionId, "ATTENDED");
    }

    public String stayedAway(String sessionId) {
        return said(sessionId, "NO_SHOW");
    }

    private String said(String sessionId, String attendance) {
        return perform(
                () -> sessions.record(SessionId.of(sessionId), new NewAttendance(attendance)),
                "counselling.toast.said");
    }

    public String end(String pressed) {
        return perform(() -> groups.end(id()), "counselling.toast.ended");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, here(), said);
    }

    private String here() {
        return ONE + id();
    }

    private GroupId id() {
        return GroupId.of(group);
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
