package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alongside.guardian.GuardianService;
import org.alongside.guardian.GuardianTurn;
import org.alongside.guardian.GuardianView;
import org.alongside.guardian.NewGuardian;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** Writes down somebody who stands for a child, or the next step with somebody who is written down. */
@Named
@RequestScoped
public class KeepGuardianPage {
    private static final Map<String, List<String>> NEXT = Map.of(
            "NOT_NEEDED", List.of("CONFLICT_REVIEW", "ENDED"),
            "NEEDED", List.of("REQUESTED", "ENDED"),
            "REQUESTED", List.of("TEMPORARY", "ENDED"),
            "TEMPORARY", List.of("APPOINTED", "CONFLICT_REVIEW", "ENDED"),
            "APPOINTED", List.of("CONFLICT_REVIEW", "ENDED"),
            "CONFLICT_REVIEW", List.of("REPLACED", "ENDED"));

    @EJB
    private GuardianService guardians;

    @Inject
    private ReadCasePage page;

    @Inject
    private AroundChildPage around;

    @Inject
    private Language language;

    @Inject
    private Act act;

    /** Whose next step it is; absent: somebody new. */
    @Inject
    @Param
    private String guardian;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Whose next step it is; none: somebody new. */
    public GuardianView getOne() {
        return guardian == null
                ? null
                : around.getAround().guardians().stream()
                        .filter(one -> one.id().equals(GuardianId.of(guardian)))
                        .findFirst()
                        .orElseThrow(Refusal::notThere);
    }

    /** How somebody can be found, or what can follow. */
    public List<String> getStatuses() {
        return getOne() == null
                ? List.of("NOT_NEEDED", "NEEDED", "TEMPORARY", "APPOINTED")
                : NEXT.getOrDefault(getOne().status(), List.of());
    }

    /** Whether a step gives a mandate, and so asks who it is and what for. */
    public boolean isMandated() {
        return getOne() == null || getStatuses().stream().anyMatch(List.of("TEMPORARY", "APPOINTED")::contains);
    }

    public String save() {
        return act.perform(
                () -> {
                    if (getOne() == null) {
                        guardians.record(page.getId(), found(), null);
                    } else {
                        guardians.turn(page.getId(), getOne().id(), turn());
                    }
                },
                "/guardian/around.xhtml?faces-redirect=true&case=" + page.getId(),
                "guardian.toast.kept");
    }

    private NewGuardian found() {
        return new NewGuardian(
                text("type"),
                text("status"),
                text("name"),
                text("relation"),
                answers.several("powers"),
                text("orderReference"),
                begins(),
                ends(),
                text("conflictCheckedBy"));
    }

    private GuardianTurn turn() {
        return new GuardianTurn(
                text("status"),
                text("name"),
                text("relation"),
                answers.several("powers"),
                text("orderReference"),
                begins(),
                ends(),
                text("conflictCheckedBy"));
    }

    private Instant begins() {
        return answers.day("from")
                .map(day -> day.atStartOfDay(language.getZone()).toInstant())
                .orElse(null);
    }

    /** The end of the last day. */
    private Instant ends() {
        return answers.day("until")
                .map(day -> day.plusDays(1).atStartOfDay(language.getZone()).toInstant())
                .orElse(null);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
