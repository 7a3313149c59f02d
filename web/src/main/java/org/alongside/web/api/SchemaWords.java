package org.alongside.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says what fields mean and how long texts may be, and describes the two views of a referral. */
final class SchemaWords {

    private static final String NO_FIELD = "-";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Properties words;

    SchemaWords(Properties words) {
        this.words = words;
    }

    void complete(Components components) {
        components.getSchemas().forEach(this::complete);
        components.addSchema(
                "CardOnly",
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("What the recipient sees before accepting, and a coordinator ever")
                        .addProperty("card", OASFactory.createSchema().ref(SCHEMAS + "Card")));
        view(components, "CardOnly", "CARD");
        view(components, "Whole", "WHOLE");
        components
                .getSchemas()
                .get("ReferralView")
                .type(null)
                .description("A referral as the caller may see it")
                .oneOf(List.of(
                        OASFactory.createSchema().ref(SCHEMAS + "CardOnly"),
                        OASFactory.createSchema().ref(SCHEMAS + "Whole")))
                .discriminator(OASFactory.createDiscriminator()
                        .propertyName("view")
                        .addMapping("CARD", SCHEMAS + "CardOnly")
                        .addMapping("WHOLE", SCHEMAS + "Whole"));
    }

    private void view(Components components, String name, String code) {
        components
                .getSchemas()
                .get(name)
                .addProperty(
                        "view",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .description(words.getProperty("view"))
                                .enumeration(List.of(code)))
                .required(List.of("view", "card"));
    }

    private void complete(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> fields = new LinkedHashMap<>();
        schema.getProperties().forEach((field, property) -> {
            String said = words.getProperty(name + "." + field, words.getProperty(field));
            if (!NO_FIELD.equals(said)) {
                Schema there = absentNotNull(property);
                if (said != null && there.getRef() == null && there.getDescription() == null) {
                    say(there, said);
                }
                fields.put(field, there);
            }
        });
        schema.setProperties(fields);
    }

    private static void say(Schema property, String said) {
        int bar = said.lastIndexOf('|');
        property.setDescription(bar < 0 ? said : said.substring(0, bar));
        if (bar >= 0) {
            property.setMaxLength(Integer.valueOf(said.substring(bar + 1)));
        }
    }

    /** What there is none of is left out and never null. */
    private static Schema absentNotNull(Schema property) {
        if (property.getAnyOf() != null) {
            return property.getAnyOf().stream()
                    .filter(one -> one.getRef() != null)
                    .findFirst()
                    .orElse(property);
        }
        if (property.getType() != null && property.getType().contains(SchemaType.NULL)) {
            property.removeType(SchemaType.NULL);
        }
        return property;
    }
}
