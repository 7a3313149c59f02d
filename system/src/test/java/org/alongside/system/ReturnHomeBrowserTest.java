package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole way of one who goes back to her country: she decides after she was told, leaves when all is there, arrives, is given what she needs to
 * begin, says how it goes, and is asked afterwards how she is. The clock is moved.
 */
class ReturnHomeBrowserTest {
    private final Product product = Product.get();

    @Test
    void she_decides_leaves_when_all_is_there_arrives_lives_there_and_is_asked_afterwards() {
        Survivor maya = Survivor.adult(product, "mina");
        String advice = maya.isHelpedBy("daniel", Survivor.OPEN_DOOR, Survivor.OPEN_DOOR_ADVICE, "IDENTITY");
        try (Browser mina = Browser.as("mina");
                Browser ilse = Browser.as("ilse")) {
            product.forward(Duration.ofDays(4));
            String home = decides(mina, maya);
            leavesWhenAllIsThere(mina, maya, advice);
            product.forward(Duration.ofDays(1));
            arrives(mina, home);
            isGivenWhatSheNeeds(mina, home);
            saysWhatSheWants(mina, home);
            product.forward(Duration.ofDays(31));
            looksHowItGoes(mina, home);
            livesThereOnHerOwn(mina, home);
            must(204, product.http("daniel").post("/api/v1/referrals/" + advice + "/first-contact", null));
            must(
                    204,
                    product.http("daniel")
                            .post("/api/v1/referrals/" + advice + "/completion", Map.of("outcome", "SERVICE_GIVEN")));
            isClosed(mina, ilse, maya);
            isAskedOnce(mina, maya);
            Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            for (String told : List.of(
                    "She decided where to live: She goes back by herself",
                    "Somebody confirmed that they receive her",
                    "Arranged for her journey: Travel",
                    "She left",
                    "She arrived",
                    "Going back or staying is over: She lives on her own",
                    "the case was closed",
                    "She was asked how she is")) {
                assertThat(page.locator("[aria-labelledby=story]")).containsText(told);
            }
            mina.isWhole();
            mina.screenshot("return-home-journey");
            mina.screenshotInArabic("return-home-journey");
        }
    }

    /** Answers where the way stands from then on. */
    private String decides(Browser mina, Survivor maya) {
        Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
        mina.press(page.locator("main a[href*='/reintegration/of.xhtml']").first());
        page.locator("input[name=returnType][value=VOLUNTARY]").check();
        page.selectOption("#country", "MD");
        page.selectOption("#language", "eng");
        page.fill("#informedOn", today().toString());
        page.fill("#decidedOn", today().minusDays(1).toString());
        page.locator("input[name=familyContact][value=SAFE_AND_WANTED]").check();
        mina.press("#decide");
        assertThat(page.locator("main")).containsText("She decides after she was told");
        mina.isWhole();
        mina.screenshot("reintegration-plan");
        mina.screenshotInArabic("reintegration-plan");
        page.fill("#decidedOn", today().toString());
        mina.press("#decide");
        assertThat(page.locator("main")).containsText("Before she leaves");
        assertThat(page.locator("main a[href*='/casefile/file.xhtml']")).hasCount(1);
        return page.url().replaceAll(".*(/reintegration/one\\.xhtml\\?reintegration=[0-9a-f-]{36}).*", "$1");
    }

    private void leavesWhenAllIsThere(Browser mina, Survivor maya, String referral) {
        Page page = mina.page();
        assertThat(page.locator("main h1")).containsText(maya.name());
        mina.press("#depart");
        assertThat(page.locator("main")).containsText("Nobody has confirmed that they receive her");
        mina.isWhole();
        mina.screenshot("reintegration-missing");
        for (String step : List.of("DOCUMENTS", "TRAVEL", "RECEPTION")) {
            mina.press("button[value=" + step + "]");
        }
        asksTheConsulate(mina);
        card(page, "receiver").locator("summary").click();
        mina.press("#confirm");
        assertThat(page.locator("#confirmedOn")).isVisible();
        page.selectOption("#referral", referral);
        page.fill("#confirmedOn", today().toString());
        mina.press("#confirm");
        assertThat(card(page, "receiver")).containsText("Open Door Legal Aid");
        card(page, "receiver").locator("summary").click();
        page.fill("#name", "Casa Nova");
        page.fill("#confirmedBy", "Ana, who leads it");
        page.fill("#confirmedOn", today().toString());
        page.locator("input[name=medium][value=PHONE]").check();
        mina.press("#confirm");
        mina.press("#depart");
        assertThat(page.locator("main")).containsText("Her risk");
        maya.isFound("SAFE", "DIGITAL", "NONE");
        mina.press("#depart");
        assertThat(page.locator("main")).containsText("On her way");
        mina.isWhole();
    }

    /** Who is asked to help on her way stands beside what it concerns. */
    private void asksTheConsulate(Browser mina) {
        Page page = mina.page();
        assertThat(card(page, "helpers")).containsText("Nobody was asked yet.");
        card(page, "helpers").locator("summary").click();
        page.locator("input[name=step][value=DOCUMENTS]").check();
        page.fill("#on", today().toString());
        mina.press("#helped");
        assertThat(page.locator("[data-errors]")).containsText("Who?");
        assertThat(page.locator("input[name=step][value=DOCUMENTS]")).isChecked();
        mina.isWhole();
        mina.screenshot("reintegration-helpers");
        mina.screenshotInArabic("reintegration-helpers");
        page.locator("input[name=helper][value=CONSULATE]").check();
        page.locator("input[name=answer][value=CONFIRMED]").check();
        mina.press("#helped");
        assertThat(card(page, "helpers")).containsText("A consulate");
        assertThat(card(page, "helpers")).containsText("Confirmed");
        mina.isWhole();
    }

    private void arrives(Browser mina, String home) {
        Page page = mina.open(home);
        page.locator("input[name=how][value=SAFE]").check();
        mina.press("#arrive");
        assertThat(page.locator("main")).containsText("She arrived safely");
    }

    private void isGivenWhatSheNeeds(Browser mina, String home) {
        Page page = mina.open(home);
        card(page, "support").locator("summary").click();
        page.locator("input[name=kind][value=CASH]").check();
        page.selectOption("#purpose", "WORK");
        page.fill("#amount", "250.50");
        page.fill("#currency", "EUR");
        page.fill("#givenOn", today().toString());
        mina.press("#give");
        assertThat(card(page, "support")).containsText("250.50 EUR");
        mina.press(card(page, "support").locator("button[name=has]"));
        assertThat(card(page, "support")).containsText("She has it");
    }

    private void saysWhatSheWants(Browser mina, String home) {
        Page page = mina.open(home);
        for (String[] aim : new String[][] {
            {"ECONOMIC", "My own hairdresser's"},
            {"SOCIAL", "A flat near my sister"},
            {"PSYCHOSOCIAL", "To sleep through the night"}
        }) {
            unfold(page);
            page.selectOption("#dimension", aim[0]);
            page.fill("#aim", aim[1]);
            mina.press("#addAim");
            assertThat(card(page, "life")).containsText(aim[1]);
        }
    }

    /** After a month somebody is asked to look with her, and she says how far she is. */
    private void looksHowItGoes(Browser mina, String home) {
        String id = home.replaceAll(".*=", "");
        await().atMost(Duration.ofSeconds(60)).until(() -> product.sql()
                .one(
                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ? and t.task_def_key_ = 'look-with-her'",
                        id)
                .equals(1L));
        Page page = mina.page();
        mina.press(mina.openWork("/reintegration/one.xhtml?reintegration=" + id));
        unfold(page);
        mina.press("#look");
        assertThat(page.locator("main")).containsText("Say for at least one part of her life");
        assertThat(page.locator("#reading_SAFE_HOME")).isVisible();
        page.selectOption("#reading_INCOME_COVERS_NEEDS", "PARTLY");
        page.selectOption("#reading_SAFE_HOME", "YES");
        page.selectOption("#reading_SOMEBODY_TO_TURN_TO", "YES");
        mina.press("#look");
        assertThat(card(page, "life").locator("li .al-chip")).hasCount(3);
        assertThat(card(page, "life").locator("li:has-text('What she earns is enough')"))
                .containsText("Partly");
        mina.isWhole();
        mina.screenshot("reintegration");
        mina.screenshotInArabic("reintegration");
    }

    private void livesThereOnHerOwn(Browser mina, String home) {
        Page page = mina.open(home);
        page.check("input[name=reason][value=DONE]");
        mina.press("#end");
        assertThat(page.locator("main")).not().containsText("Something broke");
        mina.isWhole();
    }

    private void isClosed(Browser mina, Browser ilse, Survivor maya) {
        String close = "/casefile/close.xhtml?case=" + maya.caseId();
        Page page = mina.open(close + "&why=RETURNED_HOME_COUNTRY");
        page.check("input[name=met][value=RECEIVER_CONFIRMED]");
        page.check("input[name=met][value=RETURN_RISK_ASSESSED]");
        page.check("input[name=conversation][value=AGREES]");
        page.check("input[name=dataNotice][value=GIVEN]");
        page.check("input[name=followUp_answer][value=YES]");
        page.selectOption("#followUp_channel", "PHONE");
        page.fill("#overrideReason", "She lives with her sister, and Casa Nova goes on helping her");
        mina.isWhole();
        mina.screenshot("return-home-closing");
        mina.press("#propose");
        assertThat(page.locator("main")).containsText("Closing is proposed");
        Page desk = ilse.open(close);
        ilse.press("#approve");
        assertThat(desk.locator("main")).containsText("This case is closed");
    }

    private void isAskedOnce(Browser mina, Survivor maya) {
        String first = must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/follow-ups"))
                .json()
                .at("/0/id")
                .asText();
        product.forward(Duration.ofDays(92));
        Page page = mina.page();
        mina.reopenUntil(
                "/afterwards/one.xhtml?followup=" + first,
                () -> page.locator("#log").count() == 1);
        page.selectOption("#channel", "PHONE");
        page.check("input[name=tried][value=REACHED]");
        mina.press("#log");
        page.check("input[name=outcome][value=REACHED]");
        page.selectOption("#answer_SAFETY", "GOOD");
        page.fill("#words", "The shop is open");
        mina.press("#record");
        assertThat(page.locator("[aria-labelledby=said]")).containsText("The shop is open");
    }

    private static void unfold(Page page) {
        page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })");
    }

    private static Locator card(Page page, String heading) {
        return page.locator(".al-card:has(#" + heading + ")");
    }

    private LocalDate today() {
        return product.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
