package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.casefile.DraftService;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Leads from step to step of an intake; the draft on the server is all that is remembered in between. */
@Named
@RequestScoped
public class OpenCasePage {
    private static final String HERE = "/casefile/open.xhtml?faces-redirect=true&draft=";
    private static final String CASES = "/casefile/list.xhtml?faces-redirect=true";

    @EJB
    private DraftService drafts;

    @Inject
    private IntakeDraft draft;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param(name = "step")
    private String number;

    /** "read" for somebody who came from the read-back and goes back to it. */
    @Inject
    @Param
    private String from;

    /** How many rows for excluded persons were asked for. */
    @Inject
    @Param
    private String rows;

    /** Set once it was said what to do first where somebody is in danger. */
    @Inject
    @Param
    private String told;

    /** An address without a draft begins one. */
    public String begin() {
        return draft.getId() == null ? HERE + IntakeDraft.begin(drafts) : null;
    }

    /** Coming from the read-back, what it found is said beside the fields, once they are there. */
    public void show() {
        if (isFromReadBack() && !FacesContext.getCurrentInstance().isPostback()) {
            reasons.show(draft.open(getStep()));
        }
    }

    /** Keeps the answers, and goes on where nothing is wrong with this step. */
    public String save() {
        draft.save();
        if (getStep() == Step.AGREEMENT && draft.isRefused()) {
            return "/casefile/nofile.xhtml?faces-redirect=true&draft=" + draft.getId();
        }
        if (getStep() == Step.SAFETY && draft.getAnswers().yes("safety_inDanger") && !isTold()) {
            return to(Step.SAFETY) + "&told=yes";
        }
        List<Reason> wrong = draft.open(getStep());
        if (wrong.isEmpty()) {
            return onward();
        }
        reasons.show(wrong);
        return null;
    }

    /** Keeps the answers and goes on although some are open; the read-back names them. */
    public String later() {
        draft.save();
        return onward();
    }

    /** Keeps the answers and makes room for one more person who is excluded. */
    public String addRow() {
        draft.save();
        return to(Step.AGREEMENT) + "&rows=" + (getExcluded().size() + 1) + (isFromReadBack() ? "&from=read" : "");
    }

    public String back() {
        draft.save();
        return to(getStep().before());
    }

    public String stop() {
        draft.save();
        toast.say("intake.toast.kept");
        return CASES;
    }

    public String discard() {
        draft.discard();
        toast.say("intake.toast.discarded");
        return CASES;
    }

    /** Opens the file with what was read back; where something is still open, the page says what. */
    public String open() {
        try {
            boolean child = draft.isChild();
            if (!draft.getOpen().isEmpty()) {
                return to(Step.READ_BACK);
            }
            String opened = draft.handIn().toString();
            toast.say(child ? "intake.toast.openedChild" : "intake.toast.opened");
            return "/casefile/file.xhtml?faces-redirect=true&case=" + opened;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public Step getStep() {
        return Step.of(whole(number, Step.SAFETY.getNumber()));
    }

    public List<Step> getSteps() {
        return List.of(Step.values());
    }

    public boolean isFromReadBack() {
        return "read".equals(from);
    }

    public boolean isTold() {
        return told != null || isFromReadBack();
    }

    public List<Integer> getExcluded() {
        return draft.excludedRows(whole(rows, 0));
    }

    private String onward() {
        return to(isFromReadBack() ? Step.READ_BACK : getStep().next());
    }

    private String to(Step step) {
        return HERE + draft.getId() + "&step=" + step.getNumber();
    }

    private static int whole(String text, int otherwise) {
        return text != null && text.matches("\\d") ? Integer.parseInt(text) : otherwise;
    }
}
