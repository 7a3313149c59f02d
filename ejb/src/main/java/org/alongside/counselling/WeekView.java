package org.alongside.counselling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;

/**
 * A counsellor's own week.
 *
 * @param monday its first day, in the counsellor's zone
 * @param hours its hours in their order, without those that were called off
 * @param unsaid earlier hours of which it is not said who came, oldest first, at most 50
 * @param most how many sessions a week a counsellor carries at most, before somebody looks at it
 */
public record WeekView(LocalDate monday, List<Hour> hours, List<Hour> unsaid, int most) {
    /**
     * @param group the group that it is for, if it is for one
     * @param recorded whether it is said of everybody
     * @param sessions whose it is; none where the file is closed to the counsellor by now
     */
    public record Hour(
            SittingId id,
            Instant startsAt,
            Instant endsAt,
            Optional<OfGroup> group,
            boolean recorded,
            List<WithHer> sessions) {}

    /** A group by its code. */
    public record OfGroup(GroupId id, String code) {}

    /**
     * @param caseCode code of the file
     * @param name what she is called
     * @param type code of session_type
     * @param modality code of session_modality
     * @param attendance code of session_attendance
     */
    public record WithHer(
            SessionId id,
            CaseId caseId,
            String caseCode,
            Optional<String> name,
            String type,
            String modality,
            String attendance) {}
}
