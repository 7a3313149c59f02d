package org.alongside.reintegration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.SupportId;

/**
 * How somebody goes back or stays, for those who lead her case.
 *
 * @param returnType code of return_type
 * @param state code of return_state
 * @param country ISO 3166-1 alpha-2
 * @param familyContact code of family_contact
 * @param missing what must be there before she can leave: codes of return_missing
 * @param bestInterests of a child: what was found about her return, code of best_interests_result
 * @param due by when people are asked for what is missing; nothing happens to her when it is over
 * @param reviewBy by when it is looked at how it goes
 */
public record ReintegrationView(
        ReintegrationId id,
        CaseId caseId,
        String returnType,
        String state,
        Optional<String> country,
        Optional<LocalDate> informedOn,
        Optional<LocalDate> decidedOn,
        Optional<String> language,
        String familyContact,
        Instant plannedAt,
        String plannedBy,
        List<String> missing,
        Optional<String> bestInterests,
        Optional<ReturnDue> due,
        Optional<ReturnReceiver> receiver,
        List<ReturnPrepared> steps,
        List<ReturnHelped> helpers,
        Optional<Instant> departedAt,
        Optional<Instant> arrivalBy,
        Optional<Instant> arrivedAt,
        Optional<String> arrivedHow,
        List<ReintegrationAim> aims,
        List<ReintegrationIndicator> indicators,
        List<GivenSupport> support,
        Instant reviewBy,
        Optional<Instant> reviewedAt,
        Optional<Instant> endedAt,
        Optional<String> endReason) {

    /** By when people are asked for each, UTC. */
    public record ReturnDue(Instant riskBy, Instant receiverBy, Instant readyBy) {}

    /**
     * Who is ready to receive her.
     *
     * @param inside whether it is an organisation here
     * @param confirmedBy elsewhere: who there said so
     * @param medium elsewhere: how, code of confirmation_medium
     */
    public record ReturnReceiver(
            boolean inside,
            String name,
            Optional<String> confirmedBy,
            LocalDate confirmedOn,
            Optional<String> medium) {}

    /** Something that is arranged: code of return_step. */
    public record ReturnPrepared(String step, Instant at, String by) {}

    /**
     * Who was asked to help on her way: a kind, never a person.
     *
     * @param step code of return_step
     * @param helper code of return_helper
     * @param answer code of helper_answer
     */
    public record ReturnHelped(String step, String helper, String answer, LocalDate on) {}

    /** What she wants to reach. */
    public record ReintegrationAim(String dimension, String words, Instant at) {}

    /**
     * By what it is seen that she can live on her own.
     *
     * @param code code of reintegration_indicator
     * @param reading what was read last, code of reintegration_reading
     */
    public record ReintegrationIndicator(
            String code, String dimension, Optional<String> reading, Optional<Instant> at) {}

    /** What she was given. */
    public record GivenSupport(
            SupportId id,
            String kind,
            String purpose,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            Optional<String> words,
            LocalDate givenOn,
            String givenBy,
            Optional<Instant> confirmedAt) {}

    /** The same with what stands in other tables. */
    ReintegrationView with(
            Optional<String> found,
            Optional<ReturnReceiver> by,
            List<ReturnPrepared> prepared,
            List<ReturnHelped> helped,
            List<ReintegrationAim> wanted,
            List<ReintegrationIndicator> seen,
            List<GivenSupport> given) {
        return new ReintegrationView(
                id,
                caseId,
                returnType,
                state,
                country,
                informedOn,
                decidedOn,
                language,
                familyContact,
                plannedAt,
                plannedBy,
                missing,
                found,
                due,
                by,
                prepared,
                helped,
                departedAt,
                arrivalBy,
                arrivedAt,
                arrivedHow,
                wanted,
                seen,
                given,
                reviewBy,
                reviewedAt,
                endedAt,
                endReason);
    }

    public boolean leaves() {
        return !"LOCAL_INTEGRATION".equals(returnType);
    }

    public boolean running() {
        return endedAt.isEmpty();
    }
}
