package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.MatterStages.MatterAppeal;
import org.alongside.proceeding.MatterStages.MatterDecision;
import org.alongside.proceeding.MatterStages.MatterEnd;
import org.alongside.proceeding.MatterStages.StageStep;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;

/** The collection of decisions, appeals and endings of matters, and of what may follow. */
@ApplicationScoped
class StageRecords {
    private static final String THERE_ALREADY = "23505";

    @PersistenceContext
    EntityManager em;

    List<StageStep> steps(MatterId id) {
        return Sql.of(em, """
                        select m.to_stage, w.waits
                          from matter_stage s join legal_stage_move m on m.from_stage = s.stage
                         cross join lateral stage_waits(s.matter_id, m.to_stage) w (waits)
                         where s.matter_id = :id and w.waits is distinct from 'stage-not-next'
                        """)
                .with("id", id.value())
                .rows(row -> new StageStep(row.text(0), Optional.ofNullable(row.text(1))));
    }

    List<MatterDecision> decisions(MatterId id) {
        return Sql.of(em, """
                        select decision_id, outcome, decided_on, of_appeal from matter_decision
                         where matter_id = :id order by decided_on desc, noted_at desc, decision_id
                        """)
                .with("id", id.value())
                .rows(row ->
                        new MatterDecision(row.uuid(0), row.text(1), row.date(2), Optional.ofNullable(row.uuid(3))));
    }

    List<MatterAppeal> appeals(MatterId id) {
        return Sql.of(em, """
                        select appeal_id, decision_id, appellant, appealed_on, result, answered_on from matter_appeal
                         where matter_id = :id order by appealed_on desc, noted_at desc, appeal_id
                        """)
                .with("id", id.value())
                .rows(row -> new MatterAppeal(
                        row.uuid(0),
                        row.uuid(1),
                        row.text(2),
                        row.date(3),
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.date(5))));
    }

    Optional<MatterEnd> end(MatterId id) {
        return Sql.of(em, "select outcome, given_up, ended_on from matter_end where matter_id = :id")
                .with("id", id.value())
                .first(row ->
                        new MatterEnd(Optional.ofNullable(row.text(0)), Optional.ofNullable(row.text(1)), row.date(2)));
    }

    boolean unpaid(MatterId id) {
        return Sql.of(em, "select coalesce(ordered, 0) > coalesce(paid, 0) from matter_file where matter_id = :id")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void decide(UUID id, MatterId matter, OfMatter of, String outcome, LocalDate on, UUID appeal, Caller caller) {
        Sql.of(em, """
                        insert into matter_decision (decision_id, matter_id, case_id, organisation_id, outcome, decided_on, of_appeal, noted_at, noted_by)
                        values (:id, :matter, :case, :house, :outcome, :on, :appeal, :now, :worker)
                        """)
                .with("id", id)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("outcome", outcome)
                .with("on", on)
                .with("appeal", appeal)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void appeal(UUID id, MatterId matter, OfMatter of, MatterDecision against, NewMatterAppeal appeal, Caller caller) {
        try {
            Sql.of(em, """
                            insert into matter_appeal (appeal_id, matter_id, case_id, organisation_id, decision_id, decided_on, appellant, appealed_on,
                                                       noted_at, noted_by)
                            values (:id, :matter, :case, :house, :decision, :decided, :appellant, :on, :now, :worker)
                            """)
                    .with("id", id)
                    .with("matter", matter.value())
                    .with("case", of.caseId().value())
                    .with("house", of.lawyers().value())
                    .with("decision", against.id())
                    .with("decided", against.decidedOn())
                    .with("appellant", appeal.appellant())
                    .with("on", appeal.appealedOn())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            throw THERE_ALREADY.equals(failed.state()) ? Refusal.invalid("appellant", "appealed-already") : failed;
        }
    }

    void answer(UUID appeal, String result, LocalDate on) {
        Sql.of(em, "update matter_appeal set result = :result, answered_on = :on where appeal_id = :id")
                .with("id", appeal)
                .with("result", result)
                .with("on", on)
                .change();
    }

    void end(MatterId matter, OfMatter of, NewMatterEnd end, Caller caller) {
        Sql.of(em, """
                        insert into matter_end (matter_id, case_id, organisation_id, outcome, given_up, ended_on, noted_at, noted_by)
                        values (:matter, :case, :house, :outcome, :given, :on, :now, :worker)
                        """)
                .with("matter", matter.value())
                .with("case", of.caseId().value())
                .with("house", of.lawyers().value())
                .with("outcome", end.outcome())
                .with("given", end.givenUp())
                .with("on", end.endedOn())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }
}
