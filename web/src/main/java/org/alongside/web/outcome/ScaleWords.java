package org.alongside.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.outcome.Scale;
import org.alongside.outcome.Scale.ScaleItem;
import org.alongside.web.draft.Answers;

/** A scale as a form asks it. */
final class ScaleWords {
    private ScaleWords() {}

    /** What can be answered to a question, from the least to the most; none where Faces asks outside of the list. */
    static List<Integer> values(ScaleItem item) {
        return item == null
                ? List.of()
                : IntStream.rangeClosed(item.least(), item.most()).boxed().toList();
    }

    /** What a value means, or the number itself. */
    static String of(Scale scale, int value) {
        return scale.words(value).map(said -> value + " · " + said).orElse(String.valueOf(value));
    }

    /** What was chosen, question by question; null where nothing was. */
    static List<Integer> given(Scale scale, Answers answers) {
        List<Integer> given = new ArrayList<>();
        for (int at = 0; at < scale.items().size(); at++) {
            given.add(answers.text("answers_" + at)
                    .filter(one -> one.matches("-?\\d{1,4}"))
                    .map(Integer::valueOf)
                    .orElse(null));
        }
        return given;
    }
}
