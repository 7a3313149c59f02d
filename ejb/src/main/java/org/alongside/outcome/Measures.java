package org.alongside.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.outcome.OutcomeCounts.OutcomeCell;
import org.alongside.outcome.OutcomeView.OutcomeCourse;
import org.alongside.outcome.OutcomeView.OutcomeMeasure;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.Sql;

/** The collection of measures; none is ever changed. */
@ApplicationScoped
class Measures {
    @PersistenceContext
    EntityManager em;

    /** Her sums by scale, in the order of the scales. */
    List<OutcomeCourse> courses(CaseId caseId, List<Scale> scales) {
        Map<UUID, List<Row>> measured = Sql.of(em, """
                        select m.scale_id, m.measure_id, m.point, m.rater, m.measured_on, m.score, w.name,
                               (select string_agg(a.value::text, ',' order by a.position) from measure_answer a where a.measure_id = m.measure_id)
                          from measure m join worker w on w.worker_id = m.recorded_by
                         where m.case_id = :case order by m.measured_on, m.recorded_at, m.measure_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new Row(
                        row.uuid(0),
                        new OutcomeMeasure(
                                row.uuid(1),
                                row.text(2),
                                row.text(3),
                                row.date(4),
                                row.number(5),
                                row.text(6),
                                row.codes(7).stream().map(Integer::valueOf).toList())))
                .stream()
                .collect(Collectors.groupingBy(Row::scale));
        return scales.stream()
                .filter(scale -> measured.containsKey(scale.id()))
                .map(scale -> new OutcomeCourse(
                        scale,
                        measured.get(scale.id()).stream().map(Row::measure).toList()))
                .toList();
    }

    private record Row(UUID scale, OutcomeMeasure measure) {}

    /** Answers whether one of the answers must alarm. */
    boolean add(UUID id, CaseId caseId, NewMeasure measured) {
        return Sql.of(em, """
                        select measure_add(:id, :case, :scale, :point, :rater, :on, :lead, cast(cast(:answers as text[]) as int[]))
                        """)
                .with("id", id)
                .with("case", caseId.value())
                .with("scale", measured.scale())
                .with("point", measured.point())
                .with("rater", measured.rater())
                .with("on", measured.measuredOn())
                .with("lead", measured.leadMayKnow())
                .with(
                        "answers",
                        measured.answers().stream().map(String::valueOf).toList())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** A follow-up as far as measuring in it goes; empty where it is not the reader's. */
    Optional<Reached> reached(FollowUpId id) {
        return Sql.of(em, """
                        select u.case_id, u.ask_at, num_nonnulls(u.done_at, u.ended_at) > 0, follow_up_agreed(u.case_id, u.episode_no),
                               exists (select from contact_attempt a where a.follow_up_id = u.follow_up_id and a.outcome = 'REACHED'),
                               (select string_agg(m.scale_id::text, ',') from measure m where m.follow_up_id = u.follow_up_id)
                          from follow_up u where u.follow_up_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Reached(
                        new CaseId(row.uuid(0)),
                        row.instant(1),
                        row.yes(2),
                        row.yes(3),
                        row.yes(4),
                        row.codes(5).stream().map(UUID::fromString).toList()));
    }

    /**
     * @param askAt from when she is asked
     * @param over whether it was done, or is asked no more
     * @param agreed whether she agrees to be asked
     * @param spoken whether a try reached her
     * @param answered the scales she answered in it
     */
    record Reached(CaseId caseId, Instant askAt, boolean over, boolean agreed, boolean spoken, List<UUID> answered) {
        LocalDate from() {
            return askAt.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    void addAfterwards(UUID id, FollowUpId followUp, NewLaterMeasure measured) {
        Sql.of(em, """
                        select measure_afterwards(:id, :followUp, :scale, :rater, :on, cast(cast(:answers as text[]) as int[]))
                        """)
                .with("id", id)
                .with("followUp", followUp.value())
                .with("scale", measured.scale())
                .with("rater", measured.rater())
                .with("on", measured.measuredOn())
                .with(
                        "answers",
                        measured.answers().stream().map(String::valueOf).toList())
                .run();
    }

    List<OutcomeCell> counts(UUID scale, LocalDate quarter) {
        return Sql.of(em, "select point, band, people from outcome_counts(:scale, :quarter)")
                .with("scale", scale)
                .with("quarter", quarter)
                .rows(row -> new OutcomeCell(
                        row.text(0), row.number(1), row.has(2) ? Optional.of(row.number(2)) : Optional.empty()));
    }

    /** From how many people on a cell is told. */
    int leastTold() {
        return Sql.of(em, "select value from setting_count where name = 'outcomes-told-from-people'")
                .first(row -> row.number(0))
                .orElseThrow();
    }
}
