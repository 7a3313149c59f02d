package org.alongside.proceeding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.proceeding.NewMatter.NewCompensation;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;

/**
 * A legal matter as far as it is the caller's to know.
 *
 * @param number its number in the file, from 1, by which two of one kind are told apart
 * @param lawyers name of the lawyer's organisation, for who leads the case and the lawyer
 * @param minimum when and where she must be and what she needs for it; absent where only that there is a matter may be known
 * @param file the lawyer's own file
 * @param changeable whether the caller acts in it and may rewrite it
 * @param declined whether these lawyers cannot act for her in it, for who leads the case and the lawyer; never why
 * @param lawyerSought whether another lawyer is looked for in it, for who leads the case
 * @param version for changing it only as it was read
 */
public record MatterView(
        MatterId id,
        CaseId caseId,
        int number,
        Optional<String> lawyers,
        Optional<Minimum> minimum,
        Optional<LawyersFile> file,
        boolean changeable,
        boolean declined,
        boolean lawyerSought,
        int version) {

    /**
     * What others need to help her through it.
     *
     * @param hearingAt when she must be there; absent: nothing is set
     * @param place what kind of place, code of hearing_place
     * @param protection what protects her, codes of protection_measure
     * @param deadlineOn last day for what the lawyer does next
     */
    public record Minimum(
            Optional<Instant> hearingAt,
            Optional<String> place,
            List<Support> supports,
            List<String> protection,
            Optional<LocalDate> deadlineOn) {
        /** Whether something she needs for the hearing has nobody yet. */
        public boolean open() {
            return supports.stream().anyMatch(support -> !support.arranged());
        }
    }

    /**
     * Something she needs for the hearing.
     *
     * @param need code of hearing_need
     * @param arranged whether somebody does it
     * @param by who does it: for who leads the case and her lawyer, as far as they may know that these help her, and for those who do it
     * @param ours whether the caller's own organisation does it
     */
    public record Support(String need, boolean arranged, Optional<String> by, boolean ours) {}

    /**
     * The lawyer's own file: privileged.
     *
     * @param track code of proceeding_type
     * @param stage code of proceeding_stage
     * @param hearingType code of hearing_type
     * @param hearingMode code of hearing_mode
     * @param court before which court or authority
     * @param reference under which it is kept there
     * @param compensation money for what was done to her; absent: nothing is claimed
     */
    public record LawyersFile(
            String track,
            String stage,
            String note,
            Optional<String> hearingType,
            Optional<String> hearingMode,
            Instant openedAt,
            Optional<String> court,
            Optional<String> reference,
            Optional<Compensation> compensation) {}

    /**
     * Money for what was done to her, as far as it is known.
     *
     * @param most the most that the law lets be paid
     * @param currency of all amounts, ISO 4217
     * @param freezeAskedOn when freezing of the assets of whoever owes it was asked for
     * @param finalOn the final act, from which the time to apply to a fund runs
     */
    public record Compensation(
            Optional<BigDecimal> claimed,
            Optional<BigDecimal> ordered,
            Optional<BigDecimal> paid,
            Optional<BigDecimal> most,
            Optional<String> currency,
            Optional<LocalDate> freezeAskedOn,
            Optional<LocalDate> finalOn) {
        /** What was ordered and is not paid; empty: nothing. */
        public Optional<BigDecimal> open() {
            return ordered.map(all -> all.subtract(paid.orElse(BigDecimal.ZERO)))
                    .filter(rest -> rest.signum() > 0);
        }

        static Optional<Compensation> of(NewCompensation kept) {
            return Optional.ofNullable(kept)
                    .map(said -> new Compensation(
                            Optional.ofNullable(said.claimed()),
                            Optional.ofNullable(said.ordered()),
                            Optional.ofNullable(said.paid()),
                            Optional.ofNullable(said.most()),
                            Optional.ofNullable(said.currency()),
                            Optional.ofNullable(said.freezeAskedOn()),
                            Optional.ofNullable(said.finalOn())));
        }
    }
}
