package org.alongside.counselling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.GroupId;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;

/**
 * A group, for its counsellor alone.
 *
 * @param type code of session_type
 * @param members who is in it
 * @param candidates others whom the counsellor counsels, at most 200
 * @param hours its hours, newest first, at most 50
 */
public record GroupView(
        GroupId id,
        String code,
        String type,
        Optional<Instant> endedAt,
        List<GroupMember> members,
        List<GroupMember> candidates,
        List<GroupHour> hours) {
    /** Somebody by the code of the file and what she is called. */
    public record GroupMember(CaseId caseId, String caseCode, Optional<String> name) {}

    /** One hour, and who came. */
    public record GroupHour(
            SittingId id, Instant startsAt, Instant endsAt, boolean recorded, boolean givenUp, List<Came> came) {}

    /** @param attendance code of session_attendance */
    public record Came(SessionId session, CaseId caseId, String caseCode, String attendance) {}

    /** A line in the list of groups. */
    public record GroupRow(
            GroupId id, String code, String type, int members, Optional<Instant> next, Optional<Instant> endedAt) {}
}
