package org.alongside.document;

/**
 * Which documents.
 *
 * @param titled part of the titles that are looked for, in capitals or not; null or empty: all
 * @param cursor where the list goes on, or null
 */
public record DocumentQuery(String titled, String cursor, int limit) {
    private static final int LONGEST_PAGE = 100;

    String words() {
        return titled == null ? "" : titled.strip();
    }

    int size() {
        return Math.max(1, Math.min(limit, LONGEST_PAGE));
    }
}
