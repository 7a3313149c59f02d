package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counselling on its pages: a session planned, held and written of; what others see of it; a group; and how much is carried. */
class CounsellingBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_session_is_planned_held_and_written_of_and_who_leads_sees_the_day_alone() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
        maya.isHelpedBy("daniel", Survivor.OPEN_DOOR, Survivor.OPEN_DOOR_ADVICE, "IDENTITY");
        ApiScene.make(ApiScene.Kind.COUNSELLED, product);
        try (Browser noor = Browser.as("noor");
                Browser mina = Browser.as("mina");
                Browser daniel = Browser.as("daniel")) {
            Page page = noor.open("/counselling/of.xhtml?case=" + maya.caseId());
            assertThat(page.locator("#interpreter")).hasValue("WOMAN");
            noor.press("#plan");
            assertThat(page.locator("main")).containsText("Answer this");
            page.fill("#startsAt", ApiScene.hour(-1).substring(0, 16));
            page.fill("#minutes", "5");
            page.selectOption("#type", "TRAUMA_FOCUSED");
            page.selectOption("#place", "COUNSELLING_ROOM");
            noor.isWhole();
            noor.screenshot("counselling-plan");
            noor.press("#plan");
            assertThat(page.locator(".al-toast")).containsText("The session is planned");
            noor.screenshot("counselling-of");
            noor.screenshotInArabic("counselling-of");

            noor.open("/counselling/week.xhtml");
            noor.isWhole();
            noor.screenshot("counselling-week");
            noor.screenshotInArabic("counselling-week");

            noor.open("/counselling/of.xhtml?case=" + maya.caseId());
            page.locator("a[href*='/counselling/session.xhtml']").first().click();
            assertThat(page.locator("main")).containsText("Did she come?");
            page.locator("button[name=say][value=ATTENDED]").click();
            assertThat(page.locator(".al-toast")).containsText("It is noted");
            page.fill("#note", "Her hands shook");
            noor.press("#write");
            assertThat(page.locator(".al-toast")).containsText("for you alone");
            assertThat(page.locator("#note")).hasValue("Her hands shook");
            page.fill("#entry", "Grounding exercise practised");
            noor.press("#add");
            assertThat(page.locator("main")).containsText("Grounding exercise practised");
            page.locator("summary").last().click();
            page.fill("#summary", "We work on sleep");
            noor.press("#summarise");
            assertThat(page.locator("main")).containsText("Only what she agreed to is written here");
            assertThat(page.locator("#summary")).hasValue("We work on sleep");
            page.fill("#agreedOn", House.inHours(product, 0).substring(0, 10));
            page.check("input[name=agreed][value=yes]");
            noor.press("#summarise");
            assertThat(page.locator(".al-toast")).containsText("The summary is kept");
            noor.isWhole();
            String session = page.url().substring(page.url().indexOf("/counselling/"));
            noor.screenshot("counselling-session");
            noor.screenshotInArabic("counselling-session");
            noor.press("#worry");
            assertThat(page.locator(".al-toast")).containsText("without a word");

            Page leads = mina.open("/counselling/of.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("main")).containsText("Came");
            for (String secret : new String[] {"Her hands shook", "Grounding", "We work on sleep", "Trauma-focused"}) {
                assertThat(leads.locator("main")).not().containsText(secret);
            }
            mina.isWhole();
            mina.screenshot("counselling-lead");
            mina.open("/safety/of.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("main")).not().containsText("Her hands shook");
            mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("main")).containsText("Sessions she came to: 1");

            noor.open(session);
            page.locator("summary").last().click();
            page.fill("#summary", "She wants it calm in the evenings");
            page.fill("#agreedOn", House.inHours(product, 0).substring(0, 10));
            page.check("input[name=agreed][value=yes]");
            page.check("input[name=forLead][value=yes]");
            noor.press("#summarise");
            assertThat(page.locator("main")).containsText("Who leads her case, too");
            mina.open("/counselling/of.xhtml?case=" + maya.caseId());
            assertThat(leads.locator("main")).containsText("She wants it calm in the evenings");
            assertThat(leads.locator("main")).not().containsText("Grounding");
            mina.isWhole();
            mina.screenshot("counselling-lead-told");
            leads.locator("button[name=back]").click();
            assertThat(leads.locator(".al-toast")).containsText("You read it no more");
            assertThat(leads.locator("main")).not().containsText("She wants it calm in the evenings");

            Page lawyer = daniel.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(lawyer.locator("a[href*='/counselling/of.xhtml']")).hasCount(0);
            assertThat(lawyer.locator("main")).not().containsText("Sessions she came to: 1");
        }
    }

    @Test
    void a_group_goes_by_a_code_and_is_its_counsellors_alone() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
        ApiScene scene = ApiScene.make(ApiScene.Kind.GROUPED, product);
        String group = "/counselling/groups.xhtml?group=" + scene.ids().get("groupId");
        try (Browser noor = Browser.as("noor");
                Browser elif = Browser.as("elif")) {
            Page page = noor.open("/counselling/groups.xhtml");
            noor.isWhole();
            noor.screenshot("counselling-groups");
            assertThat(page.locator("#type option[value=SUPPORT_GROUP]")).hasCount(1);
            assertThat(page.locator("#type option[value=INDIVIDUAL]")).hasCount(0);
            page.selectOption("#type", "PEER_SUPPORT");
            noor.press("#open");
            assertThat(page.locator("main h1")).containsText("Group G-");
            assertThat(page.locator("#member")).isVisible();
            noor.open(group);
            assertThat(page.locator("#interpreter")).hasValue("");
            page.selectOption("#member", scene.ids().get("caseId"));
            noor.press("#join");
            assertThat(page.locator(".al-toast")).containsText("It is noted who comes");
            page.selectOption("#interpreter", "NONE");
            page.fill("#startsAt", "202666-01-01T10:00");
            page.fill("#minutes", "5");
            page.selectOption("#place", "COMMUNITY");
            noor.press("#plan");
            assertThat(page.locator("main")).containsText("This day cannot be right");
            assertThat(page.locator("#minutes")).hasValue("5");
            assertThat(page.locator("#place")).hasValue("COMMUNITY");
            page.fill("#startsAt", ApiScene.hour(-1).substring(0, 16));
            noor.press("#plan");
            assertThat(page.locator(".al-toast")).containsText("The session is planned");
            page.locator("button[name=came]").first().click();
            assertThat(page.locator("#coming")).containsText("Came");
            noor.isWhole();
            noor.screenshot("counselling-group");
            noor.screenshotInArabic("counselling-group");
            Page other = elif.open(group);
            assertThat(other.locator("body")).not().containsText("G-");
        }
    }

    @Test
    void what_is_carried_is_numbers_and_two_who_met_say_so() {
        String session = ApiScene.make(ApiScene.Kind.NOTED, product).ids().get("sessionId");
        ApiScene.make(ApiScene.Kind.SUPERVISED, product);
        ApiScene.make(ApiScene.Kind.WARNED, product);
        try (Browser elif = Browser.as("elif");
                Browser noor = Browser.as("noor")) {
            Page page = elif.open("/counselling/week.xhtml");
            elif.isWhole();
            elif.screenshot("counselling-supervised");
            elif.press(".al-card:has(#supervised) a[href*='" + session + "']");
            assertThat(page.locator(".al-card:has(#record)")).containsText("Grounding");
            assertThat(page.locator("#summary-card")).hasCount(0);
            elif.open("/counselling/caseload.xhtml");
            assertThat(page.locator("main")).containsText("Noor Aziz");
            page.fill("#heldOn", House.inHours(product, 0).substring(0, 10));
            elif.press("#met");
            assertThat(page.locator(".al-toast")).containsText("The meeting is noted");
            elif.isWhole();
            elif.screenshot("counselling-caseload");
            elif.screenshotInArabic("counselling-caseload");
            Page own = noor.open("/counselling/caseload.xhtml");
            assertThat(own.locator("main")).containsText("Persons: 30, sessions in a week: 21");
            noor.isWhole();
            must(
                    403,
                    product.http("noor")
                            .post(
                                    "/api/v1/counselling/supervisions",
                                    Map.of(
                                            "counsellor", "00000000-0000-4000-8000-000000000010",
                                            "supervisor", "00000000-0000-4000-8000-000000000011")));
        }
    }
}
