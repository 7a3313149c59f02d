package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.LANTERN;
import static org.alongside.system.Survivor.LANTERN_CHILDREN;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of a young person who goes missing and is found: the night shift, the police, her caseworker, and her own word. */
class MissingWayBrowserTest {
    private static final String STORY = "She wanted to see the sea and had nobody to go with";

    private final Product product = Product.get();

    @Test
    void she_is_not_back_in_the_evening_is_looked_for_reported_and_found_and_says_why() {
        Survivor girl = Survivor.child(product, "mina");
        House house = House.by(product, "grace", 1);
        String placement = livesIn(girl, house);
        must(204, product.http("mina").put("/api/v1/cases/" + girl.caseId() + "/safety-plan", plan()));
        try (Browser luis = Browser.as("luis");
                Browser mina = Browser.as("mina");
                Browser grace = Browser.as("grace")) {
            Page lead = mina.open("/safety/of.xhtml?case=" + girl.caseId());
            assertThat(lead.locator("main")).containsText("She is missing");

            Page shift = luis.open("/housing/placement.xhtml?placement=" + placement);
            luis.press("#notReturn");
            assertThat(shift.locator("main")).containsText("Nobody knows where she is");
            luis.isWhole();
            luis.screenshot("missing-bed");

            tellsThePolice(luis, shift);
            leadSeesIt(mina, lead, girl);

            product.forward(Duration.ofHours(25));
            meets(mina, lead, girl);

            lead.check("input[name=how][value=SAFE]");
            mina.press("#found");
            assertThat(lead.locator("main h1")).containsText("She is found");
            mina.isWhole();
            mina.screenshot("missing-found");

            luis.open("/housing/placement.xhtml?placement=" + placement);
            assertThat(shift.locator("main")).containsText("She was missing and is found");
            luis.press("#comeBack");
            assertThat(shift.locator(".al-toast")).isVisible();
            shift.locator("a[href*='/missing/of']").first().click();
            shift.fill("#words", STORY);
            luis.press("#talked");
            assertThat(shift.locator("main")).containsText(STORY);
            luis.isWhole();

            mina.open("/missing/of.xhtml?missing=" + missing(girl));
            assertThat(lead.locator("main")).containsText(STORY);
            Page manager = grace.open("/missing/of.xhtml?missing=" + missing(girl));
            assertThat(manager.locator("main h1")).containsText("She is found");
            assertThat(manager.locator("main")).not().containsText(STORY);
            mina.open("/casefile/file.xhtml?case=" + girl.caseId());
            assertThat(lead.locator("main")).containsText("She is missing");
            assertThat(lead.locator("main")).containsText("The police know that she is missing");
            assertThat(lead.locator("main")).containsText("She is found");
            assertThat(lead.locator("main")).containsText("Somebody talked with her about it");
        }
    }

    /** First what they may know, and nothing else; then their number. What was typed wrong stays to be mended. */
    private static void tellsThePolice(Browser luis, Page shift) {
        shift.locator("a[href*='/missing/of']").first().click();
        assertThat(shift.locator("main h1")).containsText("She is missing");
        luis.isWhole();
        luis.screenshot("missing-of");
        luis.screenshotInArabic("missing-of");
        shift.locator("button[value=SEARCHED]").click();
        assertThat(shift.locator("main")).containsText("She is looked for");
        shift.locator("a[href*='/missing/police']").first().click();
        assertThat(shift.locator("main")).containsText("Say this, and no more");
        assertThat(shift.locator("main")).containsText("Harbour Light");
        assertThat(shift.locator("main")).not().containsText("Lantern");
        luis.isWhole();
        luis.screenshot("missing-police");
        luis.screenshotInArabic("missing-police");
        shift.fill("#reference", "12: ask at her friend's");
        luis.press("#report");
        assertThat(shift.locator("main")).containsText("Only the number under which the police know");
        assertThat(shift.locator("#reference")).hasValue("12: ask at her friend's");
        shift.fill("#reference", "2026/4711");
        luis.press("#report");
        assertThat(shift.locator("main")).containsText("The police know");
    }

    private void leadSeesIt(Browser mina, Page lead, Survivor girl) {
        mina.open("/safety/of.xhtml?case=" + girl.caseId());
        assertThat(lead.locator("main")).containsText("A child is missing");
        lead.locator("a[href*='/missing/of']").first().click();
        assertThat(lead.locator("main")).containsText("Ask at the harbour");
        assertThat(lead.locator("main")).containsText("2026/4711");
        mina.isWhole();
        mina.screenshot("missing-lead");
        lead.locator("a[href*='/safety/alert']").first().click();
        mina.press("#acknowledge");
        assertThat(lead.locator("main")).containsText("Seen to");
        assertThat(lead.locator("main")).not().containsText("Write down what was done by");
        mina.open("/casefile/file.xhtml?case=" + girl.caseId() + "&process=" + missing(girl));
        assertThat(lead.locator("main")).containsText("Somebody is missing");
        mina.screenshot("missing-journey");
        mina.open("/missing/of.xhtml?missing=" + missing(girl));
    }

    /** A day later nobody has met: her supervisor is asked, and then it is done. */
    private void meets(Browser mina, Page lead, Survivor girl) {
        await().atMost(Duration.ofSeconds(60)).until(() -> product.sql()
                .one(
                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ? and t.task_def_key_ = 'conference-overdue'",
                        missing(girl))
                .equals(1L));
        mina.open("/missing/of.xhtml?missing=" + missing(girl));
        assertThat(lead.locator("main")).containsText("Late");
        lead.locator("button[value=CONFERENCE_HELD]").click();
        assertThat(lead.locator(".al-toast")).containsText("Written down");
    }

    private String livesIn(Survivor girl, House house) {
        girl.agreesToShareWith(LANTERN, "IDENTITY");
        String referral = girl.isReferredTo(LANTERN_CHILDREN, "EMERGENCY", "IDENTITY");
        must(200, product.http("luis").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        Http luis = product.http("luis");
        String placement = must(200, luis.get("/api/v1/cases/" + girl.caseId() + "/housing"))
                .json()
                .at("/placements/0/id")
                .asText();
        house.act("grace", placement, "offer", House.to(placement, house.beds().get(0)));
        must(200, product.http("grace").post("/api/v1/placements/" + placement + "/hold", null));
        house.act("luis", placement, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
        return placement;
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "basedOn",
                0,
                "warningSigns",
                "She does not answer",
                "ifMissing",
                "Ask at the harbour, she sits at the water",
                "steps",
                "I call Mina",
                "survivorCopy",
                "KNOWS_BY_HEART");
    }

    private String missing(Survivor girl) {
        return must(200, product.http("mina").get("/api/v1/cases/" + girl.caseId() + "/missing"))
                .json()
                .at("/0/id")
                .asText();
    }
}
