package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody typed is never lost and a page stays one page: too long, answered wrongly, or changed by somebody else. */
class TypedWordsBrowserTest {
    private static final int MORE_THAN_A_DRAFT = 70_000;
    private static final double TWO_SECONDS = 2_000;

    private final Product product = Product.get();

    @Test
    void what_is_far_too_long_is_told_beside_its_field_and_nothing_is_lost() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/safety/plan.xhtml?case=" + maya.caseId());
            page.fill("#warningSigns", "He stops answering");
            page.fill("#steps", "x".repeat(MORE_THAN_A_DRAFT));
            Locator kept = page.locator(".al-saved[data-state='too-long']");
            assertThat(kept).containsText("more than one page may hold");
            mina.press("#save");
            assertThat(page.locator("#steps-error")).containsText("This is too long. 10000 letters are the most");
            assertThat(page.locator("#steps").inputValue()).hasSize(MORE_THAN_A_DRAFT);
            assertThat(page.locator("#warningSigns")).hasValue("He stops answering");

            page.fill("#steps", "س".repeat(9_000));
            page.fill("#people", "ش".repeat(9_000));
            mina.press("#save");
            assertThat(page.locator("#steps-error")).containsText("The most is 4000");
            assertThat(page.locator("#people-error")).containsText("The most is 2000");
            assertThat(page.locator("#people").inputValue()).hasSize(9_000);

            page.fill("#steps", "She goes to the bakery");
            page.fill("#people", "");
            page.locator("input[name=survivorCopy]").first().check();
            mina.press("#save");
            assertThat(page.locator("main")).containsText("She goes to the bakery");
        }
    }

    @Test
    void an_answer_that_is_none_is_told_in_the_words_of_the_house_in_arabic_too() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/safety/assess.xhtml?case=" + maya.caseId());
            mina.in("ar");
            page.fill("#herWords", "لا أنام");
            page.evaluate(
                    "() => { const one = document.getElementById('level'); one.options[1].value = 'NONSENSE'; one.selectedIndex = 1; }");
            mina.press("#save");
            assertThat(page.locator("#level-error")).hasText("اختر إحدى الإجابات");
            assertThat(page.locator("#herWords")).hasValue("لا أنام");
            mina.in("en");
        }
    }

    @Test
    void a_page_that_somebody_else_changes_is_shown_once_and_what_is_typed_there_stays() {
        House house = House.of(product, 2);
        Survivor maya = House.sheltered(product);
        String placement = House.asked(maya);
        try (Browser petra = Browser.as("petra");
                Browser sana = Browser.as("sana")) {
            Page typing = opened(petra, placement);
            typing.fill("#leavesAt", "2031-05-04T11:00");
            house.held(maya, 0);
            typing.locator("#al-changed a").click();
            assertThat(typing.locator("#admit")).isVisible();
            assertThat(typing.locator("#leavesAt")).hasValue("2031-05-04T11:00");
            isShownOnce(typing);

            Page reading = opened(sana, placement);
            house.act("petra", placement, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
            assertThat(reading.locator("main"))
                    .containsText("She lives here", new ContainsTextOptions().setTimeout(TWO_SECONDS));
            assertThat(reading.locator("#admit")).hasCount(0);
            isShownOnce(reading);
        }
    }

    private static Page opened(Browser browser, String placement) {
        browser.page().waitForWebSocket(() -> browser.open("/housing/placement.xhtml?placement=" + placement));
        browser.page().waitForTimeout(300);
        return browser.page();
    }

    private static void isShownOnce(Page page) {
        assertThat(page.locator("main h1")).hasCount(1);
        assertThat((List<?>) page.evaluate("""
                () => {
                    const ids = [...document.querySelectorAll('#main [id]')].map(one => one.id).filter(id => !id.includes('ViewState'));
                    return ids.filter((id, at) => ids.indexOf(id) !== at);
                }""")).as("what the page shows twice").isEmpty();
    }
}
