package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A case is closed line by line, she is asked three months later, and helped again. */
class AfterwardsBrowserTest {
    private final Product product = Product.get();

    @Test
    void what_closing_asks_is_noted_and_three_months_later_she_is_asked_and_helped_again() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/close.xhtml?case=" + maya.caseId());
            assertThat(card(page, "against")).containsText("She lives somewhere stable");
            assertThat(card(page, "against")).containsText("Nobody noted where she lives");
            card(page, "ground").locator("summary").click();
            page.selectOption("#housing", "INDEPENDENT_RENTAL");
            page.fill("#housedSince", today().minusDays(90).toString());
            page.fill("#safetyPlanOn", today().toString());
            page.fill("#hotlineOn", today().plusDays(2).toString());
            page.fill("#talkedOn", today().toString());
            page.selectOption("#permits", "NONE");
            mina.press("#note");
            assertThat(page.locator("main")).containsText("has not come yet");
            assertThat(page.locator("#housedSince"))
                    .hasValue(today().minusDays(90).toString());
            page.fill("#hotlineOn", today().toString());
            mina.press("#note");
            assertThat(page.locator(".al-toast")).containsText("Written down");
            assertThat(card(page, "against")).not().containsText("Nobody noted where she lives");
            mina.isWhole();
            mina.axe();
            mina.screenshot("closing-checklist");
            mina.screenshotInArabic("closing-checklist");
        }
        String closing = maya.isProposedToClose();
        must(204, product.http("ilse").post("/api/v1/closings/" + closing + "/approval", null));
        String first = must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/follow-ups"))
                .json()
                .at("/0/id")
                .asText();
        product.forward(Duration.ofDays(92));
        await().atMost(Duration.ofSeconds(60)).until(() -> product.sql()
                .one(
                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ? and t.task_def_key_ = 'ask-her'",
                        first)
                .equals(1L));
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.page();
            mina.openWork("/afterwards/one.xhtml?followup=" + first).click();
            assertThat(page.locator("main")).containsText("Only this way");
            assertThat(page.locator("main h1")).containsText(maya.name());
            mina.isWhole();
            mina.axe();
            mina.screenshot("follow-up");
            mina.screenshotInArabic("follow-up");
            page.selectOption("#channel", "PHONE");
            page.locator("input[name=tried][value=REACHED]").check();
            mina.press("#log");
            page.locator("input[name=outcome][value=REACHED]").check();
            page.selectOption("#answer_SAFETY", "BAD");
            page.fill("#words", "He stood at her door");
            mina.press("#record");
            assertThat(page.locator("main")).containsText("Offer her to open the case again");
            mina.isWhole();
            mina.screenshot("follow-up-worry");
            page.locator("input[name=answer][value=WANTS]").check();
            mina.press("#offer");
            mina.open("/casefile/reopen.xhtml?case=" + maya.caseId());
            page.locator("input[name=reason][value=NEW_RISK]").check();
            mina.press("#reopen");
            mina.open("/afterwards/of.xhtml?case=" + maya.caseId());
            assertThat(card(page, "times")).containsText("Not asked any more");
            mina.isWhole();
            mina.screenshot("follow-ups");
        }
    }

    @Test
    void she_is_asked_how_she_is_by_a_clock_at_the_end_and_three_months_later_and_her_no_ends_it() {
        Survivor maya = Survivor.adult(product, "mina");
        product.forward(Duration.ofDays(15));
        waits(
                "select a.measure_ask_id::text from alongside.measure_ask a where a.settled_at is null and a.case_id = ?::uuid",
                maya.caseId(),
                "put-to-her");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.page();
            mina.openWork("/outcome/of.xhtml?case=" + maya.caseId()).click();
            assertThat(card(page, "asked")).containsText("At the beginning");
            mina.isWhole();
            mina.axe();
            mina.screenshot("asked-to-measure");
            mina.screenshotInArabic("asked-to-measure");
            mina.press("#decline");
            assertThat(card(page, "asked")).isVisible();
            page.locator("input[name=answer][value=NOT_NOW]").check();
            mina.press("#decline");
            assertThat(page.locator(".al-toast")).containsText("Her no is written down");
            assertThat(card(page, "asked")).hasCount(0);

            mina.open("/casefile/close.xhtml?case=" + maya.caseId());
            assertThat(card(page, "exit")).containsText("Nothing hangs on it");
            mina.isWhole();
            mina.screenshot("closing-measure");
            mina.press(card(page, "exit").locator("a[href*='000000000002']"));
            assertThat(page.locator("input[name=point][value=EXIT]")).isChecked();
            assertThat(page.locator("input[name=point][value=M3]")).hasCount(0);
            answer(page, 2);
            mina.press("#save");
            mina.open("/casefile/close.xhtml?case=" + maya.caseId());
            assertThat(card(page, "exit")).containsText("She was measured at the end");
        }
        must(204, product.http("ilse").post("/api/v1/closings/" + maya.isProposedToClose() + "/approval", null));
        product.forward(Duration.ofDays(92));
        waits(
                "select u.follow_up_id::text from alongside.follow_up u where u.point = 'M3' and u.case_id = ?::uuid",
                maya.caseId(),
                "ask-her");
        try (Browser mina = Browser.as("mina")) {
            String first = product.sql()
                    .one(
                            "select follow_up_id::text from alongside.follow_up where point = 'M3' and case_id = ?::uuid",
                            maya.caseId())
                    .toString();
            Page page = mina.open("/afterwards/one.xhtml?followup=" + first);
            assertThat(card(page, "measuring")).hasCount(0);
            page.selectOption("#channel", "PHONE");
            page.locator("input[name=tried][value=REACHED]").check();
            mina.press("#log");
            assertThat(card(page, "measuring")).containsText("before you write down how it ended");
            mina.isWhole();
            mina.screenshot("follow-up-measure-offered");
            mina.press(card(page, "measuring").locator("a[href*='000000000002']"));
            mina.isWhole();
            mina.axe();
            mina.screenshot("follow-up-measure");
            mina.screenshotInArabic("follow-up-measure");
            answer(page, 0);
            mina.press("#save");
            assertThat(card(page, "measuring").locator("a[href*='000000000002']"))
                    .hasCount(0);
            mina.open("/outcome/of.xhtml?case=" + maya.caseId());
            assertThat(page.locator("svg.al-chart circle")).hasCount(2);
            mina.isWhole();
            mina.screenshot("outcomes-after-closing");
        }
    }

    /** Every question with the same value. */
    private void answer(Page page, int value) {
        for (int at = 0; at < 7; at++) {
            page.locator("input[name=answers_" + at + "][value='" + value + "']")
                    .check();
        }
        page.locator("input[name=rater][value=HERSELF]").check();
        page.fill("#measuredOn", today().toString());
    }

    private void waits(String subject, String caseId, String step) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> product.sql()
                                .count(
                                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                                + " where p.business_key_ in (" + subject + ") and t.task_def_key_ = '"
                                                + step
                                                + "'",
                                        caseId)
                        == 1);
    }

    private static Locator card(Page page, String heading) {
        return page.locator(".al-card:has(#" + heading + ")");
    }

    private LocalDate today() {
        return product.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
