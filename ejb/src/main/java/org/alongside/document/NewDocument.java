package org.alongside.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;
import org.alongside.shared.MatterId;

/**
 * What is said of a document that is handed in.
 *
 * @param title what it is, without a word about her
 * @param documentClass code of document_class
 * @param category to which kind of information it belongs, where its class leaves that open; or null
 * @param matter the legal matter of the caller's house that it belongs to, or null
 */
public record NewDocument(
        @NotNull @Size(max = 120) String title,
        @NotNull @CodeOf("document_class") String documentClass,
        Category category,
        MatterId matter) {

    /**
     * What is said of another version.
     *
     * @param after the newest version that the caller has seen
     * @param reason why there is another one, code of document_version_reason
     */
    public record NewVersion(
            @NotNull Integer after,
            @NotNull @CodeOf("document_version_reason") String reason) {}

    /**
     * Another title.
     *
     * @param title what it is, without a word about her
     */
    public record NewTitle(@NotNull @Size(max = 120) String title) {}

    /**
     * That it is taken out of use.
     *
     * @param why code of document_withdrawal
     */
    public record NewWithdrawal(
            @NotNull @CodeOf("document_withdrawal") String why) {}
}
