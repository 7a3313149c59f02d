package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.careplan.NeedService;
import org.alongside.careplan.NewSay;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Dates;

/** Writes down what she says matters most and how it goes. */
@Named
@RequestScoped
public class RecordSayPage {
    @EJB
    private NeedService needs;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    @Inject
    private Dates dates;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        if (draft.getId() != null) {
            return null;
        }
        return "/careplan/say.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("say", any -> true, this::first);
    }

    private Answers first() {
        Answers first = new Answers();
        first.put("saidOn", dates.getMinute().toLocalDate());
        return first;
    }

    public Answers getAnswers() {
        return draft.getAnswers();
    }

    public String save() {
        return draft.handIn(
                key -> {
                    needs.hear(
                            page.getId(),
                            new NewSay(
                                    getAnswers().day("saidOn").orElse(null),
                                    text("mattersMost"),
                                    text("going"),
                                    text("words")),
                            key);
                    return "/careplan/of.xhtml?faces-redirect=true&case=" + page.getId();
                },
                "careplan.toast.said");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
