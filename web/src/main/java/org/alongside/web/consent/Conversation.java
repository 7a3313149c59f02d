package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.consent.PurposeAnswers;
import org.alongside.consent.PurposeService;
import org.alongside.consent.PurposeView;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** What is asked of her in the conversation under way, and what she has said so far. */
@Named
@RequestScoped
public class Conversation {
    @EJB
    private PurposeService service;

    @Inject
    private CaseDraft draft;

    @Inject
    private ReadCasePage page;

    @Inject
    private Language language;

    @Inject
    private Dates dates;

    private List<PurposeView> purposes;

    /** Everything that may be asked of her. */
    public List<PurposeView> getPurposes() {
        if (purposes == null) {
            purposes = service.toAsk(page.getId());
        }
        return purposes;
    }

    /** What she said, to be read back. */
    public List<Line> getLines() {
        return getPurposes().stream()
                .flatMap(one -> said(one).stream()
                        .map(said -> new Line(one, said, said.equals(PurposeAnswers.AGREED) ? named(one) : "")))
                .toList();
    }

    /** Yes where it has to be said to whom, and it is not said yet: as kept while typing, or left by a step. */
    public List<PurposeView> getUnnamed() {
        return getPurposes().stream().filter(one -> !isNamed(one)).toList();
    }

    /** Whether she said yes to anything. */
    public boolean isAgreeing() {
        return getLines().stream().anyMatch(line -> line.said().equals(PurposeAnswers.AGREED));
    }

    /** Yes to what names organisations: about each of them she is asked by itself. */
    public List<PurposeView> getToName() {
        return getPurposes().stream()
                .filter(one -> one.released()
                        && one.today().filter(said -> said.agreed()).isPresent())
                .toList();
    }

    public boolean isChild() {
        return page.getFile().who().filter(who -> who.child()).isPresent();
    }

    /** What she said of a purpose: code of purpose_answer; empty: she was not asked. */
    Optional<String> said(PurposeView asked) {
        return Answered.said(draft.getAnswers(), asked.purpose());
    }

    /** Whether she says to whom, where that has to be said. */
    boolean isNamed(PurposeView asked) {
        return !asked.named()
                || said(asked).filter(PurposeAnswers.AGREED::equals).isEmpty()
                || !named(asked).isEmpty();
    }

    private String named(PurposeView asked) {
        return draft.getAnswers().text("named_" + asked.purpose()).orElse("");
    }

    /** Hands in everything that she said; one period was asked for all of it, and so a reason against one stands beside that. */
    void handIn(String key) {
        try {
            service.record(
                    page.getId(),
                    new Answered(draft.getAnswers(), dates.getNow(), language.getZone()).all(getPurposes(), isChild()),
                    key);
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.kind(),
                    refusal.reasons().stream()
                            .map(reason -> reason.field().endsWith(".until")
                                    ? new Reason("expiresOn", reason.code(), reason.values())
                                    : reason)
                            .toList());
        }
    }

    /** An answer. */
    public record Line(PurposeView asked, String said, String named) {}
}
