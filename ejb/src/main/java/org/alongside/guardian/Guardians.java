package org.alongside.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.shared.CaseId;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The collection of those who stand for children, and of those who are excluded, as far as the caller may read them. */
@ApplicationScoped
public class Guardians {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    GuardianSignIns signIns;

    /**
     * Why that person cannot give a consent for her: code of a reason; empty: they can.
     *
     * @param givenAt when the consent was given, not after now
     */
    public Optional<String> objection(CaseId caseId, GuardianId id, Instant givenAt) {
        Instant now = callers.caller().now();
        Optional<Guardian> guardian = find(caseId, id);
        if (guardian.isEmpty()) {
            return Optional.of(
                    excluded(caseId).stream()
                                    .anyMatch(person -> person.id().value().equals(id.value()))
                            ? "giver-is-excluded"
                            : "guardian-unknown");
        }
        return guardian.get().objection(isExcluded(caseId, id), givenAt, now);
    }

    /** Whether somebody stands for her now who is not kept out. */
    public boolean somebodyStands(CaseId caseId) {
        return Sql.of(em, "select somebody_stands(:case)")
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Which of these names are of somebody who is kept out, however they are written; blanks name nobody. */
    public Set<String> keptOut(CaseId caseId, Collection<String> names) {
        List<String> asked =
                names.stream().filter(name -> !name.isBlank()).distinct().toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Sql.of(em, """
                        select said from unnest(cast(:names as text[])) said
                         where exists (select from excluded_person where case_id = :case and same_name(name, said))
                        """)
                .with("case", caseId.value())
                .with("names", asked)
                .rows(row -> row.text(0)));
    }

    /** What that person is to her: code of excluded_relation. */
    public Optional<String> relation(CaseId caseId, GuardianId id) {
        return find(caseId, id).flatMap(Guardian::relation);
    }

    /** Who stands for her, who is to, and who did before; those who do first. */
    List<GuardianView> of(CaseId caseId) {
        Instant now = callers.caller().now();
        Set<UUID> excluded = excludedOf(caseId);
        Map<GuardianId, SignInView> signedIn = signIns.of(caseId);
        return em.createQuery(
                        "select g from Guardian g where g.caseId = :case order by g.recordedAt, g.id", Guardian.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(guardian -> guardian.view(
                        excluded.contains(guardian.id().value()),
                        Optional.ofNullable(signedIn.get(guardian.id())),
                        now))
                .sorted(Comparator.comparing(view -> !view.open()))
                .toList();
    }

    /** Who is kept out, newest first. */
    List<ExcludedPersonView> excluded(CaseId caseId) {
        return Sql.of(em, """
                        select excluded_person_id, relation, name, description, guardian_id, recorded_at from excluded_person
                         where case_id = :case order by recorded_at desc, excluded_person_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new ExcludedPersonView(
                        new ExcludedPersonId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.text(2)),
                        Optional.ofNullable(row.text(3)),
                        Optional.ofNullable(row.uuid(4)).map(GuardianId::new),
                        row.instant(5)));
    }

    /** Who was excluded and is no more, the last first. */
    List<LiftedExclusionView> lifted(CaseId caseId) {
        return Sql.of(em, """
                        select excluded_person_id, relation, name, recorded_at, lifted_at, reason from lifted_exclusion
                         where case_id = :case order by lifted_at desc, excluded_person_id
                        """)
                .with("case", caseId.value())
                .rows(row -> new LiftedExclusionView(
                        new ExcludedPersonId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.text(2)),
                        row.instant(3),
                        row.instant(4),
                        row.text(5)));
    }

    /** By whom that person was excluded; empty: nobody of that id is. */
    Optional<WorkerId> excludedBy(CaseId caseId, ExcludedPersonId person) {
        return Sql.of(
                        em,
                        "select recorded_by from excluded_person where case_id = :case and excluded_person_id = :person")
                .with("case", caseId.value())
                .with("person", person.value())
                .first(row -> new WorkerId(row.uuid(0)));
    }

    void lift(ExcludedPersonId person, String reason) {
        Sql.of(em, "select cast(exclusion_lift(:person, :reason) as text)")
                .with("person", person.value())
                .with("reason", reason)
                .run();
    }

    Guardian require(CaseId caseId, GuardianId id) {
        return find(caseId, id).orElseThrow(Refusal::notThere);
    }

    void add(Guardian guardian) {
        em.persist(guardian);
    }

    /** The first one, as an intake told of them; whoever that is, nobody has seen an order yet. */
    public void first(CaseId caseId, NewGuardian told, Caller caller) {
        em.persist(Guardian.record(GuardianId.random(), caseId, told, caller));
        em.flush();
    }

    /** Whether somebody of that name or relation is excluded already. */
    boolean wouldBeExcluded(CaseId caseId, GuardianId id, String name, String relation) {
        return Sql.of(em, "select is_excluded(:case, :id, :name, :relation)")
                .with("case", caseId.value())
                .with("id", id.value())
                .with("name", Guardian.stripped(name))
                .with("relation", relation)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** From now on that person is excluded; the database ends their mandate. */
    void exclude(ExcludedPersonId id, CaseId caseId, NewExcludedPerson person, String name, Caller caller) {
        Sql.of(em, """
                        insert into excluded_person (excluded_person_id, case_id, relation, name, description, guardian_id, recorded_at, recorded_by)
                        values (:id, :case, :relation, :name, :description, :guardian, :now, :worker)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("relation", person.relation())
                .with("name", Guardian.stripped(name))
                .with("description", Guardian.stripped(person.description()))
                .with(
                        "guardian",
                        person.guardian() == null ? null : person.guardian().value())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /** When the file of a child was opened; empty: she is no child. */
    Optional<Instant> childSince(CaseId caseId) {
        return since(caseId, "i.child");
    }

    /** The same of a file that is not closed. */
    Optional<Instant> openChildSince(CaseId caseId) {
        return since(caseId, "i.child and case_is_open(f.status)");
    }

    private Optional<Instant> since(CaseId caseId, String where) {
        return Sql.of(
                        em,
                        "select f.opened_at from case_file f join identity_minimum i using (case_id) where f.case_id = :case and "
                                + where)
                .with("case", caseId.value())
                .first(row -> row.instant(0));
    }

    private Optional<Guardian> find(CaseId caseId, GuardianId id) {
        return Optional.ofNullable(em.find(Guardian.class, id.value())).filter(guardian -> guardian.isOf(caseId));
    }

    private boolean isExcluded(CaseId caseId, GuardianId id) {
        return excludedOf(caseId).contains(id.value());
    }

    private Set<UUID> excludedOf(CaseId caseId) {
        return new HashSet<>(Sql.of(em, """
                        select guardian_id from guardian
                         where case_id = :case and is_excluded(case_id, guardian_id, name, relation)
                        """).with("case", caseId.value()).rows(row -> row.uuid(0)));
    }
}
