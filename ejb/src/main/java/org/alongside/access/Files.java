package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.ExclusionFact;
import org.alongside.access.Openness.GrantFact;
import org.alongside.code.CodeVersion;
import org.alongside.code.Kept;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;

/** Reads the facts from which the gate reckons how far a file is open to the caller. */
@ApplicationScoped
public class Files {
    @PersistenceContext
    EntityManager em;

    @Inject
    CodeVersion version;

    private final Kept<RoleMatrix> matrix = new Kept<>(this::readMatrix);

    /** How far the case is open to the caller now; nothing is open where it does not exist. */
    public Openness openness(Caller caller, CaseId caseId) {
        List<GrantFact> grants = grants(caseId);
        if (grants.isEmpty()) {
            return Openness.of(List.of(), List.of(), List.of(), Set.of(), Set.of(), matrix(), false, caller.now());
        }
        return Openness.of(
                grants,
                assignments(caseId),
                keptFrom(caller, caseId),
                circles(caller),
                caller.roles(),
                matrix(),
                hasConflict(caller, caseId),
                caller.now());
    }

    /** Whether the card is of a case to which the caller has a tie; before acceptance, the card is all that they could know. */
    public boolean tiedToCard(ReferralId card) {
        return Sql.of(em, "select :card = any (caller_tied_cards())")
                .with("card", card.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The matrix of roles and categories, as the database has it in this transaction. */
    public RoleMatrix matrix() {
        return matrix.at(version.now());
    }

    private RoleMatrix readMatrix() {
        RoleMatrix read = new RoleMatrix();
        Sql.of(em, "select role_code, category, access from role_category")
                .rows(row -> read.put(
                        Role.valueOf(row.text(0)),
                        Category.of(row.number(1)),
                        row.text(2).charAt(0)));
        return read;
    }

    private List<GrantFact> grants(CaseId caseId) {
        return Sql.of(em, """
                        select organisation_id, worker_id, referral_id, category, level, basis, valid_from,
                               case when valid_until = 'infinity' then timestamptz '9999-12-31' else valid_until end, ended_at
                          from access_grant where case_id = :case
                        """)
                .with("case", caseId.value())
                .rows(row -> new GrantFact(
                        row.uuid(0),
                        row.uuid(1),
                        row.uuid(2),
                        Category.of(row.number(3)),
                        row.text(4).charAt(0),
                        row.text(5),
                        row.instant(6),
                        row.instant(7),
                        row.instant(8)));
    }

    private List<AssignmentFact> assignments(CaseId caseId) {
        return Sql.of(
                        em,
                        "select organisation_id, team_id, worker_id, referral_id, from_at, until_at from assignment where case_id = :case")
                .with("case", caseId.value())
                .rows(row -> new AssignmentFact(
                        row.uuid(0), row.uuid(1), row.uuid(2), row.uuid(3), row.instant(4), row.instant(5)));
    }

    /** Of the caller's own organisation; what she keeps from others does not concern them. */
    private List<ExclusionFact> keptFrom(Caller caller, CaseId caseId) {
        return Sql.of(em, "select category, part from kept_from_caller(:case)")
                .with("case", caseId.value())
                .rows(row -> new ExclusionFact(caller.organisation().value(), Category.of(row.number(0)), row.text(1)));
    }

    private Set<UUID> circles(Caller caller) {
        Set<UUID> circles = new HashSet<>(Sql.of(em, """
                        select m.team_id from team_member m join team t using (team_id)
                         where m.worker_id = :worker and t.organisation_id = :organisation
                           and (m.supervises or t.reach = 'SHIFT')
                           and m.from_at <= :now and (m.until_at is null or m.until_at > :now)
                        """)
                .with("worker", caller.worker().value())
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .rows(row -> row.uuid(0)));
        circles.add(caller.worker().value());
        return circles;
    }

    private boolean hasConflict(Caller caller, CaseId caseId) {
        return Sql.of(
                        em,
                        "select 1 from conflict_declaration where worker_id = :worker and case_id = :case and lifted_at is null")
                .with("worker", caller.worker().value())
                .with("case", caseId.value())
                .first(row -> true)
                .isPresent();
    }
}
