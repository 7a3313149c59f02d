package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A consent that ends while help is under way, a newer one that goes on, and partners whose standing has changed. */
class AgreementThatEndsTest extends ReferralsBySql {
    /** Soon: whoever acts later than other tests look would take what is past then from their time line. */
    private final Instant ended = now.plusSeconds(35);

    @Test
    void what_was_open_closes_by_itself_and_a_newer_consent_opens_what_she_agreed_to_this_time() throws Exception {
        Asked asked = helped();
        assertThat(seen(MENTOR, ended, "case_file", asked.caseId())).isZero();
        renew(asked, "{0}");
        assertThat(seen(MENTOR, ended.plusSeconds(1), "identity", asked.caseId()))
                .isEqualTo(1);
        assertThat(seen(MENTOR, ended.plusSeconds(1), "safety_minimum", asked.caseId()))
                .as("agreed before, and not this time")
                .isZero();
        assertThat(seen(MENTOR, ended.plusSeconds(1), "referral", asked.caseId()))
                .as("to report back")
                .isEqualTo(1);
        assertThat(seen(COUNSELLOR, ended.plusSeconds(1), "case_file", asked.caseId()))
                .isZero();
        assertThat(seen(MENTOR, ended.plus(Duration.ofDays(91)), "case_file", asked.caseId()))
                .isZero();
    }

    @Test
    void renewing_in_time_ends_what_was_open_under_the_consent_before() throws Exception {
        Asked asked = helped();
        Instant before = now.plusSeconds(25);
        assertThat(seen(MENTOR, before, "safety_minimum", asked.caseId())).isEqualTo(1);
        renew(asked, "{0}", before);
        assertThat(seen(MENTOR, before, "safety_minimum", asked.caseId())).isZero();
        assertThat(seen(MENTOR, before, "identity", asked.caseId())).isEqualTo(1);
    }

    @Test
    void nobody_but_the_lead_opens_again_and_never_without_a_live_consent() throws Exception {
        Asked asked = helped();
        assertThatThrownBy(() -> openAgain(LEAD, asked, ended)).hasMessageContaining("consent ended");
        assertThatThrownBy(() -> openAgain(MENTOR, asked, now.plusSeconds(20))).hasMessageContaining("not permitted");
        assertThatThrownBy(() -> change(MENTOR, "agreed_until = agreed_until + interval '9 days'", asked))
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> change(LEAD, "renewal_asked_at = now()", asked))
                .as("the process alone asks")
                .hasMessageContaining("not permitted");
        Asked waiting = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
        assertThatThrownBy(() -> openAgain(LEAD, waiting, now.plusSeconds(20)))
                .as("nobody has accepted")
                .hasMessageContaining("not permitted");
    }

    @Test
    void an_agreement_between_partners_that_ran_out_does_not_stop_help_that_was_asked_for() throws Exception {
        Asked asked = ask(openCase(), MENTORING, MENTOR, "{0}", "NONE");
        whilePartner(MENTOR, "agreement_until = current_date - 1", () -> accept(asked, MENTOR));
        assertThat(seen(MENTOR, now.plusSeconds(20), "identity", asked.caseId()))
                .isEqualTo(1);
    }

    @Test
    void a_partner_that_was_suspended_accepts_nobody() throws Exception {
        Asked asked = ask(openCase(), MENTORING, MENTOR, "{0}", "NONE");
        whilePartner(MENTOR, "suspended_at = '2020-01-01'", () -> assertThatThrownBy(() -> accept(asked, MENTOR))
                .hasMessageContaining("not permitted"));
    }

    private Asked helped() throws SQLException {
        lasts = "30 seconds";
        Asked asked = accepted(MENTORING, MENTOR);
        lasts = "90 days";
        change(MENTOR, "status = 'ACCEPTED', accepted_at = now()", asked);
        return asked;
    }

    private void renew(Asked asked, String categories) throws SQLException {
        renew(asked, categories, ended);
    }

    private void renew(Asked asked, String categories, Instant at) throws SQLException {
        as(LEAD, at, on -> {
            UUID newer = consent(on, LEAD, asked.caseId(), MENTOR, categories);
            run(on, "update referral set consent_id = ? where referral_id = ?", newer, asked.referral());
            run(on, "select open_again(?)", asked.referral());
        });
    }

    private void openAgain(Worker worker, Asked asked, Instant at) throws SQLException {
        as(worker, at, on -> run(on, "select open_again(?)", asked.referral()));
    }

    private void whilePartner(Worker of, String change, ThrowingRunnable act) throws Exception {
        partner(of, change);
        try {
            act.run();
        } finally {
            partner(of, "suspended_at = null, agreement_until = '2031-12-31'");
        }
    }

    private void partner(Worker of, String change) throws SQLException {
        try (Connection inside = database.inside().getConnection()) {
            run(inside, "update organisation set " + change + " where organisation_id = ?", of.organisation());
        }
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }
}
