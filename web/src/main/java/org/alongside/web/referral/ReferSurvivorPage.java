package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseView;
import org.alongside.referral.Approval;
import org.alongside.referral.NewReferral;
import org.alongside.referral.ReferralPreview;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralService.ServiceQuery;
import org.alongside.referral.ReferralView;
import org.alongside.referral.SuitableService;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Asks another organisation for help: the need, who can, what to share, what they will see, send; each press keeps the draft. */
@Named
@RequestScoped
public class ReferSurvivorPage {
    private static final String HERE = "/referral/refer.xhtml";

    @EJB
    private ReferralService referrals;

    @EJB
    private CaseService cases;

    @Inject
    private ReferDraft draft;

    @Inject
    private HelpOnOffer help;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param(name = "case")
    private String caseParam;

    @Inject
    @Param
    private String service;

    @Inject
    @Param
    private String follows;

    @Inject
    @Param
    private String again;

    /** "need" while the first answers are to be changed. */
    @Inject
    @Param
    private String change;

    @Inject
    @Param
    private String changed;

    /** The mark of what the preview showed when the form was drawn. */
    @Inject
    @Param(name = "seen-mark")
    private String seen;

    private CaseView file;
    private List<SuitableService> suitable;
    private ReferralPreview preview;

    /** An address without a draft finds or begins one. */
    public String begin() {
        if (draft.getId() != null) {
            return null;
        }
        CaseId caseId = CaseId.of(caseParam == null ? "" : caseParam);
        cases.file(caseId);
        return HERE + "?faces-redirect=true&case=" + caseId + "&draft=" + draft.open(caseId, firstAnswers());
    }

    private Answers firstAnswers() {
        Answers first = new Answers();
        if (again != null && referrals.find(ReferralId.of(again)) instanceof ReferralView.Whole before) {
            first.put(ReferDraft.AGAIN, again);
            first.put("type", before.card().serviceType());
            first.put("urgency", before.card().urgency().name());
            first.put(ReferDraft.SERVICE, before.card().service().toString());
            first.put("message", before.message());
        } else if (follows != null) {
            ReferralView.Card before = referrals.find(ReferralId.of(follows)).card();
            first.put(ReferDraft.FOLLOWS, follows);
            first.put("type", before.serviceType());
            first.put("urgency", before.urgency().name());
            first.put(ReferDraft.SERVICE, service);
        }
        return first;
    }

    /** Shows who can help with what was answered so far. */
    public void find() {
        draft.save();
        List<Reason> missing = Stream.of("type", "urgency")
                .filter(field -> draft.getAnswers().text(field).isEmpty())
                .map(field -> Reason.at(field, "missing"))
                .toList();
        if (missing.isEmpty()) {
            go("", "who");
        }
        reasons.show(missing);
    }

    public void change() {
        draft.save();
        go("&change=need", "need");
    }

    /** Shows what the one chosen will see. */
    public void look() {
        draft.save();
        go("", draft.service().isPresent() ? "share" : "who");
    }

    public String later() {
        draft.save();
        toast.say("referral.toast.kept");
        return "/referral/of.xhtml?faces-redirect=true&case=" + draft.caseId();
    }

    public String discard() {
        CaseId caseId = draft.caseId();
        draft.discard();
        toast.say("referral.toast.discarded");
        return "/referral/of.xhtml?faces-redirect=true&case=" + caseId;
    }

    /** Sends what the preview showed; where something was changed since, shows it first. */
    public String send() {
        suitable = null;
        preview = null;
        tidy();
        draft.save();
        if (!draft.getMark().equals(seen)) {
            go("&changed=yes", "sees");
            return null;
        }
        try {
            Optional<ReferralId> before = draft.again();
            before.ifPresent(one -> referrals.referAgain(one, draft.wanted()));
            ReferralId sent =
                    before.orElseGet(() -> referrals.refer(draft.caseId(), draft.wanted(), "draft-" + draft.getId()));
            draft.discard();
            toast.say(getPreview().approval() == Approval.BEFORE ? "referral.toast.handedIn" : "referral.toast.sent");
            return "/referral/one.xhtml?faces-redirect=true&referral=" + sent;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

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
        return change != null || !isNeedKnown();
    }

    public boolean isNeedKnown() {
        return draft.getAnswers().text("type").isPresent() && draft.urgency().isPresent();
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

    /** A parent goes along to an adult shelter only; an answer from before another one was chosen does not count. */
    private void tidy() {
        if (getChosen() == null || !help.withParent(getChosen())) {
            draft.getAnswers().remove("accompaniedBy");
        }
    }

    private void go(String more, String place) {
        try {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext()
                    .redirect(faces.getExternalContext().getRequestContextPath() + HERE + "?case=" + draft.caseId()
                            + "&draft=" + draft.getId() + more + "#" + place);
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
