package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters, read at a real mail server: who gets one, when, and that it says nothing. */
class NoticeTest {
    /** The post is carried every two seconds, and a machine may be busy. */
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Product product = Product.get();
    private final PostBox post = product.post();
    private String sana;
    private String petra;

    @BeforeEach
    void both_read_mail_at_addresses_of_this_test() {
        product.sql()
                .run("delete from alongside.on_call; delete from alongside.notice; delete from alongside.task_offer");
        sana = readsMail("sana");
        petra = readsMail("petra");
    }

    @AfterEach
    void nothing_is_left_to_be_sent() {
        product.sql()
                .run("delete from alongside.on_call; delete from alongside.notice; delete from alongside.task_offer");
        for (String person : List.of("sana", "petra")) {
            product.sql()
                    .run("update alongside.notice_choice set address = '%s@example.org' where worker_id = '%s'"
                            .formatted(person, worker(person)));
        }
    }

    @Test
    void a_shelter_is_told_that_a_task_waits_and_not_one_word_more() throws Exception {
        chooses("sana", "AT_ONCE", null, null, "en");
        chooses("petra", "AT_ONCE", null, null, "ar");
        Survivor maya = referred("ROUTINE");
        MimeMessage letter = letter(sana);
        assertThat(letter.getSubject()).isEqualTo("You have a task in Alongside");
        assertThat(letter.getContent().toString().replace("\r", "").strip())
                .isEqualTo("You have a task in Alongside.\n\n" + product.url() + "/");
        MimeMessage arabic = letter(petra);
        assertThat(arabic.getSubject()).isEqualTo("لديك مهمة في «إلى جانبك»");
        assertThat(arabic.getContent().toString()).contains("لديك مهمة في «إلى جانبك».", product.url() + "/");
        for (MimeMessage one : List.of(letter, arabic)) {
            assertThat(PostBox.whole(one))
                    .doesNotContain(
                            maya.name(), maya.caseId(), "Sana", "Petra", "Willow", "Harbour", "referral", "shelter");
        }
    }

    @Test
    void several_tasks_that_wait_make_one_letter_and_none_is_sent_twice() {
        chooses("sana", "NONE", null, null, "en");
        chooses("petra", "DIGEST", null, null, "en");
        referred("ROUTINE");
        referred("ROUTINE");
        noticed("petra", 2);
        product.sql().run("update alongside.notice set due_at = now() where worker_id = '" + worker("petra") + "'");
        letter(petra);
        await().atMost(SOON).until(() -> settled("petra", "SENT") == 2);
        assertThat(post.to(petra)).hasSize(1);
        assertThat(post.to(sana)).isEmpty();
    }

    @Test
    void quiet_hours_hold_a_letter_back_until_they_end() {
        int hour = product.now().atZone(ZONE).getHour();
        chooses("sana", "AT_ONCE", hour, (hour + 2) % 24, "en");
        chooses("petra", "AT_ONCE", null, null, "en");
        referred("ROUTINE");
        letter(petra);
        assertThat(post.to(sana)).as("what was due together was sent").isEmpty();
        forward(Duration.ofHours(2));
        letter(sana);
    }

    @Test
    void whoever_wants_one_letter_a_day_gets_it_at_that_hour_if_something_still_waits() {
        int hour = product.now().atZone(ZONE).getHour();
        chooses("sana", "DIGEST", null, null, (hour + 2) % 24, "en");
        chooses("petra", "AT_ONCE", null, null, "en");
        referred("ROUTINE");
        letter(petra);
        assertThat(post.to(sana)).isEmpty();
        forward(Duration.ofHours(2));
        letter(sana);
    }

    @Test
    void what_is_done_before_its_hour_is_written_to_nobody() {
        chooses("sana", "NONE", null, null, "en");
        chooses("petra", "DIGEST", null, null, "en");
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "ROUTINE", "IDENTITY");
        noticed("petra", 1);
        must(
                204,
                product.http("sana")
                        .post("/api/v1/referrals/" + referral + "/decline", Map.of("reason", "NO_CAPACITY")));
        product.sql().run("update alongside.notice set due_at = now() where worker_id = '" + worker("petra") + "'");
        await().atMost(SOON).until(() -> settled("petra", "NOT_NEEDED") == 1);
        assertThat(post.to(petra)).isEmpty();
    }

    @Test
    void who_is_on_call_is_told_of_what_is_urgent_in_quiet_hours_too_and_then_who_supervises() {
        int hour = product.now().atZone(ZONE).getHour();
        chooses("sana", "AT_ONCE", hour, (hour + 6) % 24, "en");
        chooses("petra", "NONE", null, null, "en");
        onCall("sana");
        referred("ROUTINE");
        referred("EMERGENCY");
        letter(sana);
        assertThat(post.to(petra)).isEmpty();
        forward(Duration.ofMinutes(31));
        letter(petra);
        assertThat(post.to(sana)).as("once").hasSize(1);
    }

    @Test
    void what_was_opened_in_time_is_asked_of_nobody_else() {
        chooses("sana", "NONE", null, null, "en");
        chooses("petra", "NONE", null, null, "en");
        onCall("sana");
        Survivor maya = Survivor.adult(product, "mina");
        maya.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(WILLOW_SAFE_HOUSE, "EMERGENCY", "IDENTITY");
        letter(sana);
        must(204, product.http("sana").post("/api/v1/referrals/" + referral + "/receipt", null));
        forward(Duration.ofMinutes(31));
        await().atMost(SOON)
                .until(() -> product.sql()
                                .count(
                                        "select count(*) from alongside.task_offer, alongside.clock where ask_next_at <= now() + ahead")
                        == 0);
        assertThat(post.to(petra)).isEmpty();
    }

    @Test
    void while_the_mail_server_is_away_letters_wait_where_the_administrator_sees_them_and_come_once()
            throws IOException {
        chooses("sana", "NONE", null, null, "en");
        chooses("petra", "AT_ONCE", null, null, "en");
        post.close();
        try {
            referred("ROUTINE");
            await().atMost(SOON).until(() -> failed() != null);
            assertThat(failed().get("failure").asText()).isEqualTo("AWAY");
            assertThat(failed().toString()).doesNotContain("petra", worker("petra"));
            assertThat(product.http().get("/health").status()).isEqualTo(503);
        } finally {
            post.open();
        }
        assertThat(product.http("kim")
                        .post("/api/v1/failed-work/" + failed().get("id").asText() + "/retry", null)
                        .status())
                .isEqualTo(204);
        letter(petra);
        await().atMost(SOON).until(() -> failed() == null);
        assertThat(product.http().get("/health").status()).isEqualTo(200);
        assertThat(post.to(petra))
                .as("each once; the clocks of other tests may have something for her, too")
                .hasSize((int) product.sql()
                        .count(
                                "select count(distinct settled_at) from alongside.notice where outcome = 'SENT' and worker_id = '"
                                        + worker("petra") + "'"));
    }

    @Test
    void nobody_reads_where_somebody_else_reads_mail() {
        chooses("sana", "AT_ONCE", null, null, "en");
        for (String other : List.of("petra", "kim", "mina", "hugo")) {
            assertThat(product.http(other).get("/api/v1/me/notices").text())
                    .as(other)
                    .doesNotContain(sana);
        }
        assertThat(product.http("sana").get("/api/v1/me/notices").text()).contains(sana);
        assertThat(product.log()).doesNotContain(sana);
    }

    private JsonNode failed() {
        for (JsonNode job : product.http("kim").get("/api/v1/failed-work").json()) {
            if (job.get("process").asText().equals("notice")) {
                return job;
            }
        }
        return null;
    }

    private Survivor referred(String urgency) {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY");
        survivor.isReferredTo(WILLOW_SAFE_HOUSE, urgency, "IDENTITY");
        return survivor;
    }

    private String readsMail(String person) {
        String address = person + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        product.sql().run("""
                        insert into alongside.notice_choice (worker_id, address) values ('%1$s', '%2$s')
                        on conflict (worker_id) do update set address = '%2$s'
                        """.formatted(worker(person), address));
        return address;
    }

    private void chooses(String person, String way, Integer quietFrom, Integer quietUntil, String language) {
        chooses(person, way, quietFrom, quietUntil, 8, language);
    }

    private void chooses(
            String person, String way, Integer quietFrom, Integer quietUntil, int digest, String language) {
        Map<String, Object> choice = new HashMap<>(Map.of("way", way, "digestHour", digest, "language", language));
        if (quietFrom != null) {
            choice.put("quietFrom", quietFrom);
            choice.put("quietUntil", quietUntil);
        }
        must(204, product.http(person).put("/api/v1/me/notices", choice));
    }

    private void onCall(String person) {
        Instant now = product.now();
        must(
                201,
                product.http("petra")
                        .post(
                                "/api/v1/on-call",
                                Map.of(
                                        "worker",
                                        worker(person),
                                        "from",
                                        now.minusSeconds(60).toString(),
                                        "until",
                                        now.plus(Duration.ofHours(8)).toString())));
    }

    /** The first letter to this address, when it has come. */
    private MimeMessage letter(String address) {
        return await().atMost(SOON)
                .until(() -> post.to(address), letters -> !letters.isEmpty())
                .get(0);
    }

    private void noticed(String person, int times) {
        await().atMost(SOON)
                .until(() -> product.sql()
                                .count("select count(*) from alongside.notice where worker_id = '" + worker(person)
                                        + "'")
                        == times);
    }

    private long settled(String person, String outcome) {
        return product.sql()
                .count("select count(*) from alongside.notice where worker_id = '" + worker(person)
                        + "' and outcome = '" + outcome + "'");
    }

    private void forward(Duration step) {
        must(200, product.http("kim").post("/api/v1/clock", Map.of("forward", step.toString())));
    }

    private static String worker(String person) {
        return "00000000-0000-4000-8000-0000000000" + (person.equals("sana") ? "06" : "07");
    }
}
