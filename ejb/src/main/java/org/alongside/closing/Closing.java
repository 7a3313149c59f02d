package org.alongside.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/**
 * A proposal to close an episode of a case: proposed by a caseworker, and then agreed to by a supervisor who never proposed it,
 * sent back by one, or taken back, before that or after. It is never changed: what is proposed again is a new one, so that all of them stay.
 *
 * @param obstacles codes of what stood against it when it was proposed
 * @param proposedBefore whether the caller proposed this or an earlier closing of the episode
 * @param decidedAt when it was agreed to, sent back or taken back, UTC
 */
record Closing(
        ClosingId id,
        CaseId caseId,
        int episode,
        String reason,
        String words,
        List<String> met,
        String conversation,
        String dataNotice,
        NewClosing.FollowUp followUp,
        List<String> obstacles,
        String overrideReason,
        Instant proposedAt,
        WorkerId proposedBy,
        String proposedByName,
        boolean proposedBefore,
        ClosingState state,
        Instant decidedAt,
        String decidedByName,
        String sentBackWords) {

    boolean undecided() {
        return state == ClosingState.PROPOSED;
    }

    /** Refuses where it was decided, or where the caller ever asked for it. */
    void requireDecidable() {
        requireUndecided();
        if (proposedBefore) {
            throw Refusal.notAllowed("own-request");
        }
    }

    void requireWithdrawable() {
        if (!undecided() && state != ClosingState.SENT_BACK) {
            throw Refusal.wrongState("closing-decided");
        }
    }

    private void requireUndecided() {
        if (!undecided()) {
            throw Refusal.wrongState("closing-decided");
        }
    }

    ClosingView.Proposal view(Caller caller) {
        return new ClosingView.Proposal(
                id,
                state,
                reason,
                Optional.ofNullable(words),
                met,
                conversation,
                dataNotice,
                followUp,
                obstacles,
                Optional.ofNullable(overrideReason),
                proposedAt,
                proposedByName,
                proposedBefore,
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(decidedByName),
                Optional.ofNullable(sentBackWords));
    }
}
