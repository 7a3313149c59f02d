package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Language, direction, zone and theme of this request: chosen here, else kept with the account, else the browser's. */
@Named
@RequestScoped
public class Language {
    /** Where the day begins when nobody said otherwise; set by the environment, default Europe/Berlin. */
    static final ZoneId HOME = home(System.getenv("ALONGSIDE_ZONE"));

    private Locale locale = Locale.ENGLISH;
    private ZoneId zone = HOME;
    private String theme = "";
    private String here = "/";

    protected Language() {}

    @Inject
    Language(HttpServletRequest request, Instance<SignedIn> signedIn) {
        Optional<Person> person = person(request, signedIn);
        this.locale = Languages.first(Stream.of(
                        Preference.LANGUAGE.of(request).map(Locale::forLanguageTag).stream(),
                        person.flatMap(Person::language).stream(),
                        Collections.list(request.getLocales()).stream())
                .flatMap(wishes -> wishes));
        this.zone = person.map(Person::zone).orElse(HOME);
        this.theme = Preference.THEME.of(request).orElse("");
        this.here = here(request);
    }

    public Locale getLocale() {
        return locale;
    }

    /** For the lang attribute. */
    public String getTag() {
        return locale.toLanguageTag();
    }

    /** For the dir attribute: ltr or rtl. */
    public String getDir() {
        return locale.getLanguage().equals("ar") ? "rtl" : "ltr";
    }

    /** Its own name, as its speakers write it. */
    public String getName() {
        return name(locale);
    }

    /** The languages to change to, each named as its speakers write it. */
    public List<Choice> getOthers() {
        return Languages.ALL.stream()
                .filter(one -> !one.equals(locale))
                .map(one -> new Choice(one.toLanguageTag(), name(one)))
                .toList();
    }

    public ZoneId getZone() {
        return zone;
    }

    /** light, dark, or empty for what the device says. */
    public String getTheme() {
        return theme;
    }

    /** Path and query of the page that is read, to come back to after a change. */
    public String getHere() {
        return here;
    }

    /** An error page asks nobody who is here: that may be the very thing that is broken. */
    private static Optional<Person> person(HttpServletRequest request, Instance<SignedIn> signedIn) {
        boolean ask = failedAddress(request) == null && signedIn.isResolvable();
        return ask ? signedIn.get().person() : Optional.empty();
    }

    private static String here(HttpServletRequest request) {
        if (failedAddress(request) != null) {
            return failedAddress(request);
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The address that went wrong, where an error page is drawn; else null. */
    private static String failedAddress(HttpServletRequest request) {
        return (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    }

    private static String name(Locale one) {
        String name = one.getDisplayLanguage(one);
        return name.substring(0, 1).toUpperCase(one) + name.substring(1);
    }

    private static ZoneId home(String wanted) {
        try {
            return ZoneId.of(wanted == null ? "Europe/Berlin" : wanted);
        } catch (DateTimeException unknown) {
            throw new IllegalStateException("ALONGSIDE_ZONE names no time zone: " + wanted, unknown);
        }
    }

    /** A language that can be changed to. */
    public record Choice(String tag, String name) {}
}
