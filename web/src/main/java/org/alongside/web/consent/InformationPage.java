package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.consent.InformationService;
import org.alongside.consent.InformationView;
import org.alongside.consent.InformationView.InformationTold;
import org.alongside.consent.NewInformation;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What she was told of what is hers by right, and what nobody told her yet. */
@Named
@RequestScoped
public class InformationPage {
    @EJB
    private InformationService information;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private InformationView view;

    public Answers getAnswers() {
        return answers;
    }

    public List<InformationTold> getTold() {
        return view().told();
    }

    /** What nobody told her yet; none where it is not the reader's to know, and of a closed file. */
    public List<String> getNotYet() {
        boolean asked = page.isConsentsOpen() && allowed.ever(Permission.READ_INFORMATION) && !page.isClosed();
        return asked ? view().notYet() : List.of();
    }

    public boolean isWritable() {
        return page.isMine() && allowed.ever(Permission.RECORD_INFORMATION) && !page.isClosed();
    }

    public String save() {
        return act.handIn(
                () -> new NewInformation(
                        answers.several("kinds"),
                        answers.day("toldOn").orElse(null),
                        answers.text("language").orElse(null),
                        answers.several("ways"),
                        answers.text("teller").orElse(null)),
                (told, key) -> information.record(page.getId(), told, key),
                "/consent/list.xhtml?faces-redirect=true&case=" + page.getId(),
                "consent.toast.told");
    }

    private InformationView view() {
        if (view == null) {
            view = information.of(page.getId());
        }
        return view;
    }
}
