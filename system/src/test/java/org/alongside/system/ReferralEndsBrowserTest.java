package org.alongside.system;

import static org.alongside.system.Survivor.LANTERN;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Referrals that do not end well, as people see to them in a browser. */
class ReferralEndsBrowserTest {
    private final Product product = Product.get();

    @Test
    void after_she_did_not_come_somebody_makes_sure_that_she_is_safe() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        try (Browser sana = Browser.as("sana");
                Browser mina = Browser.as("mina")) {
            sana.open("/referral/one.xhtml?referral=" + referral);
            sana.press("#notAttended");
            assertNoName(sana, maya);

            fromMyWork(mina, referral);
            mina.isWhole();
            mina.screenshot("referral-safety-check");
            mina.press("#checkSafety");
            assertThat(toast(mina)).isNotBlank();
            assertThat(mina.page().locator("#checkSafety").count()).isZero();
            assertThat(product.work("mina"))
                    .as("it waits no longer")
                    .noneMatch(item -> item.at("/task/subject").asText().equals(referral));
        }
    }

    @Test
    void what_should_never_have_been_written_is_closed_by_the_supervisor_and_opens_nothing_more() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        assertThat(maya.fileFor("sana").status()).isEqualTo(200);
        try (Browser ilse = Browser.as("ilse");
                Browser mina = Browser.as("mina")) {
            mina.open("/referral/one.xhtml?referral=" + referral);
            assertThat(mina.page().locator("#inError").count())
                    .as("this is not hers to do")
                    .isZero();
            ilse.open("/referral/one.xhtml?referral=" + referral);
            ilse.page().locator("details:has(#inError) summary").click();
            ilse.axe();
            ilse.press("#inError");
            assertThat(toast(ilse)).isNotBlank();
            assertThat(main(ilse)).contains("mistake");
            assertThat(ilse.page().locator("#inError").count()).isZero();
            assertThat(maya.fileFor("sana").status())
                    .as("what was open is closed")
                    .isEqualTo(404);
        }
    }

    @Test
    void the_search_for_a_provider_is_ended_and_nothing_waits_any_more() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.http("sana").post("/api/v1/referrals/" + referral + "/decline", Map.of("reason", "NO_CAPACITY"));
        try (Browser mina = Browser.as("mina")) {
            fromMyWork(mina, referral);
            mina.press("#endSearch");
            assertThat(toast(mina)).isNotBlank();
            assertThat(mina.page().locator("#endSearch").count()).isZero();
            assertThat(product.work("mina"))
                    .noneMatch(item -> item.at("/task/subject").asText().equals(referral));
        }
    }

    @Test
    void when_nobody_answered_in_time_the_next_provider_stands_in_front() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        maya.agreesToShareWith(LANTERN, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana")) {
            product.forward(Duration.ofHours(24).plusMinutes(1));
            Locator next = mina.page()
                    .locator("a[href*='follows=']:has-text('Lantern House')")
                    .first();
            mina.reopenUntil("/referral/one.xhtml?referral=" + referral, () -> next.count() == 1);
            assertThat(main(mina)).contains("Who can be asked next", "Lantern House");
            mina.isWhole();
            mina.screenshot("referral-ran-out");
            sana.open("/referral/decide.xhtml?referral=" + referral);
            assertThat(sana.page().locator("#accept").count())
                    .as("who was too late can accept no more")
                    .isZero();

            mina.press(next);
            mina.press("#send");
            assertThat(main(mina)).contains("Lantern House has the card");
        }
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

    private static void assertNoName(Browser browser, Survivor survivor) {
        assertThat(browser.page().content()).doesNotContain(survivor.name(), survivor.caseId(), "5550199");
    }
}
