package org.alongside.system.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.system.api.Api;
import org.alongside.system.api.Api.Answer;

/** What each party must be able to read of a referral and its file, reckoned from the published matrix, and what not. */
final class Reading {
    /** Parts of a file by category: the minimum subset, and what opens with the whole. */
    private static final Map<String, List<String>> MINIMUM = Map.of(
            "IDENTITY", List.of("who"),
            "CONTACT_LOCATION", List.of("contact"),
            "DEMOGRAPHICS", List.of("language"),
            "SAFETY_RISK", List.of("safety"));

    private static final Map<String, List<String>> WHOLE = Map.of(
            "IDENTITY", List.of("who", "identity"),
            "CONTACT_LOCATION", List.of("contact"),
            "DEMOGRAPHICS", List.of("language", "demographics"),
            "SAFETY_RISK", List.of("safety", "safetyNote"));

    private static final Set<String> PARTS = Set.of(
            "who",
            "identity",
            "contact",
            "language",
            "demographics",
            "experience",
            "safety",
            "safetyNote",
            "needs",
            "kept",
            "childNotification");

    private final Api api;
    private final Map<String, Map<String, String>> matrix = matrix();

    Reading(Api api) {
        this.api = api;
    }

    /** Before an answer: the recipient sees a card and no case, others see nothing. */
    List<String> before(Planned planned, String caseId, String referralId) {
        List<String> differences = new ArrayList<>();
        Answer card = api.get(planned.answerer(), "/referrals/" + referralId);
        expect(differences, card.status() == 200, "the recipient finds no card, but " + card.status());
        for (String hidden : List.of(planned.record().name(), caseId)) {
            expect(differences, !card.text().contains(hidden), "the card shows what it must not");
        }
        expect(differences, !card.body().has("caseId") && !card.body().has("caseCode"), "the card leads to the case");
        closed(differences, planned.answerer(), caseId, "the recipient before accepting");
        expect(
                differences,
                api.get(stranger(planned), "/referrals/" + referralId).status() == 404,
                "a stranger finds the referral");
        closed(differences, stranger(planned), caseId, "a stranger");
        closed(differences, "kim", caseId, "the administrator");
        return differences;
    }

    /** In the end: exactly the agreed kinds of information for those assigned, or nothing. */
    List<String> after(Planned planned, String caseId, String referralId) {
        List<String> differences = new ArrayList<>();
        if (!Fate.OPEN_AFTER.contains(planned.fate())) {
            closed(differences, planned.answerer(), caseId, "the recipient of a referral that is " + planned.fate());
            return differences;
        }
        Answer file = api.get(planned.answerer(), "/cases/" + caseId);
        expect(differences, file.status() == 200, "the file does not open after acceptance, but " + file.status());
        Set<String> shown = parts(file.body());
        Set<String> expected = expected(planned.role());
        if (!planned.record().child()) {
            shown.remove("childProtection");
        }
        expect(
                differences,
                shown.equals(expected),
                "record " + planned.record().number() + " shows " + shown + " to " + planned.role() + ", expected "
                        + expected);
        if (planned.colleague() != null) {
            closed(differences, planned.colleague(), caseId, "a colleague who is not assigned");
        }
        closed(differences, stranger(planned), caseId, "a stranger");
        return differences;
    }

    private static String stranger(Planned planned) {
        return "daniel".equals(planned.answerer()) ? "noor" : "daniel";
    }

    private void closed(List<String> differences, String person, String caseId, String who) {
        int status = api.get(person, "/cases/" + caseId).status();
        boolean othersReferral = "daniel".equals(person) || "noor".equals(person);
        expect(
                differences,
                status == 404 || othersReferral && status == 200 && servedElsewhere(person, caseId),
                who + " opens the file: " + status);
    }

    /** A stranger to this referral may be the recipient of another one of the same case. */
    private boolean servedElsewhere(String person, String caseId) {
        return api.get(person, "/cases/" + caseId + "/referrals").body().size() > 0;
    }

    private static Set<String> parts(JsonNode file) {
        Set<String> shown = new TreeSet<>();
        PARTS.stream().filter(part -> file.hasNonNull(part)).forEach(shown::add);
        return shown;
    }

    private Set<String> expected(String role) {
        Set<String> expected = new TreeSet<>();
        for (String category : Planned.CATEGORIES) {
            switch (matrix.get(category.toLowerCase(java.util.Locale.ROOT)).get(role)) {
                case "F", "R", "C" -> expected.addAll(WHOLE.get(category));
                case "M" -> expected.addAll(MINIMUM.get(category));
                default -> {
                    // written by the recipient, known to exist, or nothing: no part of the file
                }
            }
        }
        return expected;
    }

    private static void expect(List<String> differences, boolean holds, String otherwise) {
        if (!holds) {
            differences.add(otherwise);
        }
    }

    private static Map<String, Map<String, String>> matrix() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reading.class.getResourceAsStream("/codes/access_matrix.csv")),
                StandardCharsets.UTF_8))) {
            List<String> roles = Arrays.asList(reader.readLine().split(","));
            Map<String, Map<String, String>> matrix = new HashMap<>();
            reader.lines().map(line -> line.split(",")).forEach(cells -> {
                Map<String, String> row = new HashMap<>();
                for (int column = 1; column < cells.length; column++) {
                    row.put(roles.get(column), cells[column]);
                }
                matrix.put(cells[0], row);
            });
            return matrix;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
