package org.alongside.web.frame;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.alongside.organisation.DirectoryService;

/** The code lists for questions on pages, {@code #{codes.of('need')}}; their words stand in the bundle {@code code}. */
@Named("codes")
@ApplicationScoped
public class CodeWords {
    @EJB
    private DirectoryService directory;

    @Inject
    private Language language;

    @Inject
    private Text text;

    private volatile Map<String, Set<String>> lists;

    /** The codes of a list in their order. */
    public List<String> of(String list) {
        Map<String, Set<String>> known = lists;
        if (known == null) {
            known = directory.codeLists();
            lists = known;
        }
        return List.copyOf(known.getOrDefault(list, Set.of()));
    }

    /** A code that the address of a page names, where it is one of that list; else null. */
    public String known(String list, String code) {
        return of(list).contains(String.valueOf(code)) ? code : null;
    }

    /** The tag by which a browser knows a language: two letters where it has two, else its code. */
    public String tag(String code) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(two -> new Locale(two).getISO3Language().equals(code))
                .findFirst()
                .orElse(code);
    }

    /** The codes of a list but for those that are no answer here. */
    public List<String> without(String list, String... left) {
        return of(list).stream()
                .filter(code -> !Arrays.asList(left).contains(code))
                .toList();
    }

    /** The codes of a long list, sorted by their words in the language of the reader. */
    public List<String> sorted(String list) {
        return sorted(of(list), code -> text.name("code." + list, code));
    }

    /** Every country (ISO 3166 alpha-2), sorted by name. */
    public List<String> getCountries() {
        return sorted(List.of(Locale.getISOCountries()), this::country);
    }

    /** The name of a country in the language of the reader. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language.getLocale());
    }

    /** The words of several codes, one after the other. */
    public String words(String list, Collection<?> codes) {
        return codes.stream().map(code -> text.name("code." + list, code)).collect(joining());
    }

    /** The names of several countries, one after the other. */
    public String countries(Collection<String> codes) {
        return codes.stream().map(this::country).collect(joining());
    }

    private Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(text.get("frame.comma"));
    }

    private List<String> sorted(Collection<String> codes, Function<String, String> words) {
        Comparator<String> byWords = Comparator.comparing(words, Collator.getInstance(language.getLocale())::compare);
        return codes.stream().sorted(byWords).toList();
    }
}
