package org.alongside.document;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether a part of a text has something fetched from elsewhere when it is opened: a template, a picture, an object. Whoever keeps that place sees from where
 * it is opened, which may be a house that shelters. A link that a reader follows is none.
 */
final class FetchedParts {
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\\\\\).*", Pattern.DOTALL);
    private static final XMLInputFactory READERS = readers();

    private FetchedParts() {}

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newInstance();
        readers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return readers;
    }

    /** Whether a part of that name says where others are to be found. */
    static boolean tells(String name) {
        return name.endsWith(".rels") || name.equals("content.xml") || name.equals("styles.xml");
    }

    /** Whether it has anything fetched; refuses what is no XML or declares a type of its own. */
    static boolean in(byte[] part) throws Damaged {
        try {
            XMLStreamReader xml = READERS.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Damaged();
                }
                if (event == XMLStreamConstants.START_ELEMENT && fetches(xml)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException none) {
            throw new Damaged();
        }
    }

    private static boolean fetches(XMLStreamReader xml) {
        String element = local(xml.getLocalName());
        String mode = null;
        String type = "";
        String target = null;
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            switch (local(xml.getAttributeLocalName(at))) {
                case "targetmode" -> mode = xml.getAttributeValue(at);
                case "type" -> type = xml.getAttributeValue(at);
                case "href" -> target = xml.getAttributeValue(at);
                default -> {}
            }
        }
        return "External".equalsIgnoreCase(mode) && !type.endsWith("/hyperlink")
                || target != null
                        && !element.equals("a")
                        && ELSEWHERE.matcher(target).matches();
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
