package org.alongside.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.report.Coordination.Stretch;

/** Deadlines kept week by week as a line: places of its points across in hundredths, down in pixels. */
public final class KeptLine {
    private static final int TOP = 22;
    private static final int BOTTOM = 160;
    private static final double FIRST = 20;
    private static final double ACROSS = 74;

    private final List<Stretch> drawn;
    private final int lowest;

    private KeptLine(List<Stretch> drawn) {
        this.drawn = drawn;
        int least =
                drawn.stream().mapToInt(one -> one.deadlines().percent()).min().orElse(100);
        this.lowest = Math.max(0, Math.min(70, least / 10 * 10 - 10));
    }

    /** Weeks of which there is too little to tell a share are left to the table. */
    static KeptLine of(List<Stretch> stretches) {
        return new KeptLine(stretches.stream()
                .filter(one -> one.deadlines().all() >= Bars.FEWEST_DRAWN)
                .toList());
    }

    public boolean isDrawn() {
        return drawn.size() > 1;
    }

    public int getFirstPercent() {
        return drawn.get(0).deadlines().percent();
    }

    public int getLastPercent() {
        return drawn.get(drawn.size() - 1).deadlines().percent();
    }

    public List<Point> getPoints() {
        int last = drawn.size() - 1;
        int middle = last / 2;
        return IntStream.rangeClosed(0, last)
                .mapToObj(at -> new Point(
                        number(FIRST + ACROSS * at / last),
                        number(down(drawn.get(at).deadlines().percent())),
                        number(down(drawn.get(at).deadlines().percent()) - 12),
                        drawn.get(at).deadlines().percent(),
                        drawn.get(at).from(),
                        at == last,
                        at == 0 || at == last,
                        at == 0 || at == last || at == middle && last > 3))
                .toList();
    }

    /** The line in a box of 1000 across that is stretched to the width of the chart. */
    public String getLine() {
        int last = drawn.size() - 1;
        return "M"
                + IntStream.rangeClosed(0, last)
                        .mapToObj(at -> number(1000.0 * at / last) + " "
                                + number(down(drawn.get(at).deadlines().percent())))
                        .collect(Collectors.joining("L"));
    }

    public String getArea() {
        return getLine() + "L1000 " + BOTTOM + "L0 " + BOTTOM + "z";
    }

    /** Lines of the scale, four or five. */
    public List<Mark> getMarks() {
        int step = 100 - lowest > 50 ? 25 : 10;
        return IntStream.iterate(100, percent -> percent >= lowest, percent -> percent - step)
                .mapToObj(percent -> new Mark(percent, number(down(percent)), number(down(percent) + 4)))
                .toList();
    }

    private double down(int percent) {
        return BOTTOM - (double) (BOTTOM - TOP) * (percent - lowest) / (100 - lowest);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /**
     * @param across hundredths of the width
     * @param above where its number stands
     * @param here whether it is the last one
     */
    public record Point(
            String across,
            String down,
            String above,
            int percent,
            LocalDate from,
            boolean here,
            boolean numbered,
            boolean dated) {}

    /** @param text where its words stand */
    public record Mark(int percent, String down, String text) {}
}
