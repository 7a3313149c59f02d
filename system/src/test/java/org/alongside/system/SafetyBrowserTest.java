package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A night in which something is wrong: who sees it, who is on call, and the morning after with her caseworker. */
class SafetyBrowserTest {
    private static final String JONAS_ON_CALL = """
            insert into alongside.on_call (on_call_id, organisation_id, worker_id, from_at, until_at, planned_at, planned_by)
            select gen_random_uuid(), organisation_id, worker_id, now() - interval '1 day', now() + ahead + interval '1 day', now(), worker_id
              from alongside.worker, alongside.clock where worker_id = '00000000-0000-4000-8000-000000000002'
            """;

    private final Product product = Product.get();

    @Test
    void the_shelter_raises_an_alert_a_colleague_on_call_sees_to_it_and_her_caseworker_goes_on_with_her() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "SAFETY_RISK");
        product.sql().run(JONAS_ON_CALL);
        try (Browser sana = Browser.as("sana");
                Browser jonas = Browser.as("jonas");
                Browser mina = Browser.as("mina")) {
            Page shelter = sana.page();
            sana.open("/safety/raise.xhtml?case=" + maya.caseId());
            shelter.check("input[name=type][value=TRAFFICKER_SIGHTED]");
            shelter.fill("#words", "A black car, twice");
            sana.isWhole();
            sana.press("#raise");
            assertThat(shelter.locator("#main")).containsText("Nobody sees to it yet");
            sana.isWhole();

            Page onCall = jonas.page();
            jonas.open("/worklist/mine.xhtml");
            assertThat(onCall.locator("#main")).containsText(maya.code());
            String hers = ":has-text('" + maya.code() + "') a[href*='/safety/alert']";
            onCall.locator("#main li" + hers + ", #main section[data-kind=lamp]" + hers)
                    .first()
                    .click();
            assertThat(onCall.locator("#main")).containsText("this file is not open to you");
            assertThat(onCall.locator("#main")).not().containsText("A black car");
            jonas.press("#acknowledge");
            assertThat(onCall.locator("#settle")).isVisible();
            jonas.isWhole();

            Page lead = mina.page();
            mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            assertThat(lead.locator("#main")).containsText("One alert is open");
            mina.open("/safety/assess.xhtml?case=" + maya.caseId());
            lead.check("input[name=felt][value=IN_DANGER]");
            lead.selectOption("#score_LOCATION_KNOWN", "IMMINENT");
            mina.isWhole();
            mina.press("#save");
            assertThat(lead.locator("#standing").locator("xpath=../..")).containsText("Danger now");
            assertThat(lead.locator("#channel option").first()).hasText("Choose …");
            mina.open("/safety/plan.xhtml?case=" + maya.caseId());
            lead.fill("#warningSigns", "The black car");
            mina.press("#save");
            assertThat(lead.locator("#warningSigns")).hasValue("The black car");
            lead.fill("#steps", "I stay inside and call Lena");
            lead.check("input[name=survivorCopy][value=KNOWS_BY_HEART]");
            mina.press("#save");
            assertThat(lead.locator("#main")).containsText("I stay inside and call Lena");
            lead.locator("#alerts").locator("xpath=../..").locator("a").first().click();
            lead.check("input[name=outcome][value=PLAN_CHANGED]");
            lead.fill("#words", "She sleeps in another room");
            mina.press("#close");
            assertThat(lead.locator("#main")).containsText("She sleeps in another room");
            mina.isWhole();

            sana.open("/safety/of.xhtml?case=" + maya.caseId());
            assertThat(shelter.locator("#main")).containsText("The black car");
            assertThat(shelter.locator("#main")).not().containsText("I stay inside");
        } finally {
            product.sql().run("delete from alongside.on_call where worker_id = '00000000-0000-4000-8000-000000000002'");
        }
    }
}
