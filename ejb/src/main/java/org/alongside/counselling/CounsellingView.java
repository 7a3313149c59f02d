package org.alongside.counselling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;
import org.alongside.shared.WorkerId;

/**
 * Counselling of one person, as much of it as is the reader's.
 *
 * @param plannable whether the reader can plan a session with her
 * @param counsellors who of the house can sit with her, for who plans
 * @param sessions the reader's own sessions with her, those to come first and then the newest
 * @param attended that there were sessions, of every house, newest day first, at most 100
 * @param summaries what she agreed that others know, newest day first, at most 100
 * @param toldAsLead whether the reader reads these because she agreed that who leads her case does, and can say that she agrees no more
 */
public record CounsellingView(
        CaseId caseId,
        boolean plannable,
        List<Counsellor> counsellors,
        List<OwnSession> sessions,
        List<Attended> attended,
        List<Summary> summaries,
        boolean toldAsLead) {

    /** Somebody of the house who counsels her. */
    public record Counsellor(WorkerId id, String name) {}

    /**
     * One of the reader's own sessions with her.
     *
     * @param type code of session_type
     * @param attendance code of session_attendance
     */
    public record OwnSession(SessionId id, Instant startsAt, Instant endsAt, String type, String attendance) {}

    /**
     * That there was one, and nothing of it.
     *
     * @param attendance code of session_attendance
     */
    public record Attended(SessionId id, LocalDate on, String attendance, String organisationName) {}

    /**
     * What she agreed to, in whose words, and when she agreed.
     *
     * @param forLead whether who leads her case reads it, too
     */
    public record Summary(
            SessionId session,
            LocalDate on,
            String words,
            String author,
            String organisationName,
            LocalDate agreedOn,
            boolean forLead) {}

    /**
     * One session as its counsellor has it; who supervises them is told neither whose it is nor of what group.
     *
     * @param caseCode code of the file, for who may know it
     * @param name what she is called, for who may know it
     * @param group code of the group, for its counsellor
     * @param own whether the reader is the counsellor
     * @param type code of session_type
     * @param modality code of session_modality
     * @param place code of session_place
     * @param interpreter code of interpreter
     * @param attendance code of session_attendance
     * @param started whether its hour has begun
     * @param file how far the house may still write of her
     */
    public record Session(
            SessionId id,
            SittingId sitting,
            Optional<CaseId> caseId,
            Optional<String> caseCode,
            Optional<String> name,
            Optional<String> group,
            String counsellor,
            boolean own,
            Instant startsAt,
            Instant endsAt,
            String type,
            String modality,
            String place,
            String interpreter,
            String attendance,
            boolean started,
            boolean file,
            int version) {
        /** Whether it can be moved or called off: nobody has said whether she came. */
        public boolean planned() {
            return "PLANNED".equals(attendance);
        }
    }

    /** A counsellor's own words. */
    public record ProcessNote(String words, Instant writtenAt, int version) {}

    /** One entry of the clinical record; never changed, only followed. */
    public record ClinicalEntry(String words, String author, Instant writtenAt) {}
}
