package org.alongside.healthcare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.healthcare.HealthView.Appointment;
import org.alongside.healthcare.HealthView.DailyHealth;
import org.alongside.healthcare.HealthView.ForensicAgreement;
import org.alongside.healthcare.HealthView.HealthFinding;
import org.alongside.healthcare.HealthView.UrgentCare;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.UrgentCareId;

/** The collection of what is kept of her health; the database shows each reader what is theirs. */
@ApplicationScoped
class HealthRecords {
    private static final String BROKEN_RULE = "23514";
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    List<HealthFinding> findings(CaseId caseId) {
        return Sql.of(em, """
                        select n.need_id, n.need, n.words, n.found_on, n.ended_at, w.name
                          from health_need n join worker w on w.worker_id = n.recorded_by
                         where n.case_id = :case order by n.ended_at is not null, n.found_on desc, n.recorded_at desc, n.need_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new HealthFinding(
                        row.uuid(0), row.text(1), row.text(2), row.date(3), row.when(4), row.text(5)));
    }

    /** The agreement to a forensic examination that the caller's own house was given and that was not taken back. */
    Optional<ForensicAgreement> agreement(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select agreement_id, giver, agreed_at from forensic_agreement
                         where case_id = :case and organisation_id = :house and withdrawn_at is null
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .first(row -> new ForensicAgreement(row.uuid(0), row.text(1), row.instant(2)));
    }

    List<Appointment> appointments(CaseId caseId) {
        return Sql.of(em, """
                        select a.appointment_id, a.appointment_at, a.place, a.carer, a.carer_promised, a.escort, a.interpreter, a.state, n.need
                          from health_appointment a left join health_appointment_need n using (appointment_id)
                         where a.case_id = :case
                         order by a.state <> 'PLANNED', case when a.state = 'PLANNED' then a.appointment_at end, a.appointment_at desc,
                                  a.appointment_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Appointment(
                        row.uuid(0),
                        row.instant(1),
                        row.text(2),
                        row.text(3),
                        row.yes(4),
                        row.yes(5),
                        row.text(6),
                        row.text(7),
                        Optional.ofNullable(row.text(8))));
    }

    /** What still holds. */
    List<DailyHealth> daily(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select daily_id, kind, what, words,
                               (select string_agg(to_char(t, 'HH24:MI'), ',' order by t) from unnest(times) t), organisation_id = :house
                          from health_daily where case_id = :case and ended_at is null order by kind, recorded_at, daily_id
                        """)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .rows(row ->
                        new DailyHealth(row.uuid(0), row.text(1), row.text(2), row.text(3), row.codes(4), row.yes(5)));
    }

    List<UrgentCare> urgent(CaseId caseId) {
        return Sql.of(em, """
                        select u.urgent_id, u.care_by, u.ended_at, r.kind, r.outcome
                          from urgent_care u left join urgent_care_reason r using (urgent_id)
                         where u.case_id = :case order by u.ended_at is not null, u.care_by, u.urgent_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new UrgentCare(
                        row.uuid(0),
                        row.instant(1),
                        row.when(2),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.text(4))));
    }

    void add(UUID id, CaseId caseId, NewHealthFinding found, Caller caller) {
        Sql.of(em, """
                        insert into health_need (need_id, case_id, organisation_id, need, words, found_on, recorded_at, recorded_by)
                        values (:id, :case, :house, :need, :words, :on, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("need", found.need())
                .with("words", stripped(found.words()))
                .with("on", found.foundOn())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void add(UUID id, CaseId caseId, NewAppointment planned, Caller caller) {
        Sql.of(em, """
                        insert into health_appointment (appointment_id, case_id, organisation_id, appointment_at, place, carer, carer_promised,
                                                        escort, interpreter, state_at, state_by, recorded_at, recorded_by)
                        values (:id, :case, :house, :at, :place, :carer, :promised, :escort, :interpreter, :now, :worker, :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("at", planned.appointmentAt())
                .with("place", planned.place())
                .with("carer", planned.carer())
                .with("promised", planned.carerPromised())
                .with("escort", planned.escort())
                .with("interpreter", planned.interpreter())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        if (planned.need() != null) {
            purpose(id, caseId, planned.need(), caller);
        }
    }

    private void purpose(UUID id, CaseId caseId, String need, Caller caller) {
        try {
            Sql.of(em, """
                            insert into health_appointment_need (appointment_id, case_id, organisation_id, need) values (:id, :case, :house, :need)
                            """)
                    .with("id", id)
                    .with("case", caseId.value())
                    .with("house", caller.organisation().value())
                    .with("need", need)
                    .change();
        } catch (Failed failed) {
            // it was taken back in this very moment
            if (BROKEN_RULE.equals(failed.state())) {
                throw Refusal.wrongState("forensic-not-agreed");
            }
            throw failed;
        }
    }

    /** An appointment about to be changed; held until the end of the transaction. */
    record Held(Instant appointmentAt, String state) {}

    Held hold(CaseId caseId, UUID appointment) {
        return Sql.of(em, """
                        select appointment_at, state from health_appointment
                         where appointment_id = :id and case_id = :case for no key update
                        """)
                .with("id", appointment)
                .with("case", caseId.value())
                .first(row -> new Held(row.instant(0), row.text(1)))
                .orElseThrow(Refusal::notThere);
    }

    void turn(UUID appointment, AppointmentTurn turn, Instant at, Caller caller) {
        Sql.of(em, """
                        update health_appointment set state = :state, appointment_at = :at, carer_promised = :promised, state_at = :now,
                               state_by = :worker, version = version + 1 where appointment_id = :id
                        """)
                .with("state", turn.state())
                .with("at", at)
                .with("promised", turn.carerPromised())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", appointment)
                .change();
    }

    void add(UUID id, CaseId caseId, NewDailyHealth known, Caller caller) {
        Sql.of(em, """
                        insert into health_daily (daily_id, case_id, organisation_id, kind, what, words, times, recorded_at, recorded_by)
                        values (:id, :case, :house, :kind, :what, :words, cast(cast(:times as text[]) as time[]), :now, :worker)
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("kind", known.kind())
                .with("what", known.what())
                .with("words", stripped(known.words()))
                .with("times", known.times() == null ? List.of() : known.times())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Ends something of a table whose rows the caller may end; refuses where it is not there or has ended. */
    void end(CaseId caseId, UUID id, Entry entry, Caller caller) {
        int ended = Sql.of(em, entry.ending)
                .with("id", id)
                .with("case", caseId.value())
                .with("house", caller.organisation().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        if (ended == 0) {
            throw Refusal.wrongState("ended-already");
        }
    }

    /** What is ended by who wrote it. */
    enum Entry {
        FINDING("""
                update health_need set ended_at = :now, ended_by = :worker
                 where need_id = :id and case_id = :case and organisation_id = :house and ended_at is null
                """),
        DAILY("""
                update health_daily set ended_at = :now, ended_by = :worker
                 where daily_id = :id and case_id = :case and organisation_id = :house and ended_at is null
                """),
        AGREEMENT("""
                update forensic_agreement set withdrawn_at = :now, withdrawn_by = :worker
                 where agreement_id = :id and case_id = :case and organisation_id = :house and withdrawn_at is null
                """);

        private final String ending;

        Entry(String ending) {
            this.ending = ending;
        }
    }

    void agree(UUID id, CaseId caseId, NewForensicAgreement agreed, Caller caller) {
        try {
            Sql.of(em, """
                            insert into forensic_agreement (agreement_id, case_id, organisation_id, giver, language, interpreter, agreed_at, recorded_by)
                            values (:id, :case, :house, :giver, :language, :interpreter, :now, :worker)
                            """)
                    .with("id", id)
                    .with("case", caseId.value())
                    .with("house", caller.organisation().value())
                    .with("giver", agreed.giver())
                    .with("language", agreed.language())
                    .with("interpreter", agreed.interpreter())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("forensic-agreed-already");
            }
            if (BROKEN_RULE.equals(failed.state())) {
                throw Refusal.wrongState("child-not-alone");
            }
            throw failed;
        }
    }

    /** Who leads and so is asked, as far as the caller may begin it. */
    OrganisationId asked(CaseId caseId) {
        return Sql.of(em, "select care_asked_of(:case)")
                .with("case", caseId.value())
                .first(row -> row.uuid(0))
                .map(OrganisationId::new)
                .orElseThrow(() -> Refusal.wrongState("closed-meanwhile"));
    }

    void begin(UrgentCareId id, CaseId caseId, String kind, Instant exposed, Instant careBy, Instant supervisorAt) {
        try {
            Sql.of(em, "select cast(urgent_care_begin(:id, :case, :kind, :exposed, :care, :supervisor) as text)")
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("kind", kind)
                    .with("exposed", exposed)
                    .with("care", careBy)
                    .with("supervisor", supervisorAt)
                    .run();
        } catch (Failed failed) {
            if (THERE_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("exposure-recorded-already");
            }
            throw failed;
        }
    }

    /** Whether it is that case's, as far as the caller may know. */
    boolean isOf(CaseId caseId, UrgentCareId id) {
        return Sql.of(em, "select true from urgent_care where urgent_id = :id and case_id = :case")
                .with("id", id.value())
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Answers whether it was open until then. */
    boolean settle(UrgentCareId id, NewCareEnd end) {
        return Sql.of(em, "select urgent_care_settle(:id, :outcome, :words)")
                .with("id", id.value())
                .with("outcome", end.outcome())
                .with("words", stripped(end.words()))
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Ends those of a file that is closed; answers which. */
    List<UrgentCareId> end(CaseId caseId) {
        return Sql.of(em, "select urgent_care_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new UrgentCareId(row.uuid(0)));
    }

    private static String stripped(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
