package org.alongside.web.disclosure;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.casefile.NewTelling;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.DisclosureState;
import org.alongside.disclosure.DisclosureView;
import org.alongside.disclosure.NewDecision;
import org.alongside.disclosure.NewRecord;
import org.alongside.shared.DisclosureId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** One disclosure without consent: agree to it or say no, take it back, record it, and that she was told. */
@Named
@RequestScoped
public class ReadDisclosurePage {
    private static final String BEFORE = "BEFORE";

    @EJB
    private DisclosureService disclosures;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    @Param(name = "disclosure")
    private String id;

    private final Answers answers = new Answers();
    private DisclosureView view;

    @PostConstruct
    void now() {
        answers.put("disclosedAt", dates.getMinute());
        answers.put("at", dates.getMinute());
        answers.put("telling_at", dates.getMinute());
    }

    static String address(DisclosureId id) {
        return "/disclosure/one.xhtml?faces-redirect=true&disclosure=" + id;
    }

    public Answers getAnswers() {
        return answers;
    }

    public DisclosureView getView() {
        if (view == null) {
            view = disclosures.read(DisclosureId.of(id));
        }
        return view;
    }

    /** Whether the reader is a caseworker of those who lead, who goes on with it. */
    private boolean isMine() {
        return getView().caseId().isPresent() && allowed.ever(Permission.RECORD_DISCLOSURE);
    }

    public boolean isToRecord() {
        return isMine() && getView().state() == DisclosureState.AGREED;
    }

    public boolean isToTakeBack() {
        return isToRecord() || isMine() && getView().state() == DisclosureState.PROPOSED;
    }

    public boolean isToTell() {
        return isMine()
                && getView().state() == DisclosureState.DISCLOSED
                && getView().told().at().isEmpty();
    }

    /** Whether she is told before the recipient is, if that is safe. */
    public boolean isToldBefore() {
        return BEFORE.equals(getView().telling());
    }

    public String agree() {
        return act("agreed", () -> disclosures.decide(disclosure(), new NewDecision("AGREE", null)));
    }

    public String refuse() {
        return act("refused", () -> disclosures.decide(disclosure(), new NewDecision("REFUSE", text("words"))));
    }

    public String takeBack() {
        return act("takenBack", () -> disclosures.takeBack(disclosure()));
    }

    public String record() {
        return act(
                "made",
                () -> disclosures.record(
                        disclosure(),
                        new NewRecord(
                                answers.instant("disclosedAt", language.getZone())
                                        .orElse(null),
                                text("way"),
                                text("receipt"),
                                isToldBefore() ? telling("telling_") : null)));
    }

    public String tell() {
        return act("told", () -> disclosures.tell(disclosure(), telling("")));
    }

    private NewTelling telling(String prefix) {
        return new NewTelling(
                text(prefix + "answer"),
                answers.instant(prefix + "at", language.getZone()).orElse(null),
                text(prefix + "whom"),
                text(prefix + "relation"),
                text(prefix + "channel"),
                text(prefix + "why"));
    }

    /** Done or not, what is shown afterwards is read anew. */
    private String act(String done, Runnable doing) {
        String next = act.perform(doing, address(disclosure()), "disclosure.toast." + done);
        view = null;
        return next;
    }

    private DisclosureId disclosure() {
        return DisclosureId.of(id);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
