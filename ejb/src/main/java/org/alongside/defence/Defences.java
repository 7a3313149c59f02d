package org.alongside.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.defence.DefenceView.Defence;
import org.alongside.defence.DefenceView.Offence;
import org.alongside.shared.CaseId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The collection of coerced offences and defences; the database writes them by its own functions, and shows each reader theirs. */
@ApplicationScoped
class Defences {
    private static final int MOST_SHOWN = 50;

    @PersistenceContext
    EntityManager em;

    /** How the caller stands to it, by the database. */
    record Standing(boolean asksHer, boolean defends) {}

    Standing standing(CaseId caseId) {
        return Sql.of(em, "select asks_her(:case), defends(:case)")
                .with("case", caseId.value())
                .first(row -> new Standing(row.yes(0), row.yes(1)))
                .orElseThrow();
    }

    List<Offence> offences(CaseId caseId) {
        return Sql.of(em, """
                        select offence_id, offence, stage, noted_at from coerced_offence
                         where case_id = :case order by noted_at desc, offence_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new Offence(row.uuid(0), row.text(1), row.text(2), row.instant(3)));
    }

    List<Defence> defences(CaseId caseId, boolean defends) {
        return Sql.of(em, """
                        select non_punishment_id, begun_at, find_by, defend_by, settled_at, outcome, ended_at is not null from non_punishment
                         where case_id = :case order by begun_at desc, non_punishment_id limit %d
                        """.formatted(MOST_SHOWN))
                .with("case", caseId.value())
                .rows(row -> new Defence(
                        new NonPunishmentId(row.uuid(0)),
                        row.instant(1),
                        row.instant(2),
                        row.instant(3),
                        row.when(4),
                        Optional.ofNullable(row.text(5)).filter(one -> defends),
                        row.yes(6)));
    }

    /** Answers whether a defence begins with it. */
    boolean note(
            UUID id, NonPunishmentId defence, CaseId caseId, NewOffence offence, Instant findBy, Instant defendBy) {
        return Sql.of(em, "select coerced_offence_note(:id, :defence, :case, :offence, :stage, :find, :defend)")
                .with("id", id)
                .with("defence", defence.value())
                .with("case", caseId.value())
                .with("offence", offence.offence())
                .with("stage", offence.stage())
                .with("find", findBy)
                .with("defend", defendBy)
                .first(row -> row.has(0))
                .orElse(false);
    }

    OrganisationId asked(CaseId caseId) {
        return Sql.of(em, "select defence_asked_of(:case)")
                .with("case", caseId.value())
                .first(row -> row.uuid(0))
                .map(OrganisationId::new)
                .orElseThrow(() -> Refusal.wrongState("closed-meanwhile"));
    }

    boolean isOf(CaseId caseId, NonPunishmentId id) {
        return Sql.of(em, "select true from non_punishment where non_punishment_id = :id and case_id = :case")
                .with("id", id.value())
                .with("case", caseId.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** Answers whether it was open until then. */
    boolean settle(NonPunishmentId id, String outcome) {
        return Sql.of(em, "select non_punishment_settle(:id, :outcome)")
                .with("id", id.value())
                .with("outcome", outcome)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    List<NonPunishmentId> end(CaseId caseId) {
        return Sql.of(em, "select non_punishment_end(:case)")
                .with("case", caseId.value())
                .rows(row -> new NonPunishmentId(row.uuid(0)));
    }

    /** What waits for a lawyer in the case of which the caller has just taken up a referral as her lawyer. */
    Optional<NonPunishmentId> waiting(ReferralId referral) {
        return Sql.of(em, "select non_punishment_waiting(:referral)")
                .with("referral", referral.value())
                .first(row -> Optional.ofNullable(row.uuid(0)).map(NonPunishmentId::new))
                .orElse(Optional.empty());
    }

    /** The houses of her lawyers, for the process alone. */
    List<OrganisationId> lawyers(NonPunishmentId id) {
        return Sql.of(em, "select non_punishment_lawyers(:id)")
                .with("id", id.value())
                .rows(row -> new OrganisationId(row.uuid(0)));
    }
}
