package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Permission;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralService.ServiceQuery;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.referral.ReferralView.Card;
import org.alongside.referral.ReferralView.Happened;
import org.alongside.referral.ReferralView.Whole;
import org.alongside.referral.SuitableService;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.ServiceId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.Where;
import org.alongside.web.casefile.Where.Waiting;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.alongside.web.worklist.WhoIsHere;
import org.alongside.worklist.JourneyService;
import org.alongside.worklist.Journeys;
import org.omnifaces.cdi.Param;

/** One referral as its two parties follow it: whose turn it is, where its process stands, who could be asked next. */
@Named
@RequestScoped
public class FollowReferralPage {
    private static final String HERE = "/referral/one.xhtml?faces-redirect=true&referral=";

    private static final Set<Turn> LOOKED_AT = Set.of(Turn.APPROVE, Turn.OWN, Turn.REVIEW);

    @EJB
    private ReferralService referrals;

    @EJB
    private JourneyService journeys;

    @Inject
    private WhoIsHere who;

    @Inject
    private Allowed allowed;

    @Inject
    private Where where;

    @Inject
    private Text text;

    @Inject
    private Dates dates;

    @Inject
    @Param
    private String referral;

    @Inject
    @Param(name = "case")
    private String caseId;

    private ReferralView view;
    private Journeys.Standing standing;
    private List<SuitableService> next;

    /** Puts the case into the address for its head; a card without a case is answered elsewhere. */
    public String begin() {
        if (!(view() instanceof Whole whole)) {
            return "/referral/decide.xhtml?faces-redirect=true&referral=" + getId();
        }
        boolean right = whole.caseId().toString().equals(caseId);
        return right ? null : HERE + getId() + "&case=" + whole.caseId();
    }

    public ReferralId getId() {
        return ReferralId.of(referral == null ? "" : referral);
    }

    public Whole getWhole() {
        return (Whole) view();
    }

    public Card getCard() {
        return view().card();
    }

    /** Whether the reader's organisation asked; else it was asked. */
    public boolean isOurs() {
        return who.worker()
                .filter(me -> me.organisation().equals(getCard().sender()))
                .isPresent();
    }

    public Turn getTurn() {
        return Turn.of(getWhole(), isOurs(), allowed);
    }

    /** Whether what was asked is to be looked at before anything is pressed, and so stands right above it. */
    public boolean isLooked() {
        return LOOKED_AT.contains(getTurn());
    }

    public boolean isRevocable() {
        return isOurs() && getCard().status().isOpen() && allowed.ever(Permission.REVOKE_REFERRAL);
    }

    public boolean isErasable() {
        return isOurs()
                && getCard().status() != ReferralStatus.ENTERED_IN_ERROR
                && allowed.ever(Permission.APPROVE_REFERRAL);
    }

    /** Each waiting step of its process. */
    public List<Waiting> getWaiting() {
        Map<OrganisationId, String> names =
                new HashMap<>(Map.of(getCard().recipient(), getCard().recipientName()));
        names.put(getCard().sender(), getCard().senderName());
        return where.waiting(standing(), names);
    }

    public String getDrawing() {
        return journeys.drawReferral(getId(), where.labels(standing(), text.get("process.referral"), getWaiting()));
    }

    /** Who else gives the same help and was not asked for it yet, the best fit first. */
    public List<SuitableService> getNext() {
        if (next == null) {
            Set<ServiceId> asked = referrals.of(getWhole().caseId()).stream()
                    .map(Whole::card)
                    .map(Card::service)
                    .collect(Collectors.toSet());
            next = referrals
                    .suitable(getWhole().caseId(), new ServiceQuery(getCard().serviceType(), null))
                    .stream()
                    .filter(fit -> fit.against().isEmpty()
                            && !asked.contains(fit.service().id()))
                    .toList();
        }
        return next;
    }

    /** Whether the consent has ended that had opened the file to the recipient. */
    public boolean isAgreementEnded() {
        return !dates.getNow().isBefore(getCard().times().agreedUntil());
    }

    /** What happened to it, newest first. */
    public List<Happened> getStory() {
        List<Happened> story = new ArrayList<>(getCard().times().happened());
        story.sort(Comparator.comparing(Happened::at));
        Collections.reverse(story); // so that of two in one instant the later step stands on top
        return story;
    }

    /** A moment as a sentence; words as the journey of the case has them. */
    public String words(Happened moment) {
        Card card = getCard();
        return text.of(
                "journey.referral-" + moment.kind(),
                text.who(card.senderName()),
                card.recipientName(),
                text.name("code.service_type", card.serviceType()),
                card.declineReason()
                        .map(code -> text.name("code.referral_decline_reason", code))
                        .orElse(""),
                card.question()
                        .map(code -> text.name("code.referral_question", code))
                        .orElse(""),
                card.outcome()
                        .map(code -> text.name("code.referral_outcome", code))
                        .orElse(""));
    }

    private Journeys.Standing standing() {
        if (standing == null) {
            standing = journeys.standing(getId());
        }
        return standing;
    }

    private ReferralView view() {
        if (view == null) {
            view = referrals.find(getId());
        }
        return view;
    }
}
