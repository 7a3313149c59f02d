package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.junit.jupiter.api.Test;

/** Who gets in, how, and out again. */
class SignInTest {

    private final Product product = Product.get();

    @Test
    void the_caseworker_is_known_to_the_api_by_her_token() {
        Reply me = product.http("mina").get("/api/v1/me");

        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.json().toString()).contains("Mina", "Harbour Light", "CW");
    }

    @Test
    void nobody_reads_the_api_without_a_token() {
        Reply refused = product.http().get("/api/v1/me");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_stranger_is_led_to_the_sign_in_page() {
        Reply away = product.http().get("/");

        assertThat(away.status()).isEqualTo(302);
        assertThat(away.header("Location")).startsWith(product.stack().realmUrl());
    }

    @Test
    void the_caseworker_signs_in_by_name_and_password_and_out_of_both_sessions() {
        try (Browser mina = Browser.withOwnSession("mina")) {
            mina.signOut();
            assertThat(mina.page().locator("h1").textContent()).isEqualTo("You have signed out");
            mina.axe();
            mina.screenshot("signed-out");

            mina.open("/");
            assertThat(mina.page().url()).startsWith(product.stack().realmUrl());
            assertThat(mina.page().locator("#username").isVisible()).isTrue();
        }
    }

    @Test
    void the_session_is_a_cookie_that_no_script_reads_and_no_other_site_sends() {
        try (Browser mina = Browser.withOwnSession("mina")) {
            Cookie session = mina.cookie("ALONGSIDE");
            assertThat(session.httpOnly).isTrue();
            assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(session.expires).as("ends with the browser").isEqualTo(-1);
        }
        Reply away = product.http().get("/");
        assertThat(away.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("; httponly")
                .contains("SameSite=Lax"));
    }

    @Test
    void without_a_proxy_nobody_is_believed_who_says_how_they_came() {
        Reply away = product.http().get("/", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "elsewhere.example.org");

        assertThat(away.header("Location")).contains("redirect_uri=http%3A%2F%2Flocalhost");
        assertThat(away.header("Strict-Transport-Security")).isEmpty();
    }
}
