package org.alongside.housing;

import static org.alongside.housing.Shelter.LEAD;
import static org.alongside.housing.Shelter.MANAGER;
import static org.alongside.housing.Shelter.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Her agreement of ninety days runs out by itself while she lives in a house (ACCESS 1), in a real database as the application. */
class SafeWhileSheLivesThereTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RAN_OUT = DAY.multipliedBy(91);

    private final Shelter shelter = new Shelter(TestDatabase.get());

    @AfterEach
    void close() throws SQLException {
        shelter.close();
    }

    @Test
    void the_house_keeps_its_own_placement_and_the_least_for_her_safety_and_nothing_else() throws Exception {
        CaseId her = agreed();
        PlacementId placement = livesThere(her);
        assertThat(least(her, DAY)).isEqualTo("1");
        assertThat(named(her, DAY)).isEqualTo("1");
        assertThat(least(her, RAN_OUT)).isEqualTo("1");
        assertThat(named(her, RAN_OUT)).as("her name was hers to share").isEqualTo("0");
        assertThat(shelter.sees(
                        SHIFT,
                        RAN_OUT,
                        "select string_agg(distinct basis, ',') from what_opens('" + her + "') where kind = 'GRANT'"))
                .as("and it says on what it rests")
                .isEqualTo("LEGAL_DUTY");
        shelter.does(SHIFT, RAN_OUT, doors -> doors.stays()
                .goAway(placement, new StayService.NewTimeAway(shelter.now.plus(RAN_OUT.plus(DAY)), List.of())));
        shelter.does(SHIFT, RAN_OUT, doors -> doors.stays().comeBack(placement));
        shelter.does(MANAGER, RAN_OUT, doors -> doors.stays()
                .end(placement, new NewPlacement.NewEnd("MOVED_INDEPENDENT", "INDEPENDENT_RENTAL", null)));
        assertThat(shelter.below(
                        "select count(*) from bed_use where left_at is null and placement_id = '" + placement + "'"))
                .as("and her bed is free")
                .isEqualTo("0");
        assertThat(least(her, RAN_OUT.plusSeconds(1)))
                .as("with her stay it ends")
                .isEqualTo("0");
        assertThat(header(her, RAN_OUT.plusSeconds(1))).isEqualTo("0");
    }

    @Test
    void where_she_does_not_live_nothing_stays() throws Exception {
        CaseId her = agreed();
        shelter.asked(her);
        assertThat(header(her, DAY)).isEqualTo("1");
        assertThat(header(her, RAN_OUT)).isEqualTo("0");
    }

    @Test
    void what_she_takes_back_closes_at_once_whether_she_lives_there_or_not() throws Exception {
        CaseId her = agreed();
        livesThere(her);
        shelter.does(LEAD, DAY, doors -> doors.sql()
                .createStatement()
                .execute("select grants_end_for_consent(consent_id) from referral where case_id = '" + her + "'"));
        assertThat(header(her, DAY.plusSeconds(1))).isEqualTo("0");
        assertThat(header(her, RAN_OUT)).isEqualTo("0");
    }

    @Test
    void what_she_keeps_from_the_house_is_kept_from_the_duty_too() throws Exception {
        CaseId her = agreed();
        livesThere(her);
        shelter.arrange("""
                insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)
                values ('%s', '%s', '%s', 9, 'WHOLE', now(), '%s')
                """.formatted(UUID.randomUUID(), her, SHIFT.organisation(), LEAD.id()));
        assertThat(least(her, RAN_OUT)).isEqualTo("0");
        assertThat(header(her, RAN_OUT)).as("her bed is still theirs to keep").isEqualTo("1");
    }

    @Test
    void what_she_never_agreed_to_does_not_open_when_the_rest_runs_out() throws Exception {
        CaseId her = agreed();
        shelter.arrange(
                "delete from access_grant where category = 9 and case_id = '" + her + "' and basis = 'REFERRAL'");
        livesThere(her);
        assertThat(least(her, RAN_OUT)).isEqualTo("0");
    }

    @Test
    void a_newer_agreement_goes_on_and_the_duty_waits_behind_it() throws Exception {
        CaseId her = agreed();
        livesThere(her);
        shelter.does(LEAD, DAY, doors -> doors.sql().createStatement().execute("""
                with newer as (
                       insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                            given_at, expires_at, recorded_at, recorded_by)
                       select gen_random_uuid(), case_id, recipient_organisation_id, purpose, '{0,9}', giver, medium, language, interpreter, caller_now(),
                              caller_now() + interval '120 days', caller_now(), caller_worker()
                         from consent where case_id = '%1$s' returning consent_id)
                update referral set consent_id = newer.consent_id, categories = '{0,9}' from newer where case_id = '%1$s'
                """.formatted(her)));
        shelter.does(LEAD, DAY, doors -> doors.sql()
                .createStatement()
                .execute("select open_again(referral_id), open_own_domain(referral_id) from referral where case_id = '"
                        + her + "'"));
        assertThat(named(her, RAN_OUT)).isEqualTo("1");
        Duration again = DAY.multipliedBy(122);
        assertThat(named(her, again)).isEqualTo("0");
        assertThat(least(her, again)).isEqualTo("1");
        assertThat(shelter.below(
                        "select count(*) from access_grant where basis = 'LEGAL_DUTY' and ended_at is null and case_id = '"
                                + her + "'"))
                .isEqualTo("2");
    }

    /** She agreed to share who she is and what threatens her, for ninety days. */
    private CaseId agreed() throws Exception {
        CaseId her = shelter.woman();
        shelter.arrange(
                "insert into safety_minimum (case_id, risk_level, in_danger) values ('" + her + "', 'HIGH', false)");
        shelter.arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by, referral_id)
                select gen_random_uuid(), case_id, organisation_id, 9, 'M', basis, valid_from, valid_until, given_by, referral_id
                  from access_grant where case_id = '%s' and category = 0 and basis = 'REFERRAL'
                """.formatted(her));
        shelter.arrange("""
                update access_grant g set consent_id = r.consent_id from referral r
                 where r.referral_id = g.referral_id and g.case_id = '%s'
                """.formatted(her));
        return her;
    }

    private PlacementId livesThere(CaseId her) throws Exception {
        return shelter.livesIn(
                her, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
    }

    private String least(CaseId her, Duration later) throws Exception {
        return shelter.sees(SHIFT, later, "select count(*) from safety_minimum where case_id = '" + her + "'");
    }

    private String named(CaseId her, Duration later) throws Exception {
        return shelter.sees(SHIFT, later, "select count(*) from identity_minimum where case_id = '" + her + "'");
    }

    private String header(CaseId her, Duration later) throws Exception {
        return shelter.sees(SHIFT, later, "select count(*) from case_file where case_id = '" + her + "'");
    }
}
