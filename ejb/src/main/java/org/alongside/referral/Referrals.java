package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Cursor;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.alongside.shared.Sql;
import org.hibernate.jpa.SpecHints;

/** The collection of referrals and their cards, as far as the caller may read them. */
@ApplicationScoped
class Referrals {
    /** As Hibernate reads the timeout of a lock: what is locked is passed over. */
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    EntityManager em;

    void add(ReferralCard card, Referral referral) {
        em.persist(card);
        em.persist(referral);
    }

    Optional<ReferralCard> findCard(ReferralId id) {
        return Optional.ofNullable(em.find(ReferralCard.class, id.value()));
    }

    ReferralCard card(ReferralId id) {
        return findCard(id).orElseThrow(Refusal::notThere);
    }

    /**
     * The card, for somebody who is about to change it: whoever comes second waits, then sees what the first one did.
     * Refuses stale where it changed since it was read in this transaction.
     */
    ReferralCard toChange(ReferralId id) {
        ReferralCard card = em.find(ReferralCard.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (card == null) {
            throw Refusal.notThere();
        }
        return card;
    }

    /** The case behind the card; there only for those to whom the file is open. */
    Optional<Referral> find(ReferralId id) {
        return Optional.ofNullable(em.find(Referral.class, id.value()));
    }

    Referral require(ReferralId id) {
        return find(id).orElseThrow(Refusal::notThere);
    }

    /** Cards for an organisation in one of the states, by the time they run out; on a waiting list, by the next look at it. */
    List<ReferralCard> incoming(OrganisationId recipient, Set<ReferralStatus> states, String cursor, int limit) {
        List<String> after = cursor == null
                ? List.of("1970-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000")
                : Cursor.read(cursor, 2);
        try {
            return em.createQuery("""
                            select c from ReferralCard c
                             where c.recipient = :recipient and c.status in :states
                               and (coalesce(c.times.waitlistReviewAt, c.times.expiresAt) > :at
                                    or coalesce(c.times.waitlistReviewAt, c.times.expiresAt) = :at and c.id > :id)
                             order by coalesce(c.times.waitlistReviewAt, c.times.expiresAt), c.id
                            """, ReferralCard.class)
                    .setParameter("recipient", recipient.value())
                    .setParameter("states", states)
                    .setParameter("at", Instant.parse(after.get(0)))
                    .setParameter("id", UUID.fromString(after.get(1)))
                    .setMaxResults(limit)
                    .getResultList();
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Cursor.wrong();
        }
    }

    long countIncoming(OrganisationId recipient) {
        return em.createQuery(
                        "select count(c) from ReferralCard c where c.recipient = :recipient and c.status in :states",
                        Long.class)
                .setParameter("recipient", recipient.value())
                .setParameter("states", ReferralStatus.CLOCK_RUNS)
                .getSingleResult();
    }

    List<ReferralCard> answeredSince(OrganisationId recipient, Instant since) {
        return em.createQuery("""
                        select c from ReferralCard c
                         where c.recipient = :recipient
                           and (c.times.acceptedAt > :since or c.times.declinedAt > :since
                                or c.times.waitlistedAt > :since or c.times.expiredAt > :since)
                         order by coalesce(c.times.acceptedAt, c.times.declinedAt, c.times.expiredAt, c.times.waitlistedAt) desc, c.id
                        """, ReferralCard.class)
                .setParameter("recipient", recipient.value())
                .setParameter("since", since)
                .setMaxResults(20)
                .getResultList();
    }

    List<ReferralCard> overdue() {
        return em.createQuery("""
                        select c from ReferralCard c where c.times.escalatedAt is not null and c.status in :states
                         order by c.times.escalatedAt, c.id
                        """, ReferralCard.class)
                .setParameter("states", ReferralStatus.CLOCK_RUNS)
                .setMaxResults(50)
                .getResultList();
    }

    /** Whether anybody at that organisation could take up a referral of this case; asked by the lead. */
    boolean canBeTakenUp(CaseId caseId, OrganisationId recipient) {
        return Sql.of(em, "select can_be_taken_up(:case, :recipient)")
                .with("case", caseId.value())
                .with("recipient", recipient.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Both halves of the referrals of a case, newest first. */
    List<Both> of(CaseId caseId) {
        return both("r.caseId = :value", caseId.value());
    }

    /** The cards of the referrals that rest on a consent, for somebody who is about to change them, as they are once it is their turn. */
    List<ReferralCard> under(ConsentId consent) {
        return em.createQuery(
                        "select c from ReferralCard c where c.id in (select r.id from Referral r where r.consent = :consent) order by c.id",
                        ReferralCard.class)
                .setParameter("consent", consent.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Cards whose consent ends until then and whose sender was not asked to renew it, the soonest first, to be changed.
     * Those that somebody changes at this moment are left for the next time: nobody waits for another.
     */
    List<ReferralCard> ending(Instant until, int limit) {
        return em.createQuery("""
                        select c from ReferralCard c
                         where c.status in :states and c.times.agreedUntil <= :until
                           and (c.times.renewalAskedAt is null or c.times.renewedAt > c.times.renewalAskedAt)
                         order by c.times.agreedUntil, c.id
                        """, ReferralCard.class)
                .setParameter("states", ReferralStatus.ENDS_WITH_CONSENT)
                .setParameter("until", until)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
    }

    /** Whether the same service has been asked for this case and has not ended. */
    boolean alreadyAsked(CaseId caseId, ServiceId service) {
        return of(caseId).stream()
                .anyMatch(both -> both.card().service().equals(service.value())
                        && both.card().status().isOpen());
    }

    private List<Both> both(String condition, Object value) {
        return em
                .createQuery(
                        "select c, r from Referral r join ReferralCard c on c.id = r.id where " + condition
                                + " order by c.times.submittedAt desc, c.id",
                        Object[].class)
                .setParameter("value", value)
                .getResultList()
                .stream()
                .map(row -> new Both((ReferralCard) row[0], (Referral) row[1]))
                .toList();
    }

    /** A card and the case behind it. */
    record Both(ReferralCard card, Referral referral) {}
}
