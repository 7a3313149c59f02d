package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.alongside.counselling.CounsellingView;
import org.alongside.counselling.NewSession;
import org.alongside.counselling.NoteService;
import org.alongside.counselling.SessionService;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Counselling in a file, as much of it as is the reader's; and planning a session with her. */
@Named
@RequestScoped
public class ReadCounsellingPage {
    private static final int USUAL_MINUTES = 50;

    @EJB
    private SessionService sessions;

    @EJB
    private NoteService notes;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Language language;

    private Answers answers;
    private CounsellingView view;

    public CounsellingView getView() {
        if (view == null) {
            view = sessions.of(page.getId());
        }
        return view;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("minutes", String.valueOf(USUAL_MINUTES));
            answers.put("modality", "IN_PERSON");
            answers.put("interpreter", "NONE");
        }
        return answers;
    }

    public String takeBack(String session) {
        return act.perform(() -> notes.takeBack(SessionId.of(session)), here(), "counselling.toast.toldNoMore");
    }

    public String plan() {
        return act.handIn(
                () -> new NewSession(
                        getAnswers().text("counsellor").map(WorkerId::of).orElse(null),
                        startsAt(),
                        Whole.of(getAnswers(), "minutes"),
                        text("type"),
                        text("modality"),
                        text("place"),
                        text("interpreter")),
                (asked, key) -> sessions.plan(page.getId(), asked, key),
                here(),
                "counselling.toast.planned");
    }

    private String here() {
        return "/counselling/of.xhtml?faces-redirect=true&case=" + page.getId();
    }

    private Instant startsAt() {
        return getAnswers().instant("startsAt", language.getZone()).orElse(null);
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
