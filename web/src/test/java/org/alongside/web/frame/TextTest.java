package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word is there in both languages, and no page asks for a word that is not. */
class TextTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/alongside/web/text");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern WORD = Pattern.compile("\\bt\\[\\s*'([^']+)'\\s*]");
    private static final Pattern FILLED = Pattern.compile("\\bt\\.of\\(\\s*'([^']+)'\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\bt\\.count\\(\\s*'([^']+)'");

    private final Text english = new Text(Locale.ENGLISH);
    private final Text arabic = new Text(ARABIC);

    @ParameterizedTest
    @MethodSource("bundles")
    void no_word_is_said_twice_so_that_the_last_one_hides_the_first(String bundle) throws IOException {
        for (String file : List.of(bundle, bundle + "_ar")) {
            assertThat(Files.readAllLines(BUNDLES.resolve(file + ".properties")).stream()
                            .filter(line -> line.matches("[^#=]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(file)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys(String bundle) throws IOException {
        assertThat(keysWithoutPlural(words(bundle + "_ar"))).as(bundle).isEqualTo(keysWithoutPlural(words(bundle)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_name_the_same_values(String bundle) throws IOException {
        Properties in = words(bundle);
        Properties out = words(bundle + "_ar");
        for (String key : in.stringPropertyNames()) {
            if (out.containsKey(key) && !PLURAL.matcher(key).find()) {
                assertThat(places(out.getProperty(key))).as(key).isEqualTo(places(in.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void words_that_count_have_every_form_of_their_language(String bundle) throws IOException {
        assertThat(formsMissing(words(bundle), "one", "other")).as(bundle).isEmpty();
        assertThat(formsMissing(words(bundle + "_ar"), "one", "two", "few", "many", "other"))
                .as(bundle + "_ar")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_key_begins_with_the_name_of_its_bundle_and_says_something(String bundle) throws IOException {
        Properties in = words(bundle);
        assertThat(in.stringPropertyNames())
                .allSatisfy(key -> assertThat(key).startsWith(bundle.equals("validation") ? "jakarta." : bundle + "."))
                .allSatisfy(key -> assertThat(in.getProperty(key)).as(key).isNotEmpty());
    }

    @Test
    void no_page_asks_for_a_word_that_is_not_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            String markup = Files.readString(page);
            Stream.concat(asked(WORD, markup), asked(FILLED, markup))
                    .filter(key -> !english.containsKey(key))
                    .forEach(key -> missing.add(page + ": " + key));
            asked(COUNTED, markup)
                    .filter(key -> !english.containsKey(key + ".other"))
                    .forEach(key -> missing.add(page + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_place_and_role_has_its_name() {
        for (Place place : Place.values()) {
            assertThat(english.containsKey("frame.place." + place))
                    .as(place.name())
                    .isTrue();
        }
        assertThat(english.get("role.CW")).isEqualTo("caseworker");
    }

    @Test
    void a_word_that_is_nowhere_shows_itself() {
        assertThat(english.get("frame.nowhere")).isEqualTo("⟦frame.nowhere⟧");
        assertThat(english.get("nobundle.word")).isEqualTo("⟦nobundle.word⟧");
        assertThat(english.get("")).isEqualTo("⟦⟧");
    }

    @Test
    void values_are_put_in_as_they_are() {
        assertThat(english.of("frame.request.from", "O'Hara's {1} & Co")).isEqualTo("From O'Hara's {1} & Co");
    }

    @Test
    void words_follow_the_number() {
        assertThat(english.count("frame.errors.answers", 1)).isEqualTo("One answer needs you");
        assertThat(english.count("frame.errors.answers", 2)).isEqualTo("2 answers need you");
        assertThat(Stream.of(0, 1, 2, 3, 10, 11, 99, 100, 103, 111).map(n -> Plural.of(n, ARABIC)))
                .containsExactly(
                        Plural.ZERO,
                        Plural.ONE,
                        Plural.TWO,
                        Plural.FEW,
                        Plural.FEW,
                        Plural.MANY,
                        Plural.MANY,
                        Plural.OTHER,
                        Plural.FEW,
                        Plural.MANY);
        assertThat(arabic.count("frame.errors.answers", 2)).isEqualTo("إجابتان تحتاجان إلى مراجعة");
    }

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("(_ar)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            words.load(file);
        }
        return words;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static Stream<String> asked(Pattern pattern, String markup) {
        return pattern.matcher(markup).results().map(found -> found.group(1));
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysWithoutPlural(Properties words) {
        return words.stringPropertyNames().stream()
                .map(key -> counts(words, key) ? PLURAL.matcher(key).replaceFirst("") : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> formsMissing(Properties words, String... forms) {
        return words.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".other"))
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .flatMap(key -> Stream.of(forms).map(form -> key + "." + form))
                .filter(key -> !words.containsKey(key))
                .toList();
    }

    /** A key that ends like a plural form is one only where its family has an "other". */
    private static boolean counts(Properties words, String key) {
        return PLURAL.matcher(key).find()
                && words.containsKey(PLURAL.matcher(key).replaceFirst(".other"));
    }
}
