package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The matrix of roles and kinds of information, changed by two administrators, and what everybody is told is open to them. */
class MatrixBrowserTest {
    private static final String CHANGES = "/api/v1/access-matrix/changes";

    private final Product product = Product.get();

    @AfterEach
    void the_matrix_is_as_it_was() {
        product.sql().run("update alongside.role_category set access = 'M' where role_code = 'SHS' and category = 3");
        product.sql()
                .run("update alongside.matrix_change set refused_at = proposed_at, decided_by = proposed_by"
                        + " where decided_by is null and role_code = 'SHS'");
    }

    @Test
    void one_administrator_proposes_in_words_another_confirms_and_the_next_look_at_a_file_goes_by_it() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "DEMOGRAPHICS");
        String file = "/api/v1/cases/" + survivor.caseId();
        assertThat(product.http("sana").get(file).json().hasNonNull("language")).isTrue();
        String change;

        try (Browser kim = Browser.as("kim")) {
            Page page = kim.open("/matrix/read.xhtml?role=SHS");
            assertThat(page.locator("main").innerText())
                    .contains("Shelter staff", "Language and background", "Version");
            kim.axe();
            kim.isWhole();
            kim.screenshot("matrix");
            kim.screenshotInArabic("matrix");

            kim.press(page.locator("main a[href*='category=DEMOGRAPHICS']"));
            kim.press("#propose");
            assertThat(page.locator(".al-error").first().innerText()).isNotBlank();
            kim.axe();
            kim.screenshot("matrix-propose");
            page.locator("[name=after][value=NOTHING]").check();
            page.fill("#reason", "The house asks each woman herself");
            kim.press("#propose");
            assertThat(page.locator("h1").innerText())
                    .isEqualTo("Shelter staff would learn nothing of “Language and background”.");
            assertThat(page.locator("#confirm").count())
                    .as("nobody confirms their own")
                    .isZero();
            assertThat(page.locator("#refuse").innerText()).contains("Take it back");
            kim.axe();
            change = page.url().replaceFirst(".*change=", "");
        }
        assertThat(product.http("sana").get(file).json().hasNonNull("language"))
                .as("a proposal closes nothing")
                .isTrue();
        assertThat(product.http("kim")
                        .post(CHANGES + "/" + change + "/confirmation", null)
                        .text())
                .contains("own-request");

        try (Browser ada = Browser.as("ada")) {
            Page page = ada.open("/matrix/read.xhtml");
            assertThat(page.locator("main").innerText()).contains("Waiting for a decision", "Kim Sato");
            ada.press(page.locator("main a[href*='" + change + "']"));
            ada.axe();
            ada.screenshot("matrix-decide");
            ada.screenshotInArabic("matrix-decide");
            ada.press("#confirm");
            assertThat(page.locator(".al-toasts").innerText()).contains("It counts from now on");
            assertThat(page.locator("main").innerText()).contains("In force from then on", "Ada Brandt");
            ada.open("/matrix/read.xhtml");
            ada.axe();
            ada.screenshot("matrix-decided");
        }
        assertThat(product.http("sana").get(file).json().hasNonNull("language"))
                .as("the next look at the file")
                .isFalse();
        int version = product.http("hugo")
                .get("/api/v1/access-matrix")
                .json()
                .get("version")
                .asInt();
        assertThat(cell(version)).isEqualTo("NOTHING");
        assertThat(cell(version - 1)).as("every version stays").isEqualTo("MINIMUM");
        assertThat(product.http("ada")
                        .post(CHANGES + "/" + change + "/refusal", null)
                        .text())
                .contains("matrix-decided-already");

        String back = must(
                        201,
                        product.http("ada")
                                .post(
                                        CHANGES,
                                        Map.of(
                                                "role", "SHS",
                                                "category", "DEMOGRAPHICS",
                                                "before", "NOTHING",
                                                "after", "MINIMUM",
                                                "reason", "They need an interpreter at night")))
                .json()
                .get("id")
                .asText();
        must(204, product.http("kim").post(CHANGES + "/" + back + "/confirmation", null));
        assertThat(product.http("sana").get(file).json().hasNonNull("language"))
                .as("open again, at once")
                .isTrue();
    }

    @Test
    void what_a_fence_closes_is_refused_in_words_whoever_asks() {
        for (String[] beyond : new String[][] {
            {"ADM", "IDENTITY", "NOTHING", "READ"},
            {"LEL", "SHELTER_PLACEMENT", "NOTHING", "EXISTENCE"},
            {"SUP", "COUNSELLING_NOTES", "NOTHING", "READ"},
            {"NRM", "IDENTITY", "CONDITIONAL", "READ"}
        }) {
            Reply refused = product.http("kim")
                    .post(
                            CHANGES,
                            Map.of(
                                    "role", beyond[0],
                                    "category", beyond[1],
                                    "before", beyond[2],
                                    "after", beyond[3],
                                    "reason", "It would be easier"));
            assertThat(refused.status()).as(beyond[0]).isEqualTo(422);
            assertThat(refused.text()).contains("matrix-fence");
        }
    }

    @Test
    void whoever_has_no_pages_yet_is_told_so_and_every_other_place_stays_closed() {
        for (String person : new String[] {"lin", "leo"}) {
            try (Browser browser = Browser.as(person)) {
                Page page = browser.open("/");
                assertThat(page.url()).contains("/matrix/mine.xhtml");
                assertThat(page.locator("h1").innerText()).isEqualTo("What is open to you");
                assertThat(page.locator("main").innerText()).contains("not part of this version");
                browser.axe();
                browser.isWhole();
                browser.screenshot("open-to-" + person);
            }
            for (String door :
                    new String[] {"cases", "referrals/incoming", "access-matrix", "organisations", "coordination"}) {
                assertThat(product.http(person).get("/api/v1/" + door).status())
                        .as(person + " " + door)
                        .isIn(403, 404);
            }
        }
        try (Browser teresa = Browser.as("teresa")) {
            Page page = teresa.open("/");
            assertThat(page.url()).contains("/worklist/mine.xhtml");
            assertThat(page.locator("main").innerText()).contains("whose guardian you are");
            teresa.axe();
            teresa.isWhole();
            teresa.screenshot("my-work-of-a-guardian");
        }
        for (String person : new String[] {"yusuf", "irene"}) {
            try (Browser browser = Browser.as(person)) {
                Page page = browser.open("/matrix/mine.xhtml");
                assertThat(page.locator("main").innerText())
                        .contains("In a file that you work on", "Only with consent");
                browser.axe();
                browser.isWhole();
                browser.screenshot("open-to-" + person);
                assertThat(browser.open("/worklist/mine.xhtml").locator("h1").innerText())
                        .isNotBlank();
            }
        }
    }

    private String cell(int version) {
        for (var cell : product.http("hugo")
                .get("/api/v1/access-matrix/versions/" + version)
                .json()
                .get("cells")) {
            if (cell.get("role").asText().equals("SHS")
                    && cell.get("category").asText().equals("DEMOGRAPHICS")) {
                return cell.get("access").asText();
            }
        }
        throw new AssertionError("no cell");
    }
}
