package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the database itself makes impossible when people hurry: asking twice, and being one's own second person. */
class ReferralOnceTest extends ReferralsBySql {
    private static final int AT_ONCE = 16;

    @Test
    void of_sixteen_who_ask_the_same_service_at_once_one_is_heard_and_the_others_are_told() throws Exception {
        UUID caseId = openCase();
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Callable<String> person = () -> {
            together.await();
            try {
                ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE");
                return "heard";
            } catch (SQLException refused) {
                return refused.getSQLState();
            }
        };
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> answers = people
                    .invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> person).toList())
                    .stream()
                    .map(ReferralOnceTest::answer)
                    .toList();
            assertThat(answers).containsOnlyOnce("heard");
            assertThat(answers.stream().filter("AL003"::equals)).hasSize(AT_ONCE - 1);
        } finally {
            people.shutdownNow();
        }
        assertThat(seen(LEAD, now.plusSeconds(2), "referral", caseId)).isEqualTo(1);
    }

    @Test
    void what_has_ended_may_be_asked_again_and_no_other_request_becomes_the_same() throws Exception {
        UUID caseId = openCase();
        Asked first = ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE");
        assertThatThrownBy(() -> ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE"))
                .hasMessageContaining("asked already");
        Asked other = ask(caseId, COUNSELLING_FOR_CHILDREN, COUNSELLOR, "{0}", "NONE");
        assertThatThrownBy(() -> change(LEAD, "service_id = '" + demo("b000", COUNSELLING) + "'", other))
                .hasMessageContaining("asked already");
        change(LEAD, "status = 'REVOKED', revoked_at = now()", first);
        ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE");
    }

    @Test
    void whoever_ever_asked_cannot_agree_and_nobody_takes_an_asker_away() throws Exception {
        Asked asked = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "BEFORE");
        assertThatThrownBy(() -> agree(LEAD, asked)).hasMessageContaining("check constraint");
        assertThatThrownBy(() -> as(
                        LEADS_SUPERVISOR,
                        now.plusSeconds(5),
                        on -> run(
                                on,
                                "update referral set askers = array[?] where referral_id = ?",
                                LEADS_SUPERVISOR.id(),
                                asked.referral())))
                .hasMessageContaining("not permitted");
        agree(LEADS_SUPERVISOR, asked);
    }

    private void agree(Worker worker, Asked asked) throws SQLException {
        as(
                worker,
                now.plusSeconds(5),
                on -> run(
                        on,
                        "update referral set approved_at = now(), approved_by = ? where referral_id = ?",
                        worker.id(),
                        asked.referral()));
    }

    private static String answer(Future<String> told) {
        try {
            return told.get();
        } catch (Exception failed) {
            return failed.toString();
        }
    }
}
