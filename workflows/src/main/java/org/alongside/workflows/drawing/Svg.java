package org.alongside.workflows.drawing;

import java.util.List;
import java.util.Locale;

/** Writes the pieces of the look as SVG: shapes with classes only, text escaped, no style and no script. */
final class Svg {
    private final StringBuilder out = new StringBuilder(16_000);

    Svg open(double x, double y, double width, double height, String id, String title, String description) {
        return add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\""
                        .formatted(n(x), n(y), n(width), n(height), n(width), n(height)))
                .add(" role=\"img\" aria-labelledby=\"%s-t %s-d\">".formatted(id, id))
                .add("<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>"
                        .formatted(id, escape(title), id, escape(description)));
    }

    String close() {
        return add("</svg>").out.toString();
    }

    Svg box(String classes, double x, double y, double width, double height, double round, boolean dashed) {
        return add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>"
                .formatted(classes, n(x), n(y), n(width), n(height), n(round), dash(dashed)));
    }

    Svg circle(String classes, double x, double y, double radius, boolean dashed) {
        return add("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
                .formatted(classes, n(x), n(y), n(radius), dash(dashed)));
    }

    Svg path(String classes, String path) {
        return add("<path class=\"%s\" d=\"%s\"/>".formatted(classes, path));
    }

    /** A glyph drawn on a square of 24, its middle at the point. */
    Svg glyph(Glyph glyph, double x, double y, double size) {
        double scale = size / 24;
        return add("<g class=\"glyph\" transform=\"translate(%s %s) scale(%s)\"><path d=\"%s\"/></g>"
                .formatted(n(x - size / 2), n(y - size / 2), n(scale), glyph.path));
    }

    /** Lines one under another, their middle at the point. */
    Svg lines(
            String classes,
            String anchor,
            double x,
            double middle,
            double leading,
            double size,
            double width,
            List<String> lines) {
        double y = middle - (lines.size() - 1) * leading / 2 + size * .35;
        for (String line : lines) {
            String fit = Words.width(line, size) > width
                    ? " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"".formatted(n(width))
                    : "";
            add("<text%s text-anchor=\"%s\" x=\"%s\" y=\"%s\"%s>%s</text>"
                    .formatted(classes(classes), anchor, n(x), n(y), fit, escape(line)));
            y += leading;
        }
        return this;
    }

    Svg upright(String text, double x, double y) {
        return add("<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\">%s</text>"
                .formatted(n(x), n(y), escape(text)));
    }

    static String n(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private Svg add(String piece) {
        out.append(piece);
        return this;
    }

    private static String classes(String classes) {
        return classes.isEmpty() ? "" : " class=\"" + classes + "\"";
    }

    private static String dash(boolean dashed) {
        return dashed ? " stroke-dasharray=\"4 3\"" : "";
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (point >= ' '
                            && point != 0xFFFE
                            && point != 0xFFFF
                            && Character.getType(point) != Character.SURROGATE) {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }
}
