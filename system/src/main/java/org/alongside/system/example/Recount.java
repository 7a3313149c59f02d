package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.system.api.Api;

/**
 * Every number of the coordinator's page counted a second time, from the cards themselves, one by one: what the page keeps
 * up to date with each act is held against what the cards say at the same instant.
 */
final class Recount {
    private static final Set<String> FOR_ANSWER = Set.of("SENT", "RECEIVED", "INFO_REQUESTED");
    private static final Set<String> ACCEPTED = Set.of("ACCEPTED", "IN_SERVICE", "COMPLETED", "NO_SHOW");
    private static final Set<String> ENDED = Set.of("EXPIRED", "REVOKED", "DECLINED_BY_SURVIVOR");
    private static final int[] SPANS = {
        0, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 10080, 14400,
        20160
    };

    private final JsonNode page;
    private final JsonNode flows;
    private final Instant asOf;
    private final List<Card> sent;
    private final List<Card> waiting;
    private final List<String> differences = new ArrayList<>();
    private int numbers;

    private Recount(JsonNode page, JsonNode flows, List<Card> sent, List<Card> waiting) {
        this.page = page;
        this.flows = flows;
        this.asOf = Instant.parse(page.get("asOf").asText());
        this.sent = sent;
        this.waiting = waiting;
    }

    /** What the coordinator's page says now for the last 30 days, and what its cards say. */
    static Recount of(Api api) {
        JsonNode page = api.get("amina", "/coordination").body();
        String days = "from=" + page.get("from").asText() + "&until="
                + page.get("until").asText();
        return new Recount(
                page,
                api.get("amina", "/coordination/flows").body(),
                cards(api, days).toList(),
                cards(api, "").toList());
    }

    private static Stream<Card> cards(Api api, String which) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = api.get("amina", "/coordination/referrals?limit=100&" + which + cursor)
                    .body();
            part.get("items").forEach(all::add);
            cursor = part.hasNonNull("next") ? "&cursor=" + part.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return all.stream().map(Card::new);
    }

    /** How many numbers were compared. */
    int numbers() {
        return numbers;
    }

    /** What the page says otherwise than what was done since another time: sent, opened and closed. */
    List<String> grownBy(Recount before, long sent, List<CtdcRecord> opened, Map<String, Long> closed) {
        List<String> otherwise = new ArrayList<>();
        long since = this.sent.stream()
                .filter(card -> !card.time("sentAt").orElseThrow().isBefore(before.asOf))
                .count();
        if (since != sent) {
            otherwise.add("sent since the beginning: the cards say " + since + ", the plan " + sent);
        }
        for (String house : closed.keySet()) {
            long more = openCases(house) - before.openCases(house);
            long wanted = opened.stream()
                            .filter(record -> record.organisation().equals(house))
                            .count()
                    - closed.get(house);
            if (more != wanted) {
                otherwise.add("open cases of " + house + " since the beginning: the page says " + more + ", the plan "
                        + wanted);
            }
        }
        numbers += 1 + closed.size();
        return otherwise;
    }

    private long openCases(String house) {
        return table("caseloads", one -> one.get("organisation").asText(), "openCases")
                .getOrDefault(house, 0L);
    }

    /** What the page says otherwise than the cards. */
    List<String> differences() {
        same("sent", page.get("sent").asLong(), sent.size());
        same("by state", table("states", one -> one.get("state").asText(), "count"), count(sent, Card::status));
        same(
                "reasons",
                table("reasons", one -> one.get("reason").asText(), "count"),
                count(with(sent, "DECLINED"), card -> card.text("declineReason")));
        same("links", table("links", Recount::asked, "sent"), count(sent, Card::link));
        flow("sent", card -> true);
        flow("waiting", card -> FOR_ANSWER.contains(card.status()) || card.is("WAITLISTED"));
        flow("accepted", card -> ACCEPTED.contains(card.status()));
        flow("declined", card -> card.is("DECLINED"));
        flow("ended", card -> ENDED.contains(card.status()));
        waits("forAnswer", card -> FOR_ANSWER.contains(card.status()));
        waits("onList", card -> card.is("WAITLISTED"));
        waits("forContact", card -> card.is("ACCEPTED"));
        waits("late", card -> card.late(asOf));
        speed("time to yes", page.get("speed"), sent);
        page.get("acceptance")
                .forEach(one -> speed(
                        "time to yes of " + one.get("serviceType").asText(),
                        one.get("speed"),
                        sent.stream()
                                .filter(card -> card.type()
                                        .equals(one.get("serviceType").asText()))
                                .toList()));
        List<Boolean> answers = sent.stream()
                .flatMap(card -> card.answeredInTime(asOf).stream())
                .toList();
        List<Boolean> contacts =
                sent.stream().flatMap(card -> card.contactInTime(asOf).stream()).toList();
        kept("answers", page.get("answers"), answers);
        kept("first contacts", page.get("contacts"), contacts);
        same("deadlines week by week", weeks(), weeksOfThePage());
        return differences;
    }

    private void flow(String column, Predicate<Card> which) {
        Map<String, Long> said = new TreeMap<>();
        flows.forEach(one -> add(
                said,
                asked(one) + " of " + one.get("senderName").asText(),
                one.get(column).asLong()));
        same("who asks whom, " + column, said, count(sent.stream().filter(which).toList(), Card::flow));
    }

    private void waits(String column, Predicate<Card> which) {
        same(
                "waits, " + column,
                table("waiting", one -> one.get("serviceType").asText(), column),
                count(waiting.stream().filter(which).toList(), Card::type));
    }

    /** The page knows in which span of time half of them and nine in ten were accepted, not the minute. */
    private void speed(String what, JsonNode said, List<Card> cards) {
        List<Long> minutes = cards.stream()
                .flatMap(card -> card.minutesToYes().stream())
                .sorted()
                .toList();
        same(what, said.get("count").asLong(), minutes.size());
        if (!minutes.isEmpty()) {
            inSpan(what + ", half", said.get("medianMinutes").asLong(), minutes.get(at(minutes, 0.5)));
            inSpan(what + ", nine in ten", said.get("ninetiethMinutes").asLong(), minutes.get(at(minutes, 0.9)));
        }
    }

    private static int at(List<Long> minutes, double share) {
        return (int) Math.ceil(share * minutes.size()) - 1;
    }

    /** The end of a span is told as the first minute of the next. */
    private void inSpan(String what, long said, long counted) {
        boolean end = span(Math.max(0, said - 1)) == span(counted);
        same(what + ", within the span from minute", end ? span(counted) : span(said), span(counted));
    }

    private static long span(long minutes) {
        int at = 0;
        while (at + 1 < SPANS.length && SPANS[at + 1] <= minutes) {
            at++;
        }
        return SPANS[at];
    }

    private void kept(String what, JsonNode said, List<Boolean> inTime) {
        same(
                what + " kept",
                said.get("kept").asLong(),
                inTime.stream().filter(yes -> yes).count());
        same(
                what + " missed",
                said.get("missed").asLong(),
                inTime.stream().filter(yes -> !yes).count());
    }

    private Map<String, Long> weeks() {
        LocalDate from = LocalDate.parse(page.get("from").asText());
        Map<String, Long> weeks = new TreeMap<>();
        for (Card card : sent) {
            LocalDate day =
                    card.time("sentAt").orElseThrow().atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate week = from.plusDays((day.toEpochDay() - from.toEpochDay()) / 7 * 7);
            Stream.of(card.answeredInTime(asOf), card.contactInTime(asOf))
                    .flatMap(Optional::stream)
                    .forEach(inTime -> add(weeks, week + (inTime ? " kept" : " missed"), 1));
        }
        return weeks;
    }

    private Map<String, Long> weeksOfThePage() {
        Map<String, Long> weeks = new TreeMap<>();
        page.get("stretches").forEach(one -> {
            add(
                    weeks,
                    one.get("from").asText() + " kept",
                    one.at("/deadlines/kept").asLong());
            add(
                    weeks,
                    one.get("from").asText() + " missed",
                    one.at("/deadlines/missed").asLong());
        });
        return weeks;
    }

    private static String asked(JsonNode flow) {
        JsonNode whom = flow.hasNonNull("recipientName") ? flow.get("recipientName") : flow.get("organisationName");
        return flow.get("serviceType").asText() + " " + whom.asText();
    }

    private Map<String, Long> table(String name, Function<JsonNode, String> key, String column) {
        Map<String, Long> table = new TreeMap<>();
        page.get(name).forEach(row -> add(table, key.apply(row), row.get(column).asLong()));
        return table;
    }

    private static List<Card> with(List<Card> cards, String status) {
        return cards.stream().filter(card -> card.is(status)).toList();
    }

    private static Map<String, Long> count(List<Card> cards, Function<Card, String> key) {
        return cards.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    /** Nothing counted and nothing said are the same. */
    private static void add(Map<String, Long> table, String key, long count) {
        if (count > 0) {
            table.merge(key, count, Long::sum);
        }
    }

    private void same(String what, Object said, Object counted) {
        numbers += said instanceof Map<?, ?> table ? table.size() : 1;
        if (!said.toString().equals(counted.toString())) {
            differences.add(what + ": the page says " + said + ", the cards " + counted);
        }
    }

    /** A card as the coordinator's programs read it. */
    private record Card(JsonNode json) {
        String text(String field) {
            return json.get(field).asText();
        }

        String status() {
            return text("status");
        }

        boolean is(String status) {
            return status().equals(status);
        }

        String type() {
            return text("serviceType");
        }

        String link() {
            return type() + " " + text("senderName");
        }

        String flow() {
            return type() + " " + text("recipientName") + " of " + text("senderName");
        }

        Optional<Instant> time(String field) {
            JsonNode time = json.get("times").get(field);
            return time == null || time.isNull() ? Optional.empty() : Optional.of(Instant.parse(time.asText()));
        }

        private Optional<Instant> first(String... fields) {
            return Stream.of(fields).flatMap(field -> time(field).stream()).min(Instant::compareTo);
        }

        Optional<Long> minutesToYes() {
            return time("acceptedAt").map(at -> Duration.between(time("sentAt").orElseThrow(), at)
                    .toMinutes());
        }

        boolean late(Instant asOf) {
            return time(is("WAITLISTED") ? "waitlistReviewAt" : is("ACCEPTED") ? "contactBy" : "respondBy")
                    .filter(due -> !due.isAfter(asOf))
                    .isPresent();
        }

        /** Whether it was answered by its time; nothing where its time is not over, or it ended before. */
        Optional<Boolean> answeredInTime(Instant asOf) {
            Optional<Instant> due = time("respondBy");
            Optional<Instant> answered = first("acceptedAt", "declinedAt", "waitlistedAt");
            if (due.isEmpty()) {
                return Optional.empty();
            }
            if (answered.isPresent()) {
                return answered.map(at -> !at.isAfter(due.get()));
            }
            boolean missed = time("expiredAt").isPresent()
                    || first("revokedAt", "survivorDeclinedAt")
                            .filter(due.get()::isBefore)
                            .isPresent()
                    || FOR_ANSWER.contains(status()) && !due.get().isAfter(asOf);
            return missed ? Optional.of(false) : Optional.empty();
        }

        Optional<Boolean> contactInTime(Instant asOf) {
            Optional<Instant> due = time("contactBy");
            Optional<Instant> made = time("firstContactAt");
            if (due.isEmpty() || made.isPresent()) {
                return made.map(at -> !at.isAfter(due.orElseThrow()));
            }
            return is("ACCEPTED") && !due.get().isAfter(asOf) ? Optional.of(false) : Optional.empty();
        }
    }
}
