package org.alongside.web.organisation;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alongside.organisation.NewService.Hours;

/** The hours of a week in few words: days that follow each other with the same hours are said once. */
record Weekly(Locale locale) {

    String words(List<Hours> hours) {
        List<String> words = new ArrayList<>();
        for (int first = 0; first < hours.size(); ) {
            int last = first;
            while (last + 1 < hours.size() && goesOn(hours.get(last), hours.get(last + 1))) {
                last++;
            }
            words.add(days(hours.get(first), hours.get(last)) + " "
                    + hours.get(first).opens() + "–" + hours.get(first).closes());
            first = last + 1;
        }
        return String.join(" · ", words);
    }

    private static boolean goesOn(Hours one, Hours next) {
        return next.weekday() == one.weekday() + 1
                && next.opens().equals(one.opens())
                && next.closes().equals(one.closes());
    }

    private String days(Hours first, Hours last) {
        return first.weekday() == last.weekday() ? day(first) : day(first) + "–" + day(last);
    }

    private String day(Hours hours) {
        return DayOfWeek.of(hours.weekday()).getDisplayName(TextStyle.SHORT, locale);
    }
}
