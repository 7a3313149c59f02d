package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A lawyer's day in the browser, and those who help her survivor to the hearing. */
class LegalBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_lawyer_does_her_day_and_the_caseworker_goes_along() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/casefile/file.xhtml?case=" + maya.caseId());
            daniel.press(page.locator(".al-tabs a[href*='/proceeding/of']").first());
            assertThat(page.locator("main").innerText()).contains("No legal matter yet");
            daniel.isWhole();

            daniel.press(page.locator("a.al-button[data-kind=main]"));
            daniel.isWhole();
            page.locator("#note").fill("Ask for a screen");
            page.locator("#hearing_place").selectOption("COURT");
            page.locator("input[name=needs][value=ESCORT]").check();
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .as("what is missing is told beside its field")
                    .contains("What it is about", "Day and time");
            assertThat(page.locator("#note").inputValue())
                    .as("typed text stays")
                    .isEqualTo("Ask for a screen");
            daniel.axe();
            page.locator("#track").selectOption("CRIMINAL_TRAFFICKER");
            page.locator("#stage").selectOption("TRIAL");
            page.locator("#hearing_at").fill(maya.inDays(5).replace("T12:00:00Z", "T10:00"));
            page.locator("#hearing_type").selectOption("TRIAL_TESTIMONY");
            page.locator("#hearing_mode").selectOption("IN_PERSON");
            page.locator("input[name=protection][value=CLOSED_COURT]").check();
            daniel.press("#save");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Criminal case against the trafficker, no.\u00a01",
                            "Opened",
                            "Ask for a screen",
                            "Nobody yet",
                            "Closed court");
            daniel.isWhole();
            daniel.screenshot("legal-matter");
            daniel.screenshotInArabic("legal-matter");

            daniel.press(page.locator(".al-nav a[href$='/proceeding/mine.xhtml']"));
            assertThat(of(page, maya, ".al-agenda > li").innerText()).contains("Court", "Something is missing");
            daniel.isWhole();
            daniel.screenshot("legal-calendar");
            daniel.screenshotInArabic("legal-calendar");
            daniel.press(of(page, maya, ".al-agenda > li").locator("a"));
            assertThat(page.url()).as("the hearing leads to its matter").contains("/proceeding/matter", maya.caseId());
            daniel.open("/worklist/mine.xhtml");
            assertThat(of(page, maya, "#hearings li, section:has(#hearings) li").innerText())
                    .contains("Hearing: Court", "Somebody who goes with her: nobody yet");
            daniel.isWhole();
        }
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/worklist/mine.xhtml");
            Locator due = of(page, maya, "section:has(#hearings) li");
            assertThat(due.innerText()).contains("Hearing: Court", "nobody yet").doesNotContain("Criminal case");
            mina.axe();
            mina.press(due.locator("h3 a"));
            assertThat(page.locator("main").innerText())
                    .contains("Legal matter, no.\u00a01", "Open Door Legal Aid", "Court")
                    .doesNotContain("Ask for a screen", "Testimony");
            mina.isWhole();
            mina.screenshot("legal-others");
            mina.press("button[name=take]");
            assertThat(page.locator("main").innerText()).contains("Harbour Light does it");
            mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).contains("Her next hearing: Court");
        }
    }

    @Test
    void what_was_decided_of_her_and_her_time_to_think_are_kept_and_asked_about_before_it_ends() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY", "LEGAL");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/proceeding/of.xhtml?case=" + maya.caseId());
            mina.press(
                    page.locator("main a", new Page.LocatorOptions().setHasText("Identification and time to think")));
            assertThat(page.locator("main").innerText())
                    .contains("Nobody has decided yet", "presumed victim of trafficking", "None has begun");
            mina.isWhole();
            mina.press("#decide");
            assertThat(page.locator("[data-errors]").innerText()).contains("What was decided?", "On which day?");
            page.locator("input[name=decision][value=PRESUMED]").check();
            page.locator("input[name=decidedBy][value=POLICE]").check();
            page.locator("#decidedOn").fill(maya.inDays(-25).substring(0, 10));
            mina.press("#decide");
            assertThat(page.locator("main").innerText())
                    .contains("Presumed to have been trafficked", "She was not told yet", "It runs", "Last day");
            mina.isWhole();
            mina.screenshot("identification-decided");
            mina.screenshotInArabic("identification-decided");
            page.locator("#on").fill(maya.inDays(-24).substring(0, 10));
            mina.press("#tell");
            assertThat(page.locator("main").innerText())
                    .contains("She was told on")
                    .doesNotContain("not told yet");

            await().atMost(Duration.ofSeconds(60)).until(() -> asked(maya) == 1);
            mina.press(mina.openWork("/identification/of.xhtml?case=" + maya.caseId()));
            page.locator("summary", new Page.LocatorOptions().setHasText("Write down what she says"))
                    .click();
            mina.screenshot("identification-asked");
            page.locator("input[name=word][value=DOES_NOT]").check();
            mina.press("#say");
            assertThat(page.locator("[data-errors]").innerText()).contains("Has she had legal advice?");
            page.locator("input[name=advice][value=HAD]").check();
            page.locator("#saidOn").fill(maya.inDays(0).substring(0, 10));
            mina.press("#say");
            assertThat(page.locator("main").innerText())
                    .as("she does not cooperate, and keeps all of it")
                    .contains("She does not want to", "It runs")
                    .doesNotContain("Who leads is asked from");
            mina.isWhole();
            assertThat(asked(maya)).as("nobody is asked any more").isZero();
        }
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/proceeding/of.xhtml?case=" + maya.caseId());
            daniel.press(
                    page.locator("main a", new Page.LocatorOptions().setHasText("Identification and time to think")));
            assertThat(page.locator("main").innerText()).contains("Presumed to have been trafficked", "It runs");
            assertThat(page.locator("#decide").count()).isZero();
            daniel.isWhole();
        }
    }

    /** In how many tasks who leads is asked about her time to think. */
    private long asked(Survivor survivor) {
        return (Long) product.sql()
                .one(
                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " join alongside.recovery_period r on r.recovery_id::text = p.business_key_"
                                + " where t.task_def_key_ = 'ask' and r.case_id = ?::uuid",
                        survivor.caseId());
    }

    @Test
    void what_is_claimed_for_her_is_her_lawyers_alone_and_the_law_sets_the_deadline() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        LocalDate ended = LocalDate.parse(maya.inDays(-10).substring(0, 10));
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/proceeding/write.xhtml?case=" + maya.caseId());
            page.locator("#track").selectOption("STATE_COMPENSATION");
            page.locator("#stage").selectOption("PREPARATION");
            page.locator("main form summary").click();
            page.locator("#compensation_claimed").fill("8000");
            page.locator("#compensation_most").fill("5000");
            page.locator("#compensation_finalOn").fill(ended.toString());
            page.locator("#compensation_freezeAskedOn")
                    .fill(ended.minusDays(100).toString());
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .contains("Currency", "This is more than the most that can be paid.");
            assertThat(page.locator("#compensation_claimed").inputValue()).isEqualTo("8000");
            daniel.isWhole();
            page.locator("#compensation_most").fill("10000");
            page.locator("#compensation_currency").fill("EUR");
            page.locator("#deadlineOn").fill(ended.plusYears(1).plusDays(1).toString());
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("The law gives time until");
            daniel.screenshot("legal-claim-write");
            page.locator("#deadlineOn").fill("");
            daniel.press("#save");
            assertThat(page.locator("main").innerText())
                    .contains("8000.00 EUR", "10000.00 EUR", "Freezing of assets asked on", "Deadline");
            daniel.isWhole();
            daniel.screenshot("legal-claim");
            daniel.screenshotInArabic("legal-claim");
        }
        Reply lead = product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/legal");
        assertThat(lead.text())
                .as("by which day, and not what for")
                .contains(ended.plusYears(1).toString())
                .doesNotContain("8000", "EUR", "STATE_COMPENSATION", "compensation");
    }

    @Test
    void a_second_hearing_with_what_protects_her_there_until_it_is_said_what_came_of_it() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        String at = "/proceeding/matter.xhtml?case=" + maya.caseId() + "&matter=" + matter;
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open(at);
            daniel.press(page.locator("a.al-button[data-kind=main]"));
            page.locator("#at").fill("2020-01-01T10:00");
            page.locator("input[name=protection][value=SCREEN]").check();
            page.locator("input[name=protection][value=SEPARATE_WAITING]").check();
            page.locator("input[name=needs][value=INTERPRETER]").check();
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .contains("A hearing cannot be before its matter was opened", "What kind of hearing");
            assertThat(page.locator("#at").inputValue()).isEqualTo("2020-01-01T10:00");
            assertThat(page.locator("input[name=protection][value=SCREEN]").isChecked())
                    .isTrue();
            daniel.isWhole();
            page.locator("#at").fill(maya.inDays(9).replace("T12:00:00Z", "T10:00"));
            page.locator("#type").selectOption("PRELIMINARY");
            page.locator("#place").selectOption("COURT");
            page.locator("#mode").selectOption("BY_VIDEO");
            daniel.screenshot("hearing-write");
            daniel.press("#save");
            assertThat(page.locator("main").innerText())
                    .contains("Preliminary hearing", "By video", "A waiting room of her own", "Something is missing");
            daniel.press(page.locator("button[name=answer]").first());
            assertThat(page.locator("main").innerText()).contains("Granted on");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("hearings");
            daniel.screenshotInArabic("hearings");
        }
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open(at);
            assertThat(page.locator("main").innerText())
                    .contains("Screen between her and the accused", "Granted on")
                    .doesNotContain("Preliminary hearing", "By video");
            mina.press(page.locator("button[name=take]").first());
            assertThat(page.locator("main").innerText()).contains("Harbour Light does it");
            mina.isWhole();
        }
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open(at);
            daniel.press(page.locator("a[href*='/proceeding/result']").first());
            page.locator("input[name=result][value=HELD]").check();
            page.locator("#note").fill("She asks for a pause");
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("This hearing is still to come");
            assertThat(page.locator("#note").inputValue()).isEqualTo("She asks for a pause");
            page.locator("input[name=result][value=ADJOURNED]").check();
            daniel.press("#save");
            assertThat(page.locator("#over, section:has(#over)").first().innerText())
                    .contains("Put off", "She asks for a pause");
            daniel.screenshot("hearing-over");
        }
    }

    @Test
    void of_two_who_edit_one_matter_the_second_keeps_the_text_and_sees_what_it_says_now() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open("/proceeding/write.xhtml?case=" + maya.caseId() + "&matter=" + matter);
            assertThat(page.locator("main").innerText())
                    .as("which of her matters it is")
                    .contains("no.\u00a01");
            page.locator("#note").fill("My own words");
            Survivor.must(
                    204,
                    product.http("daniel")
                            .put(
                                    "/api/v1/matters/" + matter,
                                    Survivor.matter("ASYLUM", "2032-03-01T09:00:00Z", "ESCORT"),
                                    "If-Match",
                                    "\"0\""));
            daniel.press("#save");
            assertThat(page.locator("main").innerText()).contains("Someone changed some of these answers", "Asylum");
            assertThat(page.locator("#note").inputValue()).isEqualTo("My own words");
            daniel.isWhole();
            daniel.press("#save");
            assertThat(page.locator("main").innerText()).contains("My own words");
        }
    }

    @Test
    void a_shelter_that_she_lets_know_takes_her_there_from_a_phone() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "LEGAL");
        try (Browser sana = Browser.as("sana")) {
            sana.narrow();
            Page page = sana.open("/proceeding/of.xhtml?case=" + maya.caseId());
            assertThat(page.locator("main").innerText()).doesNotContain("Open Door", "Criminal case");
            sana.press("button[name=take]");
            assertThat(page.locator("main").innerText()).contains("Willow Rooms does it");
            sana.isWhole();
            sana.press("button[name=giveBack]");
            assertThat(page.locator("main").innerText()).contains("Nobody yet");
        }
    }

    private static Locator of(Page page, Survivor survivor, String what) {
        String code = survivor.fileFor("mina").json().get("code").asText();
        return page.locator(what, new Page.LocatorOptions().setHasText(code)).first();
    }
}
