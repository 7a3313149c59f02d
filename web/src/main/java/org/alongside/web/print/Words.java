package org.alongside.web.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alongside.access.PrintMark;
import org.alongside.access.Printed;
import org.alongside.web.frame.Text;

/** The words of one paper: in the language that was asked for, and times in the zone of the one who prints, which is named. */
final class Words {

    private final Locale locale;
    private final Text text;
    private final ZoneId zone;

    Words(Locale locale, PrintMark mark) {
        this.locale = locale;
        this.text = new Text(locale);
        this.zone = ZoneId.of(mark.zone());
    }

    Locale locale() {
        return locale;
    }

    /** An empty paper, marked. */
    Paper paper(Printed<?> printed) {
        PrintMark mark = printed.mark();
        return new Paper(
                locale,
                get("title"),
                of("mark", mark.worker(), mark.organisation(), time(mark.at()), zone.getId()),
                get("page"));
    }

    /** An empty paper that says of nobody who printed it. */
    Paper unmarked() {
        return new Paper(locale, get("title"), "", get("page"));
    }

    String get(String key) {
        return text.get("print." + key);
    }

    String of(String key, Object... values) {
        return text.of("print." + key, values);
    }

    /** Words that the pages have too. */
    String shared(String key) {
        return text.get(key);
    }

    String sharedOf(String key, Object... values) {
        return text.of(key, values);
    }

    String sharedName(String key, String code) {
        return text.name(key, code);
    }

    /** What was done, and how often where it was more than once. */
    String times(String what, long times) {
        return times == 1 ? what : text.count("print.times", times, what);
    }

    String role(String code) {
        return text.name("role", code);
    }

    String years(int age) {
        return text.count("casefile.known.years", age);
    }

    /** The words of a code; null for none. */
    String code(String list, Object code) {
        return code == null ? null : text.name("code." + list, code);
    }

    String codes(String list, Collection<?> codes) {
        return codes.stream().map(code -> code(list, code)).collect(Collectors.joining(text.get("frame.comma")));
    }

    String countries(Collection<String> codes) {
        return codes.stream()
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                .collect(Collectors.joining(text.get("frame.comma")));
    }

    String day(TemporalAccessor when) {
        TemporalAccessor day = when instanceof Instant instant ? instant.atZone(zone) : when;
        return day == null
                ? null
                : DateTimeFormatter.ofPattern(text.get("time.pattern.printedDay"), locale)
                        .format(day);
    }

    String time(Instant when) {
        return when == null
                ? null
                : DateTimeFormatter.ofPattern(text.get("time.pattern.printed"), locale)
                        .format(when.atZone(zone));
    }

    /** By the clock of that zone, which is named. */
    String time(Instant when, ZoneId where) {
        return DateTimeFormatter.ofPattern(text.get("time.pattern.printed"), locale)
                        .format(when.atZone(where))
                + " " + where.getId();
    }
}
