package org.alongside.report;

import java.util.Map;
import java.util.TreeMap;

/** How long things took, as counts by span, from which the usual and the long time are told. */
final class Durations {
    private final TreeMap<Integer, Span> spans = new TreeMap<>();
    private long all;

    /** @param spans counts by span of minutes, written {@code 30-45}; the last one, {@code 20160-}, is open */
    Durations(Map<String, Long> spans) {
        spans.forEach((span, count) -> {
            int cut = span.indexOf('-');
            int from = Integer.parseInt(span.substring(0, cut));
            String until = span.substring(cut + 1);
            this.spans.put(from, new Span(from, until.isEmpty() ? from : Integer.parseInt(until), count));
            all += count;
        });
    }

    long count() {
        return all;
    }

    /**
     * Minutes within which this share of all was done, to within the span it falls into; of the open span its beginning.
     *
     * @param share over 0, at most 1
     */
    long within(double share) {
        double wanted = share * all;
        double before = 0;
        for (Span span : spans.values()) {
            if (span.count > 0 && before + span.count >= wanted) {
                return Math.round(span.from + (span.until - span.from) * (wanted - before) / span.count);
            }
            before += span.count;
        }
        return 0;
    }

    private record Span(int from, int until, long count) {}
}
