package org.alongside.web.frame;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of Alongside, first the one for those who ask for none of them. */
public final class Languages {
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

    private Languages() {}

    /** The first of the wishes that is known here. */
    public static Locale first(Stream<Locale> wished) {
        return wished.flatMap(wish -> known(wish.getLanguage()).stream())
                .findFirst()
                .orElse(ALL.get(0));
    }

    static Optional<Locale> known(String tag) {
        return ALL.stream().filter(one -> one.getLanguage().equals(tag)).findFirst();
    }
}
