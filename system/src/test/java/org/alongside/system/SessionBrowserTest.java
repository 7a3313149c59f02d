package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session that ends in the middle of a form takes nothing along of what was typed, on whatever page. */
class SessionBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_report_typed_when_the_session_ended_is_there_after_signing_in_in_another_tab_and_can_be_sent() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        product.http("sana").post("/api/v1/referrals/" + referral + "/first-contact", null);
        try (Browser sana = Browser.withOwnSession("sana")) {
            Page page = sana.open("/referral/one.xhtml?referral=" + referral);
            page.context().clearCookies();
            page.check("input[name=outcome] >> nth=0");
            page.fill("#feedback", "She has settled in well. هي بخير");
            page.locator("#complete").click();
            assertThat(page.locator("form[id=completing] .al-saved")).containsText("You were signed out");
            assertThat(page.locator("#feedback")).hasValue("She has settled in well. هي بخير");

            Page another = page.context().newPage();
            another.navigate(product.url() + "/referral/incoming.xhtml");
            signIn(another, "sana");
            another.close();
            page.locator("#complete").click();
            assertThat(page.locator("[data-restored]")).containsText("What you typed here before");
            assertThat(page.locator("#feedback")).hasValue("She has settled in well. هي بخير");
            assertThat(page.locator("input[name=outcome]").first()).isChecked();
            sana.isWhole();
            sana.screenshot("session-typed-is-back");
            sana.press("#complete");
            assertThat(sana.page().locator(".al-toasts").innerText()).isNotBlank();
            assertThat(drafts("sana"))
                    .as("what was handed in is kept nowhere else")
                    .isZero();
        }
    }

    @Test
    void whoever_was_away_too_long_comes_back_to_the_page_and_to_what_was_chosen_there() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        try (Browser sana = Browser.withOwnSession("sana")) {
            Page page = sana.page();
            page.clock().install();
            String address = "/referral/decide.xhtml?referral=" + referral + "&do=decline";
            sana.open(address);
            page.check("input[name=reason][value=NOT_SAFE] , input[name=reason][value=NO_CAPACITY]");
            page.clock().fastForward("16:00");
            page.waitForURL(url -> url.contains("/error/locked"));
            sana.axe();

            page.locator("main a, .al-button").first().click();
            signIn(page, "sana");
            page.waitForURL(url -> url.endsWith(address));
            assertThat(page.locator("[data-restored]")).isVisible();
            assertThat(page.locator("input[name=reason]:checked")).hasCount(1);

            sana.press("[data-restored] button");
            assertThat(page.url()).endsWith(address);
            assertThat(page.locator("input[name=reason]:checked")).hasCount(0);
            assertThat(drafts("sana")).isZero();
        }
    }

    @Test
    void times_typed_into_the_table_of_deadlines_outlive_the_session() {
        try (Browser amina = Browser.withOwnSession("amina")) {
            Page page = amina.open("/worklist/tables.xhtml?table=referral-deadlines");
            page.fill("#rows_1_expireAfter", "2");
            assertThat(page.locator("form[id=cells] .al-saved")).containsText("Draft saved");
            page.context().clearCookies();
            amina.open("/worklist/tables.xhtml?table=referral-deadlines");
            signIn(page, "amina");
            assertThat(page.locator("[data-restored]")).isVisible();
            assertThat(page.locator("#rows_1_expireAfter")).hasValue("2");
            amina.press("button[name=forget]:not([data-restored] button)");
            assertThat(page.locator("#rows_1_expireAfter")).hasValue("1");
            assertThat(page.locator("[data-restored]")).hasCount(0);
        }
    }

    private long drafts(String person) {
        return product.sql().count("""
                        select count(*) from alongside.draft d join alongside.worker w using (worker_id)
                         where d.kind = 'page' and w.name = ?""", person.equals("sana") ? "Sana Haddad" : person);
    }

    private static void signIn(Page page, String person) {
        page.locator("#username").fill(person);
        page.locator("#kc-login").click();
        page.locator("#password").fill("alongside");
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(Product.get().url()));
        page.waitForLoadState(LoadState.LOAD);
    }
}
