package org.alongside.followup;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.followup.FollowUps.Held;
import org.alongside.followup.NewFollowUp.NewFollowUpAnswer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** When she may be asked how she is, and what of it worries. */
final class FollowUpRules {
    static final String REACHED = "REACHED";
    static final String DECLINED = "DECLINED";
    private static final String SAFETY = "SAFETY";
    private static final String RECONTACT = "RECONTACT";
    private static final String GOOD = "GOOD";
    private static final String NOT_SAID = "NOT_SAID";

    private FollowUpRules() {}

    /** Refuses what is over, what is not asked yet, and what she does not agree to any more. */
    static void requireAskable(Held held, Instant now) {
        if (held.over()) {
            throw Refusal.wrongState("follow-up-over");
        }
        if (!held.agreed()) {
            throw Refusal.notAllowed("no-follow-up-agreed");
        }
        if (now.isBefore(held.askAt())) {
            throw Refusal.wrongState("follow-up-not-yet");
        }
    }

    /** @param safe the channels by which she may be asked */
    static void tried(NewTry tried, Held held, List<String> safe, Codes codes, Instant now) {
        Check check = new Check();
        new Fields(codes, check).check(tried, "");
        if (tried.at() != null) {
            check.that(!tried.at().isAfter(now), "at", "in-the-future")
                    .that(!tried.at().isBefore(held.askAt()), "at", "before-she-is-asked");
        }
        check.that(
                        tried.channel() == null
                                || !codes.in("contact_channel").test(tried.channel())
                                || safe.contains(tried.channel()),
                        "channel",
                        "not-her-safe-channel")
                .orRefuse();
    }

    /**
     * @param reached whether a try that reached her is noted
     * @param tried whether any try is noted
     * @param measured whether she answered a scale in it
     */
    static void done(NewFollowUp how, boolean reached, boolean tried, boolean measured, Codes codes) {
        Check check = new Check();
        new Fields(codes, check).check(how, "");
        boolean spoken = REACHED.equals(how.outcome());
        Set<String> asked = new HashSet<>();
        for (int at = 0; at < how.answers().size(); at++) {
            NewFollowUpAnswer one = how.answers().get(at);
            check.that(
                    one == null || one.asked() == null || asked.add(one.asked()),
                    "answers." + at + ".asked",
                    "asked-twice");
        }
        check.that(!spoken || reached, "outcome", "note-the-try-first")
                .that(spoken || tried, "outcome", "note-the-try-first")
                .that(spoken || !measured, "outcome", "she-answered")
                .that(!spoken || asked.contains(SAFETY), "answers", "ask-whether-she-is-safe")
                .that(spoken || how.answers().isEmpty(), "answers", "nobody-answered")
                .that(spoken || how.words() == null || how.words().isBlank(), "words", "nobody-answered")
                .that(spoken || !how.concern(), "concern", "nobody-answered")
                .orRefuse();
    }

    /** What she says of her safety, or of the trafficker, worries by itself unless it is good; of the rest what is bad. */
    static boolean worries(NewFollowUp how) {
        return REACHED.equals(how.outcome())
                && (how.concern()
                        || how.answers().stream()
                                .anyMatch(one -> !GOOD.equals(one.answer())
                                        && !NOT_SAID.equals(one.answer())
                                        && (SAFETY.equals(one.asked())
                                                || RECONTACT.equals(one.asked())
                                                || "BAD".equals(one.answer()))));
    }
}
