package org.alongside.attestation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.shared.AttestationId;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of requests to attest, and of what was shared, as far as the caller may read them. */
@ApplicationScoped
class Attestations {
    private static final int MOST_SHOWN = 100;

    private static final String NAMED = """
            select a, asking.name, holder.name from Attestation a
              left join Partner asking on asking.id = a.asking join Partner holder on holder.id = a.holder
            """;

    @PersistenceContext
    EntityManager em;

    /** What a holder got under consents: kinds of information, and the referrals and services under which. */
    record Got(Set<Category> categories, Set<UUID> referrals, Set<String> serviceTypes) {
        boolean nothing() {
            return categories.isEmpty();
        }
    }

    void add(Attestation attestation) {
        em.persist(attestation);
    }

    Optional<Attestation> find(AttestationId id) {
        return Optional.ofNullable(em.find(Attestation.class, id.value()));
    }

    Attestation toChange(AttestationId id) {
        return Optional.ofNullable(em.find(Attestation.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal::notThere);
    }

    /**
     * What had ever been open under these consents, also what is closed by now. One grant of a kind is enough to know, however many
     * people it was opened to: who may read it is asked of each row that is looked at.
     */
    Got got(Set<ConsentId> consents) {
        Got got = new Got(EnumSet.noneOf(Category.class), new HashSet<>(), new HashSet<>());
        Sql.of(em, """
                        select k.category, r.referral_id, c.service_type
                          from referral r join referral_card c using (referral_id) cross join data_category k
                         where r.case_id in (select case_id from consent where consent_id = any (:consents))
                           and (select true from access_grant g
                                 where g.referral_id = r.referral_id and g.category = k.category
                                   and g.consent_id = any (:consents) and g.level in ('F','R','M') limit 1)
                        """)
                .with("consents", consents.stream().map(ConsentId::value).collect(Collectors.toSet()))
                .rows(row -> {
                    got.categories().add(Category.of(row.number(0)));
                    got.referrals().add(row.uuid(1));
                    return got.serviceTypes().add(row.text(2));
                });
        return got;
    }

    AttestationView named(AttestationId id, Instant now) {
        return views(NAMED + " where a.id = :value", id.value(), now).stream()
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Asked of that organisation: what waits first, by its day. */
    List<AttestationView> heldBy(OrganisationId holder, Instant now) {
        return views(
                NAMED
                        + " where a.holder = :value order by case when a.answer is null and a.stoppedAt is null then 0 else 1 end, a.dueAt, a.id",
                holder.value(),
                now);
    }

    /** Asked about a case, newest first. */
    List<AttestationView> of(CaseId caseId, Instant now) {
        return views(
                NAMED
                        + " where a.consent in (select c.id from Consent c where c.caseId = :value) order by a.askedAt desc, a.id",
                caseId.value(),
                now);
    }

    private List<AttestationView> views(String query, UUID value, Instant now) {
        return em
                .createQuery(query, Object[].class)
                .setParameter("value", value)
                .setMaxResults(MOST_SHOWN)
                .getResultList()
                .stream()
                .map(row -> ((Attestation) row[0]).view((String) row[1], (String) row[2], now))
                .toList();
    }

    /** What was shared under each consent, the latest first. */
    List<SharedView> shared(CaseId caseId, Instant now) {
        Map<ConsentId, SharedView> shared = new LinkedHashMap<>();
        Sql.of(em, """
                        select s.consent_id, s.organisation_id, o.name, s.category, s.opened_at,
                               case when s.closed_at <= :now then s.closed_at end, s.last_opened_at
                          from shared_already(:case) s join organisation o using (organisation_id)
                         order by s.opened_at desc, s.consent_id, s.category
                        """).with("case", caseId.value()).with("now", now).rows(row -> {
            SharedView one = new SharedView(
                    new ConsentId(row.uuid(0)),
                    new OrganisationId(row.uuid(1)),
                    row.text(2),
                    EnumSet.of(Category.of(row.number(3))),
                    row.instant(4),
                    Optional.ofNullable(row.instant(5)),
                    Optional.ofNullable(row.instant(6)));
            return shared.merge(one.consent(), one, Attestations::together);
        });
        return List.copyOf(shared.values());
    }

    private static SharedView together(SharedView one, SharedView other) {
        one.categories().addAll(other.categories());
        boolean closed = one.closedAt().isPresent() && other.closedAt().isPresent();
        return new SharedView(
                one.consent(),
                one.recipient(),
                one.recipientName(),
                one.categories(),
                one.openedAt().isBefore(other.openedAt()) ? one.openedAt() : other.openedAt(),
                closed ? later(one.closedAt(), other.closedAt()) : Optional.empty(),
                later(one.lastOpenedAt(), other.lastOpenedAt()));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.filter(at -> at.isAfter(one.get())).isPresent() ? other : one;
    }
}
