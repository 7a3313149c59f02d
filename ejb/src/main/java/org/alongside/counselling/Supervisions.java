package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.counselling.CaseloadView.Carried;
import org.alongside.counselling.CaseloadView.Warning;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.SupervisionId;
import org.alongside.shared.WarningId;
import org.alongside.shared.WorkerId;

/** Who supervises whom, that they met, and how much each counsellor carries: numbers and days, nobody's file. */
@ApplicationScoped
class Supervisions {
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    /** A supervision that the caller may know of. */
    record Known(UUID counsellor, UUID supervisor, UUID namedBy, boolean ended) {
        boolean between(Caller caller) {
            UUID worker = caller.worker().value();
            return worker.equals(counsellor) || worker.equals(supervisor);
        }
    }

    Optional<Known> known(SupervisionId id) {
        return Sql.of(em, """
                        select counsellor_id, supervisor_id, named_by, ended_at is not null from clinical_supervision where supervision_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Known(row.uuid(0), row.uuid(1), row.uuid(2), row.yes(3)));
    }

    boolean supervises(Caller caller, UUID counsellor) {
        return Sql.of(em, """
                        select exists (select from clinical_supervision
                                        where counsellor_id = :counsellor and supervisor_id = :worker and ended_at is null)
                        """)
                .with("counsellor", counsellor)
                .with("worker", caller.worker().value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    boolean counselsHere(WorkerId worker, Caller caller) {
        return Sql.of(em, "select counsels_here(:worker, :house)")
                .with("worker", worker.value())
                .with("house", caller.organisation().value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The one who supervises a counsellor now ends, if there is one. */
    Optional<SupervisionId> endOf(WorkerId counsellor, Caller caller) {
        return Sql.of(
                        em,
                        "select supervision_id from clinical_supervision where counsellor_id = :counsellor and ended_at is null")
                .with("counsellor", counsellor.value())
                .first(row -> new SupervisionId(row.uuid(0)))
                .filter(id -> end(id, caller));
    }

    boolean end(SupervisionId id, Caller caller) {
        return Sql.of(em, """
                        update clinical_supervision set ended_at = :now, ended_by = :worker where supervision_id = :id and ended_at is null
                        """)
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    void name(SupervisionId id, NewSupervision asked, Caller caller) {
        try {
            Sql.of(em, """
                            insert into clinical_supervision (supervision_id, organisation_id, counsellor_id, supervisor_id, named_at, named_by)
                            values (:id, :house, :counsellor, :supervisor, :now, :worker)
                            """)
                    .with("id", id.value())
                    .with("house", caller.organisation().value())
                    .with("counsellor", asked.counsellor().value())
                    .with("supervisor", asked.supervisor().value())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .run();
        } catch (Failed failed) {
            throw THERE_ALREADY.equals(failed.state()) ? Refusal.stale("changed-meanwhile") : failed;
        }
    }

    /** That they met; answers whether it was not written down already. */
    boolean met(Known supervision, LocalDate heldOn, Caller caller) {
        return Sql.of(em, """
                        insert into supervision_meeting (meeting_id, organisation_id, counsellor_id, supervisor_id, held_on, recorded_at, recorded_by)
                        values (:id, :house, :counsellor, :supervisor, :on, :now, :worker) on conflict do nothing
                        """)
                        .with("id", UUID.randomUUID())
                        .with("house", caller.organisation().value())
                        .with("counsellor", supervision.counsellor())
                        .with("supervisor", supervision.supervisor())
                        .with("on", heldOn)
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .change()
                == 1;
    }

    List<Carried> carried(Instant from, Instant until, Caller caller) {
        return Sql.of(em, """
                        select counsellor_id, name, open_cases, sessions, unrecorded, supervision_id, supervisor_id, supervisor, last_met
                          from counselling_load(:from, :until)
                        """).with("from", from).with("until", until).rows(row -> {
            UUID worker = caller.worker().value();
            return new Carried(
                    new WorkerId(row.uuid(0)),
                    row.text(1),
                    row.number(2),
                    row.number(3),
                    row.number(4),
                    row.has(5) ? Optional.of(new SupervisionId(row.uuid(5))) : Optional.empty(),
                    Optional.ofNullable(row.text(7)),
                    Optional.ofNullable(row.date(8)),
                    row.has(5) && (worker.equals(row.uuid(0)) || worker.equals(row.uuid(6))));
        });
    }

    List<Warning> warnings(Caller caller) {
        return Sql.of(em, """
                        select l.warning_id, l.counsellor_id, w.name, l.open_cases, l.sessions
                          from caseload_warning l join worker w on w.worker_id = l.counsellor_id
                         where l.organisation_id = :house and l.looked_at is null order by l.raised_at, l.warning_id
                        """)
                .with("house", caller.organisation().value())
                .rows(row -> new Warning(
                        new WarningId(row.uuid(0)),
                        new WorkerId(row.uuid(1)),
                        row.text(2),
                        row.number(3),
                        row.number(4),
                        caller.worker().value().equals(row.uuid(1))));
    }

    /** Answers whether one was raised: the counsellor carries more than that, and nobody is asked to look at it yet. */
    boolean warn(WarningId id, WorkerId counsellor, Instant from, Instant until, CounsellingTimes.Limits limits) {
        return Sql.of(em, "select caseload_warn(:id, :counsellor, :from, :until, :cases, :sessions)")
                .with("id", id.value())
                .with("counsellor", counsellor.value())
                .with("from", from)
                .with("until", until)
                .with("cases", limits.openCases())
                .with("sessions", limits.sessions())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Of whom a warning tells that the caller may know of. */
    Optional<WorkerId> warned(WarningId id) {
        return Sql.of(em, "select counsellor_id from caseload_warning where warning_id = :id")
                .with("id", id.value())
                .first(row -> new WorkerId(row.uuid(0)));
    }

    boolean looked(WarningId id, Caller caller) {
        return Sql.of(
                                em,
                                "update caseload_warning set looked_at = :now, looked_by = :worker where warning_id = :id and looked_at is null")
                        .with("now", caller.now())
                        .with("worker", caller.worker().value())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    /** Who of the caller's house was given the file of a referral, if one person was. */
    Optional<WorkerId> assigned(ReferralId referral, Caller caller) {
        return Sql.of(em, """
                        select a.worker_id from assignment a
                         where a.referral_id = :referral and a.organisation_id = :house and a.worker_id is not null and a.until_at is null
                         order by a.from_at desc limit 1
                        """)
                .with("referral", referral.value())
                .with("house", caller.organisation().value())
                .first(row -> new WorkerId(row.uuid(0)));
    }
}
