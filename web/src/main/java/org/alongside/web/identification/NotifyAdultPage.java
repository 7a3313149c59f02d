package org.alongside.web.identification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.identification.NewNotification;
import org.alongside.identification.NotificationService;
import org.alongside.identification.NotificationView;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** What the law asks when she refuses to be identified, exactly what would go, and proposing it. */
@Named
@RequestScoped
public class NotifyAdultPage {
    @EJB
    private NotificationService notifications;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private final Answers answers = new Answers();
    private NotificationView law;

    public Answers getAnswers() {
        return answers;
    }

    public NotificationView getLaw() {
        if (law == null) {
            law = notifications.of(page.getId());
        }
        return law;
    }

    /** Whether the reader may propose it now. */
    public boolean isToPropose() {
        return getLaw().obstacle().isEmpty() && allowed.ever(Permission.PROPOSE_NOTIFICATION);
    }

    public String propose() {
        try {
            DisclosureId id = notifications.propose(
                    page.getId(),
                    new NewNotification(
                            List.copyOf(answers.several("leftOut")),
                            answers.text("words").orElse(null)),
                    null);
            toast.say("disclosure.toast.proposed");
            return "/disclosure/one.xhtml?faces-redirect=true&disclosure=" + id;
        } catch (Refusal refusal) {
            law = null;
            reasons.show(refusal);
            return null;
        }
    }
}
