package org.alongside.web.report;

import java.util.ArrayList;
import java.util.List;
import org.alongside.report.Coordination.Acceptance;
import org.alongside.report.Coordination.ReasonCount;
import org.alongside.report.Coordination.Waiting;
import org.alongside.web.frame.Text;

/** Lengths of bars in hundredths of the longest. */
public final class Bars {
    /** Below this a number stands in a table and not in a chart: charts are shown around (DOMAIN 11, inside the network). */
    static final int FEWEST_DRAWN = 5;

    private Bars() {}

    static List<Bar> together(List<ReasonCount> reasons, Text text) {
        long most = reasons.stream().mapToLong(ReasonCount::count).max().orElse(1);
        long others = reasons.stream()
                .mapToLong(ReasonCount::count)
                .filter(n -> n < FEWEST_DRAWN)
                .sum();
        most = Math.max(most, others);
        List<Bar> bars = new ArrayList<>();
        for (ReasonCount one : reasons) {
            if (one.count() >= FEWEST_DRAWN) {
                bars.add(new Bar(
                        one.reason(),
                        text.name("code.referral_decline_reason", one.reason()),
                        String.valueOf(one.count()),
                        100.0 * one.count() / most));
            }
        }
        if (others > 0) {
            String count = others < FEWEST_DRAWN ? text.get("report.fewerThanFive") : String.valueOf(others);
            bars.add(new Bar(null, text.get("report.why.others"), count, 100.0 * others / most));
        }
        return bars;
    }

    static List<Time> times(List<Acceptance> all) {
        long longest = all.stream()
                .mapToLong(one -> one.speed().ninetiethMinutes())
                .max()
                .orElse(1);
        double scale = 100.0 / Math.max(1, longest);
        return all.stream()
                .map(one -> new Time(
                        one,
                        round(one.speed().medianMinutes() * scale),
                        round(one.speed().ninetiethMinutes() * scale)))
                .toList();
    }

    static List<Queue> queues(List<Waiting> all) {
        double scale = 100.0 / all.stream().mapToLong(Waiting::all).max().orElse(1);
        return all.stream()
                .map(one -> new Queue(one, round(one.late() * scale), round(one.all() * scale)))
                .toList();
    }

    private static double round(double length) {
        return Math.max(0.5, Math.round(length * 10) / 10.0);
    }

    /** @param code what it stands for; null for several together */
    public record Bar(String code, String label, String count, double length) {
        public Bar {
            length = round(length);
        }
    }

    /** Half and nine in ten. */
    public record Time(Acceptance of, double half, double nine) {}

    /** What is late, and all that waits. */
    public record Queue(Waiting of, double late, double all) {}
}
