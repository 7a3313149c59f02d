package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.system.api.Api;

/** Plans and places of some of the cases over weeks, and everything that the product says of them held against a count. */
final class Living {
    /** After these a plan at HIGH is to be looked at again, one at IMMEDIATE is late, and no other waits. */
    private static final Duration WEEKS = Duration.ofDays(24);

    /** After these a night without a place is remarked, and no bed that is held is free again. */
    private static final Duration HOURS = Duration.ofHours(3);

    private static final int MOST_SECONDS = 120;

    private final Api api;
    private final PrintStream out;
    private final Map<Integer, String> cases;
    private final List<Lived> people;
    private final Accompanying accompanying;
    private final Sheltering sheltering;
    private final List<Tally> tallies = new ArrayList<>();

    Living(Api api, PrintStream out, Map<Integer, String> cases, List<Lived> people) {
        this.api = api;
        this.out = out;
        this.cases = cases;
        this.people = people;
        this.accompanying = new Accompanying(api, cases, people);
        this.sheltering = new Sheltering(api, cases, people);
    }

    /** Plans begin, houses are opened and people move in. */
    void begin() {
        Instant now = forward(Duration.ZERO);
        accompanying.begin(day(now));
        sheltering.moveIn(now, WEEKS);
    }

    /** How many referrals have been sent for it until now. */
    long sent() {
        return sheltering.sent();
    }

    /** Weeks pass, and it goes on; answers what is otherwise in the product than counted. */
    List<String> goOn() throws InterruptedException {
        Instant now = forward(WEEKS);
        accompanying.goOn(day(now));
        sheltering.goOn(now);
        now = forward(HOURS);
        comparePlans(now);
        compareReviewTasks();
        compareBeds();
        comparePlaces();
        compareNights();
        tallies.forEach(tally -> tally.print(out));
        out.println();
        return tallies.stream().flatMap(tally -> tally.differences().stream()).toList();
    }

    private Instant forward(Duration time) {
        return Instant.parse(api.post("kim", "/clock", Map.of("forward", time.toString()))
                .body()
                .get("now")
                .asText());
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Tally tally(String what) {
        Tally tally = new Tally(what);
        tallies.add(tally);
        return tally;
    }

    private void comparePlans(Instant now) {
        Tally risks = tally("risk");
        Tally goals = tally("goal");
        Tally approvals = tally("approval of the plan");
        Tally reviews = tally("review of the plan");
        Tally assessments = tally("needs assessed, at last");
        people.parallelStream().forEach(one -> {
            String who = "record " + one.record().number();
            risks.same(who, one.risk(), read(one, "/safety").at("/risk/level").asText());
            goals.same(
                    who,
                    one.course().goal(),
                    read(one, "/care-plan").at("/goals/0/status").asText());
            JsonNode course = read(one, "/care-plan/course");
            approvals.same(
                    who,
                    one.course().approval(one.supervised()),
                    course.at("/approval/state").asText());
            reviews.same(who, review(one), review(course, now));
            JsonNode needs = read(one, "/needs").get("assessments");
            assessments.same(
                    who,
                    one.course().measures(),
                    needs.size() + " times, " + needs.at("/0/point").asText());
        });
    }

    /** What is to be done by then: nothing of it is due after a review, or where the risk is not high. */
    private static String review(Lived one) {
        if (one.course() == Course.REVIEWED || !one.serious()) {
            return "not yet due";
        }
        return one.risk().equals("IMMEDIATE") ? "late" : "due";
    }

    private static String review(JsonNode course, Instant now) {
        if (!Instant.parse(course.get("reviewBy").asText()).isAfter(now)) {
            return "late";
        }
        return Instant.parse(course.get("askAt").asText()).isAfter(now) ? "not yet due" : "due";
    }

    /** Whoever leads is asked to look at it, and where it is late their supervisor is. */
    private void compareReviewTasks() throws InterruptedException {
        Tally tasks = tally("asked about reviews");
        Set<String> due = casesOf(people.stream().filter(one -> !review(one).equals("not yet due")));
        Set<String> late = casesOf(people.stream().filter(one -> review(one).equals("late")));
        await(tasks, "who leads", due, () -> asked(List.of("mina", "tomas"), "care-plan.review"));
        await(tasks, "their supervisors", late, () -> asked(List.of("ilse", "farah"), "care-plan.review-overdue"));
    }

    /** Of which of the cases this task waits for them. */
    private Set<String> asked(List<String> people, String kind) {
        Set<String> found = new HashSet<>();
        for (String person : people) {
            api.readOn(person, "/tasks").forEach(item -> {
                if (item.at("/task/kind").asText().equals(kind)) {
                    found.add(item.at("/about/id").asText());
                }
            });
        }
        found.retainAll(casesOf(this.people.stream()));
        return found;
    }

    /** The engine needs a moment for what fell due; where it is not what was counted in time, what differs is told. */
    private static void await(Tally tally, String row, Set<String> wanted, Supplier<Set<String>> found)
            throws InterruptedException {
        Set<String> said = found.get();
        for (int second = 0; second < MOST_SECONDS && !said.equals(wanted); second++) {
            Thread.sleep(1000);
            said = found.get();
        }
        tally.same(row, wanted, said);
    }

    private void compareBeds() {
        Tally beds = tally("beds");
        Tally nights = tally("tonight, as the houses count");
        Map<String, String> states = new HashMap<>();
        for (String manager : List.of("petra", "grace")) {
            api.get(manager, "/beds/board").body().forEach(house -> house.get("beds")
                    .forEach(bed ->
                            states.put(bed.get("id").asText(), bed.get("state").asText())));
        }
        Map<String, JsonNode> tonight = new HashMap<>();
        for (String manager : List.of("petra", "grace")) {
            api.get(manager, "/beds/occupancy")
                    .body()
                    .get("houses")
                    .forEach(house -> tonight.put(house.path("facility").asText(), house));
        }
        for (House house : sheltering.houses()) {
            house.states().forEach((bed, state) -> beds.same("a bed of " + house.codeName(), state, states.get(bed)));
            JsonNode said = tonight.get(house.id());
            nights.same(
                    house.codeName() + ", lived in",
                    house.counted("OCCUPIED"),
                    said.get("livedIn").asLong());
            nights.same(
                    house.codeName() + ", usable",
                    house.states().size() - house.counted("OUT_OF_SERVICE"),
                    said.get("usable").asLong());
        }
    }

    private void comparePlaces() {
        Tally places = tally("placements, as who leads reads them");
        Tally waiting = tally("waits for a bed, as the house reads it");
        Map<String, String> expected = new HashMap<>();
        for (String manager : List.of("petra", "grace")) {
            api.readOn(manager, "/beds/expected")
                    .forEach(one -> expected.put(
                            one.get("caseId").asText(), one.path("status").asText("nothing asked")));
        }
        housed().parallelStream().forEach(one -> {
            Stay stay = one.stay().orElseThrow();
            List<String> said = new ArrayList<>();
            read(one, "/housing")
                    .get("placements")
                    .forEach(placement -> said.add(placement.get("status").asText()));
            places.same(
                    "record " + one.record().number(),
                    String.join(" ", stay.placements()),
                    said.stream().sorted().collect(Collectors.joining(" ")));
            waiting.same(
                    "record " + one.record().number(),
                    stay.waits() ? stay.placements().get(0) : "waits for none",
                    expected.getOrDefault(caseOf(one), "waits for none"));
        });
    }

    /** Children, and who is at high risk, have their nights without a place remarked. */
    private void compareNights() throws InterruptedException {
        Tally nights = tally("night without a place");
        Collection<Lived> housed = housed();
        Set<String> wanted =
                casesOf(housed.stream().filter(one -> one.stay().orElseThrow().withoutPlace() && one.supervised()));
        await(nights, "remarked", wanted, () -> housed.parallelStream()
                .filter(one -> !read(one, "/nights-without-place").isEmpty())
                .map(this::caseOf)
                .collect(Collectors.toSet()));
    }

    private List<Lived> housed() {
        return people.stream().filter(one -> one.stay().isPresent()).toList();
    }

    private Set<String> casesOf(Stream<Lived> some) {
        return some.map(this::caseOf).collect(Collectors.toSet());
    }

    private JsonNode read(Lived one, String part) {
        return api.get(one.record().caseworker(), "/cases/" + caseOf(one) + part)
                .body();
    }

    private String caseOf(Lived one) {
        return cases.get(one.record().number());
    }
}
