package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.proceeding.CounselService;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Before whom a matter is, in which roles, and the last day to file; her lawyer's alone. */
@Named
@RequestScoped
public class KeepCourtOfMatterPage {
    @EJB
    private CounselService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            page.getMatter();
            answers = new Answers();
            doors.of(page.getId()).court().ifPresent(court -> {
                answers.put("court", court.court().orElse(null));
                answers.put("reference", court.reference().orElse(null));
                answers.put("herRole", court.herRole().orElse(null));
                answers.put("opposing", court.opposing().orElse(null));
            });
        }
        return answers;
    }

    public String keep() {
        return act.perform(
                () -> doors.court(
                        page.getId(),
                        new NewCourt(
                                text("court"),
                                text("reference"),
                                text("herRole"),
                                text("opposing"),
                                answers.day("limitationOn").orElse(null))),
                page.at("/proceeding/counsel"),
                "proceeding.toast.before");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
