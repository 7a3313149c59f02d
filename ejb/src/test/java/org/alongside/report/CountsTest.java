package org.alongside.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** The counts are what a recount finds, whatever happened at once and however it ended; and who reads which of them. */
class CountsTest {
    private static final String AMINA = "caller_open('00000000-0000-4000-8000-000000000014',"
            + " '00000000-0000-4000-9000-000000000008', '{NRM}', now())";
    private static final String PETRA = "caller_open('00000000-0000-4000-8000-000000000007',"
            + " '00000000-0000-4000-9000-000000000003', '{SHM}', now())";
    private static final String ILSE = "caller_open('00000000-0000-4000-8000-000000000003',"
            + " '00000000-0000-4000-9000-000000000001', '{SUP}', now())";
    private static final String KIM = "caller_open('00000000-0000-4000-8000-000000000016',"
            + " '00000000-0000-4000-9000-000000000009', '{ADM}', now())";
    private static final String SENT =
            "insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id,"
                    + " service_id, service_type, urgency, age_band, sex, child, language, interpreter, region, categories, submitted_at,"
                    + " sent_at, respond_by, expires_at, agreed_until, status)"
                    + " select ?, (array['00000000-0000-4000-9000-000000000001', '00000000-0000-4000-9000-000000000002']::uuid[])[?],"
                    + " organisation_id, service_id, service_type, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', '{0}', m, m,"
                    + " m + interval '3 hours', m + interval '1 day', m + interval '90 days', 'SENT' from service, (select now() - make_interval(mins => ?) m) t"
                    + " where service_id = ?";

    private static final List<String> ACTS = List.of(
            "received_at = sent_at, status = 'RECEIVED'",
            "accepted_at = sent_at + interval '40 minutes', contact_by = sent_at + interval '1 day', status = 'ACCEPTED'",
            "accepted_at = sent_at + interval '9 hours', contact_by = sent_at + interval '1 day', status = 'ACCEPTED'",
            "declined_at = sent_at + interval '4 hours', decline_reason = 'NO_CAPACITY', status = 'DECLINED'",
            "declined_at = sent_at + interval '1 hour', decline_reason = 'OUT_OF_AREA', status = 'DECLINED'",
            "waitlisted_at = sent_at + interval '2 hours', waitlist_review_at = now(), status = 'WAITLISTED'",
            "expired_at = now(), status = 'EXPIRED'",
            "revoked_at = now(), status = 'REVOKED'",
            "first_contact_at = sent_at + interval '30 hours', status = 'IN_SERVICE'",
            "completed_at = now(), status = 'COMPLETED'",
            "error_at = now(), status = 'ENTERED_IN_ERROR'",
            "reminded_at = now()");

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void after_a_storm_of_acts_and_of_acts_undone_the_counts_are_what_a_recount_finds() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            int seed = person;
            all.add(people.submit(() -> storm(new Random(seed))));
        }
        assertThat(foldWhile(() -> !all.stream().allMatch(Future::isDone)))
                .as("folded while they wrote")
                .isPositive();
        for (Future<Integer> one : all) {
            one.get();
        }
        people.shutdown();
        try (Connection below = DATABASE.inside().getConnection()) {
            assertThat(number(below, "select count(*) from referral_count_differences()"))
                    .isZero();
            assertThat(number(below, "select count(*) from caseload_differences()"))
                    .isZero();
            assertThat(texts(below, """
                            select service_type || ' ' || key || ' ' || sum(n) from referral_counted
                             where side = 'ALL' and measure = 'STATE' and grain = 'D' group by service_type, key having sum(n) <> 0 order by 1
                            """)).isNotEmpty().isEqualTo(texts(below, """
                            select service_type || ' ' || status || ' ' || count(*) from referral_card
                             where sent_at is not null and error_at is null group by service_type, status order by 1
                            """));
            assertThat(number(below, """
                            select sum(n) from referral_counted where side = 'RECEIVED' and measure = 'ACCEPTED' and grain = 'Y'
                               and house = '00000000-0000-4000-9000-000000000003' and key = '30-45'
                            """)).isEqualTo(number(below, """
                            select count(*) from referral_card where recipient_organisation_id = '00000000-0000-4000-9000-000000000003'
                               and error_at is null and accepted_at >= sent_at + interval '30 minutes'
                               and accepted_at < sent_at + interval '45 minutes'
                            """));
            number(below, "select counts_fold()");
            assertThat(number(below, "select count(*) from referral_count_change"))
                    .isZero();
            assertThat(number(below, "select count(*) from referral_count_differences()"))
                    .as("folding moves, it does not change")
                    .isZero();
        }
    }

    @Test
    void an_administrator_is_told_which_total_is_wrong_and_sets_it_right() throws Exception {
        try (Connection below = DATABASE.inside().getConnection()) {
            sent(below, UUID.randomUUID(), 1, 10, 1);
            number(below, "select counts_fold()");
            below.createStatement()
                    .execute(
                            "update referral_count set n = n + 7 where side = 'SENT' and measure = 'STATE' and key = 'SENT'"
                                    + " and grain = 'Y' and house = '00000000-0000-4000-9000-000000000001'"
                                    + " and partner = '00000000-0000-4000-9000-000000000003'");
        }
        assertThat(read(
                        KIM,
                        "select what || ' ' || organisation_id || ' ' || service_type || ' ' || key || ' '"
                                + " || (counted - recounted) from counts_verify()"))
                .containsExactly("SENT STATE 00000000-0000-4000-9000-000000000001 SHELTER SENT 7");
        assertThatThrownBy(() -> read(AMINA, "select counts_rebuild()::text")).hasMessageContaining("not permitted");
        assertThat(read(KIM, "select counts_rebuild()::text")).containsExactly("1");
        assertThat(read(KIM, "select what from counts_verify()")).isEmpty();
    }

    @Test
    void a_coordinator_reads_all_counts_a_supervisor_those_of_her_organisation_and_others_none() throws Exception {
        try (Connection below = DATABASE.inside().getConnection()) {
            for (int service = 1; service <= 6; service++) {
                sent(below, UUID.randomUUID(), 2, 10, service);
            }
        }
        for (boolean folded : new boolean[] {false, true}) {
            if (folded) {
                read(KIM, "select counts_fold()::text");
            }
            String houses = "select distinct house::text from referral_counted order by 1";
            assertThat(read(AMINA, houses)).hasSizeGreaterThan(4).contains("00000000-0000-0000-0000-000000000000");
            assertThat(read(PETRA, "select distinct house::text from referral_count"))
                    .allMatch("00000000-0000-4000-9000-000000000003"::equals);
            assertThat(read(
                            PETRA,
                            "select 1::text from referral_count_change where '00000000-0000-4000-9000-000000000003'"
                                    + " not in (sender::text, recipient::text)"))
                    .isEmpty();
            for (String other : List.of(PETRA.replace("SHM", "SHS"), KIM, AMINA.replace("NRM", "DPO"))) {
                assertThat(read(other, houses)).as(other).isEmpty();
            }
            assertThat(read(KIM.replace("ADM", "NRM"), houses))
                    .as("a coordinator of no competent authority")
                    .isEmpty();
        }
        assertThat(read(PETRA, "select service_type from waiting_now('00000000-0000-4000-9000-000000000003')"))
                .contains("SHELTER");
        for (String refused : List.of("null", "'00000000-0000-4000-9000-000000000002'")) {
            assertThatThrownBy(() -> read(PETRA, "select service_type from waiting_now(%s)".formatted(refused)))
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> read(
                        PETRA.replace("SHM", "SHS"),
                        "select service_type from waiting_now('00000000-0000-4000-9000-000000000003')"))
                .hasMessageContaining("not permitted");
    }

    @Test
    void open_cases_are_counted_for_those_who_lead_and_no_worker_is_told() throws Exception {
        UUID open = UUID.randomUUID();
        try (Connection below = DATABASE.inside().getConnection()) {
            long before = caseload(AMINA);
            for (UUID id : List.of(open, UUID.randomUUID())) {
                below.createStatement()
                        .execute(
                                "insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id,"
                                        + " intake_source, opened_at, opened_by, next_due) values ('" + id + "', '" + id
                                        + "', 'ACTIVE', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-a000-000000000001',"
                                        + " '00000000-0000-4000-8000-000000000002', 'NGO', now(), '00000000-0000-4000-8000-000000000002', current_date)");
            }
            assertThat(caseload(AMINA)).isEqualTo(before + 2);
            below.createStatement().execute("update case_file set status = 'CLOSED' where case_id = '" + open + "'");
            assertThat(caseload(AMINA)).isEqualTo(before + 1);
            number(below, "select counts_fold()");
            assertThat(caseload(ILSE)).isEqualTo(before + 1);
            assertThat(number(below, "select count(*) from caseload_differences()"))
                    .isZero();
        }
        assertThat(read(PETRA, "select organisation_id::text from caseloads()"))
                .allMatch("00000000-0000-4000-9000-000000000003"::equals);
        assertThatThrownBy(() -> read(AMINA, "select worker_id::text from caseload"))
                .hasMessageContaining("permission denied");
    }

    private long caseload(String caller) throws SQLException {
        List<String> found = read(
                caller,
                "select open_cases::text from caseloads() where organisation_id = '00000000-0000-4000-9000-000000000001'");
        return found.isEmpty() ? 0 : Long.parseLong(found.get(0));
    }

    private int storm(Random random) throws SQLException {
        List<UUID> cards = new ArrayList<>();
        try (Connection below = DATABASE.inside().getConnection()) {
            below.setAutoCommit(false);
            for (int act = 0; act < 150; act++) {
                UUID id = UUID.randomUUID();
                sent(below, id, 1 + random.nextInt(2), random.nextInt(200_000), 1 + random.nextInt(9));
                if (random.nextInt(4) == 0) {
                    below.rollback();
                    continue;
                }
                cards.add(id);
                for (int step = random.nextInt(3); step >= 0; step--) {
                    below.commit();
                    try (PreparedStatement change = below.prepareStatement("update referral_card set "
                            + ACTS.get(random.nextInt(ACTS.size())) + " where referral_id = ?")) {
                        change.setObject(1, cards.get(random.nextInt(cards.size())));
                        change.executeUpdate();
                    }
                    if (random.nextInt(5) == 0) {
                        below.rollback();
                    }
                }
                below.commit();
            }
        }
        return cards.size();
    }

    /** Folds for as long as others write; answers how many changes were folded meanwhile. */
    private long foldWhile(BooleanSupplier others) throws SQLException {
        long folded = 0;
        try (Connection application = DATABASE.application().getConnection()) {
            while (others.getAsBoolean()) {
                folded += number(application, "select counts_fold()");
            }
        }
        return folded;
    }

    private static void sent(Connection below, UUID id, int sender, int minutesAgo, int service) throws SQLException {
        try (PreparedStatement insert = below.prepareStatement(SENT)) {
            insert.setObject(1, id);
            insert.setInt(2, sender);
            insert.setInt(3, minutesAgo);
            insert.setObject(4, UUID.fromString("00000000-0000-4000-b000-0000000000%02d".formatted(service)));
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private List<String> read(String caller, String sql) throws SQLException {
        try (Connection application = DATABASE.application().getConnection()) {
            application.setAutoCommit(false);
            application.createStatement().execute("select " + caller);
            List<String> read = texts(application, sql);
            application.commit();
            return read;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
