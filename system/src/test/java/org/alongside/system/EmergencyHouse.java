package org.alongside.system;

import java.util.List;
import java.util.Map;

/** What people do towards the file of one survivor in an emergency. */
final class EmergencyHouse {
    private static final String ACCESS = "/api/v1/emergency-access";

    private final Product product;
    private final String code;

    EmergencyHouse(Product product, Survivor survivor) {
        this.product = product;
        this.code = survivor.fileFor("mina").json().get("code").asText();
    }

    /** As if everybody had asked long ago: the demo people ask more often in a test run than people may. */
    static void forgetHowOften(Product product) {
        product.sql()
                .run(
                        "update alongside.emergency_access set asked_at = asked_at - interval '60 days' where asked_at > now() - interval '30 days'");
    }

    String code() {
        return code;
    }

    /** Asks, and answers the id of the access. */
    String asks(String person, boolean lifeInDanger, String... categories) {
        return Survivor.id(Survivor.must(201, askBy(person, code, lifeInDanger, categories)));
    }

    Reply askBy(String person, String caseCode, boolean lifeInDanger, String... categories) {
        return product.http(person)
                .post(
                        ACCESS,
                        Map.of(
                                "code",
                                caseCode,
                                "reason",
                                "MEDICAL",
                                "words",
                                "She fainted",
                                "categories",
                                List.of(categories),
                                "lifeInDanger",
                                lifeInDanger));
    }

    Reply read(String person, String access) {
        return product.http(person).get(ACCESS + "/" + access);
    }

    String state(String person, String access) {
        return Survivor.must(200, read(person, access))
                .json()
                .at("/header/state")
                .asText();
    }

    Reply act(String person, String access, String act) {
        return product.http(person).post(ACCESS + "/" + access + "/" + act, null);
    }

    void judges(String person, String access, String verdict) {
        Survivor.must(
                204,
                product.http(person)
                        .post(
                                "/api/v1/emergency-reviews/" + access + "/verdict",
                                Map.of("verdict", verdict, "words", "Looked at it")));
    }

    Reply tells(String person, String access, Map<String, Object> telling) {
        return product.http(person).post("/api/v1/emergency-tellings/" + access, telling);
    }

    /** Kinds of the tasks that wait for somebody about it. */
    List<String> tasks(String person, String access) {
        return product.work(person).stream()
                .filter(item -> item.at("/task/subject").asText().equals(access))
                .map(item -> item.at("/task/kind").asText())
                .sorted()
                .toList();
    }
}
