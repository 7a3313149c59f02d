package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;

/** Last days of a matter, the calendar in all its views, and the one that a program reads. */
class LegalDaysBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_lawyer_keeps_the_calendar_of_a_court_and_a_day_is_reckoned_by_it() {
        Survivor maya = advised();
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        LocalDate today = LocalDate.parse(maya.inDays(0).substring(0, 10));
        String name = "Court of " + maya.caseId();
        try (Browser daniel = Browser.as("daniel")) {
            daniel.open("/proceeding/courts.xhtml");
            daniel.isWhole();
            Page page = daniel.open("/proceeding/court.xhtml");
            page.locator("#name").fill(name);
            page.locator("#zone").fill("Moon/Sea");
            page.locator("#days").fill("Christmas");
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("Write a day like 2026-12-25");
            page.locator("#days").fill(today.plusDays(28) + " A holiday");
            page.locator("#amount_APPEAL").fill("4");
            page.locator("#unit_APPEAL").selectOption("WEEKS");
            page.locator("input[name=how_APPEAL][value=rolls]").check();
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText())
                    .contains("Write the time zone as the continent and the city");
            assertThat(page.locator("#amount_APPEAL").inputValue()).isEqualTo("4");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("court");
            daniel.screenshotInArabic("court");
            page.locator("#zone").fill("UTC");
            daniel.press("#save");
            assertThat(page.locator("main").innerText()).contains(name);

            daniel.open("/proceeding/deadline.xhtml?case=" + maya.caseId() + "&matter=" + matter);
            page.locator("#event").selectOption("APPEAL");
            page.locator("#calendar").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(name));
            page.locator("#eventOn").fill(today.toString());
            page.locator("#dueOn").fill(today.plusDays(60).toString());
            page.locator("#note").fill("Ask for the file");
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("The law gives time until");
            assertThat(page.locator("#note").inputValue()).isEqualTo("Ask for the file");
            daniel.isWhole();
            page.locator("#dueOn").fill("");
            daniel.screenshot("deadline-write");
            daniel.press("#save");
            assertThat(page.locator("main").innerText())
                    .contains("Reckoned:", "Appeal, from when the decision was served", "Ask for the file");

            daniel.open("/proceeding/permit.xhtml?case=" + maya.caseId() + "&matter=" + matter);
            page.locator("#permit").selectOption("RESIDENCE");
            page.locator("#issuedOn").fill(today.toString());
            page.locator("#expiresOn").fill(today.minusDays(1).toString());
            daniel.press("#save");
            assertThat(page.locator("[data-errors]").innerText()).contains("A permit cannot end before it begins");
            page.locator("#expiresOn").fill(today.plusDays(80).toString());
            daniel.press("#save");
            assertThat(page.locator("main").innerText()).contains("Permission to stay", "Renew");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("deadlines");
            daniel.screenshotInArabic("deadlines");
        }
        Reply told = product.http("mina").get("/api/v1/matters/" + matter + "/deadlines");
        assertThat(told.text())
                .as("the day and not what for")
                .contains(today.plusDays(29).toString(), today.plusDays(80).toString())
                .doesNotContain("APPEAL", "RESIDENCE", "Ask for the file", "\"file\"");
    }

    @Test
    void the_calendar_by_month_week_day_and_list_says_what_is_missing_and_a_program_reads_when_and_nothing_else()
            throws Exception {
        Survivor maya = advised();
        String at = maya.inDays(3);
        maya.hasMatter("daniel", at, "ESCORT", "INTERPRETER");
        String code = maya.fileFor("mina").json().get("code").asText();
        String day = at.substring(0, 10);
        String address;
        try (Browser daniel = Browser.as("daniel")) {
            for (String view : List.of("month", "week", "day", "agenda")) {
                Page page = daniel.open("/proceeding/calendar.xhtml?view=" + view + "&day=" + day);
                assertThat(page.locator("main").innerText()).as(view).contains(code, "something is missing");
                daniel.isWhole();
                daniel.axe();
                daniel.screenshot("calendar-" + view);
            }
            daniel.screenshotInArabic("calendar-agenda");
            Page page = daniel.open("/proceeding/calendar.xhtml?view=week&day=" + day);
            daniel.press("nav[aria-label='What is missing'] a:has-text('Interpreter')");
            assertThat(page.locator("main").innerText()).contains(code);
            assertThat(page.locator("nav[aria-label='What is missing'] a[data-kind=main]")
                            .innerText())
                    .contains("Interpreter");
            page.locator("#counsel").selectOption("00000000-0000-4000-8000-000000000012");
            daniel.press("form.al-filter button");
            assertThat(page.locator("main").innerText()).as("he acts in it").contains(code, "Daniel");
            assertThat(page.url()).as("both hold").contains("lacking=INTERPRETER", "counsel=");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("calendar-of-one");
            page = daniel.open("/proceeding/calendar.xhtml?view=day&day=" + day);
            assertThat(page.locator("main").innerText())
                    .contains("Somebody who goes with her: nobody yet", "Interpreter: nobody yet");
            daniel.open("/proceeding/feed.xhtml");
            daniel.press("#make");
            address = page.locator("#address").innerText().strip();
            daniel.isWhole();
            daniel.screenshot("calendar-feed");
        }
        String path = address.substring(address.indexOf("/calendar/"));
        Reply read = product.http().get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).startsWith("text/calendar");
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        assertThat(read.text()).doesNotContain(code, "Court", "COURT", "earing", "Maya", maya.caseId());
        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(read.text())).getComponents("VEVENT");
        assertThat(events)
                .extracting(LegalDaysBrowserTest::start)
                .contains(OffsetDateTime.parse(at).toInstant());
        assertThat(product.http()
                        .get(path.substring(0, path.length() - 6) + "AA.ics")
                        .status())
                .isEqualTo(404);
        assertThat(product.http("daniel")
                        .send("DELETE", "/api/v1/calendar-feed", null)
                        .status())
                .isEqualTo(204);
        assertThat(product.http().get(path).status()).as("taken back").isEqualTo(404);
    }

    private static Object start(VEvent event) {
        Temporal at =
                event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow().getDate();
        return at instanceof LocalDate ? at : Instant.from(at);
    }

    private Survivor advised() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        return maya;
    }
}
