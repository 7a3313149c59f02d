package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what is sent is told where it is, nothing of it is repeated, and nothing is written. */
class ApiInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "Zzyzx";
    private static final List<String> WRITTEN = List.of(
            "case_file",
            "identity",
            "contact",
            "case_access",
            "consent",
            "referral_card",
            "referral",
            "anonymous_contact",
            "child_notification",
            "draft",
            "idempotency_key",
            "record_change",
            "access_grant");

    private static final Map<String, ApiScene.Kind> CREATING = new LinkedHashMap<>();

    static {
        CREATING.put("openCase", ApiScene.Kind.NONE);
        CREATING.put("recordContact", ApiScene.Kind.NONE);
        CREATING.put("beginDraft", ApiScene.Kind.NONE);
        CREATING.put("notifyChildAuthority", ApiScene.Kind.CHILD);
        CREATING.put("recordConsent", ApiScene.Kind.CASE);
        CREATING.put("refer", ApiScene.Kind.AGREED);
    }

    /** What is needed only together with another answer, which the example gives. */
    private static final Set<String> NEEDED_WITH_ANOTHER =
            Set.of("/contact/value", "/age/stated", "/age/birthDate", "/witness", "/child");

    private final Product product = Product.get();
    private final JsonNode description =
            product.http("mina").get("/api/v1/openapi").json();
    private final List<ApiOperation> operations = ApiOperation.all(product);

    static List<String> creating() {
        return List.copyOf(CREATING.keySet());
    }

    @ParameterizedTest
    @MethodSource("creating")
    void a_value_of_another_kind_is_pointed_at(String operation) throws Exception {
        JsonNode example = example(operation);
        List<Wrong> all = new ArrayList<>();
        leaves(example, JsonPointer.empty(), (pointer, value) -> othersThan(value)
                .forEach(other -> all.add(new Wrong(pointer.toString(), other, 422, pointer.toString(), "*"))));
        assertThat(all).hasSizeGreaterThan(3);
        refusesAll(operation, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openCase", "recordConsent", "refer"})
    void what_the_description_marks_as_needed_is_refused_when_missing_and_nothing_else_is(String operation)
            throws Exception {
        List<String> needed = new ArrayList<>();
        List<String> free = new ArrayList<>();
        marked(schema(operation), JsonPointer.empty(), example(operation), needed, free);
        assertThat(needed).hasSizeGreaterThan(2);
        refusesAll(
                operation,
                needed.stream()
                        .map(field -> new Wrong(field, "absent", 422, field, "missing"))
                        .toList());
        ApiScene scene = ApiScene.make(CREATING.get(operation), product);
        for (String field : free) {
            String body = new Wrong(field, "absent", 201, field, "").in(example(operation));
            Reply reply = product.http("mina")
                    .send("POST", address(operation(operation), scene), body, "Idempotency-Key", "another-example");
            assertThat(StreamSupport.stream(reply.json().path("errors").spliterator(), false)
                            .filter(error -> error.path("code").asText().equals("missing"))
                            .map(error -> error.path("pointer").asText()))
                    .as("only where another answer asks for it: " + field)
                    .allMatch(NEEDED_WITH_ANOTHER::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openCase", "recordConsent", "refer"})
    void what_the_description_limits_is_refused_when_longer_or_not_on_its_list(String operation) throws Exception {
        List<Wrong> all = new ArrayList<>();
        limited(schema(operation), JsonPointer.empty(), example(operation), all);
        assertThat(all).isNotEmpty();
        refusesAll(operation, all);
    }

    private JsonNode schema(String operation) {
        return target(operation(operation).description().at("/requestBody/content/application~1json/schema"));
    }

    private JsonNode target(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** Sorts the fields that an example has into those that the description marks as needed and those that it leaves free. */
    private void marked(JsonNode schema, JsonPointer at, JsonNode example, List<String> needed, List<String> free) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties").properties().forEach(field -> {
            JsonPointer pointer = at.appendProperty(field.getKey());
            if (example.has(field.getKey())) {
                (required.contains(field.getKey()) ? needed : free).add(pointer.toString());
                marked(target(field.getValue()), pointer, example.get(field.getKey()), needed, free);
            }
        });
    }

    private void limited(JsonNode schema, JsonPointer at, JsonNode example, List<Wrong> all) {
        schema.path("properties").properties().forEach(field -> {
            String pointer = at.appendProperty(field.getKey()).toString();
            JsonNode property = field.getValue();
            if (property.has("maxLength")) {
                String tooLong = "long" + (property.get("maxLength").asInt() + 1);
                all.add(new Wrong(pointer, tooLong, 422, pointer, "too-long"));
            }
            if (property.has("enum")) {
                all.add(new Wrong(pointer, "\"" + MARK + "\"", 422, pointer, "unknown-code"));
            }
            if (property.path("items").has("enum")) {
                all.add(new Wrong(pointer, "[\"" + MARK + "\"]", 422, pointer + "/0", "unknown-code"));
            }
            if (example.has(field.getKey())) {
                limited(target(property), at.appendProperty(field.getKey()), example.get(field.getKey()), all);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("creating")
    void a_body_that_is_none_is_refused(String operation) throws Exception {
        ApiOperation creating = operation(operation);
        String good = example(operation).toString();
        Map<String, Long> before = written();
        ApiScene scene = ApiScene.make(CREATING.get(operation), product);
        Map<String, Long> made = minus(written(), before);
        SoftAssertions all = new SoftAssertions();
        for (String bad : List.of(
                "",
                "null",
                "7",
                "[]",
                "\"" + MARK + "\"",
                "{",
                "{}}",
                good + good,
                good.substring(0, good.length() - 1),
                "{\"" + MARK + "\":1," + good.substring(1),
                "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}",
                "{\"a\":\"" + "x".repeat(300_000) + "\"}",
                "<script>alert('" + MARK + "')</script>")) {
            Reply reply = product.http("mina").send(creating.method(), address(creating, scene), bad);
            all.assertThat(reply.status())
                    .as(operation + " " + cut(bad) + ": " + reply)
                    .isIn(400, 413, 422);
            all.assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            all.assertThat(reply.text().replaceAll("\"pointer\":\"[^\"]*\"", ""))
                    .doesNotContain(MARK);
        }
        all.assertAll();
        assertThat(minus(written(), before)).isEqualTo(made);
    }

    @Test
    void an_intake_is_checked_field_by_field() throws Exception {
        refusesAll("openCase", wrongs("""
                /name/preferred          | absent                                  | 422 | /name/preferred          | missing
                /name/preferred          | "   "                                   | 422 | /name/preferred          | missing
                /name/preferred          | long81                                  | 422 | /name/preferred          | too-long
                /name/preferred          | "a\\u0000b"                             | 422 | /name/preferred          | unprintable
                /name/preferred          | "\\ud800"                               | 422 | /name/preferred          | unprintable
                /name/family             | long81                                  | 422 | /name/family             | too-long
                /name/nickname           | "Zzyzx"                                 | 422 | /name/nickname           | unknown-field
                /nickname                | "Zzyzx"                                 | 422 | /nickname                | unknown-field
                /name                    | absent                                  | 422 | /name                    | missing
                /safety                  | absent                                  | 422 | /safety                  | missing
                /safety/inDanger         | absent                                  | 422 | /safety/inDanger         | missing
                /safety/note             | long1001                                | 422 | /safety/note             | too-long
                /language/code           | "Zzyzx"                                 | 422 | /language/code           | unknown-code
                /language/code           | absent                                  | 422 | /language/code           | missing
                /language/interpreter    | "'; drop table case_file; --"           | 422 | /language/interpreter    | unknown-code
                /agreement/limitsExplained | false                                 | 422 | /agreement/limitsExplained | limits-not-explained
                /agreement/giver         | "COURT"                                 | 422 | /agreement/giver         | adult-consents-herself
                /agreement/giver         | absent                                  | 422 | /agreement/giver         | missing
                /agreement/medium        | "Zzyzx"                                 | 422 | /agreement/medium        | unknown-code
                /age/stated              | -1                                      | 422 | /age/stated              | age-range
                /age/stated              | 121                                     | 422 | /age/stated              | age-range
                /age/stated              | 99999999999                             | 422 | /age/stated              | wrong-type
                /age/stated              | absent                                  | 422 | /age/stated              | missing
                /age/birthDate           | "2999-01-01"                            | 422 | /age/birthDate           | in-the-future
                /age/birthDate           | "1801-01-01"                            | 422 | /age/birthDate           | too-long-ago
                /age/birthDate           | "2020-01-01"                            | 422 | /age/stated              | age-against-birth-date
                /age/birthDate           | "2020-02-30"                            | 422 | /age/birthDate           | not-a-date
                /age/basis               | "DOCUMENTED"                            | 422 | /age/birthDate           | missing
                /age/basis               | "Zzyzx"                                 | 422 | /age/basis               | unknown-code
                /age/basis               | "PRESUMED_CHILD"                        | 422 | /child                   | missing
                /age/maybeChild          | true                                    | 422 | /child                   | missing
                /child                   | {"assent": "WILLING", "views": "x"}     | 422 | /child                   | only-for-a-child
                /person/sex              | "Zzyzx"                                 | 422 | /person/sex              | unknown-code
                /person/gender           | "Zzyzx"                                 | 422 | /person/gender           | unknown-code
                /person/region           | absent                                  | 422 | /person/region           | missing
                /person/citizenship      | ["AF", "XX"]                            | 422 | /person/citizenship/1    | unknown-code
                /contact/value           | absent                                  | 422 | /contact/value           | missing
                /contact/value           | "javascript:Zzyzx()"                    | 422 | /contact/value           | not-a-phone-number
                /contact/safeHours       | absent                                  | 422 | /contact/safeHours       | safe-hours-missing
                /contact/coverStory      | long201                                 | 422 | /contact/coverStory      | too-long
                /contact/channel         | "EMAIL"                                 | 422 | /contact/value           | not-an-e-mail-address
                /contact/leaveMessage    | absent                                  | 422 | /contact/leaveMessage    | missing
                /screening/acts          | ["RECRUITMENT", "Zzyzx"]                | 422 | /screening/acts/1        | unknown-code
                /screening/means         | ["NOT_REQUIRED_CHILD"]                  | 422 | /screening/means         | only-for-a-child
                /screening/purposes      | []                                      | 422 | /screening/purposes      | purpose-missing
                /screening/months        | "Zzyzx"                                 | 422 | /screening/months        | unknown-code
                /constraints             | ["Zzyzx"]                               | 422 | /constraints/0           | unknown-code
                /needs                   | ["SAFE_PLACE", "MEDICAL", "Zzyzx"]      | 422 | /needs/2                 | unknown-code
                /situation               | long4001                                | 422 | /situation               | too-long
                /intakeSource            | absent                                  | 422 | /intakeSource            | missing
                """));
    }

    @Test
    void a_consent_is_checked_field_by_field() throws Exception {
        refusesAll("recordConsent", wrongs("""
                /recipient    | absent                                                | 422 | /recipient    | missing
                /recipient    | "Zzyzx"                                               | 422 | /recipient    | not-an-id
                /recipient    | "00000000-0000-4000-8000-0000deadbeef"                | 422 | /recipient    | unknown-organisation
                /recipient    | "00000000-0000-4000-9000-000000000001"                | 422 | /recipient    | unknown-organisation
                /recipient    | "00000000-0000-4000-9000-000000000007"                | 422 | /purpose      | purpose-against-recipient
                /purpose      | absent                                                | 422 | /purpose      | missing
                /purpose      | "MEDIA_STORY"                                         | 422 | /purpose      | purpose-not-asked-here
                /purpose      | "SHARE_LAW_ENFORCEMENT"                               | 422 | /purpose      | purpose-against-recipient
                /categories   | absent                                                | 422 | /categories   | missing
                /categories   | []                                                    | 422 | /categories   | missing
                /categories   | ["IDENTITY", "Zzyzx"]                                 | 422 | /categories/1 | unknown-code
                /categories   | ["COUNSELLING_NOTES"]                                 | 422 | /categories   | not-shareable
                /giver        | "GUARDIAN"                                            | 422 | /giver        | adult-consents-herself
                /giver        | "Zzyzx"                                               | 422 | /giver        | unknown-code
                /giverRight   | "Zzyzx"                                               | 422 | /giverRight   | unknown-code
                /giverRelation | "Zzyzx"                                              | 422 | /giverRelation | unknown-code
                /assent       | "Zzyzx"                                               | 422 | /assent       | unknown-code
                /medium       | absent                                                | 422 | /medium       | missing
                /medium       | "ORAL_WITNESSED"                                      | 422 | /witness      | missing
                /witness      | long121                                               | 422 | /witness      | too-long
                /language     | "english"                                             | 422 | /language     | unknown-code
                /interpreter  | absent                                                | 422 | /interpreter  | missing
                /explained    | false                                                 | 422 | /explained    | not-explained
                /explained    | absent                                                | 422 | /explained    | missing
                /givenAt      | "2999-01-01T00:00:00Z"                                | 422 | /givenAt      | in-the-future
                /givenAt      | "2001-01-01T00:00:00Z"                                | 422 | /givenAt      | before-the-file
                /givenAt      | "2026-01-01"                                          | 422 | /givenAt      | not-a-time
                /givenAt      | "+999999999-01-01T00:00:00Z"                          | 422 | /givenAt      | not-a-time
                /expiresAt    | "2001-01-01T00:00:00Z"                                | 422 | /expiresAt    | in-the-past
                /expiresAt    | "9998-12-31T00:00:00Z"                                | 422 | /expiresAt    | longer-than-a-year
                /withdrawnAt  | "2026-01-01T00:00:00Z"                                | 422 | /withdrawnAt  | unknown-field
                """));
    }

    @Test
    void a_referral_is_checked_field_by_field() throws Exception {
        refusesAll("refer", wrongs("""
                /service       | absent                                               | 422 | /service       | missing
                /service       | "Zzyzx"                                              | 422 | /service       | not-an-id
                /service       | ""                                                   | 422 | /service       | not-an-id
                /service       | "00000000-0000-4000-8000-0000deadbeef"               | 422 | /service       | unknown-service
                /service       | "00000000-0000-4000-b000-000000000009"               | 422 | /service       | own-organisation
                /service       | "00000000-0000-4000-b000-000000000003"               | 422 | /service       | not-for-her-age
                /service       | "00000000-0000-4000-b000-000000000002"               | 422 | /service       | no-consent
                /urgency       | absent                                               | 422 | /urgency       | missing
                /urgency       | "SOON"                                               | 422 | /urgency       | unknown-code
                /urgency       | "urgent"                                             | 422 | /urgency       | unknown-code
                /urgency       | 0                                                    | 422 | /urgency       | wrong-type
                /categories    | absent                                               | 422 | /categories    | missing
                /categories    | []                                                   | 422 | /categories    | missing
                /categories    | ["Zzyzx"]                                            | 422 | /categories/0  | unknown-code
                /categories    | [0]                                                  | 422 | /categories/0  | wrong-type
                /categories    | ["LAW_ENFORCEMENT_INTELLIGENCE"]                     | 422 | /categories    | not-shareable
                /categories    | ["CARE_PLAN_GOALS"]                                  | 422 | /categories    | not-agreed
                /accompaniedBy | "PARENT"                                             | 422 | /accompaniedBy | only-for-a-child
                /accompaniedBy | "Zzyzx"                                              | 422 | /accompaniedBy | only-for-a-child
                /message       | long1001                                             | 422 | /message       | too-long
                /message       | "\\u0007"                                            | 422 | /message       | unprintable
                /follows       | "00000000-0000-4000-8000-0000deadbeef"               | 422 | /follows       | unknown-referral
                /follows       | "Zzyzx"                                              | 422 | /follows       | not-an-id
                /status        | "ACCEPTED"                                           | 422 | /status        | unknown-field
                """));
    }

    @Test
    void what_else_is_created_is_checked_field_by_field() throws Exception {
        refusesAll("recordContact", wrongs("""
                /inDanger | absent                                                    | 422 | /inDanger | missing
                /language | absent                                                    | 422 | /language | missing
                /language | "Zzyzx"                                                   | 422 | /language | unknown-code
                /needs    | ["Zzyzx"]                                                 | 422 | /needs/0  | unknown-code
                /name     | "Zzyzx"                                                   | 422 | /name     | unknown-field
                """));
        refusesAll("notifyChildAuthority", wrongs("""
                /authority  | absent                                                  | 422 | /authority  | missing
                /authority  | " "                                                     | 422 | /authority  | missing
                /authority  | long121                                                 | 422 | /authority  | too-long
                /reference  | long81                                                  | 422 | /reference  | too-long
                /reference  | "\\u0000"                                               | 422 | /reference  | unprintable
                /notifiedAt | absent                                                  | 422 | /notifiedAt | missing
                /notifiedAt | "2999-01-01T00:00:00Z"                                  | 422 | /notifiedAt | in-the-future
                /notifiedAt | "yesterday"                                             | 422 | /notifiedAt | not-a-time
                /notifiedBy | "Zzyzx"                                                 | 422 | /notifiedBy | unknown-field
                """));
        refusesAll("beginDraft", wrongs("""
                /kind   | absent                                                      | 422 | /kind   | missing
                /kind   | "Zzyzx"                                                     | 422 | /kind   | unknown-code
                /caseId | "Zzyzx"                                                     | 422 | /caseId | not-an-id
                """));
    }

    @Test
    void other_peoples_ids_in_a_body_are_not_there() {
        ApiScene mine = ApiScene.make(ApiScene.Kind.AGREED, product);
        ApiScene declined = ApiScene.make(ApiScene.Kind.DECLINED, product);
        ApiOperation refer = operation("refer");
        ObjectNode body = refer.description()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
        body.put("follows", declined.ids().get("referralId"));

        Reply reply = product.http("mina").post(address(refer, mine), body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/follows");
    }

    @Test
    void parameters_that_are_wrong_are_named() {
        for (String address : List.of(
                "/cases?limit=0",
                "/cases?limit=101",
                "/cases?limit=ten",
                "/cases?limit=-1",
                "/cases?limit=99999999999999999999",
                "/cases?cursor=Zzyzx",
                "/cases?cursor=%00",
                "/cases?cursor=MjAyNi05OS05OXx4",
                "/cases?cursor=Jw",
                "/incoming?cursor=MjAyNi0wMS0wMXwwMDAwMDAwMC0wMDAwLTQwMDAtOTAwMC0wMDAwMDAwMDAwMDM",
                "/services?type=Zzyzx",
                "/services?region=%00",
                "/services?type=%27%20or%201=1")) {
            Reply reply = product.http("mina").get("/api/v1" + address);

            assertThat(reply.status()).as(address + ": " + reply).isEqualTo(422);
            assertThat(address).contains(reply.json().at("/errors/0/parameter").asText("?"));
            assertThat(reply.text()).doesNotContain(MARK);
        }
    }

    @Test
    void ids_that_are_none_and_addresses_that_are_none_are_not_there() {
        for (String address : List.of(
                "/cases/Zzyzx",
                "/cases/1",
                "/cases/00000000-0000-4000-8000-0000deadbee",
                "/cases/%00",
                "/cases/..%2f..%2fopenapi",
                "/case-codes/%00",
                "/case-codes/Zzyzx",
                "/referrals/%27/diagram",
                "/drafts/Zzyzx",
                "/nowhere")) {
            Reply reply = product.http("mina").get("/api/v1" + address);

            assertThat(reply.status()).as(address + ": " + reply).isIn(400, 404);
            assertThat(reply.text()).doesNotContain(MARK);
        }
    }

    @Test
    void a_body_where_none_is_asked_for_is_refused_and_nothing_is_done() {
        ApiScene sent = ApiScene.make(ApiScene.Kind.SENT, product);
        String referral = "/api/v1/referrals/" + sent.ids().get("referralId");

        Reply reply = product.http("sana").post(referral + "/receipt", Map.of("reason", MARK));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(product.http("sana").get(referral).json().at("/card/status").asText())
                .isEqualTo("SENT");
    }

    @Test
    void the_media_type_and_the_method_have_to_fit() {
        Http mina = product.http("mina");
        assertThat(mina.form("/api/v1/cases", "name=Zzyzx").status()).isEqualTo(415);
        assertThat(mina.get("/api/v1/me", "Accept", "text/html").status()).isEqualTo(406);
        Reply wrong = mina.send("PATCH", "/api/v1/cases", "{}");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).contains("POST");
        for (Reply reply : List.of(wrong, mina.get("/api/v1/me", "Accept", "text/html"))) {
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    private void refusesAll(String operation, List<Wrong> wrongs) throws Exception {
        ApiOperation creating = operation(operation);
        ApiScene scene = ApiScene.make(CREATING.get(operation), product);
        Map<String, Long> before = written();
        SoftAssertions all = new SoftAssertions();
        for (Wrong wrong : wrongs) {
            Reply reply = product.http("mina")
                    .send(
                            creating.method(),
                            address(creating, scene),
                            wrong.in(example(operation)),
                            "Idempotency-Key",
                            "wrong-input");
            String as = operation + " " + wrong + ": " + cut(reply.toString());
            all.assertThat(reply.status()).as(as).isEqualTo(wrong.status());
            all.assertThat(reply.header("Content-Type")).as(as).isEqualTo("application/problem+json");
            all.assertThat(reply.text()).as(as).doesNotContain(MARK, "drop table", "javascript");
            if (reply.status() >= 400 && reply.header("Content-Type").endsWith("json")) {
                all.assertThat(StreamSupport.stream(reply.json().path("errors").spliterator(), false))
                        .as(as)
                        .anyMatch(error -> (wrong.code().equals("*")
                                ? error.path("pointer").asText("?").startsWith(wrong.pointer())
                                : error.path("pointer").asText("?").equals(wrong.pointer())
                                        && error.path("code").asText().equals(wrong.code())));
            }
        }
        all.assertAll();
        assertThat(written()).as("nothing is written by " + operation).isEqualTo(before);
    }

    private JsonNode example(String operation) {
        return operation(operation)
                .description()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
    }

    private ApiOperation operation(String id) {
        return operations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String address(ApiOperation operation, ApiScene scene) {
        return operation.path().replace("{caseId}", scene.ids().getOrDefault("caseId", ""));
    }

    private Map<String, Long> written() {
        Map<String, Long> rows = new LinkedHashMap<>();
        WRITTEN.forEach(table -> rows.put(table, product.sql().count("select count(*) from alongside." + table)));
        return rows;
    }

    private static Map<String, Long> minus(Map<String, Long> rows, Map<String, Long> before) {
        Map<String, Long> made = new LinkedHashMap<>();
        rows.forEach((table, count) -> made.put(table, count - before.get(table)));
        return made;
    }

    private static List<String> othersThan(JsonNode value) {
        if (value.isTextual()) {
            return List.of("7", "true", "1.5", "[]", "{}", "[\"a\"]");
        }
        if (value.isBoolean()) {
            return List.of("\"true\"", "1", "null", "[]", "{}");
        }
        if (value.isNumber()) {
            return List.of("\"27\"", "true", "27.5", "[]", "{}");
        }
        return List.of("\"a\"", "7", "{}", "[null]", "[7]", "[[]]");
    }

    private interface Leaf {
        void at(JsonPointer pointer, JsonNode value);
    }

    private static void leaves(JsonNode node, JsonPointer pointer, Leaf leaf) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> leaves(field.getValue(), pointer.appendProperty(field.getKey()), leaf));
        } else {
            leaf.at(pointer, node);
        }
    }

    private static List<Wrong> wrongs(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(Wrong::read).toList();
    }

    private static String cut(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    /** A field, what is wrong in it, and what the answer points to. */
    private record Wrong(String field, String value, int status, String pointer, String code) {

        static Wrong read(String line) {
            String[] cells = line.split("\\|");
            return new Wrong(
                    cells[0].strip(),
                    cells[1].strip(),
                    Integer.parseInt(cells[2].strip()),
                    cells[3].strip(),
                    cells[4].strip());
        }

        /** The example with this field changed; arrays are changed whole. */
        String in(JsonNode example) throws JsonProcessingException {
            JsonPointer pointer = JsonPointer.compile(field);
            ObjectNode parent = (ObjectNode) example.at(pointer.head());
            String name = pointer.last().getMatchingProperty();
            if (value.equals("absent")) {
                parent.remove(name);
            } else if (value.startsWith("long")) {
                parent.put(name, "x".repeat(Integer.parseInt(value.substring(4))));
            } else {
                parent.putRawValue(name, new com.fasterxml.jackson.databind.util.RawValue(value));
            }
            return JSON.writeValueAsString(example);
        }
    }
}
