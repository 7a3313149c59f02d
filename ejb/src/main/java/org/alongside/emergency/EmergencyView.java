package org.alongside.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.casefile.Told;
import org.alongside.shared.CaseId;
import org.alongside.shared.EmergencyAccessId;

/** An emergency access as each of those whom it concerns may know it: what they may not know is not in their type. */
public sealed interface EmergencyView {
    EmergencyAccessId id();

    /**
     * Who asked, when and what became of it, without whom it was about.
     *
     * @param verdict code of emergency_verdict, once it was reviewed
     */
    record AccessFacts(
            EmergencyAccessId id,
            EmergencyState state,
            String workerName,
            String organisationName,
            Instant askedAt,
            boolean lifeInDanger,
            Instant lapsesAt,
            Optional<Instant> decidedAt,
            Optional<String> decidedByName,
            Optional<Instant> openedAt,
            Optional<Instant> openUntil,
            Optional<Instant> endedAt,
            Optional<String> endedByName,
            Optional<Instant> reviewBy,
            Optional<Instant> reviewedAt,
            Optional<String> verdict) {}

    /**
     * Why it was asked for, as it was typed.
     *
     * @param code of the case, whether there is one or not
     * @param reason code of emergency_reason
     */
    record Plea(String code, String reason, String words, Set<Category> categories) {}

    /**
     * For whoever asked, and for whoever is asked to agree.
     *
     * @param own whether the reader asked for it
     * @param caseId the file, for whoever asked and as long as it is open
     */
    record AccessRequest(AccessFacts header, Plea plea, boolean own, Optional<CaseId> caseId) implements EmergencyView {
        @Override
        public EmergencyAccessId id() {
            return header.id();
        }
    }

    /**
     * For the data protection officer.
     *
     * @param reviewable whether the reader may review it: it was opened, is not reviewed, and they neither asked nor agreed
     * @param words why it was found so, once it was reviewed
     * @param looks what was looked at while it was open, oldest first, at most 500
     * @param told whether and how she was told; absent where nothing was opened
     */
    record AccessReview(
            AccessFacts header,
            Plea plea,
            boolean reviewable,
            Optional<String> words,
            List<Look> looks,
            Optional<Told> told)
            implements EmergencyView {
        @Override
        public EmergencyAccessId id() {
            return header.id();
        }
    }

    /**
     * One look at the file.
     *
     * @param action the permission that was used or refused
     * @param outcome PERMITTED or REFUSED
     */
    record Look(Instant at, String action, Optional<Category> category, String outcome) {}

    /** For those who lead the case: who looked into it, why, and whether she was told. */
    record AccessTelling(AccessFacts header, Plea plea, CaseId caseId, boolean child, Told told)
            implements EmergencyView {
        @Override
        public EmergencyAccessId id() {
            return header.id();
        }
    }

    /**
     * For the supervisor of whoever asked, for administrators, and for who coordinates: nothing of the file.
     *
     * @param seen whether the reader's desk has seen it; always false where it is only overdue
     */
    record AccessNotice(AccessFacts header, boolean seen) implements EmergencyView {
        @Override
        public EmergencyAccessId id() {
            return header.id();
        }
    }
}
