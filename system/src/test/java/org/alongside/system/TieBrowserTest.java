package org.alongside.system;

import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In the browser: a caseworker says that she knows a survivor, and her supervisor looks after the rest. */
class TieBrowserTest {
    private final Product product = Product.get();

    @AfterEach
    void nobody_stays_shut_out_of_what_other_tests_do() {
        product.sql().run("delete from alongside.conflict_declaration");
    }

    @Test
    void from_the_file_she_says_that_she_knows_her_and_the_file_is_gone() {
        Survivor survivor = Survivor.adult(product, "mina");
        String code = survivor.code();
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/file.xhtml?case=" + survivor.caseId());
            mina.press(page.locator("main a[href*='tie/declare']"));
            assertThat(page.inputValue("#caseCode")).isEqualTo(code);
            mina.press("#declare");
            assertThat(page.locator("#tie-error").innerText()).isNotBlank();
            assertThat(page.inputValue("#caseCode")).as("nothing typed is lost").isEqualTo(code);
            page.locator("[name=tie][value=FORMER_PARTNER]").check();
            mina.press("#declare");
            assertThat(page.locator(".al-toasts").innerText()).contains("closed to you");
            assertThat(page.locator("main").innerText()).contains(code, "Closed to you");
            assertThat(page.url()).doesNotContain(survivor.caseId());
            mina.axe();
            mina.screenshot("tie-declare");
            mina.screenshotInArabic("tie-declare");
            assertThat(page.navigate(product.url() + "/casefile/file.xhtml?case=" + survivor.caseId())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void her_supervisor_is_told_gives_the_case_to_a_colleague_and_ends_the_tie() {
        Survivor survivor = Survivor.adult(product, "mina");
        String code = survivor.code();
        String tie = id(
                must(201, product.http("mina").post("/api/v1/me/ties", Map.of("caseCode", code, "tie", "RELATIVE"))));
        try (Browser ilse = Browser.as("ilse")) {
            Page page = ilse.open("/worklist/mine.xhtml");
            assertThat(page.locator("main").innerText()).contains("Nobody works on one case", code);
            ilse.axe();
            ilse.screenshot("tie-alone");
            page.navigate(product.url() + "/organisation/team.xhtml");
            assertThat(page.locator("main").innerText()).contains("Who knows a survivor", code);
            ilse.axe();
            ilse.screenshot("tie-team");
            ilse.screenshotInArabic("tie-team");
            ilse.press(page.locator("main a[href*='assign.xhtml?case=" + survivor.caseId() + "']")
                    .first());
            assertThat(page.locator("main").innerText()).contains("Jonas Lind");
            ilse.axe();
            ilse.screenshot("tie-assign");
            page.locator("[name=worker]").first().check();
            ilse.press("#assign");
            assertThat(page.locator("main").innerText()).doesNotContain("Nobody works on one case");

            page.navigate(product.url() + "/tie/record.xhtml?case=" + survivor.caseId());
            assertThat(page.locator("#worker").innerText())
                    .as("to whom it is closed already is not asked for")
                    .contains("Jonas Lind")
                    .doesNotContain("Mina Okafor");
            ilse.axe();
            ilse.screenshot("tie-record");
            ilse.screenshotInArabic("tie-record");
            page.locator("#worker")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Jonas Lind"));
            page.locator("[name=tie][value=COMMUNITY]").check();
            ilse.press("#record");
            assertThat(page.locator(".al-toasts").innerText()).contains("closed to them");
            assertThat(page.locator("main").innerText()).contains("Recorded by Ilse Baur");

            page.navigate(product.url() + "/tie/end.xhtml?tie=" + tie);
            ilse.press("#end");
            assertThat(page.locator("#reason-error").innerText()).isNotBlank();
            ilse.axe();
            ilse.screenshot("tie-end");
            ilse.screenshotInArabic("tie-end");
            page.locator("[name=reason][value=NO_TIE_FOUND]").check();
            page.fill("#words", "Another family of the same name");
            ilse.press("#end");
            assertThat(page.locator("main").innerText()).contains("Ended by Ilse Baur", "there is no tie");
        }
        try (Browser kim = Browser.as("kim")) {
            product.http("ilse").post("/api/v1/me/ties", Map.of("caseCode", code, "tie", "OTHER"));
            Page page = kim.open("/organisation/list.xhtml");
            assertThat(page.locator("main").innerText())
                    .contains("Cases that nobody of a team can open", "Casework")
                    .doesNotContain(code);
            kim.axe();
            kim.screenshot("tie-unsupervised");
        }
    }
}
