package org.alongside.missing;

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
import java.util.stream.Stream;
import org.alongside.missing.MissingTimes.Clocks;
import org.alongside.missing.MissingView.MissingAbility;
import org.alongside.missing.MissingView.MissingClock;
import org.alongside.missing.MissingView.MissingDone;
import org.alongside.missing.MissingView.PoliceReport;
import org.alongside.missing.MissingView.ReturnTalk;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/** The collection of those who are and were missing; the database writes it by its own functions, which ask everything a second time. */
@ApplicationScoped
class Episodes {
    private static final int MOST_SHOWN = 20;
    private static final MissingAbility NOTHING = new MissingAbility(List.of(), false, false, false, false);

    private static final String EPISODE = """
            select e.missing_id, e.case_id, a.alert_id, e.child, e.status, e.gone_at, e.began_at, e.located_at, e.found_how, e.talk_by, e.talked_at,
                   e.ended_at is not null, e.search_by, e.searched_at, e.report_by, e.reported_at, e.conference_by, e.conference_at,
                   e.safe_channel_by, e.safe_channel_at, e.look_by, e.unresolved_at, r.reference, r.basis, r.told_at, t.held_at, t.words, f.case_code
              from missing_episode e join case_file f on f.case_id = e.case_id
              left join safety_alert a on a.alert_id = e.alert_id
              left join missing_report r on r.missing_id = e.missing_id
              left join missing_talk t on t.missing_id = e.missing_id
            """;

    @PersistenceContext
    EntityManager em;

    /** Where one stands, as far as the caller may know that it is there. */
    record Episode(
            MissingId id,
            CaseId caseId,
            boolean child,
            MissingStatus status,
            boolean ended,
            Instant lookAt,
            boolean talkWaits,
            Optional<Instant> reportedAt,
            Optional<Instant> locatedAt) {
        boolean running() {
            return status != MissingStatus.LOCATED && !ended;
        }

        /** Whether the time is over and all was done that the table asks for before (REPORTED, time out). */
        boolean canBeLeft(Instant now) {
            boolean done = status == MissingStatus.REPORTED || !child && status == MissingStatus.SEARCH;
            return done && !ended && !now.isBefore(lookAt);
        }
    }

    Optional<Episode> find(MissingId id) {
        return Sql.of(em, """
                        select case_id, child, status, ended_at is not null, look_by, talk_by is not null and talked_at is null, reported_at,
                               located_at
                          from missing_episode where missing_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new Episode(
                        id,
                        new CaseId(row.uuid(0)),
                        row.yes(1),
                        MissingStatus.valueOf(row.text(2)),
                        row.yes(3),
                        row.instant(4),
                        row.yes(5),
                        row.when(6),
                        row.when(7)));
    }

    /** The houses in which she lives and that are asked, as far as the caller may know them. */
    List<OrganisationId> houses(MissingId id) {
        return Sql.of(em, "select organisation_id from missing_house where missing_id = :id and left_at is null")
                .with("id", id.value())
                .rows(row -> new OrganisationId(row.uuid(0)));
    }

    boolean child(CaseId caseId) {
        return Sql.of(em, "select missing_child(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(true);
    }

    /** The one that runs, and the alert about which somebody is asked already; nobody else begins one until the end of the transaction. */
    record Running(Optional<MissingId> id, Optional<AlertId> alert) {}

    Running running(CaseId caseId) {
        return Sql.of(em, "select missing_id, alert_id from missing_running(:case)")
                .with("case", caseId.value())
                .first(row -> new Running(
                        Optional.ofNullable(row.uuid(0)).map(MissingId::new),
                        Optional.ofNullable(row.uuid(1)).map(AlertId::new)))
                .orElseThrow();
    }

    /** Answers who leads. */
    OrganisationId begin(MissingId id, CaseId caseId, AlertId alert, Instant gone, Clocks clocks) {
        return Sql.of(em, """
                        select missing_begin(:id, :case, :alert, :gone, :search, cast(:report as timestamptz), cast(:conference as timestamptz),
                                             cast(:channel as timestamptz), :look)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("alert", alert.value())
                .with("gone", gone)
                .with("search", clocks.searchBy())
                .with("report", clocks.reportBy().orElse(null))
                .with("conference", clocks.conferenceBy().orElse(null))
                .with("channel", clocks.safeChannelBy().orElse(null))
                .with("look", clocks.lookAt())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow();
    }

    /** The house in which she lives is asked from now on; answers which, if she lives in one. */
    Optional<OrganisationId> joined(MissingId id) {
        return Sql.of(em, "select missing_joined(:id)")
                .with("id", id.value())
                .first(row -> Optional.ofNullable(row.uuid(0)).map(OrganisationId::new))
                .flatMap(house -> house);
    }

    OrganisationId lead(CaseId caseId) {
        return Sql.of(em, "select lead_told(case_id) from case_file where case_id = :case")
                .with("case", caseId.value())
                .first(row -> new OrganisationId(row.uuid(0)))
                .orElseThrow();
    }

    Optional<CaseId> caseOf(PlacementId placement) {
        return Sql.of(em, "select case_id from placement_minimum where placement_id = :id")
                .with("id", placement.value())
                .first(row -> new CaseId(row.uuid(0)));
    }

    void done(MissingId id, MissingStep step) {
        Sql.of(em, "select cast(missing_done(:id, :step) as text)")
                .with("id", id.value())
                .with("step", step.name())
                .run();
    }

    /** On which ground the police may be told now, code of police_ground; empty: they may not. */
    Optional<String> ground(MissingId id) {
        return Sql.of(em, "select basis from missing_ground(:id)")
                .with("id", id.value())
                .first(row -> row.text(0));
    }

    void reported(MissingId id, String reference) {
        Sql.of(em, "select cast(missing_reported(:id, :reference) as text)")
                .with("id", id.value())
                .with("reference", reference)
                .run();
    }

    void unresolved(MissingId id) {
        Sql.of(em, "select cast(missing_unresolved(:id) as text)")
                .with("id", id.value())
                .run();
    }

    /** Answers the alert that ended with it. */
    AlertId found(MissingId id, String how, Optional<Instant> talkBy) {
        return Sql.of(em, "select missing_found(:id, :how, cast(:talk as timestamptz))")
                .with("id", id.value())
                .with("how", how)
                .with("talk", talkBy.orElse(null))
                .first(row -> new AlertId(row.uuid(0)))
                .orElseThrow();
    }

    void talked(MissingId id, Instant heldAt, String words) {
        Sql.of(em, "select cast(missing_talked(:id, :held, :words) as text)")
                .with("id", id.value())
                .with("held", heldAt)
                .with("words", words)
                .run();
    }

    /** One that a house left, and who leads. */
    record Left(MissingId id, OrganisationId lead) {}

    List<Left> houseLeft(PlacementId placement) {
        return Sql.of(em, "select missing_id, lead from missing_house_left(:placement)")
                .with("placement", placement.value())
                .rows(row -> new Left(new MissingId(row.uuid(0)), new OrganisationId(row.uuid(1))));
    }

    List<MissingId> end(CaseId caseId) {
        return Sql.of(em, "select missing_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new MissingId(row.uuid(0)));
    }

    List<MissingCount> counts() {
        return Sql.of(em, "select child, unresolved, people from missing_counts() order by 1 desc, 2")
                .rows(row -> new MissingCount(row.yes(0), row.yes(1), row.count(2)));
    }

    /** What the police are told, of what the caller may read; asked only where they may be told. */
    PoliceLeast least(MissingId id, Episode one, Optional<String> ground) {
        return Sql.of(em, """
                        select coalesce(nullif(concat_ws(' ', i.given_name, i.family_name), ''), m.preferred_name), i.birth_date, m.age_band,
                               d.sex, l.language, s.risk_level, e.gone_at, o.name
                          from missing_episode e join case_file f on f.case_id = e.case_id join organisation o on o.organisation_id = lead_told(f.case_id)
                          left join identity i on i.case_id = e.case_id
                          left join identity_minimum m on m.case_id = e.case_id
                          left join demographics d on d.case_id = e.case_id
                          left join demographics_minimum l on l.case_id = e.case_id
                          left join safety_minimum s on s.case_id = e.case_id
                         where e.missing_id = :id
                        """)
                .with("id", id.value())
                .first(row -> new PoliceLeast(
                        id,
                        one.child(),
                        ground,
                        Optional.ofNullable(row.text(0)),
                        Optional.ofNullable(row.date(1)),
                        Optional.ofNullable(row.text(2)),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.text(5)),
                        row.when(6),
                        Optional.ofNullable(row.text(7))))
                .orElseThrow();
    }

    /** One as it is read: where it stands, which houses are asked, and all of it but what depends on the reader. */
    record Whole(Episode episode, List<OrganisationId> houses, MissingView view) {}

    /** Those of a case, the newest first, each list in one statement. */
    List<Whole> of(CaseId caseId) {
        return wholes("case_id", caseId.value());
    }

    Optional<Whole> whole(MissingId id) {
        return wholes("missing_id", id.value()).stream().findFirst();
    }

    private List<Whole> wholes(String key, UUID id) {
        Map<UUID, List<OrganisationId>> houses = new HashMap<>();
        Sql.of(em, "select missing_id, organisation_id from missing_house where left_at is null and " + key + " = :id")
                .with("id", id)
                .rows(row -> houses.computeIfAbsent(row.uuid(0), one -> new ArrayList<>())
                        .add(new OrganisationId(row.uuid(1))));
        Map<UUID, List<MissingDone>> done = new HashMap<>();
        Sql.of(em, """
                        select s.missing_id, s.step, s.done_at, w.name, o.name
                          from missing_step s join worker w on w.worker_id = s.done_by join organisation o on o.organisation_id = s.organisation_id
                         where s.%s = :id order by s.done_at, s.step
                        """.formatted(key)).with("id", id).rows(row -> done.computeIfAbsent(
                        row.uuid(0), one -> new ArrayList<>())
                .add(new MissingDone(row.text(1), row.instant(2), row.text(3), row.text(4))));
        return Sql.of(
                        em,
                        EPISODE + " where e." + key + " = :id order by e.began_at desc, e.missing_id limit "
                                + MOST_SHOWN)
                .with("id", id)
                .rows(row -> new Whole(
                        episode(row),
                        houses.getOrDefault(row.uuid(0), List.of()),
                        view(row, done.getOrDefault(row.uuid(0), List.of()))));
    }

    private static Episode episode(Row row) {
        return new Episode(
                new MissingId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.yes(3),
                MissingStatus.valueOf(row.text(4)),
                row.yes(11),
                row.instant(20),
                row.has(9) && !row.has(10),
                row.when(15),
                row.when(7));
    }

    private static MissingView view(Row row, List<MissingDone> done) {
        UUID alert = row.uuid(2);
        return new MissingView(
                new MissingId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.text(27),
                Optional.ofNullable(alert).map(AlertId::new),
                row.yes(3),
                row.text(4),
                row.instant(5),
                row.instant(6),
                row.when(7),
                Optional.ofNullable(row.text(8)),
                row.when(9),
                row.when(10),
                row.yes(11),
                Stream.of(
                                clock("SEARCH", row, 12),
                                clock("REPORT", row, 14),
                                clock("CONFERENCE", row, 16),
                                clock("SAFE_CHANNEL", row, 18),
                                clock("LOOK_AGAIN", row, 20))
                        .flatMap(Optional::stream)
                        .toList(),
                done,
                Optional.ofNullable(row.text(22))
                        .map(number -> new PoliceReport(number, row.text(23), row.instant(24))),
                row.when(25).map(held -> new ReturnTalk(held, Optional.ofNullable(row.text(26)))),
                Optional.empty(),
                NOTHING);
    }

    private static Optional<MissingClock> clock(String step, Row row, int at) {
        return row.when(at).map(by -> new MissingClock(step, by, row.when(at + 1)));
    }
}
