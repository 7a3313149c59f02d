package org.alongside.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What she was told of what is hers by right.
 *
 * @param notYet what nobody told her so far, in the order in which it is said; codes of information_kind
 * @param told what she was told, the newest first
 */
public record InformationView(List<String> notYet, List<InformationTold> told) {
    /**
     * That she was told.
     *
     * @param kind code of information_kind
     * @param toldOn on which day
     * @param language code of language
     * @param ways how, codes of information_way
     * @param teller by whom, code of information_teller
     * @param notedBy who wrote it down, and where {@code teller} is WE told her
     * @param notedAt UTC
     */
    public record InformationTold(
            String kind,
            LocalDate toldOn,
            String language,
            List<String> ways,
            String teller,
            String notedBy,
            Instant notedAt) {}
}
