package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.code.CodeVersion;
import org.alongside.code.Kept;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The collection of partners and services that other features read. */
@ApplicationScoped
public class Partners {
    private static final String OFFERS = """
            select s.service_id, s.organisation_id, o.name, o.type, s.team_id, s.service_type, s.name, s.region, s.remote, s.for_children,
                   s.min_age, s.max_age, array_to_string(s.sexes, ','), array_to_string(s.languages, ','),
                   array_to_string(s.accessibility, ','), s.capacity, s.capacity_told_at,
                   o.vetted_at is not null and o.suspended_at is null, o.agreement_until
              from service s join organisation o using (organisation_id)
             where s.withdrawn_at is null
            """;

    /** The door's own word for it: the database keeps such houses from police and prosecution besides. */
    private static final String SHELTERS = """
            (o.type = 'SHELTER'
              or exists (select from service h where h.organisation_id = o.organisation_id and h.service_type = 'SHELTER'))
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CodeVersion version;

    private final Kept<Map<String, Set<Role>>> serving = new Kept<>(this::readServing);

    /** The service; refuses {@code unknown-service} at the given field where there is none. */
    public ServiceOffer require(ServiceId id, String field) {
        return Sql.of(em, OFFERS + " and s.service_id = :id")
                .with("id", id.value())
                .first(Partners::offer)
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, "unknown-service"))));
    }

    /** Who answers for a service, also where it is offered no more: what was asked for in its time can still be accepted. */
    public TeamId teamOf(ServiceId id) {
        return Sql.of(em, "select team_id from service where service_id = :id")
                .with("id", id.value())
                .first(row -> new TeamId(row.uuid(0)))
                .orElseThrow(Refusal::notThere);
    }

    /** Services of a kind and in a region, either of them null for all, the region's own first. */
    public List<ServiceOffer> offers(String type, String region) {
        return Sql.of(em, OFFERS + """
                                   and (cast(:type as text) is null or s.service_type = :type)
                                   and (cast(:region as text) is null or s.region = :region or s.remote)
                                 order by s.service_type, s.region <> coalesce(:region, s.region), o.name, s.name
                                """)
                .with("type", type)
                .with("region", region)
                .rows(Partners::offer);
    }

    /**
     * Services as this reader may know them: nothing tells police or prosecution that a shelter exists, so they find none of
     * what such a house offers, be it shelter or something else.
     */
    List<ServiceOffer> offersFor(Caller caller, String type, String region) {
        List<ServiceOffer> all = offers(type, region);
        if (!isPolice(caller)) {
            return all;
        }
        Set<UUID> shelters = Set.copyOf(Sql.of(em, "select o.organisation_id from organisation o where " + SHELTERS)
                .rows(row -> row.uuid(0)));
        return all.stream()
                .filter(offer -> !shelters.contains(offer.organisation().value()))
                .toList();
    }

    /** Whether this reader may know that there is such an organisation. */
    boolean mayKnow(Caller caller, OrganisationId id) {
        return !isPolice(caller)
                || Sql.of(em, "select 1 from organisation o where o.organisation_id = :id and not " + SHELTERS)
                        .with("id", id.value())
                        .first(row -> true)
                        .isPresent();
    }

    private static boolean isPolice(Caller caller) {
        return Role.POLICE_OR_PROSECUTION.stream().anyMatch(caller::has);
    }

    /** The organisations that have caseworkers, by name: those that open files and lead them. Police and prosecution are told of none. */
    List<Lead> leads(Caller caller) {
        if (isPolice(caller)) {
            return List.of();
        }
        return Sql.of(em, """
                        select o.organisation_id, o.name from organisation o
                         where exists (select from worker w join worker_role r using (worker_id)
                                        where w.organisation_id = o.organisation_id and r.role_code = 'CW')
                         order by o.name, o.organisation_id
                        """).rows(row -> new Lead(new OrganisationId(row.uuid(0)), row.text(1)));
    }

    /** An organisation that may lead a case. */
    public record Lead(OrganisationId organisation, String organisationName) {}

    /** The name of an organisation. */
    public String nameOf(OrganisationId id) {
        return Sql.of(em, "select name from organisation where organisation_id = :id")
                .with("id", id.value())
                .first(row -> row.text(0))
                .orElseThrow(Refusal::notThere);
    }

    /** Names of organisations by id. */
    public Map<UUID, String> organisationNames(Set<UUID> ids) {
        return names("select organisation_id, name from organisation where organisation_id = any (:ids)", ids);
    }

    /** Names of services by id. */
    public Map<UUID, String> serviceNames(Set<UUID> ids) {
        return names("select service_id, name from service where service_id = any (:ids)", ids);
    }

    private Map<UUID, String> names(String sql, Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of(em, sql).with("ids", ids).rows(row -> names.put(row.uuid(0), row.text(1)));
        }
        return names;
    }

    /** What kind of organisation it is (code of organisation_type), if there is one. */
    public Optional<String> typeOf(OrganisationId id) {
        return Sql.of(em, "select type from organisation where organisation_id = :id")
                .with("id", id.value())
                .first(row -> row.text(0));
    }

    /** Whether a second person looks at every referral that this organisation sends. */
    public boolean approvesEveryReferral(OrganisationId id) {
        return Sql.of(em, "select approves_every_referral from organisation where organisation_id = :id")
                .with("id", id.value())
                .first(row -> row.yes(0))
                .orElse(true);
    }

    /** Organisations that are a competent authority: their coordinators look at what is overdue and own the deadlines. */
    public List<OrganisationId> coordinating() {
        return Sql.of(
                        em,
                        "select organisation_id from organisation where competent_authority and suspended_at is null order by alias")
                .rows(row -> new OrganisationId(row.uuid(0)));
    }

    /** Whether it is a competent authority (ACCESS 6). */
    public boolean isCompetentAuthority(OrganisationId id) {
        return coordinating().contains(id);
    }

    /** The roles that give a kind of service; none where nobody said who does. */
    public Set<Role> rolesServing(String serviceType) {
        return serving.at(version.now()).getOrDefault(serviceType, Set.of());
    }

    private Map<String, Set<Role>> readServing() {
        Map<String, Set<Role>> read = new HashMap<>();
        Sql.of(em, "select service_type, role_code from service_role")
                .rows(row -> read.computeIfAbsent(row.text(0), type -> EnumSet.noneOf(Role.class))
                        .add(Role.valueOf(row.text(1))));
        read.replaceAll((type, roles) -> Collections.unmodifiableSet(roles));
        return read;
    }

    /** What a kind of service writes itself while it helps her. */
    public Set<Category> ownDomain(String serviceType) {
        Set<Category> own = EnumSet.noneOf(Category.class);
        Sql.of(em, "select category from service_domain where service_type = :type")
                .with("type", serviceType)
                .rows(row -> own.add(Category.of(row.number(0))));
        return own;
    }

    /** The workers of an organisation by name. */
    public List<Colleague> colleagues(OrganisationId organisation) {
        return Sql.of(em, """
                        select w.worker_id, w.name, (select m.team_id from team_member m
                                 where m.worker_id = w.worker_id and m.until_at is null order by m.from_at limit 1)
                          from worker w where w.organisation_id = :organisation and w.left_at is null and w.kind = 'PERSON' order by w.name
                        """)
                .with("organisation", organisation.value())
                .rows(row -> new Colleague(
                        new WorkerId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.uuid(2)).map(TeamId::new)));
    }

    /** Somebody who works in the same organisation. */
    public record Colleague(WorkerId id, String name, Optional<TeamId> team) {}

    private static ServiceOffer offer(Row row) {
        return new ServiceOffer(
                new ServiceId(row.uuid(0)),
                new OrganisationId(row.uuid(1)),
                row.text(2),
                row.text(3),
                new TeamId(row.uuid(4)),
                row.text(5),
                row.text(6),
                row.text(7),
                row.yes(8),
                row.yes(9),
                row.has(10) ? Optional.of(row.number(10)) : Optional.empty(),
                row.has(11) ? Optional.of(row.number(11)) : Optional.empty(),
                row.codes(12),
                row.codes(13),
                row.codes(14),
                row.text(15),
                row.when(16),
                row.yes(17),
                Optional.ofNullable(row.date(18)));
    }
}
