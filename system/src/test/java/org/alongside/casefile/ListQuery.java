package org.alongside.casefile;

/** The statements behind first pages of lists of cases, as the product runs them, for those who measure them. */
public final class ListQuery {
    private ListQuery() {}

    /** All of them, the first page of that many rows, with its values in place. */
    public static String firstPage(int rows) {
        return CaseLists.LIST
                .replace(":due", "'-infinity'")
                .replace(":after", "'00000000-0000-0000-0000-000000000000'")
                .replace(":from", "'-infinity'")
                .replace(":until", "'infinity'")
                .replace(":statuses", "array[]::text[]")
                .replace(":risks", "array[]::text[]")
                .replace(":lead", "null")
                .replace(":service", "null")
                .replace(":size", String.valueOf(rows + 1));
    }

    /** The first page of that many rows that are found under one word. */
    public static String byName(String word, int rows) {
        String words = "array['" + word + "'::uuid]";
        return CaseLists.BY_NAME
                .replace(":needed", words)
                .replace(":spelt", words)
                .replace(":alike", "-1")
                .replace(":due", "'-infinity'")
                .replace(":after", "'00000000-0000-0000-0000-000000000000'")
                .replace(":size", String.valueOf(rows + 1));
    }
}
