package org.alongside.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What needs no sign-in is known to the adapter as it is to the server. */
class TwoDoorsTest {

    @Test
    void what_web_xml_opens_to_everybody_has_no_door() throws Exception {
        Element web = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/webapp/WEB-INF/web.xml").toFile())
                .getDocumentElement();
        Element open = elements(web, "security-constraint").stream()
                .filter(constraint -> elements(constraint, "auth-constraint").isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(elements(open, "url-pattern")).isNotEmpty().allSatisfy(pattern -> assertThat(
                        TwoDoors.open(pattern.getTextContent().replace("*", "some")))
                .as(pattern.getTextContent())
                .isTrue());
    }

    @Test
    void everything_else_has_one() {
        assertThat(List.of("/", "/alive", "/casefile/list.xhtml", "/api/v1/me", "/healthy", "/signed-out.xhtml/x"))
                .noneMatch(TwoDoors::open);
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
