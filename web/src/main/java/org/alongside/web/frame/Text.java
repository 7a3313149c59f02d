package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * All words of the pages, in the language of the request: {@code #{t['frame.leave']}}.
 *
 * <p>The first part of a key names its bundle: {@code referral.send} stands in {@code text/referral.properties}
 * (English) and {@code text/referral_ar.properties}. A feature adds its own pair of files; nothing lists them.
 * {@code {0}} in a text is replaced by the first value handed in; there is no other syntax and no quoting.
 */
@Named("t")
@RequestScoped
public class Text extends AbstractMap<String, String> {
    private static final String BUNDLES = "org.alongside.web.text.";
    private static final ResourceBundle.Control ENGLISH_NOT_THE_MACHINES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Locale locale = Locale.ENGLISH;

    protected Text() {}

    @Inject
    Text(Language language) {
        this(language.getLocale());
    }

    /** The words of one language, for those who do not have a page's request. */
    public Text(Locale locale) {
        this.locale = locale;
    }

    /** The words for a key; a key that is nowhere shows itself in brackets, and a test finds it before that. */
    @Override
    public String get(Object key) {
        String wanted = String.valueOf(key);
        String found = find(wanted);
        return found == null ? "⟦" + wanted + "⟧" : found;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(String.valueOf(key)) != null;
    }

    /** Words with values: {@code #{t.of('referral.sentTo', name)}}. */
    public String of(String key, Object... values) {
        return fill(get(key), values);
    }

    /**
     * Words that depend on a number, which is also value {0}: {@code #{t.count('frame.waiting', 3)}} reads
     * {@code frame.waiting.other} in English and {@code frame.waiting.few} in Arabic.
     */
    public String count(String key, long number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        String none = key + ".zero";
        String form = number == 0 && containsKey(none)
                ? none
                : key + "." + Plural.of(number, locale).key();
        return of(containsKey(form) ? form : key + ".other", values);
    }

    /** An organisation by its name; where it is not told, as to police and prosecution who leads, in words that name nobody. */
    public String who(String name) {
        return name == null || name.isEmpty() ? get("frame.untold") : name;
    }

    /** The name of a code or an enum: {@code #{t.name('referral.status', row.status)}}. */
    public String name(String key, Object code) {
        return get(key + "." + (code instanceof Enum<?> one ? one.name() : code));
    }

    /** Not to be listed: words are looked up, never walked through. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private String find(String key) {
        int end = key.indexOf('.');
        if (end < 1) {
            return null;
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    BUNDLES + key.substring(0, end), locale, Text.class.getClassLoader(), ENGLISH_NOT_THE_MACHINES);
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException nowhere) {
            return null;
        }
    }

    private static String fill(String words, Object... values) {
        String filled = words;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }
}
