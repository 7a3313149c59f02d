package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** In the browser: a girl whom her aunt brings, whose stepfather is kept out, and for whom an appointed guardian agrees. */
class ChildWayBrowserTest {
    private static final String COUNSELLING_FOR_CHILDREN = "00000000-0000-4000-b000-000000000005";
    private static final String AUNT = "Laila Sample";
    private static final String GUARDIAN = "Office of Guardians";

    private final Product product = Product.get();

    @Test
    void an_aunt_brings_her_a_stepfather_is_kept_out_and_her_guardian_agrees() throws IOException {
        Survivor girl = broughtByHerAunt();
        girl.authorityTold();
        String aunt = around(girl).at("/guardians/0/id").asText();
        must(201, consents(girl, "CAREGIVER", aunt));
        girl.isReferredTo(COUNSELLING_FOR_CHILDREN, "URGENT", "IDENTITY");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/known.xhtml?case=" + girl.caseId());
            assertThat(page.locator("section:has(#safety)")).containsText("Not to be told, not to agree: Step-parent");
            page.navigate(product.url() + "/guardian/around.xhtml?case=" + girl.caseId());
            assertThat(page.locator("main")).containsText("Can agree for her");
            mina.axe();

            hisWordIsRefused(mina, girl);

            page.navigate(product.url() + "/guardian/keep.xhtml?case=" + girl.caseId());
            page.check("input[name=type][value=LEGAL_GUARDIAN]");
            page.check("input[name=status][value=APPOINTED]");
            page.fill("#name", GUARDIAN);
            mina.press("#save");
            assertThat(page.locator("[data-errors]")).containsText("Answer this");
            mina.axe();
            mina.screenshot("guardian-keep");
            mina.screenshotInArabic("guardian-keep");
            page.check("input[name=powers][value=CONSENT]");
            page.fill("#orderReference", "12 F 345/26");
            page.fill("#conflictCheckedBy", "Family court");
            mina.press("#save");
            assertThat(page.locator("main")).containsText(GUARDIAN);

            page.navigate(product.url() + "/guardian/exclude.xhtml?case=" + girl.caseId());
            mina.axe();
            mina.screenshot("guardian-exclude");
            mina.screenshotInArabic("guardian-exclude");
            page.selectOption("#guardian", aunt);
            page.selectOption("#relation", "OTHER_RELATIVE");
            mina.press("#exclude");
            assertThat(page.locator("main")).containsText("Not to be told, not to agree: " + AUNT);
            mina.axe();
            mina.screenshot("guardian-around");
            mina.screenshotInArabic("guardian-around");
            page.navigate(product.url() + "/consent/list.xhtml?case=" + girl.caseId());
            assertThat(page.locator("tbody")).containsText("Ended: who agreed is kept out");
            assertThat(asked(girl)).as("with all that was asked under it").isEqualTo("REVOKED");

            mina.open("/consent/record.xhtml?case=" + girl.caseId());
            answer(page, "GUARDIAN", GUARDIAN);
            assertThat(page.locator("tbody").locator("tr").first()).containsText("Given");
        }
        assertThat(summary(girl)).contains(GUARDIAN).doesNotContain(AUNT);
    }

    private void hisWordIsRefused(Browser mina, Survivor girl) {
        Page page = mina.open("/consent/record.xhtml?case=" + girl.caseId());
        page.locator("label.al-choice", new Page.LocatorOptions().setHasText("Cedar Counselling"))
                .click();
        press(page, "Go on");
        page.check("input[name=said][value=yes]");
        page.check("input[name=categories][value=IDENTITY]");
        page.check("input[name=medium][value=WRITTEN]");
        page.check("input[name=explained]");
        page.check("input[name=assent][value=WILLING]");
        page.selectOption("#giverRight", "PARENTAL");
        answer(page, "CAREGIVER", "Step-parent, Kept out");
        assertThat(page.locator("[data-errors]")).containsText("must be kept out and can never agree");
        mina.axe();
        mina.screenshot("guardian-refused");
        mina.screenshotInArabic("guardian-refused");
    }

    /** Names who agrees, of what was answered before, and saves. */
    private static void answer(Page page, String giver, String who) {
        page.check("input[name=giver][value=" + giver + "]");
        Locator option = page.locator("#guardian option", new Page.LocatorOptions().setHasText(who));
        page.selectOption("#guardian", new SelectOption().setValue(option.getAttribute("value")));
        press(page, "Save her answer");
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .click();
    }

    private Survivor broughtByHerAunt() {
        String name = "Quillara" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> intake = Survivor.intake(name, 13);
        intake.put("agreement", Map.of("giver", "CAREGIVER", "medium", "WRITTEN", "limitsExplained", true));
        intake.put(
                "child",
                Map.of(
                        "views",
                        "I want to stay with my aunt.",
                        "assent",
                        "WILLING",
                        "giverRight",
                        "BEST_INTERESTS",
                        "giverRelation",
                        "OTHER_RELATIVE",
                        "guardianName",
                        AUNT,
                        "excluded",
                        List.of(Map.of("relation", "STEP_PARENT", "description", "drives a blue van"))));
        return Survivor.again(product, "mina", id(must(201, product.http("mina").post("/api/v1/cases", intake))));
    }

    private Reply consents(Survivor girl, String giver, String guardian) {
        Map<String, Object> consent = new HashMap<>(Map.of(
                "recipient", CEDAR,
                "purpose", "SHARE_REFERRAL",
                "categories", List.of("IDENTITY"),
                "giver", giver,
                "giverRight", "BEST_INTERESTS",
                "assent", "WILLING",
                "medium", "WRITTEN",
                "language", "prs",
                "interpreter", "WOMAN",
                "explained", true));
        consent.put("guardian", guardian);
        return product.http("mina").post("/api/v1/cases/" + girl.caseId() + "/consents", consent);
    }

    private com.fasterxml.jackson.databind.JsonNode around(Survivor girl) {
        return must(200, product.http("mina").get("/api/v1/cases/" + girl.caseId() + "/guardians"))
                .json();
    }

    private String asked(Survivor girl) {
        return product.http("mina")
                .get("/api/v1/cases/" + girl.caseId() + "/referrals")
                .json()
                .at("/0/card/status")
                .asText();
    }

    private String summary(Survivor girl) throws IOException {
        byte[] paper = product.http("mina")
                .file("/api/v1/cases/" + girl.caseId() + "/print")
                .body();
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
