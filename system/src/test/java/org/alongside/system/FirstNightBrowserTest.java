package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first night of one adult: a bed found, held and hers, and what others see of it meanwhile. */
class FirstNightBrowserTest {
    private final Product product = Product.get();

    @Test
    void she_has_a_bed_tonight_and_the_other_who_wanted_it_is_told_without_losing_a_word() {
        House house = House.of(product, 2);
        house.livesIn(House.sheltered(product), 1);
        Survivor maya = House.sheltered(product);
        Survivor lena = House.sheltered(product);
        String bed = house.beds().get(0);
        String hers = House.asked(maya);
        String others = House.asked(lena);
        try (Browser petra = Browser.as("petra");
                Browser second = Browser.as("petra");
                Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            Page board = sana.open("/housing/board.xhtml?house=" + house.facility());
            Locator tile = board.locator(".al-bed").first();
            assertThat(tile).containsText("Free");
            assertThat(board.locator("[aria-labelledby=expected]")).containsText(maya.code());
            int waiting = waiting(board);

            Page late = second.open("/housing/placement.xhtml?placement=" + others);
            choose(late, bed, "2031-05-04T11:00");

            Page giving = petra.open("/housing/placement.xhtml?placement=" + hers);
            assertThat(giving.locator("main")).containsText("Somebody there may come from her place");
            petra.isWhole();
            petra.screenshot("first-night-choose");
            choose(giving, bed, "");
            petra.press("#holdAtOnce");
            assertThat(giving.locator(".al-toast")).containsText("held for her");

            assertThat(tile).containsText("Held", new LocatorAssertions.ContainsTextOptions().setTimeout(2_000));
            assertThat(tile).containsText(maya.code());
            assertThat(board.locator("[aria-labelledby=expected]")).containsText(maya.code());
            assertThat(waiting(board))
                    .as("who has a bed held for her does not wait for one")
                    .isEqualTo(waiting - 1);
            sana.isWhole();
            sana.screenshot("first-night-board");
            sana.screenshotInArabic("first-night-board");
            sana.in("ar").narrow().isWhole();
            sana.in("en").wide();

            second.press("#holdAtOnce");
            assertThat(late.locator("main")).containsText("Somebody has this bed in that time");
            assertThat(late.locator("#leavesAt")).hasValue("2031-05-04T11:00");
            assertThat(late.locator("input[name=places_0_bed][value='" + bed + "']"))
                    .isChecked();

            speaksWithThemBefore(mina, sana, hers, maya);
            welcomes(sana, hers, maya);
            seesTheLeast(mina, maya, house);
        }
    }

    private static int waiting(Page board) {
        Matcher words = Pattern.compile("(\\d+) (?:person waits|people wait) for a bed")
                .matcher(board.locator("[aria-labelledby=expected]").innerText());
        return words.find() ? Integer.parseInt(words.group(1)) : 0;
    }

    private static void choose(Page page, String bed, String until) {
        page.check("input[name=places_0_bed][value='" + bed + "']");
        page.check("input[name=despite][value=MAYBE_FROM_HER_PLACE]");
        page.fill("#leavesAt", until);
    }

    /** Her caseworker lets her call the house, and the house reads that she did. */
    private static void speaksWithThemBefore(Browser mina, Browser sana, String placement, Survivor maya) {
        Page page = mina.open("/housing/of.xhtml?case=" + maya.caseId());
        mina.press(page.locator("main a", new Page.LocatorOptions().setHasText("Before she comes")));
        Locator spoke = page.locator(".al-card:has(#spoke)");
        assertThat(spoke).containsText("Nobody has said yet.");
        spoke.locator("summary").click();
        page.check("input[name=answer][value=NOT_POSSIBLE]");
        page.fill("#on", maya.inDays(0).substring(0, 10));
        mina.press("#saySpoke");
        assertThat(page.locator("[data-errors]")).containsText("Why was it not possible?");
        assertThat(page.locator("input[name=answer][value=NOT_POSSIBLE]")).isChecked();
        mina.isWhole();
        mina.screenshot("spoke-before");
        mina.screenshotInArabic("spoke-before");
        page.check("input[name=answer][value=SPOKE]");
        mina.press("#saySpoke");
        assertThat(spoke).containsText("She spoke with them");
        mina.isWhole();
        Page house = sana.open("/housing/placement.xhtml?placement=" + placement);
        sana.press(house.locator("main a", new Page.LocatorOptions().setHasText("Before she comes")));
        assertThat(house.locator(".al-card:has(#spoke)")).containsText("Harbour Light");
        mina.open("/housing/of.xhtml?case=" + maya.caseId());
        assertThat(page.locator("main")).containsText("Spoke with the house before");
    }

    private static void welcomes(Browser sana, String placement, Survivor maya) {
        Page page = sana.open("/housing/placement.xhtml?placement=" + placement);
        assertThat(page.locator(".al-say").first()).containsText("free to come and go");
        assertThat(page.locator("#rightsIn")).hasValue("prs");
        sana.isWhole();
        sana.screenshot("first-night-welcome");
        sana.press("#admit");
        assertThat(page.locator(".al-toast")).containsText("She lives here now");
        sana.isWhole();
        sana.open("/housing/board.xhtml");
        assertThat(page.locator("main")).containsText("Beds");
        assertThat(page.locator("[aria-labelledby=expected]")).not().containsText(maya.code());
    }

    /** Who leads: the code name, that she lives there, the days; no bed and no company. */
    private static void seesTheLeast(Browser mina, Survivor maya, House house) {
        Page page = mina.open("/housing/of.xhtml?case=" + maya.caseId());
        assertThat(page.locator("main")).containsText(house.codeName());
        assertThat(page.locator("main")).containsText("Lives there");
        assertThat(page.locator("main").innerText()).doesNotContain("Room 1").doesNotContain("1A");
        mina.isWhole();
        mina.screenshot("first-night-file");
        mina.open("/casefile/file.xhtml?case=" + maya.caseId());
        assertThat(page.locator("main")).containsText("She moved into " + house.codeName());
    }
}
