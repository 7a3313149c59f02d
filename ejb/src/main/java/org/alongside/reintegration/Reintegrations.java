package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.ReintegrationEvent.Before;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.SupportId;

/** The collection of returns and stays; the database keeps them to who leads, and lets nobody leave before all is there. */
@ApplicationScoped
class Reintegrations {
    private static final String ONE_AT_A_TIME = "23505";
    private static final String NOT_READY = "AL053";
    private static final String NOT_PERMITTED = "42501";

    @PersistenceContext
    EntityManager em;

    /** How far one is, when something is done about it; held until the end of the transaction it is not: the database asks again. */
    record Held(
            ReintegrationId id, CaseId caseId, String returnType, boolean departed, boolean arrived, boolean ended) {}

    Optional<CaseId> caseOf(ReintegrationId id) {
        return Sql.of(em, "select case_id from reintegration where reintegration_id = :id")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    Held require(ReintegrationId id) {
        return Sql.of(em, """
                        select case_id, return_type, departed_at is not null, arrived_at is not null, ended_at is not null
                          from reintegration where reintegration_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Held(id, new CaseId(row.uuid(0)), row.text(1), row.yes(2), row.yes(3), row.yes(4)))
                .orElseThrow(Refusal::notThere);
    }

    /** The one that runs and has not begun, of a case: whose risk is asked for. */
    Optional<ReintegrationId> beforeLeaving(CaseId caseId) {
        return Sql.of(em, """
                        select reintegration_id from reintegration where case_id = :case and ended_at is null and departed_at is null and risk_by is not null
                        """).with("case", caseId.value()).first(row -> new ReintegrationId(row.uuid(0)));
    }

    /** Refuses where one runs already, also in this very moment. */
    void plan(
            ReintegrationId id,
            CaseId caseId,
            NewReintegration asked,
            Optional<Before> before,
            Instant reviewBy,
            Caller caller) {
        try {
            Sql.of(em, """
                            insert into reintegration (reintegration_id, case_id, return_type, country, informed_on, decided_on, language, family_contact,
                                                       planned_at, planned_by, risk_by, receiver_by, ready_by, review_by)
                            values (:id, :case, :type, :country, :informed, :decided, :language, :family, :now, :worker,
                                    cast(:risk as timestamptz), cast(:receiver as timestamptz), cast(:ready as timestamptz), :review)
                            """)
                    .with("id", id.value())
                    .with("case", caseId.value())
                    .with("type", asked.returnType())
                    .with("country", asked.country())
                    .with("informed", asked.informedOn())
                    .with("decided", asked.decidedOn())
                    .with("language", asked.language())
                    .with("family", asked.familyContact())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .with("risk", before.map(Before::riskBy).orElse(null))
                    .with("receiver", before.map(Before::receiverBy).orElse(null))
                    .with("ready", before.map(Before::readyBy).orElse(null))
                    .with("review", reviewBy)
                    .change();
        } catch (Failed failed) {
            throw ONE_AT_A_TIME.equals(failed.state()) ? Refusal.wrongState("planned-already") : failed;
        }
    }

    /** Refuses a referral of hers that nobody accepted. */
    void confirm(Held held, NewReceiver asked, Caller caller) {
        try {
            Sql.of(em, """
                            insert into reintegration_receiver (receiver_id, reintegration_id, case_id, referral_id, name, confirmed_by, confirmed_on, medium,
                                                                noted_at, noted_by)
                            values (:receiver, :id, :case, cast(:referral as uuid), :name, :by, :on, :medium, :now, :worker)
                            """)
                    .with("receiver", UUID.randomUUID())
                    .with("id", held.id().value())
                    .with("case", held.caseId().value())
                    .with(
                            "referral",
                            asked.referral() == null ? null : asked.referral().toString())
                    .with("name", stripped(asked.name()))
                    .with("by", stripped(asked.confirmedBy()))
                    .with("on", asked.confirmedOn())
                    .with("medium", asked.medium())
                    .with("now", caller.now())
                    .with("worker", caller.worker().value())
                    .change();
        } catch (Failed failed) {
            throw asked.referral() != null && NOT_PERMITTED.equals(failed.state())
                    ? Refusal.notAllowed("receiver-did-not-accept")
                    : failed;
        }
    }

    /** Whether all that is arranged before she leaves is arranged now; done twice it is done once. */
    boolean arranged(Held held, String step, Caller caller) {
        Sql.of(em, """
                        insert into reintegration_step (reintegration_id, case_id, step, done_at, done_by) values (:id, :case, :step, :now, :worker)
                        on conflict do nothing
                        """)
                .with("id", held.id().value())
                .with("case", held.caseId().value())
                .with("step", step)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        return Sql.of(em, "select count(*)::int = 3 from reintegration_step where reintegration_id = :id")
                .with("id", held.id().value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }

    void helped(Held held, NewReturnHelp asked, Caller caller) {
        Sql.of(em, """
                        insert into reintegration_helper (reintegration_id, case_id, step, helper, answer, said_on, noted_at, noted_by)
                        values (:id, :case, :step, :helper, :answer, :on, :now, :worker) on conflict do nothing
                        """)
                .with("id", held.id().value())
                .with("case", held.caseId().value())
                .with("step", asked.step())
                .with("helper", asked.helper())
                .with("answer", asked.answer())
                .with("on", asked.on())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    List<String> missing(ReintegrationId id) {
        return Sql.of(em, "select m from return_missing(:id) m")
                .with("id", id.value())
                .rows(row -> row.text(0));
    }

    void depart(ReintegrationId id, Instant arrivalBy) {
        try {
            Sql.of(em, "select cast(reintegration_depart(:id, :by) as text)")
                    .with("id", id.value())
                    .with("by", arrivalBy)
                    .run();
        } catch (Failed failed) {
            throw NOT_READY.equals(failed.state()) ? Refusal.stale("changed-meanwhile") : failed;
        }
    }

    void arrive(ReintegrationId id, String how, Instant reviewBy) {
        Sql.of(em, "select cast(reintegration_arrive(:id, :how, :by) as text)")
                .with("id", id.value())
                .with("how", how)
                .with("by", reviewBy)
                .run();
    }

    void review(ReintegrationId id, Instant reviewBy) {
        Sql.of(em, "select cast(reintegration_review(:id, :by) as text)")
                .with("id", id.value())
                .with("by", reviewBy)
                .run();
    }

    void end(ReintegrationId id, String reason) {
        Sql.of(em, "select cast(reintegration_end(:id, :reason) as text)")
                .with("id", id.value())
                .with("reason", reason)
                .run();
    }

    void aim(UUID aim, Held held, NewAim asked, Caller caller) {
        Sql.of(em, """
                        insert into reintegration_aim (aim_id, reintegration_id, case_id, dimension, words, noted_at, noted_by)
                        values (:aim, :id, :case, :dimension, :words, :now, :worker)
                        """)
                .with("aim", aim)
                .with("id", held.id().value())
                .with("case", held.caseId().value())
                .with("dimension", asked.dimension())
                .with("words", asked.words().strip())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void read(Held held, NewReading asked, Caller caller) {
        Sql.of(em, """
                        insert into reintegration_reading (reading_id, reintegration_id, case_id, indicator, reading, read_at, read_by)
                        values (:reading, :id, :case, :indicator, :said, :now, :worker)
                        """)
                .with("reading", UUID.randomUUID())
                .with("id", held.id().value())
                .with("case", held.caseId().value())
                .with("indicator", asked.indicator())
                .with("said", asked.reading())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void give(UUID support, Held held, NewGiven asked, Caller caller) {
        Sql.of(em, """
                        insert into reintegration_support (support_id, reintegration_id, case_id, kind, purpose, amount, currency, words, given_on,
                                                           given_by, noted_at, noted_by)
                        values (:support, :id, :case, :kind, :purpose, cast(:amount as numeric), :currency, :words, :on, :by, :now, :worker)
                        """)
                .with("support", support)
                .with("id", held.id().value())
                .with("case", held.caseId().value())
                .with("kind", asked.kind())
                .with("purpose", asked.purpose())
                .with("amount", asked.amount() == null ? null : asked.amount().toPlainString())
                .with("currency", asked.currency())
                .with("words", stripped(asked.words()))
                .with("on", asked.givenOn())
                .with(
                        "by",
                        asked.givenBy() == null
                                ? caller.worker().value()
                                : asked.givenBy().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** She says that she has it; refuses where she said so before, or it is none of hers. */
    void has(Held held, SupportId support, Caller caller) {
        int confirmed = Sql.of(em, """
                        update reintegration_support set confirmed_at = :now, confirmed_to = :worker
                         where support_id = :support and reintegration_id = :id and confirmed_at is null
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("support", support.value())
                .with("id", held.id().value())
                .change();
        if (confirmed == 0) {
            throw Refusal.wrongState("confirmed-already");
        }
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
