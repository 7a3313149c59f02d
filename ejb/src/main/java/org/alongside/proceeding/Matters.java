package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.proceeding.NewMatter.NewCompensation;
import org.alongside.proceeding.NewMatter.NewHearing;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** The collection of matters and their parts, each part as far as the caller may read it. */
@ApplicationScoped
class Matters {
    private static final String BROKEN_RULE = "23514";
    private static final String PAID_IN_ANOTHER = "AL263";

    @PersistenceContext
    EntityManager em;

    @Inject
    HearingRecords hearings;

    @Inject
    StageMoves moves;

    Optional<Matter> find(MatterId id) {
        return Optional.ofNullable(em.find(Matter.class, id.value()));
    }

    Matter require(MatterId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    /** The matter, for somebody who is about to change it: whoever comes second waits, then sees what the first one did. */
    Matter toChange(MatterId id) {
        Matter matter = em.find(Matter.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (matter == null) {
            throw Refusal.notThere();
        }
        return matter;
    }

    void add(Matter matter, NewMatter written) {
        em.persist(matter);
        em.flush();
        for (String part : List.of(
                "matter_stage (matter_id, case_id, organisation_id, stage) values (:id, :case, :house, :stage)",
                "matter_file (matter_id, case_id, organisation_id, track) values (:id, :case, :house, :track)",
                "hearing_minimum (matter_id, case_id, organisation_id) values (:id, :case, :house)")) {
            Sql.of(em, "insert into " + part)
                    .with("id", matter.id().value())
                    .with("case", matter.caseId().value())
                    .with("house", matter.organisation().value())
                    .with("stage", written.stage())
                    .with("track", written.track())
                    .run();
        }
        write(matter.id(), written);
    }

    /** Writes every part anew; the matter gets its next version. */
    void change(Matter matter, NewMatter written) {
        write(matter.id(), written);
        em.lock(matter, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private void write(MatterId id, NewMatter written) {
        Optional<NewHearing> hearing = Optional.ofNullable(written.hearing());
        NewCompensation compensation =
                Optional.ofNullable(written.compensation()).orElse(NewCompensation.NOTHING);
        onlyAfterCheck(id, written);
        try {
            Sql.of(em, """
                            update matter_file set track = :track, note = :note,
                                   claimed = cast(:claimed as numeric), ordered = cast(:ordered as numeric), paid = cast(:paid as numeric),
                                   most = cast(:most as numeric), currency = :currency, freeze_asked_on = :freeze, final_on = :final
                             where matter_id = :id
                            """)
                    .with("claimed", amount(compensation.claimed()))
                    .with("ordered", amount(compensation.ordered()))
                    .with("paid", amount(compensation.paid()))
                    .with("most", amount(compensation.most()))
                    .with("currency", compensation.currency())
                    .with("freeze", compensation.freezeAskedOn())
                    .with("final", compensation.finalOn())
                    .with("track", written.track())
                    .with("note", MatterRules.stripped(written.note()))
                    .with("id", id.value())
                    .run();
        } catch (Failed failed) {
            if (PAID_IN_ANOTHER.equals(failed.state())) {
                throw Refusal.invalid("compensation.currency", "paid-in-another-currency");
            }
            // payments are written down one by one, and together they are more than that
            throw BROKEN_RULE.equals(failed.state())
                    ? Refusal.invalid("compensation.ordered", "less-than-paid")
                    : failed;
        }
        stage(id, written.stage());
        try {
            Sql.of(em, """
                            update hearing_minimum set hearing_at = :at, place = :place, needs = :needs, protection = :protection,
                                   deadline_on = :deadline
                             where matter_id = :id
                            """)
                    .with("at", hearing.map(NewHearing::at).orElse(null))
                    .with("place", hearing.map(NewHearing::place).orElse(null))
                    .with("needs", written.needs())
                    .with("protection", written.protection())
                    .with("deadline", written.deadlineOn())
                    .with("id", id.value())
                    .run();
        } catch (Failed failed) {
            throw HearingRecords.twice(failed);
        }
        hearing.ifPresent(
                next -> hearings.file(next(id, next.at()), id, hearings.matter(id), next.type(), next.mode()));
    }

    /** Before the check for conflicts is clear nothing of the case goes into a matter that begins here. */
    private void onlyAfterCheck(MatterId id, NewMatter written) {
        boolean checked = hearings.matter(id).checked();
        new Check()
                .that(checked || MatterRules.stripped(written.note()) == null, "note", "check-first")
                .that(checked || written.hearing() == null, "hearing.at", "check-first")
                .that(checked || written.protection().isEmpty(), "protection", "check-first")
                .that(checked || NewCompensation.kept(written.compensation()) == null, "compensation", "check-first")
                .orRefuse();
    }

    /** Whoever rewrites a matter may say the stage that follows; what it waits for is told beside its field. */
    private void stage(MatterId id, String stage) {
        if (!moves.stage(id).equals(stage)) {
            moves.waits(id, stage).ifPresent(why -> {
                throw Refusal.invalid("stage", why);
            });
            Sql.of(em, "update matter_stage set stage = :stage where matter_id = :id")
                    .with("stage", stage)
                    .with("id", id.value())
                    .run();
        }
    }

    /** The hearing of a matter at that time, which was just written. */
    private UUID next(MatterId id, Instant at) {
        return Sql.of(
                        em,
                        "select hearing_id from hearing where matter_id = :id and hearing_at = :at and ended_at is null")
                .with("id", id.value())
                .with("at", at)
                .first(row -> row.uuid(0))
                .orElseThrow(Refusal::notThere);
    }

    /** A matter as it stands, for its own lawyer. */
    NewMatter written(MatterId id) {
        return Sql.of(em, """
                        select f.track, s.stage, f.note, h.hearing_at, d.type, h.place, d.mode,
                               array_to_string(h.needs, ','), array_to_string(h.protection, ','), h.deadline_on,
                               f.claimed::text, f.ordered::text, f.paid::text, f.most::text, f.currency, f.freeze_asked_on, f.final_on
                          from matter_file f join matter_stage s using (matter_id) join hearing_minimum h using (matter_id)
                          left join hearing_file d on d.hearing_id = h.hearing_id
                         where f.matter_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new NewMatter(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.has(3) ? new NewHearing(row.instant(3), row.text(4), row.text(5), row.text(6)) : null,
                        row.codes(7),
                        row.codes(8),
                        row.date(9),
                        compensation(row, 10)))
                .orElseThrow(Refusal::notThere);
    }

    /** What is claimed, from seven columns; null: nothing. */
    static NewCompensation compensation(Row row, int from) {
        return NewCompensation.kept(new NewCompensation(
                amount(row, from),
                amount(row, from + 1),
                amount(row, from + 2),
                amount(row, from + 3),
                row.text(from + 4),
                row.date(from + 5),
                row.date(from + 6)));
    }

    private static BigDecimal amount(Row row, int at) {
        return row.has(at) ? new BigDecimal(row.text(at)) : null;
    }

    private static String amount(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    /** The last day to apply to a fund after that final act, by the calendar. */
    LocalDate fundUntil(LocalDate finalOn) {
        return Sql.of(em, "select state_compensation_until(:final)")
                .with("final", finalOn)
                .first(row -> row.date(0))
                .orElseThrow();
    }

    /** The hearing that is set, and what she needs for it, as far as the caller may know. */
    Optional<HearingSet> set(MatterId id) {
        return Sql.of(
                        em,
                        "select hearing_at, array_to_string(needs, ','), array_to_string(arranged, ',') from hearing_minimum where matter_id = :id")
                .with("id", id.value())
                .first(row -> new HearingSet(row.instant(0), row.codes(1), row.codes(2)));
    }

    void take(Matter matter, String need, Instant hearing, Caller caller) {
        Sql.of(em, """
                        insert into hearing_support (matter_id, need, hearing_at, case_id, organisation_id, worker_id, taken_at)
                        values (:id, :need, :at, :case, :house, :worker, :now)
                        """)
                .with("id", matter.id().value())
                .with("need", need)
                .with("at", hearing)
                .with("case", matter.caseId().value())
                .with("house", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .run();
    }

    /** Whether the caller's organisation did it until now. */
    boolean giveBack(Matter matter, String need, Instant hearing, Caller caller) {
        return Sql.of(em, """
                        delete from hearing_support
                         where matter_id = :id and need = :need and hearing_at = :at and organisation_id = :house
                        """)
                        .with("id", matter.id().value())
                        .with("need", need)
                        .with("at", hearing)
                        .with("house", caller.organisation().value())
                        .change()
                == 1;
    }

    void keepFields(Matter matter, List<String> fields, Caller caller) {
        Sql.of(em, """
                        insert into matter_change (change_id, matter_id, case_id, organisation_id, version, fields, changed_at, changed_by)
                        values (:change, :id, :case, :house, :version, :fields, :now, :worker)
                        """)
                .with("change", UUID.randomUUID())
                .with("id", matter.id().value())
                .with("case", matter.caseId().value())
                .with("house", matter.organisation().value())
                .with("version", matter.version())
                .with("fields", fields)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .run();
    }

    /** Which fields changed since a version. */
    List<String> changedSince(MatterId id, int version) {
        return Sql.of(em, """
                        select distinct f from matter_change, unnest(fields) f where matter_id = :id and version > :version order by f
                        """).with("id", id.value()).with("version", version).rows(row -> row.text(0));
    }

    /** What is set: when, what she needs then, and which of it somebody does. */
    record HearingSet(Instant at, List<String> needs, List<String> arranged) {}
}
