package org.alongside.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.handover.HandoverView.Candidate;
import org.alongside.shared.CaseId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The collection of offers of a case's lead; the database moves their state, and the lead itself. */
@ApplicationScoped
class Handovers {
    private static final String CARD = """
            select c.handover_id, c.status, c.from_organisation_id, f.name, c.to_organisation_id, t.name, c.reason, c.age_band, c.sex, c.child,
                   c.language, c.interpreter, array_to_string(c.accessibility, ','), c.region, array_to_string(c.constraints, ','),
                   c.open_referrals::int, c.open_steps::int, c.open_hearings::int, c.approved_at, c.expires_at, c.decided_at, c.decline_reason
              from handover_card c
              join organisation f on f.organisation_id = c.from_organisation_id
              join organisation t on t.organisation_id = c.to_organisation_id
            """;

    private static final String WHOLE = CARD.replace(
                    "c.decline_reason\n",
                    "c.decline_reason,\n       h.case_id, h.message, c.proposed_at, c.proposed_by, p.name, a.name, h.withdraw_reason, h.sent_back_words\n")
            + """
              join handover h using (handover_id)
              join worker p on p.worker_id = c.proposed_by
              left join worker a on a.worker_id = c.approved_by
            """;

    private static final String CONSENT_ENDED = "AL001";
    private static final String CONFLICT = "AL002";

    @PersistenceContext
    EntityManager em;

    Optional<HandoverCard> card(HandoverId id) {
        return Sql.of(em, CARD + " where c.handover_id = :id")
                .with("id", id.value())
                .first(Handovers::card);
    }

    Optional<CaseId> caseOf(HandoverId id) {
        return Sql.of(em, "select case_id from handover where handover_id = :id")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    Handover require(HandoverId id) {
        return Sql.of(em, WHOLE + " where c.handover_id = :id")
                .with("id", id.value())
                .first(Handovers::whole)
                .orElseThrow(Refusal::notThere);
    }

    Optional<Handover> latest(CaseId caseId) {
        return Sql.of(em, WHOLE + " where h.case_id = :case order by c.proposed_at desc limit 1")
                .with("case", caseId.value())
                .first(Handovers::whole);
    }

    Optional<Handover> undecided(CaseId caseId) {
        return Sql.of(em, WHOLE + " where h.case_id = :case and h.ended_at is null")
                .with("case", caseId.value())
                .first(Handovers::whole);
    }

    /** What is offered to the organisation and can be answered, soonest to run out first. */
    List<HandoverCard> offeredTo(OrganisationId organisation) {
        return Sql.of(
                        em,
                        CARD
                                + " where c.to_organisation_id = :to and c.status = 'OFFERED' order by c.expires_at, c.handover_id")
                .with("to", organisation.value())
                .rows(Handovers::card);
    }

    List<NewHandover.Item> items(HandoverId id) {
        return Sql.of(em, "select item, not_done from handover_item where handover_id = :id order by item")
                .with("id", id.value())
                .rows(row -> new NewHandover.Item(row.text(0), row.text(1)));
    }

    /** Who may lead the case but those who do, by name, with what she agreed moves to them and does not keep from them. */
    List<Candidate> candidates(CaseId caseId, OrganisationId lead) {
        return Sql.of(em, """
                        select o.organisation_id, o.name, (
                               select array_to_string(w.categories, ',') from word_to_lead(:case, o.organisation_id) w)
                          from organisation o
                         where o.organisation_id <> :lead and may_lead_case(:case, o.organisation_id)
                         order by o.name, o.organisation_id
                        """)
                .with("case", caseId.value())
                .with("lead", lead.value())
                .rows(row ->
                        new Candidate(new OrganisationId(row.uuid(0)), row.text(1), Category.ofCodes(row.codes(2))));
    }

    /** What she agreed moves to that organisation; nothing where she has not agreed, or no more. */
    Set<Category> agreedTo(CaseId caseId, OrganisationId to) {
        return candidates(caseId, new OrganisationId(new UUID(0, 0))).stream()
                .filter(one -> one.organisation().equals(to))
                .findFirst()
                .map(Candidate::agreedTo)
                .orElse(Set.of());
    }

    boolean closingProposed(CaseId caseId) {
        return Sql.of(em, """
                        select 1 from closing where case_id = :case
                           and withdrawn_at is null and sent_back_at is null and approved_at is null
                        """).with("case", caseId.value()).first(row -> true).isPresent();
    }

    /** Hearings and legal deadlines that are still to come, and the caller's own drafts about the case. */
    int[] hearingsAndDrafts(CaseId caseId, Caller caller) {
        return Sql.of(em, """
                        select (select count(*) from hearing_minimum m where m.case_id = :case
                                   and m.next_on >= cast(cast(:now as timestamptz) at time zone 'UTC' as date)),
                               (select count(*) from draft d where d.case_id = :case)
                        """)
                .with("case", caseId.value())
                .with("now", caller.now())
                .first(row -> new int[] {(int) row.count(0), (int) row.count(1)})
                .orElseThrow();
    }

    void send(Sql act) {
        try {
            act.run();
        } catch (Sql.Failed failed) {
            if (CONSENT_ENDED.equals(failed.state())) {
                throw Refusal.wrongState("consent-to-lead-ended");
            }
            if (CONFLICT.equals(failed.state())) {
                throw new Refusal(Refusal.Kind.NOT_ALLOWED, List.of(Reason.at("caseworker", "cannot-take-this-on")));
            }
            throw failed;
        }
    }

    void sendBack(HandoverId id, String words) {
        send(Sql.of(em, "select cast(handover_send_back(:id, :words) as text)")
                .with("id", id.value())
                .with("words", words));
    }

    void approve(HandoverId id) {
        send(Sql.of(em, "select cast(handover_approve(:id) as text)").with("id", id.value()));
    }

    void withdraw(HandoverId id, String reason) {
        send(Sql.of(em, "select cast(handover_withdraw(:id, :reason) as text)")
                .with("id", id.value())
                .with("reason", reason));
    }

    void decline(HandoverId id, String reason) {
        send(Sql.of(em, "select cast(handover_decline(:id, :reason) as text)")
                .with("id", id.value())
                .with("reason", reason));
    }

    boolean expire(HandoverId id) {
        return Sql.of(em, "select handover_expire(:id)")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void accept(HandoverId id, TeamId team, WorkerId worker) {
        send(Sql.of(em, "select cast(handover_accept(:id, :team, :worker) as text)")
                .with("id", id.value())
                .with("team", team.value())
                .with("worker", worker.value()));
    }

    /** The case and its referrals, for the processes. */
    Set<UUID> subjects(HandoverId id) {
        return new HashSet<>(Sql.of(em, "select handover_subjects(:id)")
                .with("id", id.value())
                .rows(row -> row.uuid(0)));
    }

    /** The team in which the caller supervises that caseworker, if there is one. */
    Optional<TeamId> teamOf(WorkerId worker) {
        return Sql.of(em, """
                        select m.team_id from team_member m
                         where m.worker_id = :worker and supervises(m.team_id) and belongs_to(m.worker_id, m.team_id)
                           and exists (select from worker_role r where r.worker_id = m.worker_id and r.role_code = 'CW')
                         order by m.from_at limit 1
                        """).with("worker", worker.value()).first(row -> new TeamId(row.uuid(0)));
    }

    /** The caseworkers of the teams that the caller supervises, by name. */
    List<HandoverService.LeadWorker> caseworkers() {
        return Sql.of(em, """
                        select w.worker_id, w.name from worker w
                         where exists (select from worker_role r where r.worker_id = w.worker_id and r.role_code = 'CW')
                           and exists (select from team_member m where m.worker_id = w.worker_id
                                          and supervises(m.team_id) and belongs_to(m.worker_id, m.team_id))
                         order by w.name, w.worker_id
                        """).rows(row -> new HandoverService.LeadWorker(new WorkerId(row.uuid(0)), row.text(1)));
    }

    private static HandoverCard card(Row row) {
        return new HandoverCard(
                new HandoverId(row.uuid(0)),
                HandoverState.valueOf(row.text(1)),
                new OrganisationId(row.uuid(2)),
                row.text(3),
                new OrganisationId(row.uuid(4)),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.yes(9),
                row.text(10),
                row.text(11),
                row.codes(12),
                row.text(13),
                row.codes(14),
                row.number(15),
                row.number(16),
                row.number(17),
                row.when(18),
                row.when(19),
                row.when(20),
                Optional.ofNullable(row.text(21)));
    }

    private static Handover whole(Row row) {
        return new Handover(
                new HandoverId(row.uuid(0)),
                new CaseId(row.uuid(22)),
                card(row),
                Optional.ofNullable(row.text(23)),
                row.instant(24),
                new WorkerId(row.uuid(25)),
                row.text(26),
                Optional.ofNullable(row.text(27)),
                Optional.ofNullable(row.text(28)),
                Optional.ofNullable(row.text(29)));
    }
}
