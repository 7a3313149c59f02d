package org.alongside.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Role;
import org.alongside.shared.Check;

/**
 * What may be asked of one survivor by somebody, and which answers can be written down: only of purposes that this programme asks
 * of her, by the roles that may, a yes no longer than the purpose and DL22 allow, and to somebody named where it is to somebody.
 *
 * @param purposes by their code, in the order in which they are asked
 * @param child whether she is one
 * @param roles of who asks
 * @param usual how long a yes holds where nothing is said
 * @param longest of any yes (DL22)
 */
record AnswerRules(
        Map<String, AskedPurpose> purposes, boolean child, Set<Role> roles, Duration usual, Duration longest) {
    /** The purposes to ask about. */
    List<AskedPurpose> toAsk() {
        return purposes.values().stream()
                .filter(one -> one.isAskedOf(child) && one.isAskedBy(roles))
                .toList();
    }

    /** Adds what is wrong with her answers; an unknown code is said elsewhere. */
    void check(Check check, List<NewAnswers.Said> answers, Instant givenAt, Instant now) {
        Set<String> spokenOf = new HashSet<>();
        for (int at = 0; at < answers.size(); at++) {
            NewAnswers.Said one = answers.get(at);
            String field = "answers." + at + ".";
            Optional<AskedPurpose> asked =
                    Optional.ofNullable(one.purpose()).map(purposes::get).filter(any -> any.isAskedOf(child));
            check.that(one.purpose() == null || spokenOf.add(one.purpose()), field + "purpose", "answered-twice")
                    .that(one.purpose() == null || asked.isPresent(), field + "purpose", "purpose-not-asked");
            if (asked.isPresent()) {
                check.that(asked.get().isAskedBy(roles), field + "purpose", "not-for-your-role-to-ask");
                if (one.agrees()) {
                    yes(check, one, asked.get(), field, givenAt, now);
                } else {
                    check.that(one.until() == null, field + "until", "only-with-yes")
                            .that(blank(one.named()), field + "named", "only-with-yes");
                }
            }
        }
    }

    private void yes(
            Check check, NewAnswers.Said one, AskedPurpose purpose, String field, Instant givenAt, Instant now) {
        Instant until = until(one, givenAt);
        check.that(until.isAfter(now) && until.isAfter(givenAt), field + "until", "in-the-past")
                .that(
                        !until.isAfter(givenAt.plus(longest(purpose))),
                        field + "until",
                        "longer-than-allowed",
                        longest(purpose).toDays())
                .that(!purpose.named() || !blank(one.named()), field + "named", "missing")
                .that(purpose.named() || blank(one.named()), field + "named", "nobody-named-here");
    }

    /** When a yes ends. */
    Instant until(NewAnswers.Said yes, Instant givenAt) {
        return yes.until() == null ? givenAt.plus(shorter(usual, longest(purposes.get(yes.purpose())))) : yes.until();
    }

    /** The longest period of one yes to it. */
    Duration longest(AskedPurpose purpose) {
        return shorter(purpose.longest(), longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
