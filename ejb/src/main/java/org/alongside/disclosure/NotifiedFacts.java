package org.alongside.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Sql.Row;

/**
 * The few coded facts of an adult who is notified without identity; there are no others, and each may be missing.
 *
 * @param firstContact the first day of the month in which she was first met
 * @param sex code of sex_recorded
 * @param ageBand code of age_band
 * @param exploitation codes of exploitation_type
 */
public record NotifiedFacts(
        Optional<LocalDate> firstContact, Optional<String> sex, Optional<String> ageBand, List<String> exploitation) {
    /** Reads them from four columns. */
    public static NotifiedFacts of(Row row, int at) {
        return new NotifiedFacts(
                Optional.ofNullable(row.date(at)),
                Optional.ofNullable(row.text(at + 1)),
                Optional.ofNullable(row.text(at + 2)),
                row.codes(at + 3));
    }

    /** Which of them there are, codes of notified_fact. */
    public List<String> said() {
        return Stream.of(
                        firstContact.map(any -> "FIRST_CONTACT_MONTH"),
                        sex.map(any -> "SEX"),
                        ageBand.map(any -> "AGE_BAND"),
                        exploitation.stream().findFirst().map(any -> "EXPLOITATION"))
                .flatMap(Optional::stream)
                .toList();
    }
}
