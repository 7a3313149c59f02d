package org.alongside.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.closing.ClosingGround.NotedGround;
import org.alongside.closing.ClosingGround.OpenDate;
import org.alongside.closing.NewGround.NewHearingOwner;
import org.alongside.code.Settings;
import org.alongside.guardian.BestInterests;
import org.alongside.housing.Lodgings;
import org.alongside.reintegration.Returns;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of what is noted for closing; the database keeps it to the lead, and nothing of it is changed. */
@ApplicationScoped
class Grounds {
    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    Lodgings lodgings;

    @Inject
    BestInterests bestInterests;

    @Inject
    Returns returns;

    ClosingGround of(CaseId caseId) {
        return new ClosingGround(
                noted(caseId),
                (int) settings.of("housing-stable-for").toDays(),
                lodgings.withoutPlace(caseId),
                Sql.of(em, """
                                select h.matter_id, d.due_on, h.hearing_at > caller_now() and (h.hearing_at at time zone 'UTC')::date = d.due_on,
                                       (select o.owner from hearing_owner o where o.matter_id = h.matter_id and o.due_on = d.due_on
                                         order by o.noted_at desc limit 1)
                                  from hearing_minimum h cross join lateral (select matter_due_on(h.hearing_at, h.deadline_on) due_on) d
                                 where h.case_id = :case and d.due_on is not null order by d.due_on, h.matter_id
                                """)
                        .with("case", caseId.value())
                        .rows(row -> new OpenDate(
                                new MatterId(row.uuid(0)),
                                row.date(1),
                                row.has(2) && row.yes(2),
                                Optional.ofNullable(row.text(3)))),
                bestInterests.of(caseId, "CLOSING"),
                returns.confirmed(caseId),
                returns.onHerWay(caseId));
    }

    private Optional<NotedGround> noted(CaseId caseId) {
        return Sql.of(em, """
                        select g.housing, g.housed_since, g.safety_plan_on, g.hotline_on, g.talked_on, g.guardian_word, g.permits, g.permit_until,
                               g.permit_owner, g.noted_at, w.name
                          from closing_ground g join case_file f using (case_id, episode_no) join worker w on w.worker_id = g.noted_by
                         where g.case_id = :case order by g.noted_at desc, g.ground_id limit 1
                        """)
                .with("case", caseId.value())
                .first(row -> new NotedGround(
                        new NewGround(
                                row.text(0),
                                row.date(1),
                                row.date(2),
                                row.date(3),
                                row.date(4),
                                row.text(5),
                                row.text(6),
                                row.date(7),
                                row.text(8)),
                        row.instant(9),
                        row.text(10)));
    }

    void note(CaseId caseId, NewGround ground, Caller caller) {
        Sql.of(em, """
                        insert into closing_ground (ground_id, case_id, episode_no, housing, housed_since, safety_plan_on, hotline_on, talked_on,
                                                    guardian_word, permits, permit_until, permit_owner, noted_at, noted_by)
                        select :id, f.case_id, f.episode_no, :housing, :since, :plan, :hotline, :talked, :guardian, :permits, :until, :owner, :now,
                               :worker
                          from case_file f where f.case_id = :case
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("housing", ground.housing())
                .with("since", ground.housedSince())
                .with("plan", ground.safetyPlanOn())
                .with("hotline", ground.hotlineOn())
                .with("talked", ground.talkedOn())
                .with("guardian", ground.guardianWord())
                .with("permits", ground.permits())
                .with("until", ground.permitUntil())
                .with("owner", ground.permitOwner())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** Refuses where the matter has no day still to come. */
    void own(CaseId caseId, NewHearingOwner asked, Caller caller) {
        int noted = Sql.of(em, """
                        insert into hearing_owner (hearing_owner_id, matter_id, case_id, due_on, owner, noted_at, noted_by)
                        select :id, h.matter_id, h.case_id, d.due_on, :owner, :now, :worker
                          from hearing_minimum h cross join lateral (select matter_due_on(h.hearing_at, h.deadline_on) due_on) d
                         where h.case_id = :case and h.matter_id = :matter and d.due_on is not null
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("matter", asked.matter().value())
                .with("owner", asked.owner())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        if (noted == 0) {
            throw Refusal.wrongState("nothing-to-come");
        }
    }
}
