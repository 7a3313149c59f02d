package org.alongside.consent;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alongside.code.CodeOf;
import org.alongside.shared.GuardianId;

/**
 * What she said in one conversation, purpose by purpose, and how it was held. What she was not asked is not there.
 *
 * @param giver if she agrees to something: code of consent_giver; SELF for an adult
 * @param giverRight for a child: by what right, code of giver_right
 * @param guardian for a child, given by a carer or guardian: which of those who stand for her, with a mandate to consent
 * @param giverRelation for a child, given by somebody else: what the giver is to her, code of excluded_relation, never an excluded one
 * @param assent for a child: code of assent
 * @param medium if she agrees to something: code of consent_medium
 * @param language code of language in which it was explained
 * @param interpreter code of interpreter
 * @param witness who witnessed, needed where it was oral and witnessed
 * @param givenAt when it was said, not in the future; null: now
 * @param explained that she was told what each means, how long it holds, and that she can take it back any day
 */
public record NewAnswers(
        @NotEmpty List<Said> answers,
        @CodeOf("consent_giver") String giver,
        @CodeOf("giver_right") String giverRight,
        GuardianId guardian,
        @CodeOf("excluded_relation") String giverRelation,
        @CodeOf("assent") String assent,
        @CodeOf("consent_medium") String medium,
        @NotNull @CodeOf("language") String language,
        @NotNull @CodeOf("interpreter") String interpreter,
        @Size(max = 120) String witness,
        Instant givenAt,
        boolean explained) {
    public NewAnswers {
        answers = answers == null
                ? List.of()
                : answers.stream().filter(Objects::nonNull).toList();
    }

    /** Whether she agrees to anything at all. */
    boolean agrees() {
        return answers.stream().anyMatch(Said::agrees);
    }

    /** Whom her answers name, by field. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < answers.size(); at++) {
            if (answers.get(at).named() != null) {
                names.put("answers." + at + ".named", answers.get(at).named());
            }
        }
        return names;
    }

    /**
     * Her word on one purpose; why she says no is not asked.
     *
     * @param purpose code of consent_purpose, one that is asked of her
     * @param answer code of purpose_answer
     * @param until if she agrees: when it ends, UTC; null: after 90 days, or the longest period of that purpose
     * @param named if she agrees to it, and the purpose asks for it: to whom or by whom, in her words
     */
    public record Said(
            @NotNull @CodeOf("consent_purpose") String purpose,
            @NotNull @CodeOf("purpose_answer") String answer,
            Instant until,
            @Size(max = 120) String named) {
        boolean agrees() {
            return PurposeAnswers.AGREED.equals(answer);
        }
    }
}
