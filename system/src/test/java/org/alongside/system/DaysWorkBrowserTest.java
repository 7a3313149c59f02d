package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/**
 * One day of the four people for whom this is made, around one survivor, from signing in to leaving: caseworker, shelter
 * staff, lawyer, coordinator. No address is typed; each finds the way by what the pages offer.
 */
class DaysWorkBrowserTest {
    private final Product product = Product.get();

    @Test
    void caseworker_shelter_staff_lawyer_and_coordinator_each_do_a_days_work() {
        Survivor maya = Survivor.adult(product, "mina");
        String code = maya.fileFor("mina").json().get("code").asText();
        maya.agreesToShareWith(WILLOW, "IDENTITY", "CARE_PLAN_GOALS", "LEGAL");
        maya.agreesToShareWith(OPEN_DOOR, "IDENTITY");
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana").narrow();
                Browser daniel = Browser.as("daniel");
                Browser amina = Browser.as("amina")) {
            long sentThisMorning = sent(amina);

            findsHerFile(mina, code, maya);
            String place = asks(mina, maya, "SHELTER", "URGENT", WILLOW_SAFE_HOUSE);
            String lawyer = asks(mina, maya, "LEGAL_AID", "ROUTINE", OPEN_DOOR_ADVICE);
            assertThat(sent(amina)).isEqualTo(sentThisMorning + 2);

            takesHerIn(sana, maya, place);
            makesAPlanWithHer(mina, maya);
            givesHerTheKey(sana, maya);

            opensTheMatter(daniel, maya, code, lawyer);
            goesAlongToCourt(mina, code);

            mina.press(mina.page().locator("main a", new Page.LocatorOptions().setHasText("Journey")));
            assertThat(main(mina))
                    .as("the whole day stands in the file")
                    .contains("Willow Rooms said yes", "Open Door Legal Aid said yes", "Her next hearing: Court");
            looksAtWhatIsBehindANumber(amina, maya);

            for (Browser each : new Browser[] {mina, sana, daniel, amina}) {
                each.page().locator("[data-do=leave]").first().click();
                each.page().waitForURL("about:blank");
            }
        }
    }

    private void findsHerFile(Browser mina, String code, Survivor maya) {
        mina.page().fill("#find", code);
        mina.page().press("#find", "Enter");
        mina.page().waitForURL(address -> address.contains("case=" + maya.caseId()));
    }

    /** From her file and back to it; answers the id of the referral. */
    private static String asks(Browser mina, Survivor maya, String type, String urgency, String service) {
        mina.press(tab(mina, "Referrals"));
        mina.press("main a[href*='/referral/refer.xhtml']");
        mina.page().selectOption("#type", type);
        mina.page().check("input[name=urgency][value=" + urgency + "]");
        mina.press("#show");
        mina.page().check("input[name=service][value='" + service + "']");
        mina.press("#choose");
        mina.press("#send");
        String referral = mina.page().url().replaceFirst(".*[?&]referral=([0-9a-f-]{36}).*", "$1");
        mina.press("main a[href*='/casefile/file.xhtml?case=" + maya.caseId() + "']");
        return referral;
    }

    private static void takesHerIn(Browser sana, Survivor maya, String referral) {
        nav(sana, "/referral/incoming.xhtml");
        assertThat(main(sana)).doesNotContain(maya.name());
        sana.press("main a[href*='" + referral + "']");
        sana.press("#accept");
        assertThat(sana.page().locator("h1").innerText()).contains(maya.name());
        nav(sana, "/worklist/mine.xhtml");
        sana.press("main a[href*='" + referral + "']");
        sana.press("#firstContact");
    }

    private static void makesAPlanWithHer(Browser mina, Survivor maya) {
        mina.press(tab(mina, "Care plan"));
        mina.press("a.al-button[data-kind=main]");
        mina.page().fill("#statement", "A door I can lock");
        mina.page().check("input[name=domain][value=HOUSING]");
        mina.page().check("input[name=agreed]");
        mina.press("#save");
        mina.press("a.al-button[data-kind=main]");
        mina.page().fill("#what", "Give her a key " + maya.name());
        mina.page().check("input[name=owner][value='" + WILLOW + "/SHS']");
        mina.page().fill("#dueOn", maya.inDays(0).substring(0, 10));
        mina.press("#save");
        assertThat(main(mina)).contains("Give her a key", "Willow Rooms, shelter staff");
    }

    private static void givesHerTheKey(Browser sana, Survivor maya) {
        nav(sana, "/careplan/today.xhtml");
        Locator key = sana.page()
                .locator(".al-do > li", new Page.LocatorOptions().setHasText("Give her a key " + maya.name()));
        sana.press(key.locator("button[name=done]"));
        assertThat(key.count()).isZero();
    }

    private static void opensTheMatter(Browser daniel, Survivor maya, String code, String referral) {
        nav(daniel, "/referral/incoming.xhtml");
        daniel.press("main a[href*='" + referral + "']");
        daniel.press("#accept");
        assertThat(daniel.page().locator("h1").innerText()).contains(maya.name());
        daniel.press(daniel.page().locator(".al-tabs a[href*='/proceeding/of']").first());
        daniel.press("a.al-button[data-kind=main]");
        Page page = daniel.page();
        page.selectOption("#track", "CRIMINAL_TRAFFICKER");
        page.selectOption("#stage", "TRIAL");
        page.fill("#hearing_at", maya.inDays(5).replace("T12:00:00Z", "T10:00"));
        page.selectOption("#hearing_type", "TRIAL_TESTIMONY");
        page.selectOption("#hearing_place", "COURT");
        page.selectOption("#hearing_mode", "IN_PERSON");
        page.check("input[name=needs][value=ESCORT]");
        daniel.press("#save");
        nav(daniel, "/proceeding/mine.xhtml");
        assertThat(main(daniel)).contains(code);
    }

    private static void goesAlongToCourt(Browser mina, String code) {
        nav(mina, "/worklist/mine.xhtml");
        Locator hearing = mina.page().locator("section:has(#hearings) li", new Page.LocatorOptions().setHasText(code));
        mina.press(hearing.locator("h3 a"));
        assertThat(main(mina)).doesNotContain("Testimony");
        mina.press("button[name=take]");
        assertThat(main(mina)).contains("Harbour Light does it");
    }

    private static long sent(Browser amina) {
        nav(amina, "/report/coordination.xhtml");
        String figure = amina.page()
                .locator(".al-figures li:has-text('referrals sent') b")
                .innerText();
        return Long.parseLong(figure.replaceAll("\\D", ""));
    }

    private static void looksAtWhatIsBehindANumber(Browser amina, Survivor maya) {
        amina.press(".al-bars a.al-num[href]");
        assertThat(amina.page().locator(".al-card tbody tr").count()).isPositive();
        assertThat(amina.page().content())
                .as("cards without a name, and no file")
                .doesNotContain(maya.name(), maya.caseId());
    }

    private static void nav(Browser browser, String to) {
        browser.press(".al-nav a[href$='" + to + "']");
    }

    private static Locator tab(Browser browser, String name) {
        return browser.page().locator(".al-tabs a", new Page.LocatorOptions().setHasText(name));
    }

    private static String main(Browser browser) {
        return browser.page().locator("main").innerText();
    }
}
