package org.alongside.system.example;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A house that its manager opens and furnishes, and the state in which each of its beds must be. */
final class House {
    private static final int BEDS_OF_A_ROOM = 3;
    private static final Map<String, Object> ONE_FAMILY =
            Map.of("kind", "ONE_FAMILY", "accessibility", List.of("WITH_CHILDREN"));

    private final Api api;
    private final String manager;
    private final String codeName;
    private final String id;
    private final Deque<String> free = new ArrayDeque<>();
    private final Map<String, String> states = new HashMap<>();
    private int rooms;

    /** @param type code of accommodation_type */
    House(Api api, String manager, String codeName, String type) {
        this.api = api;
        this.manager = manager;
        this.codeName = codeName;
        this.id = api.post(
                        manager,
                        "/houses",
                        Map.of(
                                "codeName",
                                codeName,
                                "type",
                                type,
                                "security",
                                "STANDARD",
                                "staffed",
                                "DAY_AND_NIGHT",
                                "zone",
                                "Europe/Berlin"))
                .id();
    }

    /** @param whom for whom its rooms are */
    void furnish(int beds, Map<String, Object> whom) {
        for (int made = 0; made < beds; made += BEDS_OF_A_ROOM) {
            free.addAll(room(whom, Math.min(BEDS_OF_A_ROOM, beds - made)));
        }
    }

    /** The two beds of a room for one family. */
    synchronized List<String> familyRoom() {
        return room(ONE_FAMILY, 2);
    }

    private List<String> room(Map<String, Object> whom, int beds) {
        rooms++;
        Map<String, Object> written = new HashMap<>(whom);
        written.put("label", "Room " + rooms);
        String made = api.post(manager, path() + "/rooms", written).id();
        List<String> all = new ArrayList<>();
        for (int bed = 0; bed < beds; bed++) {
            String label = rooms + String.valueOf((char) ('A' + bed));
            all.add(api.post(manager, path() + "/rooms/" + made + "/beds", Map.of("label", label))
                    .id());
        }
        all.forEach(bed -> states.put(bed, "AVAILABLE"));
        return all;
    }

    /** One that nobody was given needs a repair. */
    void closeOne() {
        String bed = free.removeLast();
        api.post(manager, path() + "/beds/" + bed + "/closing", Map.of("reason", "REPAIR"));
        states.put(bed, "OUT_OF_SERVICE");
    }

    /** A bed that nobody was given. */
    synchronized String next() {
        return free.removeFirst();
    }

    /** What it must be in the end. */
    synchronized void mustBe(String bed, String state) {
        states.put(bed, state);
    }

    String path() {
        return "/houses/" + id;
    }

    String id() {
        return id;
    }

    String manager() {
        return manager;
    }

    String codeName() {
        return codeName;
    }

    /** The state in which each bed must be. */
    Map<String, String> states() {
        return states;
    }

    long counted(String state) {
        return states.values().stream().filter(state::equals).count();
    }
}
