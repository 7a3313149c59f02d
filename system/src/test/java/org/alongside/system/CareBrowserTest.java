package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.TIDE;
import static org.alongside.system.Survivor.TIDE_CLINIC;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Care on its pages: what each must know of her health, what cannot wait, work with somebody who was looked at, and a scale over time. */
class CareBrowserTest {
    private static final String HEALTH = "/healthcare/of.xhtml?case=";
    private static final String OUTCOMES = "/outcome/of.xhtml?case=";

    private final Product product = Product.get();

    @Test
    void the_nurse_writes_an_allergy_and_hours_and_the_house_sees_both_where_it_looks_and_no_diagnosis() {
        House house = House.of(product, 1);
        House beside = House.of(product, 1);
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "HEALTH");
        maya.isHelpedBy("yusuf", TIDE, TIDE_CLINIC, "IDENTITY", "HEALTH");
        String placement = house.livesIn(maya, 0);
        beside.livesIn(House.sheltered(product), 0);
        try (Browser yusuf = Browser.as("yusuf");
                Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            Page nurse = yusuf.open(HEALTH + maya.caseId());
            yusuf.press("[aria-labelledby=daily] a[href*='/healthcare/daily']");
            yusuf.press("main a[href*='kind=ALLERGY']");
            nurse.check("input[name=what][value=NUTS]");
            nurse.fill("#words", "Also in bread");
            yusuf.isWhole();
            yusuf.press("#save");
            assertThat(nurse.locator("[aria-labelledby=daily]")).containsText("Nuts");
            yusuf.open("/healthcare/daily.xhtml?kind=MEDICINE&case=" + maya.caseId());
            nurse.check("input[name=what][value=BY_THE_HOUSE]");
            yusuf.press("#save");
            assertThat(nurse.locator("main")).containsText("Hours");
            nurse.fill("#times", "20:30 08:00");
            yusuf.press("#save");
            yusuf.press("[aria-labelledby=findings] a[href*='/healthcare/finding']");
            nurse.selectOption("#need", "STI_HIV");
            nurse.fill("#words", "Whatwasfound");
            nurse.fill("#foundOn", day(-1));
            yusuf.isWhole();
            yusuf.press("#save");
            assertThat(nurse.locator("[aria-labelledby=findings]")).containsText("Whatwasfound");
            yusuf.isWhole();
            yusuf.screenshot("health-whole");
            yusuf.screenshotInArabic("health-whole");

            Page shift = sana.open("/logbook/read.xhtml?house=" + house.facility());
            sana.press("main a[href*='/housing/people']");
            Locator hers = shift.locator("tr", new Page.LocatorOptions().setHasText(maya.name()));
            assertThat(hers).containsText("Allergy: Nuts");
            assertThat(hers).containsText("Also in bread");
            assertThat(hers).containsText("20:30");
            sana.isWhole();
            sana.screenshot("house-people-health");
            sana.screenshotInArabic("house-people-health");
            sana.in("ar").narrow().isWhole();
            sana.in("en").wide();
            sana.open("/housing/people.xhtml?house=" + beside.facility());
            assertThat(shift.locator("main")).containsText("Her health is not shared with this house");
            sana.open("/housing/placement.xhtml?placement=" + placement);
            assertThat(shift.locator("[aria-labelledby=look-after]")).containsText("Allergy: Nuts");
            assertThat(shift.locator("[aria-labelledby=look-after]")).containsText("20:30");
            sana.isWhole();
            sana.screenshot("placement-health");
            sana.press("[aria-labelledby=look-after] a");
            assertThat(shift.locator("[aria-labelledby=daily]")).containsText("Nuts");
            assertThat(shift.locator("main")).not().containsText("Whatwasfound");
            assertThat(shift.locator("[aria-labelledby=findings]")).hasCount(0);
            sana.isWhole();
            sana.screenshot("health-house");

            Page leads = mina.open(HEALTH + maya.caseId());
            assertThat(leads.locator("main")).not().containsText("Nuts");
            assertThat(leads.locator("main")).containsText("Nothing is noted that is yours to know");
            Assertions.assertThat(
                            (Integer) leads.locator(".al-tabs").evaluate("tabs => tabs.scrollWidth - tabs.clientWidth"))
                    .as("no tab of the file is out of sight on a desk")
                    .isZero();
            assertThat(leads.locator("main")).not().containsText("Whatwasfound");
        }
    }

    @Test
    void something_cannot_wait_and_who_leads_finds_it_under_my_work_until_it_is_seen_to() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open(HEALTH + maya.caseId());
            mina.press("main a[href*='/healthcare/urgent']");
            page.check("input[name=kinds][value=EC]");
            page.fill("#exposedAt", House.inHours(product, -200).substring(0, 16));
            mina.press("#save");
            assertThat(page.locator("main")).containsText("appointment");
            assertThat(page.locator("input[name=kinds][value=EC]")).isChecked();
            mina.isWhole();
            mina.screenshot("health-urgent");
            mina.screenshotInArabic("health-urgent");
            page.fill("#exposedAt", House.inHours(product, -5).substring(0, 16));
            mina.press("#save");
            assertThat(page.locator("[aria-labelledby=urgent]")).containsText("Health care that cannot wait");
            assertThat(page.locator("main")).not().containsText("contraception");
            mina.isWhole();
            mina.screenshot("health-lead");
            mina.openWork(HEALTH + maya.caseId()).click();
            page.locator("button[name=settle][value$=CARE_GIVEN]").click();
            assertThat(page.locator(".al-toast")).containsText("Nobody is asked any more");
            mina.press("main a[href*='/healthcare/appointment']");
            page.fill("#appointmentAt", House.inHours(product, 30).substring(0, 16));
            page.check("input[name=place][value=AT_THE_PROVIDER]");
            page.check("input[name=carer][value=WOMAN]");
            page.check("input[name=interpreter][value=WOMAN]");
            mina.isWhole();
            mina.press("#save");
            assertThat(page.locator("[aria-labelledby=appointments]")).containsText("not promised yet");
            mina.isWhole();
        }
    }

    @Test
    void she_works_for_somebody_who_was_looked_at_and_for_nobody_else() {
        Survivor maya = Survivor.adult(product, "mina");
        String bakery = "Bakery " + UUID.randomUUID().toString().substring(0, 8);
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/careplan/of.xhtml?case=" + maya.caseId());
            mina.press("main a[href*='/livelihood/of']");
            assertThat(page.locator("main")).containsText("No step yet");
            mina.press("main a[href*='/livelihood/employers']");
            page.fill("#name", bakery);
            page.check("input[name=against][value=VISIT]");
            page.check("input[name=result][value=NOT_SAFE]");
            page.fill("#words", "Wages were kept back");
            page.fill("#checkedOn", day(-1));
            mina.press("#save");
            begins(mina, maya, bakery);
            assertThat(page.locator("#what")).hasValue("Baking bread");
            assertThat(page.locator("main .al-notice[data-tone=danger], main .al-error, main [role=alert]")
                            .first())
                    .isVisible();
            mina.open("/livelihood/employers.xhtml");
            page.fill("#name", bakery);
            page.check("input[name=against][value=VISIT]");
            page.check("input[name=against][value=WAGE_PAID]");
            page.check("input[name=result][value=SAFE]");
            page.fill("#checkedOn", day(0));
            mina.press("#save");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(bakery)))
                    .containsText("Safe");
            mina.isWhole();
            mina.screenshot("employers");
            mina.screenshotInArabic("employers");
            begins(mina, maya, bakery);
            assertThat(page.locator("[aria-labelledby=steps]")).containsText(bakery);
            mina.isWhole();
            mina.screenshot("living");
            mina.screenshotInArabic("living");
            page.selectOption("#employer", new SelectOption().setLabel(bakery));
            mina.press("#refuse");
            begins(mina, maya, bakery);
            assertThat(page.locator("#what")).hasValue("Baking bread");
        }
    }

    private void begins(Browser mina, Survivor maya, String employer) {
        Page page = mina.open("/livelihood/begin.xhtml?case=" + maya.caseId());
        page.check("input[name=kind][value=JOB]");
        page.fill("#what", "Baking bread");
        page.selectOption("#employer", new SelectOption().setLabel(employer));
        page.fill("#agreedOn", day(0));
        page.fill("#beganOn", day(0));
        mina.press("#save");
    }

    @Test
    void a_scale_is_answered_with_her_on_its_page_and_drawn_over_time() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open(OUTCOMES + maya.caseId());
            assertThat(page.locator("main")).containsText("Nothing measured yet");
            answers(mina, maya, List.of(3, 3, 3, 2, 2, 2), "ENTRY", day(-1));
            assertThat(page.locator("input[name=answers_5][value='2']")).isChecked();
            assertThat(page.locator("input[name=answers_6]:checked")).hasCount(0);
            mina.isWhole();
            mina.screenshot("scale-answers");
            mina.screenshotInArabic("scale-answers");
            page.check("input[name=answers_6][value='2']");
            mina.press("#save");
            assertThat(page.locator("main")).containsText("17");
            assertThat(page.locator("svg.al-chart")).hasCount(0);
            answers(mina, maya, List.of(1, 1, 1, 1, 1, 0, 0), "QUARTER", day(0));
            assertThat(page.locator("svg.al-chart")).hasCount(1);
            assertThat(page.locator("main")).containsText("5 of 21");
            mina.isWhole();
            mina.screenshot("scale-drawn");
            mina.screenshotInArabic("scale-drawn");
            mina.in("ar").narrow().isWhole();
        }
    }

    /** Seven questions of anxiety, of which she answers so many. */
    private void answers(Browser mina, Survivor maya, List<Integer> given, String point, String on) {
        Page page = mina.open(OUTCOMES + maya.caseId());
        mina.press(page.locator(
                        "[aria-labelledby=measure] li", new Page.LocatorOptions().setHasText("Generalized Anxiety"))
                .locator("a[href*='/outcome/measure']"));
        for (int at = 0; at < given.size(); at++) {
            page.check("input[name=answers_%d][value='%d']".formatted(at, given.get(at)));
        }
        page.check("input[name=point][value=" + point + "]");
        page.check("input[name=rater][value=TOGETHER]");
        page.fill("#measuredOn", on);
        mina.press("#save");
    }

    private String day(int days) {
        return House.inHours(product, 24 * days).substring(0, 10);
    }
}
