package org.alongside.closing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.careplan.Unfinished;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.PurposeAnswers;
import org.alongside.referral.UnderWay;

/**
 * What is known of a case when it is asked whether it can be closed.
 *
 * @param episodes when it was open, the newest first
 * @param untold how much was done without her agreement of which nobody has told her
 * @param alerts how many alerts nobody has seen to yet
 * @param lodged in how many houses she lives or waits for a bed
 * @param attempts to reach her in this episode, oldest first
 * @param followUpSaid what she says of being asked later how she is, code of purpose_answer; empty: nothing that still holds
 * @param ground what was noted for closing, and what is still to come
 */
record ClosingFacts(
        CaseFacts.Facts survivor,
        List<ClosingView.Episode> episodes,
        UnderWay.Help help,
        Unfinished.Plan plan,
        int untold,
        int alerts,
        int lodged,
        List<Attempt> attempts,
        LostContact lostContact,
        Optional<String> followUpSaid,
        ClosingGround ground) {
    /** In screening alone as not trafficking (code list state_transitions). */
    private static final String SCREENING = "SCREENING";

    private static final Set<String> CLOSABLE = Set.of(SCREENING, "ACTIVE", "FOLLOW_UP");

    /** Whether she agreed, while she could be asked, to be asked later how she is. */
    boolean agreedToFollowUp() {
        return followUpSaid.filter(PurposeAnswers.AGREED::equals).isPresent();
    }

    int episode() {
        return episodes.get(0).number();
    }

    String status() {
        return survivor.status();
    }

    boolean closable() {
        return CLOSABLE.contains(status());
    }

    boolean closableAs(String reason) {
        return closable()
                && Requirements.reasons().contains(reason)
                && (!SCREENING.equals(status()) || "NOT_TRAFFICKING".equals(reason));
    }
}
