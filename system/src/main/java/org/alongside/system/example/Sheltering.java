package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alongside.system.api.Api;

/** Opens houses, finds beds for people and lets some live there for weeks, as managers and caseworkers do. */
final class Sheltering {
    private static final Map<String, Object> WOMEN = Map.of("kind", "SHARED", "sexes", List.of("FEMALE"), "minAge", 18);
    private static final Map<String, Object> GROWN_UPS = Map.of("kind", "SHARED", "minAge", 18);
    private static final Map<String, Object> CHILDREN = Map.of("kind", "SHARED", "maxAge", 17);
    private static final int BEDS_GIVEN_IN_A_HOUSE = 20;

    /** One of them needs a repair. */
    private static final int BEDS_SPARE = 4;

    private static final Duration LAST_HOURS = Duration.ofHours(12);
    private static final Duration NIGHTS_AWAY = Duration.ofDays(2);

    private final Api api;
    private final Asking asking;
    private final Map<Integer, String> cases;
    private final List<Lived> people;
    private final Map<Lived, String> placements = new ConcurrentHashMap<>();
    private final Map<Lived, String> beds = new ConcurrentHashMap<>();
    private final Map<Lived, House> houseOf = new HashMap<>();
    private final List<House> houses = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    Sheltering(Api api, Map<Integer, String> cases, List<Lived> lived) {
        this.api = api;
        this.asking = new Asking(api);
        this.cases = cases;
        Set<Lived> brought = lived.stream().flatMap(one -> one.child().stream()).collect(Collectors.toSet());
        this.people = lived.stream()
                .filter(one -> one.stay().isPresent() && !brought.contains(one))
                .toList();
    }

    /** How many referrals to shelters were sent. */
    long sent() {
        return sent.get();
    }

    List<House> houses() {
        return houses;
    }

    /** The houses are opened, and those who live there for weeks move in. */
    void moveIn(Instant now, Duration weeks) {
        open("petra", List.of("Hazel", "Maple", "Elder", "Olive"), WOMEN, one -> answerer(one)
                .equals("petra"));
        open(
                "grace",
                List.of("Birch", "Aspen"),
                GROWN_UPS,
                one -> answerer(one).equals("grace") && !one.record().child());
        open("grace", List.of("Larch", "Poplar"), CHILDREN, one -> one.record().child());
        people.parallelStream()
                .filter(one -> one.stay().orElseThrow().forWeeks())
                .forEach(one -> {
                    ask(one);
                    offer(
                            one,
                            one.stay().orElseThrow() == Stay.LEAVING
                                    ? now.plus(weeks).plus(LAST_HOURS)
                                    : null);
                    hold(one);
                    admit(one);
                });
    }

    /** After the weeks: who lives there goes away, moves or leaves, and others are asked for. */
    void goOn(Instant now) {
        people.parallelStream().forEach(one -> goOn(one, now));
    }

    private void goOn(Lived one, Instant now) {
        Stay stay = one.stay().orElseThrow();
        if (!stay.forWeeks()) {
            ask(one);
        }
        switch (stay) {
            case AWAY ->
                act(one, "absence", Map.of("until", now.plus(NIGHTS_AWAY).toString()));
            case MISSING -> act(one, "missing", null);
            case BACK -> {
                act(one, "missing", null);
                act(one, "return", null);
            }
            case MOVED -> move(one);
            case LEFT ->
                act(
                        one,
                        "end",
                        one.record().child()
                                ? Map.of("reason", "FAMILY_REUNIFIED", "nextType", "FAMILY_HOME")
                                : Map.of("reason", "MOVED_INDEPENDENT", "nextType", "INDEPENDENT_RENTAL"));
            case TO_THE_STREET ->
                act(
                        one,
                        "end",
                        Map.of(
                                "reason",
                                "OWN_CHOICE",
                                "nextType",
                                "STREET",
                                "nextWords",
                                "We offered two other houses, and she knows our door."));
            case NEW -> {
                offer(one, null);
                hold(one);
                admit(one);
            }
            case HELD -> {
                offer(one, null);
                hold(one);
            }
            case OFFERED -> offer(one, null);
            case SAID_NO -> {
                offer(one, null);
                act(one, "refusal", null);
            }
            case DECLINED -> act(one, "decline", Map.of("reason", "NO_CAPACITY"));
            case LIVES, LEAVING, ASKED -> {
                // it is as it was
            }
        }
        if (stay.bed() != null) {
            houseOf.get(one).mustBe(beds.get(one), stay.bed());
        }
    }

    /** As many houses for them as their beds need, each with a few beds more. */
    private void open(String manager, List<String> codeNames, Map<String, Object> whom, Predicate<Lived> which) {
        List<List<Lived>> shares = new ArrayList<>();
        int given = BEDS_GIVEN_IN_A_HOUSE;
        for (Lived one : people) {
            if (which.test(one)) {
                if (given >= BEDS_GIVEN_IN_A_HOUSE) {
                    shares.add(new ArrayList<>());
                    given = 0;
                }
                shares.get(shares.size() - 1).add(one);
                given += one.beds();
            }
        }
        for (List<Lived> share : shares) {
            String type = whom == CHILDREN ? "CHILD_RESIDENTIAL" : "EMERGENCY_SHELTER";
            House house = new House(api, manager, codeNames.get(shares.indexOf(share)), type);
            house.furnish(share.stream().mapToInt(Lived::beds).sum() + BEDS_SPARE, whom);
            house.closeOne();
            houses.add(house);
            share.forEach(one -> houseOf.put(one, house));
        }
    }

    /** She and who comes with her are referred, the shelter says yes, and with that a bed is asked for. */
    private void ask(Lived one) {
        one.child().ifPresent(child -> {
            areFamily(one, child);
            placements.put(child, shelter(child));
        });
        placements.put(one, shelter(one));
    }

    /** Who leads says so; from then on a house takes both or none. */
    private void areFamily(Lived one, Lived child) {
        String caseworker = one.record().caseworker();
        String code = api.get(caseworker, "/cases/" + caseOf(child))
                .body()
                .get("code")
                .asText();
        api.post(caseworker, "/cases/" + caseOf(one) + "/family", Map.of("codes", List.of(code)));
    }

    private String shelter(Lived one) {
        Planned planned = one.planned().orElseThrow();
        asking.agree(planned, caseOf(one));
        String referral = "/referrals/" + asking.refer(planned, caseOf(one));
        if (planned.approvedFirst()) {
            api.post(planned.second(), referral + "/approval", null);
        }
        api.post(planned.answerer(), referral + "/acceptance", Map.of());
        api.post(planned.answerer(), referral + "/first-contact", null);
        sent.incrementAndGet();
        return api.bedAskedFor(planned.answerer(), caseOf(one));
    }

    private void offer(Lived one, Instant leavesAt) {
        House house = houseOf.get(one);
        List<Map<String, Object>> places = new ArrayList<>();
        if (one.child().isPresent()) {
            List<String> room = house.familyRoom();
            give(one.child().get(), room.get(1), places);
            give(one, room.get(0), places);
            house.mustBe(room.get(1), "OCCUPIED");
        } else {
            give(one, house.next(), places);
        }
        Map<String, Object> offer = new HashMap<>(Map.of("places", places));
        if (leavesAt != null) {
            offer.put("leavesAt", leavesAt.toString());
        }
        act(one, "offer", offer);
    }

    private void give(Lived one, String bed, List<Map<String, Object>> places) {
        beds.put(one, bed);
        places.add(Map.of("placement", placements.get(one), "bed", bed));
    }

    private void hold(Lived one) {
        act(one, "hold", null);
    }

    private void admit(Lived one) {
        act(one, "admission", Map.of("rightsIn", "spa", "rulesIn", "spa"));
    }

    /** Who leads agrees before she is moved. */
    private void move(Lived one) {
        api.post(one.record().caseworker(), "/placements/" + placements.get(one) + "/move-agreement", null);
        List<Map<String, Object>> places = new ArrayList<>();
        String from = placements.get(one);
        give(one, houseOf.get(one).next(), places);
        JsonNode into = api.post(
                        answerer(one), "/placements/" + from + "/move", Map.of("places", places, "danger", "CAN_WAIT"))
                .body();
        placements.put(one, into.get(0).asText());
    }

    private void act(Lived one, String act, Object body) {
        api.post(answerer(one), "/placements/" + placements.get(one) + "/" + act, body);
    }

    private String caseOf(Lived one) {
        return cases.get(one.record().number());
    }

    private static String answerer(Lived one) {
        return one.planned().orElseThrow().answerer();
    }
}
