package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.shared.OrganisationId;
import org.alongside.web.casefile.Where.Waiting;
import org.alongside.web.frame.Text;
import org.alongside.worklist.JourneyService;
import org.alongside.worklist.JourneyService.Entry;
import org.alongside.worklist.JourneyService.Journey;
import org.alongside.worklist.JourneyService.Running;
import org.alongside.worklist.Journeys;
import org.omnifaces.cdi.Param;

/** The journey of a case: where each process stands, drawn, and everything that happened. */
@Named
@RequestScoped
public class FollowCasePage {
    private static final String CASE = "case";
    private static final Set<ReferralStatus> HELPING = Set.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE);

    @EJB
    private JourneyService journeys;

    @Inject
    private ReadCasePage page;

    @Inject
    private Where where;

    @Inject
    private Text text;

    /** Which process to draw: id of a referral, or "case"; the newest referral where nothing is said. */
    @Inject
    @Param
    private String process;

    private Journey journey;
    private Run shown;

    public Journey getJourney() {
        if (journey == null) {
            journey = journeys.of(page.getId());
        }
        return journey;
    }

    /** The process that is drawn; none where none runs. */
    public Run getShown() {
        if (shown == null) {
            List<Run> runs = runs();
            shown = runs.stream()
                    .filter(run -> run.id().equals(process))
                    .findFirst()
                    .orElse(runs.isEmpty() ? null : runs.get(0));
        }
        return shown;
    }

    /** The other processes, to be drawn instead. */
    public List<Run> getOthers() {
        return runs().stream().filter(run -> !run.equals(getShown())).toList();
    }

    /** The drawing, with a title and a description in it for those who do not see it. */
    public String getDrawing() {
        Run run = getShown();
        Journeys.Labels labels = where.labels(run.standing(), run.title(), run.waiting());
        return run.card() == null
                ? journeys.drawCase(page.getId(), labels)
                : journeys.drawReferral(run.card().id(), labels);
    }

    /** What is to come by a known time, and then what happened, newest first. */
    public List<Moment> getStory() {
        Stream<Moment> ahead = runs().stream()
                .flatMap(run -> run.waiting().stream()
                        .filter(waiting -> waiting.dueAt() != null)
                        .map(waiting -> new Moment(
                                run.card() == null
                                        ? waiting.step()
                                        : text.of("casefile.story.due", waiting.step(), run.title()),
                                waiting.dueAt(),
                                "ahead")))
                .sorted(Comparator.comparing(Moment::at).reversed());
        Stream<Moment> behind =
                getJourney().entries().stream().map(entry -> new Moment(words(entry), entry.at(), null));
        return Stream.concat(ahead, behind).toList();
    }

    /** Those who help her now, and those who are asked. */
    public List<Helper> getHelpers() {
        return getJourney().running().stream()
                .map(Running::card)
                .map(card -> new Helper(card, HELPING.contains(card.status())))
                .sorted(Comparator.comparing(helper -> !helper.helping()))
                .toList();
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        getJourney().running().stream()
                .sorted(Comparator.comparing((Running one) -> one.card().times().submittedAt())
                        .reversed())
                .map(this::run)
                .forEach(runs::add);
        getJourney().caseProcess().ifPresent(standing -> {
            Map<OrganisationId, String> names =
                    Map.of(page.getFile().lead(), page.getFile().leadName());
            runs.add(new Run(CASE, text.get("process.case"), null, standing, where.waiting(standing, names)));
        });
        return runs;
    }

    private Run run(Running running) {
        ReferralView.Card card = running.card();
        Map<OrganisationId, String> names =
                Map.of(card.sender(), card.senderName(), card.recipient(), card.recipientName());
        return new Run(
                card.id().toString(),
                text.of(
                        "casefile.stands.referral",
                        text.name("code.service_type", card.serviceType()),
                        card.recipientName()),
                card,
                running.standing(),
                where.waiting(running.standing(), names));
    }

    /** Codes among the values in words, in the order that the bundle of the journey names. */
    private String words(Entry entry) {
        List<String> values = entry.values();
        if (!entry.kind().startsWith("referral-")) {
            return text.of("journey." + entry.kind(), values.toArray());
        }
        return text.of(
                "journey." + entry.kind(),
                values.get(0),
                values.get(1),
                code("service_type", values.get(2)),
                code("referral_decline_reason", values.get(3)),
                code("referral_question", values.get(4)),
                code("referral_outcome", values.get(5)));
    }

    private String code(String list, String code) {
        return code.isEmpty() ? "" : text.name("code." + list, code);
    }

    /** A process that runs; the card is null for the case's own. */
    public record Run(
            String id, String title, ReferralView.Card card, Journeys.Standing standing, List<Waiting> waiting) {}

    /** A moment of the story. */
    public record Moment(String title, Instant at, String state) {}

    /** An organisation that helps her, or was asked to. */
    public record Helper(ReferralView.Card card, boolean helping) {}
}
