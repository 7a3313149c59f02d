package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseView;
import org.alongside.referral.NewReferral;
import org.alongside.referral.ReferralPreview;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralService.ServiceQuery;
import org.alongside.referral.ReferralView;
import org.alongside.referral.SuitableService;
import org.omnifaces.cdi.Param;

/** What a request for help shows as far as it is written: the parts that are there, who can help, and what they will see. */
@Named
@RequestScoped
public class ReferForm {
    @EJB
    private ReferralService referrals;

    @EJB
    private CaseService cases;

    @Inject
    private ReferDraft draft;

    @Inject
    private HelpOnOffer help;

    /** "need" while the first answers are to be changed. */
    @Inject
    @Param
    private String change;

    @Inject
    @Param
    private String changed;

    /** The parts of the form that was sent. */
    @Inject
    @Param(name = "form-parts")
    private String parts;

    private CaseView file;
    private List<SuitableService> suitable;
    private ReferralPreview preview;

    /** Whether something was changed after the preview was drawn, so that nothing was sent yet. */
    public boolean isChanged() {
        return changed != null;
    }

    public CaseView getFile() {
        if (file == null) {
            file = cases.file(draft.caseId());
        }
        return file;
    }

    public boolean isNeedOpen() {
        return shown("need", () -> change != null || !isNeedKnown());
    }

    public boolean isNeedKnown() {
        return draft.getAnswers().text("type").isPresent() && draft.urgency().isPresent();
    }

    public boolean isWhoShown() {
        return shown("who", this::isNeedKnown);
    }

    public boolean isShareShown() {
        return shown("share", () -> getChosen() != null);
    }

    public boolean isSendable() {
        return shown("send", () -> getChosen() != null && getPreview().against().isEmpty());
    }

    /** Which parts this page shows, sent along with its form. */
    public String getParts() {
        return Stream.of(
                        isNeedOpen() ? "need" : "",
                        isWhoShown() ? "who" : "",
                        isShareShown() ? "share" : "",
                        isSendable() ? "send" : "")
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether a part is there. While a form that was sent is read, it is what the person had before them that counts: the
     * draft may have been kept meanwhile, while she typed, and would show more by now.
     */
    private boolean shown(String part, BooleanSupplier now) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean read = faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        return read ? List.of(String.valueOf(parts).split(" ")).contains(part) : now.getAsBoolean();
    }

    public List<SuitableService> getSuitable() {
        if (suitable == null) {
            List<SuitableService> all = referrals.suitable(
                    draft.caseId(),
                    new ServiceQuery(
                            draft.getAnswers().text("type").orElse(null),
                            draft.getAnswers().text("region").orElse(null)));
            suitable = draft.again()
                    .map(before -> sameRecipient(all, referrals.find(before).card()))
                    .orElse(all);
        }
        return suitable;
    }

    /** What was sent back goes to the same organisation; that it was asked already does not stand against it. */
    private static List<SuitableService> sameRecipient(List<SuitableService> all, ReferralView.Card before) {
        return all.stream()
                .filter(fit -> fit.service().organisation().equals(before.recipient()))
                .map(fit -> fit.service().id().equals(before.service())
                        ? new SuitableService(
                                fit.service(), fit.against(), fit.consented(), fit.speaksHerLanguage(), false)
                        : fit)
                .toList();
    }

    /** The service chosen, where it is among those shown. */
    public SuitableService getChosen() {
        return isNeedKnown()
                ? getSuitable().stream()
                        .filter(fit -> draft.service()
                                .filter(fit.service().id()::equals)
                                .isPresent())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** What they will see; the first time with all that she agreed to share with them. */
    public ReferralPreview getPreview() {
        if (preview == null) {
            tidy();
            if (!draft.categoriesChosen()) {
                NewReferral first = draft.wanted();
                draft.choose(Recipient.agreed(referrals.preview(draft.caseId(), first)));
            }
            preview = referrals.preview(draft.caseId(), draft.wanted());
        }
        return preview;
    }

    /** Reckons anew with what was sent just now. */
    void renew() {
        suitable = null;
        preview = null;
        tidy();
    }

    /** A parent goes along to an adult shelter only; an answer from before another one was chosen does not count. */
    private void tidy() {
        if (getChosen() == null || !help.withParent(getChosen())) {
            draft.getAnswers().remove("accompaniedBy");
        }
    }
}
