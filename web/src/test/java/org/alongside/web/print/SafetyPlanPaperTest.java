package org.alongside.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.access.PrintMark;
import org.alongside.access.Printed;
import org.alongside.safety.PrintedSafetyPlan;
import org.alongside.safety.PrintedSafetyPlan.Part;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Her own copy: what she says stands on it; who helps her only where it is safe. */
class SafetyPlanPaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_neutral_copy_says_nothing_of_who_helps_her_nor_what_it_is(String language) throws IOException {
        try (PDDocument pdf = print(true, language)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("I leave by the back", "Call Lena")
                    .doesNotContain("Harbour", "Mina", "afety", "lan", "Alongside", "سلامة", "خطة");
            assertThat(pdf.getDocumentInformation().getCOSObject().toString())
                    .doesNotContain("Harbour", "Mina", "afety");
        }
    }

    @Test
    void where_it_is_safe_it_says_who_printed_it() throws IOException {
        try (PDDocument pdf = print(false, "en")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Her safety plan", "Harbour Light", "I leave by the back");
        }
    }

    private static PDDocument print(boolean neutral, String language) throws IOException {
        return Loader.loadPDF(SafetyPlanPaper.pdf(
                new Printed<>(
                        new PrintedSafetyPlan(
                                neutral,
                                List.of(new Part("steps", "I leave by the back"), new Part("people", "Call Lena"))),
                        Set.of(Category.SAFETY_RISK),
                        new PrintMark("Mina", "Harbour Light", Instant.EPOCH, "UTC")),
                Locale.forLanguageTag(language)));
    }
}
