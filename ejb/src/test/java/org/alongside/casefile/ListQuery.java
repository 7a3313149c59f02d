package org.alongside.casefile;

import java.util.UUID;

/** The statements behind lists of cases, as the product runs them, with their values in place, for those who measure them. */
final class ListQuery {
    private ListQuery() {}

    /** The first page of what is found under one word. */
    static String byName(UUID word, int rows) {
        return CaseLists.BY_NAME
                .replace(":needed", "array['" + word + "'::uuid]")
                .replace(":spelt", "array['" + word + "'::uuid]")
                .replace(":alike", "-1")
                .replace(":due", "'-infinity'")
                .replace(":after", "'00000000-0000-0000-0000-000000000000'")
                .replace(":size", String.valueOf(rows));
    }

    /** The first page of the cases that fit a choice, each part of it as SQL says it. */
    static String chosen(String statuses, String risks, String lead, String service, int rows) {
        return CaseLists.LIST
                .replace(":due", "'-infinity'")
                .replace(":after", "'00000000-0000-0000-0000-000000000000'")
                .replace(":from", "'-infinity'")
                .replace(":until", "'infinity'")
                .replace(":statuses", statuses)
                .replace(":risks", risks)
                .replace(":lead", lead)
                .replace(":service", service)
                .replace(":size", String.valueOf(rows));
    }
}
