package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A court orders what is known of her: written down, narrowed by her lawyer, and proposed to be told as the least; police find nothing of it. */
class CourtOrderBrowserTest {
    private static final String ORDERS = "/courtorder/of.xhtml?case=";

    private final Product product = Product.get();

    @Test
    void data_protection_helps_to_find_a_lawyer_without_her_file() {
        Survivor maya = Survivor.adult(product, "mina");
        LocalDate today = LocalDate.ofInstant(product.now(), ZoneOffset.UTC);
        must(
                204,
                product.http("mina")
                        .post(
                                "/api/v1/cases/" + maya.caseId() + "/court-orders",
                                Map.of(
                                        "kind",
                                        "SUBPOENA",
                                        "authority",
                                        "CRIMINAL_COURT",
                                        "reference",
                                        "77 C 1",
                                        "receivedOn",
                                        today.toString(),
                                        "answerOn",
                                        today.plusDays(30).toString(),
                                        "categories",
                                        List.of("IDENTITY"))));
        String code = product.http("mina")
                .get("/api/v1/cases/" + maya.caseId())
                .json()
                .get("code")
                .asText();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> product.http("vera").get("/api/v1/tasks").text().contains(code));
        Assertions.assertThat(product.http("vera")
                        .get("/api/v1/cases/" + maya.caseId())
                        .status())
                .isEqualTo(404);
        try (Browser vera = Browser.as("vera")) {
            vera.openWork("/courtorder/lawyers.xhtml");
            vera.isWhole();
            vera.screenshot("court-order-work-of-protection");
            Page work = vera.open("/courtorder/lawyers.xhtml");
            assertThat(work.locator("main")).containsText("77 C 1");
            assertThat(work.locator("main")).containsText(code);
            vera.isWhole();
            vera.screenshot("court-order-without-lawyer");
            vera.screenshotInArabic("court-order-without-lawyer");
        }
        try (Browser marta = Browser.as("marta")) {
            Page police = marta.open("/courtorder/lawyers.xhtml");
            Assertions.assertThat(police.content()).doesNotContain("77 C 1", code);
        }
    }

    @Test
    void who_leads_looks_for_another_lawyer_where_a_house_declines_until_she_wants_none() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String matter = maya.hasMatterWithoutDates("daniel", "CIVIL_COMPENSATION", "ADVICE");
        must(
                204,
                product.http("daniel")
                        .post(
                                "/api/v1/matters/" + matter + "/conflict-checks",
                                Map.of(
                                        "opposing",
                                        "TRAFFICKER",
                                        "otherMatter",
                                        false,
                                        "colleague",
                                        true,
                                        "known",
                                        false)));
        String matters = "/proceeding/of.xhtml?case=" + maya.caseId();
        try (Browser mina = Browser.as("mina")) {
            mina.openWork(matters);
            Page lead = mina.open(matters);
            assertThat(lead.locator("main")).containsText("Another lawyer is to be found");
            Assertions.assertThat(asked(maya)).contains("counsel.find");
            Assertions.assertThat(lead.locator("main").innerText()).doesNotContain("acts for the other side");
            mina.isWhole();
            mina.screenshot("another-lawyer");
            mina.screenshotInArabic("another-lawyer");
            mina.open(matters);
            mina.press("button[name=noOther]");
            assertThat(lead.locator("main")).not().containsText("Another lawyer is to be found");
        }
        Assertions.assertThat(asked(maya)).doesNotContain("counsel.find");
    }

    /** The kinds of what who leads her file is asked about her. */
    private List<String> asked(Survivor survivor) {
        return product.work("mina").stream()
                .filter(item -> item.at("/about/id").asText().equals(survivor.caseId()))
                .map(item -> item.at("/task/kind").asText())
                .toList();
    }

    @Test
    void an_order_is_checked_and_the_least_is_proposed() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        maya.isHelpedByPolice();
        LocalDate today = LocalDate.ofInstant(product.now(), ZoneOffset.UTC);
        try (Browser mina = Browser.as("mina");
                Browser daniel = Browser.as("daniel");
                Browser marta = Browser.as("marta")) {
            Page lead = mina.open(ORDERS + maya.caseId());
            assertThat(lead.locator("main")).containsText("No order came");
            lead.locator("[aria-labelledby=new] summary").click();
            lead.check("input[name=kind][value=SUBPOENA]");
            lead.check("input[name=authority][value=CRIMINAL_COURT]");
            lead.fill("#reference", "12 C 345");
            lead.fill("#receivedOn", today.toString());
            lead.fill("#answerOn", today.minusDays(1).toString());
            lead.check("input[name=categories][value=IDENTITY]");
            lead.check("input[name=categories][value=COUNSELLING_NOTES]");
            mina.press("#receive");
            assertThat(lead.locator("main")).containsText("before the day on which it came");
            assertThat(lead.locator("#reference")).hasValue("12 C 345");
            mina.isWhole();
            mina.screenshot("court-order-new");
            lead.fill("#answerOn", today.plusDays(30).toString());
            mina.press("#receive");
            assertThat(lead.locator("[aria-labelledby=came]")).containsText("12 C 345");
            assertThat(lead.locator("main")).containsText("until her lawyer has checked it");

            daniel.openWork(ORDERS + maya.caseId());
            Page lawyer = daniel.open(ORDERS + maya.caseId());
            daniel.press("button[name=check][value$=':VALID']");
            assertThat(lawyer.locator("main")).containsText("never handed out this way");
            lawyer.check("input[name=least][value=IDENTITY]");
            daniel.isWhole();
            daniel.screenshot("court-order-lawyer");
            daniel.screenshotInArabic("court-order-lawyer");
            daniel.open(ORDERS + maya.caseId());
            lawyer.check("input[name=least][value=IDENTITY]");
            daniel.press("button[name=check][value$=':NARROW']");
            assertThat(lawyer.locator("[aria-labelledby=came]")).containsText("Her lawyer says: It holds for less");

            mina.openWork(ORDERS + maya.caseId());
            mina.open(ORDERS + maya.caseId());
            assertThat(lead.locator("[aria-labelledby=came]")).containsText("At most this may be handed out");
            mina.isWhole();
            mina.screenshot("court-order-lead");
            mina.screenshotInArabic("court-order-lead");
            mina.press("main a[href*='/disclosure/propose']");
            assertThat(lead.locator("input[name=exception][value=COURT_ORDER]")).isChecked();
            assertThat(lead.locator("#orderReference")).hasValue("12 C 345");
            assertThat(lead.locator("input[name=categories]:checked")).hasCount(1);
            assertThat(lead.locator("input[name=categories][value=IDENTITY]")).isChecked();
            lead.fill("#body", "The criminal court");
            lead.check("input[name=categories][value=HEALTH]");
            lead.fill("#words", "Her name");
            mina.press("#propose");
            assertThat(lead.locator("main")).containsText("more than the order names");
            lead.uncheck("input[name=categories][value=HEALTH]");
            mina.press("#propose");
            assertThat(lead.locator("main")).containsText("12 C 345");

            Page police = marta.open(ORDERS + maya.caseId());
            Assertions.assertThat(police.content()).doesNotContain("12 C 345", "criminal court");
        }
    }
}
