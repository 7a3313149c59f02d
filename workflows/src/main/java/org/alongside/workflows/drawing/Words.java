package org.alongside.workflows.drawing;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines that fit, by an estimate of their width: the server has no fonts of the reader. */
final class Words {
    private Words() {}

    /** Lines no wider than {@code width} where the words allow it; a single longer word stays whole. */
    static List<String> lines(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Width in the units of the drawing, a little on the wide side. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Words::em).sum() * size;
    }

    private static double em(int letter) {
        if (" iljtfrI.,:;!|'".indexOf(letter) >= 0) {
            return .33;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return .87;
        }
        if (Character.isIdeographic(letter)) {
            return 1;
        }
        return Character.isUpperCase(letter) ? .66 : .55;
    }
}
