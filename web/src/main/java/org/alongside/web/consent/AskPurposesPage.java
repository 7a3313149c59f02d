package org.alongside.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.consent.PurposeView;
import org.alongside.shared.Reason;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Leads through one conversation, purpose by purpose (DOMAIN 7.1); the draft on the server is all that is remembered in between. */
@Named
@RequestScoped
public class AskPurposesPage {
    /** The kind of draft in which a conversation is kept. */
    static final String DRAFT = "purposes";

    @Inject
    private Conversation talk;

    @Inject
    private CaseDraft draft;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param(name = "part")
    private String name;

    @Inject
    @Param
    private String purpose;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        return draft.getId() == null && getPart() != Part.DONE
                ? to(draft.begin(DRAFT, begun -> true, this::first), Part.START)
                : null;
    }

    /** What the file already says. */
    private Answers first() {
        Answers first = new Answers();
        first.put("expiresAt", "P3M");
        page.getFile().language().ifPresent(spoken -> {
            first.put("language", spoken.code());
            first.put("interpreter", spoken.interpreter());
        });
        return first;
    }

    public Part getPart() {
        return Part.of(name);
    }

    public List<Part> getParts() {
        return List.of(Part.values());
    }

    /** What she is asked about, as the address says. */
    public PurposeView getCurrent() {
        return talk.getPurposes().stream()
                .filter(one -> one.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> talk.getPurposes().get(0));
    }

    /** Goes to the first thing that she has not answered yet, or not whole. */
    public String start() {
        return talk.getPurposes().stream()
                .filter(one -> talk.said(one).isEmpty() || !talk.isNamed(one))
                .findFirst()
                .map(this::to)
                .orElseGet(() -> to(draft.getId(), Part.READ));
    }

    /** The number of the question, from 1. */
    public int getNumber() {
        return talk.getPurposes().indexOf(getCurrent()) + 1;
    }

    /** Keeps her answer and goes on to the next question. */
    public String next() {
        draft.save();
        PurposeView asked = getCurrent();
        if (talk.said(asked).isEmpty()) {
            reasons.show(List.of(Reason.at("said_" + asked.purpose(), "missing")));
            return null;
        }
        if (!talk.isNamed(asked)) {
            reasons.show(List.of(Reason.at("named_" + asked.purpose(), "missing")));
            return null;
        }
        return onward();
    }

    /** She is not asked about it today: nothing of it is written down. */
    public String leaveOut() {
        draft.getAnswers().remove("said_" + getCurrent().purpose());
        draft.getAnswers().remove("named_" + getCurrent().purpose());
        draft.save();
        return onward();
    }

    public String back() {
        draft.save();
        return getNumber() == 1
                ? to(draft.getId(), Part.START)
                : to(talk.getPurposes().get(getNumber() - 2));
    }

    /** Goes on without asking more. */
    public String readBack() {
        draft.save();
        return to(draft.getId(), Part.READ);
    }

    private String onward() {
        return getNumber() == talk.getPurposes().size()
                ? readBack()
                : to(talk.getPurposes().get(getNumber()));
    }

    /** Saves what she said; where a name is missing, reading it back says which. */
    public String save() {
        if (!talk.getUnnamed().isEmpty()) {
            return readBack();
        }
        return draft.handIn(
                key -> {
                    talk.handIn(key);
                    return "/consent/ask.xhtml?faces-redirect=true&part=done&case=" + page.getId();
                },
                "purpose.toast.saved");
    }

    public String stop() {
        draft.save();
        toast.say("purpose.toast.kept");
        return away();
    }

    /** Where to go on from here: the list of what she said, for those who may read it. */
    public String away() {
        return (allowed.ever(Permission.READ_CONSENTS) ? "/consent/list" : "/casefile/file")
                + ".xhtml?faces-redirect=true&case=" + page.getId();
    }

    private String to(PurposeView next) {
        return to(draft.getId(), Part.ASK) + "&purpose=" + next.purpose();
    }

    private String to(Object id, Part part) {
        return "/consent/ask.xhtml?faces-redirect=true&case=" + page.getId() + "&draft=" + id + "&part="
                + part.getPage();
    }
}
