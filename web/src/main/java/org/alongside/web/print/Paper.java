package org.alongside.web.print;

import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What stands on the paper, from top to bottom: headings, facts, words, boxes and lines to sign on. What is empty is left
 * out with its heading. Whatever somebody typed is text and never markup.
 */
final class Paper {

    private final Document document;
    private final Element body;
    private final boolean fromRight;
    private String heading;

    /**
     * An empty paper.
     *
     * @param title what it says of itself to those who look at the file: never whom it is about
     * @param foot stands on every page, before the number of the page
     * @param page the words around the number of the page and how many there are, with {0} and {1}
     */
    Paper(Locale locale, String title, String foot, String page) {
        document = empty();
        fromRight = locale.getLanguage().equals("ar");
        Element html = document.createElement("html");
        html.setAttribute("lang", locale.toLanguageTag());
        html.setAttribute("dir", fromRight ? "rtl" : "ltr");
        document.appendChild(html);
        Element head = add(html, "head", null, null);
        add(head, "title", null, title);
        meta(head, "subject", title);
        meta(head, "description", title);
        body = add(html, "body", fromRight ? "from-right" : "from-left", null);
        Element mark = add(body, "div", null, null);
        mark.setAttribute("id", "mark");
        add(mark, "div", null, foot);
        Element number = add(mark, "div", "number", null);
        for (String part : page.split("(?=\\{)|(?<=\\})")) {
            boolean slot = part.equals("{0}") || part.equals("{1}");
            add(number, "span", slot ? part.equals("{0}") ? "page" : "pages" : null, slot ? null : part);
        }
    }

    Document document() {
        return document;
    }

    /** What it is, once, on top. */
    Paper title(String words) {
        add(body, "h1", null, words);
        return this;
    }

    /** Begins a part; it stands there only if something follows. */
    Paper part(String words) {
        heading = words;
        return this;
    }

    /** Sets what follows a little apart, under the part. */
    Paper subpart(String words) {
        block("h3", null, words);
        return this;
    }

    /** A name and what it is; left out where there is nothing to say. */
    Paper fact(String name, String value) {
        if (value != null && !value.isBlank()) {
            Element fact = block("div", "fact", null);
            add(fact, "div", "name", name);
            directed(add(fact, "div", "value", null), value);
            add(fact, "div", "end", null);
        }
        return this;
    }

    /** Our own words. */
    Paper say(String words) {
        block("p", null, words);
        return this;
    }

    /** Words of a person. */
    Paper quote(String words) {
        if (words != null && !words.isBlank()) {
            directed(block("p", "quote", null), words);
        }
        return this;
    }

    /** Lines with a point before each. */
    Paper points(List<String> lines) {
        if (!lines.isEmpty()) {
            Element list = block("ul", null, null);
            lines.forEach(line -> add(list, "li", null, line));
        }
        return this;
    }

    /** Lines to be filled in by hand: what is asked for, under each. */
    Paper sign(String... under) {
        for (String words : under) {
            Element line = block("div", "sign", null);
            add(line, "div", "line", null);
            add(line, "div", "under", words);
        }
        return this;
    }

    private Element block(String tag, String kind, String words) {
        if (heading != null) {
            add(body, "h2", null, heading);
            heading = null;
        }
        return add(body, tag, kind, words);
    }

    /** Each line runs as its own first letter says, and what has no letters from left to right, as numbers are read. */
    private void directed(Element parent, String typed) {
        typed.lines().forEach(line -> {
            Element block = add(parent, "div", null, line);
            boolean right = startsFromRight(line);
            if (right != fromRight) {
                block.setAttribute("class", right ? "run-from-right" : "run-from-left");
            }
        });
    }

    private static boolean startsFromRight(String line) {
        return line.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .map(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .orElse(false);
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta", null, null);
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element add(Element parent, String tag, String kind, String words) {
        Element element = document.createElement(tag);
        if (kind != null) {
            element.setAttribute("class", kind);
        }
        if (words != null) {
            element.setTextContent(printable(words));
        }
        parent.appendChild(element);
        return element;
    }

    /** Without what no printer draws and no document may hold. */
    private static String printable(String words) {
        return words.replaceAll("[\\p{Cc}&&[^\n\t]]|\\p{Cs}", "");
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
