package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.counselling.CounsellingView.Counsellor;
import org.alongside.counselling.CounsellingView.OwnSession;
import org.alongside.counselling.CounsellingView.Session;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of sessions and the hours they are in; the database shows each reader those that are theirs. */
@ApplicationScoped
class Sessions {
    private static final String NOT_ON_THE_CASE = "AL060";
    private static final String TWO_AT_ONCE = "23P01";

    @PersistenceContext
    EntityManager em;

    /** Whose session it is, as far as the caller may know that it is there. */
    record Known(CaseId caseId, UUID counsellor) {}

    Optional<Known> known(SessionId id) {
        return Sql.of(em, "select case_id, counsellor_id from counselling_session where session_id = :id")
                .with("id", id.value())
                .first(row -> new Known(new CaseId(row.uuid(0)), row.uuid(1)));
    }

    Optional<Session> find(SessionId id, Caller caller) {
        return Sql.of(em, """
                        select s.session_id, s.sitting_id, f.case_id, f.case_code, i.preferred_name, g.code, w.name, s.counsellor_id, h.starts_at, h.ends_at,
                               s.type, s.modality, s.place, s.interpreter, s.attendance, may('write', s.case_id, 64), s.version
                          from counselling_session s join sitting h using (sitting_id) join worker w on w.worker_id = s.counsellor_id
                          left join counselling_group g on g.group_id = h.group_id
                          left join case_file f on f.case_id = s.case_id
                          left join identity_minimum i on i.case_id = s.case_id
                         where s.session_id = :id
                        """).with("id", id.value()).first(row -> session(row, caller));
    }

    private static Session session(Row row, Caller caller) {
        boolean own = caller.worker().value().equals(row.uuid(7));
        return new Session(
                new SessionId(row.uuid(0)),
                new SittingId(row.uuid(1)),
                own && row.has(2) ? Optional.of(new CaseId(row.uuid(2))) : Optional.empty(),
                own ? Optional.ofNullable(row.text(3)) : Optional.empty(),
                own ? Optional.ofNullable(row.text(4)) : Optional.empty(),
                Optional.ofNullable(row.text(5)),
                row.text(6),
                own,
                row.instant(8),
                row.instant(9),
                row.text(10),
                row.text(11),
                row.text(12),
                row.text(13),
                row.text(14),
                !row.instant(8).isAfter(caller.now()),
                row.yes(15),
                row.number(16));
    }

    List<OwnSession> own(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select s.session_id, h.starts_at, h.ends_at, s.type, s.attendance
                          from counselling_session s join sitting h using (sitting_id)
                         where s.case_id = :case and s.counsellor_id = :worker
                         order by h.starts_at < :now, abs(extract(epoch from h.starts_at - :now)), s.session_id limit 100
                        """)
                .with("case", caseId.value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .rows(row -> new OwnSession(
                        new SessionId(row.uuid(0)), row.instant(1), row.instant(2), row.text(3), row.text(4)));
    }

    List<Counsellor> counsellors(CaseId caseId) {
        return Sql.of(em, "select worker_id, name from counsellors_on(:case)")
                .with("case", caseId.value())
                .rows(row -> new Counsellor(new WorkerId(row.uuid(0)), row.text(1)));
    }

    /** Refuses {@code not-on-the-case} and {@code two-at-once}, also where that became so in this very moment. */
    void plan(SessionId id, SittingId sitting, CaseId caseId, WorkerId counsellor, NewSession asked) {
        try {
            Sql.of(em, """
                            select session_plan(:id, :sitting, :case, :counsellor, :type, :modality, :place, :interpreter, :starts, :ends)
                            """)
                    .with("id", id.value())
                    .with("sitting", sitting.value())
                    .with("case", caseId.value())
                    .with("counsellor", counsellor.value())
                    .with("type", asked.type())
                    .with("modality", asked.modality())
                    .with("place", asked.place())
                    .with("interpreter", asked.interpreter())
                    .with("starts", asked.startsAt())
                    .with("ends", ends(asked.startsAt(), asked.minutes()))
                    .run();
        } catch (Failed failed) {
            throw meant(failed);
        }
    }

    static Instant ends(Instant startsAt, int minutes) {
        return startsAt.plusSeconds(60L * minutes);
    }

    static RuntimeException meant(Failed failed) {
        return switch (failed.state()) {
            case NOT_ON_THE_CASE -> Refusal.invalid("counsellor", "not-on-the-case");
            case TWO_AT_ONCE -> Refusal.wrongState("two-at-once");
            default -> failed;
        };
    }

    /**
     * An hour that is about to be changed; held until the end of the transaction.
     *
     * @param begun whether it is said of somebody who was to come that they did, or stayed away
     */
    record Held(
            SittingId sitting,
            CaseId caseId,
            String attendance,
            Instant startsAt,
            Optional<ReferralId> referral,
            boolean begun) {
        boolean planned() {
            return "PLANNED".equals(attendance);
        }
    }

    Held hold(SessionId id) {
        return Sql.of(em, """
                        select h.sitting_id, s.case_id, s.attendance, h.starts_at, s.referral_id,
                               exists (select from counselling_session o
                                        where o.sitting_id = h.sitting_id and o.attendance in ('ATTENDED', 'REMOTE', 'NO_SHOW'))
                          from counselling_session s join sitting h using (sitting_id)
                         where s.session_id = :id for no key update
                        """)
                .with("id", id.value())
                .first(row -> new Held(
                        new SittingId(row.uuid(0)),
                        new CaseId(row.uuid(1)),
                        row.text(2),
                        row.instant(3),
                        row.has(4) ? Optional.of(new ReferralId(row.uuid(4))) : Optional.empty(),
                        row.yes(5)))
                .orElseThrow(Refusal::notThere);
    }

    void move(SittingId sitting, Instant startsAt, Instant endsAt) {
        try {
            Sql.of(
                            em,
                            "update sitting set starts_at = :starts, ends_at = :ends, version = version + 1 where sitting_id = :id")
                    .with("starts", startsAt)
                    .with("ends", endsAt)
                    .with("id", sitting.value())
                    .run();
        } catch (Failed failed) {
            throw meant(failed);
        }
    }

    void record(SessionId id, String attendance, Caller caller) {
        Sql.of(em, """
                        update counselling_session set attendance = :attendance, recorded_at = :now, recorded_by = :worker, version = version + 1
                         where session_id = :id
                        """)
                .with("attendance", attendance)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", id.value())
                .run();
    }

    /**
     * Ends an hour of which everything is said, and gives it up where nobody was to come any more; an hour that was given up and of
     * which somebody came after all is taken again. Answers whether it was recorded just now.
     */
    boolean settle(SittingId sitting, Caller caller) {
        try {
            return Sql.of(em, """
                            update sitting h set recorded_at = coalesce(h.recorded_at, :now), version = h.version + 1,
                                   given_up_at = case when exists (select from counselling_session s where s.sitting_id = h.sitting_id
                                                                      and s.attendance not in ('CANCELLED_SURVIVOR', 'CANCELLED_PROVIDER'))
                                                      then null else coalesce(h.given_up_at, :now) end
                             where h.sitting_id = :id
                               and not exists (select from counselling_session s where s.sitting_id = h.sitting_id and s.attendance = 'PLANNED')
                            """)
                            .with("now", caller.now())
                            .with("id", sitting.value())
                            .change()
                    == 1;
        } catch (Failed failed) {
            throw meant(failed);
        }
    }

    /** What she agreed to has ended; answers the hours that are free again. */
    List<SittingId> stop(ReferralId referral) {
        return Sql.of(em, "select sessions_stop(:referral)")
                .with("referral", referral.value())
                .rows(row -> new SittingId(row.uuid(0)));
    }

    /** For the processes alone: whether somebody still is to say who came. */
    boolean waits(SittingId sitting) {
        return Sql.of(em, "select sitting_waits(:id)")
                .with("id", sitting.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }
}
