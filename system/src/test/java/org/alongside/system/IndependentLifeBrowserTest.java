package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The whole way of one adult: from her first night in a house over counselling, health, a course and work to a place of her own, closed by two
 * people, and asked three times in the year after how she is. The clock is moved; what other tests walk page by page is arranged here.
 */
class IndependentLifeBrowserTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Product product = Product.get();

    @Test
    void from_her_first_night_to_a_place_of_her_own_and_a_year_beyond() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String shelter = maya.shelteredUnder();
        try (Browser mina = Browser.as("mina");
                Browser noor = Browser.as("noor");
                Browser petra = Browser.as("petra");
                Browser ilse = Browser.as("ilse")) {
            String placement = house.livesIn(maya, 0);
            String goal = maya.wants("My own door, and work");
            maya.agreesTo(goal);
            String counselling = maya.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
            plansSession(noor, maya);
            plansAppointment(mina, maya);
            product.forward(Duration.ofDays(4));
            saysThatSheCame(noor, maya);
            keptTheAppointment(mina, maya);
            findsCourseAndWork(mina, maya);
            isMeasured(mina, maya, "ENTRY", 2);

            product.forward(Duration.ofDays(84));
            movesOut(petra, placement);
            done("sana", shelter);
            done("noor", counselling);
            product.forward(Duration.ofDays(9));
            stillHasHerWork(mina, maya);
            isMeasured(mina, maya, "QUARTER", 1);

            product.forward(Duration.ofDays(86));
            hasWhatSheWanted(maya, goal);
            isMeasured(mina, maya, "EXIT", 0);
            isClosed(mina, ilse, maya);
            isAskedThreeTimes(mina, maya);
            readsTheJourney(mina, maya);
        }
    }

    private void plansSession(Browser noor, Survivor maya) {
        Page page = noor.open("/counselling/of.xhtml?case=" + maya.caseId());
        page.fill("#startsAt", in(Duration.ofHours(50)));
        page.fill("#minutes", "50");
        page.selectOption("#type", "TRAUMA_FOCUSED");
        page.selectOption("#place", "COUNSELLING_ROOM");
        noor.press("#plan");
        assertThat(page.locator(".al-toast")).containsText("The session is planned");
    }

    private void saysThatSheCame(Browser noor, Survivor maya) {
        Page page = noor.open("/counselling/of.xhtml?case=" + maya.caseId());
        noor.press(page.locator("a[href*='/counselling/session.xhtml']").first());
        noor.press("button[name=say][value=ATTENDED]");
        assertThat(page.locator(".al-toast")).containsText("It is noted");
    }

    private void plansAppointment(Browser mina, Survivor maya) {
        Page page = mina.open("/healthcare/of.xhtml?case=" + maya.caseId());
        mina.press(page.locator("main a[href*='/healthcare/appointment.xhtml']"));
        page.fill("#appointmentAt", in(Duration.ofHours(52)));
        page.check("input[name=place][value=AT_THE_PROVIDER]");
        page.check("input[name=carer][value=WOMAN]");
        page.check("input[name=escort]");
        page.check("input[name=interpreter][value=WOMAN]");
        mina.isWhole();
        mina.screenshot("independent-life-appointment");
        mina.press("#save");
        assertThat(page.locator("[aria-labelledby=appointments]")).containsText("somebody goes with her");
        assertThat(mina.open("/casefile/file.xhtml?case=" + maya.caseId()).locator("[aria-labelledby=story]"))
                .containsText("An appointment for her health");
    }

    private void keptTheAppointment(Browser mina, Survivor maya) {
        Page page = mina.open("/healthcare/of.xhtml?case=" + maya.caseId());
        mina.press(page.locator("button[name=turn][value$=':KEPT']"));
        mina.isWhole();
        mina.screenshot("independent-life-health");
        mina.screenshotInArabic("independent-life-health");
        assertThat(mina.open("/casefile/file.xhtml?case=" + maya.caseId()).locator("[aria-labelledby=story]"))
                .containsText("She had an appointment for her health");
    }

    private void findsCourseAndWork(Browser mina, Survivor maya) {
        String bakery = "Bakery " + UUID.randomUUID().toString().substring(0, 8);
        Page page = mina.open("/livelihood/employers.xhtml");
        page.fill("#name", bakery);
        for (String against : List.of("VISIT", "WRITTEN_CONTRACT", "NO_PUBLICITY")) {
            page.check("input[name=against][value=" + against + "]");
        }
        page.check("input[name=result][value=SAFE]");
        page.fill("#checkedOn", today().toString());
        mina.press("#save");
        assertThat(page.locator("main table")).containsText(bakery);
        mina.isWhole();
        mina.screenshot("independent-life-employers");

        begins(mina, maya, "COURSE", "Baking", null);
        begins(mina, maya, "JOB", "Baker's help", bakery);
        assertThat(page.locator("[aria-labelledby=steps]")).containsText(bakery);
        mina.isWhole();
        mina.screenshot("independent-life-steps");
        mina.screenshotInArabic("independent-life-steps");
    }

    private void begins(Browser mina, Survivor maya, String kind, String what, String employer) {
        Page page = mina.open("/livelihood/begin.xhtml?case=" + maya.caseId());
        page.check("input[name=kind][value=" + kind + "]");
        page.fill("#what", what);
        if (employer != null) {
            page.selectOption("#employer", new com.microsoft.playwright.options.SelectOption().setLabel(employer));
        }
        page.fill("#agreedOn", today().toString());
        page.fill("#beganOn", today().toString());
        page.check("input[name=incomeBefore][value=NONE]");
        mina.isWhole();
        mina.press("#save");
        assertThat(page.locator(".al-toast")).containsText("The step is kept");
    }

    private void stillHasHerWork(Browser mina, Survivor maya) {
        mina.reopenUntil(
                "/livelihood/of.xhtml?case=" + maya.caseId(),
                () -> mina.page().locator("#keep").count() == 1);
        Page page = mina.page();
        page.check("input[name=answer][value=STILL_THERE]");
        page.check("input[name=income][value=MINIMUM_WAGE]");
        mina.isWhole();
        mina.screenshot("independent-life-work-asked");
        mina.press("#keep");
        assertThat(page.locator("[aria-labelledby=answered]")).containsText("Baker's help");
    }

    /** Seven questions, each answered alike. */
    private void isMeasured(Browser mina, Survivor maya, String point, int answer) {
        Page page = mina.open("/outcome/of.xhtml?case=" + maya.caseId());
        mina.press(page.locator("[aria-labelledby=measure] li:has-text('Anxiety') a[href*='/outcome/measure.xhtml']"));
        for (int at = 0; at < 7; at++) {
            page.check("input[name=answers_" + at + "][value='" + answer + "']");
        }
        page.check("input[name=point][value=" + point + "]");
        page.check("input[name=rater][value=HERSELF]");
        page.fill("#measuredOn", today().toString());
        mina.press("#save");
        assertThat(page.locator("main")).containsText(String.valueOf(7 * answer));
        if (point.equals("EXIT")) {
            mina.isWhole();
            mina.screenshot("independent-life-outcome");
            mina.screenshotInArabic("independent-life-outcome");
        }
    }

    private void movesOut(Browser petra, String placement) {
        Page page = petra.open("/housing/placement.xhtml?placement=" + placement);
        page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        page.selectOption("#reason", "MOVED_INDEPENDENT");
        page.selectOption("#nextType", "INDEPENDENT_RENTAL");
        petra.press("#end");
        assertThat(page.locator(".al-toast")).containsText("She has left");
    }

    /** She says that she has it, and is as safe as she says. */
    private void hasWhatSheWanted(Survivor maya, String goal) {
        must(
                204,
                product.http("mina")
                        .post("/api/v1/goals/" + goal + "/end", Map.of("status", "MET", "confirmedByHer", true)));
        maya.isFound("SAFE", "DIGITAL", "NONE");
    }

    /** Who helped her tells how it went. */
    private void done(String person, String referral) {
        String path = "/api/v1/referrals/" + referral;
        product.http(person).post(path + "/first-contact", null);
        must(204, product.http(person).post(path + "/completion", Map.of("outcome", "SERVICE_GIVEN")));
    }

    private void isClosed(Browser mina, Browser ilse, Survivor maya) {
        String close = "/casefile/close.xhtml?case=" + maya.caseId();
        Page page = mina.open(close);
        card(page, "ground").locator("summary").click();
        page.selectOption("#housing", "INDEPENDENT_RENTAL");
        page.fill("#housedSince", today().minusDays(95).toString());
        for (String done : List.of("#safetyPlanOn", "#hotlineOn", "#talkedOn")) {
            page.fill(done, today().toString());
        }
        page.selectOption("#permits", "NONE");
        mina.press("#note");
        mina.open(close + "&why=GOALS_ACHIEVED");
        mina.press("#propose");
        assertThat(card(page, "ground").locator("details[open]")).hasCount(0);
        assertThat(card(page, "against")).containsText("Still to be said by the supervisor");
        page.check("input[name=met][value=SAFETY_CHECKED]");
        page.check("input[name=met][value=TRANSITION_PLANNED]");
        page.check("input[name=conversation][value=AGREES]");
        page.check("input[name=dataNotice][value=GIVEN]");
        page.check("input[name=followUp_answer][value=YES]");
        page.selectOption("#followUp_channel", "PHONE");
        mina.isWhole();
        mina.screenshot("independent-life-closing");
        mina.press("#propose");
        assertThat(page.locator("main")).containsText("Closing is proposed");
        Page desk = ilse.open(close);
        ilse.press("#approve");
        assertThat(desk.locator("main")).containsText("This case is closed");
    }

    /** By the way she agreed to, each time once and never before it is due. */
    private void isAskedThreeTimes(Browser mina, Survivor maya) {
        List<String> planned = new ArrayList<>();
        for (JsonNode one : must(200, product.http("mina").get("/api/v1/cases/" + maya.caseId() + "/follow-ups"))
                .json()) {
            planned.add(one.get("id").asText());
        }
        assertThat(planned).hasSize(3);
        int[] days = {92, 91, 184};
        for (int at = 0; at < 3; at++) {
            assertThat(asked(planned.get(at))).as("before it is due").isZero();
            product.forward(Duration.ofDays(days[at]));
            String now = planned.get(at);
            await().atMost(Duration.ofSeconds(60)).until(() -> asked(now) == 1);
            Page page = mina.open("/afterwards/one.xhtml?followup=" + now);
            assertThat(page.locator("[aria-labelledby=trying]")).containsText("Only this way: By phone");
            assertThat(page.locator("[aria-labelledby=trying] a[href*='/casefile/known.xhtml']"))
                    .hasCount(1);
            page.selectOption("#channel", "PHONE");
            page.check("input[name=tried][value=REACHED]");
            mina.press("#log");
            page.check("input[name=outcome][value=REACHED]");
            for (String question : List.of("SAFETY", "HOUSING", "INCOME", "HEALTH", "RECONTACT")) {
                page.selectOption("#answer_" + question, "GOOD");
            }
            mina.press("#record");
            assertThat(page.locator("[aria-labelledby=said]")).containsText("Good");
        }
        product.forward(Duration.ofDays(30));
        for (String each : planned) {
            assertThat(asked(each)).as("once, and not again").isEqualTo(1);
        }
        mina.open("/afterwards/of.xhtml?case=" + maya.caseId());
        mina.isWhole();
        mina.screenshot("independent-life-asked");
    }

    /** How often it was asked in all, whether it still waits or not. */
    private long asked(String followUp) {
        return (long) product.sql()
                .one(
                        "select count(*) from engine.act_hi_taskinst t join engine.act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ? and t.task_def_key_ = 'ask-her'",
                        followUp);
    }

    /** Two years at a glance: what was last stands whole, of the months before what marks the way, and the rest a press away. */
    private void readsTheJourney(Browser mina, Survivor maya) {
        Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
        Locator story = page.locator("[aria-labelledby=story]");
        for (String marks : List.of(
                "She moved into",
                "Counselling at Cedar Counselling",
                "She began: Work",
                "She left",
                "the case was closed",
                "She was asked how she is")) {
            assertThat(story).containsText(marks);
        }
        assertThat(story).not().containsText("Trauma");
        assertThat(story.locator("details[open]")).hasCount(0);
        assertThat(story.locator(".al-month").count()).isGreaterThan(1);
        mina.isWhole();
        mina.screenshot("independent-life-journey");
        mina.screenshotInArabic("independent-life-journey");
        story.locator("summary").first().click();
        mina.isWhole();
    }

    private static Locator card(Page page, String heading) {
        return page.locator(".al-card:has(#" + heading + ")");
    }

    /** A time from now as it is typed here. */
    private String in(Duration later) {
        return product.now().plus(later).atZone(HERE).format(TYPED);
    }

    private LocalDate today() {
        return product.now().atZone(HERE).toLocalDate();
    }
}
