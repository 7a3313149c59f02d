package org.alongside.consent;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * What she was told in one talk.
 *
 * @param kinds codes of information_kind, each once
 * @param toldOn the day, not one to come
 * @param language in which, code of language
 * @param ways how, codes of information_way
 * @param teller by whom, code of information_teller; WE: by whoever notes it
 */
public record NewInformation(
        @NotEmpty @CodeOf("information_kind") List<String> kinds,
        @NotNull LocalDate toldOn,
        @NotNull @CodeOf("language") String language,
        @NotEmpty @CodeOf("information_way") List<String> ways,
        @NotNull @CodeOf("information_teller") String teller) {
    public NewInformation {
        kinds = kinds == null ? List.of() : kinds.stream().distinct().toList();
        ways = ways == null ? List.of() : ways.stream().distinct().toList();
    }
}
