package org.alongside.web.missing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.missing.MissingCount;
import org.alongside.missing.MissingService;
import org.alongside.missing.MissingView;
import org.alongside.missing.NewMissing;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Who leads says that she is missing; other pages of her file ask here whether she is. */
@Named
@RequestScoped
public class BeginMissingPage {
    @EJB
    private MissingService missings;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Language language;

    private final Answers answers = new Answers();
    private final Map<CaseId, List<MissingView>> known = new HashMap<>();
    private MissingId begun;

    public Answers getAnswers() {
        return answers;
    }

    /** When she was missing, the newest first, as far as the reader may know. */
    public List<MissingView> of(CaseId caseId) {
        return allowed.ever(Permission.READ_MISSING) ? known.computeIfAbsent(caseId, missings::of) : List.of();
    }

    /** The one about which somebody is still asked: she is missing, or nobody talked with her yet. */
    public MissingView now(CaseId caseId) {
        return of(caseId).stream()
                .filter(one -> one.running()
                        || !one.ended()
                                && one.talkBy().isPresent()
                                && one.talkedAt().isEmpty())
                .findFirst()
                .orElse(null);
    }

    public List<MissingCount> getCounts() {
        return allowed.ever(Permission.COUNT_MISSING) ? missings.counts() : List.of();
    }

    public String begin() {
        return Optional.ofNullable(act.perform(
                        () -> begun = missings.begin(
                                page.getId(),
                                new NewMissing(answers.instant("since", language.getZone())
                                        .orElse(null))),
                        FollowMissingPage.HERE,
                        "missing.toast.begun"))
                .map(next -> next + begun)
                .orElse(null);
    }
}
