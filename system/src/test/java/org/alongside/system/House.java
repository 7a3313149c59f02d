package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A house that Petra of Willow Rooms wrote down by the API, with one room for everybody.
 *
 * @param beds in the order in which they were put there
 */
record House(Product product, String facility, String codeName, String room, List<String> beds) {
    private static final String PLACEMENTS = "/api/v1/placements/";

    static House of(Product product, int beds) {
        return by(product, "petra", beds);
    }

    /** A house that another manager wrote down. */
    static House by(Product product, String manager, int beds) {
        String name = "Rowan " + UUID.randomUUID().toString().substring(0, 8);
        Http http = product.http(manager);
        String facility = id(must(201, http.post("/api/v1/houses", written(name))));
        String rooms = "/api/v1/houses/" + facility + "/rooms";
        String room = id(must(201, http.post(rooms, Map.of("label", "Room 1", "kind", "SHARED"))));
        List<String> made = new ArrayList<>();
        for (int at = 1; at <= beds; at++) {
            made.add(id(must(201, http.post(rooms + "/" + room + "/beds", Map.of("label", "1" + (char) ('@' + at))))));
        }
        return new House(product, facility, name, room, made);
    }

    static Map<String, Object> written(String name) {
        return Map.of(
                "codeName",
                name,
                "type",
                "EMERGENCY_SHELTER",
                "security",
                "STANDARD",
                "staffed",
                "DAY_AND_NIGHT",
                "zone",
                "Europe/Berlin");
    }

    /** Willow Rooms shelters her; nobody has asked for a bed yet. */
    static Survivor sheltered(Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        return survivor;
    }

    /** A bed is asked for her, by whomever; answers the placement. */
    static String asked(Survivor survivor) {
        Http sana = survivor.product().http("sana");
        String hers = "/api/v1/cases/" + survivor.caseId();
        for (JsonNode placement : must(200, sana.get(hers + "/housing")).json().get("placements")) {
            if (placement.get("status").asText().equals("REQUESTED")) {
                return placement.get("id").asText();
            }
        }
        return id(must(201, sana.post(hers + "/placements", Map.of())));
    }

    static Map<String, Object> to(String placement, String bed) {
        return Map.of("places", List.of(Map.of("placement", placement, "bed", bed)));
    }

    String offered(Survivor survivor, int bed) {
        String placement = asked(survivor);
        act("petra", placement, "offer", to(placement, beds.get(bed)));
        return placement;
    }

    String held(Survivor survivor, int bed) {
        String placement = offered(survivor, bed);
        must(200, product.http("petra").post(PLACEMENTS + placement + "/hold", null));
        return placement;
    }

    /** She lives there; answers the placement. */
    String livesIn(Survivor survivor, int bed) {
        String placement = held(survivor, bed);
        act("sana", placement, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
        return placement;
    }

    void act(String person, String placement, String act, Object body) {
        must(204, product.http(person).post(PLACEMENTS + placement + "/" + act, body));
    }

    /** Somebody else of Willow Rooms' shift, who does not sign in; whoever limits a stay is not who reviews it. */
    String colleague() {
        String worker = "00000000-0000-4000-8000-0000000000e1";
        product.sql()
                .run(
                        "insert into alongside.worker (worker_id, subject, organisation_id, name) values ('%1$s', '%1$s', '%2$s', 'Dara Weiss') on conflict do nothing"
                                .formatted(worker, WILLOW));
        product.sql()
                .run(
                        "insert into alongside.worker_role (worker_id, role_code) values ('%s', 'SHS') on conflict do nothing"
                                .formatted(worker));
        return worker;
    }

    /** Petra writes the rules in English. */
    void rules(String words) {
        must(
                200,
                product.http("petra")
                        .post(
                                "/api/v1/houses/" + facility + "/rules",
                                Map.of("texts", List.of(Map.of("language", "eng", "words", words)))));
    }

    /** It closes at once. */
    void closes() {
        must(204, product.http("petra").put("/api/v1/houses/" + facility + "/closing", Map.of("reason", "BUILDING")));
    }

    /** Somebody limits her telephone until then; answers the limit. */
    String limits(String person, String reviewer, String placement, String until) {
        return id(must(
                201,
                product.http(person)
                        .post(
                                PLACEMENTS + placement + "/restrictions",
                                Map.of(
                                        "kind",
                                        "PHONE",
                                        "reason",
                                        "Calls at night woke the others",
                                        "endsAt",
                                        until,
                                        "reviewer",
                                        reviewer))));
    }

    /** A shift leaves one thing to do to the next; answers the note. */
    String left(String person, String words) {
        return id(must(
                201,
                product.http(person)
                        .post(
                                "/api/v1/houses/" + facility + "/logbook/notes",
                                Map.of(
                                        "words",
                                        "A quiet night",
                                        "lines",
                                        List.of(Map.of("kind", "DO", "words", words))))));
    }

    /** Somebody writes down what went wrong, an hour ago; answers the incident. */
    String wentWrong(String person) {
        return id(must(
                201,
                product.http(person)
                        .post(
                                "/api/v1/houses/" + facility + "/logbook/incidents",
                                Map.of(
                                        "kind",
                                        "QUARREL",
                                        "severity",
                                        "MINOR",
                                        "happenedAt",
                                        inHours(product, -1),
                                        "words",
                                        "A quarrel about the kitchen",
                                        "done",
                                        "We sat down with both"))));
    }

    /** So many hours from now, by the clock of the product, which other tests may have moved. */
    static String inHours(Product product, int hours) {
        return product.sql()
                .one(
                        "select to_char((now() + ahead + make_interval(hours => ?)) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from alongside.clock",
                        hours)
                .toString();
    }
}
