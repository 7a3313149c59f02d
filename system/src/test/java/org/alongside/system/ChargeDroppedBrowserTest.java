package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.must;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * A young person who was made to carry drugs is charged for it: her caseworker notes it, her lawyer alone is asked, time passes, and the charge is dropped.
 * Police who help her sign in at each of these points and find nothing of it.
 */
class ChargeDroppedBrowserTest {
    private static final String DEFENCE = "/defence/of.xhtml?case=";
    private static final List<String> POLICE_PAGES = List.of(
            "/worklist/mine.xhtml",
            "/casefile/list.xhtml",
            "/casefile/file.xhtml?case=",
            "/interview/of.xhtml?case=",
            "/police/of.xhtml?case=",
            DEFENCE,
            "/courtorder/of.xhtml?case=",
            "/proceeding/of.xhtml?case=",
            "/safety/of.xhtml?case=",
            "/document/of.xhtml?case=");
    private static final String[] SECRETS = {
        "Drugs", "charged", "charge was dropped", "detained", "Arrested or held", "punish", "Daniel", "Open Door"
    };

    private final Product product = Product.get();

    @Test
    void her_lawyer_alone_sees_to_it_until_the_charge_is_dropped_and_police_find_nothing() {
        Survivor girl = Survivor.child(product, "mina").authorityTold();
        girl.hasGuardian("T. Example");
        girl.agreesToShareWith(OPEN_DOOR, "IDENTITY");
        String referral = girl.isReferredTo(OPEN_DOOR_ADVICE, "URGENT", "IDENTITY");
        must(204, product.http("ilse").post("/api/v1/referrals/" + referral + "/approval", null));
        must(200, product.http("daniel").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        girl.isHelpedByPolice();
        try (Browser mina = Browser.as("mina");
                Browser ilse = Browser.as("ilse");
                Browser daniel = Browser.as("daniel")) {
            findNothing(girl, "before anything is noted");
            Page lead = mina.open(DEFENCE + girl.caseId());
            lead.locator("[aria-labelledby=new] summary").click();
            lead.check("input[name=offence][value=DRUGS]");
            lead.check("input[name=stage][value=CHARGED]");
            lead.check("input[name=detained]");
            mina.press("#note");
            assertThat(lead.locator("[aria-labelledby=offences]")).containsText("Drugs");
            mina.isWhole();
            mina.screenshot("charge-noted");
            mina.open("/safety/of.xhtml?case=" + girl.caseId());
            assertThat(lead.locator("main")).containsText("Arrested or held");
            Assertions.assertThat(lead.locator("main").innerText())
                    .as("the alert says that she is held and not what for")
                    .doesNotContain("Drugs");
            findNothing(girl, "noted and detained");

            daniel.openWork(DEFENCE + girl.caseId());
            girl.hasMatterWithoutDates("daniel", "CRIMINAL_DEFENCE", "ADVICE");
            findNothing(girl, "with a matter in court");

            product.forward(Duration.ofDays(8));
            Page supervisor = ilse.open(DEFENCE + girl.caseId());
            Assertions.assertThat(supervisor.locator("main").innerText())
                    .as("who supervises is told that it is late and not what it is")
                    .doesNotContain("Drugs");
            ilse.screenshot("charge-supervisor");
            findNothing(girl, "a week later");

            Page lawyer = daniel.open(DEFENCE + girl.caseId());
            assertThat(lawyer.locator("[aria-labelledby=offences]")).containsText("Drugs");
            daniel.screenshot("charge-lawyer");
            daniel.press("button[name=settle][value$=':DROPPED']");
            assertThat(lawyer.locator("[aria-labelledby=defences]")).containsText("The charge was dropped");
            daniel.isWhole();
            daniel.screenshotInArabic("charge-dropped");
            mina.open(DEFENCE + girl.caseId());
            Assertions.assertThat(lead.locator("main").innerText())
                    .as("what came of it is her lawyer's to tell")
                    .doesNotContain("charge was dropped");
            findNothing(girl, "dropped");
        }
    }

    private void findNothing(Survivor girl, String when) {
        try (Browser marta = Browser.as("marta")) {
            for (String path : POLICE_PAGES) {
                Page police = marta.open(path.endsWith("=") ? path + girl.caseId() : path);
                String lawful = police.locator("body").innerText().replaceAll("(?s)Led by Harbour Light\\R[^\\n]*", "");
                for (String secret : SECRETS) {
                    Assertions.assertThat(lawful).as(when + ": " + path).doesNotContain(secret);
                }
            }
        }
    }
}
