package org.alongside.web.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.alongside.handover.HandoverService;
import org.alongside.shared.HandoverId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;

/** What those who lead do with an offer that was made: let it out, send it back, take it back, go on; always with the one they read. */
@Named
@RequestScoped
public class DecideHandoverPage {
    @EJB
    private HandoverService handovers;

    @Inject
    private ReadCasePage page;

    @Inject
    private OfferHandoverPage shown;

    @Inject
    private Act act;

    private String handover;
    private String change;

    public String approve() {
        return decide(handovers::approve, "approved");
    }

    public String sendBack() {
        return decide(id -> handovers.sendBack(id, change), "sentBack");
    }

    public String withdraw() {
        return decide(handovers::withdraw, "withdrawn");
    }

    public String settle() {
        return decide(handovers::settle, "settled");
    }

    private String decide(Consumer<HandoverId> decision, String done) {
        return act.perform(
                () -> decision.accept(HandoverId.of(handover)),
                OfferHandoverPage.PAGE + page.getId(),
                "handover.toast." + done);
    }

    /** The offer that the reader has before them. */
    public String getHandover() {
        return handover == null && shown.getOffer() != null
                ? shown.getOffer().id().toString()
                : handover;
    }

    public void setHandover(String handover) {
        this.handover = handover;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }
}
