package org.alongside.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about a national procedure says where each step is done and which test shows it: no row of it is dead. */
class ProcedureTest {
    private static final Path HOUSE = Path.of("..");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern PAGE = Pattern.compile("`(/[a-z-]+/[a-z-]+\\.xhtml)`");
    private static final Pattern PAGE_AND_WORDS = Pattern.compile(PAGE + " \"([^\"]+)\"");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final List<String> ROOMS = List.of("ejb", "workflows", "web", "system");

    private static final Map<String, Path> TESTS = new HashMap<>();
    private static List<String> steps;

    @BeforeAll
    static void the_page_is_read() throws IOException {
        steps = Files.readAllLines(HOUSE.resolve("docs/procedure.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| step |"))
                .toList();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(HOUSE.resolve(room).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file -> TESTS.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
    }

    @Test
    void each_step_has_a_screen_a_test_and_says_how_far_it_goes() {
        assertThat(steps).hasSizeGreaterThan(30).allSatisfy(step -> {
            String[] cells = step.substring(2).split(" \\| ?", -1);
            assertThat(cells).as(step).hasSize(5);
            assertThat(PAGE.matcher(cells[1]).find()).as(step).isTrue();
            assertThat(TEST.matcher(cells[2]).find()).as(step).isTrue();
            assertThat(cells[3]).as(step).matches("whole|in part: .+");
        });
    }

    @Test
    void each_screen_is_there() {
        for (String step : steps) {
            assertThat(found(PAGE, screens(step))).allSatisfy(page -> assertThat(PAGES.resolve(page.substring(1)))
                    .as(step)
                    .exists());
        }
    }

    @Test
    void each_test_is_there_and_does_what_its_name_says() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String step : steps) {
            for (MatchResult test : TEST.matcher(step).results().toList()) {
                Path file = TESTS.get(test.group(1));
                if (file == null
                        || test.group(2) != null && !Files.readString(file).contains("void " + test.group(2) + "(")) {
                    missing.add(test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void what_is_quoted_is_said_by_that_page_or_a_part_of_it() throws IOException {
        Set<String> strange = new TreeSet<>();
        for (String step : steps) {
            List<MatchResult> said =
                    PAGE_AND_WORDS.matcher(screens(step)).results().toList();
            assertThat(said)
                    .as(step)
                    .hasSameSizeAs(PAGE.matcher(screens(step)).results().toList());
            for (MatchResult one : said) {
                if (!spoken(one.group(1)).contains(one.group(2))) {
                    strange.add(one.group());
                }
            }
        }
        assertThat(strange).isEmpty();
    }

    private static String screens(String step) {
        return step.substring(2).split(" \\| ")[1];
    }

    /** Every word that a page and its parts can say by name. */
    private static Set<String> spoken(String page) throws IOException {
        Set<String> keys = new HashSet<>();
        gather(PAGES.resolve(page.substring(1)), keys, new HashSet<>());
        Set<String> said = new HashSet<>();
        words().forEach((value, key) -> {
            for (String each : key.split(" ")) {
                if (keys.contains(each) || keys.contains(each.substring(0, Math.max(0, each.lastIndexOf('.'))))) {
                    said.add(value);
                }
            }
        });
        return said;
    }

    private static void gather(Path file, Set<String> keys, Set<Path> seen) throws IOException {
        if (!seen.add(file) || !Files.exists(file)) {
            return;
        }
        String source = Files.readString(file);
        keys.addAll(found(Pattern.compile("'([a-zA-Z]+(?:[.-][a-zA-Z_-]+)+)'"), source));
        for (String part : found(Pattern.compile("(/WEB-INF/[a-z/-]+\\.xhtml)"), source)) {
            gather(PAGES.resolve(part.substring(1)), keys, seen);
        }
        for (String parts : found(Pattern.compile("/(WEB-INF/[a-z/-]+/)#\\{"), source)) {
            try (Stream<Path> files = Files.list(PAGES.resolve(parts))) {
                for (Path part :
                        files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                    gather(part, keys, seen);
                }
            }
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    /** English words, each with the keys that say it. */
    private static Map<String, String> words() throws IOException {
        Map<String, String> words = new HashMap<>();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/org/alongside/web/text"))) {
            for (Path bundle : bundles.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().endsWith("_ar.properties"))
                    .toList()) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    read.load(reader);
                }
                read.forEach((key, value) ->
                        words.merge(value.toString().strip(), key.toString(), (before, next) -> before + " " + next));
            }
        }
        return words;
    }
}
