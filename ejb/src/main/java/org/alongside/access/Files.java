package org.alongside.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
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
import org.alongside.shared.Sql.Row;

/** Reads the facts from which the gate reckons how far a file is open to the caller. */
@ApplicationScoped
public class Files {
    /** What is over, and what others were given, does not reach the caller and is not told; of a file that they do not see, nothing. */
    static final String FACTS = """
            select kind, organisation_id, worker_id, referral_id, team_id, category, said, basis, from_at, until_at, ended_at
              from what_opens(:case)
            """;

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    CodeVersion version;

    private final Kept<RoleMatrix> matrix = new Kept<>(this::readMatrix);

    /** How far the case is open to the caller now; nothing is open where it does not exist. */
    public Openness openness(Caller caller, CaseId caseId) {
        Openness openness = facts(Sql.of(em, FACTS), caller, caseId).openness(caller, matrix());
        transaction.putResource(new Asked(caseId), openness);
        return openness;
    }

    /**
     * The same as it was found for this transaction when the gate let the caller in; for a door that has not written what opens
     * a file or closes it.
     */
    public Openness found(Caller caller, CaseId caseId) {
        Openness found = (Openness) transaction.getResource(new Asked(caseId));
        return found == null ? openness(caller, caseId) : found;
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

    /** Asks for all that bears on one caller and one case at once: it is asked at every door. */
    static Facts facts(Sql asked, Caller caller, CaseId caseId) {
        Facts facts = Facts.none(caller);
        asked.with("case", caseId.value()).rows(row -> facts.with(caller, row));
        return facts;
    }

    /** Under which the openness of a case is remembered in a transaction. */
    private record Asked(CaseId caseId) {}

    /**
     * What the database tells of one caller and one case.
     *
     * @param circles the person's own id, the shifts they belong to and the teams they supervise
     * @param ties one row for each tie that the person has to her
     */
    record Facts(
            List<GrantFact> grants,
            List<AssignmentFact> assignments,
            List<ExclusionFact> exclusions,
            Set<UUID> circles,
            List<Boolean> ties) {

        private static Facts none(Caller caller) {
            return new Facts(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new HashSet<>(Set.of(caller.worker().value())),
                    new ArrayList<>());
        }

        Openness openness(Caller caller, RoleMatrix matrix) {
            return Openness.of(
                    grants, assignments, exclusions, circles, caller.roles(), matrix, !ties.isEmpty(), caller.now());
        }

        private boolean with(Caller caller, Row row) {
            return switch (row.text(0)) {
                case "GRANT" ->
                    grants.add(new GrantFact(
                            row.uuid(1),
                            row.uuid(2),
                            row.uuid(3),
                            Category.of(row.number(5)),
                            row.text(6).charAt(0),
                            row.text(7),
                            row.instant(8),
                            row.instant(9),
                            row.instant(10)));
                case "ASSIGNMENT" ->
                    assignments.add(new AssignmentFact(
                            row.uuid(1), row.uuid(4), row.uuid(2), row.uuid(3), row.instant(8), row.instant(9)));
                case "EXCLUSION" ->
                    exclusions.add(
                            new ExclusionFact(caller.organisation().value(), Category.of(row.number(5)), row.text(6)));
                case "CIRCLE" -> circles.add(row.uuid(4));
                default -> ties.add(true);
            };
        }
    }
}
