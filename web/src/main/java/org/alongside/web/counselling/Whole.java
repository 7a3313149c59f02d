package org.alongside.web.counselling;

import org.alongside.web.draft.Answers;

/** A whole number that somebody typed. */
final class Whole {
    private Whole() {}

    /** None where nothing or anything else was typed: the door says what is missing. */
    static Integer of(Answers answers, String field) {
        return answers.text(field)
                .filter(text -> text.strip().matches("\\d{1,4}"))
                .map(text -> Integer.valueOf(text.strip()))
                .orElse(null);
    }
}
