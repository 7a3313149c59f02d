package org.alongside.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that no page says any more are not kept, translated and read again. */
class SaidWordsTest {
    private static final Path SAID_BY = Path.of("src/main");
    private static final Path BUNDLES = SAID_BY.resolve("resources/org/alongside/web/text");

    private static final Pattern WHOLE = Pattern.compile("[\"']([a-z][A-Za-z0-9_.-]*)[\"']");
    private static final Pattern WITH_A_CODE = Pattern.compile("\\bname\\(\\s*[\"']([a-z][A-Za-z0-9_.-]*)[\"']");
    private static final Pattern PUT_TOGETHER = Pattern.compile("[\"']([a-z][A-Za-z0-9_.-]*)\\.[\"']");
    private static final Pattern NUMBER = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    @Test
    void every_word_is_said_somewhere() throws IOException {
        String sources = sources();
        Set<String> whole = found(WHOLE, sources);
        Set<String> beginnings = found(WITH_A_CODE, sources);
        beginnings.addAll(found(PUT_TOGETHER, sources));
        Set<String> words = words();
        assertThat(words).contains("frame.leave").hasSizeGreaterThan(3000);

        assertThat(words)
                .allMatch(key -> whole.contains(key)
                        || whole.contains(NUMBER.matcher(key).replaceFirst(""))
                        || beginnings(key).anyMatch(beginnings::contains));
    }

    private static Stream<String> beginnings(String key) {
        return Stream.iterate(key.lastIndexOf('.'), end -> end > 0, end -> key.lastIndexOf('.', end - 1))
                .map(end -> key.substring(0, end));
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SAID_BY)) {
            List<Path> saying = files.filter(file -> file.toString().matches(".*\\.(java|xhtml|js|xml)"))
                    .toList();
            StringBuilder all = new StringBuilder();
            for (Path file : saying) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.toList()) {
                Properties bundle = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
                words.addAll(bundle.stringPropertyNames());
            }
        }
        return words;
    }
}
