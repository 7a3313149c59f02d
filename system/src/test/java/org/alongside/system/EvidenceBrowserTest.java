package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Evidence from hand to hand and whether it is still the same; what a matter costs, and what she really has in her hand. */
class EvidenceBrowserTest {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    /** In points of a page. */
    private static final int MARGIN = 50;

    private static final String ANOTHER = HASH.replace('9', '8');

    private final Product product = Product.get();

    @Test
    void a_lawyer_enters_evidence_hands_it_on_and_is_told_loudly_that_it_is_not_the_same() throws Exception {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        String there = "case=" + maya.caseId() + "&matter=" + matter;
        LocalDate today = LocalDate.parse(maya.inDays(0).substring(0, 10));
        String evidence;
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/evidence/of.xhtml?" + there);
            assertThat(page.locator("main").innerText()).contains("No evidence yet");
            daniel.isWhole();
            daniel.screenshot("evidence-none");
            page = daniel.open("/evidence/enter.xhtml?" + there);
            page.locator("#kind").selectOption("DEVICE");
            page.locator("#words").fill("Her telephone, with the messages of those who held her");
            page.locator("#source").selectOption("SURVIVOR");
            page.locator("#sourceOn").fill(today.plusDays(40).toString());
            page.locator("#originalWith").selectOption("LAWYERS");
            page.locator("#sha256").fill("not a hash");
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .contains("This day or time has not come yet", "A hash has 64 digits");
            assertThat(page.locator("#words").inputValue()).contains("with the messages");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("evidence-enter");
            page.locator("#sourceOn").fill(today.minusDays(3).toString());
            page.locator("#sha256").fill(HASH);
            daniel.press("#save");
            assertThat(page.locator("main").innerText()).contains("Evidence 1", "with the messages");
            evidence = must(200, product.http("daniel").get("/api/v1/matters/" + matter + "/evidence"))
                    .json()
                    .at("/evidence/0/id")
                    .asText();

            page = daniel.open("/evidence/one.xhtml?" + there + "&evidence=" + evidence);
            hands(daniel, page, "SURVIVOR", "LAWYERS", today.plusDays(2) + "T10:00");
            assertThat(page.locator("[data-errors]").innerText()).contains("This day or time has not come yet");
            page.locator("#handedAt").fill(today.minusDays(2) + "T10:00");
            daniel.press("#saveLink");
            assertThat(page.locator("section[aria-labelledby=chain]").innerText())
                    .contains("From: She herself. To: Her lawyers");
            hands(daniel, page, null, "POLICE", today.minusDays(2) + "T09:00");
            assertThat(page.locator("[data-errors]").innerText()).contains("before it was received");
            assertThat(page.locator("#purpose").inputValue())
                    .as("what was typed stays")
                    .isEqualTo("EXAMINING");
            page.locator("#handedAt").fill(today.minusDays(1) + "T09:00");
            daniel.press("#saveLink");
            assertThat(page.locator("section[aria-labelledby=chain]").innerText())
                    .contains("From: Her lawyers. To: Police");
            assertThat(page.locator("section[aria-labelledby=what]").innerText())
                    .contains("It is now with", "Police");

            page.locator("#sha256").fill(ANOTHER);
            daniel.press("#checkNow");
            assertThat(page.locator(".al-notice[data-tone=danger]").innerText())
                    .contains("This is not what was written down", "Do not use it in court");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("evidence-one");
            daniel.screenshotInArabic("evidence-one");
            page = daniel.open("/evidence/of.xhtml?" + there);
            assertThat(page.locator("main").innerText()).contains("Not what was written down");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("evidence");
            daniel.screenshotInArabic("evidence");
        }
        String paper = "/api/v1/matters/" + matter + "/evidence/" + evidence + "/print";
        try (PDDocument pdf = Loader.loadPDF(product.http("daniel").file(paper).body())) {
            assertThat(wordsWithinTheMargin(pdf))
                    .contains(
                            "Chain of custody",
                            "no.\u00a01",
                            "From: She herself. To: Her lawyers",
                            "From: Her lawyers. To: Police",
                            "Daniel",
                            HASH.replaceAll("(.{8})(?=.)", "$1 "));
        }
        maya.spends(matter, "30.50");
        String file = "/api/v1/cases/" + maya.caseId() + "/legal/print";
        try (PDDocument pdf = Loader.loadPDF(product.http("daniel").file(file).body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "The lawyers’ file",
                            "for her lawyers alone",
                            ", no.",
                            "30.50 EUR",
                            "From: Her lawyers. To: Police");
        }
        for (String other : List.of("mina", "ilse", "marta", "sana", "noor", "amina", "vera")) {
            assertThat(product.http(other).get(paper).status()).as(other).isIn(403, 404);
            assertThat(product.http(other).get(file).status()).as(other).isIn(403, 404);
        }
        for (String summary : List.of("mina", "daniel")) {
            try (PDDocument pdf = Loader.loadPDF(product.http(summary)
                    .file("/api/v1/cases/" + maya.caseId() + "/print")
                    .body())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .as("a summary that is handed on holds nothing privileged")
                        .doesNotContain("30.50", "From: Her lawyers");
            }
        }
    }

    @Test
    void a_paper_is_brought_into_a_matter_by_a_page_and_entered_as_evidence_with_its_hash() {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        String there = "case=" + maya.caseId() + "&matter=" + matter;
        try (Browser daniel = Browser.as("daniel");
                Browser mina = Browser.as("mina")) {
            Page page = daniel.open("/evidence/enter.xhtml?" + there);
            assertThat(page.locator("#document").count()).isZero();
            daniel.press("main a[href*='/document/bring']");
            assertThat(page.locator("#matter").inputValue()).isEqualTo(matter);
            page.fill("#title", "The contract");
            page.check("input[value='COURT']");
            page.setInputFiles(
                    "#file",
                    new FilePayload("contract.txt", "text/plain", "A contract".getBytes(StandardCharsets.UTF_8)));
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("document-of-matter");
            daniel.screenshotInArabic("document-of-matter");
            page.setInputFiles(
                    "#file",
                    new FilePayload("contract.txt", "text/plain", "A contract".getBytes(StandardCharsets.UTF_8)));
            daniel.press("#save");
            daniel.open("/evidence/enter.xhtml?" + there);
            page.locator("#kind").selectOption("CONTRACT_PAYSLIP");
            page.locator("#words").fill("What she signed");
            page.locator("#source").selectOption("SURVIVOR");
            page.locator("#sourceOn").fill(maya.inDays(0).substring(0, 10));
            page.locator("#originalWith").selectOption("LAWYERS");
            page.locator("#document").selectOption(new SelectOption().setIndex(1));
            daniel.isWhole();
            daniel.press("#save");
            assertThat(must(200, product.http("daniel").get("/api/v1/matters/" + matter + "/evidence"))
                            .json()
                            .at("/evidence/0/entry/sha256")
                            .asText())
                    .isEqualTo(sha256("A contract"));
            assertThat(mina.open("/document/bring.xhtml?case=" + maya.caseId())
                            .locator("#matter")
                            .count())
                    .as("who leads has no legal matters of her own")
                    .isZero();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    @Test
    void half_of_what_was_ordered_is_paid_and_what_she_has_in_her_hand_is_one_figure() {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        Map<String, Object> ordered = new HashMap<>(Survivor.matter("ADHESION", "2032-03-01T09:00:00Z", "ESCORT"));
        ordered.put("compensation", Map.of("claimed", 9000, "ordered", 5000, "currency", "EUR"));
        must(204, product.http("daniel").put("/api/v1/matters/" + matter, ordered, "If-Match", "\"0\""));
        String there = "case=" + maya.caseId() + "&matter=" + matter;
        LocalDate today = LocalDate.parse(maya.inDays(0).substring(0, 10));
        String code = maya.fileFor("mina").json().get("code").asText();
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/proceeding/payments.xhtml?" + there);
            page.locator("#paidOn").fill(today.toString());
            page.locator("#amount").fill("5000.01");
            page.locator("input[name=payer][value=CONVICTED]").check();
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("This is more than was ordered");
            assertThat(page.locator("#amount").inputValue()).isEqualTo("5000.01");
            page.locator("#amount").fill("2500");
            daniel.press("#save");
            assertThat(page.locator("section[aria-labelledby=sum]").innerText()).contains("2500.00 EUR");
            daniel.isWhole();
            daniel.axe();
            page.locator("#paidOn").fill(today.toString());
            page.locator("#amount").fill("11.11");
            page.locator("input[name=payer][value=EMPLOYER]").check();
            daniel.press("#save");
            page.locator("main details summary").last().click();
            daniel.press("#takeBack");
            assertThat(page.locator("[data-errors]").innerText()).contains("Which one", "What was wrong");
            page.locator("input[name=which]").first().check();
            page.locator("input[name=why][value=TWICE]").check();
            daniel.press("#takeBack");
            assertThat(page.locator("section[aria-labelledby=sum]").innerText())
                    .contains("11.11 EUR", "Does not count", "It was written down twice. Daniel", "2500.00 EUR")
                    .doesNotContain("2511.11");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("payments");
            daniel.screenshotInArabic("payments");

            page = daniel.open("/proceeding/costs.xhtml?" + there);
            page.locator("#amount").fill("thirty");
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .as("every wrong field at once")
                    .contains("For what", "Amount", "Currency", "Spent on", "Who bears it");
            page.locator("input[name=kind][value=TRAVEL]").check();
            page.locator("#currency").fill("eur");
            page.locator("#spentOn").fill(today.toString());
            page.locator("input[name=bearer][value=SURVIVOR]").check();
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).isNotBlank();
            assertThat(page.locator("#amount").inputValue()).isEqualTo("thirty");
            page.locator("#amount").fill("30.50");
            daniel.press("#save");
            assertThat(page.locator("section[aria-labelledby=sums]").innerText())
                    .as("what did not come back is said in words")
                    .contains("30.50 EUR", "Nothing")
                    .doesNotContainPattern("(?<![0-9.])0 EUR");
            maya.spends(matter, "7.00");
            page = daniel.open("/proceeding/costs.xhtml?" + there);
            page.locator("button[name=refund]").last().click();
            assertThat(page.locator("section[aria-labelledby=sums]").innerText())
                    .contains("37.50 EUR", "7.00 EUR", "30.50 EUR");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("costs");
            daniel.screenshotInArabic("costs");

            page = daniel.open("/proceeding/ledger.xhtml?case=" + maya.caseId());
            assertThat(page.locator("section[aria-labelledby=inHand]").innerText())
                    .contains("2469.50 EUR");
            assertThat(page.locator("main").innerText()).contains("2500.00 EUR not paid");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("restitution");
            daniel.screenshotInArabic("restitution");

            page = daniel.open("/proceeding/mine.xhtml");
            assertThat(page.locator("section[aria-labelledby=unpaid]").innerText())
                    .contains(code, "2500.00 EUR of 5000.00 EUR still open");
            daniel.isWhole();
            daniel.screenshot("unpaid");
            page = daniel.open("/proceeding/of.xhtml?case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).contains("2500.00 EUR not paid");
            daniel.isWhole();
            daniel.screenshot("legal-unpaid");
            daniel.screenshotInArabic("legal-unpaid");
            assertThat(page.locator("a[href*='/print/legal-file']").innerText()).contains("Print the lawyers’ file");
            assertThat(page.request()
                            .get(product.url() + "/print/legal-file?legal-file=" + maya.caseId())
                            .headers()
                            .get("content-type"))
                    .isEqualTo("application/pdf");
        }
        for (String other : List.of("mina", "ilse", "marta")) {
            assertThat(product.http(other)
                            .get("/api/v1/cases/" + maya.caseId() + "/restitution")
                            .status())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(new BigDecimal(
                        must(200, product.http("daniel").get("/api/v1/cases/" + maya.caseId() + "/restitution"))
                                .json()
                                .at("/inHand/0/inHand")
                                .asText()))
                .isEqualByComparingTo("2469.50");
    }

    private static String wordsWithinTheMargin(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) throws IOException {
                assertThat(letters)
                        .as("what stands beyond the margin is cut off on paper: " + text)
                        .allMatch(letter ->
                                letter.getXDirAdj() + letter.getWidthDirAdj() < letter.getPageWidth() - MARGIN);
                super.writeString(text, letters);
            }
        };
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    private static void hands(Browser daniel, Page page, String giver, String taker, String at) {
        if (giver != null) {
            page.locator("#giver").selectOption(giver);
        }
        page.locator("#taker").selectOption(taker);
        page.locator("#handedAt").fill(at);
        page.locator("#purpose").selectOption("EXAMINING");
        page.locator("#condition").selectOption("UNDAMAGED");
        daniel.press("#saveLink");
    }

    private Survivor advised() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        return survivor;
    }
}
