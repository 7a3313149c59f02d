package org.alongside.transfer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.alongside.transfer.NewImport.Everyone;

/** What holds for everyone in a file, as it is kept beside it: codes and nothing else. */
final class EveryoneText {
    private EveryoneText() {}

    static String write(Everyone everyone) {
        if (everyone == null) {
            return null;
        }
        JsonObjectBuilder text = Json.createObjectBuilder()
                .add("language", everyone.language())
                .add("region", everyone.region())
                .add("medium", everyone.medium())
                .add("limitsExplained", everyone.limitsExplained());
        if (everyone.unknownAge() != null) {
            text.add("unknownAge", everyone.unknownAge());
        }
        put(text, "childGiver", everyone.childGiver());
        put(text, "childGiverRight", everyone.childGiverRight());
        put(text, "childAssent", everyone.childAssent());
        put(text, "viewsNotAsked", everyone.viewsNotAsked());
        return text.build().toString();
    }

    static Everyone read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject read = reader.readObject();
            return new Everyone(
                    read.getString("language"),
                    read.getString("region"),
                    read.getString("medium"),
                    read.getBoolean("limitsExplained"),
                    read.containsKey("unknownAge") ? read.getInt("unknownAge") : null,
                    read.getString("childGiver", null),
                    read.getString("childGiverRight", null),
                    read.getString("childAssent", null),
                    read.getString("viewsNotAsked", null));
        }
    }

    private static void put(JsonObjectBuilder text, String name, String code) {
        if (code != null) {
            text.add(name, code);
        }
    }
}
