package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.referral.ReferralView;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.web.casefile.Where.Waiting;
import org.alongside.web.frame.Text;
import org.alongside.worklist.JourneyService;
import org.alongside.worklist.JourneyService.Gone;
import org.alongside.worklist.JourneyService.Journey;
import org.alongside.worklist.JourneyService.Placed;
import org.alongside.worklist.JourneyService.Running;
import org.alongside.worklist.Journeys;

/** The processes of a case that run, in words: the newest referral first, the way of the case itself last. */
@RequestScoped
public class Runs {
    private static final String CASE = "case";

    @EJB
    private JourneyService journeys;

    @Inject
    private ReadCasePage page;

    @Inject
    private Where where;

    @Inject
    private Text text;

    private Journey journey;
    private List<Run> all;

    Journey journey() {
        if (journey == null) {
            journey = journeys.of(page.getId());
        }
        return journey;
    }

    List<Run> all() {
        if (all == null) {
            all = runs();
        }
        return all;
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        journey().running().stream()
                .sorted(Comparator.comparing((Running one) -> one.card().times().submittedAt())
                        .reversed())
                .map(this::run)
                .forEach(runs::add);
        journey().placed().stream().map(this::placed).forEach(runs::add);
        journey().missing().stream().map(this::gone).forEach(runs::add);
        journey().caseProcess().ifPresent(standing -> {
            runs.add(new Run(
                    CASE, text.get("process.case"), null, null, null, standing, where.waiting(standing, names())));
        });
        return runs;
    }

    private Run run(Running running) {
        ReferralView.Card card = running.card();
        Map<OrganisationId, String> names = new HashMap<>(Map.of(card.recipient(), card.recipientName()));
        names.put(card.sender(), card.senderName());
        return new Run(
                card.id().toString(),
                text.of(
                        "casefile.stands.referral",
                        text.name("code.service_type", card.serviceType()),
                        card.recipientName()),
                card,
                null,
                null,
                running.standing(),
                where.waiting(running.standing(), names));
    }

    private Map<OrganisationId, String> names() {
        Map<OrganisationId, String> names = new HashMap<>();
        names.put(page.getFile().lead(), page.getFile().leadName());
        journey()
                .running()
                .forEach(one -> names.put(one.card().recipient(), one.card().recipientName()));
        return names;
    }

    private Run gone(Gone gone) {
        return new Run(
                gone.id().toString(),
                text.get("process.missing"),
                null,
                null,
                gone.id(),
                gone.standing(),
                where.waiting(gone.standing(), names()));
    }

    private Run placed(Placed placed) {
        return new Run(
                placed.id().toString(),
                text.get("process.placement"),
                null,
                placed.id(),
                null,
                placed.standing(),
                where.waiting(placed.standing(), names()));
    }

    /** A process that runs: of a referral by its card, of a placement or of somebody missing by its id, or the case's own. */
    public record Run(
            String id,
            String title,
            ReferralView.Card card,
            PlacementId placement,
            MissingId missing,
            Journeys.Standing standing,
            List<Waiting> waiting) {}
}
