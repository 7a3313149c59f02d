package org.alongside.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.restriction.RestrictionView.OfTheHouse;
import org.alongside.restriction.RestrictionView.Restriction;
import org.alongside.restriction.RestrictionView.RestrictionStep;
import org.alongside.restriction.RestrictionView.Reviewer;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of limits; the database shows each reader those that are theirs, by as much as is theirs. */
@ApplicationScoped
class Restrictions {
    private static final String ONE_OF_A_KIND = "23505";

    @PersistenceContext
    EntityManager em;

    /** Whose limit it is, as far as the caller may know that it is there. */
    record Known(PlacementId placement, CaseId caseId, OrganisationId house, Optional<UUID> imposedBy) {}

    Optional<Known> known(RestrictionId id) {
        return Sql.of(em, """
                        select m.placement_id, m.case_id, m.organisation_id, r.imposed_by
                          from restriction_minimum m left join restriction r using (restriction_id) where m.restriction_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Known(
                        new PlacementId(row.uuid(0)),
                        new CaseId(row.uuid(1)),
                        new OrganisationId(row.uuid(2)),
                        Optional.ofNullable(row.uuid(3))));
    }

    /** A limit that is about to be changed; held until the end of the transaction. */
    record Held(
            UUID id,
            UUID caseId,
            UUID house,
            UUID imposedBy,
            UUID reviewer,
            Instant endsAt,
            boolean ended,
            boolean told,
            boolean endTold) {}

    Held hold(RestrictionId id) {
        return Sql.of(em, """
                        select restriction_id, case_id, organisation_id, imposed_by, reviewer_id, ends_at, ended_at is not null, told_at is not null,
                               end_told_at is not null
                          from restriction where restriction_id = :id for no key update
                        """)
                .with("id", id.value())
                .first(row -> new Held(
                        row.uuid(0),
                        row.uuid(1),
                        row.uuid(2),
                        row.uuid(3),
                        row.uuid(4),
                        row.instant(5),
                        row.yes(6),
                        row.yes(7),
                        row.yes(8)))
                .orElseThrow(Refusal::notThere);
    }

    RestrictionView of(PlacementId placement, boolean imposable, Caller caller) {
        Map<UUID, List<RestrictionStep>> steps = new HashMap<>();
        Sql.of(em, """
                        select s.restriction_id, s.step, s.words, s.ends_at, s.done_at, w.name
                          from restriction_step s join restriction r using (restriction_id) join worker w on w.worker_id = s.done_by
                         where r.placement_id = :placement order by s.done_at desc, s.restriction_step_id
                        """).with("placement", placement.value()).rows(row -> steps.computeIfAbsent(
                        row.uuid(0), id -> new ArrayList<>())
                .add(new RestrictionStep(row.text(1), row.text(2), row.instant(3), row.instant(4), row.text(5))));
        List<Restriction> all =
                Sql.of(em, """
                        select m.restriction_id, m.began_at, m.ends_at, m.review_by, m.ended_at, r.kind, i.name, r.imposed_by, v.name, r.told_at,
                               r.end_kind, r.end_told_at
                          from restriction_minimum m
                          left join restriction r using (restriction_id)
                          left join worker i on i.worker_id = r.imposed_by
                          left join worker v on v.worker_id = r.reviewer_id
                         where m.placement_id = :placement
                         order by m.ended_at is not null, m.began_at desc, m.restriction_id
                        """).with("placement", placement.value()).rows(row -> restriction(row, steps, caller));
        List<Reviewer> reviewers = imposable ? reviewers(caller) : List.of();
        return Sql.of(em, """
                        select m.case_id, c.case_code, i.preferred_name
                          from (select case_id from placement_minimum where placement_id = :placement
                                union select case_id from restriction_minimum where placement_id = :placement) m
                          join case_file c using (case_id) left join identity_minimum i using (case_id)
                        """)
                .with("placement", placement.value())
                .first(row -> new RestrictionView(
                        placement,
                        new CaseId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.text(2)),
                        all,
                        imposable,
                        reviewers))
                .orElseThrow(Refusal::notThere);
    }

    /** Those who work with people in the organisation's houses, besides the caller; managers first. */
    List<Reviewer> reviewers(Caller caller) {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where w.organisation_id = :organisation and w.kind = 'PERSON' and (w.left_at is null or w.left_at > :now)
                           and w.worker_id <> :self
                           and exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code in ('SHS', 'SHM'))
                         order by not exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = 'SHM'), w.name, w.worker_id
                        """)
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .with("self", caller.worker().value())
                .rows(row -> new Reviewer(new WorkerId(row.uuid(0)), row.text(1)));
    }

    /** Refuses where one of that kind lasts already, also in this very moment. */
    void impose(RestrictionId id, PlacementId placement, NewRestriction asked, Instant reviewBy, Caller caller) {
        try {
            int made = Sql.of(em, """
                            insert into restriction (restriction_id, placement_id, case_id, organisation_id, kind, began_at, imposed_by, reviewer_id, ends_at,
                                                     review_by)
                            select :id, p.placement_id, p.case_id, p.organisation_id, :kind, :now, :worker, :reviewer, :ends, :review
                              from placement p
                             where p.placement_id = :placement and p.status in ('ADMITTED', 'ABSENT_PLANNED', 'ABSENT_UNPLANNED')
                            """)
                    .with("id", id.value())
                    .with("kind", asked.kind())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .with("reviewer", asked.reviewer().value())
                    .with("ends", asked.endsAt())
                    .with("review", reviewBy)
                    .with("placement", placement.value())
                    .change();
            if (made == 0) {
                throw Refusal.wrongState("lives-there-no-more");
            }
        } catch (Failed failed) {
            if (ONE_OF_A_KIND.equals(failed.state())) {
                throw Refusal.wrongState("restricted-already");
            }
            throw failed;
        }
        step(id, "IMPOSED", asked.reason(), asked.endsAt(), caller);
    }

    void prolong(RestrictionId id, NewProlonging asked, Instant reviewBy, Caller caller) {
        Sql.of(em, """
                        update restriction set ends_at = :ends, imposed_by = :worker, reviewer_id = :reviewer, review_by = :review, told_at = null,
                               told_by = null, version = version + 1
                         where restriction_id = :id
                        """)
                .with("ends", asked.endsAt())
                .with("worker", caller.worker().value())
                .with("reviewer", asked.reviewer().value())
                .with("review", reviewBy)
                .with("id", id.value())
                .run();
        step(id, "PROLONGED", asked.reason(), asked.endsAt(), caller);
    }

    void review(Held held, String words, Instant reviewBy, Caller caller) {
        Sql.of(em, "update restriction set review_by = :review, version = version + 1 where restriction_id = :id")
                .with("review", reviewBy)
                .with("id", held.id())
                .run();
        step(new RestrictionId(held.id()), "REVIEWED", words, held.endsAt(), caller);
    }

    void lift(Held held, String words, Caller caller) {
        Sql.of(em, """
                        update restriction set ended_at = :now, ended_by = :worker, end_kind = 'LIFTED', version = version + 1 where restriction_id = :id
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", held.id())
                .run();
        step(new RestrictionId(held.id()), "LIFTED", words, held.endsAt(), caller);
    }

    void told(RestrictionId id, boolean ofItsEnd, Caller caller) {
        Sql.of(
                        em,
                        ofItsEnd
                                ? "update restriction set end_told_at = :now, end_told_by = :worker, version = version + 1 where restriction_id = :id"
                                : "update restriction set told_at = :now, told_by = :worker, version = version + 1 where restriction_id = :id")
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", id.value())
                .run();
    }

    /** By the processes alone; answers whether its end had come. */
    boolean runOut(RestrictionId id) {
        return Sql.of(em, "select restriction_ends(:id)")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Ends those of stays that are over; answers which. */
    List<RestrictionId> stop(List<PlacementId> placements) {
        return Sql.of(em, "select restrictions_stop(placement_id) from unnest(:placements) placement_id")
                .with("placements", placements.stream().map(PlacementId::value).collect(Collectors.toSet()))
                .rows(row -> new RestrictionId(row.uuid(0)));
    }

    private void step(RestrictionId id, String step, String words, Instant endsAt, Caller caller) {
        Sql.of(em, """
                        insert into restriction_step (restriction_id, case_id, organisation_id, step, words, ends_at, done_at, done_by)
                        select r.restriction_id, r.case_id, r.organisation_id, :step, :words, :ends, :now, :worker
                          from restriction r where r.restriction_id = :id
                        """)
                .with("id", id.value())
                .with("step", step)
                .with("words", words.strip())
                .with("ends", endsAt)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    private static Restriction restriction(Row row, Map<UUID, List<RestrictionStep>> steps, Caller caller) {
        return new Restriction(
                new RestrictionId(row.uuid(0)),
                row.instant(1),
                row.instant(2),
                row.instant(3),
                row.when(4),
                row.has(5)
                        ? Optional.of(new OfTheHouse(
                                row.text(5),
                                row.text(6),
                                caller.worker().value().equals(row.uuid(7)),
                                row.text(8),
                                row.when(9),
                                Optional.ofNullable(row.text(10)),
                                row.when(11),
                                List.copyOf(steps.getOrDefault(row.uuid(0), List.of()))))
                        : Optional.empty());
    }
}
