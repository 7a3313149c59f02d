package org.alongside.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.careplan.Unfinished;
import org.alongside.casefile.CaseFacts;
import org.alongside.casefile.Tellings;
import org.alongside.code.Settings;
import org.alongside.consent.PurposeAnswers;
import org.alongside.housing.Lodgings;
import org.alongside.referral.UnderWay;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of closings, episodes and tries to reach her; the database keeps them to the lead, and moves the state. */
@ApplicationScoped
class Closings {
    private static final String BLOCKED = "AL005";
    private static final String HEARING_TO_COME = "AL050";
    private static final String NOT_HER_INTEREST = "AL051";
    private static final String NOT_CONFIRMED = "AL052";
    private static final String ON_HER_WAY = "AL054";
    private static final String FOLLOW_UP = "FOLLOWUP_CONTACT";

    private static final String READ = """
            select k.closing_id, k.case_id, k.episode_no, k.reason, k.words, array_to_string(k.met, ','), k.conversation, k.data_notice,
                   k.follow_up, k.follow_up_channel, k.follow_up_giver, k.giver_relation, k.assent, k.follow_up_not_asked,
                   array_to_string(k.obstacles, ','), k.override_reason, k.proposed_at, k.proposed_by, p.name,
                   proposed_closing(k.case_id, k.episode_no),
                   case when k.approved_at is not null then 'APPROVED' when k.withdrawn_at is not null then 'WITHDRAWN'
                        when k.sent_back_at is not null then 'SENT_BACK' else 'PROPOSED' end,
                   coalesce(k.approved_at, k.withdrawn_at, k.sent_back_at), d.name, k.sent_back_words
              from closing k
              join worker p on p.worker_id = k.proposed_by
              left join worker d on d.worker_id = coalesce(k.approved_by, k.withdrawn_by, k.sent_back_by)
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CaseFacts survivors;

    @Inject
    UnderWay help;

    @Inject
    Unfinished plans;

    @Inject
    Tellings tellings;

    @Inject
    OpenAlerts alerts;

    @Inject
    Lodgings lodgings;

    @Inject
    PurposeAnswers said;

    @Inject
    Settings settings;

    @Inject
    Grounds grounds;

    ClosingFacts facts(CaseId caseId) {
        CaseFacts.Facts survivor = survivors.of(caseId);
        return new ClosingFacts(
                survivor,
                episodes(caseId),
                help.of(caseId),
                plans.of(caseId),
                tellings.outstanding(caseId),
                alerts.count(caseId),
                lodgings.running(caseId),
                attempts(caseId),
                lostContact(),
                said.today(caseId, FOLLOW_UP),
                grounds.of(caseId));
    }

    private LostContact lostContact() {
        int attempts = Sql.of(em, "select lost_contact_attempts::int from closing_rule")
                .first(row -> row.number(0))
                .orElseThrow();
        return new LostContact(attempts, settings.of("lost-contact-over"));
    }

    private List<ClosingView.Episode> episodes(CaseId caseId) {
        return Sql.of(
                        em,
                        "select episode_no::int, opened_at, closed_at from case_episode where case_id = :case order by episode_no desc")
                .with("case", caseId.value())
                .rows(row -> new ClosingView.Episode(row.number(0), row.instant(1), row.when(2)));
    }

    private List<Attempt> attempts(CaseId caseId) {
        return Sql.of(em, """
                        select a.attempted_at, a.channel, a.outcome, a.channel = c.channel
                          from contact_attempt a join contact c using (case_id)
                          join case_file f using (case_id) join case_episode e using (case_id, episode_no)
                         where a.case_id = :case and a.attempted_at >= e.opened_at - interval '1 minute' order by a.attempted_at
                        """)
                .with("case", caseId.value())
                .rows(row -> new Attempt(row.instant(0), row.text(1), row.text(2), row.yes(3)));
    }

    Optional<ClosingView.Reopening> reopening(CaseId caseId, int episode) {
        return Sql.of(em, """
                        select r.reason, r.words, w.name from case_reopening r left join worker w on w.worker_id = r.taken_up_by
                         where r.case_id = :case and r.episode_no = :episode
                        """)
                .with("case", caseId.value())
                .with("episode", episode)
                .first(row -> new ClosingView.Reopening(
                        row.text(0), Optional.ofNullable(row.text(1)), Optional.ofNullable(row.text(2))));
    }

    Optional<Closing> find(ClosingId id) {
        return Sql.of(em, READ + " where k.closing_id = :id")
                .with("id", id.value())
                .first(Closings::read);
    }

    Closing require(ClosingId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    Optional<Closing> latest(CaseId caseId, int episode) {
        return Sql.of(
                        em,
                        READ
                                + " where k.case_id = :case and k.episode_no = :episode order by k.proposed_at desc limit 1")
                .with("case", caseId.value())
                .with("episode", episode)
                .first(Closings::read);
    }

    void add(ClosingId id, CaseId caseId, int episode, NewClosing asked, List<String> obstacles, Caller caller) {
        Sql.of(em, """
                        insert into closing (closing_id, case_id, episode_no, reason, words, met, conversation, data_notice, follow_up,
                                             follow_up_channel, follow_up_giver, giver_relation, assent, follow_up_not_asked, obstacles,
                                             override_reason, proposed_at, proposed_by)
                        values (:id, :case, :episode, :reason, :words, :met, :conversation, :notice, :answer, :channel, :giver, :relation,
                                :assent, :why, :obstacles, :override, :now, :worker)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("episode", episode)
                .with("reason", asked.reason())
                .with("words", stripped(asked.words()))
                .with("met", asked.met())
                .with("conversation", asked.conversation())
                .with("notice", asked.dataNotice())
                .with("answer", asked.followUp().answer())
                .with("channel", asked.followUp().channel())
                .with("giver", asked.followUp().giver())
                .with("relation", asked.followUp().giverRelation())
                .with("assent", asked.followUp().assent())
                .with("why", asked.followUp().notAsked())
                .with("obstacles", obstacles)
                .with("override", stripped(asked.overrideReason()))
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    void addAttempt(CaseId caseId, NewAttempt attempt, Caller caller) {
        Sql.of(em, """
                        insert into contact_attempt (attempt_id, case_id, attempted_at, channel, outcome, recorded_at, recorded_by)
                        values (:id, :case, :at, :channel, :outcome, :now, :worker)
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("at", attempt.at() == null ? caller.now() : attempt.at())
                .with("channel", attempt.channel())
                .with("outcome", attempt.outcome())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** One that was proposed anew is over: taking it back must not end what is asked about the newer one. */
    void withdraw(ClosingId id, Caller caller) {
        decided(Sql.of(em, """
                        update closing set withdrawn_at = :now, withdrawn_by = :worker, version = version + 1
                         where closing_id = :id and withdrawn_at is null and approved_at is null
                           and not exists (select from closing newer where newer.case_id = closing.case_id
                                              and newer.proposed_at > closing.proposed_at)
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("id", id.value()));
    }

    void sendBack(ClosingId id, String words, Caller caller) {
        decided(Sql.of(em, """
                        update closing set sent_back_at = :now, sent_back_by = :worker, sent_back_words = :words, version = version + 1
                         where closing_id = :id and withdrawn_at is null and sent_back_at is null and approved_at is null
                        """)
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .with("words", words)
                .with("id", id.value()));
    }

    private static void decided(Sql change) {
        if (change.change() == 0) {
            throw Refusal.wrongState("closing-decided");
        }
    }

    /** Closes the file: its state, its episode and what was open to others, in this instant. */
    void approve(ClosingId id) {
        try {
            Sql.of(em, "select cast(closing_approve(:id) as text)")
                    .with("id", id.value())
                    .run();
        } catch (Sql.Failed failed) {
            throw switch (failed.state()) {
                case BLOCKED -> Refusal.wrongState("help-began-meanwhile");
                case HEARING_TO_COME -> Refusal.wrongState("hearing-to-come");
                case NOT_HER_INTEREST -> Refusal.wrongState("not-in-her-interest");
                case NOT_CONFIRMED -> Refusal.wrongState("return-not-confirmed");
                case ON_HER_WAY -> Refusal.wrongState("on-her-way");
                default -> failed;
            };
        }
    }

    /** Whether she will be asked later how she is: what she says of it in this instant. */
    boolean asksLater(CaseId caseId) {
        return Sql.of(em, "select follow_up_agreed(f.case_id, f.episode_no) from case_file f where f.case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    void reopen(CaseId caseId, NewReopening asked) {
        Sql.of(em, "select case_reopen(:case, :reason, :words)")
                .with("case", caseId.value())
                .with("reason", asked.reason())
                .with("words", stripped(asked.words()))
                .run();
    }

    void takeUp(CaseId caseId) {
        Sql.of(em, "select cast(case_take_up(:case) as text)")
                .with("case", caseId.value())
                .run();
    }

    private static Closing read(Row row) {
        return new Closing(
                new ClosingId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.number(2),
                row.text(3),
                row.text(4),
                row.codes(5),
                row.text(6),
                row.text(7),
                new NewClosing.FollowUp(
                        row.text(8), row.text(9), row.text(10), row.text(11), row.text(12), row.text(13)),
                row.codes(14),
                row.text(15),
                row.instant(16),
                new WorkerId(row.uuid(17)),
                row.text(18),
                row.yes(19),
                ClosingState.valueOf(row.text(20)),
                row.instant(21),
                row.text(22),
                row.text(23));
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
