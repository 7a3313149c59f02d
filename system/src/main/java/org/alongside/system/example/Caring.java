package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes care plans and closes cases, and holds what the product says of both against what was done. */
final class Caring {
    private static final List<String> STATUSES = List.of("PLANNED", "IN_PROGRESS", "BLOCKED", "DONE");
    private static final List<String> CLOSINGS = List.of("PROPOSED", "SENT_BACK", "CLOSED", "CLOSED", "REOPENED");

    private final Api api;
    private final PrintStream out;
    private final Map<Integer, String> cases;
    private final Map<String, Long> closed = new HashMap<>();

    Caring(Api api, PrintStream out, Map<Integer, String> cases) {
        this.api = api;
        this.out = out;
        this.cases = cases;
    }

    /** How many cases were closed and stayed so, by the organisation that leads them. */
    Map<String, Long> closed() {
        return closed;
    }

    /** A goal and a step for every fourth record, the steps as far as four out of four can be. */
    List<String> plan(List<CtdcRecord> records) {
        List<String> differences = new ArrayList<>();
        Map<String, Long> table = new TreeMap<>();
        String now = api.post("kim", "/clock", Map.of("forward", "PT0S"))
                .body()
                .get("now")
                .asText();
        // the clock tells UTC, and east of it the day may be over
        String tomorrow = LocalDate.parse(now.substring(0, 10)).plusDays(1).toString();
        for (CtdcRecord record : records) {
            if (record.number() % 4 < 2) {
                String status = STATUSES.get(record.number() / 4 % STATUSES.size());
                String file = "/cases/" + cases.get(record.number());
                writePlan(record, file, status, tomorrow);
                JsonNode step =
                        api.get(record.caseworker(), file + "/care-plan").body().at("/goals/0/steps/0");
                if (!status.equals(step.path("status").asText())) {
                    differences.add(
                            "the step of record " + record.number() + " is " + step.path("status") + ", not " + status);
                }
                table.merge(status, 1L, Long::sum);
            }
        }
        out.printf("care plans written, steps as they stand: %s%n", table);
        return differences;
    }

    private void writePlan(CtdcRecord record, String file, String status, String dueOn) {
        String person = record.caseworker();
        String goal = api.post(
                        person,
                        file + "/goals",
                        Map.of("domain", "HOUSING", "statement", "A door I can lock", "priority", "NOW"))
                .id();
        String step = "/steps/"
                + api.post(
                                person,
                                "/goals/" + goal + "/steps",
                                Map.of(
                                        "what",
                                        "See two flats together",
                                        "owner",
                                        Map.of("organisation", record.organisation(), "role", "CW"),
                                        "dueOn",
                                        dueOn))
                        .id();
        switch (status) {
            case "IN_PROGRESS" -> api.post(person, step + "/beginning", null);
            case "BLOCKED" -> api.post(person, step + "/block", Map.of("reason", "NO_PLACE"));
            case "DONE" -> {
                api.post(person, step + "/beginning", null);
                api.post(person, step + "/completion", Map.of("outcome", "She took the second one."));
            }
            default -> {
                // it waits
            }
        }
    }

    /** Every third adult of whom it is known for what she was trafficked: proposed, sent back, closed, and opened again. */
    List<String> close(List<CtdcRecord> records) {
        List<String> differences = new ArrayList<>();
        Map<String, Long> table = new TreeMap<>();
        List<CtdcRecord> some = records.stream().filter(Caring::closes).toList();
        for (int at = 0; at < some.size(); at++) {
            CtdcRecord record = some.get(at);
            String what = CLOSINGS.get(at % CLOSINGS.size());
            String file = "/cases/" + cases.get(record.number());
            boolean open = !what.equals("CLOSED");
            close(record, file, what);
            String status =
                    api.get(record.caseworker(), file).body().get("status").asText();
            if (status.equals("CLOSED") == open || what.equals("REOPENED") != status.equals("REOPENED")) {
                differences.add("the case of record " + record.number() + " is " + status + " after " + what);
            }
            table.merge(what, 1L, Long::sum);
            if (!open) {
                closed.merge(record.organisation(), 1L, Long::sum);
            }
        }
        out.printf("closings worked: %s%n", table);
        return differences;
    }

    static boolean closes(CtdcRecord record) {
        return !record.child() && !record.purposes().isEmpty() && record.number() % 3 == 0;
    }

    private void close(CtdcRecord record, String file, String what) {
        String closing = "/closings/"
                + api.post(
                                record.caseworker(),
                                file + "/closing",
                                Map.of(
                                        "reason", "GOALS_ACHIEVED",
                                        "met", List.of("SAFETY_CHECKED", "TRANSITION_PLANNED"),
                                        "conversation", "AGREES",
                                        "dataNotice", "GIVEN",
                                        "followUp", Map.of("answer", "NO"),
                                        "overrideReason", "Her sister lives with her now."))
                        .id();
        switch (what) {
            case "SENT_BACK" ->
                api.post(record.supervisor(), closing + "/return", Map.of("change", "Ask her once more."));
            case "CLOSED" -> api.post(record.supervisor(), closing + "/approval", null);
            case "REOPENED" -> {
                api.post(record.supervisor(), closing + "/approval", null);
                api.post(record.caseworker(), file + "/reopening", Map.of("reason", "CAME_BACK"));
            }
            default -> {
                // it waits for the supervisor
            }
        }
    }
}
