package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.consent.ConsentService;
import org.alongside.consent.NewRefusal;
import org.alongside.consent.RefusalService;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Asks her, organisation by organisation, what may be told to it, why and until when. */
@Named
@RequestScoped
public class RecordConsentPage {
    private static final String CHOSEN = "whom";

    @EJB
    private ConsentService consents;

    @EJB
    private RefusalService refusals;

    @Inject
    private CaseDraft draft;

    @Inject
    private Recipients recipients;

    @Inject
    private ReadCasePage page;

    @Inject
    private Language language;

    @Inject
    private Dates dates;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    /** Organisation to begin with, where another page knows it. */
    @Inject
    @Param
    private String organisation;

    /** What she is asked for, where it is not sharing: CASE_MANAGEMENT, that the organisation leads her case. */
    @Inject
    @Param
    private String purpose;

    /** An address without a draft goes on with what was begun about the same organisation, or begins. */
    public String begin() {
        return draft.getId() == null
                ? here(draft.begin(
                        "consent",
                        begun -> organisation == null
                                || begun.text(CHOSEN)
                                                .filter(organisation::equals)
                                                .isPresent()
                                        && begun.text("purpose").equals(Agreed.asked(purpose)),
                        this::first))
                : null;
    }

    /** What the file already says. */
    private Answers first() {
        Answers first = new Answers();
        first.put("recipient", organisation);
        first.put(CHOSEN, organisation);
        Agreed.asked(purpose).ifPresent(asked -> first.put("purpose", asked));
        first.put("expiresAt", "P3M");
        page.getFile().language().ifPresent(language -> {
            first.put("language", language.code());
            first.put("interpreter", language.interpreter());
        });
        return first;
    }

    /** When her answer was kept last; none while there is none. */
    public Instant getSavedAt() {
        return draft.getAnswers().containsKey("said") ? draft.getSavedAt() : null;
    }

    /** The organisation was chosen. */
    public String choose() {
        Optional<String> marked = draft.getAnswers()
                .text("recipient")
                .filter(one -> recipients.find(one).isPresent());
        marked.ifPresent(one -> draft.getAnswers().put(CHOSEN, one));
        draft.save();
        if (marked.isEmpty()) {
            reasons.show(List.of(Reason.at("recipient", "missing")));
            return null;
        }
        return here(draft.getId());
    }

    public String chooseAnother() {
        draft.getAnswers().remove("recipient");
        draft.getAnswers().remove(CHOSEN);
        draft.save();
        return here(draft.getId());
    }

    /** Her answer: no is recorded without a reason, not now leaves nothing behind; neither shares or ends anything. */
    public String save() {
        draft.save();
        Answers answers = draft.getAnswers();
        Optional<String> said = answers.text("said");
        if (said.isEmpty()) {
            reasons.show(List.of(Reason.at("said", "missing")));
            return null;
        }
        if (said.get().equals("no")) {
            return draft.handIn(this::refuse, "consent.toast.no", getRecipient().name());
        }
        if (!answers.yes("said")) {
            draft.discard();
            toast.say("consent.toast.later", getRecipient().name());
            return ledger();
        }
        return draft.handIn(
                key -> {
                    consents.record(
                            page.getId(),
                            new Agreed(answers, dates.getNow(), language.getZone()).consent(getRecipient(), isChild()),
                            key);
                    return ledger();
                },
                isToLead() ? "handover.toast.agreed" : "consent.toast.recorded",
                getRecipient().name());
    }

    private String refuse(String key) {
        refusals.refuse(
                page.getId(), new NewRefusal(OrganisationId.of(getRecipient().id()), getPurposeAsked()), key);
        return ledger();
    }

    public String stop() {
        draft.save();
        toast.say("consent.toast.kept");
        return ledger();
    }

    /** Whom it is about, once they went on with it: what is only marked yet is kept as it is typed, and is no choice. */
    public Recipients.Recipient getRecipient() {
        return draft.getAnswers().text(CHOSEN).flatMap(recipients::find).orElse(null);
    }

    /** Whether she is asked whether the organisation may lead her case. */
    public boolean isToLead() {
        return draft.getAnswers().text("purpose").isPresent();
    }

    /** Code of consent_purpose: what she is asked for. */
    public String getPurposeAsked() {
        return draft.getAnswers().text("purpose").orElse(getRecipient().purpose());
    }

    public boolean isChild() {
        return page.getFile().who().filter(who -> who.child()).isPresent();
    }

    /** What can be shared at all, in its order. */
    public List<Category> getCategories() {
        return Category.SHAREABLE.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** Periods to choose from, each with the day it ends. */
    public List<Period> getPeriods() {
        return List.of(period(1), period(3));
    }

    private Period period(int months) {
        return new Period("P" + months + "M", dates.day(Agreed.end(dates.getNow(), language.getZone(), months)));
    }

    private String here(Object id) {
        return "/consent/record.xhtml?faces-redirect=true&case=" + page.getId() + "&draft=" + id;
    }

    private String ledger() {
        return "/consent/list.xhtml?faces-redirect=true&case=" + page.getId();
    }

    /** A period as an answer, and its last day in words. */
    public record Period(String code, String until) {}
}
