package org.alongside.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * On what her name rests.
 *
 * @param basis code of name_basis; empty: nobody has said
 * @param ofThisName whether that was said of the name as it stands; else she changed it since
 * @param notedBy who said so
 * @param notedAt UTC
 * @param inquiries which authorities were asked, the newest answer of each, the newest first
 */
public record NameBasisView(
        Optional<String> basis,
        boolean ofThisName,
        Optional<String> notedBy,
        Optional<Instant> notedAt,
        List<IdentityInquiry> inquiries) {

    /**
     * That an authority was asked who she is.
     *
     * @param authority code of identity_authority
     * @param answer code of inquiry_answer
     * @param askedBy who wrote it down
     */
    public record IdentityInquiry(String authority, String answer, LocalDate on, String askedBy) {}
}
