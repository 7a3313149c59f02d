package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ExclusionId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of what survivors keep from whom, as far as the caller may read it. */
@ApplicationScoped
public class Exclusions {
    /** All that concerns her; what is the police's own, what was asked of whom, and numbers are not hers to keep back. */
    public static final Set<Category> EXCLUDABLE = EnumSet.complementOf(
            EnumSet.of(Category.LAW_ENFORCEMENT_INTELLIGENCE, Category.REFERRALS, Category.STATISTICS));

    /** The kinds of information that have a minimum subset of their own (DOMAIN 7.3). */
    public static final Set<Category> WITH_MINIMUM =
            EnumSet.of(Category.IDENTITY, Category.DEMOGRAPHICS, Category.LEGAL, Category.SAFETY_RISK);

    static final String WHOLE = "WHOLE";

    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    /** Adds what cannot be kept back. */
    static void check(Check check, String field, Category category, String part) {
        check.that(category == null || EXCLUDABLE.contains(category), field + "category", "not-excludable")
                .that(
                        category == null || part == null || part.equals(WHOLE) || WITH_MINIMUM.contains(category),
                        field + "part",
                        "has-no-minimum");
    }

    /** Keeps it back from now on; a word in force about the same kind is replaced, the same word stands as it is. */
    ExclusionId say(ExclusionId id, CaseId caseId, NewExclusion said) {
        Caller caller = callers.caller();
        Optional<Exclusion> before = em.createQuery("""
                        select x from Exclusion x where x.caseId = :case and x.recipient = :recipient and x.category = :category
                           and x.liftedAt is null
                        """, Exclusion.class)
                .setParameter("case", caseId.value())
                .setParameter("recipient", said.recipient().value())
                .setParameter("category", said.category().number())
                .getResultStream()
                .findFirst();
        if (before.filter(one -> one.says(said.part())).isPresent()) {
            return before.get().id();
        }
        before.ifPresent(one -> one.lift(caller));
        em.flush();
        em.persist(Exclusion.say(id, caseId, said, caller));
        return id;
    }

    Exclusion require(CaseId caseId, ExclusionId id) {
        return Optional.ofNullable(em.find(Exclusion.class, id.value()))
                .filter(exclusion -> exclusion.isOf(caseId))
                .orElseThrow(Refusal::notThere);
    }

    /** Everything she keeps or kept back, newest first. */
    public List<ExclusionView> of(CaseId caseId) {
        return em.createQuery("""
                        select x, o.name from Exclusion x join Partner o on o.id = x.recipient
                         where x.caseId = :case order by x.saidAt desc, x.id
                        """, Object[].class).setParameter("case", caseId.value()).getResultList().stream()
                .map(row -> ((Exclusion) row[0]).view((String) row[1]))
                .toList();
    }

    /** What she keeps from that organisation now, newest first. */
    List<ExclusionView> inForce(CaseId caseId, OrganisationId recipient) {
        return of(caseId).stream()
                .filter(exclusion ->
                        exclusion.inForce() && exclusion.recipient().equals(recipient))
                .toList();
    }

    /** What she keeps from that organisation now, each kind with its code of exclusion_part; told to the lead alone. */
    public Map<Category, String> keptFrom(CaseId caseId, OrganisationId recipient) {
        Map<Category, String> kept = new EnumMap<>(Category.class);
        of(caseId).stream()
                .filter(exclusion ->
                        exclusion.inForce() && exclusion.recipient().equals(recipient))
                .forEach(exclusion -> kept.put(exclusion.category(), exclusion.part()));
        return kept;
    }

    /** From whom she keeps a whole kind of information now: all of them, told to the lead; to others whether from them. */
    public Set<OrganisationId> whollyKeptFrom(CaseId caseId, Category category) {
        OrganisationId own = callers.caller().organisation();
        return new HashSet<>(Sql.of(em, """
                        select organisation_id from exclusion
                         where case_id = :case and category = :category and part = 'WHOLE' and lifted_at is null
                        union
                        select cast(:own as uuid) from kept_from_caller(:case) where category = :category and part = 'WHOLE'
                        """)
                .with("case", caseId.value())
                .with("category", category.number())
                .with("own", own.value())
                .rows(row -> new OrganisationId(row.uuid(0))));
    }
}
