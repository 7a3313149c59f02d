package org.alongside.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;

/**
 * What a feature says of one kind of subject, for example of referrals. The gate finds it by the type of the first argument
 * of the door, which is the subject's id.
 *
 * @param <I> type of the subject's id
 */
public interface Policy<I> {
    Class<I> subject();

    /** How the caller stands to the subject; empty where it is not theirs or not there, which is the same. */
    Optional<Standing> standing(Caller caller, I id);

    /** Why the caller may not do this now, with reasons fit to show; none where they may. */
    List<Reason> objections(Caller caller, Permission permission, I id, Standing standing);

    /**
     * @param caseId the case that the subject belongs to, as far as the caller may know it
     * @param basis on what the caller's access rests, for the audit: a code
     * @param openness how far the case is open to the caller; empty where no case is
     */
    record Standing(Optional<CaseId> caseId, UUID subject, String basis, Optional<Openness> openness) {}
}
