package org.alongside.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Where a list goes on: the sort key of the last row, in a form that addresses can carry and nobody needs to read. */
public final class Cursor {
    /** What a part of a key can look like: an id, a day or an instant of our own era. */
    private static final Pattern PART = Pattern.compile("[0-9a-f][0-9a-zA-Z:.-]{0,40}");

    private Cursor() {}

    public static String of(Object... key) {
        String joined = String.join(
                "|", java.util.Arrays.stream(key).map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a cursor; refuses what was not made by {@link #of} with that many parts. */
    public static List<String> read(String cursor, int parts) {
        try {
            List<String> key =
                    List.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|"));
            if (key.size() == parts
                    && key.stream().allMatch(part -> PART.matcher(part).matches())) {
                return key;
            }
        } catch (IllegalArgumentException notOurs) {
            throw wrong();
        }
        throw wrong();
    }

    /** The refusal of a cursor that cannot be read. */
    public static Refusal wrong() {
        return new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("cursor", "unknown-cursor")));
    }
}
