package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Buttons pressed twice, pressed too late, and pressed by two at once: one thing comes of it, and whoever was slower is told so in words. */
class HurriedHandTest {
    private static final String FASTER = "Somebody was faster";
    /** Sends the form of a button twice at once, as it stands: a button that is pressed twice where no script runs. */
    private static final String TWICE = """
            async button => {
                const form = document.querySelector(button).form;
                const sent = new URLSearchParams(new FormData(form));
                sent.append(document.querySelector(button).name, document.querySelector(button).value);
                const press = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(sent), redirect: 'manual'});
                await Promise.all([press(), press()]);
            }""";

    private final Product product = Product.get();

    @Test
    void what_is_written_down_by_a_button_that_is_pressed_twice_is_there_once() {
        House house = House.of(product, 1);
        Survivor maya = House.sheltered(product);
        String hers = "'" + maya.caseId() + "'";
        String its = "'" + house.facility() + "'";
        house.livesIn(maya, 0);
        try (Browser sana = Browser.as("sana");
                Browser petra = Browser.as("petra")) {
            Page page = sana.open("/logbook/write.xhtml?house=" + house.facility());
            page.fill("#words", "A quiet night");
            page.evaluate(TWICE, "#save");
            assertThat(count("shift_note where facility_id = " + its)).isEqualTo(1L);

            sana.open("/safety/raise.xhtml?case=" + maya.caseId());
            page.check("input[name=type][value=WORRY]");
            page.evaluate(TWICE, "#raise");
            assertThat(count("safety_alert where case_id = " + hers)).isEqualTo(1L);
            sana.open("/safety/raise.xhtml?case=" + maya.caseId());
            page.check("input[name=type][value=WORRY]");
            sana.press("#raise");
            assertThat(count("safety_alert where case_id = " + hers))
                    .as("the same, said anew")
                    .isEqualTo(2L);

            Page houses = petra.open("/housing/write.xhtml");
            String name = house.codeName() + "x";
            houses.fill("#codeName", name);
            houses.evaluate(
                    "() => document.querySelectorAll('fieldset').forEach(one => one.querySelector('input[type=radio]')?.click())");
            houses.evaluate("() => document.querySelectorAll('select').forEach(one => { one.selectedIndex = 1; })");
            houses.evaluate(TWICE, "#save");
            assertThat(count("facility where code_name = '" + name + "'")).isEqualTo(1L);
        }
    }

    @Test
    void a_button_that_an_old_page_still_shows_says_that_somebody_was_faster_and_shows_what_is_there_now() {
        House house = House.of(product, 2);
        Survivor maya = House.sheltered(product);
        String placement = house.held(maya, 0);
        String alert = alert(maya);
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana")) {
            mina.hearsOfNoChange();
            sana.hearsOfNoChange();
            Page lead = mina.open("/safety/alert.xhtml?alert=" + alert);
            assertThat(lead.locator("#acknowledge")).isVisible();
            must(204, product.http("ilse").post("/api/v1/alerts/" + alert + "/acknowledgement", null));
            mina.press("#acknowledge");
            assertThat(lead.locator("[data-errors]")).containsText(FASTER);
            assertThat(lead.locator("#acknowledge")).hasCount(0);
            assertThat(lead.locator("main")).containsText("Ilse");
            mina.isWhole();
            mina.screenshot("somebody-was-faster");
            mina.screenshotInArabic("somebody-was-faster");

            Page arriving = sana.open("/housing/placement.xhtml?placement=" + placement);
            assertThat(arriving.locator("#admit")).isVisible();
            house.act("petra", placement, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
            sana.press("#admit");
            assertThat(arriving.locator("[data-errors]")).containsText(FASTER);
            assertThat(arriving.locator("#admit")).hasCount(0);

            String note = house.left("petra", "Fix the door");
            Page log = sana.open("/logbook/read.xhtml?house=" + house.facility());
            assertThat(log.locator("button[name=takeOver][value='" + note + "']"))
                    .isVisible();
            product.sql()
                    .run(
                            "update alongside.shift_note set taken_over_at = written_at, taken_over_by = '00000000-0000-4000-8000-000000000008' where shift_note_id = '"
                                    + note + "'");
            sana.press("button[name=takeOver][value='" + note + "']");
            assertThat(log.locator("[data-errors]")).containsText("A colleague has taken this over already");
            assertThat(log.locator("button[name=takeOver][value='" + note + "']"))
                    .hasCount(0);
        }
    }

    @Test
    void another_bed_that_somebody_offered_meanwhile_is_not_held_unseen() {
        House house = House.of(product, 2);
        Survivor maya = House.sheltered(product);
        String placement = house.offered(maya, 0);
        try (Browser petra = Browser.as("petra")) {
            petra.hearsOfNoChange();
            Page page = petra.open("/housing/placement.xhtml?placement=" + placement);
            assertThat(page.locator("main")).containsText("1A");
            house.act(
                    "petra",
                    placement,
                    "offer",
                    House.to(placement, house.beds().get(1)));
            petra.press("#hold");
            assertThat(page.locator("[data-errors]").first()).containsText("Someone changed this");
            assertThat(page.locator("main section").first()).containsText("1B");
            assertThat(count("placement where status = 'OFFERED' and placement_id = '" + placement + "'"))
                    .isEqualTo(1L);
            petra.press("#hold");
            assertThat(page.locator(".al-toast")).containsText("held for her");
        }
    }

    @Test
    void of_two_who_do_the_same_at_once_one_does_it_and_the_other_is_told_in_words() throws Exception {
        House house = House.of(product, 6);
        Survivor maya = House.sheltered(product);
        for (int round = 0; round < 4; round++) {
            String alert = alert(maya);
            race(
                    204,
                    () -> act("mina", "/alerts/" + alert + "/acknowledgement", null),
                    () -> act("ilse", "/alerts/" + alert + "/acknowledgement", null));
            Map<String, Object> done = Map.of("outcome", "PLAN_CHANGED", "words", "w");
            race(
                    204,
                    () -> act("mina", "/alerts/" + alert + "/settlement", done),
                    () -> act("ilse", "/alerts/" + alert + "/settlement", done));
        }
        String placement = house.offered(maya, 0);
        race(
                200,
                () -> act("petra", "/placements/" + placement + "/hold", null),
                () -> act("petra", "/placements/" + placement + "/hold", null));
        Map<String, Object> told = Map.of("rightsIn", "prs", "rulesIn", "prs");
        race(
                204,
                () -> act("sana", "/placements/" + placement + "/admission", told),
                () -> act("petra", "/placements/" + placement + "/admission", told));
        String incident = house.wentWrong("sana");
        Map<String, Object> learned = Map.of("learned", "w");
        race(
                204,
                () -> act("petra", "/incidents/" + incident + "/look", learned),
                () -> act("petra", "/incidents/" + incident + "/look", learned));
        Survivor lena = House.sheltered(product);
        String asked = "/cases/" + lena.caseId() + "/placements";
        Stream.of(both(() -> act("sana", asked, Map.of()), () -> act("petra", asked, Map.of())))
                .flatMap(List::stream)
                .forEach(reply -> assertThat(reply.status()).as(reply.text()).isIn(201, 409, 412));
        assertThat(count("placement where status = 'REQUESTED' and case_id = '" + lena.caseId() + "'"))
                .isEqualTo(1L);
    }

    private String alert(Survivor survivor) {
        return id(must(
                201,
                product.http("sana")
                        .post(
                                "/api/v1/cases/" + survivor.caseId() + "/alerts",
                                Map.of("type", "WORRY", "inDanger", false))));
    }

    private Reply act(String person, String path, Object body) {
        return product.http(person).post("/api/v1" + path, body);
    }

    private static void race(int done, Supplier<Reply> one, Supplier<Reply> other) throws Exception {
        List<Reply> replies = both(one, other);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == done)
                .as(replies.toString())
                .hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != done)
                .singleElement()
                .satisfies(reply -> assertThat(reply.status()).as(reply.text()).isIn(409, 412));
    }

    private static List<Reply> both(Supplier<Reply> one, Supplier<Reply> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch together = new CountDownLatch(2);
        try {
            List<Future<Reply>> asked = Stream.of(one, other)
                    .map(each -> two.submit(() -> {
                        together.countDown();
                        together.await();
                        return each.get();
                    }))
                    .toList();
            return List.of(asked.get(0).get(), asked.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }

    private long count(String rows) {
        return (long) product.sql().one("select count(*) from alongside." + rows);
    }
}
