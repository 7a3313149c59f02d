package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a page says when something changed elsewhere, and what the socket says, which is nothing. */
class NoticeBrowserTest {
    private static final double TWO_SECONDS = 2_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Product product = Product.get();

    @Test
    void three_people_on_one_case_see_each_others_change_within_two_seconds_and_the_socket_never_says_what() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String goal = maya.wants("A door I can lock");
        maya.hasStep(goal, "Give her a key", WILLOW, "SHS");
        try (Browser mina = Browser.as("mina");
                Browser ilse = Browser.as("ilse");
                Browser sana = Browser.as("sana")) {
            List<String> frames = new CopyOnWriteArrayList<>();
            for (Browser browser : List.of(mina, ilse, sana)) {
                frames(browser.page(), frames);
                openListening(browser, planOf(maya));
                assertThat(browser.page().locator("#main")).containsText("A door I can lock");
            }

            maya.wants("Learn to swim");
            for (Browser browser : List.of(mina, ilse)) {
                assertThat(browser.page().locator("#main"))
                        .containsText("Learn to swim", new ContainsTextOptions().setTimeout(TWO_SECONDS));
            }
            String step = maya.hasStep(goal, "Show her the garden", WILLOW, "SHS");
            for (Browser browser : List.of(mina, ilse, sana)) {
                assertThat(browser.page().locator("#main"))
                        .containsText("Show her the garden", new ContainsTextOptions().setTimeout(TWO_SECONDS));
            }
            String before = mina.page().locator("#main").innerText();
            must(204, product.http("sana").post("/api/v1/steps/" + step + "/beginning", null));
            for (Browser browser : List.of(mina, ilse)) {
                browser.page()
                        .waitForFunction(
                                "before => document.getElementById('main').innerText !== before",
                                before,
                                new Page.WaitForFunctionOptions().setTimeout(TWO_SECONDS));
            }
            assertThat(frames).isNotEmpty().containsOnly("changed");
            mina.axe();
        }
    }

    @Test
    void what_is_being_typed_stays_while_a_bar_says_that_something_changed_and_shows_it_when_asked() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
        String step = maya.hasStep(maya.wants("A door I can lock"), "Give her a key", WILLOW, "SHS");
        try (Browser sana = Browser.as("sana")) {
            Page page = sana.page();
            openListening(sana, "/careplan/step.xhtml?case=" + maya.caseId() + "&step=" + step);
            String before = page.locator("#now").innerText();
            page.fill("#outcome", "She turned the key herself. هي بخير");
            must(204, product.http("petra").post("/api/v1/steps/" + step + "/beginning", null));
            assertThat(page.locator("#al-changed")).isVisible();
            assertThat(page.locator("#now")).hasText(before);
            sana.isWhole();
            sana.screenshot("notice-changed");

            page.locator("#outcome").focus();
            page.locator("#al-changed a").click();
            assertThat(page.locator("#now")).not().hasText(before);
            assertThat(page.locator("#outcome")).hasValue("She turned the key herself. هي بخير");
            assertThat(page.locator("#al-changed")).isHidden();
            sana.isWhole();
        }
    }

    @Test
    void whoever_reads_keeps_their_place_and_their_focus() {
        Survivor maya = Survivor.adult(product, "mina");
        for (int wish = 1; wish <= 12; wish++) {
            maya.wants("Wish number " + wish);
        }
        try (Browser ilse = Browser.as("ilse")) {
            Page page = ilse.page();
            openListening(ilse, planOf(maya));
            page.evaluate(
                    "() => { [...document.querySelectorAll('#main a[href*=goal]')].at(-1).focus(); scrollTo(0, 200); }");
            String focused = (String) page.evaluate("() => document.activeElement.getAttribute('href')");
            int scrolled = (Integer) page.evaluate("() => Math.round(scrollY)");
            maya.wants("Learn to swim");
            assertThat(page.locator("#main")).containsText("Learn to swim");
            assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
                    .isEqualTo(focused);
            assertThat((Integer) page.evaluate("() => Math.round(scrollY)")).isEqualTo(scrolled);
        }
    }

    @Test
    void whose_grant_has_ended_gets_no_further_frame_for_that_case() {
        Survivor maya = Survivor.adult(product, "mina");
        String consent = maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        must(200, product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        try (Browser sana = Browser.as("sana")) {
            Page page = sana.page();
            sana.open("/notice/preferences.xhtml");
            page.evaluate("""
                    ids => {
                        window.heard = {};
                        ids.forEach(id => {
                            window.heard[id] = -1;
                            const socket = new WebSocket(location.origin.replace('http', 'ws') + '/changes?about=' + id);
                            socket.onopen = () => { window.heard[id] = 0; };
                            socket.onmessage = () => { window.heard[id]++; };
                        });
                    }""", List.of(maya.caseId(), ""));
            await().atMost(SOON).until(() -> heard(page, maya.caseId()) == 0 && heard(page, "") == 0);

            renamed(maya, "Quilla");
            await().atMost(SOON).until(() -> heard(page, maya.caseId()) > 0);

            must(204, product.http("mina").post("/api/v1/consents/" + consent + "/withdrawal", null));
            somethingElseReaches(page);
            int until = heard(page, maya.caseId());
            renamed(maya, "Quillara");
            somethingElseReaches(page);
            assertThat(heard(page, maya.caseId())).isEqualTo(until);
        }
    }

    @Test
    void the_socket_opens_for_our_own_pages_and_signed_in_people_alone_and_ends_with_the_session() {
        assertThat(Handshake.status(product.url(), "al-language=en", product.url()))
                .as("not signed in")
                .isEqualTo(302);
        try (Browser mina = Browser.as("mina")) {
            openListening(mina, "/worklist/mine.xhtml");
            String cookie = "ALONGSIDE=" + mina.cookie("ALONGSIDE").value;
            assertThat(Handshake.status(product.url(), cookie, "https://elsewhere.example"))
                    .isEqualTo(403);
            assertThat(Handshake.status(product.url(), cookie, null)).isEqualTo(403);
            assertThat(Handshake.status(product.url(), cookie, product.url())).isEqualTo(101);
            assertThat(product.http().get("/changes", "Cookie", cookie).status())
                    .isEqualTo(404);
            assertThat(Handshake.status(product.url(), "no-id", cookie, product.url()))
                    .as("about nothing that could be there")
                    .isEqualTo(404);

            WebSocket[] socket = new WebSocket[1];
            mina.page().onWebSocket(opened -> socket[0] = opened);
            openListening(mina, "/casefile/list.xhtml");
            Page other = mina.page().context().newPage();
            other.navigate(product.url() + "/casefile/list.xhtml");
            other.evaluate("() => fetch('/sign-out', { method: 'POST', redirect: 'manual' })");
            mina.page().waitForCondition(socket[0]::isClosed);
        }
    }

    @Test
    void without_a_socket_every_page_is_as_good() {
        try (Browser mina = Browser.as("mina")) {
            mina.page().context().addInitScript("delete window.WebSocket;");
            mina.open("/worklist/mine.xhtml");
            mina.isWhole();
        }
    }

    @Test
    void somebody_chooses_how_to_hear_and_a_supervisor_plans_who_is_on_call() {
        product.sql().run("delete from alongside.on_call");
        try (Browser sana = Browser.as("sana")) {
            Page page = sana.open("/notice/preferences.xhtml");
            assertThat(page.locator("#main")).containsText("sana@example.org");
            page.locator("[name=way][value=DIGEST]").check();
            page.selectOption("#digestHour", "9");
            page.selectOption("#quietFrom", "22");
            page.selectOption("#quietUntil", "");
            sana.press("#save");
            assertThat(page.locator("#quietUntil-error").innerText()).isNotBlank();
            page.selectOption("#quietUntil", "6");
            sana.press("#save");
            assertThat(page.locator(".al-toasts")).containsText("Saved");
            assertThat(page.locator("[name=way][value=DIGEST]")).isChecked();
            assertThat(page.locator("#digestHour")).hasValue("9");
            sana.isWhole();
            sana.screenshot("notice-preferences");
            sana.screenshotInArabic("notice-preferences");
        }
        try (Browser petra = Browser.as("petra")) {
            assertThat(product.http("ilse").get("/api/v1/on-call").text())
                    .as("who could not take up what comes in is not put on call")
                    .contains("Mina Okafor")
                    .doesNotContain("Vera Lund");
            Page page = petra.open("/notice/on-call.xhtml");
            assertThat(page.locator("#main")).containsText("Nobody is on call");
            petra.isWhole();
            String day = new Administration(product).today().plusDays(2).toString();
            page.selectOption("#worker", new SelectOption().setLabel("Sana Haddad"));
            page.fill("#from", day + "T20:00");
            page.fill("#until", day + "T06:00");
            petra.press("#add");
            assertThat(page.locator("#until-error").innerText()).isNotBlank();
            page.fill("#until", day + "T23:30");
            petra.press("#add");
            assertThat(page.locator("#main")).containsText("Sana Haddad");
            assertThat(page.locator("#main")).containsText("Nobody is on call in these times");
            petra.isWhole();
            petra.screenshot("notice-on-call");
            petra.screenshotInArabic("notice-on-call");
            petra.press("button[name=remove]");
            assertThat(page.locator(".al-toasts")).containsText("Taken off");
        }
    }

    private void somethingElseReaches(Page page) {
        int before = heard(page, "");
        Survivor other = Survivor.adult(product, "mina");
        other.agreesToShareWith(WILLOW, "IDENTITY");
        other.isReferredTo(WILLOW_SAFE_HOUSE, "ROUTINE", "IDENTITY");
        // whatever was committed before is told before
        await().atMost(SOON).until(() -> heard(page, "") > before);
    }

    private void renamed(Survivor survivor, String name) {
        String address = "/api/v1/cases/" + survivor.caseId() + "/name";
        must(
                204,
                product.http("mina")
                        .put(
                                address,
                                Map.of("preferred", name),
                                "If-Match",
                                product.http("mina").get(address).header("ETag")));
    }

    private static int heard(Page page, String about) {
        return (Integer) page.evaluate("id => window.heard[id]", about);
    }

    private static void frames(Page page, List<String> frames) {
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
    }

    private static String planOf(Survivor survivor) {
        return "/careplan/of.xhtml?case=" + survivor.caseId();
    }

    /** Opens a page and waits until its socket is open. */
    private void openListening(Browser browser, String path) {
        browser.page().waitForWebSocket(() -> browser.open(path));
        browser.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
}
