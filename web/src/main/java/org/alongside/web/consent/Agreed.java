package org.alongside.web.consent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Category;
import org.alongside.consent.Exclusions;
import org.alongside.consent.NewConsent;
import org.alongside.consent.Withheld;
import org.alongside.shared.OrganisationId;
import org.alongside.web.draft.Answers;

/** The answers of a conversation about consent as the record that keeps it. */
final class Agreed {
    private final Answers answers;
    private final Instant now;
    private final ZoneId zone;

    Agreed(Answers answers, Instant now, ZoneId zone) {
        this.answers = answers;
        this.now = now;
        this.zone = zone;
    }

    NewConsent consent(Recipients.Recipient recipient, boolean child) {
        GivenBy by = GivenBy.of(answers, child);
        return new NewConsent(
                OrganisationId.of(recipient.id()),
                asked(text("purpose")).orElse(recipient.purpose()),
                categories(),
                by.giver(),
                by.right(),
                by.guardian(),
                by.relation(),
                by.assent(),
                text("medium"),
                text("language"),
                text("interpreter"),
                text("witness"),
                null,
                expiresAt(answers, now, zone),
                withheld(),
                answers.yes("explained"));
    }

    /** The purpose that is not sharing, where that is what she is asked for. */
    static Optional<String> asked(String purpose) {
        return Optional.ofNullable(purpose).filter("CASE_MANAGEMENT"::equals);
    }

    /** The last day of a period that begins now. */
    static LocalDate end(Instant now, ZoneId zone, int months) {
        return now.atZone(zone).toLocalDate().plusMonths(months);
    }

    /** The end of the last day; the beginning of time where no day can be read, which the door refuses beside the question. */
    static Instant expiresAt(Answers answers, Instant now, ZoneId zone) {
        String period = answers.text("expiresAt").orElse("");
        try {
            LocalDate last = period.matches("P\\dM")
                    ? end(now, zone, period.charAt(1) - '0')
                    : LocalDate.parse(answers.text("expiresOn").orElse(""));
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException notADay) {
            return Instant.EPOCH;
        }
    }

    private Set<Category> categories() {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Category.SHAREABLE.stream()
                .filter(category -> answers.several("categories").contains(category.name()))
                .forEach(categories::add);
        return categories;
    }

    /** What she keeps from them by name: nothing of a kind, or all but the least of it. */
    private List<Withheld> withheld() {
        return Stream.of("WHOLE", "BEYOND_MINIMUM")
                .flatMap(part -> Exclusions.EXCLUDABLE.stream()
                        .filter(category -> answers.several("withheld_" + part).contains(category.name()))
                        .map(category -> new Withheld(category, part)))
                .toList();
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
