package org.alongside.web.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells records of the same name apart by more than a number: those that are parts of a file that is read are named so. */
final class SchemaNames {

    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenAPI api;

    SchemaNames(OpenAPI api) {
        this.api = api;
    }

    void tellApart() {
        Map<String, String> names = new HashMap<>();
        api.getComponents()
                .getSchemas()
                .get("CaseView")
                .getProperties()
                .values()
                .forEach(part -> refs(part, schema -> {
                    String name = schema.getRef().substring(SCHEMAS.length());
                    String plain = name.replaceFirst("\\d+$", "");
                    if (api.getComponents().getSchemas().containsKey(plain + "1")) {
                        names.put(name, plain + "InFile");
                        names.put(name.equals(plain) ? plain + "1" : plain, plain);
                    }
                }));
        Map<String, Schema> before = Map.copyOf(api.getComponents().getSchemas());
        names.keySet().forEach(api.getComponents()::removeSchema);
        names.forEach((name, better) -> api.getComponents().addSchema(better, before.get(name)));
        everySchema(schema -> refs(schema, one -> {
            String name = one.getRef().substring(SCHEMAS.length());
            one.setRef(SCHEMAS + names.getOrDefault(name, name));
        }));
    }

    private void everySchema(Consumer<Schema> act) {
        api.getComponents().getSchemas().values().forEach(act);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        content(operation.getRequestBody().getContent(), act);
                    }
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .values()
                            .forEach(response -> content(response.getContent(), act));
                });
    }

    private static void content(Content content, Consumer<Schema> act) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getSchema() != null)
                    .forEach(type -> act.accept(type.getSchema()));
        }
    }

    private static void refs(Schema schema, Consumer<Schema> act) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            act.accept(schema);
        }
        if (schema.getProperties() != null) {
            all(schema.getProperties().values(), act);
        }
        all(schema.getAnyOf(), act);
        all(schema.getOneOf(), act);
        refs(schema.getItems(), act);
        refs(schema.getAdditionalPropertiesSchema(), act);
    }

    private static void all(Collection<Schema> schemas, Consumer<Schema> act) {
        (schemas == null ? List.<Schema>of() : List.copyOf(schemas)).forEach(schema -> refs(schema, act));
    }
}
