package org.alongside.system.example;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Refers some of the cases, lets every referral meet its fate, and holds what each party reads and each state against the plan. */
final class Referring {
    private static final int LOOKED_AT = 50;
    private static final long SEED = 2026;

    private final Api api;
    private final PrintStream out;
    private final Asking asking;
    private final Reading reading;
    private final Map<Integer, String> cases;
    private final List<Planned> plan;
    private final Map<Planned, String> referrals = new HashMap<>();
    private final Map<Planned, String> consents = new HashMap<>();
    private final Set<Planned> lookedAt = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    /** @param cases the case of each record, by the number of the record */
    Referring(Api api, PrintStream out, List<CtdcRecord> records, Map<Integer, String> cases) {
        this.api = api;
        this.out = out;
        this.asking = new Asking(api);
        this.reading = new Reading(api);
        this.cases = cases;
        this.plan = plan(records);
        List<Planned> shuffled = new ArrayList<>(plan.stream()
                .filter(planned -> !Fate.NEVER_SENT.contains(planned.fate()))
                .toList());
        Collections.shuffle(shuffled, new Random(SEED));
        lookedAt.addAll(shuffled.subList(0, Math.min(LOOKED_AT, shuffled.size())));
    }

    /** Answers what is otherwise than planned. */
    List<String> run() throws InterruptedException {
        plan.forEach(this::refer);
        out.printf("%d consents recorded, %d referrals made%n", consents.size(), referrals.size());
        plan.forEach(this::answer);
        api.post("kim", "/clock", Map.of("forward", Duration.ofDays(8).toString()));
        awaitRunOut();
        compareStates();
        for (Planned planned : plan) {
            if (lookedAt.contains(planned)) {
                differences.addAll(reading.after(planned, caseOf(planned), referrals.get(planned)));
            }
        }
        out.printf(
                "%d referrals looked at by every party before and after: %s%n",
                lookedAt.size(),
                differences.isEmpty()
                        ? "each reads what it may and nothing else"
                        : differences.size() + " differences");
        return differences;
    }

    /** How many were sent; those that a second person sent back were not. */
    long sent() {
        return plan.stream().filter(planned -> planned.fate() != Fate.SENT_BACK).count();
    }

    private static List<Planned> plan(List<CtdcRecord> records) {
        List<Planned> plan = new ArrayList<>();
        for (CtdcRecord record : records) {
            plan.add(Planned.of(record, record.number() % 4, plan.size()));
            if (record.number() % 2 == 0) {
                plan.add(Planned.of(record, (record.number() + 1) % 4, plan.size()));
            }
        }
        return plan;
    }

    private String caseOf(Planned planned) {
        return cases.get(planned.record().number());
    }

    private void refer(Planned planned) {
        consents.put(planned, asking.agree(planned, caseOf(planned)));
        String id = asking.refer(planned, caseOf(planned));
        referrals.put(planned, id);
        if (planned.fate() == Fate.SENT_BACK) {
            api.post(
                    planned.second(),
                    "/referrals/" + id + "/return",
                    Map.of("reason", "Say which help is needed first."));
        } else if (planned.approvedFirst()) {
            api.post(planned.second(), "/referrals/" + id + "/approval", null);
        }
        if (lookedAt.contains(planned)) {
            differences.addAll(reading.before(planned, caseOf(planned), id));
        }
    }

    private void answer(Planned planned) {
        String referral = "/referrals/" + referrals.get(planned);
        switch (planned.fate()) {
            case COMPLETED -> {
                accept(planned, referral);
                api.post(planned.answerer(), referral + "/first-contact", null);
                api.post(
                        planned.answerer(),
                        referral + "/completion",
                        Map.of("outcome", "SERVICE_GIVEN", "feedback", "Went well."));
            }
            case IN_SERVICE -> {
                accept(planned, referral);
                api.post(planned.answerer(), referral + "/first-contact", null);
            }
            case ACCEPTED -> accept(planned, referral);
            case DECLINED -> api.post(planned.answerer(), referral + "/decline", Map.of("reason", "NO_CAPACITY"));
            case WAITLISTED -> api.post(planned.answerer(), referral + "/waiting", null);
            case REVOKED -> {
                api.post(planned.answerer(), referral + "/receipt", null);
                api.post(planned.asker(), referral + "/revocation", Map.of("reason", "OTHER_PROVIDER"));
            }
            case WITHDRAWN -> {
                accept(planned, referral);
                api.post(planned.asker(), "/consents/" + consents.get(planned) + "/withdrawal", null);
            }
            case ASKED_THEN_ACCEPTED -> {
                api.post(planned.answerer(), referral + "/question", Map.of("question", "COMES_ALONE"));
                api.post(planned.asker(), referral + "/answer", Map.of("answer", "YES"));
                accept(planned, referral);
            }
            case NOT_ATTENDED -> {
                accept(planned, referral);
                api.post(planned.answerer(), referral + "/non-attendance", null);
            }
            case SURVIVOR_SAID_NO -> api.post(planned.asker(), referral + "/survivor-decline", null);
            case RUN_OUT, SENT_BACK -> {
                // nobody answers; the clock does the rest
            }
        }
    }

    private void accept(Planned planned, String referral) {
        api.post(planned.answerer(), referral + "/acceptance", Map.of());
    }

    private void awaitRunOut() throws InterruptedException {
        List<Planned> waiting = new ArrayList<>(
                plan.stream().filter(planned -> planned.fate() == Fate.RUN_OUT).toList());
        for (int second = 0; second < 120 && !waiting.isEmpty(); second++) {
            waiting.removeIf(planned -> "EXPIRED".equals(stateOf(planned)));
            if (!waiting.isEmpty()) {
                Thread.sleep(1000);
            }
        }
    }

    private String stateOf(Planned planned) {
        return api.get(planned.asker(), "/referrals/" + referrals.get(planned))
                .body()
                .at("/card/status")
                .asText();
    }

    private void compareStates() {
        Map<String, int[]> table = new TreeMap<>();
        for (Planned planned : plan) {
            String said = stateOf(planned);
            table.computeIfAbsent(planned.fate().status(), state -> new int[2])[0]++;
            table.computeIfAbsent(said, state -> new int[2])[1]++;
            if (!said.equals(planned.fate().status())) {
                differences.add("referral of record " + planned.record().number() + " is " + said + ", not "
                        + planned.fate().status());
            }
        }
        out.printf("%n  %-22s %8s %8s%n", "state", "counted", "product");
        table.forEach((state, counts) -> out.printf(
                "  %-22s %8d %8d%s%n", state, counts[0], counts[1], counts[0] == counts[1] ? "" : "  differs"));
        out.println();
    }
}
