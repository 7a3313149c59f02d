package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Life in a house on its pages: rules read in her language, a limit that somebody else reviews, a talk, and a house that closes. */
class LifeInAHouseBrowserTest {
    private static final String HOUSE = "?house=";
    private static final String PLACEMENT = "?placement=";

    private final Product product = Product.get();

    @Test
    void she_hears_the_rules_in_her_language_and_is_told_again_when_they_change() {
        House house = House.of(product, 2);
        Survivor maya = House.sheltered(product);
        String held = house.held(maya, 0);
        try (Browser petra = Browser.as("petra");
                Browser sana = Browser.as("sana")) {
            Page people = sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator("main")).containsText("Nobody lives here now");
            assertThat(people.locator(".al-lede")).hasCount(0);
            Page writing = petra.open("/housing/rules.xhtml" + HOUSE + house.facility());
            writing.selectOption("#texts_0_language", "eng");
            petra.press("#write");
            assertThat(writing.locator("main")).containsText("Write");
            writing.selectOption("#texts_0_language", "eng");
            writing.fill("#texts_0_words", "Tell nobody where this house is.");
            petra.isWhole();
            petra.screenshot("house-rules-write");
            petra.press("#write");
            assertThat(writing.locator(".al-toast")).containsText("The rules are written");

            Page welcome = sana.open("/housing/placement.xhtml" + PLACEMENT + held);
            assertThat(welcome.locator("main")).containsText("The rules are not written in her language");
            assertThat(welcome.locator(".al-say").last()).containsText("Tell nobody where this house is.");
            sana.isWhole();
            sana.screenshot("house-rules-welcome");
            sana.press("#admit");
            assertThat(welcome.locator(".al-toast")).containsText("She lives here now");
            sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator(".al-lede"))
                    .hasText("Nobody waits longer than a week for a talk. Everybody knows the newest rules.");

            petra.open("/housing/rules.xhtml" + HOUSE + house.facility());
            writing.locator("[aria-labelledby=writing-card] summary").first().click();
            assertThat(writing.locator("#texts_0_words")).hasValue("Tell nobody where this house is.");
            writing.selectOption("#texts_1_language", "prs");
            writing.fill("#texts_1_words", "به هیچ کس نگویید این خانه کجاست.");
            petra.press("#write");

            sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator("main")).containsText("To be told");
            assertThat(people.locator("main")).containsText("1 person is to be told the newest rules.");
            sana.isWhole();
            sana.screenshot("house-people");
            sana.screenshotInArabic("house-people");
            sana.in("ar").narrow().isWhole();
            sana.in("en").wide();
            sana.open("/housing/rules.xhtml" + HOUSE + house.facility() + "&placement=" + held);
            assertThat(people.locator(".al-say")).containsText("به هیچ کس نگویید");
            sana.isWhole();
            sana.press("#tell");
            assertThat(people.locator("main")).containsText("She knows them");
        }
    }

    @Test
    void a_limit_on_her_stay_is_told_reviewed_by_somebody_else_and_lifted_and_who_leads_sees_that_there_is_one() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String placement = house.livesIn(maya, 0);
        try (Browser petra = Browser.as("petra");
                Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            Page page = sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(page.locator(".al-lede")).hasText("Nobody waits longer than a week for a talk.");
            sana.open("/housing/limits.xhtml" + PLACEMENT + placement);
            assertThat(page.locator("main")).containsText("There are no limits");
            page.locator("summary").last().click();
            page.check("input[name=kind][value=PHONE]");
            page.fill("#reason", "Calls at night woke the others");
            sana.press("#impose");
            assertThat(page.locator("#reason")).hasValue("Calls at night woke the others");
            page.fill("#endsAt", House.inHours(product, 30).substring(0, 16));
            page.selectOption("#reviewer", new com.microsoft.playwright.options.SelectOption().setLabel("Petra Novak"));
            sana.isWhole();
            sana.screenshot("house-limit-new");
            sana.press("#impose");
            assertThat(page.locator(".al-toast")).containsText("The limit is set");
            page.locator("button[name=tell]").click();
            assertThat(page.locator(".al-toast")).containsText("It is kept that she was told");
            sana.screenshot("house-limits");
            sana.screenshotInArabic("house-limits");
            sana.in("ar").narrow().isWhole();
            sana.in("en").wide();

            Page leads = mina.open("/housing/limits.xhtml" + PLACEMENT + placement);
            assertThat(leads.locator("main")).containsText("A limit");
            assertThat(leads.locator("main")).not().containsText("Calls at night");
            mina.isWhole();
            mina.open("/housing/of.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("button[name=leaving]")).isHidden();
            leads.locator("summary", new Page.LocatorOptions().setHasText("broken rules"))
                    .click();
            assertThat(leads.locator("button[name=leaving]")).isVisible();
            mina.isWhole();

            petra.openWork("/housing/limits.xhtml?restriction=");
            assertThat(petra.page().locator("main")).containsText("Review a limit on her stay");
            Page review = petra.open("/housing/limits.xhtml" + PLACEMENT + placement);
            review.locator("a", new Page.LocatorOptions().setHasText("Review or lift"))
                    .first()
                    .click();
            review.fill("#words", "She agrees that nights are quiet");
            petra.isWhole();
            petra.screenshot("house-limit-review");
            petra.press("#review");
            assertThat(review.locator(".al-toast")).containsText("It stays until its end");
            review.locator("a", new Page.LocatorOptions().setHasText("Review or lift"))
                    .first()
                    .click();
            review.fill("#words", "No need any more");
            petra.press("#lift");
            assertThat(review.locator("main")).containsText("Lifted");
            mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("main")).containsText("A limit on her stay ended");
        }
    }

    @Test
    void the_nights_that_are_over_are_looked_at_one_by_one_whatever_the_address_says() {
        House.of(product, 1);
        try (Browser petra = Browser.as("petra");
                Browser amina = Browser.as("amina")) {
            for (Browser one : List.of(petra, amina)) {
                Page nights = one.open("/housing/occupancy.xhtml");
                String last = nights.locator(".al-kicker").innerText();
                nights.locator("a", new Page.LocatorOptions().setHasText("Night before"))
                        .click();
                assertThat(nights.locator("h1")).containsText("How full the houses are");
                assertThat(nights.locator(".al-kicker")).not().hasText(last);
                one.isWhole();
                nights.locator("a", new Page.LocatorOptions().setHasText("Night after"))
                        .click();
                assertThat(nights.locator(".al-kicker")).hasText(last);
                one.open("/housing/occupancy.xhtml?night=rubbish");
                assertThat(nights.locator(".al-kicker")).hasText(last);
            }
        }
    }

    @Test
    void somebody_talks_with_her_and_the_house_closes_when_she_has_another_place() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String placement = house.livesIn(maya, 0);
        try (Browser petra = Browser.as("petra");
                Browser sana = Browser.as("sana")) {
            Page people = sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator("main")).containsText("Not yet since she moved in");
            sana.open("/housing/steps.xhtml" + PLACEMENT + placement);
            assertThat(people.locator("main")).containsText(maya.name());
            people.locator("button[name=note][value=WEEKLY_TALK_HELD]").click();
            assertThat(people.locator(".al-toast")).containsText("It is noted");
            sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator("main")).containsText("Sana Haddad");

            Page closing = petra.open("/housing/house.xhtml" + HOUSE + house.facility());
            closing.locator("summary", new Page.LocatorOptions().setHasText("Close this house"))
                    .click();
            closing.selectOption("#reason", "BUILDING");
            petra.press("#planClosing");
            assertThat(closing.locator(".al-toast")).containsText("It is planned");
            petra.isWhole();
            petra.screenshot("house-closing");
            petra.press("#closeHouse");
            assertThat(closing.locator("main")).containsText("Everybody needs another place first");
            sana.open("/housing/people.xhtml" + HOUSE + house.facility());
            assertThat(people.locator("main")).containsText("Needs a place before it closes");
            sana.screenshot("house-people-closing");
            must(
                    204,
                    product.http("petra")
                            .post(
                                    "/api/v1/placements/" + placement + "/end",
                                    Map.of("reason", "MOVED_INDEPENDENT", "nextType", "INDEPENDENT_RENTAL")));
            petra.open("/housing/house.xhtml" + HOUSE + house.facility());
            petra.press("#closeHouse");
            assertThat(closing.locator(".al-toast")).containsText("The house is closed");
        }
    }
}
