package org.alongside.casefile;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.VersionInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * In which forms the parts of a name are found: spelt in plain Latin letters, whatever script they were written in, and
 * alike, by their consonants alone, because Arabic and its neighbours write few vowels and people spell one name in many ways.
 */
final class NameForms {
    /** What must change when the rules below do: words made by other rules are made anew. */
    static final String RULES = "1, ICU " + VersionInfo.ICU_VERSION;

    /** Hebrew points, and what Arabic writes above, below and between its letters: put down by some and not by others. */
    private static final String POINTS = "[\\u0591-\\u05C7\\u0640\\u064B-\\u065F\\u0670]";

    private static final Transliterator PLAIN = Transliterator.getInstance("NFKD; " + POINTS + " Remove");
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; NFD; [[:Mn:][:Lm:]] Remove; Lower");

    /** Letters at the end of Arabic names that are said as an a. */
    private static final char TIED_T = '\u0629';

    private static final char ALIF_LIKE_Y = '\u0649';
    private static final char ALIF = '\u0627';

    /** Written inside a word and not between two: O'Neil is one. */
    private static final Pattern INSIDE = Pattern.compile("['`´‘’ʻʼʽʾʿ‛׳״]");

    private static final Predicate<String> LATIN_ALREADY =
            Pattern.compile("\\p{ASCII}*").asMatchPredicate();
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{N}])\\p{Pd}(?=[\\p{L}\\p{N}])");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern SOFT = Pattern.compile("[aeiouvwy]|h$");
    private static final int SHORTEST_ALIKE = 2;

    /** Letters that languages and clerks write for one sound, the longer ones first. */
    private static final List<String[]> SOUNDS = List.of(
            new String[] {"shch|sch|sh", "s"},
            new String[] {"tch|ch|kh", "k"},
            new String[] {"zh", "z"},
            new String[] {"gh|dj|j", "g"},
            new String[] {"th", "t"},
            new String[] {"dh", "d"},
            new String[] {"ph", "f"},
            new String[] {"x", "ks"},
            new String[] {"c|q", "k"},
            new String[] {"p", "b"});

    private NameForms() {}

    /** Every form under which a name is kept; two parts that stand beside each other are also kept as one: Al Hassan, Alhassan. */
    static Set<String> kept(String name) {
        Set<String> forms = new LinkedHashSet<>();
        List<String> parts = name == null ? List.of() : parts(name);
        for (int at = 0; at < parts.size(); at++) {
            add(forms, parts.get(at));
            if (at > 0) {
                add(forms, parts.get(at - 1) + parts.get(at));
            }
        }
        return forms;
    }

    /** What somebody looks for, a word each; what a hyphen joins is one word. None: nothing in it is a name. */
    static List<Sought> sought(String words) {
        return parts(HYPHEN.matcher(words).replaceAll("")).stream()
                .distinct()
                .map(part -> new Sought(spelt(part), alike(part).isEmpty() ? spelt(part) : alike(part)))
                .toList();
    }

    private static void add(Set<String> forms, String part) {
        forms.add(spelt(part));
        if (!alike(part).isEmpty()) {
            forms.add(alike(part));
        }
    }

    private static List<String> parts(String name) {
        String latin = LATIN_ALREADY.test(name) ? name.toLowerCase(Locale.ROOT) : latin(name);
        return Arrays.stream(BETWEEN.split(INSIDE.matcher(latin).replaceAll("").strip()))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String latin(String name) {
        String plain = INSIDE.matcher(PLAIN.transliterate(name)).replaceAll("");
        return LATIN.transliterate(plain.replace(TIED_T, ALIF).replace(ALIF_LIKE_Y, ALIF));
    }

    private static String spelt(String part) {
        return "spelt " + part;
    }

    /** The consonants; empty where so few are left that half the names would be alike. */
    private static String alike(String part) {
        String sound = part;
        for (String[] one : SOUNDS) {
            sound = sound.replaceAll(one[0], one[1]);
        }
        String bones = SOFT.matcher(DOUBLED.matcher(sound).replaceAll("$1")).replaceAll("");
        return bones.length() < SHORTEST_ALIKE ? "" : "alike " + bones;
    }

    /**
     * One word that somebody looks for.
     *
     * @param spelt its form by spelling
     * @param needed the widest form that a name must have to be found: alike, or spelt where nothing is alike
     */
    record Sought(String spelt, String needed) {}
}
