package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Who the README says can sign in, who the demo's sign-in service knows, and who works where in the demo's database are the same people. */
class DemoSignInsTest {
    private static final Path HOUSE = Path.of("..");
    private static final Path REALM =
            HOUSE.resolve("keycloak-realm/src/main/resources/org/alongside/realm/realm-alongside-demo.json");
    private static final Path WORDS = HOUSE.resolve("web/src/main/resources/org/alongside/web/text/code.properties");
    private static final Pattern NAMES = Pattern.compile("`(\\w+)`");

    private final Product product = Product.get();

    /** A line of the README taken apart. */
    private record Said(String who, String role, String at) {}

    @Test
    void whoever_the_readme_names_signs_in_and_is_who_it_says() throws IOException {
        Properties words = new Properties();
        try (Reader bundle = Files.newBufferedReader(WORDS)) {
            words.load(bundle);
        }
        SoftAssertions all = new SoftAssertions();
        for (Said said : readme()) {
            Reply me = product.http(said.who()).get("/api/v1/me");
            all.assertThat(me.status()).as(said.who()).isEqualTo(200);
            all.assertThat(me.json().path("organisationName").asText())
                    .as("where %s works", said.who())
                    .isEqualTo(said.at());
            all.assertThat(me.json().path("roles"))
                    .as("%s has one role", said.who())
                    .hasSize(1);
            all.assertThat(words.getProperty(
                            "code.user_role." + me.json().at("/roles/0").asText()))
                    .as("what %s is", said.who())
                    .endsWith(said.role());
        }
        all.assertAll();
    }

    @Test
    void the_readme_leaves_nobody_out_whom_the_sign_in_service_knows() throws IOException {
        assertThat(realm().get("users").findValuesAsText("username"))
                .containsExactlyInAnyOrderElementsOf(
                        readme().stream().map(Said::who).toList());
    }

    @Test
    void the_sign_in_service_and_the_database_say_the_same_of_everybody() throws IOException {
        Map<String, String> houses = new HashMap<>();
        realm().get("organizations").forEach(house -> house.get("members")
                .forEach(member -> houses.put(
                        member.get("username").asText(), house.get("alias").asText())));
        List<String> known = new ArrayList<>();
        realm().get("users")
                .forEach(user -> known.add(String.join(
                        " | ",
                        user.get("id").asText(),
                        fullName(user),
                        houses.get(user.get("username").asText()),
                        user.at("/realmRoles/0").asText())));
        String work = (String) product.sql().one("""
                select string_agg(concat_ws(' | ', w.subject, w.name, o.alias, r.role_code), E'\\n')
                  from alongside.worker w join alongside.organisation o using (organisation_id) left join alongside.worker_role r using (worker_id)
                 where w.kind = 'PERSON' and w.worker_id::text like '00000000-0000-4000-8000-%'
                """);
        assertThat(work.lines()).containsExactlyInAnyOrderElementsOf(known);
    }

    /** The survivor goes by one name, which stands twice since the sign-in service asks for two. */
    private static String fullName(JsonNode user) {
        return Stream.of("firstName", "lastName")
                .map(part -> user.get(part).asText())
                .distinct()
                .reduce((first, last) -> first + " " + last)
                .orElseThrow();
    }

    private static JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(REALM.toFile());
    }

    /** Names, roles and where they work, each with slashes between them where a line tells of more than one. */
    private static List<Said> readme() throws IOException {
        List<Said> said = new ArrayList<>();
        for (String line : Files.readAllLines(HOUSE.resolve("README.md"))) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length == 5
                    && cells[1].startsWith("`")
                    && NAMES.matcher(cells[1]).lookingAt()) {
                String[] names = cells[1].split(" / ", -1);
                String[] roles = cells[2].split(" / ", -1);
                for (int at = 0; at < names.length; at++) {
                    String role = roles[at].replaceAll("[:;].*", "").replaceAll("s$", "");
                    String house = cells[3].equals("her own file") ? "My own file" : cells[3];
                    NAMES.matcher(names[at]).results().forEach(name -> said.add(new Said(name.group(1), role, house)));
                }
            }
        }
        return said;
    }
}
