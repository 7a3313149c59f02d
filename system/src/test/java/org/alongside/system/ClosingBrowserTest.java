package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A caseworker proposes to close a case, a supervisor decides, and the caseworker opens it again, in browsers. */
class ClosingBrowserTest {
    private final Product product = Product.get();

    @Test
    void two_people_close_a_case_and_open_it_again() {
        Survivor maya = Survivor.adult(product, "mina");
        String close = "/casefile/close.xhtml?case=" + maya.caseId();
        try (Browser mina = Browser.as("mina");
                Browser ilse = Browser.as("ilse")) {
            Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            mina.press(page.locator("main a[href*='/casefile/close.xhtml']").first());
            assertThat(page.locator("main").innerText())
                    .contains("Close the case", "Her risk is high", "Open: needs a reason");
            mina.axe();
            page.locator("input[name=chosen][value=GOALS_ACHIEVED]").check();
            mina.press("#choose");
            mina.axe();
            mina.screenshot("closing-propose");
            page.fill("#words", "Her sister lives with her now");
            mina.press("#propose");
            assertThat(page.locator("main").innerText())
                    .as("what is missing is told")
                    .contains("Each of these has to be done first");
            assertThat(page.locator("#words").inputValue())
                    .as("typed text stays")
                    .contains("sister");
            mina.axe();
            page.locator("input[name=met][value=SAFETY_CHECKED]").check();
            page.locator("input[name=met][value=TRANSITION_PLANNED]").check();
            page.locator("input[name=conversation][value=AGREES]").check();
            page.locator("input[name=dataNotice][value=GIVEN]").check();
            page.locator("input[name=followUp_answer][value=YES]").check();
            page.selectOption("#followUp_channel", "PHONE");
            page.fill("#overrideReason", "The risk is as low as it will be");
            mina.press("#propose");
            assertThat(page.locator("main").innerText())
                    .contains("Closing is proposed", "She has reached what she wanted");
            mina.axe();

            Page desk = ilse.page();
            ilse.openWork(close);
            ilse.open(close);
            assertThat(desk.locator("main").innerText())
                    .contains("Mina", "The risk is as low as it will be", "Yes, we may ask");
            ilse.axe();
            ilse.screenshot("closing-decide");
            ilse.screenshotInArabic("closing-decide");
            desk.locator("summary", new Page.LocatorOptions().setHasText("Send it back"))
                    .click();
            desk.fill("#change", "Ask her once more how to reach her");
            ilse.press("#sendBack");

            mina.open(close);
            assertThat(page.locator("main").innerText()).contains("Ask her once more how to reach her");
            mina.screenshot("closing-sent-back");
            maya.isProposedToClose();

            ilse.open(close);
            ilse.press("#approve");
            assertThat(desk.locator("main").innerText()).contains("This case is closed");
            ilse.axe();

            mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).contains("This case is closed", "the case was closed");
            mina.screenshot("closing-closed");
            mina.press(page.locator("main a[href*='/casefile/close.xhtml']").first());
            mina.press(page.locator("main a[href*='/casefile/reopen.xhtml']"));
            mina.axe();
            mina.screenshot("closing-reopen");
            page.locator("input[name=reason][value=CAME_BACK]").check();
            mina.press("#reopen");
            assertThat(page.locator("main").innerText()).contains("Reopened", "Episode 2");

            ilse.open("/casefile/reopen.xhtml?case=" + maya.caseId());
            ilse.axe();
            ilse.press("#takeUpCase");
            assertThat(desk.locator("main").innerText()).contains("Active", "Episode 2");
        }
    }

    @Test
    void nothing_is_filled_in_while_help_is_under_way() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(Survivor.CEDAR, "IDENTITY");
        maya.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/close.xhtml?why=GOALS_ACHIEVED&case=" + maya.caseId());
            assertThat(page.locator("main").innerText())
                    .contains("To be ended first", "Help that is under way is never cut off by closing");
            assertThat(page.locator("#propose").count()).isZero();
            mina.axe();
            mina.screenshot("closing-blocked");
            mina.press(page.locator("section[aria-labelledby=against] a[href*='/referral/of.xhtml']"));
            assertThat(page.locator("h1").innerText()).isNotBlank();
        }
    }

    @Test
    void a_try_to_reach_her_is_written_down_where_contact_is_lost() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/close.xhtml?why=LOST_CONTACT&case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).contains("not looked for often or long enough");
            page.locator("summary", new Page.LocatorOptions().setHasText("Write down a try"))
                    .click();
            page.locator("input[name=outcome][value=NO_ANSWER]").check();
            mina.press("#log");
            assertThat(page.locator("aside").innerText()).contains("No answer", "By phone");
            mina.axe();
            mina.screenshot("closing-lost");
        }
    }
}
