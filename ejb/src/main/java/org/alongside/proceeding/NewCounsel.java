package org.alongside.proceeding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.code.CodeOf;

/**
 * A colleague of the same house of lawyers who takes a matter over.
 *
 * @param worker who acts from now on
 */
public record NewCounsel(@NotNull UUID worker) {

    /**
     * What the check for conflicts found, in roles and never by name.
     *
     * @param opposing what the other side is
     * @param otherMatter whether the house acts, or acted, in another matter for or against somebody of the other side
     * @param colleague whether a colleague acts for the other side
     * @param known whether the lawyer is close to somebody of the other side
     * @param apart colleagues who are kept away from her file by a wall; none: without one
     */
    public record NewConflictCheck(
            @NotNull @CodeOf("opposing_role") String opposing,
            @NotNull Boolean otherMatter,
            @NotNull Boolean colleague,
            @NotNull Boolean known,
            List<UUID> apart) {
        public NewConflictCheck {
            apart = apart == null
                    ? List.of()
                    : apart.stream().distinct().sorted().toList();
        }
    }

    /**
     * What the lawyer and her side signed.
     *
     * @param giver who signed for her side
     * @param scope what the lawyer may do
     * @param untilOn its last day; null: until somebody ends it
     */
    public record NewMandate(
            @NotNull @CodeOf("mandate_giver") String giver,
            @NotNull @CodeOf("mandate_scope") String scope,
            @NotNull LocalDate signedOn,
            LocalDate untilOn) {}

    /** Who ended a mandate, and when. */
    public record NewMandateEnd(
            @NotNull @CodeOf("mandate_end") String endedBy,
            @NotNull LocalDate endedOn) {}

    /**
     * Before whom, and in which roles.
     *
     * @param court which court or authority, as the lawyer calls it
     * @param reference under which it is kept there
     * @param herRole in which role she stands there
     * @param opposing against which role
     * @param limitationOn the last day to file; null: as it is
     */
    public record NewCourt(
            @Size(max = 200) String court,
            @Size(max = 100) String reference,
            @CodeOf("her_role") String herRole,
            @CodeOf("opposing_role") String opposing,
            LocalDate limitationOn) {}
}
