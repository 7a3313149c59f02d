package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The way of one adult: she agrees to a part, changes her mind, and takes it back; the shelter's browser follows each word. */
class AdultWayBrowserTest {
    private static final String SHELTER = "Willow Rooms";

    private final Product product = Product.get();
    private final Survivor maya = Survivor.adult(product, "mina");

    @Test
    void she_agrees_to_a_part_changes_her_mind_and_takes_it_back() throws IOException {
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana")) {
            saysYesToHelpAndNoToThePolice(mina);
            agreesToAPart(mina);
            assertThat(must(422, maya.refer(POLICE_PROTECTION, "URGENT", "IDENTITY"))
                            .text())
                    .as("she said no to the police: nothing goes there, and nothing else stops")
                    .contains("consent");

            Page seen = sana.open("/casefile/known.xhtml?case=" + maya.caseId());
            assertThat(seen.locator("main")).containsText("We cannot find that page");
            String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY", "SAFETY_RISK");
            must(200, product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
            seen.reload();
            assertThat(seen.locator("main h1")).containsText(maya.name());
            assertThat(seen.locator("#safety")).hasCount(1);
            sana.open("/oversight/why.xhtml?case=" + maya.caseId());
            assertThat(seen.locator("main")).containsText("Names and age");
            assertThat(seen.locator("main")).not().containsText("Health");

            keepsHerSafetyBack(mina);
            sana.open("/casefile/known.xhtml?case=" + maya.caseId());
            assertThat(seen.locator("main h1")).containsText(maya.name());
            assertThat(seen.locator("#safety")).hasCount(0);

            takesItBack(mina);
            // It goes from her screen by itself; a reload here and the page's own would cut each other short.
            assertThat(seen.locator("main")).not().containsText(maya.name());
            assertThat(maya.fileFor("sana").status()).isEqualTo(404);
            sana.open("/worklist/mine.xhtml");
            assertThat(seen.locator("main")).containsText("Say what became of what you got");

            Page page = mina.open("/consent/shared.xhtml?case=" + maya.caseId());
            assertThat(page.locator("tbody")).containsText("Names and age");
            mina.axe();
            mina.screenshot("adult-way-shared");
        }
        assertThat(herList())
                .contains(
                        SHELTER,
                        "Taken back",
                        "Share with police",
                        "No, ",
                        "learns nothing of this: Safety",
                        "learns nothing of this: Health");
    }

    private void saysYesToHelpAndNoToThePolice(Browser mina) {
        Page page = mina.open("/consent/ask.xhtml?case=" + maya.caseId());
        press(page, "Begin");
        answer(page, "SAFE_CONTACT", "AGREED");
        press(page, "Leave this one out");
        answer(page, "SHARE_REFERRAL", "AGREED");
        answer(page, "SHARE_LAW_ENFORCEMENT", "REFUSED");
        press(page, "Enough for today: read back");
        page.locator("main a.al-button", new Page.LocatorOptions().setHasText("She says that it is right"))
                .click();
        page.check("input[name=medium][value=WRITTEN]");
        page.check("input[name=explained]");
        press(page, "Save what she said");
        assertThat(page.locator("main")).containsText("Name the organisations with her");
    }

    private void agreesToAPart(Browser mina) {
        Page page = mina.open("/consent/record.xhtml?case=" + maya.caseId());
        page.locator("label.al-choice", new Page.LocatorOptions().setHasText(SHELTER))
                .click();
        press(page, "Go on");
        page.check("input[name=said][value=yes]");
        page.check("input[name=categories][value=IDENTITY]");
        page.check("input[name=categories][value=SAFETY_RISK]");
        page.locator("main form details summary").first().click();
        page.check("input[name=withheld_WHOLE][value=HEALTH]");
        page.check("input[name=medium][value=WRITTEN]");
        page.check("input[name=explained]");
        press(page, "Save her answer");
        assertThat(page.locator("main")).containsText("learns nothing of this: Health");
        mina.axe();
        mina.screenshot("adult-way-agreed");
    }

    private void keepsHerSafetyBack(Browser mina) {
        Page page = mina.open("/consent/keep.xhtml?case=" + maya.caseId());
        page.selectOption("#recipient", WILLOW);
        page.check("input[name=category][value=SAFETY_RISK]");
        page.check("input[name=part][value=WHOLE]");
        press(page, "Keep it back");
        assertThat(page.locator(".al-toast")).containsText("no longer learns it");
    }

    private void takesItBack(Browser mina) {
        Page page = mina.open("/consent/list.xhtml?case=" + maya.caseId());
        Locator end = page.locator("main a.al-button", new Page.LocatorOptions().setHasText("End it"));
        end.click();
        press(page, "End it now");
        assertThat(page.locator("tbody")).containsText("Taken back");
        mina.axe();
        mina.screenshot("adult-way-taken-back");
    }

    private String herList() throws IOException {
        byte[] paper = product.http("mina")
                .file("/api/v1/cases/" + maya.caseId() + "/ledger/print")
                .body();
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void answer(Page page, String purpose, String answer) {
        page.check("input[name=said_" + purpose + "][value=" + answer + "]");
        press(page, "Keep her answer, go on");
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .click();
    }
}
