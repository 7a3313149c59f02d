package org.alongside.web.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.alongside.report.Coordination;
import org.alongside.report.Coordination.Link;
import org.alongside.report.Coordination.Waiting;
import org.alongside.report.Side;
import org.alongside.web.frame.Text;

/**
 * Who asks on one side, for what help on the other, and ribbons between them as thick as there are many: everybody's and what
 * an organisation was asked from senders to kinds of help, what it sent from kinds of help to recipients. What is under the
 * limit, and whatever is more than six, is drawn together.
 */
public final class Ribbons {
    private static final int MOST = 6;
    private static final double THICK = 230;
    private static final double SLOT = 46;
    private static final double GAP = 10;
    private static final double EDGE = 12;

    private final List<Node> left;
    private final List<Node> right;
    private final List<Ribbon> ribbons = new ArrayList<>();
    private final int height;

    private Ribbons(List<Link> links, Function<Link, String> from, Function<Link, String> to, String wait, Text text) {
        long all = Math.max(1, links.stream().mapToLong(Link::sent).sum());
        double scale = THICK / all;
        Map<String, String> lefts = kept(links, from, text);
        Map<String, String> rights = kept(links, to, text);
        this.left = nodes(links, from.andThen(name -> lefts.getOrDefault(name, name)), scale, null, text);
        this.right = nodes(links, to.andThen(name -> rights.getOrDefault(name, name)), scale, wait, text);
        this.height = (int) Math.ceil(Math.max(end(left), end(right)) + EDGE);
        Map<String, Map<String, Long>> between = new TreeMap<>();
        links.forEach(link -> between.computeIfAbsent(lefts.get(from.apply(link)), name -> new TreeMap<>())
                .merge(rights.get(to.apply(link)), link.sent(), Long::sum));
        Map<String, Double> filled = new LinkedHashMap<>();
        for (Node begin : left) {
            double at = begin.top;
            for (Node end : right) {
                long count = between.getOrDefault(begin.name, Map.of()).getOrDefault(end.name, 0L);
                double thick = count * scale;
                double into = filled.getOrDefault(end.name, end.top);
                if (count > 0) {
                    ribbons.add(new Ribbon(path(at, into, thick), end.waits));
                }
                at += thick;
                filled.put(end.name, into + thick);
            }
        }
    }

    static Ribbons of(Coordination overview, Text text) {
        Function<Link, String> help = link -> text.name("code.service_type", link.serviceType());
        String wait = overview.waiting().stream()
                .filter(one -> one.late() > 0)
                .findFirst()
                .map(Waiting::serviceType)
                .map(type -> text.name("code.service_type", type))
                .orElse(null);
        return overview.side() == Side.SENT
                ? new Ribbons(overview.links(), help, Link::organisationName, null, text)
                : new Ribbons(overview.links(), Link::organisationName, help, wait, text);
    }

    /** Whether there is more to draw than one bar of what is counted together. */
    public boolean isDrawn() {
        return left.stream().anyMatch(node -> node.count >= Bars.FEWEST_DRAWN)
                && right.stream().anyMatch(node -> node.count >= Bars.FEWEST_DRAWN);
    }

    public List<Node> getLeft() {
        return left;
    }

    public List<Node> getRight() {
        return right;
    }

    public List<Ribbon> getRibbons() {
        return ribbons;
    }

    public int getHeight() {
        return height;
    }

    /** Under which name each is drawn: its own, or with others. */
    private static Map<String, String> kept(List<Link> links, Function<Link, String> by, Text text) {
        Map<String, Long> counts = new TreeMap<>();
        links.forEach(link -> counts.merge(by.apply(link), link.sent(), Long::sum));
        List<String> first = counts.entrySet().stream()
                .filter(one -> one.getValue() >= Bars.FEWEST_DRAWN)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> names = new TreeMap<>();
        counts.keySet().forEach(name -> names.put(name, first.contains(name) ? name : text.get("report.others")));
        return names;
    }

    private static List<Node> nodes(List<Link> links, Function<Link, String> by, double scale, String wait, Text text) {
        Map<String, Long> counts = new TreeMap<>();
        links.forEach(link -> counts.merge(by.apply(link), link.sent(), Long::sum));
        String others = text.get("report.others");
        List<Map.Entry<String, Long>> inOrder = counts.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Long> one) -> one.getKey().equals(others))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed()))
                .toList();
        List<Node> nodes = new ArrayList<>();
        double top = EDGE;
        for (Map.Entry<String, Long> one : inOrder) {
            long count = one.getValue();
            double tall = Math.max(2, count * scale);
            List<String> lines = new ArrayList<>(Lines.of(one.getKey()));
            double slot = Math.max(tall, SLOT + (lines.size() - 1) * 16 - 10);
            nodes.add(new Node(
                    one.getKey(),
                    lines,
                    count,
                    count < Bars.FEWEST_DRAWN ? text.get("report.fewerThanFive") : String.valueOf(count),
                    top + (slot - tall) / 2,
                    tall,
                    one.getKey().equals(wait)));
            top += slot + GAP;
        }
        return nodes;
    }

    private static double end(List<Node> nodes) {
        Node last = nodes.isEmpty() ? new Node("", List.of(""), 0, "", 0, 0, false) : nodes.get(nodes.size() - 1);
        return Math.max(last.top + last.tall, last.top + last.tall / 2 + 8 * last.lines.size() + 16);
    }

    private static String path(double from, double to, double thick) {
        return String.format(
                Locale.ROOT,
                "M0 %1$.1fC50 %1$.1f 50 %2$.1f 100 %2$.1fV%4$.1fC50 %4$.1f 50 %3$.1f 0 %3$.1fz",
                from,
                to,
                from + thick,
                to + thick);
    }

    /** One side's bar: its name in short lines, and its number, where it is large enough to be shown. */
    public record Node(
            String name, List<String> lines, long count, String number, double top, double tall, boolean waits) {
        public String y() {
            return String.format(Locale.ROOT, "%.1f", top);
        }

        public String height() {
            return String.format(Locale.ROOT, "%.1f", tall);
        }

        /** Where the line of that number stands; the number itself follows the last one. */
        public String line(int at) {
            double first = top + tall / 2 - 8.0 * lines.size() + 5;
            return String.format(Locale.ROOT, "%.1f", first + 16.0 * at);
        }
    }

    /** A path in a box of 100 across. */
    public record Ribbon(String path, boolean waits) {}
}
