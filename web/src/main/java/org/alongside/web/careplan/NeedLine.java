package org.alongside.web.careplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.careplan.NeedsView;

/** Where she stood in one domain from assessment to assessment, as a line: places across in hundredths by their day, down in pixels. */
public final class NeedLine {
    private static final int TOP = 14;
    private static final int BOTTOM = 104;
    private static final double FIRST = 6;
    private static final double ACROSS = 88;

    private final String domain;
    private final List<String> scale;
    private final List<Known> known;
    private final boolean fromRight;

    private NeedLine(String domain, List<String> scale, List<Known> known, boolean fromRight) {
        this.domain = domain;
        this.scale = scale;
        this.known = known;
        this.fromRight = fromRight;
    }

    /**
     * From the oldest to the newest; a level that the scale no longer knows is left to the table.
     *
     * @param fromRight whether the reader reads from right to left, and so time runs that way
     */
    static NeedLine of(String domain, NeedsView view, boolean fromRight) {
        List<Known> known = new ArrayList<>();
        view.assessments().forEach(one -> one.in(domain)
                .filter(found -> found.rank() > 0)
                .ifPresent(found -> known.add(new Known(one.assessedOn(), found.rank(), found.level()))));
        Collections.reverse(known);
        return new NeedLine(domain, view.scale(), known, fromRight);
    }

    public String getDomain() {
        return domain;
    }

    public boolean isDrawn() {
        return known.size() > 1;
    }

    public String getFirst() {
        return known.get(0).level();
    }

    public String getLast() {
        return known.get(known.size() - 1).level();
    }

    public List<Point> getPoints() {
        int last = known.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(at -> new Point(
                        number(FIRST + ACROSS * across(at)),
                        number(down(known.get(at).rank())),
                        known.get(at).on(),
                        at == last,
                        (at == 0) == fromRight ? "end" : "start",
                        at == 0 || at == last))
                .toList();
    }

    /** The line in a box of 1000 across that is stretched to the width of the chart. */
    public String getLine() {
        return "M"
                + IntStream.range(0, known.size())
                        .mapToObj(at -> number(1000 * across(at)) + " "
                                + number(down(known.get(at).rank())))
                        .collect(Collectors.joining("L"));
    }

    /** The levels of the scale, the best on top. */
    public List<Mark> getMarks() {
        return IntStream.iterate(scale.size(), rank -> rank > 0, rank -> rank - 1)
                .mapToObj(rank -> new Mark(scale.get(rank - 1), number(down(rank))))
                .toList();
    }

    private double across(int at) {
        return fromRight ? 1 - part(at) : part(at);
    }

    /** Between 0 and 1, by the days between; all on one day stand side by side. */
    private double part(int at) {
        LocalDate from = known.get(0).on();
        long all = ChronoUnit.DAYS.between(from, known.get(known.size() - 1).on());
        return all == 0
                ? (double) at / (known.size() - 1)
                : (double) ChronoUnit.DAYS.between(from, known.get(at).on()) / all;
    }

    private double down(int rank) {
        return scale.size() < 2 ? BOTTOM : BOTTOM - (double) (BOTTOM - TOP) * (rank - 1) / (scale.size() - 1);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private record Known(LocalDate on, int rank, String level) {}

    /**
     * One assessment.
     *
     * @param across hundredths of the width
     * @param here whether it is the newest
     * @param anchor how its day stands to it
     * @param dated whether its day is written
     */
    public record Point(String across, String down, LocalDate on, boolean here, String anchor, boolean dated) {}

    /** One level of the scale. */
    public record Mark(String level, String down) {}
}
