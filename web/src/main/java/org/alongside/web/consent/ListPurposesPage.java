package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.casefile.DraftService;
import org.alongside.consent.PurposeAnswerView;
import org.alongside.consent.PurposeAnswers;
import org.alongside.consent.PurposeService;
import org.alongside.shared.PurposeAnswerId;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** What she says of each purpose today and said before; a yes is taken back with one press. */
@Named
@RequestScoped
public class ListPurposesPage {
    @EJB
    private PurposeService service;

    @Inject
    private ReadCasePage page;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    @Inject
    private CaseDraft draft;

    private List<PurposeAnswerView> all;
    private Optional<Instant> begun;

    /** When whoever looks last wrote in a conversation that is not saved yet; null: none is under way. */
    public Instant getBegun() {
        if (begun == null) {
            begun = draft.begun(AskPurposesPage.DRAFT, Answered::anything).map(DraftService.Draft::savedAt);
        }
        return begun.orElse(null);
    }

    /** Her newest word on each, the latest first. */
    public List<PurposeAnswerView> getToday() {
        return all().stream().filter(PurposeAnswerView::today).toList();
    }

    /** What she said before that. */
    public List<PurposeAnswerView> getBefore() {
        return all().stream().filter(said -> !said.today()).toList();
    }

    /** Whether it is time to ask her again, because a yes ends. */
    public boolean soon(PurposeAnswerView said) {
        Instant now = dates.getNow();
        return said.agreed()
                && said.askedFrom().filter(from -> !from.isAfter(now)).isPresent();
    }

    /** Whether she says no to it today, be it that she took a yes back. */
    public boolean refuses(String purpose) {
        return getToday().stream()
                .anyMatch(said -> said.purpose().equals(purpose)
                        && said.reason().isEmpty()
                        && said.answer().equals(PurposeAnswers.REFUSED));
    }

    public String takeBack(String answer) {
        return act.perform(
                () -> service.takeBack(page.getId(), PurposeAnswerId.of(answer)),
                "/consent/list.xhtml?faces-redirect=true&case=" + page.getId(),
                "purpose.toast.takenBack");
    }

    private List<PurposeAnswerView> all() {
        if (all == null) {
            all = service.of(page.getId());
        }
        return all;
    }
}
