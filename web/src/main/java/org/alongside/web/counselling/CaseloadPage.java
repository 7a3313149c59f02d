package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.counselling.CaseloadService;
import org.alongside.counselling.CaseloadView;
import org.alongside.counselling.CaseloadView.Carried;
import org.alongside.counselling.NewSupervision;
import org.alongside.counselling.NewSupervision.NewMeeting;
import org.alongside.shared.Refusal;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** How much counsellors carry, and who supervises whom. */
@Named
@RequestScoped
public class CaseloadPage {
    private static final String HERE = "/counselling/caseload.xhtml?faces-redirect=true";

    @EJB
    private CaseloadService caseloads;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private CaseloadView view;

    public CaseloadView getView() {
        if (view == null) {
            view = caseloads.caseload();
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    /** Whether the counsellor carries more than the limit; asked by the table also where there is no row. */
    public boolean much(Carried one) {
        return one != null
                && (one.openCases() > getView().mostCases()
                        || one.sessions() > getView().mostSessions());
    }

    /** The supervisions of which the reader can say that the two met. */
    public List<Carried> getMeetings() {
        return getView().counsellors().stream().filter(Carried::meets).toList();
    }

    public String looked(String id) {
        return act.perform(() -> caseloads.looked(WarningId.of(id)), HERE, "counselling.toast.looked");
    }

    public String name() {
        return act.perform(
                () -> caseloads.name(new NewSupervision(worker("counsellor"), worker("supervisor"))),
                HERE,
                "counselling.toast.named");
    }

    public String end(String id) {
        return act.perform(() -> caseloads.end(SupervisionId.of(id)), HERE, "counselling.toast.supervisionEnded");
    }

    public String met() {
        return act.perform(
                () -> caseloads.met(
                        answers.text("supervision")
                                .map(SupervisionId::of)
                                .orElseThrow(() -> Refusal.invalid("supervision", "missing")),
                        new NewMeeting(answers.day("heldOn").orElse(null))),
                HERE,
                "counselling.toast.met");
    }

    private WorkerId worker(String field) {
        return answers.text(field).map(WorkerId::of).orElse(null);
    }
}
