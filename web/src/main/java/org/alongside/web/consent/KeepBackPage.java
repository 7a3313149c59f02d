package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.consent.ExclusionService;
import org.alongside.consent.ExclusionView;
import org.alongside.consent.Exclusions;
import org.alongside.consent.NewExclusion;
import org.alongside.consent.RefusalService;
import org.alongside.consent.RefusalView;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.OrganisationId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What she keeps from which organisation and what she said no to: shown, said, and let go again. */
@Named
@RequestScoped
public class KeepBackPage {
    @EJB
    private ExclusionService exclusions;

    @EJB
    private RefusalService refusals;

    @Inject
    private Recipients recipients;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<ExclusionView> all;
    private List<RefusalView> refused;

    public Answers getAnswers() {
        return answers;
    }

    /** What she keeps back now. */
    public List<ExclusionView> getInForce() {
        return all().stream().filter(ExclusionView::inForce).toList();
    }

    /** What she let go again. */
    public List<ExclusionView> getLifted() {
        return all().stream().filter(one -> !one.inForce()).toList();
    }

    public List<RefusalView> getRefused() {
        if (refused == null) {
            refused = refusals.of(page.getId());
        }
        return refused;
    }

    /** Everything that can be kept back, in its order. */
    public List<Category> getCategories() {
        return Exclusions.EXCLUDABLE.stream().sorted().toList();
    }

    /** The kinds of which the least can go while the rest is kept back. */
    public List<Category> getWithMinimum() {
        return Exclusions.WITH_MINIMUM.stream().sorted().toList();
    }

    public String keep() {
        String name = answers.text("recipient")
                .flatMap(recipients::find)
                .map(Recipients.Recipient::name)
                .orElse("");
        return act.perform(
                () -> exclusions.keepBack(
                        page.getId(),
                        new NewExclusion(
                                answers.text("recipient")
                                        .map(OrganisationId::of)
                                        .orElse(null),
                                category(),
                                answers.text("part").orElse(null)),
                        null),
                ledger(),
                "consent.toast.keptBack",
                name);
    }

    /** What was chosen; null for nothing, and for what nobody was asked. */
    private Category category() {
        return getCategories().stream()
                .filter(one -> one.name().equals(answers.text("category").orElse("")))
                .findFirst()
                .orElse(null);
    }

    public String lift(String exclusion) {
        return act.perform(
                () -> exclusions.lift(page.getId(), ExclusionId.of(exclusion)), ledger(), "consent.toast.lifted");
    }

    private List<ExclusionView> all() {
        if (all == null) {
            all = exclusions.of(page.getId());
        }
        return all;
    }

    private String ledger() {
        return "/consent/list.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
