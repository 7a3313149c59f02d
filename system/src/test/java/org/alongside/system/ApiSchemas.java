package org.alongside.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what the API answers against its served description: status, media type and body. */
final class ApiSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode api;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    ApiSchemas(Product product) {
        api = product.http("mina").get("/api/v1/openapi").json();
        api.at("/components/schemas").forEach(ApiSchemas::close);
    }

    /** What is not as it is described; nothing where all is well. */
    List<String> against(ApiOperation operation, Reply reply) {
        JsonNode described = operation.description().path("responses").path(String.valueOf(reply.status()));
        if (described.has("$ref")) {
            described = api.at(described.get("$ref").asText().substring(1));
        }
        if (described.isMissingNode()) {
            return List.of("status " + reply.status() + " is not described");
        }
        List<String> against = new ArrayList<>();
        described.path("headers").fieldNames().forEachRemaining(header -> {
            if (reply.header(header).isEmpty()) {
                against.add("the header " + header + " is missing");
            }
        });
        if (!described.has("content")) {
            if (!reply.text().isEmpty()) {
                against.add("no body is described");
            }
            return against;
        }
        String type = reply.header("Content-Type").replaceFirst(";.*", "");
        JsonNode content = described.get("content").path(type);
        if (content.isMissingNode()) {
            against.add("the media type " + type + " is not described");
        } else if (type.endsWith("json")) {
            schema(content.get("schema")).validate(reply.json()).stream()
                    .map(ValidationMessage::getMessage)
                    .forEach(against::add);
        } else if (reply.text().isEmpty()) {
            against.add("there is no body");
        }
        return against;
    }

    private JsonSchema schema(JsonNode described) {
        return known.computeIfAbsent(described, one -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.set("components", api.get("components"));
            whole.putArray("allOf").add(one);
            return FACTORY.getSchema(whole, STRICT);
        });
    }

    /** A field that is answered and not described is a fault of the description. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ApiSchemas::close);
    }
}
