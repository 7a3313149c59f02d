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
import org.alongside.referral.Approval;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView;
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
    private ReferForm form;

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

    /** The mark of what the preview showed when the form was drawn. */
    @Inject
    @Param(name = "seen-mark")
    private String seen;

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
        form.renew();
        draft.save();
        if (!draft.getMark().equals(seen)) {
            go("&changed=yes", "sees");
            return null;
        }
        try {
            boolean looked = form.getPreview().approval() == Approval.BEFORE;
            Optional<ReferralId> before = draft.again();
            before.ifPresent(one -> referrals.referAgain(one, draft.wanted()));
            ReferralId sent =
                    before.orElseGet(() -> referrals.refer(draft.caseId(), draft.wanted(), "draft-" + draft.getId()));
            draft.discard();
            toast.say(looked ? "referral.toast.handedIn" : "referral.toast.sent");
            return "/referral/one.xhtml?faces-redirect=true&referral=" + sent;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
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
