package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.alongside.worklist.JourneyService.Entry;

/** The story of a case on one line of time: what is to come, what happened lately, and month by month what happened before. */
@Named
@RequestScoped
public class TellStoryPage {
    @Inject
    private Runs runs;

    @Inject
    private Text text;

    @Inject
    private Dates dates;

    private Story story;

    public Story getStory() {
        if (story == null) {
            story = Story.of(
                    ahead(),
                    runs.journey().entries().stream()
                            .filter(entry -> !isAhead(entry))
                            .map(entry -> new Moment(words(entry), entry.at(), null, Story.marks(entry.kind())))
                            .toList(),
                    dates::month);
        }
        return story;
    }

    /** What is to come by a known time, the nearest last; what should have been done stands below it, and is said to be late. */
    private List<Moment> ahead() {
        Stream<Moment> waiting = runs.all().stream().flatMap(run -> run.waiting().stream()
                .filter(step -> step.dueAt() != null)
                .map(step -> toCome(
                        run.card() == null ? step.step() : text.of("casefile.story.due", step.step(), run.title()),
                        step.dueAt())));
        Stream<Moment> said = runs.journey().entries().stream()
                .filter(TellStoryPage::isAhead)
                .map(entry -> toCome(words(entry), entry.at()));
        return Stream.concat(waiting, said)
                .sorted(Comparator.comparing(Moment::at).reversed())
                .toList();
    }

    private Moment toCome(String title, Instant at) {
        return Story.toCome(title, at, dates.getNow(), late -> text.of("casefile.story.late", late));
    }

    private static boolean isAhead(Entry entry) {
        return entry.kind().endsWith("-ahead");
    }

    /** Codes among the values in words, in the order that the bundle of the journey names. */
    private String words(Entry entry) {
        List<String> lists = Story.codes(entry.kind());
        Object[] values = new Object[entry.values().size()];
        for (int at = 0; at < values.length; at++) {
            String value = entry.values().get(at);
            String list = at < lists.size() ? lists.get(at) : "";
            values[at] = list.isEmpty() || value.isEmpty() ? value : said(list, value);
        }
        if (entry.kind().startsWith("referral-")) {
            values[0] = text.who(entry.values().get(0));
        }
        return text.of("journey." + entry.kind(), values);
    }

    private String said(String list, String value) {
        return list.equals(Story.DAY) ? dates.day(LocalDate.parse(value)) : text.name("code." + list, value);
    }

    /**
     * A moment of the story.
     *
     * @param state {@code ahead} or {@code late} of what is still to be done; null: it happened
     * @param marks whether it stays in sight when its month is folded
     */
    public record Moment(String title, Instant at, String state, boolean marks) {
        /** Whether it is still to be done, so that its instant is a time by which. */
        public boolean open() {
            return state != null;
        }
    }
}
