package org.alongside.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What comes out of the press: whole pages that say who printed them, in letters that are joined, and nothing of ours beside. */
class PressTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    @Test
    void english_paper_holds_what_was_typed_and_the_mark_on_every_page() throws IOException {
        Paper paper = new Paper(Locale.ENGLISH, "Document", "Printed by Mina", "Page {0} of {1}").title("Summary");
        paper.part("Left out").part("Kept").fact("Name", "<b>Lale</b> & #{7*7}").fact("Nothing", " ");
        for (int i = 0; i < 90; i++) {
            paper.fact("Line", "number " + i);
        }

        try (PDDocument pdf = printed("english", paper, Locale.ENGLISH)) {
            String text = text(pdf);
            assertThat(text).contains("Summary", "Kept", "<b>Lale</b> & #{7*7}", "number 89");
            assertThat(text).doesNotContain("Left out", "Nothing");
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(pdf))
                        .contains("Printed by Mina", "Page " + page + " of " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void arabic_paper_reads_in_its_order_and_its_letters_are_joined() throws IOException {
        Paper paper = new Paper(ARABIC, "وثيقة", "طُبعت بواسطة مينا، ميناء النور", "الصفحة {0} من {1}")
                .title("رسالة إحالة")
                .part("كيف نصل إليها")
                .fact("الاسم الذي تستخدمه", "لاله أحمدی گلپچژ")
                .fact("الطريق", "على المياه")
                .fact("الرقم", "+49 170 5550199")
                .fact("لا نفعل أبداً", "لا تتصلوا بعد 18:30. Never call her brother.")
                .fact("بلغة أخرى", "Never call her brother, لاله")
                .quote("أُريدُ غُرفةً بابُها يُقفَل، والسَّلامة لأُختي.");

        try (PDDocument pdf = printed("arabic", paper, ARABIC)) {
            // the two letters share their joined form in the font: which of them is read back is not said
            String text = text(pdf).replace('\u06cc', '\u0649');
            assertThat(text)
                    .contains(
                            "رسالة إحالة",
                            "كيف نصل إليها",
                            "لاله أحمدى گلپچژ",
                            "على المياه",
                            "+49 170 5550199",
                            "18:30")
                    .contains("Never call her brother");
            assertThat(text).as("the mark").contains("ميناء النور");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ar");
        }
    }

    @Test
    void a_paper_says_nothing_of_its_content_to_those_who_do_not_open_it() throws IOException {
        Paper paper = new Paper(Locale.ENGLISH, "Document", "Mark", "Page {0} of {1}")
                .title("Lale")
                .say("Lale");

        try (PDDocument pdf = printed("title", paper, Locale.ENGLISH)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Document");
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void vowel_signs_stay_with_their_letter_and_do_not_part_others() {
        ArabicScript script = new ArabicScript();

        assertThat(script.shapeText("مُحَمَّد").replaceAll("[\u064b-\u065f]", ""))
                .isEqualTo(script.shapeText("محمد"));
        assertThat(script.shapeText("مُحَمَّد")).contains("\u064f", "\u064e", "\u0651");
        assertThat(script.shapeText("سَلام")).hasSize("سَلام".length() - 1);
        assertThat(script.shapeText("لا")).isEqualTo("\ufefb");
        assertThat(script.shapeText("الإ")).isEqualTo("\ufe8d\ufef9");
        assertThat(script.reorderRTLTextToLTR("(\u200fا\u200c)")).isEqualTo("(ا)");
    }

    private static PDDocument printed(String name, Paper paper, Locale locale) throws IOException {
        PDDocument pdf = Loader.loadPDF(Press.print(paper, locale));
        File pictures = new File("target/prints");
        pictures.mkdirs();
        BufferedImage first = new PDFRenderer(pdf).renderImageWithDPI(0, 96);
        ImageIO.write(first, "png", new File(pictures, name + ".png"));
        assertThat(List.of(first.getWidth(), first.getHeight())).as("A4").isEqualTo(List.of(793, 1122));
        return pdf;
    }

    private static String text(PDDocument pdf) throws IOException {
        return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
    }
}
