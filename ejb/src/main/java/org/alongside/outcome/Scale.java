package org.alongside.outcome;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A scale in one language.
 *
 * @param brought whether it came with the product
 * @param retired whether it is put to nobody any more
 */
public record Scale(
        UUID id,
        String code,
        String version,
        String language,
        String name,
        String introduction,
        boolean adultsOnly,
        boolean higherBetter,
        String licence,
        String source,
        boolean brought,
        boolean retired,
        List<ScaleItem> items,
        List<ScaleAnswer> answers,
        List<ScaleBand> bands) {

    /** A question, and what can be answered. */
    public record ScaleItem(int position, String words, int least, int most, boolean alarms) {}

    /** What a value means. */
    public record ScaleAnswer(int value, String words) {}

    /** What a sum means. */
    public record ScaleBand(int band, int from, int until, String words) {}

    /** The least sum there is. */
    public int least() {
        return items.stream().mapToInt(ScaleItem::least).sum();
    }

    /** The greatest sum there is. */
    public int most() {
        return items.stream().mapToInt(ScaleItem::most).sum();
    }

    /** What a sum means. */
    public Optional<ScaleBand> band(int score) {
        return bands.stream()
                .filter(one -> one.from() <= score && score <= one.until())
                .findFirst();
    }

    /** What a value means, if the scale says so. */
    public Optional<String> words(int value) {
        return answers.stream()
                .filter(one -> one.value() == value)
                .map(ScaleAnswer::words)
                .findFirst();
    }
}
