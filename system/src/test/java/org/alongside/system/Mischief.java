package org.alongside.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A request of the API made wrong: fields missing, too long, of another kind, with codes that are none, times in the
 * wrong order, ids of other people, scripts and formulas for words; in the body, the address, the query and the headers.
 *
 * @param what what was done to it, for whoever reads a failure
 * @param body as text; null: none
 * @param part name of the part that the body is, beside a file; null: it is the whole
 */
record Mischief(String what, String method, String address, String body, String part, Map<String, String> headers) {

    /** Stands in every text that is made up: no answer may repeat it. */
    static final String MARK = "Qzzyx";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "<script>alert('" + MARK + "')</script>",
            "\"><img src=x onerror=alert('" + MARK + "')>",
            "=HYPERLINK(\"http://" + MARK + "\")",
            "+1+cmd|' /C " + MARK + "'!A0",
            "@SUM(1+1)" + MARK,
            "#{7*7}${7*7}" + MARK,
            "'; drop table alongside.case_file; -- " + MARK,
            "%00%0d%0aSet-Cookie: a=" + MARK,
            "../../../../etc/passwd" + MARK,
            MARK + "\u0000",
            MARK + "\u202e\u2066\ufeff",
            MARK + "\ud800",
            "\ud83d\ude00" + MARK,
            "{{" + MARK + "}}",
            MARK,
            " ",
            "");
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "7",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "\"\"",
            "{\"a\":{\"a\":{}}}",
            "[7]",
            "\"7\"",
            "NaN");
    private static final List<String> TIMES = List.of(
            "2999-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-02-30",
            "2999-01-01",
            "1000-01-01",
            "2026-01-01T25:00:00Z",
            "2026-01-01T00:00:00",
            "yesterday",
            "PT-1H",
            "P999999999D");
    private static final List<String> IDS =
            List.of(ApiOperation.NOBODYS, "00000000-0000-0000-0000-000000000000", "not-an-id", "1");
    private static final List<Integer> LENGTHS =
            List.of(41, 81, 121, 201, 501, 1001, 2001, 4001, 8001, 70_001, 270_000);

    /** The operation as it should be asked, made wrong once or twice. */
    static Mischief of(ApiOperation operation, ApiScene scene, List<ApiScene> others, RandomGenerator chance) {
        Draft draft = new Draft(operation, scene, others, chance);
        int wrongs = 1 + chance.nextInt(2);
        for (int i = 0; i < wrongs; i++) {
            draft.spoil();
        }
        return draft.done();
    }

    Reply send(Http client) {
        String[] pairs = headers.entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
        return part == null ? client.send(method, address, body, pairs) : client.parts(address, part, body, pairs);
    }

    @Override
    public String toString() {
        String whole = what + ": " + method + " " + address + " " + headers + " " + body;
        return whole.length() > 600 ? whole.substring(0, 600) + "…" : whole;
    }

    /** A request under way. */
    private static final class Draft {
        private final ApiOperation operation;
        private final List<ApiScene> others;
        private final RandomGenerator chance;
        private final List<String> what = new ArrayList<>();
        private final Map<String, String> headers = new TreeMap<>();
        private final ObjectNode body;
        private final List<String> query = new ArrayList<>();
        private ApiScene scene;
        private String id;
        private String whole;

        Draft(ApiOperation operation, ApiScene scene, List<ApiScene> others, RandomGenerator chance) {
            this.operation = operation;
            this.scene = scene;
            this.others = others;
            this.chance = chance;
            this.body = operation.body(scene);
            operation.description().path("parameters").forEach(parameter -> {
                if (parameter.path("name").asText().equals("If-Match")
                        && parameter.path("required").asBoolean()) {
                    headers.put("If-Match", "\"0\"");
                }
            });
            if (operation.path().startsWith("/api/v1/clock")) {
                body.put("forward", "PT0S");
            }
        }

        void spoil() {
            int kinds = body == null ? 3 : 12;
            switch (chance.nextInt(kinds)) {
                case 0 -> spoilAddress();
                case 1 -> spoilQuery();
                case 2 -> spoilHeaders();
                case 3 -> spoilWhole();
                default -> spoilField();
            }
        }

        private void spoilField() {
            List<ObjectNode> objects = new ArrayList<>();
            objectsIn(body, objects);
            ObjectNode object = any(objects);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance.nextInt(12) == 0) {
                what.add("unknown field");
                object.put(any(List.of(MARK, "id", "status", "version", "caseId", "__proto__", "")), MARK);
                return;
            }
            String name = any(names);
            JsonNode was = object.get(name);
            switch (chance.nextInt(8)) {
                case 0 -> {
                    what.add(name + " missing");
                    object.remove(name);
                }
                case 1 -> {
                    what.add(name + " too long");
                    String text = any(List.of("x", "ا", "<", "\ud83d\ude00")).repeat(any(LENGTHS));
                    object.set(name, as(was, text));
                }
                case 2, 3 -> {
                    what.add(name + " of another kind");
                    object.putRawValue(name, new RawValue(any(OTHERS)));
                }
                case 4 -> {
                    what.add(name + " another time");
                    object.set(name, as(was, any(TIMES)));
                }
                case 5 -> {
                    what.add(name + " another id");
                    object.set(name, as(was, anId()));
                }
                case 6 -> {
                    what.add(name + " often");
                    ArrayNode many = object.putArray(name);
                    int times = was.toString().length() > 500 ? 3 : 300;
                    for (int i = 0; i < times; i++) {
                        many.add((was.isArray() && !was.isEmpty() ? was.get(0) : was).deepCopy());
                    }
                }
                default -> {
                    what.add(name + " other words");
                    object.set(name, as(was, any(WORDS)));
                }
            }
        }

        private JsonNode as(JsonNode was, String text) {
            JsonNode now = JSON.getNodeFactory().textNode(text);
            return was.isArray() ? JSON.createArrayNode().add(now) : now;
        }

        private void spoilAddress() {
            if (!operation.path().contains("{")) {
                spoilQuery();
                return;
            }
            if (chance.nextBoolean()) {
                what.add("an id that is another's");
                scene = any(others);
            } else {
                what.add("an id that is none");
                id = chance.nextBoolean() ? any(IDS) : encode(any(WORDS) + "x");
            }
        }

        private void spoilQuery() {
            what.add("query");
            String name = any(List.of("limit", "cursor", "type", "region", "code", MARK));
            query.add(name + "=" + encode(any(chance.nextBoolean() ? WORDS : TIMES)));
        }

        private void spoilHeaders() {
            what.add("header");
            String name = any(List.of(
                    "If-Match",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Accept",
                    "Accept-Language",
                    "Content-Type",
                    "Range"));
            headers.put(
                    name,
                    any(List.of(
                            "",
                            "*",
                            "\"0\"",
                            "\"-1\"",
                            "W/\"1\"",
                            "\"999999999999\"",
                            MARK,
                            "text/html",
                            "ar;q=x, *;q=0",
                            "x".repeat(2_000),
                            "<script>" + MARK,
                            "bytes=0-1",
                            "application/json;charset=nonsense")));
        }

        private void spoilWhole() {
            String good = body.toString();
            what.add("a body that is none");
            whole = any(List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    good + good,
                    good.substring(0, good.length() / 2),
                    "\"" + MARK + "\"",
                    "[".repeat(50) + "]".repeat(50),
                    "<a>" + MARK + "</a>",
                    "\u0000",
                    "{\"a\":1,\"a\":2}"));
        }

        Mischief done() {
            ApiScene about = id == null ? scene : new ApiScene(scene.kind(), Map.of());
            String address = operation.address(about);
            if (id != null) {
                address = operation.path().replaceFirst("\\{\\w+}", java.util.regex.Matcher.quoteReplacement(id));
                address = address.replaceAll("\\{\\w+}", ApiOperation.NOBODYS);
            }
            if (!query.isEmpty()) {
                address += "?" + String.join("&", query);
            }
            return new Mischief(
                    operation.id() + " " + what,
                    operation.method(),
                    address,
                    text(),
                    operation.inParts() ? operation.part() : null,
                    headers);
        }

        private String text() {
            try {
                return whole != null ? whole : body == null ? null : JSON.writeValueAsString(body);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private String anId() {
            List<String> ids = new ArrayList<>(IDS);
            others.forEach(other -> ids.addAll(other.ids().values()));
            return any(ids);
        }

        private <T> T any(List<T> all) {
            return all.get(chance.nextInt(all.size()));
        }

        private static void objectsIn(JsonNode node, List<ObjectNode> objects) {
            if (node instanceof ObjectNode object) {
                objects.add(object);
            }
            node.forEach(part -> objectsIn(part, objects));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
