package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** Opens and ends grants for the features that own a basis; the database checks each of them a second time. */
@ApplicationScoped
public class Grants {
    private static final String CONSENT_ENDED = "AL001";
    private static final String CONFLICT = "AL002";

    @PersistenceContext
    EntityManager em;

    /** The lead's own grants, once, by the worker who opens the file. */
    public void openLead(CaseId caseId) {
        Sql.of(em, "select cast(lead_open(:case) as text)")
                .with("case", caseId.value())
                .run();
    }

    /** Whether what is opened to that worker in that team reaches the caller, too: their own work, shift or supervision. */
    public boolean wouldReachCaller(TeamId team, WorkerId worker) {
        return Sql.of(em, """
                        select t.team_id = any (caller_holders()) or t.reach = 'PERSON' and caller_worker() = :worker
                          from team t where t.team_id = :team
                        """)
                .with("team", team.value())
                .with("worker", worker.value())
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /**
     * Opens to the recipient what was agreed and chosen and may ever be seen, for those assigned, until the consent ends.
     *
     * @return the categories opened; refuses {@code consent-ended} where the consent ended meanwhile
     */
    public Set<Category> openOnAcceptance(ReferralId referral, TeamId team, WorkerId worker) {
        return opened(Sql.of(em, "select array_to_string(open_on_acceptance(:referral, :team, :worker), ',')")
                .with("referral", referral.value())
                .with("team", team.value())
                .with("worker", worker.value()));
    }

    /**
     * Opens again to the recipient under the consent that the referral rests on by now, to those who were assigned; what was
     * open under the one before ends. For the lead alone.
     *
     * @return the categories opened; refuses {@code consent-ended} where that consent ended meanwhile
     */
    public Set<Category> openAgain(ReferralId referral) {
        return opened(
                Sql.of(em, "select array_to_string(open_again(:referral), ',')").with("referral", referral.value()));
    }

    private static Set<Category> opened(Sql opening) {
        try {
            return Category.ofCodes(opening.rows(row -> row.codes(0)).get(0));
        } catch (Sql.Failed failed) {
            if (CONSENT_ENDED.equals(failed.state())) {
                throw Refusal.wrongState("consent-ended");
            }
            if (CONFLICT.equals(failed.state())) {
                throw new Refusal(Refusal.Kind.NOT_ALLOWED, List.of(Reason.at("assignee", "cannot-take-this-on")));
            }
            throw failed;
        }
    }

    /**
     * Opens to the recipient the service's own domain for writing, right after acceptance in the same transaction: under the
     * same consent and as long.
     *
     * @return the categories opened for writing
     */
    public Set<Category> openOwnDomain(ReferralId referral) {
        return Category.ofCodes(Sql.of(em, "select array_to_string(open_own_domain(:referral), ',')")
                .with("referral", referral.value())
                .rows(row -> row.codes(0))
                .get(0));
    }

    /**
     * Holds the consent under the referral until the transaction ends, so that it cannot be withdrawn meanwhile. Whoever
     * accepts takes it before the card, in the order of a withdrawal: no two wait for each other.
     */
    public void holdConsent(ReferralId referral) {
        Sql.of(em, "select cast(hold_consent(:referral) as text)")
                .with("referral", referral.value())
                .run();
    }

    /** Ends what the referral opened, in this instant. */
    public void endForReferral(ReferralId referral, String reason) {
        Sql.of(em, "select grants_end_for_referral(:referral, :reason, null)")
                .with("referral", referral.value())
                .with("reason", reason)
                .run();
    }

    /** After completion: readable until then, what the recipient wrote itself too, and known to exist afterwards. */
    public void keepAfterCompletion(ReferralId referral, Instant readableUntil) {
        Sql.of(em, "select grants_end_for_referral(:referral, 'COMPLETED', :until)")
                .with("referral", referral.value())
                .with("until", readableUntil)
                .run();
        Sql.of(em, "select own_domain_rests(:referral)")
                .with("referral", referral.value())
                .run();
    }

    /** Ends everything that rests on the consent, in this instant. */
    public void endForConsent(ConsentId consent) {
        Sql.of(em, "select grants_end_for_consent(:consent)")
                .with("consent", consent.value())
                .run();
    }
}
