package org.alongside.outcome;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;

/**
 * A scale in one language, as an administrator brings it in; a translation is a scale of its own.
 *
 * @param code its short name, as PHQ-9: large letters, digits and hyphens
 * @param version of the scale, as its authors call it
 * @param language of its words, code of language
 * @param introduction what is asked before the questions
 * @param adultsOnly whether it was made for adults alone: then it is never put to a child
 * @param higherBetter whether a higher sum is better
 * @param licence by which it may be used here
 * @param source where that, and how it is read, can be looked up
 * @param items its questions, in their order
 * @param answers what the values mean
 * @param bands what a sum means, from the lowest on, without a gap
 */
public record NewScale(
        @NotNull @Size(max = 20) String code,
        @NotNull @Size(max = 40) String version,
        @NotNull @CodeOf("language") String language,
        @NotNull @Size(max = 120) String name,
        @NotNull @Size(max = 600) String introduction,
        boolean adultsOnly,
        boolean higherBetter,
        @NotNull @Size(max = 600) String licence,
        @NotNull @Size(max = 600) String source,
        @NotNull List<NewScaleItem> items,
        @NotNull List<NewScaleAnswer> answers,
        @NotNull List<NewScaleBand> bands) {

    /**
     * A question.
     *
     * @param least the least that can be answered
     * @param most the most
     * @param alarmFrom from which answer on somebody is to be alarmed, or null
     */
    public record NewScaleItem(@NotNull @Size(max = 400) String words, int least, int most, Integer alarmFrom) {}

    /** What a value means. */
    public record NewScaleAnswer(
            int value, @NotNull @Size(max = 120) String words) {}

    /** What a sum means, from its first to its last. */
    public record NewScaleBand(
            int from, int until, @NotNull @Size(max = 120) String words) {}
}
