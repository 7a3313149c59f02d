package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.web.frame.Text;
import org.alongside.worklist.JourneyService.Entry;

/** The story of a case on one line of time: what is to come, and what happened. */
@Named
@RequestScoped
public class TellStoryPage {
    private static final String AHEAD = "ahead";

    @Inject
    private Runs runs;

    @Inject
    private Text text;

    /** What is to come by a known time, and then what happened, newest first. */
    public List<Moment> getStory() {
        Stream<Moment> ahead = runs.all().stream().flatMap(run -> run.waiting().stream()
                .filter(waiting -> waiting.dueAt() != null)
                .map(waiting -> new Moment(
                        run.card() == null
                                ? waiting.step()
                                : text.of("casefile.story.due", waiting.step(), run.title()),
                        waiting.dueAt(),
                        AHEAD)));
        Stream<Moment> hearings = runs.journey().entries().stream()
                .filter(TellStoryPage::isAhead)
                .map(entry -> new Moment(words(entry), entry.at(), AHEAD));
        Stream<Moment> behind = runs.journey().entries().stream()
                .filter(entry -> !isAhead(entry))
                .map(entry -> new Moment(words(entry), entry.at(), null));
        return Stream.concat(
                        Stream.concat(ahead, hearings)
                                .sorted(Comparator.comparing(Moment::at).reversed()),
                        behind)
                .toList();
    }

    private static boolean isAhead(Entry entry) {
        return entry.kind().equals("hearing-ahead");
    }

    /** Codes among the values in words, in the order that the bundle of the journey names. */
    private String words(Entry entry) {
        List<String> values = entry.values();
        if (entry.kind().startsWith("goal-") || entry.kind().startsWith("step-")) {
            return text.of("journey." + entry.kind(), code("care_domain", values.get(0)), values.get(1));
        }
        if (entry.kind().startsWith("hearing-")) {
            return text.of("journey." + entry.kind(), code("hearing_place", values.get(0)));
        }
        if (entry.kind().equals("housing-rules-told")) {
            return text.of("journey." + entry.kind(), values.get(0), code("language", values.get(1)));
        }
        if (entry.kind().equals("housing-step")) {
            return text.of("journey." + entry.kind(), code("follow_step", values.get(0)));
        }
        if (entry.kind().startsWith("housing-")) {
            return text.of("journey." + entry.kind(), values.get(0), code("accommodation_type", values.get(1)));
        }
        if (entry.kind().startsWith("missing-")) {
            return text.of("journey." + entry.kind(), code("found_how", values.get(0)));
        }
        if (entry.kind().startsWith("purpose-")) {
            return text.of("journey." + entry.kind(), code("consent_purpose", values.get(0)));
        }
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

    /** A moment of the story. */
    public record Moment(String title, Instant at, String state) {}
}
