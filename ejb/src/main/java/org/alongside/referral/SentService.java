package org.alongside.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Page;

/** The door to what stands behind a number: cards of what was sent, without identity, as far as the caller may see them. */
@Stateless
@PermitAll
public class SentService {
    private static final int LONGEST_PAGE = 100;

    @Inject
    CallerContext callers;

    @Inject
    Codes codes;

    @Inject
    SentCards cards;

    /**
     * Cards of what was sent in a period, newest first; without one, what waits now, the most overdue first. A coordinator of
     * a competent authority sees all, others those that they see anyway. Refuses INVALID where it asks for what there is not.
     */
    @Requires(Permission.READ_COORDINATION)
    public Page<ReferralView.Card> list(SentQuery query) {
        new Check()
                .codes(query.states(), "states", codes.in("referral_status"))
                .optionalCode(query.service(), "service", codes.in("service_type"))
                .optionalCode(query.reason(), "reason", codes.in("referral_decline_reason"))
                .that((query.from() == null) == (query.until() == null), "until", "missing")
                .that(
                        query.late() == null
                                || Arrays.stream(Late.values()).map(Late::name).anyMatch(query.late()::equals),
                        "late",
                        "unknown-code")
                .orRefuse();
        int size = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        List<SentCards.Found> found =
                cards.find(query, size + 1, callers.caller().now());
        List<SentCards.Found> shown = found.subList(0, Math.min(size, found.size()));
        Optional<String> next = found.size() <= size
                ? Optional.empty()
                : Optional.of(shown.get(size - 1).cursor());
        return new Page<>(cards.show(shown), next);
    }

    /** Which of them are late, or were in time. */
    public enum Late {
        /** The answer came late, or never. */
        ANSWER,
        /** The answer came in time. */
        ANSWER_IN_TIME,
        /** The first contact came late. */
        CONTACT,
        /** The first contact came in time. */
        CONTACT_IN_TIME,
        /** Past its time now: an answer, a look at the waiting list, a first contact. */
        NOW
    }

    /**
     * What to list; null where it does not matter.
     *
     * @param from first day of sending (UTC); null: what waits now
     * @param until last day of sending (UTC)
     * @param states codes of referral_status, any of them; empty: all
     * @param service code of service_type
     * @param reason code of referral_decline_reason
     * @param late a {@link Late}
     */
    public record SentQuery(
            LocalDate from,
            LocalDate until,
            List<String> states,
            String service,
            OrganisationId sender,
            OrganisationId recipient,
            String reason,
            String late,
            String cursor,
            int limit) {
        public SentQuery {
            states = List.copyOf(states);
        }
    }
}
