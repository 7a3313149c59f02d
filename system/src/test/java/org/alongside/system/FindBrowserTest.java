package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finding a person by name and choosing which cases are listed, in a browser. */
class FindBrowserTest {
    private final Product product = Product.get();
    private final String unique = "Zinu" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @Test
    void a_caseworker_finds_her_by_name_and_the_name_stands_in_no_address() {
        String maya = open("Fatima " + unique);
        open("Fatma " + unique);
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/list.xhtml");
            page.fill("#words", "فاطمة " + unique);
            mina.press("main form[method=post] button:has-text('Find')");
            assertThat(page.url()).isEqualTo(product.url() + "/casefile/find.xhtml");
            assertThat(page.title()).doesNotContain(unique);
            assertThat(page.locator("main tbody").innerText())
                    .contains("Fatima " + unique, "Fatma " + unique, "Sounds alike");
            assertThat(page.locator("#words").inputValue())
                    .as("what was looked for, to change it")
                    .isEqualTo("فاطمة " + unique);
            mina.isWhole();
            mina.screenshot("find");
            mina.press("main tbody a[href*='" + maya + "']");
            assertThat(page.url()).endsWith("case=" + maya).doesNotContain(unique);
            assertThat(product.log()).doesNotContain(unique);

            mina.in("ar");
            mina.open("/casefile/find.xhtml");
            page.fill("#words", "فاطمة " + unique);
            mina.press("main form[method=post] button");
            mina.isWhole();
            mina.picture("find-ar-1280");
            mina.narrow().picture("find-ar-390");
        }
    }

    @Test
    void from_every_page_a_code_leads_to_the_file_and_a_name_to_those_who_have_it() {
        String maya = open("Fatima " + unique);
        String code = product.http("mina")
                .get("/api/v1/cases/" + maya)
                .json()
                .get("code")
                .asText();
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/worklist/mine.xhtml");
            page.fill("#find", code.toLowerCase(Locale.ROOT));
            page.press("#find", "Enter");
            page.waitForURL(address -> address.contains("case=" + maya));
            page.fill("#find", unique);
            page.press("#find", "Enter");
            page.waitForURL(address -> address.endsWith("/casefile/find.xhtml"));
            assertThat(page.locator("main tbody").innerText()).contains("Fatima " + unique);
            page.fill("#words", "…");
            mina.press("main form[method=post] button");
            assertThat(page.locator("[data-errors]").innerText()).contains("Type at least one word");
            mina.isWhole();
        }
        try (Browser jonas = Browser.as("jonas")) {
            Page page = jonas.open("/casefile/find.xhtml");
            page.fill("#words", unique);
            jonas.press("main form[method=post] button");
            assertThat(page.locator("main").innerText())
                    .contains("Nobody was found")
                    .doesNotContain("Fatima");
            jonas.isWhole();
            jonas.open("/casefile/find.xhtml?find=" + unique);
            assertThat(page.locator("main").innerText())
                    .as("what stands in an address is not looked for")
                    .doesNotContain("Nobody was found");
        }
    }

    @Test
    void a_choice_of_cases_is_kept_shared_by_its_address_and_forgotten() {
        product.sql().run("delete from alongside.saved_filter");
        open("Fatima " + unique);
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/list.xhtml");
            page.locator("summary:has-text('Choose which cases')").click();
            page.selectOption("#statuses", "ACTIVE");
            page.selectOption("#risks", "HIGH");
            page.selectOption("#next", "SEVEN_DAYS");
            mina.press("form[method=get] button:has-text('Show')");
            String shared = page.url().substring(product.url().length());
            assertThat(shared).contains("statuses=ACTIVE", "risks=HIGH", "next=SEVEN_DAYS");
            assertThat(page.locator("main ul[aria-label=Chosen]").innerText())
                    .contains("Active", "High risk", "Within 7 days");
            assertThat(page.locator("#risks").inputValue()).isEqualTo("HIGH");
            assertThat(page.locator("main tbody tr").count()).isPositive();
            mina.isWhole();
            mina.press("#keep");
            assertThat(page.locator(".al-kept").innerText()).contains("Active, High risk, Within 7 days", "Forget");
            mina.isWhole();
            mina.screenshot("cases-chosen");
            mina.screenshotInArabic("cases-chosen");

            mina.open("/casefile/list.xhtml");
            mina.press(".al-kept a");
            assertThat(page.url()).contains("statuses=ACTIVE");
            try (Browser ilse = Browser.as("ilse")) {
                Page hers = ilse.open(shared);
                assertThat(hers.locator("#next").inputValue()).isEqualTo("SEVEN_DAYS");
                assertThat(hers.locator(".al-kept").count()).isZero();
            }
            mina.press("button[name=forget]");
            assertThat(page.locator(".al-kept").count()).isZero();

            mina.open("/casefile/list.xhtml?statuses=CLOSED&risks=LOW&risks=nonsense&lead=nonsense&next=");
            assertThat(page.locator("main").innerText()).contains("No case is like that", "Closed", "Low risk");
            mina.isWhole();
            mina.narrow().isWhole();
        }
    }

    private String open(String name) {
        Map<String, Object> intake = Survivor.intake(name, 27);
        intake.put("name", Map.of("preferred", name));
        return Survivor.id(must(201, product.http("mina").post("/api/v1/cases", intake)));
    }
}
