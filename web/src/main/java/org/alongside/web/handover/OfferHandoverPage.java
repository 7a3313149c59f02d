package org.alongside.web.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.handover.HandoverService;
import org.alongside.handover.HandoverState;
import org.alongside.handover.HandoverView;
import org.alongside.handover.NewHandover;
import org.alongside.shared.OrganisationId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Shows what goes over with the lead of a case, and offers it. */
@Named
@RequestScoped
public class OfferHandoverPage {
    static final String PAGE = "/handover/offer.xhtml?faces-redirect=true&case=";

    private static final String DONE = "DONE";
    private static final List<HandoverState> CAME_BACK =
            List.of(HandoverState.SENT_BACK, HandoverState.DECLINED, HandoverState.EXPIRED);

    @EJB
    private HandoverService handovers;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private HandoverView view;

    public HandoverView getView() {
        if (view == null) {
            view = handovers.read(page.getId());
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    /** The latest offer; null: there is none, or it is over and done with. */
    public HandoverView.Offer getOffer() {
        return getView().latest().orElse(null);
    }

    public boolean isWaiting() {
        return getView().waiting().isPresent();
    }

    /** Whether the latest offer came back to those who lead. */
    public boolean isCameBack() {
        return getView().latest().filter(one -> CAME_BACK.contains(one.state())).isPresent();
    }

    /** Whether the reader may offer it now. */
    public boolean isOfferable() {
        return allowed.ever(Permission.OFFER_HANDOVER)
                && !isWaiting()
                && getView().obstacle().isEmpty();
    }

    /** Whether what is offered waits for the reader: a supervisor who did not offer it. */
    public boolean isDecidable() {
        return allowed.ever(Permission.APPROVE_HANDOVER)
                && getView()
                        .waiting()
                        .filter(one -> one.state() == HandoverState.PROPOSED && !one.yours())
                        .isPresent();
    }

    public String offer() {
        return act.perform(
                () -> handovers.offer(page.getId(), handover(), null), PAGE + page.getId(), "handover.toast.offered");
    }

    private NewHandover handover() {
        return new NewHandover(
                answers.text("to").map(OrganisationId::of).orElse(null),
                text("reason").orElse(null),
                getView().items().stream()
                        .flatMap(item -> answer(item).stream())
                        .toList(),
                text("message").orElse(null));
    }

    private Optional<NewHandover.Item> answer(String item) {
        return text("item_" + item).map(said -> new NewHandover.Item(item, DONE.equals(said) ? null : said));
    }

    private Optional<String> text(String field) {
        return answers.text(field);
    }
}
