package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.counselling.WeekView.Hour;
import org.alongside.counselling.WeekView.OfGroup;
import org.alongside.counselling.WeekView.WithHer;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** A counsellor's own hours. Starts from whose they are, in the order of its index, and joins outward by key; see the plan test. */
@ApplicationScoped
class Weeks {
    private static final String OUTWARD = """
              left join counselling_group g on g.group_id = h.group_id
              left join counselling_session s on s.sitting_id = h.sitting_id
              left join case_file f on f.case_id = s.case_id
              left join identity_minimum i on i.case_id = s.case_id
             order by h.starts_at, h.sitting_id, f.case_code
            """;
    private static final String COLUMNS = """
            select h.sitting_id, h.starts_at, h.ends_at, g.group_id, g.code, h.recorded_at is not null, s.session_id, f.case_id, f.case_code,
                   i.preferred_name, s.type, s.modality, s.attendance
            """;

    /** The hours between two instants, as they are asked. */
    static final String WEEK = COLUMNS + """
              from (select * from sitting where counsellor_id = :worker and starts_at >= :from and starts_at < :until and given_up_at is null
                     order by starts_at, sitting_id limit 300) h
            """ + OUTWARD;

    /** Those of which nothing is said yet, as they are asked. */
    static final String UNSAID = COLUMNS + """
              from (select * from sitting where counsellor_id = :worker and recorded_at is null and ends_at <= :now
                     order by ends_at, sitting_id limit 50) h
            """ + OUTWARD;

    /** The newest of each whom the caller supervises, and of those the newest: of no counsellor all that there ever was is looked at. */
    static final String SUPERVISED = """
            select x.session_id, w.name, x.starts_at, x.type
              from clinical_supervision v join worker w on w.worker_id = v.counsellor_id
             cross join lateral (
                   select s.session_id, h.starts_at, s.type
                     from sitting h
                    cross join lateral (select * from counselling_session c
                                         where c.sitting_id = h.sitting_id
                                           and exists (select from clinical_record r where r.session_id = c.session_id) offset 0) s
                    where h.counsellor_id = v.counsellor_id
                    order by h.starts_at desc, s.session_id limit :behind + %1$d) x
             where v.supervisor_id = :worker and v.ended_at is null
             order by x.starts_at desc, x.session_id offset :behind limit %1$d
            """.formatted(WeekService.SUPERVISED_AT_ONCE);

    @PersistenceContext
    EntityManager em;

    List<Hour> between(Caller caller, Instant from, Instant until) {
        return hours(Sql.of(em, WEEK)
                .with("worker", caller.worker().value())
                .with("from", from)
                .with("until", until));
    }

    List<Hour> unsaid(Caller caller) {
        return hours(Sql.of(em, UNSAID).with("worker", caller.worker().value()).with("now", caller.now()));
    }

    /** The cards that a referral has put on the waiting list of the house; it asks the house again by its own clock. */
    List<WaitingCard> waiting(Caller caller) {
        return Sql.of(em, """
                        select c.referral_id, c.urgency, o.name, c.age_band, c.child, c.language, c.interpreter, array_to_string(c.constraints, ','),
                               c.waitlisted_at, c.waitlist_review_at
                          from referral_card c left join organisation o on o.organisation_id = sender_told(c.referral_id)
                          join code u on u.list = 'referral_urgency' and u.code = c.urgency
                         where c.recipient_organisation_id = :house and c.status = 'WAITLISTED' and c.service_type = 'PSYCHOSOCIAL'
                         order by u.position, c.waitlisted_at, c.referral_id limit 200
                        """)
                .with("house", caller.organisation().value())
                .rows(row -> new WaitingCard(
                        new ReferralId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.yes(4),
                        row.text(5),
                        row.text(6),
                        row.codes(7),
                        row.instant(8),
                        row.when(9)));
    }

    List<SupervisedSession> supervised(int behind, Caller caller) {
        return Sql.of(em, SUPERVISED)
                .with("worker", caller.worker().value())
                .with("behind", behind)
                .rows(row ->
                        new SupervisedSession(new SessionId(row.uuid(0)), row.text(1), row.instant(2), row.text(3)));
    }

    private static List<Hour> hours(Sql asked) {
        Map<UUID, Hour> hours = new LinkedHashMap<>();
        asked.rows(row -> {
            Hour hour = hours.computeIfAbsent(row.uuid(0), id -> hour(id, row));
            if (row.has(6) && row.has(7)) {
                hour.sessions()
                        .add(new WithHer(
                                new SessionId(row.uuid(6)),
                                new CaseId(row.uuid(7)),
                                row.text(8),
                                Optional.ofNullable(row.text(9)),
                                row.text(10),
                                row.text(11),
                                row.text(12)));
            }
            return hour;
        });
        return List.copyOf(hours.values());
    }

    private static Hour hour(UUID id, Row row) {
        return new Hour(
                new SittingId(id),
                row.instant(1),
                row.instant(2),
                row.has(3) ? Optional.of(new OfGroup(new GroupId(row.uuid(3)), row.text(4))) : Optional.empty(),
                row.yes(5),
                new ArrayList<>());
    }
}
