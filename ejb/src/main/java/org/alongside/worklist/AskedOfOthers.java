package org.alongside.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.Cursor;
import org.alongside.shared.Page;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.worklist.WorkItem.AboutCase;

/** Reads what the caller asked of others, in one statement; what is their own turn, a question for example, is a task instead. */
@ApplicationScoped
class AskedOfOthers {
    private static final int LONGEST_PAGE = 100;

    @PersistenceContext
    EntityManager em;

    /** Soonest due first; what has no time set stands by when it was asked. */
    Page<Asked> of(Caller caller, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        After after = After.read(cursor);
        List<Line> lines = Sql.of(em, """
                        select f.case_id, f.case_code, sm.risk_level, im.child, w.referral_id, w.service_type, w.status, o.name,
                               w.asked_at, w.due, w.place
                          from (select r.case_id, c.referral_id, c.service_type, c.status, c.recipient_organisation_id, t.*
                                  from (select distinct ca.case_id from unnest(caller_holders()) h (holder_id)
                                          join case_access ca using (holder_id)) a
                                  join referral r using (case_id)
                                  join referral_card c using (referral_id)
                                 cross join lateral (
                                       select d.due, d.asked_at, coalesce(d.due, d.asked_at) place
                                         from (select case c.status when 'SENT' then c.respond_by when 'RECEIVED' then c.respond_by
                                                        when 'WAITLISTED' then c.waitlist_review_at
                                                        when 'ACCEPTED' then c.contact_by end due,
                                                      coalesce(c.sent_at, c.submitted_at) asked_at) d) t
                                 where r.submitted_by = :me
                                   and c.status in ('PENDING_APPROVAL','SENT','RECEIVED','WAITLISTED','ACCEPTED')
                                   and (t.place, c.referral_id) > (cast(:at as timestamptz), cast(:after as uuid))
                                 order by t.place, c.referral_id limit :size) w
                          join case_file f using (case_id)
                          join organisation o on o.organisation_id = w.recipient_organisation_id
                          left join safety_minimum sm using (case_id)
                          left join identity_minimum im using (case_id)
                         order by w.place, w.referral_id
                        """)
                .with("me", caller.worker().value())
                .with("at", after.place())
                .with("after", after.id())
                .with("size", size + 1)
                .rows(AskedOfOthers::line);
        List<Asked> asked = lines.stream().limit(size).map(Line::asked).toList();
        return lines.size() <= size
                ? new Page<>(asked, Optional.empty())
                : new Page<>(asked, Optional.of(lines.get(size - 1).cursor()));
    }

    private static Line line(Row row) {
        return new Line(
                new Asked(
                        new ReferralId(row.uuid(4)),
                        AboutCase.of(row, 0),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.instant(8),
                        Optional.ofNullable(row.instant(9))),
                row.instant(10));
    }

    /** A row and the instant by which it stands in the list. */
    private record Line(Asked asked, Instant place) {
        String cursor() {
            return Cursor.of(place, asked.referral());
        }
    }

    /** Where the page before ended. */
    private record After(Instant place, UUID id) {
        static After read(String cursor) {
            if (cursor == null) {
                return new After(Instant.EPOCH, new UUID(0, 0));
            }
            List<String> key = Cursor.read(cursor, 2);
            try {
                return new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException notOurs) {
                throw Cursor.wrong();
            }
        }
    }
}
