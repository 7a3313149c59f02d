package org.alongside.defence;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.code.Settings;
import org.alongside.defence.DefenceEvent.DefenceNeeded;
import org.alongside.defence.DefenceEvent.DefencesEnded;
import org.alongside.defence.DefenceEvent.LawyerFound;
import org.alongside.defence.NewOffence.NewDefence;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.safety.Alarm;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Cases;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What she was made to do, through its doors and past them: her lawyer alone is asked, and nobody who prosecutes ever reads a row. */
class DefenceTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who LAWYER = new Who(12, 6, "LAW");
    private static final List<Who> NOBODY_OF_THESE = List.of(
            new Who(13, 7, "LEL"),
            new Who(24, 11, "PRL"),
            SHIFT,
            COLLEAGUE,
            new Who(7, 3, "SHM"),
            new Who(10, 5, "COU"),
            new Who(14, 8, "NRM"),
            new Who(15, 8, "DPO"),
            new Who(16, 9, "ADM"));

    private final Care care = new Care(TestDatabase.get());
    private final Door<DefenceService> door = new Door<>(care, DefenceTest::doors);
    private CaseId her;

    @BeforeEach
    void she_has_a_lawyer() throws Exception {
        her = care.investigated(false, true);
    }

    @Test
    void who_leads_notes_it_her_lawyer_reads_it_and_says_what_was_done() throws Exception {
        List<Object> told = note(LEAD, new NewOffence("DRUGS", "CHARGED", false));
        DefenceNeeded needed = (DefenceNeeded) told.get(0);
        assertThat(needed.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(read(LAWYER).offences())
                .extracting(DefenceView.Offence::offence, DefenceView.Offence::stage)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DRUGS", "CHARGED"));
        assertThat(read(LEAD).offences()).as("what they noted").hasSize(1);
        assertThat(read(SUPERVISOR).offences())
                .as("that a lawyer is asked, and not for what")
                .isEmpty();
        assertThat(read(SUPERVISOR).defences()).hasSize(1);
        assertThat(note(LAWYER, new NewOffence("THEFT", "CONVICTED", false)))
                .as("one lawyer is asked once")
                .isEmpty();
        assertThat(read(LEAD).offences())
                .as("what her lawyer noted is the lawyer's")
                .hasSize(1);
        door.does(LAWYER, HOUR, doors -> doors.settle(her, needed.id(), new NewDefence("RAISED")));
        assertThat(read(LAWYER).defences().get(0).outcome()).contains("RAISED");
        assertThat(read(LEAD).defences().get(0).outcome()).isEmpty();
        assertThat(read(LEAD).defences().get(0).open()).isFalse();
        assertThat(door.reason(LAWYER, doors -> doors.settle(her, needed.id(), new NewDefence("DROPPED"))))
                .isEqualTo("defence-over");
        assertThat(note(LEAD, new NewOffence("DRUGS", "CHARGED", false)))
                .as("another one begins anew")
                .hasSize(1);
    }

    @Test
    void police_prosecution_and_everybody_else_read_not_a_row_and_write_none() throws Exception {
        note(LEAD, new NewOffence("SOLICITING", "INVESTIGATED", false));
        for (Who who : NOBODY_OF_THESE) {
            for (String table : List.of("coerced_offence", "non_punishment")) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
            assertThat(door.reason(who, doors -> doors.of(her))).isEqualTo("defence-not-open");
            assertThatThrownBy(() -> care.writes(
                            who,
                            HOUR,
                            "select coerced_offence_note(gen_random_uuid(), gen_random_uuid(), '%s', 'THEFT', 'CHARGED', now(), now())"
                                    .formatted(her)))
                    .as(who.toString())
                    .hasMessageContaining("not permitted");
        }
        String defence = care.below("select non_punishment_id from non_punishment where case_id = '%s'".formatted(her));
        assertThat(door.reason(LEAD, doors -> doors.settle(her, NonPunishmentId.of(defence), new NewDefence("RAISED"))))
                .isEqualTo("defence-not-open");
        assertThatThrownBy(() ->
                        care.writes(LEAD, HOUR, "select non_punishment_settle('%s', 'RAISED')".formatted(defence)))
                .hasMessageContaining("not permitted");
        assertThat(rows(SUPERVISOR, "coerced_offence")).isEqualTo("0");
    }

    @Test
    void where_she_is_detained_an_alert_says_that_and_no_more() throws Exception {
        note(LEAD, new NewOffence("ILLEGAL_ENTRY", "INVESTIGATED", true));
        assertThat(care.below(
                        "select type || ' ' || severity || ' ' || (select count(*) from safety_alert_word w where w.alert_id = a.alert_id) from safety_alert a where case_id = '%s'"
                                .formatted(her)))
                .isEqualTo("ARREST_DETENTION CRITICAL 0");
        CaseId another = her = care.investigated(false, true);
        note(LAWYER, new NewOffence("ILLEGAL_ENTRY", "INVESTIGATED", true));
        assertThat(care.below("select count(*) from safety_alert where case_id = '%s'".formatted(another)))
                .isEqualTo("1");
    }

    @Test
    void a_lawyer_who_takes_her_up_is_found_and_the_process_alone_is_told_who() throws Exception {
        her = care.investigated(false, false);
        note(LEAD, new NewOffence("FRAUD", "CHARGED", false));
        String id = care.below("select non_punishment_id from non_punishment where case_id = '%s'".formatted(her));
        assertThat(lawyers(SYSTEM, id)).isEmpty();
        UUID referral = UUID.randomUUID();
        care.below(Cases.acceptedReferral(
                        her.value(), referral, LEAD.organisation(), LEAD.id(), LAWYER.organisation(), LAWYER.id())
                + " returning 1");
        assertThat(accepted(LEAD, referral)).as("not yet hers to know").isEmpty();
        care.below("""
                with a as (insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                           select gen_random_uuid(), '%1$s', '%2$s', t.team_id, '%3$s', now() - interval '1 day', '%3$s' from team t
                            where t.organisation_id = '%2$s' limit 1)
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                values (gen_random_uuid(), '%1$s', '%2$s', 7, 'W', 'REFERRAL', now() - interval '1 day', 'infinity', '%3$s') returning 1
                """.formatted(her, LAWYER.organisation(), LAWYER.id()));
        assertThat(accepted(LAWYER, referral)).containsExactly(new LawyerFound(NonPunishmentId.of(id)));
        assertThat(lawyers(SYSTEM, id)).containsExactly(new OrganisationId(LAWYER.organisation()));
        assertThat(lawyers(LEAD, id)).isEmpty();
    }

    @Test
    void with_the_file_nobody_is_asked_any_more() throws Exception {
        note(LEAD, new NewOffence("VIOLENCE", "CHARGED", false));
        care.below("update case_file set status = 'CLOSED' where case_id = '%s' returning 1".formatted(her));
        List<Object> told = care.as(LEAD, HOUR, on -> {
            on.of(DefencesFollow.class).closed(new CaseClosed(her, false));
            return on.told();
        });
        assertThat(((DefencesEnded) told.get(0)).ids()).hasSize(1);
    }

    private List<Object> note(Who who, NewOffence offence) throws Exception {
        return care.as(who, HOUR, on -> {
            doors(on).note(her, offence, null);
            return on.told();
        });
    }

    private List<Object> accepted(Who who, UUID referral) throws Exception {
        return care.as(who, HOUR, on -> {
            on.of(DefencesFollow.class).accepted(new ReferralAccepted(new ReferralId(referral), care.now, care.now));
            return on.told();
        });
    }

    private List<OrganisationId> lawyers(Who who, String id) throws Exception {
        return care.as(who, HOUR, on -> doors(on).lawyers(NonPunishmentId.of(id)));
    }

    private DefenceView read(Who who) throws Exception {
        return care.as(who, HOUR, on -> doors(on).of(her));
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, DAY, "select count(*) from %s where case_id = '%s'".formatted(table, her));
    }

    private static DefenceService doors(On on) {
        return Alarm.in(on.wired())
                .with(Settings.class, new Settings() {
                    @Override
                    public Duration of(String name) {
                        return DAY.multipliedBy(3);
                    }
                })
                .of(DefenceService.class);
    }
}
