package org.alongside.web.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a person likes to read on this device, kept in a cookie that says nothing about them or their work. */
enum Preference {
    LANGUAGE(
            "al-language",
            Languages.ALL.stream().map(one -> one.toLanguageTag()).collect(Collectors.toSet())),
    THEME("al-theme", Set.of("light", "dark"));

    private static final Duration KEPT = Duration.ofDays(365);

    private final String cookie;
    private final Set<String> values;

    Preference(String cookie, Set<String> values) {
        this.cookie = cookie;
        this.values = values;
    }

    Optional<String> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(one -> one.getName().equals(cookie))
                .map(Cookie::getValue)
                .filter(values::contains)
                .findFirst();
    }

    /** The cookie that keeps this value, or empty if the value is none of ours. */
    Optional<Cookie> keep(String value, HttpServletRequest request) {
        if (!values.contains(value)) {
            return Optional.empty();
        }
        Cookie kept = new Cookie(cookie, value);
        kept.setMaxAge((int) KEPT.toSeconds());
        kept.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        kept.setHttpOnly(true);
        kept.setSecure(request.isSecure());
        kept.setAttribute("SameSite", "Lax");
        return Optional.of(kept);
    }
}
