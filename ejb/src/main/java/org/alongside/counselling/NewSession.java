package org.alongside.counselling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.alongside.code.CodeOf;
import org.alongside.shared.WorkerId;

/**
 * A session with her.
 *
 * @param counsellor who sits with her: somebody of the house whom her file reaches; null: the caller
 * @param startsAt UTC; at most thirty days ago, for what was not planned
 * @param minutes how long, 5 to 480
 * @param type code of session_type
 * @param modality code of session_modality
 * @param place what kind of place, code of session_place; never an address
 * @param interpreter code of interpreter
 */
public record NewSession(
        WorkerId counsellor,
        @NotNull Instant startsAt,
        @NotNull Integer minutes,
        @NotNull @CodeOf("session_type") String type,
        @NotNull @CodeOf("session_modality") String modality,
        @NotNull @CodeOf("session_place") String place,
        @NotNull @CodeOf("interpreter") String interpreter) {

    /** Another hour for a session, UTC, and how many minutes. */
    public record NewHour(
            @NotNull Instant startsAt, @NotNull Integer minutes) {}

    /** Whether she came: code of session_attendance, any but PLANNED. */
    public record NewAttendance(
            @NotNull @CodeOf("session_attendance") String attendance) {}

    /** That a session raised a worry about her safety; what was said stays in the room. */
    public record NewWorry(boolean inDanger) {}

    /** Words of a process note or of the clinical record. */
    public record NewNote(@NotNull @Size(max = 8000) String words) {}

    /**
     * What others who may read counselling of her may know of the session.
     *
     * @param agreed that she read or heard these words and agreed
     * @param agreedOn when she did
     * @param forLead that she agreed that who leads her case reads them, too; null: she did not
     */
    public record NewSummary(
            @NotNull @Size(max = 2000) String words,
            boolean agreed,
            @NotNull LocalDate agreedOn,
            Boolean forLead) {}
}
