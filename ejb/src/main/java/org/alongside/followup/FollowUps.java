package org.alongside.followup;

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
import org.alongside.access.Caller;
import org.alongside.followup.FollowUpEvent.FollowUpPlanned;
import org.alongside.followup.FollowUpTimes.FollowUpTime;
import org.alongside.followup.NewFollowUp.NewFollowUpAnswer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.shared.CaseId;
import org.alongside.shared.FollowUpId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of follow-ups; the database keeps them to who leads, and makes none without her agreement. */
@ApplicationScoped
class FollowUps {
    private static final String READ = """
            select u.follow_up_id, u.case_id, u.episode_no::int, u.point, u.ask_at, u.due_at, u.outcome, u.concern, u.done_at, w.name, u.offer_by,
                   u.offer, u.end_reason, follow_up_agreed(u.case_id, u.episode_no),
                   (select string_agg(c, ',' order by c) from follow_up_channels(u.follow_up_id) c), d.words
              from follow_up u left join worker w on w.worker_id = u.done_by left join follow_up_word d using (follow_up_id)
            """;

    @PersistenceContext
    EntityManager em;

    /** What is known of one when something is done about it. */
    record Held(
            FollowUpId id, CaseId caseId, String point, boolean agreed, boolean over, boolean offers, Instant askAt) {}

    Optional<CaseId> caseOf(FollowUpId id) {
        return Sql.of(em, "select case_id from follow_up where follow_up_id = :id")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    Held require(FollowUpId id) {
        return Sql.of(em, """
                        select u.case_id, u.point, follow_up_agreed(u.case_id, u.episode_no), num_nonnulls(u.done_at, u.ended_at) > 0,
                               coalesce(u.concern, false) and u.offered_at is null and u.ended_at is null, u.ask_at
                          from follow_up u where u.follow_up_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Held(
                        id, new CaseId(row.uuid(0)), row.text(1), row.yes(2), row.yes(3), row.yes(4), row.instant(5)))
                .orElseThrow(Refusal::notThere);
    }

    List<String> channels(FollowUpId id) {
        return Sql.of(em, "select c from follow_up_channels(:id) c order by c")
                .with("id", id.value())
                .rows(row -> row.text(0));
    }

    int tries(FollowUpId id, String outcome) {
        return Sql.of(
                        em,
                        "select count(*)::int from contact_attempt where follow_up_id = :id and (cast(:outcome as text) is null or outcome = :outcome)")
                .with("id", id.value())
                .with("outcome", outcome)
                .first(row -> row.number(0))
                .orElseThrow();
    }

    /** The newest episode first, and in it the first time first. */
    List<FollowUpView> of(CaseId caseId, Instant now) {
        return views(READ + " where u.case_id = :id order by u.episode_no desc, u.ask_at", caseId.value(), now);
    }

    Optional<FollowUpView> find(FollowUpId id, Instant now) {
        return views(READ + " where u.follow_up_id = :id", id.value(), now).stream()
                .findFirst();
    }

    private List<FollowUpView> views(String question, UUID id, Instant now) {
        Map<UUID, List<FollowUpView.FollowUpAnswer>> answers = new HashMap<>();
        Map<UUID, List<FollowUpView.FollowUpTry>> tries = new HashMap<>();
        Sql.of(em, """
                        select a.follow_up_id, a.asked, a.answer from follow_up_answer a
                         where a.case_id = :id or a.follow_up_id = :id order by a.asked
                        """).with("id", id).rows(row -> answers.computeIfAbsent(row.uuid(0), key -> new ArrayList<>())
                .add(new FollowUpView.FollowUpAnswer(row.text(1), row.text(2))));
        Sql.of(em, """
                        select t.follow_up_id, t.attempted_at, t.channel, t.outcome, w.name
                          from contact_attempt t join worker w on w.worker_id = t.recorded_by
                         where (t.case_id = :id or t.follow_up_id = :id) and t.follow_up_id is not null order by t.attempted_at
                        """).with("id", id).rows(row -> tries.computeIfAbsent(row.uuid(0), key -> new ArrayList<>())
                .add(new FollowUpView.FollowUpTry(row.instant(1), row.text(2), row.text(3), row.text(4))));
        return Sql.of(em, question).with("id", id).rows(row -> view(row, answers, tries, now));
    }

    private static FollowUpView view(
            Row row,
            Map<UUID, List<FollowUpView.FollowUpAnswer>> answers,
            Map<UUID, List<FollowUpView.FollowUpTry>> tries,
            Instant now) {
        Optional<String> end = Optional.ofNullable(row.text(12));
        String state = state(row, end, now);
        boolean asked = row.yes(13) && ("TO_ASK".equals(state) || "LATE".equals(state));
        return new FollowUpView(
                new FollowUpId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.number(2),
                row.text(3),
                state,
                row.instant(4),
                row.instant(5),
                asked ? row.codes(14) : List.of(),
                tries.getOrDefault(row.uuid(0), List.of()),
                row.has(7) ? Optional.of(row.yes(7)) : Optional.empty(),
                answers.getOrDefault(row.uuid(0), List.of()),
                Optional.ofNullable(row.text(15)),
                row.when(8),
                Optional.ofNullable(row.text(9)),
                row.when(10),
                Optional.ofNullable(row.text(11)),
                end);
    }

    private static String state(Row row, Optional<String> end, Instant now) {
        if (row.has(6)) {
            return row.text(6);
        }
        if (end.isPresent()) {
            return "ENDED";
        }
        return now.isBefore(row.instant(4)) ? "LATER" : now.isBefore(row.instant(5)) ? "TO_ASK" : "LATE";
    }

    /** Those that were not there before; the database makes none without her agreement. */
    List<FollowUpPlanned> begin(CaseId caseId, List<FollowUpTime> times, Instant closed) {
        return Sql.of(em, """
                        select follow_up_id, lead, ask_at, due_at
                          from follow_ups_begin(:case, :points, cast(:asks as timestamptz[]), cast(:dues as timestamptz[])) order by ask_at
                        """)
                .with("case", caseId.value())
                .with("points", times.stream().map(FollowUpTime::point).toList())
                .with(
                        "asks",
                        times.stream()
                                .map(one -> closed.plus(one.askAfter()).toString())
                                .toList())
                .with(
                        "dues",
                        times.stream()
                                .map(one -> closed.plus(one.askAfter())
                                        .plus(one.doneWithin())
                                        .toString())
                                .toList())
                .rows(row -> new FollowUpPlanned(
                        new FollowUpId(row.uuid(0)), new OrganisationId(row.uuid(1)), row.instant(2), row.instant(3)));
    }

    /** Of files that were closed before anybody planned them: the times that are not over, planned now. */
    List<FollowUpPlanned> ofBefore(List<FollowUpTime> times, int most) {
        return Sql.of(em, """
                        select follow_up_id, lead, ask_at, due_at
                          from follow_ups_of_before(:points, cast(cast(:after as text[]) as interval[]), cast(cast(:within as text[]) as interval[]), :most)
                        """)
                .with("points", times.stream().map(FollowUpTime::point).toList())
                .with(
                        "after",
                        times.stream().map(one -> one.askAfter().toString()).toList())
                .with(
                        "within",
                        times.stream().map(one -> one.doneWithin().toString()).toList())
                .with("most", most)
                .rows(row -> new FollowUpPlanned(
                        new FollowUpId(row.uuid(0)), new OrganisationId(row.uuid(1)), row.instant(2), row.instant(3)));
    }

    /** What she answered to scales in it. */
    Measured measured(FollowUpId id) {
        return Sql.of(em, """
                        select count(distinct m.measure_id)::int, coalesce(bool_or(a.value >= i.alarm_from), false)
                          from measure m left join measure_answer a using (measure_id)
                          left join scale_item i on i.scale_id = m.scale_id and i.position = a.position
                         where m.follow_up_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Measured(row.number(0), row.yes(1)))
                .orElseThrow();
    }

    /**
     * @param scales how many she answered
     * @param alarms whether one of her answers must alarm
     */
    record Measured(int scales, boolean alarms) {}

    void tried(Held held, NewTry tried, Caller caller) {
        Sql.of(em, """
                        insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by, follow_up_id)
                        values (:id, :case, :at, :channel, :outcome, :now, :worker, :followUp)
                        """)
                .with("id", UUID.randomUUID())
                .with("case", held.caseId().value())
                .with("at", tried.at() == null ? caller.now() : tried.at())
                .with("channel", tried.channel())
                .with("outcome", tried.outcome())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("followUp", held.id().value())
                .change();
    }

    /** Answers the later ones of which nobody is asked any more. */
    List<FollowUpId> done(Held held, NewFollowUp how, boolean concern, Instant offerBy) {
        return Sql.of(
                        em,
                        "select * from follow_up_done(:id, :outcome, :concern, cast(:offer as timestamptz), :asked, :answers, :words)")
                .with("id", held.id().value())
                .with("outcome", how.outcome())
                .with("concern", concern)
                .with("offer", concern ? offerBy : null)
                .with(
                        "asked",
                        how.answers().stream().map(NewFollowUpAnswer::asked).toList())
                .with(
                        "answers",
                        how.answers().stream().map(NewFollowUpAnswer::answer).toList())
                .with(
                        "words",
                        how.words() == null || how.words().isBlank()
                                ? null
                                : how.words().strip())
                .rows(row -> new FollowUpId(row.uuid(0)));
    }

    void offered(FollowUpId id, String answer) {
        Sql.of(em, "select cast(follow_up_offered(:id, :answer) as text)")
                .with("id", id.value())
                .with("answer", answer)
                .run();
    }

    List<FollowUpId> end(CaseId caseId) {
        return Sql.of(em, "select * from follow_ups_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new FollowUpId(row.uuid(0)));
    }

    boolean over(CaseId caseId) {
        return Sql.of(em, "select follow_ups_over(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElseThrow();
    }
}
