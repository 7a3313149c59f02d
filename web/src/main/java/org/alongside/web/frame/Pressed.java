package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.web.document.HandedInFilter;

/**
 * Tells a button that is pressed twice from one that is pressed anew: each form that is drawn carries a number of its own, and what is
 * handed in twice with one number and the same words is one thing, also without any script.
 */
@RequestScoped
public class Pressed {
    public static final String FIELD = "al.pressed";

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    HttpServletRequest request;

    /** A number for a form that is drawn now. */
    public static String number() {
        return UUID.randomUUID().toString();
    }

    /**
     * The key that makes what is handed in repeatable.
     *
     * @param body what is handed in; other words are another thing, also from a page that was gone back to
     * @return null where the form carried no number
     */
    public String key(Object body) {
        String number = Optional.ofNullable(request.getParameter(FIELD))
                .or(() -> HandedInFilter.field(request, FIELD))
                .orElse(null);
        return number == null || !NUMBER.matcher(number).matches()
                ? null
                : number + "." + UUID.nameUUIDFromBytes(String.valueOf(body).getBytes(StandardCharsets.UTF_8));
    }
}
