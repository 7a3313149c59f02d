package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of the sign-in service: the look of the product, its languages, and no other host. */
class SignInPagesTest {

    private final Product product = Product.get();

    @Test
    void both_steps_can_be_read_in_both_languages_at_every_width() {
        try (Browser stranger = Browser.somebody()) {
            Page page = stranger.open("/");
            List<String> asked = stranger.addresses();

            assertThat(page.title()).isEqualTo("Sign in – Alongside");
            stranger.axe();
            stranger.screenshot("sign-in-1-name");

            stranger.fillName("mina");
            assertThat(page.locator("#kc-attempted-username").textContent()).isEqualTo("mina");
            stranger.axe();
            stranger.screenshot("sign-in-2-password");

            stranger.fillPassword("wrong");
            assertThat(page.locator(".al-error").textContent()).contains("do not fit together");
            assertThat(page.title()).doesNotContain("mina");
            stranger.axe();
            stranger.screenshot("sign-in-3-wrong");

            page.locator("a[lang=ar]").click();
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            stranger.axe();
            stranger.screenshot("sign-in-4-password-ar");

            page.locator("#reset-login").click();
            stranger.axe();
            stranger.screenshot("sign-in-5-name-ar");
            assertThat(asked).allMatch(address -> address.startsWith("http://localhost:"));
        }
    }

    @Test
    void what_was_typed_can_be_looked_at_before_it_is_sent() {
        try (Browser stranger = Browser.somebody()) {
            Page page = stranger.open("/");
            stranger.fillName("mina");
            page.locator("#password").fill("alongside");

            page.locator("[data-do=peek]").click();
            assertThat(page.locator("#password").getAttribute("type")).isEqualTo("text");

            page.locator("[data-do=peek]").click();
            assertThat(page.locator("#password").getAttribute("type")).isEqualTo("password");
        }
    }

    @Test
    void leaving_shows_an_empty_page_and_no_way_back_to_this_one() {
        try (Browser stranger = Browser.somebody()) {
            Page page = stranger.open("/");

            page.keyboard().press("Escape");
            page.keyboard().press("Escape");

            page.waitForURL("about:blank");
            assertThat(page.title()).isEmpty();
        }
    }

    @Test
    void a_mistaken_address_and_a_finished_sign_out_are_told_in_the_same_look() {
        try (Browser stranger = Browser.somebody()) {
            Page page = stranger.page();
            page.navigate(
                    product.stack().realmUrl()
                            + "/protocol/openid-connect/auth?response_type=code&client_id=alongside-web&redirect_uri=http://elsewhere.example/");
            assertThat(page.locator("h1").textContent().strip()).isEqualTo("That did not work");
            stranger.axe();
            stranger.screenshot("sign-in-6-error");
        }
        try (Browser mina = Browser.withOwnSession("mina")) {
            Page page = mina.page();
            page.navigate(product.stack().realmUrl() + "/protocol/openid-connect/logout");
            mina.axe();
            mina.screenshot("sign-in-7-sign-out");

            page.locator("#kc-logout").click();
            mina.axe();
            mina.screenshot("sign-in-8-info");
        }
    }

    @Test
    void a_new_person_chooses_a_password_of_her_own_and_sets_up_a_second_factor() {
        Http admin = product.keycloak();
        admin.post(
                "/admin/realms/alongside/users",
                Map.of(
                        "username",
                        "newcomer",
                        "enabled",
                        true,
                        "firstName",
                        "New",
                        "lastName",
                        "Comer",
                        "email",
                        "newcomer@example.org",
                        "credentials",
                        List.of(Map.of("type", "password", "value", "for-one-day-only", "temporary", true))));
        try (Browser newcomer = Browser.somebody()) {
            Page page = newcomer.open("/");
            newcomer.fillName("newcomer");
            newcomer.fillPassword("for-one-day-only");
            for (int step = 0; step < 2; step++) {
                newcomer.axe();
                if (page.locator("#password-new").count() > 0) {
                    newcomer.screenshot("sign-in-9-new-password");
                    page.locator("#password-new").fill("a-quiet-harbour");
                    page.locator("#password-confirm").fill("a-quiet-harbour");
                    page.locator("button[name=login]").click();
                } else {
                    newcomer.screenshot("sign-in-10-second-factor");
                    assertThat(page.locator("#kc-totp-secret-qr-code").count()).isEqualTo(1);
                    break;
                }
            }
        } finally {
            String id = admin.get("/admin/realms/alongside/users?username=newcomer")
                    .json()
                    .at("/0/id")
                    .asText();
            admin.delete("/admin/realms/alongside/users/" + id);
        }
    }

    @Test
    void a_token_lasts_five_minutes_names_the_organisation_and_never_outlives_the_session() {
        String claims = new String(
                Base64.getUrlDecoder().decode(product.token("mina").split("\\.")[1]), StandardCharsets.UTF_8);
        Reply token = new Reply(200, null, claims);

        assertThat(token.json().get("exp").asLong() - token.json().get("iat").asLong())
                .isEqualTo(300);
        assertThat(token.json().get("organization").toString()).contains("harbour-light");
        assertThat(token.json().at("/realm_access/roles").toString())
                .contains("CW")
                .doesNotContain("offline_access");
    }
}
