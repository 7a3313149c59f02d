package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.system.api.Api;

/** Brings the records as two files of two NGOs, each by a supervisor of theirs, and reads every file of a case back. */
final class Bringing {
    private static final Map<String, Object> EVERYONE = Map.of(
            "language", "spa",
            "region", "CAPITAL",
            "medium", "WRITTEN",
            "limitsExplained", true,
            "unknownAge", CtdcRecord.UNKNOWN_AGE,
            "childGiver", "TRUSTED_ADULT",
            "childGiverRight", "BEST_INTERESTS",
            "childAssent", "WILLING",
            "viewsNotAsked", "SHE_DOES_NOT_WANT");

    private final Api api;
    private final PrintStream out;
    private final List<String> lines;
    private final List<CtdcRecord> records;
    private final Map<Integer, String> cases = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    Bringing(Api api, PrintStream out, Path csv, List<CtdcRecord> records) throws IOException {
        this.api = api;
        this.out = out;
        this.lines = Files.readAllLines(csv);
        this.records = records;
    }

    /** The case of each record, by the number of the record. */
    Map<Integer, String> cases() {
        return cases;
    }

    /** Answers what is otherwise in the product than in the records. */
    List<String> run() throws InterruptedException {
        bring("ilse", "mina", records.stream().filter(CtdcRecord::first).toList());
        bring(
                "farah",
                "tomas",
                records.stream().filter(record -> !record.first()).toList());
        out.printf(
                "%d records brought as cases of two NGOs, %d of them of children; every file read back: %s%n",
                cases.size(),
                records.stream().filter(CtdcRecord::child).count(),
                differences.isEmpty() ? "each says what its record says" : differences.size() + " differences");
        return differences;
    }

    private void bring(String supervisor, String caseworker, List<CtdcRecord> theirs) throws InterruptedException {
        Set<String> before = new HashSet<>(casesOf(caseworker));
        long begun = System.nanoTime();
        String file = lines.get(0) + "\n"
                + String.join(
                        "\n",
                        theirs.stream()
                                .map(record -> lines.get(record.number()))
                                .toList());
        String brought = api.post(
                        supervisor,
                        "/imports",
                        Map.of(
                                "format",
                                "CTDC",
                                "file",
                                file,
                                "caseworker",
                                api.get(caseworker, "/me").body().get("worker").asText(),
                                "legalBasis",
                                "PUBLIC_TASK",
                                "everyone",
                                EVERYONE))
                .id();
        if (api.get(supervisor, "/imports/" + brought).body().get("known").asInt() > 0) {
            throw new IllegalStateException(
                    "These records are cases already, and nothing is opened twice: begin anew with -Dfresh");
        }
        api.post(supervisor, "/imports/" + brought + "/begin", Map.of("rows", "ALL"));
        JsonNode now = api.get(supervisor, "/imports/" + brought).body();
        while (!"ENDED".equals(now.get("state").asText())) {
            Thread.sleep(500);
            now = api.get(supervisor, "/imports/" + brought).body();
        }
        out.printf(
                "%d rows looked through and opened by %s in %.1f seconds%n",
                theirs.size(), supervisor, (System.nanoTime() - begun) / 1e9);
        Map<String, CtdcRecord> byName = new HashMap<>();
        theirs.forEach(record -> byName.put(record.name(), record));
        for (String id : casesOf(caseworker)) {
            if (!before.contains(id)) {
                JsonNode read = api.get(caseworker, "/cases/" + id).body();
                CtdcRecord record = byName.get(read.at("/who/preferredName").asText());
                cases.put(record.number(), id);
                compare(record, read);
            }
        }
        theirs.stream()
                .filter(record -> !cases.containsKey(record.number()))
                .forEach(record -> differences.add("record " + record.number() + " has no case"));
    }

    private void compare(CtdcRecord record, JsonNode file) {
        same(record, "child", record.child(), file.at("/who/child").asBoolean());
        same(record, "age", record.age(), file.at("/identity/statedAge").asInt());
        same(record, "sex", record.sex(), file.at("/demographics/sex").asText());
        same(record, "purposes", Set.copyOf(record.purposes()), codes(file.at("/experience/purposes")));
        same(record, "means", Set.copyOf(record.means()), codes(file.at("/experience/means")));
        same(record, "controls", Set.copyOf(record.controls()), codes(file.at("/experience/controls")));
        same(
                record,
                "recruiter",
                String.valueOf(record.recruiter()),
                file.at("/experience/recruiter").asText("null"));
        same(
                record,
                "months",
                String.valueOf(record.months()),
                file.at("/experience/months").asText("null"));
    }

    private void same(CtdcRecord record, String what, Object counted, Object said) {
        if (!counted.equals(said)) {
            differences.add("record " + record.number() + ": " + what + " is " + said + ", not " + counted);
        }
    }

    private static Set<String> codes(JsonNode codes) {
        Set<String> all = new TreeSet<>();
        codes.forEach(code -> all.add(code.asText()));
        return Set.copyOf(all);
    }

    private List<String> casesOf(String caseworker) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = api.get(caseworker, "/cases?limit=100" + cursor).body();
            part.get("items").forEach(one -> all.add(one.get("id").asText()));
            cursor = part.hasNonNull("next") ? "&cursor=" + part.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** Tells the child authority of those who are children, as must be done before others are asked for them. */
    void tellAuthorities(List<CtdcRecord> some) {
        some.stream().filter(CtdcRecord::child).forEach(record -> {
            String file = "/cases/" + cases.get(record.number());
            api.post(
                    record.caseworker(),
                    file + "/child-notification",
                    Map.of(
                            "authority",
                            "Child protection authority",
                            "notifiedAt",
                            api.get(record.caseworker(), file)
                                    .body()
                                    .get("openedAt")
                                    .asText()));
        });
    }
}
