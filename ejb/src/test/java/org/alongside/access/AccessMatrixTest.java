package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints who may do what into {@code docs/access-matrix.md}; with {@code -Dalongside.write-docs=true} it is written anew. */
class AccessMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "access-matrix.md");

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

    private static String page() throws IOException {
        String roles = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | "));
        StringBuilder page = new StringBuilder("# Who may do what\n\n");
        page.append(
                "Made by a test (`AccessMatrixTest`) from the code and the data; not written by hand. A role alone opens no file:\n");
        page.append("the grants of the file decide too, and row security in the database decides a second time.\n\n");
        page.append("## Doors\n\n| permission | ")
                .append(roles)
                .append(" |\n|---|")
                .append(":-:|".repeat(Role.values().length))
                .append('\n');
        for (Permission permission : Permission.values()) {
            page.append("| ").append(permission.name());
            for (Role role : Role.values()) {
                page.append(" | ").append(permission.roles().contains(role) ? "yes" : "");
            }
            page.append(" |\n");
        }
        page.append("\nA permission without a role belongs to the processes alone.\n\n## Kinds of information\n\n");
        page.append(
                "F full, R read, W own entries, M minimum subset, C under a live consent or legal basis, E existence, A aggregate,\n");
        page.append(
                "P prepares aggregates, L audit metadata, S own file, * as the class of the document, - nothing.\n\n");
        List<String> lines = lines();
        page.append("| category | ")
                .append(lines.get(0).substring(lines.get(0).indexOf(',') + 1).replace(",", " | "))
                .append(" |\n|---|");
        page.append(":-:|".repeat(Role.values().length)).append('\n');
        lines.stream().skip(1).forEach(line -> page.append("| ")
                .append(line.replace("*", "\\*").replace(",", " | "))
                .append(" |\n"));
        return page.toString();
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AccessMatrixTest.class.getResourceAsStream("/codes/access_matrix.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
