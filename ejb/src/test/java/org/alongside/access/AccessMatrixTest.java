package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.alongside.matrix.Access;
import org.alongside.matrix.Fence;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** Prints who may do what into {@code docs/access-matrix.md}; with {@code -Dalongside.write-docs=true} it is written anew. */
class AccessMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "access-matrix.md");
    private static final Path WORDS = Path.of("..", "web/src/main/resources/org/alongside/web/text");
    private static final Path DOORS = Path.of("src/test/resources/org/alongside/access/doors.properties");

    private static final String PLAIN = """
            # Who may see what

            Made by a test (`AccessMatrixTest`) from the running rules and the matrix in the database as it is delivered; not written by
            hand. What two administrators have changed since stands in the product itself, under "Who may see what".

            ## In plain words

            A survivor's file is closed. It opens to a person only when all of this is so:

            1. **They work on it.** They are assigned to it, supervise the team that is, or belong to the shift of the house. A colleague
               down the corridor sees nothing, and neither does somebody with a tie to her.
            2. **Something opens it to their organisation.** The organisation leads the case, or she agreed that it may know these kinds of
               information, and until when. When she takes that back, it closes in the same second.
            3. **Their role may see it.** That is what this page is about: the most that a role may ever make of a kind of information. A
               role alone opens nothing.

            Both the program and the database check this, each by itself. A file that is not open to you is not there for you: the answer is
            the same as for one that does not exist. Every look at a file, and every refusal, is written down.

            The fourteen kinds of information are explained in the [glossary](glossary.md). **To change what a role may see**, one
            administrator proposes it and another one confirms it; it counts from that moment on, for everybody, and every version is
            kept. Some things nobody can open, see "Closed for good".

            ## Role by role

            %s.
            """;

    private static final String CLOSED = """

            ## Closed for good

            No two administrators open these, whatever they agree on. The program and the database refuse it, each from its own list.

            """;

    @Test
    void the_page_about_access_says_what_the_code_does() throws Exception {
        String page = page();
        if (Boolean.getBoolean("alongside.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with ./mvnw -pl ejb test -Dtest=AccessMatrixTest -Dalongside.write-docs=true")
                .isEqualTo(page);
    }

    @Test
    void an_administrator_opens_no_file_and_police_never_lead_one() {
        List<Permission> aboutFiles = Arrays.stream(Permission.values())
                .filter(permission ->
                        permission.name().matches(".*(CASE|CONSENT|REFERRAL|SURVIVOR|IDENTITY|CONTACT|INCOMING).*"))
                .toList();
        assertThat(aboutFiles).hasSizeGreaterThan(10);
        assertThat(aboutFiles).noneMatch(permission -> permission.roles().contains(Role.ADM));
        assertThat(Permission.OPEN_CASE.roles()).containsExactly(Role.CW);
        assertThat(Permission.APPROVE_REFERRAL.roles()).doesNotContain(Role.CW);
    }

    @Test
    void what_only_processes_do_is_open_to_no_role() {
        assertThat(Permission.RUN_REFERRAL_CLOCK.roles()).isEmpty();
        assertThat(Permission.PURGE.roles()).isEmpty();
    }

    private static String page() throws IOException, SQLException {
        Properties words = new Properties();
        for (Path bundle : List.of(WORDS.resolve("matrix.properties"), WORDS.resolve("code.properties"), DOORS)) {
            try (Reader reader = Files.newBufferedReader(bundle)) {
                words.load(reader);
            }
        }
        RoleMatrix matrix = matrix();
        StringBuilder page = new StringBuilder(PLAIN.formatted(Arrays.stream(Role.values())
                .map(role -> "[" + who(words, role) + "](#" + anchor(words, role) + ")")
                .collect(Collectors.joining(", "))));
        for (Role role : Role.values()) {
            role(page, words, role, matrix);
        }
        page.append("\n## What the work needs\n\nWhere somebody may read \"what the work needs\", that is:\n\n");
        page.append("| kind of information | what they read |\n|---|---|\n");
        for (Category category : Category.values()) {
            if (words.containsKey("minimum." + category)) {
                row(page, kind(words, category), words.getProperty("minimum." + category));
            }
        }
        page.append(CLOSED);
        for (Fence fence : Fence.values()) {
            page.append("- ").append(words.getProperty("fence." + fence)).append('\n');
        }
        letters(page, words, matrix);
        doors(page, words);
        return page.toString();
    }

    private static void role(StringBuilder page, Properties words, Role role, RoleMatrix matrix) {
        page.append("\n### ").append(who(words, role)).append("\n\n> ");
        page.append(words.getProperty("matrix.mine.role." + role)).append("\n\n");
        page.append("| in a file that they work on | kinds of information |\n|---|---|\n");
        for (Access access : Access.values()) {
            String kinds = Arrays.stream(Category.values())
                    .filter(category -> matrix.of(role, category) == access.letter())
                    .map(category -> kind(words, category))
                    .collect(Collectors.joining(", "));
            if (!kinds.isEmpty()) {
                row(page, words.getProperty("matrix.access." + access), kinds);
            }
        }
        page.append("\nThey may ")
                .append(Arrays.stream(Permission.values())
                        .filter(permission -> permission.roles().contains(role))
                        .map(permission -> door(words, permission))
                        .collect(Collectors.joining("; ")))
                .append(".\n");
    }

    private static void letters(StringBuilder page, Properties words, RoleMatrix matrix) {
        page.append("\n## The whole table\n\n");
        page.append(Arrays.stream(Access.values())
                .map(access -> "`" + access.letter() + "` "
                        + words.getProperty("matrix.access." + access).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "", ".\n\n")));
        head(page, "kind of information");
        for (Category category : Category.values()) {
            page.append("| ").append(kind(words, category));
            for (Role role : Role.values()) {
                char letter = matrix.of(role, category);
                page.append(" | ").append(letter == '*' ? "\\*" : letter);
            }
            page.append(" |\n");
        }
    }

    private static void doors(StringBuilder page, Properties words) {
        page.append(
                "\n## Every door\n\nWhat can be done at all, and by whom. What nobody may is done by the processes alone.\n\n");
        head(page, "door");
        for (Permission permission : Permission.values()) {
            page.append("| ")
                    .append(door(words, permission))
                    .append(" (`")
                    .append(permission)
                    .append("`)");
            for (Role role : Role.values()) {
                page.append(" | ").append(permission.roles().contains(role) ? "yes" : "");
            }
            page.append(" |\n");
        }
    }

    private static void head(StringBuilder page, String first) {
        page.append("| ").append(first);
        for (Role role : Role.values()) {
            page.append(" | ").append(role);
        }
        page.append(" |\n|---|").append(":-:|".repeat(Role.values().length)).append('\n');
    }

    private static void row(StringBuilder page, String first, String second) {
        page.append("| ").append(first).append(" | ").append(second).append(" |\n");
    }

    private static String who(Properties words, Role role) {
        return words.getProperty("matrix.who." + role);
    }

    private static String anchor(Properties words, Role role) {
        return who(words, role).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String kind(Properties words, Category category) {
        return words.getProperty("code.data_category." + category);
    }

    private static String door(Properties words, Permission permission) {
        return words.getProperty(
                permission.name(), permission.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static RoleMatrix matrix() throws SQLException {
        RoleMatrix matrix = new RoleMatrix();
        try (Connection application = TestDatabase.get().application().getConnection()) {
            ResultSet cells =
                    application.createStatement().executeQuery("select role_code, category, access from role_category");
            while (cells.next()) {
                matrix.put(
                        Role.valueOf(cells.getString(1)),
                        Category.of(cells.getInt(2)),
                        cells.getString(3).charAt(0));
            }
        }
        return matrix;
    }
}
