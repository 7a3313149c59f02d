package org.alongside.web.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks a name into at most two short lines that fit beside a chart on a phone. */
final class Lines {
    private static final int LONGEST = 14;

    private Lines() {}

    static List<String> of(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LONGEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        List<String> two = new ArrayList<>(lines.subList(0, Math.min(2, lines.size())));
        boolean cut = lines.size() > 2;
        two.replaceAll(one -> one.length() > LONGEST + 2 ? one.substring(0, LONGEST) + "…" : one);
        if (cut && !two.get(1).endsWith("…")) {
            two.set(1, two.get(1) + "…");
        }
        return two;
    }
}
