package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits for whom, and the pages by which the house is run, in a browser. */
class WorklistBrowserTest {
    private final Product product = Product.get();

    @ParameterizedTest
    @CsvSource({
        "mina, /worklist/mine.xhtml",
        "sana, /worklist/mine.xhtml",
        "marta, /worklist/mine.xhtml",
        "amina, /worklist/mine.xhtml",
        "kim, /worklist/mine.xhtml"
    })
    void whoever_signs_in_is_led_to_what_waits_and_every_place_of_theirs_opens(String person, String first) {
        try (Browser browser = Browser.as(person)) {
            assertThat(browser.page().url()).isEqualTo(product.url() + first);
            Locator places = browser.page().locator(".al-nav a");
            assertThat(places.count()).isBetween(2, 5);
            for (String place : places.evaluateAll("all => all.map(one => one.pathname)")
                    .toString()
                    .replaceAll("[\\[\\] ]", "")
                    .split(",")) {
                Response answer = browser.page().navigate(product.url() + place);
                assertThat(answer.status()).as(person + " at " + place).isEqualTo(200);
                assertThat(browser.page()
                                .locator(".al-nav a[aria-current=page]")
                                .count())
                        .as(place + " says where one is")
                        .isEqualTo(1);
                browser.axe();
            }
        }
    }

    @Test
    void a_task_that_a_colleague_took_is_handed_back_for_her_by_the_manager() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        try (Browser sana = Browser.as("sana");
                Browser petra = Browser.as("petra")) {
            sana.open("/worklist/mine.xhtml");
            sana.press(task(sana, referral).locator("button[name=claim]"));
            assertThat(task(sana, referral).innerText()).contains("Yours", "If missed:");
            sana.axe();
            sana.screenshot("worklist-mine");
            sana.screenshotInArabic("worklist-mine");

            sana.hearsOfNoChange();
            petra.open("/worklist/mine.xhtml");
            assertThat(task(petra, referral).innerText()).contains("Sana Haddad has it");
            petra.axe();
            petra.screenshot("worklist-taken");
            petra.press(task(petra, referral).locator("button[name=handBack]"));
            assertThat(task(petra, referral).locator("button[name=claim]").count())
                    .as("it is free again")
                    .isEqualTo(1);

            sana.press(task(sana, referral).locator("button[name=handBack]"));
            assertThat(sana.page().locator("main").innerText())
                    .as("the one who was too late is told, not shown an error page")
                    .contains("Only the one who has this task");
        }
    }

    @Test
    void whoever_takes_a_task_can_hand_it_back_and_a_colleague_takes_it() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(Survivor.CEDAR, "IDENTITY");
        String referral = maya.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        try (Browser noor = Browser.as("noor");
                Browser elif = Browser.as("elif")) {
            noor.open("/worklist/mine.xhtml");
            noor.press(task(noor, referral).locator("button[name=claim]"));
            assertThat(noor.page().locator(".al-toasts").innerText()).contains("It is yours now");
            elif.open("/worklist/mine.xhtml");
            assertThat(elif.page().locator("main a[href*='" + referral + "']").count())
                    .as("what she took is offered to nobody else")
                    .isZero();

            noor.press(task(noor, referral).locator("button[name=handBack]"));
            assertThat(noor.page().locator(".al-toasts").innerText()).contains("Handed back");
            elif.open("/worklist/mine.xhtml");
            elif.press(task(elif, referral).locator("button[name=claim]"));
            assertThat(task(elif, referral).innerText()).contains("Yours");
        }
    }

    @Test
    void what_one_asked_of_others_stands_under_you_are_waiting_for_until_they_answer() {
        Survivor maya = Survivor.adult(product, "tomas");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "EMERGENCY", "IDENTITY");
        String code = maya.fileFor("tomas").json().get("code").asText();
        try (Browser tomas = Browser.as("tomas")) {
            tomas.open("/worklist/mine.xhtml");
            Locator asked = tomas.page().locator("aside[aria-labelledby=asked]");
            // soonest due first: what other tests left waiting may stand before her
            Locator more = asked.locator("a:has-text('What else you are waiting for')");
            while (!asked.innerText().contains(code) && more.count() > 0) {
                tomas.press(more);
            }
            assertThat(asked.innerText())
                    .contains("Shelter, Willow Rooms", code, "answer due", "asked today")
                    .doesNotContain(maya.name());
            tomas.isWhole();
            tomas.screenshot("worklist-asked");
            tomas.screenshotInArabic("worklist-asked");
            tomas.press(asked.locator("a[href*='" + referral + "']"));
            assertThat(tomas.page().locator("h1").innerText()).contains(maya.name());

            product.http("sana").post("/api/v1/referrals/" + referral + "/decline", Map.of("reason", "NO_CAPACITY"));
            tomas.open("/worklist/mine.xhtml");
            assertThat(tomas.page()
                            .locator("aside[aria-labelledby=asked] a[href*='" + referral + "']")
                            .count())
                    .as("she waits for nobody any more: it is her turn")
                    .isZero();
        }
    }

    @Test
    void more_than_can_be_looked_over_is_read_on_part_by_part_and_nothing_is_left_out() {
        List<Survivor> girls = Stream.generate(() -> Survivor.child(product, "tomas"))
                .limit(26)
                .toList();
        try (Browser tomas = Browser.as("tomas")) {
            tomas.open("/worklist/mine.xhtml");
            assertThat(tomas.page().locator("main li:has(button[name=claim])").count())
                    .as("behind the one to do next")
                    .isEqualTo(24);
            StringBuilder read = new StringBuilder(tomas.page().content());
            Locator more = tomas.page().locator("#further a:has-text('What else waits')");
            while (more.count() > 0) {
                tomas.press(more);
                read.append(tomas.page().content());
            }
            assertThat(read).contains(girls.stream().map(Survivor::caseId).toList());
            tomas.axe();
            tomas.isWhole();

            String here = tomas.page().url();
            tomas.press(tomas.page().locator("button[name=claim]").first());
            assertThat(tomas.page().locator(".al-toasts").innerText()).contains("It is yours now");
            assertThat(tomas.page().url()).as("who reads on stays there").isEqualTo(here);
            tomas.press("#further a:has-text('Back to what cannot wait longest')");
            assertThat(tomas.page().locator("main").innerText()).contains("Do this next");
        }
        girls.forEach(Survivor::authorityTold);
    }

    @Test
    void the_coordinator_changes_a_time_in_plain_words_and_is_told_beside_the_answer_what_is_wrong() {
        try (Browser amina = Browser.as("amina");
                Browser again = Browser.as("amina");
                Browser mina = Browser.as("mina")) {
            amina.open("/worklist/tables.xhtml?table=referral-deadlines");
            again.open("/worklist/tables.xhtml?table=referral-deadlines");
            amina.page().fill("#rows_3_remindAfter", "80");
            amina.press(amina.page().locator("#save"));
            assertThat(error(amina, "rows_3_remindAfter")).contains("before the answer is due");
            amina.page().fill("#rows_3_remindAfter", "");
            amina.press(amina.page().locator("#save"));
            assertThat(error(amina, "rows_3_remindAfter")).isEqualTo("Answer this.");
            amina.axe();
            amina.screenshot("worklist-deadlines");
            amina.screenshotInArabic("worklist-deadlines");

            amina.page().fill("#rows_3_remindAfter", "50");
            amina.press(amina.page().locator("#save"));
            assertThat(amina.page().locator(".al-toasts").innerText()).contains("from now on");

            again.page().fill("#rows_3_remindAfter", "40");
            again.page().fill("#rows_2_remindAfter", "17");
            again.press(again.page().locator("#save"));
            assertThat(again.page().locator("[data-errors]").innerText()).contains("Someone changed this table");
            assertThat(error(again, "rows_3_remindAfter"))
                    .as("what changed stands beside it")
                    .contains("it is 50 hours now");
            assertThat(again.page().locator("#rows_2_remindAfter-error").count())
                    .isZero();
            assertThat(again.page().inputValue("#rows_3_remindAfter")).isEqualTo("40");
            assertThat(again.page().inputValue("#rows_2_remindAfter")).isEqualTo("17");
            again.axe();
            again.screenshot("worklist-deadlines-stale");
            again.press(again.page().locator("#save"));
            assertThat(again.page().locator(".al-toasts").innerText()).contains("from now on");

            mina.open("/worklist/tables.xhtml?table=referral-deadlines");
            assertThat(mina.page().locator("main").innerText()).contains("40 hours", "17 hours");
            assertThat(mina.page().locator("#save").count()).isZero();
        }
    }

    @Test
    void the_directory_is_searched_by_help_and_place_without_a_script() {
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/organisation/directory.xhtml?type=SHELTER&region=NORTH");
            assertThat(page.locator("main").innerText())
                    .contains("Lantern House", "told")
                    .doesNotContain("Willow Rooms", "Open Door");
            mina.axe();
            mina.screenshot("organisation-directory");
            mina.open("/organisation/directory.xhtml?type=nonsense");
            assertThat(page.locator("main").innerText()).contains("Willow Rooms");
        }
    }

    @Test
    void only_the_administrator_mends_failed_work_and_sees_the_clock_of_the_demo() {
        try (Browser kim = Browser.as("kim");
                Browser mina = Browser.as("mina")) {
            Page page = kim.open("/worklist/failed.xhtml");
            assertThat(page.locator("main").innerText()).contains("The clock of this demo", "Forward 7 days");
            kim.screenshot("worklist-failed");

            Response refused = mina.page().navigate(product.url() + "/worklist/failed.xhtml");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(mina.page().locator("main").innerText()).contains("Your work here does not include this");
        }
    }

    @Test
    void whoever_has_left_is_told_so_on_a_clear_page_and_can_sign_out() {
        String left = "update alongside.worker set left_at = %s where name = 'Elif Demir'";
        product.sql().run(left.formatted("'2026-01-01 00:00Z'"));
        try (Browser elif = Browser.as("elif")) {
            assertThat(elif.page().locator("h1").textContent())
                    .isEqualTo("You are signed in, but you do not work here yet");
            assertThat(elif.page().locator(".al-nav").count()).isZero();
            elif.axe();
            elif.screenshot("worklist-stranger");
            elif.press("main form button[data-kind=main]");
            assertThat(elif.page().url()).contains("/signed-out");
        } finally {
            product.sql().run(left.formatted("null"));
        }
    }

    @Test
    void a_step_that_failed_is_shown_to_the_administrator_who_tries_it_again() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.sql().run("""
                        create function alongside.fail_one() returns trigger language plpgsql as
                        $$ begin raise exception 'made to fail'; end $$;
                        create trigger fail_one before update of reminded_at on alongside.referral_card
                        for each row when (new.referral_id = '%s') execute function alongside.fail_one()""".formatted(referral));
        try (Browser kim = Browser.as("kim")) {
            product.forward(Duration.ofMinutes(150));
            Locator failed = kim.page().locator("main tr", new Page.LocatorOptions().setHasText(referral));
            kim.reopenUntil("/worklist/failed.xhtml", () -> failed.count() == 1);
            kim.isWhole();
            kim.screenshot("worklist-failed-work");
            kim.screenshotInArabic("worklist-failed-work");
            assertThat(kim.page().content()).doesNotContain(maya.name(), "made to fail");

            product.sql().run("drop trigger fail_one on alongside.referral_card");
            kim.press(failed.locator("button[name=retry]"));
            assertThat(kim.page().locator(".al-toasts").innerText()).containsAnyOf("tried again", "worked meanwhile");
            kim.reopenUntil("/worklist/failed.xhtml", () -> failed.count() == 0);
            assertThat(product.sql()
                            .count(
                                    "select count(reminded_at) from alongside.referral_card where referral_id = ?::uuid",
                                    referral))
                    .as("what failed is done")
                    .isEqualTo(1);
        } finally {
            product.sql().run("drop function if exists alongside.fail_one() cascade");
        }
    }

    private static Locator task(Browser browser, String referral) {
        return browser.page()
                .locator("main :is(li, section[data-kind=lamp]):has(a[href*='" + referral + "'])")
                .first();
    }

    private static String error(Browser browser, String field) {
        return browser.page().locator("#" + field + "-error").innerText();
    }
}
