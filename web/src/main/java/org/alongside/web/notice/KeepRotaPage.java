package org.alongside.web.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.notice.NewOnCall;
import org.alongside.notice.OnCallService;
import org.alongside.notice.Rota;
import org.alongside.notice.Rota.OnCall;
import org.alongside.shared.OnCallId;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** Who is on call in one's own organisation, and when. */
@Named
@RequestScoped
public class KeepRotaPage {
    private static final String HERE = "/notice/on-call.xhtml?faces-redirect=true";

    @EJB
    private OnCallService onCall;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private Rota rota;

    public Answers getAnswers() {
        return answers;
    }

    public Rota getRota() {
        if (rota == null) {
            rota = onCall.rota();
        }
        return rota;
    }

    public boolean begun(OnCall time) {
        return !time.from().isAfter(dates.getNow());
    }

    public String plan() {
        return act.perform(
                () -> onCall.plan(new NewOnCall(
                        answers.text("worker").map(WorkerId::of).orElse(null),
                        answers.instant("from", language.getZone()).orElse(null),
                        answers.instant("until", language.getZone()).orElse(null))),
                HERE,
                "notice.onCall.planned");
    }

    public String remove(String id) {
        return act.perform(() -> onCall.remove(OnCallId.of(id)), HERE, "notice.onCall.removed");
    }
}
