package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.consent.EndingAnswer;
import org.alongside.consent.PurposeService;
import org.alongside.web.casefile.Allowed;

/** On My work: whom to ask again, because something that she agreed to ends. */
@Named
@RequestScoped
public class EndingAnswersPage {
    @EJB
    private PurposeService service;

    @Inject
    private Allowed allowed;

    private List<EndingAnswer> answers;

    public List<EndingAnswer> getAnswers() {
        if (answers == null) {
            answers = allowed.ever(Permission.ASK_PURPOSES) ? service.ending() : List.of();
        }
        return answers;
    }
}
