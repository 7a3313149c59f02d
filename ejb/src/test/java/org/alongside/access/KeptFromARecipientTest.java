package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What she keeps from one organisation, by SQL as the application: nothing goes round it, and nobody but the lead writes it. */
class KeptFromARecipientTest extends ReferralsBySql {
    private final Instant later = now.plusSeconds(20);

    @Test
    void a_kind_of_information_closes_at_once_and_its_minimum_stays_where_only_the_rest_is_kept_back()
            throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        assertThat(seen(MENTOR, later, "identity", asked.caseId())).isEqualTo(1);
        UUID name = keepBack(asked.caseId(), MENTOR, Category.IDENTITY, "BEYOND_MINIMUM");
        UUID safety = keepBack(asked.caseId(), MENTOR, Category.SAFETY_RISK, "WHOLE");
        assertThat(seen(MENTOR, later, "identity", asked.caseId())).isZero();
        assertThat(seen(MENTOR, later, "identity_minimum", asked.caseId())).isEqualTo(1);
        assertThat(seen(MENTOR, later, "safety_minimum", asked.caseId())).isZero();
        assertThat(seen(LEAD, later, "identity", asked.caseId()))
                .as("the lead's own reading does not rest on that word")
                .isEqualTo(1);
        lift(name);
        lift(safety);
        assertThat(seen(MENTOR, later, "identity", asked.caseId())).isEqualTo(1);
        assertThat(seen(MENTOR, later, "safety_minimum", asked.caseId())).isEqualTo(1);
    }

    @Test
    void it_holds_for_a_later_referral_under_another_consent_and_for_no_other_organisation() throws Exception {
        UUID caseId = openCase();
        keepBack(caseId, MENTOR, Category.SAFETY_RISK, "WHOLE");
        accept(ask(caseId, MENTORING, MENTOR, "{0,9}", "NONE"), MENTOR);
        accept(ask(caseId, COUNSELLING, COUNSELLOR, "{0,9}", "NONE"), COUNSELLOR);
        assertThat(seen(MENTOR, later, "identity_minimum", caseId)).isEqualTo(1);
        assertThat(seen(MENTOR, later, "safety_minimum", caseId)).isZero();
        assertThat(seen(COUNSELLOR, later, "safety_minimum", caseId)).isEqualTo(1);
    }

    @Test
    void nobody_but_the_lead_reads_writes_or_lifts_it_and_a_lifted_one_stays_lifted() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        UUID said = keepBack(asked.caseId(), MENTOR, Category.SAFETY_RISK, "WHOLE");
        assertThat(seen(MENTOR, later, "exclusion", asked.caseId())).isZero();
        assertThat(seen(COUNSELLOR, later, "exclusion", asked.caseId())).isZero();
        assertThatThrownBy(() -> as(
                        MENTOR,
                        later,
                        on -> insert(on, asked.caseId(), MENTOR, COUNSELLOR, Category.IDENTITY, "WHOLE")))
                .hasMessageContaining("row-level security");
        as(MENTOR, later, on -> run(on, "update exclusion set lifted_at = now(), lifted_by = ?", MENTOR.id()));
        assertThat(seen(MENTOR, later, "safety_minimum", asked.caseId()))
                .as("what is not seen is not changed")
                .isZero();
        assertThatThrownBy(() -> as(
                        LEAD,
                        later,
                        on -> run(
                                on,
                                "update exclusion set lifted_at = caller_now(), lifted_by = ? where exclusion_id = ?",
                                LEADS_SUPERVISOR.id(),
                                said)))
                .as("in one's own name alone")
                .hasMessageContaining("row-level security");
        lift(said);
        as(
                LEAD,
                later,
                on -> run(on, "update exclusion set lifted_at = null, lifted_by = null where exclusion_id = ?", said));
        assertThat(seen(MENTOR, later, "safety_minimum", asked.caseId())).isEqualTo(1);
    }

    @Test
    void a_recipient_learns_what_is_kept_from_itself_alone() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        keepBack(asked.caseId(), COUNSELLOR, Category.IDENTITY, "WHOLE");
        keepBack(asked.caseId(), MENTOR, Category.SAFETY_RISK, "WHOLE");
        as(MENTOR, later, on -> {
            var rows = on.createStatement()
                    .executeQuery(
                            "select string_agg(category || part, ',') from kept_from_caller('" + asked.caseId() + "')");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("9WHOLE");
        });
    }

    private UUID keepBack(UUID caseId, Worker from, Category category, String part) throws SQLException {
        UUID[] id = new UUID[1];
        as(LEAD, now.plusSeconds(5), on -> id[0] = insert(on, caseId, LEAD, from, category, part));
        return id[0];
    }

    private static UUID insert(Connection on, UUID caseId, Worker by, Worker from, Category category, String part)
            throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                on,
                "insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)"
                        + " values (?, ?, ?, ?, ?, caller_now(), ?)",
                id,
                caseId,
                from.organisation(),
                (int) category.number(),
                part,
                by.id());
        return id;
    }

    private void lift(UUID exclusion) throws SQLException {
        as(
                LEAD,
                later,
                on -> run(
                        on,
                        "update exclusion set lifted_at = caller_now(), lifted_by = ? where exclusion_id = ?",
                        LEAD.id(),
                        exclusion));
    }
}
