package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.counselling.GroupView.Came;
import org.alongside.counselling.GroupView.GroupHour;
import org.alongside.counselling.GroupView.GroupMember;
import org.alongside.counselling.GroupView.GroupRow;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The collection of groups; the database shows each to its counsellor alone. */
@ApplicationScoped
class Groups {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LETTERS_IN_A_CODE = 4;
    private static final String THERE_ALREADY = "23505";

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    EntityManager em;

    /** A group that is the caller's. */
    record Known(String code, String type, Optional<Instant> endedAt) {}

    Optional<Known> known(GroupId id) {
        return Sql.of(em, "select code, type, ended_at from counselling_group where group_id = :id")
                .with("id", id.value())
                .first(row -> new Known(row.text(0), row.text(1), row.when(2)));
    }

    List<GroupRow> own(Caller caller) {
        return Sql.of(em, """
                        select g.group_id, g.code, g.type,
                               (select count(*) from group_member m where m.group_id = g.group_id and m.left_at is null),
                               (select min(h.starts_at) from sitting h where h.group_id = g.group_id and h.given_up_at is null and h.starts_at > :now),
                               g.ended_at
                          from counselling_group g where g.counsellor_id = :worker
                         order by g.ended_at is not null, g.made_at desc, g.group_id limit 100
                        """)
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .rows(row -> new GroupRow(
                        new GroupId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        (int) row.count(3),
                        row.when(4),
                        row.when(5)));
    }

    /** A code without meaning, that nobody chose. */
    void open(GroupId id, String type, Caller caller) {
        StringBuilder code = new StringBuilder("G-");
        random.ints(LETTERS_IN_A_CODE, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
        Sql.of(em, """
                        insert into counselling_group (group_id, organisation_id, counsellor_id, code, type, made_at)
                        values (:id, :house, :worker, :code, :type, :now)
                        """)
                .with("id", id.value())
                .with("house", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("code", code.toString())
                .with("type", type)
                .with("now", caller.now())
                .run();
    }

    boolean end(GroupId id, Caller caller) {
        return Sql.of(em, "update counselling_group set ended_at = :now where group_id = :id and ended_at is null")
                        .with("now", caller.now())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    List<GroupMember> members(GroupId id) {
        return Sql.of(em, """
                        select f.case_id, f.case_code, i.preferred_name
                          from group_member m join case_file f using (case_id) left join identity_minimum i using (case_id)
                         where m.group_id = :id and m.left_at is null order by f.case_code
                        """).with("id", id.value()).rows(Groups::member);
    }

    /** Whom the caller counsels in person, and who is not in the group. */
    List<GroupMember> candidates(GroupId id, Caller caller) {
        return Sql.of(em, """
                        select f.case_id, f.case_code, i.preferred_name
                          from (select distinct a.case_id from case_access a
                                 where a.holder_id = :worker and a.write_mask & 64 <> 0 and may('write', a.case_id, 64)
                                   and not exists (select from group_member m where m.group_id = :id and m.case_id = a.case_id and m.left_at is null)
                                 limit 200) a
                          join case_file f using (case_id) left join identity_minimum i using (case_id)
                         where case_is_open(f.status) order by f.case_code
                        """)
                .with("worker", caller.worker().value())
                .with("id", id.value())
                .rows(Groups::member);
    }

    private static GroupMember member(Row row) {
        return new GroupMember(new CaseId(row.uuid(0)), row.text(1), Optional.ofNullable(row.text(2)));
    }

    List<GroupHour> hours(GroupId id) {
        Map<UUID, GroupHour> hours = new LinkedHashMap<>();
        Sql.of(em, """
                        select h.sitting_id, h.starts_at, h.ends_at, h.recorded_at is not null, h.given_up_at is not null,
                               s.session_id, f.case_id, f.case_code, s.attendance
                          from (select * from sitting where group_id = :id order by starts_at desc, sitting_id limit 50) h
                          left join counselling_session s using (sitting_id) left join case_file f on f.case_id = s.case_id
                         order by h.starts_at desc, h.sitting_id, f.case_code
                        """).with("id", id.value()).rows(row -> {
            GroupHour hour = hours.computeIfAbsent(
                    row.uuid(0),
                    sitting -> new GroupHour(
                            new SittingId(sitting),
                            row.instant(1),
                            row.instant(2),
                            row.yes(3),
                            row.yes(4),
                            new ArrayList<>()));
            if (row.has(5) && row.has(6)) {
                hour.came()
                        .add(new Came(new SessionId(row.uuid(5)), new CaseId(row.uuid(6)), row.text(7), row.text(8)));
            }
            return hour;
        });
        return List.copyOf(hours.values());
    }

    /** Comes to the group from now on, and to its hours that are still to come. Refuses {@code in-the-group-already}. */
    void join(GroupId id, CaseId caseId, Caller caller) {
        try {
            Sql.of(em, """
                            insert into group_member (group_id, case_id, organisation_id, counsellor_id, joined_at)
                            values (:id, :case, :house, :worker, :now)
                            """)
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("house", caller.organisation().value())
                    .with("worker", caller.worker().value())
                    .with("now", caller.now())
                    .run();
        } catch (Failed failed) {
            throw THERE_ALREADY.equals(failed.state()) ? Refusal.wrongState("in-the-group-already") : failed;
        }
        for (SittingId sitting : toCome(id, caller)) {
            come(sitting, id, caseId, caller);
        }
    }

    private List<SittingId> toCome(GroupId id, Caller caller) {
        return Sql.of(
                        em,
                        "select sitting_id from sitting where group_id = :id and recorded_at is null and starts_at > :now")
                .with("id", id.value())
                .with("now", caller.now())
                .rows(row -> new SittingId(row.uuid(0)));
    }

    /** As the other sessions of that hour are. */
    private void come(SittingId sitting, GroupId id, CaseId caseId, Caller caller) {
        Sql.of(em, """
                        select s.modality, s.place, s.interpreter from counselling_session s where s.sitting_id = :sitting limit 1
                        """)
                .with("sitting", sitting.value())
                .first(row -> new String[] {row.text(0), row.text(1), row.text(2)})
                .ifPresent(as -> plan(sitting, id, List.of(caseId), as[0], as[1], as[2], caller));
    }

    /** Comes no more; what is still to come is called off for her. Answers the hours that this touched. */
    List<SessionId> leave(GroupId id, CaseId caseId, Caller caller) {
        int left = Sql.of(
                        em,
                        "update group_member set left_at = :now where group_id = :id and case_id = :case and left_at is null")
                .with("now", caller.now())
                .with("id", id.value())
                .with("case", caseId.value())
                .change();
        if (left == 0) {
            throw Refusal.wrongState("not-in-the-group");
        }
        return Sql.of(em, """
                        select s.session_id from sitting h join counselling_session s using (sitting_id)
                         where h.group_id = :id and s.case_id = :case and s.attendance = 'PLANNED' and h.starts_at > :now
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("now", caller.now())
                .rows(row -> new SessionId(row.uuid(0)));
    }

    /** Sessions of the group that are still to come. */
    List<SessionId> planned(GroupId id, Caller caller) {
        return Sql.of(em, """
                        select s.session_id from sitting h join counselling_session s using (sitting_id)
                         where h.group_id = :id and s.attendance = 'PLANNED' and h.starts_at > :now
                        """).with("id", id.value()).with("now", caller.now()).rows(row -> new SessionId(row.uuid(0)));
    }

    void plan(SittingId sitting, GroupId id, NewGroupHour asked, List<CaseId> members, Caller caller) {
        try {
            Sql.of(em, """
                            insert into sitting (sitting_id, organisation_id, counsellor_id, group_id, starts_at, ends_at, planned_by, planned_at)
                            values (:sitting, :house, :worker, :id, :starts, :ends, :worker, :now)
                            """)
                    .with("sitting", sitting.value())
                    .with("house", caller.organisation().value())
                    .with("worker", caller.worker().value())
                    .with("id", id.value())
                    .with("starts", asked.startsAt())
                    .with("ends", Sessions.ends(asked.startsAt(), asked.minutes()))
                    .with("now", caller.now())
                    .run();
        } catch (Failed failed) {
            throw Sessions.meant(failed);
        }
        plan(sitting, id, members, asked.modality(), asked.place(), asked.interpreter(), caller);
    }

    private void plan(
            SittingId sitting,
            GroupId id,
            List<CaseId> members,
            String modality,
            String place,
            String interpreter,
            Caller caller) {
        Sql.of(em, """
                        insert into counselling_session (session_id, sitting_id, case_id, organisation_id, counsellor_id, referral_id, in_group, type,
                                                         modality, place, interpreter, planned_at)
                        select gen_random_uuid(), :sitting, m.case_id, :house, :worker,
                               (select x.referral_id from access_grant x
                                 where x.case_id = m.case_id and x.organisation_id = :house and x.category = 6 and x.level in ('F', 'W')
                                   and x.valid_from <= :now and :now < x.valid_until and (x.ended_at is null or :now < x.ended_at)
                                 order by x.valid_from desc limit 1),
                               true, g.type, :modality, :place, :interpreter, :now
                          from counselling_group g cross join unnest(:members) m (case_id) where g.group_id = :id
                        """)
                .with("sitting", sitting.value())
                .with("members", members.stream().map(CaseId::value).collect(Collectors.toSet()))
                .with("house", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("modality", modality)
                .with("place", place)
                .with("interpreter", interpreter)
                .with("now", caller.now())
                .with("id", id.value())
                .run();
    }

    /** Those of the group whose file is open to be written of, so that something can be planned with them. */
    List<CaseId> reachable(GroupId id) {
        return Sql.of(em, """
                        select m.case_id from group_member m join case_file f using (case_id)
                         where m.group_id = :id and m.left_at is null and may('write', m.case_id, 64) and case_is_open(f.status) order by m.case_id
                        """).with("id", id.value()).rows(row -> new CaseId(row.uuid(0)));
    }
}
