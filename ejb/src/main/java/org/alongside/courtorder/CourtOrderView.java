package org.alongside.courtorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.CourtOrderId;

/**
 * Court orders for what is known of her, the newest first, at most 50.
 *
 * @param handedOutAtMost the kinds of information that are ever handed out on an order
 */
public record CourtOrderView(CaseId caseId, CourtOrderMay may, Set<Category> handedOutAtMost, List<CourtOrder> orders) {
    /**
     * What the reader may do.
     *
     * @param receive write one down
     * @param check say what of it holds, as her lawyer
     * @param end say that nothing is handed out
     */
    public record CourtOrderMay(boolean receive, boolean check, boolean end) {}

    /**
     * One.
     *
     * @param kind code of court_order_kind
     * @param authority code of court_order_authority
     * @param categories the kinds of information that it names
     * @param answerOn its last day
     * @param checkBy by when her lawyer has looked at it
     * @param advice code of court_order_advice
     * @param objection code of court_order_objection
     * @param least what may be handed out at most
     * @param outcome code of court_order_outcome
     */
    public record CourtOrder(
            CourtOrderId id,
            String kind,
            String authority,
            String reference,
            LocalDate receivedOn,
            LocalDate answerOn,
            Set<Category> categories,
            Instant checkBy,
            Optional<String> advice,
            Optional<String> objection,
            Set<Category> least,
            Optional<String> outcome,
            Optional<Instant> endedAt) {
        public boolean open() {
            return outcome.isEmpty();
        }

        /** Whether her lawyer is waited for. */
        public boolean toCheck() {
            return open() && advice.isEmpty();
        }

        /** Whether what the court says of the objection is waited for. */
        public boolean objected() {
            return open()
                    && objection.isEmpty()
                    && advice.filter("OBJECT"::equals).isPresent();
        }

        /** Whether the least may be handed out. */
        public boolean toAnswer() {
            return open() && !least.isEmpty();
        }
    }
}
