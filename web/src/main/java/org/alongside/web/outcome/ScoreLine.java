package org.alongside.web.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.outcome.OutcomeView.OutcomeCourse;
import org.alongside.outcome.OutcomeView.OutcomeMeasure;
import org.alongside.outcome.Scale;
import org.alongside.outcome.Scale.ScaleBand;

/** Her sums on one scale over time, as a line: places across in hundredths by their day, down in pixels; up is better. */
public final class ScoreLine {
    private static final int TOP = 14;
    private static final int BOTTOM = 104;
    private static final double FIRST = 6;
    private static final double ACROSS = 88;

    private final OutcomeCourse course;
    private final boolean fromRight;

    /** @param fromRight whether the reader reads from right to left, and so time runs that way */
    ScoreLine(OutcomeCourse course, boolean fromRight) {
        this.course = course;
        this.fromRight = fromRight;
    }

    public Scale getScale() {
        return course.scale();
    }

    /** The oldest first. */
    public List<OutcomeMeasure> getMeasures() {
        return course.measures();
    }

    public OutcomeMeasure getFirst() {
        return course.measures().get(0);
    }

    public OutcomeMeasure getLast() {
        return course.measures().get(course.measures().size() - 1);
    }

    /** What a sum means, in the words of the scale. */
    public String meaning(OutcomeMeasure measure) {
        return measure == null
                ? ""
                : course.scale().band(measure.score()).map(ScaleBand::words).orElse("");
    }

    public boolean isDrawn() {
        return course.measures().size() > 1;
    }

    public List<Point> getPoints() {
        int last = course.measures().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(at -> new Point(
                        number(FIRST + ACROSS * across(at)),
                        number(down(course.measures().get(at).score())),
                        course.measures().get(at).measuredOn(),
                        at == last,
                        (at == 0) == fromRight ? "end" : "start",
                        at == 0 || at == last))
                .toList();
    }

    /** The line in a box of 1000 across that is stretched to the width of the chart. */
    public String getLine() {
        return "M"
                + IntStream.range(0, course.measures().size())
                        .mapToObj(at -> number(1000 * across(at)) + " "
                                + number(down(course.measures().get(at).score())))
                        .collect(Collectors.joining("L"));
    }

    /** Where one meaning ends and the next begins. */
    public List<String> getMarks() {
        return course.scale().bands().stream()
                .map(band -> number(down(band.from())))
                .toList();
    }

    private double across(int at) {
        return fromRight ? 1 - part(at) : part(at);
    }

    /** Between 0 and 1, by the days between; all on one day stand side by side. */
    private double part(int at) {
        LocalDate from = getFirst().measuredOn();
        long all = ChronoUnit.DAYS.between(from, getLast().measuredOn());
        return all == 0
                ? (double) at / Math.max(1, course.measures().size() - 1)
                : (double) ChronoUnit.DAYS.between(
                                from, course.measures().get(at).measuredOn())
                        / all;
    }

    private double down(int score) {
        int least = course.scale().least();
        double part = (double) (score - least) / Math.max(1, course.scale().most() - least);
        return BOTTOM - (BOTTOM - TOP) * (course.scale().higherBetter() ? part : 1 - part);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /**
     * One measure.
     *
     * @param across hundredths of the width
     * @param here whether it is the newest
     * @param anchor how its day stands to it
     * @param dated whether its day is written
     */
    public record Point(String across, String down, LocalDate on, boolean here, String anchor, boolean dated) {}
}
