package org.alongside.reintegration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.SupportId;

/** How somebody goes back or stays, read for those who lead her case from the tables in which it stands. */
@ApplicationScoped
class ReintegrationViews {
    private static final String READ = """
            select r.reintegration_id, r.case_id, r.return_type, r.country, r.informed_on, r.decided_on, r.language, r.family_contact, r.planned_at,
                   w.name, (select string_agg(m, ',') from return_missing(r.reintegration_id) m), r.risk_by, r.receiver_by, r.ready_by, r.departed_at,
                   r.arrival_by, r.arrived_at, r.arrived_how, r.review_by, r.reviewed_at, r.ended_at, r.end_reason
              from reintegration r join worker w on w.worker_id = r.planned_by
            """;

    @PersistenceContext
    EntityManager em;

    /** The newest first. */
    List<ReintegrationView> of(CaseId caseId) {
        return Sql.of(em, READ + " where r.case_id = :id order by r.planned_at desc")
                .with("id", caseId.value())
                .rows(ReintegrationViews::head)
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<ReintegrationView> find(ReintegrationId id) {
        return Sql.of(em, READ + " where r.reintegration_id = :id")
                .with("id", id.value())
                .first(ReintegrationViews::head)
                .map(this::whole);
    }

    private static ReintegrationView head(Row row) {
        boolean leaves = !ReintegrationRules.STAYS.equals(row.text(2));
        boolean before = row.when(14).isEmpty() && row.when(20).isEmpty();
        List<String> missing = before ? row.codes(10) : List.of();
        return new ReintegrationView(
                new ReintegrationId(row.uuid(0)),
                new CaseId(row.uuid(1)),
                row.text(2),
                state(row, leaves, missing),
                Optional.ofNullable(row.text(3)),
                Optional.ofNullable(row.date(4)),
                Optional.ofNullable(row.date(5)),
                Optional.ofNullable(row.text(6)),
                row.text(7),
                row.instant(8),
                row.text(9),
                missing,
                Optional.empty(),
                row.has(11)
                        ? Optional.of(
                                new ReintegrationView.ReturnDue(row.instant(11), row.instant(12), row.instant(13)))
                        : Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                row.when(14),
                row.when(15),
                row.when(16),
                Optional.ofNullable(row.text(17)),
                List.of(),
                List.of(),
                List.of(),
                row.instant(18),
                row.when(19),
                row.when(20),
                Optional.ofNullable(row.text(21)));
    }

    /** With what stands in other tables; asked when the rows are read, since a connection reads one thing at a time. */
    private ReintegrationView whole(ReintegrationView head) {
        UUID id = head.id().value();
        return head.with(
                head.leaves() ? found(id) : Optional.empty(),
                receiver(id),
                steps(id),
                helpers(id),
                aims(id),
                indicators(id),
                support(id));
    }

    /** What was found for this return; a finding for another one does not count. */
    private Optional<String> found(UUID id) {
        return Sql.of(em, "select return_found(:id)")
                .with("id", id)
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElseThrow();
    }

    private static String state(Row row, boolean leaves, List<String> missing) {
        if (row.when(20).isPresent()) {
            return "ENDED";
        }
        if (!leaves) {
            return "STAYS";
        }
        if (row.when(16).isPresent()) {
            return "ARRIVED";
        }
        if (row.when(14).isPresent()) {
            return "ON_HER_WAY";
        }
        return missing.isEmpty() ? "READY" : "PREPARING";
    }

    private Optional<ReintegrationView.ReturnReceiver> receiver(UUID id) {
        return Sql.of(em, """
                        select v.referral_id is not null, coalesce(v.name, o.name), v.confirmed_by, v.confirmed_on, v.medium
                          from reintegration_receiver v
                          left join referral r using (referral_id) left join organisation o on o.organisation_id = r.recipient_organisation_id
                         where v.reintegration_id = :id order by v.noted_at desc, v.receiver_id limit 1
                        """)
                .with("id", id)
                .first(row -> new ReintegrationView.ReturnReceiver(
                        row.yes(0),
                        row.text(1),
                        Optional.ofNullable(row.text(2)),
                        row.date(3),
                        Optional.ofNullable(row.text(4))));
    }

    private List<ReintegrationView.ReturnPrepared> steps(UUID id) {
        return Sql.of(em, """
                        select s.step, s.done_at, w.name from reintegration_step s join worker w on w.worker_id = s.done_by
                         where s.reintegration_id = :id order by s.done_at, s.step
                        """)
                .with("id", id)
                .rows(row -> new ReintegrationView.ReturnPrepared(row.text(0), row.instant(1), row.text(2)));
    }

    private List<ReintegrationView.ReturnHelped> helpers(UUID id) {
        return Sql.of(em, """
                        select distinct on (h.step, h.helper) h.step, h.helper, h.answer, h.said_on
                          from reintegration_helper h where h.reintegration_id = :id
                         order by h.step, h.helper, h.noted_at desc
                        """)
                .with("id", id)
                .rows(row -> new ReintegrationView.ReturnHelped(row.text(0), row.text(1), row.text(2), row.date(3)));
    }

    private List<ReintegrationView.ReintegrationAim> aims(UUID id) {
        return Sql.of(
                        em,
                        "select dimension, words, noted_at from reintegration_aim where reintegration_id = :id order by noted_at, aim_id")
                .with("id", id)
                .rows(row -> new ReintegrationView.ReintegrationAim(row.text(0), row.text(1), row.instant(2)));
    }

    private List<ReintegrationView.ReintegrationIndicator> indicators(UUID id) {
        return Sql.of(em, """
                        select i.code, i.dimension, n.reading, n.read_at
                          from reintegration_indicator i
                          left join lateral (select x.reading, x.read_at from reintegration_reading x
                                              where x.reintegration_id = :id and x.indicator = i.code order by x.read_at desc limit 1) n on true
                         where i.asked or n.reading is not null order by i.position
                        """)
                .with("id", id)
                .rows(row -> new ReintegrationView.ReintegrationIndicator(
                        row.text(0), row.text(1), Optional.ofNullable(row.text(2)), row.when(3)));
    }

    private List<ReintegrationView.GivenSupport> support(UUID id) {
        return Sql.of(em, """
                        select s.support_id, s.kind, s.purpose, s.amount::text, s.currency, s.words, s.given_on, w.name, s.confirmed_at
                          from reintegration_support s join worker w on w.worker_id = s.given_by
                         where s.reintegration_id = :id order by s.given_on desc, s.noted_at desc
                        """)
                .with("id", id)
                .rows(row -> new ReintegrationView.GivenSupport(
                        new SupportId(row.uuid(0)),
                        row.text(1),
                        row.text(2),
                        Optional.ofNullable(row.text(3)).map(BigDecimal::new),
                        Optional.ofNullable(row.text(4)),
                        Optional.ofNullable(row.text(5)),
                        row.date(6),
                        row.text(7),
                        row.when(8)));
    }
}
