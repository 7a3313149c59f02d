package org.alongside.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The realm that is imported here: the real one, with the demo people of their own file added.
 *
 * <p>The demo file adds to lists and replaces single values; the real realm knows nothing of it.
 */
final class Realm {

    private static final String FOLDER = "/org/alongside/realm/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody to sign in as. */
    record Person(String name, String fullName, String role, String organisation) {}

    private Realm() {}

    /** @param secondFactor whether the demo people who oversee much sign in with a code too, as they do for real */
    static void write(Path file, boolean secondFactor) throws IOException {
        ObjectNode realm = read("realm-alongside.json");
        ObjectNode demo = read("realm-alongside-demo.json");
        if (secondFactor) {
            demo.remove("browserFlow");
        }
        demo.properties().forEach(entry -> {
            if (realm.get(entry.getKey()) instanceof ArrayNode list && entry.getValue() instanceof ArrayNode more) {
                list.addAll(more);
            } else {
                realm.set(entry.getKey(), entry.getValue());
            }
        });
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), realm);
    }

    static List<Person> people() throws IOException {
        Map<String, String> roles = new HashMap<>();
        for (JsonNode role : read("realm-alongside.json").at("/roles/realm")) {
            roles.put(role.get("name").asText(), role.get("description").asText());
        }
        ObjectNode demo = read("realm-alongside-demo.json");
        Map<String, String> organisations = new HashMap<>();
        for (JsonNode organisation : demo.get("organizations")) {
            for (JsonNode member : organisation.get("members")) {
                organisations.put(
                        member.get("username").asText(),
                        organisation.get("name").asText());
            }
        }
        List<Person> people = new ArrayList<>();
        for (JsonNode user : demo.get("users")) {
            String name = user.get("username").asText();
            people.add(new Person(
                    name,
                    user.get("firstName").asText() + " " + user.get("lastName").asText(),
                    roles.get(user.at("/realmRoles/0").asText()),
                    organisations.get(name)));
        }
        return people;
    }

    private static ObjectNode read(String name) throws IOException {
        try (InputStream json = Realm.class.getResourceAsStream(FOLDER + name)) {
            return (ObjectNode) JSON.readTree(json);
        }
    }
}
