package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caseworker asks a survivor about an organisation in her browser, takes an agreement back, and changes what is known. */
class ConsentBrowserTest {
    private Browser mina;
    private Survivor survivor;

    @BeforeEach
    void sign_in() {
        survivor = Survivor.adult(Product.get(), "mina");
        mina = Browser.as("mina");
    }

    @AfterEach
    void close() {
        mina.close();
    }

    @Test
    void she_says_yes_to_some_and_takes_it_back_at_once() {
        Page page = mina.open("/consent/list.xhtml?case=" + survivor.caseId());
        assertThat(page.locator("main")).containsText("Nothing is shared with anybody");
        mina.axe();
        link("Ask about an organisation").click();
        mina.axe();
        ask("Cedar Counselling");
        mina.axe();
        assertThat(page.locator(".al-say")).containsText("You can say no, and we still help you.");
        mina.screenshot("consent-record");
        mina.screenshotInArabic("consent-record");
        page.check("input[name=said][value=yes]");
        page.check("input[name=categories][value=IDENTITY]");
        page.check("input[name=medium][value=ORAL_WITNESSED]");
        press("Save her answer");

        Locator wrong = page.locator("[data-errors]");
        assertThat(wrong).containsText("Who was the witness?");
        assertThat(wrong).containsText("Does she understand it?");
        assertThat(page.locator("input[name=categories][value=IDENTITY]")).isChecked();
        mina.axe();
        page.fill("#witness", "Ilse Baur");
        page.check("input[name=explained]");
        press("Save her answer");

        assertThat(page.locator(".al-toast")).containsText("You can now ask Cedar Counselling for help");
        assertThat(page.locator("tbody")).containsText("Names and age");
        assertThat(page.locator("tbody")).containsText("Given");
        mina.axe();
        link("End it").click();
        assertThat(page.locator("main")).containsText("Cedar Counselling can no longer read anything");
        mina.axe();
        press("End it now");

        assertThat(page.locator(".al-toast")).containsText("has ended");
        assertThat(page.locator("tbody")).containsText("Taken back");
        assertThat(link("End it")).hasCount(0);
    }

    @Test
    void what_is_hers_by_right_is_told_and_what_nobody_told_her_is_seen() {
        Page page = mina.open("/casefile/file.xhtml?case=" + survivor.caseId());
        Locator missed = page.locator(".al-card:has(#notTold)");
        assertThat(missed).containsText("Time to recover and think");
        assertThat(missed).containsText("Compensation for what was done to her");
        mina.axe();
        missed.locator("a").click();
        Locator told = page.locator(".al-card:has(#told)");
        assertThat(told).containsText("Nobody told her yet");
        link("Write down what she was told").click();
        mina.axe();
        mina.screenshot("consent-tell");
        mina.screenshotInArabic("consent-tell");
        page.check("input[name=kinds][value=RECOVERY_PERIOD]");
        page.check("input[name=kinds][value=COMPENSATION]");
        page.check("input[name=ways][value=INTERPRETER]");
        page.selectOption("#language", "ara");
        press("Save");
        assertThat(page.locator("[data-errors]")).containsText("On which day?");
        assertThat(page.locator("[data-errors]")).containsText("Who told her?");
        assertThat(page.locator("input[name=kinds][value=COMPENSATION]")).isChecked();
        page.fill("#toldOn", survivor.inDays(-1).substring(0, 10));
        page.check("input[name=teller][value=LAWYER]");
        press("Save");

        Locator said = told.locator("li");
        assertThat(said).hasCount(2);
        assertThat(told).containsText("Arabic");
        assertThat(told).containsText("With an interpreter");
        assertThat(told).containsText("Her lawyer");
        assertThat(told).containsText("Mina Okafor");
        mina.axe();
        mina.screenshot("consent-told");
        mina.screenshotInArabic("consent-told");
        mina.open("/casefile/file.xhtml?case=" + survivor.caseId());
        assertThat(missed).not().containsText("Time to recover and think");
        assertThat(missed).containsText("A lawyer without cost");
    }

    @Test
    void she_is_asked_purpose_by_purpose_says_yes_and_no_and_takes_a_yes_back() {
        Page page = mina.open("/consent/list.xhtml?case=" + survivor.caseId());
        link("Talk with her about consent").click();
        assertThat(page.locator(".al-say")).containsText("Whatever you say, we go on helping you");
        mina.axe();
        mina.screenshot("consent-ask-start");
        press("Begin");
        assertThat(page.locator("main h2").first()).containsText("Contact in the safe way");
        assertThat(page.locator("main input[type=radio]:checked")).hasCount(0);
        press("Keep her answer, go on");
        assertThat(page.locator("[data-errors]")).containsText("What does she say?");
        answer("SAFE_CONTACT", "AGREED");
        answer("NRM_REFERRAL", "REFUSED");
        answer("SHARE_REFERRAL", "AGREED");
        assertThat(page.locator("main h2").first()).containsText("Share with police");
        press("Leave this one out");
        answer("SHARE_FAMILY", "AGREED");
        assertThat(page.locator("[data-errors]")).containsText("With whom?");
        mina.axe();
        mina.screenshot("consent-ask");
        mina.screenshotInArabic("consent-ask");
        brokenOffWithoutAName();
        page.fill("#named_SHARE_FAMILY", "My sister Laila");
        press("Keep her answer, go on");
        press("Enough for today: read back");

        Locator said = page.locator("main .al-card");
        assertThat(said).containsText("My sister Laila");
        assertThat(said).not().containsText("Share with police");
        mina.axe();
        mina.screenshot("consent-ask-read");
        link("She says that it is right").click();
        page.check("input[name=medium][value=WRITTEN]");
        press("Save what she said");
        assertThat(page.locator("[data-errors]")).containsText("Does she understand it?");
        page.check("input[name=explained]");
        mina.axe();
        mina.screenshot("consent-ask-how");
        press("Save what she said");
        assertThat(page.locator("main")).containsText("Name the organisations with her");
        mina.axe();
        mina.screenshot("consent-ask-done");

        page.locator("main a", new Page.LocatorOptions().setHasText("Back to what she agreed to"))
                .click();
        Locator purposes = page.locator("main .al-card")
                .filter(new Locator.FilterOptions().setHasText("What she says of each purpose"));
        assertThat(purposes).containsText("Formal identification");
        mina.axe();
        mina.screenshot("consent-purposes");
        mina.screenshotInArabic("consent-purposes");
        purposes.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Contact in the safe way"))
                .click();
        assertThat(page.locator(".al-toast")).containsText("It is taken back");
        assertThat(purposes).containsText("Taken back");

        Map<String, Object> ending = Survivor.saying("MEDICAL", "AGREED");
        ending.put("answers", List.of(Map.of("purpose", "MEDICAL", "answer", "AGREED", "until", survivor.inDays(2))));
        must(201, Product.get().http("mina").post("/api/v1/cases/" + survivor.caseId() + "/purpose-answers", ending));
        page.navigate(Product.get().url() + "/worklist/mine.xhtml");
        assertThat(page.locator("main")).containsText("Ask her again: Examination or treatment");
        assertThat(page.locator("main")).containsText(survivor.name());
        mina.axe();
        mina.screenshot("worklist-ending");
    }

    @Test
    void she_says_no_and_nothing_is_shared_or_kept() {
        Page page = mina.open("/consent/record.xhtml?case=" + survivor.caseId());
        ask("City Police Liaison");
        assertThat(page.locator(".al-say")).containsText("Nobody makes you speak with them");
        page.check("input[name=said][value=no]");
        press("Save her answer");

        assertThat(page.locator(".al-toast")).containsText("Help goes on");
        assertThat(page.locator("main")).containsText("Nothing is shared with anybody");
        assertThat(page.locator("#refused")).hasCount(1);
        assertThat(page.locator("main")).containsText("City Police Liaison");
        mina.axe();
    }

    @Test
    void what_she_keeps_back_is_shown_until_she_lets_it_go_and_what_was_shared_is_read_and_attested() {
        Product product = Product.get();
        survivor.isHelpedBy("sana", Survivor.WILLOW, Survivor.WILLOW_SAFE_HOUSE, "IDENTITY", "SAFETY_RISK");
        Page page = mina.open("/consent/list.xhtml?case=" + survivor.caseId());
        link("Keep something back").click();
        mina.axe();
        mina.screenshot("consent-keep");
        mina.screenshotInArabic("consent-keep");
        page.selectOption("#recipient", Survivor.WILLOW);
        page.check("input[name=category][value=SAFETY_RISK]");
        page.check("input[name=part][value=WHOLE]");
        press("Keep it back");
        assertThat(page.locator(".al-toast")).containsText("no longer learns it");
        assertThat(page.locator("main")).containsText("learns nothing of this: Safety");
        mina.axe();
        mina.screenshot("consent-list");
        mina.screenshotInArabic("consent-list");
        press("Let it go");
        assertThat(page.locator("main")).containsText("What she let go again");
        link("End it").click();
        press("End it now");
        page.navigate(product.url() + "/consent/shared.xhtml?case=" + survivor.caseId());
        assertThat(page.locator("tbody")).containsText("Names and age");
        assertThat(page.locator("tbody")).containsText("Asked");
        mina.axe();
        mina.screenshot("consent-shared");
        mina.screenshotInArabic("consent-shared");
        String asked = product.http("mina")
                .get("/api/v1/cases/" + survivor.caseId() + "/attestations")
                .json()
                .at("/0/id")
                .asText();
        try (Browser sana = Browser.as("sana")) {
            Page theirs = sana.open("/attestation/attest.xhtml?attestation=" + asked);
            assertThat(theirs.locator("main")).not().containsText(survivor.name());
            sana.axe();
            sana.screenshot("attestation");
            sana.screenshotInArabic("attestation");
            theirs.check("input[name=answer][value=DESTROYED]");
            theirs.locator("#attest").click();
            assertThat(theirs.locator(".al-toast")).containsText("Thank you");
        }
        page.reload();
        assertThat(page.locator("tbody")).containsText("Destroyed");
    }

    @Test
    void a_child_has_to_be_willing_and_somebody_who_may_has_to_agree() {
        Survivor child = Survivor.child(Product.get(), "mina");
        Page page = mina.open("/consent/record.xhtml?case=" + child.caseId());
        ask("Cedar Counselling");
        page.check("input[name=said][value=yes]");
        page.check("input[name=categories][value=IDENTITY]");
        page.check("input[name=medium][value=WRITTEN]");
        page.check("input[name=explained]");
        page.check("input[name=assent][value=UNWILLING]");
        page.check("input[name=giver][value=SELF]");
        press("Save her answer");

        Locator wrong = page.locator("[data-errors]");
        assertThat(wrong).containsText("Is she willing?");
        assertThat(wrong).containsText("Who agrees?");
        mina.axe();
        page.check("input[name=assent][value=WILLING]");
        page.check("input[name=giver][value=TRUSTED_ADULT]");
        page.selectOption("#giverRight", "BEST_INTERESTS");
        press("Save her answer");

        assertThat(page.locator("tbody")).containsText("Given");
    }

    @Test
    void a_conversation_that_was_broken_off_goes_on_where_it_was() {
        Page page = mina.open("/consent/record.xhtml?case=" + survivor.caseId());
        ask("Cedar Counselling");
        page.check("input[name=said][value=yes]");
        page.fill("#witness", "Ilse Baur");
        press("Stop for today");
        assertThat(page.locator(".al-toast")).containsText("What is written is kept");

        link("Ask about an organisation").click();

        assertThat(page.locator("#witness")).hasValue("Ilse Baur");
        assertThat(page.locator("input[name=said][value=yes]")).isChecked();
    }

    @Test
    void a_stale_edit_is_told_what_changed_and_keeps_what_was_typed() {
        String address = "/casefile/name.xhtml?case=" + survivor.caseId();
        Page mine = mina.open(address);
        mine.fill("#name_preferred", "Marisol");
        try (Browser other = Browser.as("mina")) {
            other.open(address).fill("#name_preferred", "Mariam");
            other.page().locator("#save").click();
            assertThat(other.page().locator(".al-toast")).containsText("The name is changed");
        }

        mine.locator("#save").click();

        assertThat(mine.locator("[data-errors]")).containsText("Someone changed");
        assertThat(mine.locator("#name_preferred")).hasValue("Marisol");
        assertThat(mine.locator("main form")).containsText("Mariam");
        mina.axe();
        mine.locator("#save").click();
        assertThat(mine.locator("main h1")).containsText("Marisol");
    }

    @Test
    void a_case_is_found_by_its_code_and_a_wrong_code_is_answered_calmly() {
        Page page = mina.open("/casefile/file.xhtml?case=" + survivor.caseId());
        String code = page.locator("main h1 .al-code").textContent();

        page.fill("#find", code.toLowerCase(java.util.Locale.ROOT));
        page.press("#find", "Enter");
        assertThat(page.locator("main h1")).containsText(survivor.name());

        page.fill("#find", "ZZ-" + UUID.randomUUID().toString().substring(0, 6));
        page.press("#find", "Enter");
        assertThat(page.locator("main")).containsText("No file with this code is open to you");
        mina.axe();
    }

    @Test
    void who_has_no_business_with_a_case_finds_nothing() {
        try (Browser sana = Browser.as("sana")) {
            Page page = sana.open("/casefile/list.xhtml");
            assertThat(page.locator("main")).not().containsText("New case");
            sana.axe();
            for (String file : new String[] {"/casefile/file", "/casefile/known", "/consent/list", "/consent/record"}) {
                int status = page.navigate(Product.get().url() + file + ".xhtml?case=" + survivor.caseId())
                        .status();
                assertThat(status).as(file).isEqualTo(404);
            }
        }
    }

    private void ask(String organisation) {
        mina.page()
                .locator("label.al-choice", new Page.LocatorOptions().setHasText(organisation))
                .click();
        press("Go on");
        assertThat(mina.page().locator("main .al-head h2")).containsText(organisation);
        assertThat(mina.page().locator("main")).not().containsText("This did not work");
    }

    /** What was typed is kept and found again; a yes that does not say to whom is asked for before it can be saved. */
    private void brokenOffWithoutAName() {
        Page page = mina.page();
        press("Enough for today: read back");
        assertThat(page.locator("main .al-notice")).containsText("Speak with her family");
        assertThat(link("She says that it is right")).hasCount(0);
        mina.axe();
        press("Stop for today");
        assertThat(page.locator("main")).containsText("You began to talk with her");
        link("Go on with the conversation").click();
        press("Go on where she stopped");
        assertThat(page.locator("main h2").first()).containsText("Share with police");
        press("Leave this one out");
    }

    private void press(String button) {
        mina.press(mina.page().locator("main button", new Page.LocatorOptions().setHasText(button)));
    }

    private void answer(String purpose, String said) {
        mina.page().check("input[name=said_" + purpose + "][value=" + said + "]");
        press("Keep her answer, go on");
    }

    private Locator link(String words) {
        return mina.page().locator("main a.al-button", new Page.LocatorOptions().setHasText(words));
    }
}
