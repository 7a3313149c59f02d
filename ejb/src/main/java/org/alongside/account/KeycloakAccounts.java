package org.alongside.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Role;
import org.alongside.account.Accounts.Trouble.Kind;

/** Keycloak, asked as the service account that the environment names. */
@ApplicationScoped
public class KeycloakAccounts implements Accounts {
    /** Enough for a weekend. */
    private static final Duration LETTER_LASTS = Duration.ofDays(3);

    private static final Set<String> OURS =
            Stream.of(Role.values()).map(Role::name).collect(Collectors.toSet());
    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";
    private static final String SET_UP_SECOND_FACTOR = "CONFIGURE_TOTP";

    @Override
    public Optional<Login> find(String username, String email) {
        Provider keycloak = keycloak();
        Optional<JsonObject> named = only(keycloak.list("/users?exact=true&username=" + Provider.quoted(username)));
        if (named.isPresent()) {
            String theirs = named.get().getString("email", "");
            if (!theirs.isEmpty() && !theirs.equalsIgnoreCase(email)) {
                throw new Trouble(Kind.TAKEN);
            }
        }
        return named.or(() -> only(keycloak.list("/users?exact=true&email=" + Provider.quoted(email))))
                .map(KeycloakAccounts::login);
    }

    @Override
    public Login make(NewLogin login) {
        Provider keycloak = keycloak();
        int space = login.name().strip().lastIndexOf(' ');
        JsonArrayBuilder actions = Json.createArrayBuilder().add(CHOOSE_PASSWORD);
        if (login.secondFactor()) {
            actions.add(SET_UP_SECOND_FACTOR);
        }
        int status = keycloak.post(
                "/users",
                Json.createObjectBuilder()
                        .add("username", login.username())
                        .add("email", login.email())
                        .add("firstName", login.name().strip().substring(0, Math.max(space, 0)))
                        .add("lastName", login.name().strip().substring(space + 1))
                        .add("enabled", true)
                        .add("attributes", Json.createObjectBuilder().add("locale", list(login.locale())))
                        .add("requiredActions", actions)
                        .build());
        if (status != 201) {
            throw new Trouble(status == 409 ? Kind.TAKEN : status >= 500 ? Kind.AWAY : Kind.UNEXPECTED);
        }
        return find(login.username(), login.email()).orElseThrow(() -> new Trouble(Kind.UNEXPECTED));
    }

    @Override
    public void open(String subject, House house, Set<String> roles) {
        Provider keycloak = keycloak();
        enable(keycloak, subject, true);
        join(keycloak, subject, house);
        String mapped = user(subject) + "/role-mappings/realm";
        JsonArray surplus = roles(keycloak.list(mapped), name -> OURS.contains(name) && !roles.contains(name));
        if (!surplus.isEmpty()) {
            done(keycloak.delete(mapped, surplus));
        }
        JsonArray missing = roles(keycloak.list(mapped + "/available"), roles::contains);
        if (!missing.isEmpty()) {
            done(keycloak.post(mapped, missing));
        }
    }

    @Override
    public boolean sendLetter(String subject) {
        return keycloak()
                        .put(
                                user(subject) + "/execute-actions-email?lifespan=" + LETTER_LASTS.toSeconds(),
                                list(CHOOSE_PASSWORD))
                < 300;
    }

    @Override
    public void close(String subject) {
        Provider keycloak = keycloak();
        enable(keycloak, subject, false);
        done(keycloak.post(user(subject) + "/logout", null));
    }

    /** Whole, as it is, but for that: what is left out of a change may be emptied. */
    private static void enable(Provider keycloak, String subject, boolean open) {
        JsonObject user = keycloak.one(user(subject));
        if (user.getBoolean("enabled", false) != open) {
            done(keycloak.put(
                    user(subject),
                    Json.createObjectBuilder(user).add("enabled", open).build()));
        }
    }

    private static void join(Provider keycloak, String subject, House house) {
        String id = organisation(keycloak, house)
                .or(() -> {
                    done(keycloak.post(
                            "/organizations",
                            Json.createObjectBuilder()
                                    .add("alias", house.alias())
                                    // two may be called the same, which the provider does not allow
                                    .add("name", house.alias())
                                    .add("description", house.name())
                                    .add("enabled", true)
                                    .build()));
                    return organisation(keycloak, house);
                })
                .orElseThrow(() -> new Trouble(Kind.UNEXPECTED))
                .getString("id");
        int status = keycloak.post("/organizations/" + id + "/members", Json.createValue(subject));
        if (status != 409) {
            done(status);
        }
    }

    private static Optional<JsonObject> organisation(Provider keycloak, House house) {
        return objects(keycloak.list("/organizations?max=1000&briefRepresentation=true"))
                .filter(one -> house.alias().equals(one.getString("alias", "")))
                .findFirst();
    }

    private static JsonArray roles(JsonArray all, Predicate<String> wanted) {
        JsonArrayBuilder some = Json.createArrayBuilder();
        objects(all).filter(role -> wanted.test(role.getString("name"))).forEach(some::add);
        return some.build();
    }

    private static Login login(JsonObject user) {
        JsonArray actions = user.containsKey("requiredActions") ? user.getJsonArray("requiredActions") : list();
        return new Login(user.getString("id"), !actions.contains(Json.createValue(CHOOSE_PASSWORD)));
    }

    private static JsonArray list(String... values) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        Stream.of(values).forEach(list::add);
        return list.build();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonValue::asJsonObject);
    }

    private static Optional<JsonObject> only(JsonArray found) {
        return objects(found).findFirst();
    }

    private static String user(String subject) {
        return "/users/" + Provider.quoted(subject);
    }

    private static void done(int status) {
        if (status >= 300) {
            throw new Trouble(status >= 500 ? Kind.AWAY : Kind.UNEXPECTED);
        }
    }

    private static Provider keycloak() {
        return new Provider(
                System.getenv("ALONGSIDE_OIDC_URL"),
                System.getenv().getOrDefault("ALONGSIDE_ACCOUNTS_CLIENT", "alongside-accounts"),
                System.getenv("ALONGSIDE_ACCOUNTS_SECRET"));
    }
}
