package org.alongside.organisation;

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
import org.alongside.access.Caller;
import org.alongside.organisation.OrganisationService.NewTeam;
import org.alongside.organisation.OrganisationView.Admittance;
import org.alongside.organisation.OrganisationView.Team;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;

/** The collection of organisations for those who administer them; the house of the processes is none. */
@ApplicationScoped
class Organisations {
    private static final String ALL = """
            select o.organisation_id, o.alias, o.name, o.type, o.region, o.competent_authority, o.approves_every_referral,
                   o.vetted_at, o.agreement_until, o.suspended_at, o.suspend_reason, o.version,
                   (select count(*) from worker w where w.organisation_id = o.organisation_id and w.left_at is null)::int
              from organisation o
             where not exists (select from worker s where s.organisation_id = o.organisation_id and s.kind = 'SYSTEM')
            """;

    @PersistenceContext
    EntityManager em;

    List<OrganisationView> all(LocalDate today) {
        Map<UUID, List<Team>> teams = Sql.of(em, "select organisation_id, team_id, name, reach from team order by name")
                .rows(row -> Map.entry(row.uuid(0), team(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return Sql.of(em, ALL + " order by o.name, o.alias")
                .rows(row -> view(row, teams.getOrDefault(row.uuid(0), List.of()), today));
    }

    OrganisationView require(OrganisationId id, LocalDate today) {
        List<Team> teams = Sql.of(
                        em,
                        "select organisation_id, team_id, name, reach from team where organisation_id = :id order by name")
                .with("id", id.value())
                .rows(Organisations::team);
        return Sql.of(em, ALL + " and o.organisation_id = :id")
                .with("id", id.value())
                .first(row -> view(row, teams, today))
                .orElseThrow(Refusal::notThere);
    }

    boolean exists(OrganisationId id) {
        return Sql.of(em, ALL + " and o.organisation_id = :id")
                .with("id", id.value())
                .first(row -> true)
                .isPresent();
    }

    boolean has(String alias) {
        return Sql.of(em, "select 1 from organisation where alias = :alias")
                .with("alias", alias)
                .first(row -> true)
                .isPresent();
    }

    void add(OrganisationId id, String alias, NewOrganisation organisation, Caller caller) {
        bind(Sql.of(em, """
                                insert into organisation (organisation_id, alias, name, type, region, competent_authority,
                                                          approves_every_referral, vetted_at, agreement_until, admitted_by)
                                values (:id, :alias, :name, :type, :region, :competent, :approves, :vetted, :until, :caller)
                                """), organisation)
                .with("id", id.value())
                .with("alias", alias)
                .with("caller", caller.worker().value())
                .change();
    }

    void change(OrganisationId id, NewOrganisation organisation, int version) {
        int changed = bind(Sql.of(em, """
                                update organisation set name = :name, type = :type, region = :region, competent_authority = :competent,
                                       approves_every_referral = :approves, vetted_at = :vetted, agreement_until = :until, version = version + 1
                                 where organisation_id = :id and version = :version
                                """), organisation)
                .with("id", id.value())
                .with("version", version)
                .change();
        if (changed == 0) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    boolean suspend(OrganisationId id, String reason, Caller caller) {
        return Sql.of(em, """
                                update organisation set suspended_at = :now, suspended_by = :caller, suspend_reason = :reason, version = version + 1
                                 where organisation_id = :id and suspended_at is null
                                """)
                        .with("id", id.value())
                        .with("now", caller.now())
                        .with("caller", caller.worker().value())
                        .with("reason", reason)
                        .change()
                == 1;
    }

    boolean reinstate(OrganisationId id) {
        return Sql.of(em, """
                                update organisation set suspended_at = null, suspended_by = null, suspend_reason = null, version = version + 1
                                 where organisation_id = :id and suspended_at is not null
                                """).with("id", id.value()).change() == 1;
    }

    void addTeam(OrganisationId id, TeamId teamId, NewTeam team) {
        Sql.of(em, "insert into team (team_id, organisation_id, name, reach) values (:team, :id, :name, :reach)")
                .with("team", teamId.value())
                .with("id", id.value())
                .with("name", team.name().strip())
                .with("reach", team.reach())
                .change();
    }

    /** The day of an instant, as agreements count it: by UTC. */
    static LocalDate day(Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Sql bind(Sql sql, NewOrganisation organisation) {
        return sql.with("name", organisation.name().strip())
                .with("type", organisation.type())
                .with("region", organisation.region())
                .with("competent", organisation.competentAuthority())
                .with("approves", organisation.approvesEveryReferral())
                .with(
                        "vetted",
                        organisation.vettedOn() == null
                                ? null
                                : organisation.vettedOn().atStartOfDay().toInstant(ZoneOffset.UTC))
                .with("until", organisation.agreementUntil());
    }

    private static Team team(Row row) {
        return new Team(new TeamId(row.uuid(1)), row.text(2), row.text(3));
    }

    private static OrganisationView view(Row row, List<Team> teams, LocalDate today) {
        LocalDate vetted = day(row.instant(7));
        return new OrganisationView(
                new OrganisationId(row.uuid(0)),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.yes(5),
                row.yes(6),
                Optional.ofNullable(vetted),
                Optional.ofNullable(row.date(8)),
                row.when(9),
                Optional.ofNullable(row.text(10)),
                Admittance.of(vetted, row.date(8), row.instant(9), today),
                row.number(12),
                teams,
                row.number(11));
    }
}
