package org.alongside.web.reintegration;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.casefile.CaseView;
import org.alongside.guardian.BestInterests.FoundInterests;
import org.alongside.guardian.BestInterestsService;
import org.alongside.guardian.NewBestInterests;
import org.alongside.reintegration.NewReintegration;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReintegrationView;
import org.alongside.shared.ReintegrationId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What she decided, and of a child what is best for her. */
@Named
@RequestScoped
public class PlanReintegrationPage {
    @EJB
    private ReintegrationService reintegrations;

    @EJB
    private BestInterestsService bestInterests;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<ReintegrationView> all;
    private List<FoundInterests> found;
    private ReintegrationId planned;

    public Answers getAnswers() {
        return answers;
    }

    public List<ReintegrationView> getAll() {
        if (all == null) {
            all = reintegrations.of(page.getId());
        }
        return all;
    }

    public List<FoundInterests> getFound() {
        if (found == null) {
            found = bestInterests.of(page.getId());
        }
        return found;
    }

    /** Whether the reader may write down a decision now: none runs, and the case is open. */
    public boolean isPlannable() {
        return allowed.ever(Permission.PLAN_REINTEGRATION)
                && !page.isClosed()
                && getAll().stream().noneMatch(ReintegrationView::running);
    }

    public boolean isFinding() {
        return allowed.ever(Permission.RECORD_BEST_INTERESTS) && !page.isClosed();
    }

    public boolean isChild() {
        return page.getFile().who().filter(CaseView.Who::child).isPresent();
    }

    public String plan() {
        return Optional.ofNullable(act.handIn(
                        () -> new NewReintegration(
                                text("returnType"),
                                text("country"),
                                answers.day("informedOn").orElse(null),
                                answers.day("decidedOn").orElse(null),
                                text("language"),
                                text("familyContact")),
                        (asked, key) -> planned = reintegrations.plan(page.getId(), asked, key),
                        ReintegrationPage.HERE,
                        "reintegration.toast.planned"))
                .map(next -> next + planned)
                .orElse(null);
    }

    public String find() {
        return act.perform(
                () -> bestInterests.note(
                        page.getId(),
                        new NewBestInterests(
                                text("about"),
                                text("instrument"),
                                text("result"),
                                answers.day("foundOn").orElse(null),
                                text("decidedBy"),
                                answers.yes("heard"),
                                text("words"))),
                "/reintegration/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "reintegration.toast.found");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
