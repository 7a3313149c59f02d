package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A caseworker makes a plan with a survivor, and shelter staff do what it says, in a browser. */
class CarePlanBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_caseworker_makes_a_plan_in_her_words_and_gives_a_step_to_the_shelter() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            mina.press(page.locator(".al-tabs a", new Page.LocatorOptions().setHasText("Care plan")));
            assertThat(page.locator("main").innerText()).contains("No goals yet");
            mina.axe();

            mina.press(page.locator("a.al-button[data-kind=main]"));
            mina.axe();
            mina.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .as("what is missing is told")
                    .contains("What she wants");
            page.fill("#statement", "A door I can lock");
            page.locator("input[name=domain][value=HOUSING]").check();
            page.locator("input[name=agreed]").check();
            mina.press("#save");
            assertThat(page.locator("main").innerText()).contains("“A door I can lock”", "Agreed");
            mina.axe();

            mina.press(page.locator("a.al-button[data-kind=main]"));
            page.fill("#what", "Give her a key");
            page.locator("input[name=owner][value='" + WILLOW + "/SHS']").check();
            mina.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("By which day");
            assertThat(page.locator("#what").inputValue())
                    .as("typed text stays")
                    .isEqualTo("Give her a key");
            page.fill("#dueOn", "2027-06-01");
            mina.press("#save");

            mina.open("/careplan/of.xhtml?case=" + maya.caseId());
            assertThat(page.locator(".al-lane").innerText())
                    .contains("“A door I can lock”", "Give her a key", "Willow Rooms, shelter staff");
            mina.axe();
            mina.screenshot("careplan-board");
            mina.screenshotInArabic("careplan-board");
            mina.press(page.locator("main a[href*='view=list']", new Page.LocatorOptions().setHasText("List")));
            assertThat(page.locator("main tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("Give her a key", "Willow Rooms, shelter staff");
            mina.axe();
            mina.open("/careplan/of.xhtml?view=list&status=DONE&case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).contains("Nothing in the plan is like that");

            herOwnSayComesFirst(mina, page, maya);
            needsAreLookedAtAndPlotted(mina, page, maya);
            aSupervisorAgreesAndThePlanIsLookedAtAgain(mina, page, maya);
        }
    }

    @Test
    void a_step_for_an_organisation_that_helps_no_more_is_refused_in_words_and_what_was_typed_is_there() {
        Survivor maya = Survivor.adult(product, "mina");
        String referral = maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String goal = maya.wants("A door I can lock");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/careplan/plan.xhtml?case=" + maya.caseId() + "&goal=" + goal);
            page.fill("#what", "Give her a key");
            page.locator("input[name=owner][value='" + WILLOW + "/SHS']").check();
            page.fill("#dueOn", "2027-06-01");
            Survivor.must(
                    204,
                    product.http("mina")
                            .post("/api/v1/referrals/" + referral + "/revocation", Map.of("reason", "SAFETY")));
            mina.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("They do not help her now");
            assertThat(page.locator("#what").inputValue()).isEqualTo("Give her a key");
            assertThat(page.locator("#dueOn").inputValue()).isEqualTo("2027-06-01");
            assertThat(product.sql().one("select count(*) from alongside.action_step where goal_id = ?::uuid", goal))
                    .isEqualTo(0L);
            mina.axe();
        }
    }

    private void herOwnSayComesFirst(Browser mina, Page page, Survivor maya) {
        mina.open("/careplan/say.xhtml?case=" + maya.caseId());
        mina.axe();
        mina.press("#save");
        assertThat(page.locator("[data-errors]").innerText()).contains("what matters most to her");
        page.fill("#mattersMost", "That my sister knows I am safe");
        page.locator("input[name=going][value=MIXED]").check();
        mina.press("#save");
        assertThat(page.locator("main .al-card").first().innerText())
                .as("first on her plan")
                .contains("That my sister knows I am safe", "Some of it goes well", "Not approved yet");
    }

    private void needsAreLookedAtAndPlotted(Browser mina, Page page, Survivor maya) {
        Survivor.must(
                204,
                product.http("mina")
                        .post(
                                "/api/v1/cases/" + maya.caseId() + "/needs",
                                Map.of(
                                        "point",
                                        "ENTRY",
                                        "rater",
                                        "HERSELF",
                                        "assessedOn",
                                        "2026-01-05",
                                        "found",
                                        List.of(
                                                Map.of("domain", "HOUSING", "level", "IN_CRISIS"),
                                                Map.of("domain", "LEGAL", "level", "COPING")))));
        mina.open("/careplan/assess.xhtml?case=" + maya.caseId());
        assertThat(page.locator("[data-parts]").innerText()).contains("0 of 14");
        page.locator("#d_LIVELIHOOD > summary").click();
        assertThat(page.locator(".al-part[open]").count())
                .as("parts of her life open at a time")
                .isEqualTo(1);
        mina.press("#save");
        assertThat(page.locator("[data-errors]").innerText())
                .as("nothing was talked about")
                .contains("Say for at least one part of her life where she stands");
        page.locator("#d_LIVELIHOOD > summary").click();
        page.fill("#need_LIVELIHOOD", "Work that pays");
        mina.press("#save");
        assertThat(page.locator("[data-errors]").innerText())
                .as("a need without where she stands")
                .isNotBlank();
        assertThat(page.locator("#need_LIVELIHOOD").inputValue())
                .as("typed text stays")
                .isEqualTo("Work that pays");
        page.selectOption("#level_LIVELIHOOD", "STRUGGLING");
        page.locator("#d_HOUSING > summary").click();
        page.selectOption("#level_HOUSING", "COPING");
        assertThat(page.locator("#d_HOUSING > summary").innerText()).contains("Getting by", "In crisis");
        assertThat(page.locator("[data-parts]").innerText()).contains("2 of 14");
        mina.axe();
        mina.screenshot("careplan-assess");
        mina.press("#save");
        assertThat(page.locator("main").innerText())
                .contains("Getting by", "In crisis (better now)", "Work that pays", "From “In crisis” to “Getting by”");
        assertThat(page.locator("svg.al-chart").count())
                .as("what was looked at twice is drawn")
                .isEqualTo(1);
        mina.axe();
        mina.screenshot("careplan-needs");
        mina.screenshotInArabic("careplan-needs");
    }

    private void aSupervisorAgreesAndThePlanIsLookedAtAgain(Browser mina, Page page, Survivor maya) {
        mina.open("/careplan/course.xhtml?case=" + maya.caseId());
        mina.axe();
        mina.press("#ask");
        assertThat(page.locator("main").innerText()).contains("Waits for a supervisor", "You asked for this yourself");
        assertThat(page.locator("#approve").count()).isZero();
        assertThat(page.locator("main").innerText())
                .as("a plan that was never approved has nothing new since then")
                .contains("What no supervisor has agreed to yet")
                .doesNotContain("since it was approved");
        Survivor.must(204, product.http("ilse").post("/api/v1/cases/" + maya.caseId() + "/care-plan/approval", null));
        String goal = maya.wants("To learn to swim");
        mina.open("/careplan/course.xhtml?case=" + maya.caseId());
        assertThat(page.locator("main").innerText())
                .contains("Changed since it was approved", "New goal", "“To learn to swim”");
        mina.press("a.al-button[data-kind=main]");
        mina.axe();
        page.locator("input[name=herPart][value=WAS_THERE]").check();
        mina.press("#save");
        assertThat(page.locator("[data-errors]").innerText()).contains("What comes of it");
        page.locator("input[name=outcome][value=CHANGES]").check();
        mina.press("#save");
        assertThat(page.locator("main").innerText()).contains("The plan changes", "She was there");
        mina.axe();
        mina.screenshot("careplan-course");
        mina.screenshotInArabic("careplan-course");
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/care-plan/course")
                        .json()
                        .at("/reviews/0/changes")
                        .toString())
                .as("the review keeps what had changed")
                .contains(goal, "GOAL_ADDED");
    }

    @Test
    void of_two_who_edit_one_goal_the_second_keeps_the_text_and_sees_what_it_says_now() {
        Survivor maya = Survivor.adult(product, "mina");
        String goal = maya.wants("A door I can lock");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/careplan/write.xhtml?case=" + maya.caseId() + "&goal=" + goal);
            page.fill("#statement", "A door and a window");
            Survivor.must(
                    204,
                    product.http("mina")
                            .put(
                                    "/api/v1/goals/" + goal,
                                    Map.of("domain", "HOUSING", "statement", "Two doors", "priority", "NOW"),
                                    "If-Match",
                                    "\"0\""));
            mina.press("#save");
            assertThat(page.locator("main").innerText()).contains("Someone changed some of these answers", "Two doors");
            assertThat(page.locator("#statement").inputValue()).isEqualTo("A door and a window");
            mina.axe();
            mina.press("#save");
            assertThat(page.locator("h2.al-voice").innerText()).contains("A door and a window");
        }
    }

    @Test
    void shelter_staff_do_their_day_with_one_thumb() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String goal = maya.wants("A door I can lock");
        String key = maya.hasStep(goal, "Give her a key " + maya.name(), WILLOW, "SHS");
        String alarm = maya.hasStep(goal, "Show her the alarm " + maya.name(), WILLOW, "SHS");
        try (Browser sana = Browser.as("sana")) {
            sana.narrow();
            product.sql().run("update alongside.action_step set due_on = due_on - 2 where step_id = '" + key + "'");
            Page page = sana.open("/worklist/mine.xhtml");
            Locator late = page.locator(
                    "section:has(#steps) li", new Page.LocatorOptions().setHasText("Give her a key " + maya.name()));
            assertThat(late.innerText()).as("what is past its day").contains("Late", "If missed:");
            sana.press(page.locator(".al-nav a[href$='/careplan/today.xhtml']"));
            assertThat(todo(page, key).innerText()).contains("Give her a key");
            assertThat(page.locator(".al-card", new Page.LocatorOptions().setHasText(maya.name()))
                            .count())
                    .isPositive();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            sana.axe();
            sana.screenshot("careplan-today");
            sana.screenshotInArabic("careplan-today");

            sana.narrow();
            sana.press(todo(page, key).locator("button[name=done]"));
            assertThat(todo(page, key).count()).isZero();
            assertThat(page.locator(".al-undo").innerText()).contains("Done:");
            sana.press(page.locator("button[name=undo]"));
            assertThat(todo(page, key).count()).as("taken back").isEqualTo(1);

            todo(page, alarm).locator("summary").click();
            sana.press(todo(page, alarm).locator("button[value$=':NO_MONEY']"));
            assertThat(todo(page, alarm).innerText()).contains("No money for it");
            sana.axe();
        }
        assertThat(product.http("mina")
                        .get("/api/v1/steps/" + alarm)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("BLOCKED");
    }

    private static Locator todo(Page page, String step) {
        return page.locator(
                ".al-do > li", new Page.LocatorOptions().setHas(page.locator("a[href*='step=" + step + "']")));
    }
}
