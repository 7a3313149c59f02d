package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.web.casefile.Runs.Run;
import org.alongside.worklist.JourneyService;
import org.alongside.worklist.JourneyService.Running;
import org.alongside.worklist.Journeys;
import org.omnifaces.cdi.Param;

/** The journey of a case: where each process stands, drawn, and who helps her. */
@Named
@RequestScoped
public class FollowCasePage {
    private static final Set<ReferralStatus> HELPING = Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE);

    @EJB
    private JourneyService journeys;

    @Inject
    private ReadCasePage page;

    @Inject
    private Where where;

    @Inject
    private Runs runs;

    /** Which process to draw: id of a referral, or "case"; the newest referral where nothing is said. */
    @Inject
    @Param
    private String process;

    private Run shown;

    /** The process that is drawn; none where none runs. */
    public Run getShown() {
        if (shown == null) {
            List<Run> all = runs.all();
            shown = all.stream()
                    .filter(run -> run.id().equals(process))
                    .findFirst()
                    .orElse(all.isEmpty() ? null : all.get(0));
        }
        return shown;
    }

    /** The other processes, to be drawn instead. */
    public List<Run> getOthers() {
        return runs.all().stream().filter(run -> !run.equals(getShown())).toList();
    }

    /** The drawing, with a title and a description in it for those who do not see it. */
    public String getDrawing() {
        Run run = getShown();
        Journeys.Labels labels = where.labels(run.standing(), run.title(), run.waiting());
        if (run.placement() != null) {
            return journeys.drawPlacement(run.placement(), labels);
        }
        if (run.missing() != null) {
            return journeys.drawMissing(run.missing(), labels);
        }
        return run.card() == null
                ? journeys.drawCase(page.getId(), labels)
                : journeys.drawReferral(run.card().id(), labels);
    }

    /** Those who help her now, and those who are asked. */
    public List<Helping> getHelpers() {
        return runs.journey().running().stream()
                .map(Running::card)
                .map(card -> new Helping(card, HELPING.contains(card.status())))
                .sorted(Comparator.comparing(helper -> !helper.helping()))
                .toList();
    }

    /** An organisation that helps her, or was asked to. */
    public record Helping(ReferralView.Card card, boolean helping) {}
}
