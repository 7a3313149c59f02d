package org.alongside.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The description that is served is complete: whoever reads it needs nothing else to call the API. */
class DescriptionTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final Path WORDS = Path.of("src/main/resources/org/alongside/web/api/description.properties");
    private static final List<String> ALWAYS = List.of("400", "401", "403", "406", "500", "503");

    private final JsonNode api = read();
    private final List<JsonNode> operations = new ArrayList<>();
    private final SoftAssertions all = new SoftAssertions();

    DescriptionTest() {
        api.get("paths").forEach(path -> path.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.add(operation.getValue())));
    }

    @Test
    void it_says_what_it_is_who_may_call_and_how() {
        assertThat(api.get("openapi").asText()).startsWith("3.1");
        assertThat(api.at("/info/title").asText()).isEqualTo("Alongside");
        assertThat(api.at("/security/0/bearer").isArray()).isTrue();
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
        assertThat(operations).hasSizeGreaterThan(60);
    }

    @Test
    void every_operation_has_a_name_a_summary_and_a_tag() {
        assertThat(operations)
                .extracting(one -> id(one))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]\\w+"));
        for (JsonNode operation : operations) {
            all.assertThat(operation.path("summary").asText()).as(id(operation)).isNotBlank();
            all.assertThat(operation.path("tags").size()).as(id(operation)).isEqualTo(1);
        }
        all.assertAll();
    }

    @Test
    void no_word_is_said_twice_so_that_the_last_one_hides_the_first() throws IOException {
        assertThat(Files.readAllLines(WORDS).stream()
                        .filter(line -> line.matches("[^#=]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .hasSizeGreaterThan(500)
                .doesNotHaveDuplicates();
    }

    /** A word that says "-" takes a field away, and so there is none. */
    @Test
    void nothing_is_said_of_what_is_not_there() throws IOException {
        Set<String> there = new HashSet<>();
        api.get("paths").forEach(path -> path.path("parameters").forEach(one -> there.add(word(one))));
        operations.forEach(operation -> operation.path("parameters").forEach(one -> there.add(word(one))));
        api.at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(field -> {
                    there.add(field);
                    there.add(schema.getKey() + "." + field);
                }));
        assertThat(Files.readAllLines(WORDS).stream()
                        .filter(line -> line.matches("[^#=]+=.*") && !line.endsWith("=-"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .isSubsetOf(there);
    }

    private static String word(JsonNode parameter) {
        return "parameter." + parameter.path("name").asText();
    }

    @Test
    void every_parameter_has_words_and_a_kind() {
        List<JsonNode> parameters = new ArrayList<>();
        api.get("paths").forEach(path -> path.path("parameters").forEach(parameters::add));
        operations.forEach(operation -> operation.path("parameters").forEach(parameters::add));
        for (JsonNode parameter : parameters) {
            all.assertThat(parameter.path("description").asText())
                    .as(parameter.toString())
                    .isNotBlank();
            all.assertThat(parameter.has("schema")).as(parameter.toString()).isTrue();
        }
        all.assertAll();
    }

    @Test
    void every_body_has_a_schema_and_an_example() {
        for (JsonNode operation : operations) {
            if (operation.has("requestBody")) {
                JsonNode content = operation.at("/requestBody/content");
                all.assertThat(content).as(id(operation)).hasSize(1);
                JsonNode body = content.iterator().next();
                all.assertThat(body.at("/schema/$ref").asText())
                        .as(id(operation))
                        .startsWith("#/components/schemas/");
                all.assertThat(body.path("example").isObject())
                        .as(id(operation))
                        .isTrue();
            }
        }
        all.assertAll();
    }

    @Test
    void every_operation_says_how_it_succeeds_and_how_it_fails() {
        for (JsonNode operation : operations) {
            JsonNode responses = operation.get("responses");
            List<String> statuses = new ArrayList<>();
            responses.fieldNames().forEachRemaining(statuses::add);
            all.assertThat(statuses).as(id(operation)).containsAll(ALWAYS);
            all.assertThat(statuses.stream().filter(status -> status.startsWith("2")))
                    .as(id(operation))
                    .hasSize(1);
            for (String status : statuses) {
                JsonNode response = responses.get(status);
                if (!status.startsWith("2")) {
                    all.assertThat(response.get("$ref").asText()).isEqualTo("#/components/responses/Problem" + status);
                } else if (!status.equals("204")) {
                    all.assertThat(response.path("content").size())
                            .as(id(operation))
                            .isEqualTo(1);
                }
            }
            if (operation.has("requestBody")) {
                all.assertThat(statuses).as(id(operation)).contains("413", "415", "422");
            }
        }
        all.assertAll();
    }

    @Test
    void every_problem_has_its_schema() {
        api.at("/components/responses")
                .forEach(response -> assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(api.at("/components/schemas/Problem/required")).hasSize(3);
    }

    @Test
    void what_is_changed_asks_for_the_version_that_was_read() {
        for (String id : List.of("changeName", "changeContact", "changeDecisionTable", "changeGoal", "changeStep")) {
            JsonNode operation = operation(id);
            assertThat(StreamSupport.stream(operation.get("parameters").spliterator(), false))
                    .anyMatch(parameter -> parameter.get("name").asText().equals("If-Match")
                            && parameter.get("required").asBoolean());
            assertThat(operation.get("responses").has("428")).isTrue();
            assertThat(operation.get("responses").has("412")).isTrue();
        }
        for (String id : List.of(
                "readName", "readContact", "readDecisionTable", "readReferral", "readDraft", "readGoal", "readStep")) {
            assertThat(operation(id).at("/responses/200/headers/ETag").isMissingNode())
                    .as(id)
                    .isFalse();
        }
    }

    @Test
    void who_names_somebody_may_be_told_that_nobody_is_there() {
        for (String id : List.of("checkImport", "planOnCall", "recordAbsence")) {
            assertThat(operation(id).get("responses").has("404")).as(id).isTrue();
        }
    }

    @Test
    void what_is_created_can_be_repeated() {
        for (String id : List.of("openCase", "recordContact", "recordConsent", "refer", "proposeGoal", "planStep")) {
            assertThat(operation(id).get("parameters").toString()).contains("Idempotency-Key");
        }
    }

    @Test
    void what_is_handed_in_says_what_is_needed_how_long_it_may_be_and_from_which_list() {
        JsonNode schemas = api.at("/components/schemas");
        assertThat(texts(schemas.at("/NewCase/required")))
                .contains("safety", "language", "agreement", "age", "name", "person", "contact", "screening")
                .doesNotContain("child", "wish", "constraints", "needs");
        assertThat(texts(schemas.at("/Agreement/required"))).containsExactly("giver", "medium", "limitsExplained");
        assertThat(texts(schemas.at("/NewConsent/required")))
                .contains("recipient", "purpose", "categories", "explained")
                .doesNotContain("witness", "expiresAt", "assent");
        assertThat(texts(schemas.at("/NewReferral/required"))).containsExactly("service", "urgency", "categories");
        assertThat(schemas.at("/Name/properties/preferred/maxLength").asInt()).isEqualTo(80);
        assertThat(schemas.at("/NewReferral/properties/message/maxLength").asInt())
                .isEqualTo(1000);
        assertThat(schemas.at("/NewReferral/properties/categories/minItems").asInt())
                .isEqualTo(1);
        assertThat(schemas.at("/Age/properties/stated/maximum").asInt()).isEqualTo(120);
        assertThat(texts(schemas.at("/Language/properties/interpreter/enum"))).contains("WOMAN");
        assertThat(texts(schemas.at("/NewCase/properties/needs/items/enum"))).contains("SAFE_PLACE");
        assertThat(schemas.at("/NewConsent/properties/expiresAt/format").asText())
                .isEqualTo("date-time");
    }

    @Test
    void every_example_holds_what_is_needed() {
        for (String id : List.of(
                "openCase",
                "recordConsent",
                "refer",
                "proposeGoal",
                "planStep",
                "endGoal",
                "blockStep",
                "findByName",
                "saveFilter")) {
            JsonNode body = operation(id).at("/requestBody/content/application~1json");
            String name = body.at("/schema/$ref").asText().replaceFirst(".*/", "");
            body.get("example").fieldNames().forEachRemaining(field -> all.assertThat(
                            api.at("/components/schemas/" + name + "/properties")
                                    .has(field))
                    .as(id + " " + field)
                    .isTrue());
            texts(api.at("/components/schemas/" + name + "/required"))
                    .forEach(field -> all.assertThat(body.get("example").has(field))
                            .as(id + " " + field)
                            .isTrue());
        }
        all.assertAll();
    }

    @Test
    void every_field_has_words_and_every_reference_a_target() {
        Set<String> names = new TreeSet<>();
        api.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        assertThat(names).noneMatch(name -> name.contains(".") || name.matches(".*\\d"));
        api.at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> all.assertThat(
                                field.getValue().has("$ref") || field.getValue().has("description"))
                        .as(schema.getKey() + "." + field.getKey())
                        .isTrue()));
        for (JsonNode reference : api.findValues("$ref")) {
            all.assertThat(api.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        all.assertAll();
        assertThat(api.at("/components/schemas/ServiceOffer/properties").has("shelter"))
                .as("a question is not a field")
                .isFalse();
    }

    @Test
    void the_two_views_of_a_referral_are_told_apart() {
        assertThat(api.at("/components/schemas/ReferralView/oneOf")).hasSize(2);
        assertThat(api.at("/components/schemas/ReferralView/discriminator/propertyName")
                        .asText())
                .isEqualTo("view");
        assertThat(api.at("/components/schemas/CardOnly/properties/view/enum/0").asText())
                .isEqualTo("CARD");
        assertThat(api.at("/components/schemas/Whole/properties/view/enum/0").asText())
                .isEqualTo("WHOLE");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode operation(String id) {
        return operations.stream().filter(one -> id(one).equals(id)).findFirst().orElseThrow();
    }

    private static String id(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(DescriptionTest.class.getResourceAsStream("openapi.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
