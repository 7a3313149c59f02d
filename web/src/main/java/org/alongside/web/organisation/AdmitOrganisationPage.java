package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.organisation.OrganisationService;
import org.alongside.organisation.OrganisationView;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Admits an organisation, or says anew what one is that was admitted. */
@Named
@RequestScoped
public class AdmitOrganisationPage {
    @EJB
    private OrganisationService organisations;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    private StaleEdit edit;

    @Inject
    @Param
    private String organisation;

    private Answers answers;

    public boolean isNew() {
        return organisation == null;
    }

    public String getId() {
        return organisation;
    }

    /** What is typed, at first what is known. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = isNew() ? new Answers() : present();
        }
        return answers;
    }

    private Answers present() {
        OrganisationView there = organisations.organisation(OrganisationId.of(organisation));
        return edit.begin(OrganisationAnswers.of(there), there.version());
    }

    public String save() {
        return isNew() ? admit() : change();
    }

    private String admit() {
        try {
            OrganisationId id = organisations.admit(
                    OrganisationAnswers.organisation(answers),
                    answers.text("alias").orElse(null),
                    OrganisationAnswers.team(answers),
                    null);
            toast.say("administration.toast.admitted");
            return at(id);
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private String change() {
        OrganisationId id = OrganisationId.of(organisation);
        return edit.save(
                "",
                version -> organisations.change(id, OrganisationAnswers.organisation(answers), version),
                at(id),
                "administration.toast.changed");
    }

    private static String at(OrganisationId id) {
        return "/organisation/one.xhtml?faces-redirect=true&organisation=" + id;
    }
}
