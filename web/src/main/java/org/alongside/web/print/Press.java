package org.alongside.web.print;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a PDF of a paper: tagged for screen readers, its fonts inside, nothing fetched from anywhere. */
final class Press {

    private static final String LOOK = new String(read("paper.css"), StandardCharsets.UTF_8);
    private static final List<Font> FONTS = List.of(
            new Font("Paper", 400, read("fonts/noto-sans-400.ttf")),
            new Font("Paper", 700, read("fonts/noto-sans-700.ttf")),
            new Font("Paper Arabic", 400, read("fonts/noto-sans-arabic-400.ttf")),
            new Font("Paper Arabic", 700, read("fonts/noto-sans-arabic-600.ttf")));

    static {
        // it would write to the log what it could not draw
        XRLog.setLoggingEnabled(false);
        // every font that is drawn is inside; else all fonts of the machine would be read at the first print
        FontMappers.set(new OwnFont(FONTS.get(0).file()));
    }

    private Press() {}

    /** The PDF of this paper. */
    static byte[] print(Paper paper, Locale locale) {
        Document document = paper.document();
        Element look = document.createElement("style");
        look.setTextContent(LOOK);
        document.getElementsByTagName("head").item(0).appendChild(look);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder press = new PdfRendererBuilder();
        press.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        press.useUnicodeBidiReorderer(new ArabicScript());
        press.defaultTextDirection(locale.getLanguage().equals("ar") ? TextDirection.RTL : TextDirection.LTR);
        press.usePdfUaAccessibility(true);
        press.useUriResolver((base, address) -> null);
        press.withProducer("Alongside");
        FONTS.forEach(font -> press.useFont(
                () -> new ByteArrayInputStream(font.file()), font.family(), font.weight(), FontStyle.NORMAL, true));
        press.withW3cDocument(document, null);
        press.toStream(pdf);
        try {
            press.run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return pdf.toByteArray();
    }

    private static byte[] read(String name) {
        try (InputStream file = Press.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Font(String family, int weight, byte[] file) {}
}
