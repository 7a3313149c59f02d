package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts, markup, formulas and expressions that somebody typed are shown as they were typed, on every page, and do nothing. */
class HostileWordsBrowserTest {

    private static final String SCRIPT = "<script>window.hacked=1</script>";
    private static final String IMAGE = "\"><img src=x onerror=window.hacked=2>";
    private static final String EXPRESSION = "#{7*7} ${7*7} {{7*7}}";
    private static final String FORMULA = "=HYPERLINK(\"http://x\")";

    private final Product product = Product.get();

    @Test
    void what_was_typed_is_shown_as_it_was_typed() {
        Survivor survivor = hostile();
        survivor.agreesToShareWith(WILLOW, "IDENTITY", "CONTACT_LOCATION", "TRAFFICKING_EXPERIENCE");
        String referral = id(must(
                201,
                product.http("mina")
                        .post(
                                "/api/v1/cases/" + survivor.caseId() + "/referrals",
                                Map.of(
                                        "service",
                                        WILLOW_SAFE_HOUSE,
                                        "urgency",
                                        "URGENT",
                                        "categories",
                                        List.of("IDENTITY", "CONTACT_LOCATION"),
                                        "message",
                                        SCRIPT + IMAGE))));
        must(200, product.http("petra").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        for (String person : List.of("mina", "petra")) {
            try (Browser browser = Browser.as(person)) {
                for (String path : List.of(
                        "/worklist/mine.xhtml",
                        "/casefile/list.xhtml",
                        "/casefile/file.xhtml?case=" + survivor.caseId(),
                        "/casefile/known.xhtml?case=" + survivor.caseId(),
                        "/referral/of.xhtml?case=" + survivor.caseId(),
                        "/referral/one.xhtml?referral=" + referral)) {
                    Page page = browser.open(path);
                    assertThat(page.title()).as(path).doesNotContain("49", "script");
                    assertThat(page.evaluate("() => window.hacked === undefined"))
                            .as(path)
                            .isEqualTo(true);
                    assertThat(page.locator("img[src=x]").count()).as(path).isZero();
                    assertThat(page.locator("main").innerText()).as(path).doesNotContain("49 49");
                }
                assertThat(browser.open("/casefile/known.xhtml?case=" + survivor.caseId())
                                .locator("main")
                                .innerText())
                        .as("for " + person)
                        .contains(SCRIPT, EXPRESSION, FORMULA);
                assertThat(browser.open("/referral/one.xhtml?referral=" + referral)
                                .locator("main")
                                .innerText())
                        .contains(SCRIPT + IMAGE);
            }
        }
        try (Browser mina = Browser.as("mina")) {
            for (String form : List.of("name", "contact")) {
                Page page = mina.open("/casefile/" + form + ".xhtml?case=" + survivor.caseId());
                assertThat(page.evaluate("() => window.hacked === undefined")).isEqualTo(true);
                assertThat(page.locator("img[src=x]").count()).isZero();
                assertThat(page.evaluate(
                                        "() => [...document.querySelectorAll('input, textarea')].map(i => i.value).join()")
                                .toString())
                        .as(form)
                        .contains(form.equals("name") ? EXPRESSION : FORMULA);
            }
        }
    }

    private Survivor hostile() {
        Map<String, Object> intake = Survivor.intake("Quillara", 27);
        intake.put("name", Map.of("preferred", SCRIPT, "given", EXPRESSION, "family", IMAGE));
        Map<String, Object> contact = new HashMap<>();
        contact.put("channel", "PHONE");
        contact.put("value", "+49 170 5550199");
        contact.put("leaveMessage", "NO");
        contact.put("safeHours", SCRIPT);
        contact.put("coverStory", FORMULA);
        contact.put("never", IMAGE);
        intake.put("contact", contact);
        intake.put("situation", SCRIPT + IMAGE + EXPRESSION);
        intake.put("wish", IMAGE);
        return new Survivor(
                product, "mina", SCRIPT, id(must(201, product.http("mina").post("/api/v1/cases", intake))));
    }
}
