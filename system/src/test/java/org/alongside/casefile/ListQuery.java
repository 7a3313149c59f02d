package org.alongside.casefile;

/** The statement behind the first page of the case list, as the product runs it, for those who measure it. */
public final class ListQuery {
    private ListQuery() {}

    /** Its first page of that many rows, with its values in place. */
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
}
