package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages keep to what the content policy and the house allow, before a browser refuses it. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SPRITE = PAGES.resolve("resources/alongside/icons.svg");
    private static final Path TAGS = PAGES.resolve("WEB-INF/al.taglib.xml");

    private static final Pattern STYLE_ATTRIBUTE = Pattern.compile("\\sstyle\\s*=");
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
    private static final Pattern INLINE = Pattern.compile("<(style|h:outputScript)\\b|<script(?![^>]*\\ssrc=)");
    private static final Pattern WRITES_HANDLERS =
            Pattern.compile("<(f:ajax|h:commandLink|h:button|h:commandScript)\\b");
    private static final Pattern ELSEWHERE = Pattern.compile("(src|href|action)\\s*=\\s*\"(https?:)?//");
    private static final Pattern ICON = Pattern.compile("\\bicon=\"([a-z]+)\"|<al:icon name=\"([a-z]+)\"");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"i-([a-z]+)\"");
    private static final Pattern TAG = Pattern.compile("<al:([A-Za-z]+)");
    private static final Pattern TAG_NAME = Pattern.compile("<tag-name>([A-Za-z]+)</tag-name>");

    private static final Pattern ONE_IF_ANY = Pattern.compile(
            "<al:field[^>]*\\boptional=\"[^\"]*\"[^>]*><al:chooseOne.*?</al:chooseOne>", Pattern.DOTALL);

    @Test
    void what_need_not_be_chosen_can_be_left_again_after_it_was() throws IOException {
        List<String> groups = new ArrayList<>();
        for (Path page : pages()) {
            ONE_IF_ANY
                    .matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .forEach(groups::add);
        }

        assertThat(groups).hasSizeGreaterThan(5).allMatch(group -> group.contains("<al:choice value=\"\""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_keeps_to_the_content_policy(Path page) throws IOException {
        String markup = Files.readString(page);
        for (Pattern broken : List.of(STYLE_ATTRIBUTE, HANDLER, INLINE, WRITES_HANDLERS, ELSEWHERE)) {
            assertThat(broken.matcher(markup).results().map(found -> found.group()
                            .strip()))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_uses_icons_and_tags_that_are_there(Path page) throws IOException {
        String markup = Files.readString(page);
        Set<String> icons = ICON.matcher(markup)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(SYMBOL, SPRITE)).as(page.toString()).containsAll(icons);
        assertThat(names(TAG_NAME, TAGS)).as(page.toString()).containsAll(names(TAG, page));
    }

    @Test
    void every_place_has_an_icon_that_is_there() throws IOException {
        assertThat(names(SYMBOL, SPRITE))
                .containsAll(Stream.of(Place.values()).map(Place::icon).toList());
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
