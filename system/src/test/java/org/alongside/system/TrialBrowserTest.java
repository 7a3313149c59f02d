package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.OPEN_DOOR_RESIDENCE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole way of an adult through trial: from advice to the money in her hand, with the clock moved. */
class TrialBrowserTest {
    private final Product product = Product.get();
    private Survivor maya;
    private String matter;

    @Test
    void an_adult_goes_through_trial_protected_and_what_was_ordered_is_half_paid_enforced_and_paid() {
        maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        matter = maya.hasMatterWithoutDates("daniel", "ADHESION", "ADVICE");
        try (Browser daniel = Browser.as("daniel")) {
            she_has_a_lawyer_of_her_own(daniel);
            it_is_filed_and_comes_to_trial(daniel);
            she_is_protected_there(daniel);
        }
        product.forward(Duration.ofDays(8));
        try (Browser daniel = Browser.as("daniel")) {
            it_is_decided_and_she_appeals(daniel);
            half_is_paid_the_rest_enforced(daniel);
        }
        assertThat(must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/legal"))
                        .text())
                .as("who leads knows nothing of the money, the court or the mandate")
                .doesNotContain("5000", "2500", "Regional court", "CIVIL_PARTY", "mandate");
    }

    @Test
    void a_conflict_closes_the_matter_and_who_leads_is_told_to_look_for_another_lawyer_and_not_why() {
        maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        matter = maya.hasMatterWithoutDates("daniel", "LABOUR_CLAIM", "ADVICE");
        try (Browser daniel = Browser.as("daniel")) {
            Page page = daniel.open(at("counsel"));
            choose(page, "opposing", "EMPLOYER");
            choose(page, "otherMatter", "no");
            choose(page, "colleague", "yes");
            choose(page, "known", "no");
            daniel.press("#check");
            assertThat(main(page)).contains("cannot act for her", "Conflict");
            assertThat(page.locator("#check").count()).isZero();
            daniel.isWhole();
            daniel.screenshot("counsel-conflict");
        }
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/proceeding/of.xhtml?case=" + maya.caseId());
            assertThat(main(page))
                    .contains("These lawyers cannot act for her in this", "Look for another lawyer")
                    .doesNotContain("Conflict", "employer", "colleague");
            mina.isWhole();
            mina.axe();
            mina.screenshot("legal-declined");
            mina.screenshotInArabic("legal-declined");
        }
        assertThat(product.http("sana")
                        .get("/api/v1/cases/" + maya.caseId() + "/legal")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void her_lawyer_hands_a_matter_to_a_colleague_who_has_her_file_and_the_colleague_acts_in_it_from_then_on() {
        maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        matter = maya.hasMatterWithoutDates("daniel", "ASYLUM", "ADVICE");
        try (Browser daniel = Browser.as("daniel");
                Browser clara = Browser.as("clara")) {
            Page page = daniel.open(at("counsel"));
            handsOver(daniel, page);
            assertThat(errors(page)).contains("This person cannot take this on");
            assertThat(main(page)).contains("Somebody who has her file open already");
            daniel.isWhole();
            daniel.axe();
            daniel.screenshot("counsel-hand-over");
            daniel.screenshotInArabic("counsel-hand-over");

            String referral = maya.isReferredTo(OPEN_DOOR_RESIDENCE, "URGENT", "IDENTITY");
            must(200, product.http("clara").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
            daniel.open(at("counsel"));
            handsOver(daniel, page);
            assertThat(page.locator("section[aria-labelledby=who]").innerText()).contains("Clara Weiss");
            assertThat(page.locator("#handOver, #check").count())
                    .as("whoever handed it over acts in it no more")
                    .isZero();
            daniel.isWhole();
            daniel.open(at("stages"));
            assertThat(main(page)).contains("Stage, decisions and appeals").doesNotContain("Go on", "End the matter");

            Page hers = clara.open(at("counsel"));
            choose(hers, "opposing", "STATE");
            for (String question : new String[] {"otherMatter", "colleague", "known"}) {
                choose(hers, question, "no");
            }
            clara.press("#check");
            assertThat(main(hers)).contains("Clear: nobody acts for the other side");
        }
    }

    private static void handsOver(Browser daniel, Page page) {
        page.locator("#worker").selectOption(new SelectOption().setLabel("Clara Weiss"));
        daniel.press("#handOver");
    }

    private void she_has_a_lawyer_of_her_own(Browser daniel) {
        Page page = daniel.open(at("matter"));
        assertThat(main(page)).contains("Still to be written down", "Check for conflicts first");
        assertThat(page.getByText("Set a hearing").count())
                .as("nothing is offered that would be refused after it was typed")
                .isZero();
        daniel.isWhole();
        daniel.screenshot("matter-before-the-check");
        daniel.screenshotInArabic("matter-before-the-check");
        daniel.open(at("counsel"));
        assertThat(main(page))
                .contains("Still to be written down", "The check for conflicts", "Nobody has checked yet");
        daniel.isWhole();
        daniel.press("#check");
        assertThat(errors(page)).contains("The other side", "Does a colleague act for the other side?");
        choose(page, "opposing", "TRAFFICKER");
        for (String question : new String[] {"otherMatter", "colleague", "known"}) {
            choose(page, question, "no");
        }
        daniel.axe();
        daniel.press("#check");
        assertThat(main(page)).contains("Clear: nobody acts for the other side", "Nothing is signed yet");
        choose(page, "giver", "HERSELF");
        choose(page, "scope", "ENFORCEMENT_TOO");
        page.locator("#signedOn").fill(day(3));
        daniel.press("#sign");
        assertThat(errors(page)).contains("This day or time has not come yet");
        page.locator("#signedOn").fill(day(0));
        daniel.press("#sign");
        assertThat(main(page)).contains("With appeals, and until she is paid").doesNotContain("Still to be written");
        daniel.isWhole();
        daniel.axe();
        daniel.screenshot("counsel");
        daniel.screenshotInArabic("counsel");

        daniel.open(at("before"));
        page.locator("#court").fill("Regional court");
        page.locator("#reference").fill("12 C 34/26");
        choose(page, "herRole", "CIVIL_PARTY");
        choose(page, "opposing", "TRAFFICKER");
        page.locator("#limitationOn").fill(day(-2));
        daniel.press("#save");
        assertThat(errors(page)).contains("This day or time is over");
        assertThat(page.locator("#court").inputValue()).isEqualTo("Regional court");
        page.locator("#limitationOn").fill(day(60));
        daniel.isWhole();
        daniel.screenshot("matter-court");
        daniel.press("#save");
        assertThat(main(page)).contains("Regional court", "12 C 34/26", "Civil party");
    }

    private void it_is_filed_and_comes_to_trial(Browser daniel) {
        Page page = daniel.open(at("stages"));
        assertThat(main(page)).contains("What follows", "Nothing is decided yet");
        for (String stage : new String[] {"PREPARATION", "FILED"}) {
            go(daniel, page, stage);
        }
        assertThat(page.locator("button[name=go][value=DECISION]").count())
                .as("not before it is decided")
                .isZero();
        assertThat(main(page)).contains("First write down what was decided");
        daniel.isWhole();
        daniel.axe();
        daniel.screenshot("stages");
        daniel.screenshotInArabic("stages");
        go(daniel, page, "TRIAL");
        daniel.open(at("matter"));
        assertThat(main(page)).as("what is filed keeps the last day").contains("Claim, from when it could be made");
    }

    private void she_is_protected_there(Browser daniel) {
        Page page = daniel.open(at("hearing"));
        page.locator("#at").fill(maya.inDays(6).replace("T12:00:00Z", "T10:00"));
        page.locator("#type").selectOption("TRIAL_TESTIMONY");
        page.locator("#place").selectOption("COURT");
        page.locator("#mode").selectOption("IN_PERSON");
        page.locator("input[name=protection][value=SCREEN]").check();
        daniel.press("#save");
        daniel.press(page.locator("button[name=answer][value$=':GRANTED']").first());
        assertThat(main(page)).contains("Screen between her and the accused", "Granted on");
        daniel.isWhole();
    }

    private void it_is_decided_and_she_appeals(Browser daniel) {
        Page page = daniel.open(at("matter"));
        daniel.press(page.locator("a[href*='/proceeding/result']").first());
        choose(page, "result", "HELD");
        daniel.press("#save");
        daniel.open(at("stages"));
        page.locator("#outcome").selectOption("CLAIM_REFUSED");
        page.locator("#decidedOn").fill(day(0));
        daniel.press("#decide");
        assertThat(main(page)).contains("Claim refused", "Who appeals");
        daniel.open(at("deadline"));
        page.locator("#event").selectOption("APPEAL");
        page.locator("#dueOn").fill(day(30));
        daniel.press("#save");
        daniel.open(at("stages"));
        assertThat(main(page)).contains("The time to appeal still runs");
        page.locator("#decision").selectOption(new SelectOption().setIndex(1));
        choose(page, "appellant", "HERSELF");
        page.locator("#appealedOn").fill(day(0));
        daniel.press("#appeal");
        assertThat(main(page)).contains("Waits for its answer", "An appeal waits for its answer");
        daniel.isWhole();
        daniel.axe();
        daniel.screenshot("stages-appeal");
        daniel.screenshotInArabic("stages-appeal");
        daniel.press(page.locator("main a[href*='/proceeding/appeal']"));
        page.locator("#appeal").selectOption(new SelectOption().setIndex(1));
        choose(page, "result", "CHANGED");
        page.locator("#answeredOn").fill(day(0));
        daniel.press("#answer");
        assertThat(errors(page)).contains("What was decided instead");
        page.locator("#outcome").selectOption("CLAIM_GRANTED");
        daniel.isWhole();
        daniel.press("#answer");
        assertThat(main(page)).contains("The decision was changed", "Claim granted", "On appeal");
        go(daniel, page, "FINAL");
    }

    private void half_is_paid_the_rest_enforced(Browser daniel) {
        Page page = daniel.page();
        assertThat(main(page)).contains("No money and no order is outstanding");
        daniel.open("/proceeding/write.xhtml?case=" + maya.caseId() + "&matter=" + matter);
        page.locator("main form summary").first().click();
        page.locator("#compensation_claimed").fill("9000");
        page.locator("#compensation_ordered").fill("5000");
        page.locator("#compensation_currency").fill("EUR");
        daniel.press("#save");
        pay(daniel, page);
        assertThat(main(page)).contains("2500.00 EUR");
        daniel.open(at("stages"));
        assertThat(main(page)).contains("Money or an order is still outstanding");
        go(daniel, page, "ENFORCEMENT");
        assertThat(main(page)).contains("Not all of the money is paid");
        daniel.isWhole();
        daniel.screenshot("stages-enforcement");
        daniel.open(at("end"));
        daniel.press("#end");
        assertThat(errors(page)).contains("Why what is unpaid is given up");
        daniel.isWhole();
        daniel.screenshot("matter-end");
        product.forward(Duration.ofDays(20));
        pay(daniel, page);
        daniel.open(at("stages"));
        go(daniel, page, "CLOSED");
        assertThat(main(page)).contains("Nothing follows");
        daniel.isWhole();
        daniel.screenshot("stages-closed");
        daniel.open(at("payments"));
        assertThat(main(page)).contains("Nothing: all is paid");
        page.locator("main details summary").click();
        daniel.isWhole();
        daniel.axe();
        daniel.screenshot("payments-mistake");
        page.locator("input[name=which]").first().check();
        choose(page, "why", "NEVER_WAS");
        daniel.press("#takeBack");
        assertThat(main(page)).contains("Closed, and 2500.00 EUR is not paid", "Does not count", "It never happened");
        daniel.isWhole();
        daniel.screenshot("payments-closed");
        daniel.screenshotInArabic("payments-closed");
        daniel.open(at("stages"));
        assertThat(main(page)).as("it stays closed").contains("Nothing follows");
    }

    private void pay(Browser daniel, Page page) {
        daniel.open(at("payments"));
        page.locator("#paidOn").fill(day(0));
        page.locator("#amount").fill("2500");
        choose(page, "payer", "CONVICTED");
        daniel.press("#save");
    }

    private void go(Browser daniel, Page page, String stage) {
        Locator next = page.locator("button[name=go][value=" + stage + "]");
        daniel.press(next);
    }

    private static void choose(Page page, String field, String code) {
        page.locator("input[name=" + field + "][value=" + code + "]").check();
    }

    private String at(String what) {
        return "/proceeding/" + what + ".xhtml?case=" + maya.caseId() + "&matter=" + matter;
    }

    private String day(int days) {
        return maya.inDays(days).substring(0, 10);
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private static String errors(Page page) {
        return page.locator("[data-errors]").innerText();
    }
}
