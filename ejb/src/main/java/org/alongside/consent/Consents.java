package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of consents, as far as the caller may read them. */
@ApplicationScoped
public class Consents {
    /** Name of the setting: how long before the end of what she agreed to she is asked again. */
    public static final String ASKED_BEFORE = "consent-renewal-asked-before";

    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    void add(Consent consent) {
        em.persist(consent);
    }

    /** Writes what was changed now and not at the end, so that whoever holds the consent is waited for. */
    void write() {
        em.flush();
    }

    Optional<Consent> find(ConsentId id) {
        return Optional.ofNullable(em.find(Consent.class, id.value()));
    }

    /** The case of a consent, as far as the caller may read it. */
    public Optional<CaseId> caseOf(ConsentId id) {
        return find(id).map(Consent::caseId);
    }

    /** A consent with the name of its recipient. */
    ConsentView named(Consent consent, Instant now) {
        return of(consent.caseId(), now).stream()
                .filter(one -> one.id().equals(consent.id()))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Holds a consent until the transaction ends, so that it cannot be withdrawn meanwhile; says whether it is still given. */
    public boolean hold(ConsentId id) {
        return Sql.of(em, "select 1 from consent where consent_id = :id and withdrawn_at is null for share")
                .with("id", id.value())
                .first(row -> true)
                .isPresent();
    }

    /** The consents of a case, newest first. */
    public List<ConsentView> of(CaseId caseId, Instant now) {
        Set<Consent.Release> spokenOf = new HashSet<>();
        Duration askedBefore = settings.of(ASKED_BEFORE);
        return newestFirst(caseId).stream()
                .map(row -> {
                    Consent consent = (Consent) row[0];
                    return consent.view((String) row[1], !spokenOf.add(consent.release()), askedBefore, now);
                })
                .toList();
    }

    /**
     * This consent and the earlier ones that it replaced, as far as they are not withdrawn: with her word of today to an
     * organisation she takes back every word before it.
     */
    List<Consent> upTo(Consent word) {
        return newestFirst(word.caseId()).stream()
                .map(row -> (Consent) row[0])
                .dropWhile(consent -> consent != word)
                .filter(consent ->
                        consent == word || consent.release().equals(word.release()) && !consent.isWithdrawn())
                .toList();
    }

    /** What people consented to who are excluded now, newest first; ended ones are not among them. */
    List<Consent> byExcluded(CaseId caseId) {
        Set<UUID> ids = new HashSet<>(Sql.of(em, "select c from consents_by_excluded(:case) c")
                .with("case", caseId.value())
                .rows(row -> row.uuid(0)));
        return newestFirst(caseId).stream()
                .map(row -> (Consent) row[0])
                .filter(consent -> ids.contains(consent.id().value()))
                .toList();
    }

    private List<Object[]> newestFirst(CaseId caseId) {
        return em.createQuery("""
                        select c, o.name from Consent c join Partner o on o.id = c.recipient
                         where c.caseId = :case order by c.givenAt desc, c.recordedAt desc, c.id
                        """, Object[].class)
                .setParameter("case", caseId.value())
                .getResultList();
    }

    /**
     * The consent under which something new may be shared with that organisation now: her latest word to it. An earlier one
     * that would last longer or open more does not count any more, and her word that they lead her case shares nothing.
     */
    public Optional<ConsentView> liveFor(CaseId caseId, OrganisationId recipient, Instant now) {
        return of(caseId, now).stream()
                .filter(consent -> consent.shares() && consent.recipient().equals(recipient))
                .findFirst();
    }
}
