package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.LANTERN;
import static org.alongside.system.Survivor.LANTERN_CHILDREN;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Referrals as people make, answer and follow them in a browser. */
class ReferralBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_childs_referral_is_approved_answered_without_a_name_and_followed_to_first_contact() {
        Survivor lina = Survivor.child(product, "mina").authorityTold();
        lina.agreesToShareWith(LANTERN, "IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK");
        try (Browser mina = Browser.as("mina");
                Browser ilse = Browser.as("ilse");
                Browser luis = Browser.as("luis")) {
            String referral = refer(mina, lina, "SHELTER", LANTERN_CHILDREN);
            assertThat(toast(mina)).contains("Handed in");
            assertThat(main(mina)).contains("A second person of your organisation looks at it");

            luis.open("/referral/incoming.xhtml");
            assertThat(luis.page().locator("a[href*='" + referral + "']").count())
                    .as("nothing is there before it is approved")
                    .isZero();

            fromMyWork(ilse, referral);
            ilse.axe();
            assertThat(ilse.page().locator("main").innerText())
                    .as("what she has to look at stands before what she presses, and the drawing after both")
                    .containsSubsequence("Opens on acceptance", "Approve and send", "The way of a referral");
            ilse.screenshot("referral-approve");
            ilse.press("#approve");
            assertThat(toast(ilse)).contains("Approved");

            luis.open("/referral/incoming.xhtml");
            assertNoName(luis, lina);
            luis.axe();
            luis.screenshot("referral-incoming");
            luis.screenshotInArabic("referral-incoming");
            luis.page().locator("a[href*='" + referral + "']").first().click();
            assertThat(main(luis)).contains("Female", "12 to 14", "Not with anyone from her home town");
            assertNoName(luis, lina);
            luis.axe();
            luis.screenshot("referral-decide");

            luis.press("#accept");
            assertThat(toast(luis)).contains("Her file is open to you now");
            assertThat(luis.page().locator("h1").textContent()).contains(lina.name());
            assertThat(luis.page().url()).doesNotContain(lina.name());
            assertThat(luis.page().title()).doesNotContain(lina.name());

            fromMyWork(luis, referral);
            luis.axe();
            luis.screenshot("referral-first-contact");
            luis.press("#firstContact");

            mina.open("/referral/one.xhtml?referral=" + referral);
            assertThat(main(mina)).contains("Lantern House has met her", "Lantern House said yes");
            assertThat(mina.page().locator(".al-process svg desc").count())
                    .as("the drawing has a text equivalent")
                    .isPositive();
            mina.axe();
            mina.screenshot("referral-one");
            mina.screenshotInArabic("referral-one");
        }
    }

    @Test
    void what_was_changed_after_the_preview_is_shown_before_anything_is_sent() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(CEDAR, "IDENTITY", "CONTACT_LOCATION");
        try (Browser mina = Browser.as("mina")) {
            choose(mina, maya, "PSYCHOSOCIAL", Survivor.CEDAR_COUNSELLING);
            assertThat(after(mina)).contains(maya.name(), "5550199");
            mina.axe();
            mina.screenshot("referral-refer");
            mina.screenshotInArabic("referral-refer");

            mina.page().uncheck("input[name=categories][value=CONTACT_LOCATION]");
            mina.page().fill("#message", "Please call in the morning.");
            mina.press("#send");
            assertThat(main(mina)).contains("Not sent yet: you changed something");
            assertThat(after(mina))
                    .contains("You left it out", "Please call in the morning.")
                    .doesNotContain("5550199");
            assertThat(referrals(maya)).as("nobody was asked").isZero();

            mina.press("#send");
            assertThat(toast(mina)).contains("Sent");
            assertThat(referrals(maya)).isEqualTo(1);
        }
    }

    @Test
    void who_she_has_not_agreed_to_share_with_cannot_be_sent_to_and_what_was_typed_is_kept() {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            choose(mina, maya, "SHELTER", WILLOW_SAFE_HOUSE);
            assertThat(main(mina)).contains("She has not agreed to share with Willow Rooms");
            assertThat(mina.page().locator("#send").count()).isZero();
            assertThat(mina.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Record what she agrees to"))
                            .getAttribute("href"))
                    .contains("/consent/record.xhtml", maya.caseId(), WILLOW);

            mina.page().fill("#message", "Two bags.");
            mina.press("#later");
            mina.press("a[href*='draft=']");
            assertThat(mina.page().inputValue("#message")).isEqualTo("Two bags.");
        }
    }

    @Test
    void after_a_no_the_next_provider_stands_in_front_and_the_search_goes_on_there() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        maya.agreesToShareWith(LANTERN, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        try (Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            sana.open("/referral/decide.xhtml?do=decline&referral=" + referral);
            sana.press("#decline");
            assertThat(sana.page().locator("#declining .al-error").textContent())
                    .as("a no needs its reason")
                    .isNotBlank();
            sana.page().check("input[name=reason][value=NO_CAPACITY]");
            sana.press("#decline");
            assertThat(toast(sana)).contains("Declined");

            fromMyWork(mina, referral);
            assertThat(main(mina)).contains("Willow Rooms said no", "No place just now");
            mina.axe();
            mina.screenshot("referral-next");
            mina.press("a[href*='follows=']");
            assertThat(mina.page().locator("input[name=service]:checked").count())
                    .isEqualTo(1);
            mina.press("#send");
            assertThat(main(mina)).contains("Lantern House has the card");

            mina.open("/referral/one.xhtml?referral=" + referral);
            assertThat(mina.page().locator("a[href*='follows=']").count())
                    .as("nobody is looked for any more")
                    .isZero();
        }
    }

    @Test
    void of_two_who_accept_the_second_is_told_who_was_faster_and_opens_nothing() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(CEDAR, "IDENTITY");
        String referral = maya.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        try (Browser noor = Browser.as("noor");
                Browser elif = Browser.as("elif")) {
            elif.hearsOfNoChange();
            noor.open("/referral/decide.xhtml?referral=" + referral);
            elif.open("/referral/decide.xhtml?referral=" + referral);
            noor.press("#accept");
            elif.press("#accept");
            assertThat(main(elif)).contains("Your organisation accepted this");
            assertNoName(elif, maya);
            elif.axe();
        }
    }

    @Test
    void a_question_is_asked_and_answered_in_fixed_words_while_the_clock_runs_on() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        try (Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            sana.open("/referral/decide.xhtml?do=ask&referral=" + referral);
            String runsUntil = sana.page().locator("article .al-clock time").getAttribute("datetime");
            assertThat(OffsetDateTime.parse(runsUntil).toEpochSecond())
                    .as("by when an answer stands in her work")
                    .isEqualTo(product.sql()
                            .one(
                                    "select extract(epoch from date_trunc('second', respond_by))::bigint from alongside.referral_card"
                                            + " where referral_id = ?::uuid",
                                    referral));
            sana.page().check("input[name=question][value=COMES_ALONE]");
            sana.press("#ask");
            assertThat(sana.page().locator("article .al-clock time").getAttribute("datetime"))
                    .as("asking does not stop the clock")
                    .isEqualTo(runsUntil);

            fromMyWork(mina, referral);
            mina.page().check("input[name=answer][value=YES]");
            mina.press("#reply");
            sana.page().reload();
            assertThat(main(sana)).contains("Does she come alone?", "Yes");
        }
    }

    @Test
    void the_sender_takes_it_back_with_a_reason_and_the_recipient_is_told() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana")) {
            sana.open("/referral/one.xhtml?referral=" + referral);
            mina.open("/referral/one.xhtml?referral=" + referral);
            mina.page()
                    .getByText("Take it back", new Page.GetByTextOptions().setExact(true))
                    .click();
            mina.page().check("input[name=revokeReason][value=SAFETY]");
            mina.press("#revoke");
            assertThat(toast(mina)).contains("Taken back");

            sana.page().reload();
            assertThat(main(sana)).contains("The sender took this back");
            assertNoName(sana, maya);
        }
    }

    @Test
    void what_was_sent_back_stands_under_my_work_and_can_be_taken_back() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(POLICE, "IDENTITY");
        String referral = maya.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        product.http("ilse")
                .post("/api/v1/referrals/" + referral + "/return", Map.of("reason", "Leave out the message"));
        try (Browser mina = Browser.as("mina")) {
            fromMyWork(mina, referral);
            assertThat(main(mina)).contains("Leave out the message", "Change it and hand in again");
            mina.axe();
            mina.screenshot("referral-sent-back");
            mina.page()
                    .getByText("Take it back", new Page.GetByTextOptions().setExact(true))
                    .click();
            mina.page().check("input[name=revokeReason][value=NOT_NEEDED_ANY_MORE]");
            mina.press("#revoke");
            assertThat(toast(mina)).contains("Taken back");
        }
    }

    @Test
    void when_her_agreement_has_ended_both_sides_read_it_and_the_sender_goes_on_under_a_newer_one() throws Exception {
        Survivor maya = Survivor.adult(product, "mina");
        Instant ends = product.now().plus(Duration.ofMinutes(30));
        maya.agreesToShareWith(CEDAR, ends, "IDENTITY");
        String referral = maya.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        product.http("noor").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        try (Browser noor = Browser.as("noor");
                Browser mina = Browser.as("mina")) {
            product.forward(Duration.ofHours(2));
            fromMyWork(noor, referral);
            assertThat(main(noor))
                    .contains("Her agreement ended, and her file is closed to you", "Harbour Light was asked");
            assertNoName(noor, maya);
            noor.axe();
            noor.screenshot("referral-access-ended");
            noor.screenshotInArabic("referral-access-ended");

            mina.reopenUntil("/worklist/mine.xhtml", () -> mina.page().content().contains(referral));
            fromMyWork(mina, referral);
            assertThat(main(mina)).contains("Her agreement with Cedar Counselling ended", "Talk with her");
            assertThat(main(mina)).as("told once").doesNotContain("wrote a request");
            mina.axe();
            mina.screenshot("referral-renew");
            mina.press("#renew");
            assertThat(main(mina)).contains("There is no newer agreement");
            maya.agreesToShareWith(CEDAR, "IDENTITY");
            mina.press("#renew");
            assertThat(toast(mina)).contains("It goes on");
            noor.open("/referral/one.xhtml?referral=" + referral);
            assertThat(main(noor)).contains("You said yes");
        }
    }

    /** Through the whole page: the need, who can help, what they will see, send; answers the referral's id. */
    private static String refer(Browser browser, Survivor survivor, String type, String service) {
        choose(browser, survivor, type, service);
        assertThat(after(browser)).contains(survivor.name());
        assertThat(browser.page().locator("[data-state=before]").textContent()).doesNotContain(survivor.name());
        browser.press("#send");
        return browser.page().url().replaceFirst(".*[?&]referral=([0-9a-f-]{36}).*", "$1");
    }

    private static void choose(Browser browser, Survivor survivor, String type, String service) {
        browser.open("/referral/refer.xhtml?case=" + survivor.caseId());
        browser.page().selectOption("#type", type);
        browser.page().check("input[name=urgency][value=URGENT]");
        browser.press("#show");
        browser.page().check("input[name=service][value='" + service + "']");
        browser.press("#choose");
    }

    /** Opens the task about this referral from the list of what waits. */
    private static void fromMyWork(Browser browser, String referral) {
        browser.openWork(referral).click();
        browser.page().waitForLoadState();
    }

    private static String main(Browser browser) {
        return browser.page().locator("main").innerText();
    }

    private static String toast(Browser browser) {
        return browser.page().locator(".al-toasts").innerText();
    }

    private static String after(Browser browser) {
        return browser.page().locator(".al-sees[data-state=after]").innerText();
    }

    private int referrals(Survivor survivor) {
        return product.http("mina")
                .get("/api/v1/cases/" + survivor.caseId() + "/referrals")
                .json()
                .size();
    }

    private static void assertNoName(Browser browser, Survivor survivor) {
        assertThat(browser.page().content()).doesNotContain(survivor.name(), survivor.caseId(), "5550199");
    }
}
