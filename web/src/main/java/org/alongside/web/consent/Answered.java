package org.alongside.web.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.alongside.consent.NewAnswers;
import org.alongside.consent.PurposeAnswers;
import org.alongside.consent.PurposeView;
import org.alongside.web.draft.Answers;

/** The answers of a conversation purpose by purpose, as the record that keeps them. */
final class Answered {
    private final Answers answers;
    private final Instant now;
    private final ZoneId zone;

    Answered(Answers answers, Instant now, ZoneId zone) {
        this.answers = answers;
        this.now = now;
        this.zone = zone;
    }

    /** What she said of a purpose in this conversation: code of purpose_answer; empty: she was not asked. */
    static Optional<String> said(Answers answers, String purpose) {
        return answers.text("said_" + purpose);
    }

    /** Whether she said anything in this conversation. */
    static boolean anything(Answers answers) {
        return answers.keySet().stream().anyMatch(field -> field.startsWith("said_"));
    }

    NewAnswers all(List<PurposeView> purposes, boolean child) {
        boolean yes = purposes.stream().anyMatch(one -> agreed(one.purpose()));
        GivenBy by = yes ? GivenBy.of(answers, child) : GivenBy.NOBODY;
        return new NewAnswers(
                purposes.stream()
                        .filter(one -> said(answers, one.purpose()).isPresent())
                        .map(this::answer)
                        .toList(),
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
                answers.yes("explained"));
    }

    private NewAnswers.Said answer(PurposeView asked) {
        boolean yes = agreed(asked.purpose());
        return new NewAnswers.Said(
                asked.purpose(),
                said(answers, asked.purpose()).orElseThrow(),
                yes ? until(asked) : null,
                yes && asked.named() ? text("named_" + asked.purpose()) : null);
    }

    private boolean agreed(String purpose) {
        return said(answers, purpose).filter(PurposeAnswers.AGREED::equals).isPresent();
    }

    /** Never longer than she said, and never longer than that purpose may be agreed to. */
    private Instant until(PurposeView asked) {
        Instant longest = now.plus(Duration.ofDays(asked.longestDays()));
        Instant chosen = Agreed.expiresAt(answers, now, zone);
        return chosen.isBefore(longest) ? chosen : longest;
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
