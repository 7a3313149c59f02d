package org.alongside.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.system.api.Api;

/** What the made-up people have before courts and authorities: hearings, last days, evidence, money, and what police and prosecution ask. */
final class DemoMatters {
    private static final String LABOUR_COURT = "Labour court";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Api api;
    private final LocalDate today;

    DemoMatters(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    /** A trial in which she is protected, wages of which half are paid, and a permit that ends soon: two lawyers and a prosecutor. */
    void trialWagesAndPermit(String file) {
        String trial = matter("daniel", file, "ADHESION", "TRAFFICKER");
        court("daniel", trial, "Regional court", "12 C 34/26", "CIVIL_PARTY", "TRAFFICKER");
        reaches("daniel", trial, "PREPARATION", "FILED", "TRIAL");
        api.rewrite(
                "daniel",
                trial,
                Map.of(
                        "track",
                        "ADHESION",
                        "stage",
                        "TRIAL",
                        "note",
                        "The accused says that she was a guest. Two others are heard before her.",
                        "compensation",
                        Map.of("claimed", 12000, "currency", "EUR")));
        String first = hearing("daniel", trial, 3, "08:30", "PRELIMINARY", List.of("ESCORT"), "SEPARATE_WAITING");
        answered("daniel", first, "SEPARATE_WAITING", "GRANTED");
        api.post("mina", first + "/support", Map.of("need", "ESCORT"));
        String heard = hearing(
                "daniel",
                trial,
                16,
                "09:00",
                "TRIAL_TESTIMONY",
                List.of("ESCORT", "INTERPRETER", "PREPARATION"),
                "SCREEN",
                "CLOSED_COURT",
                "IDENTITY_WITHHELD");
        answered("daniel", heard, "SCREEN", "GRANTED");
        answered("daniel", heard, "CLOSED_COURT", "REFUSED");
        lastDay("daniel", trial, "EVIDENCE", 8, "The list of messages, with the translation");
        proves(trial);
        spent(trial, "TRANSLATION", "180.00", 9, "LEGAL_AID");
        spent(trial, "TRAVEL", "36.40", 5, "SURVIVOR");
        paper(
                "daniel",
                file,
                "Summons",
                "COURT",
                trial,
                "You are to come to the regional court. Made up for the demo.");
        paper("daniel", file, "First talk", "LEGAL_PRIVILEGED", trial, "What we spoke of. Made up for the demo.");
        wages(file);
        permit(file);
        prosecution(file);
    }

    /** She asks that somebody be kept away from her. */
    void keptAway(String file) {
        String order = matter("daniel", file, "PROTECTION_ORDER", "PARTNER");
        court("daniel", order, "District court", "4 F 117/26", "APPLICANT", "PARTNER");
        reaches("daniel", order, "PREPARATION", "FILED");
        hearing("daniel", order, 2, "12:00", "PROTECTION_ORDER", List.of("ESCORT", "INTERPRETER"), "NO_VISUAL_CONTACT");
    }

    /** She asks for protection, and is heard. */
    void asylum(String file) {
        String asylum = matter("daniel", file, "ASYLUM", "STATE");
        reaches("daniel", asylum, "PREPARATION", "FILED");
        hearing("daniel", asylum, 10, "08:00", "IMMIGRATION_INTERVIEW", List.of("INTERPRETER"), "SUPPORT_PERSON");
        lastDay("daniel", asylum, "OBJECTION", 28, "Against the transfer");
    }

    /** His employer kept his passport and his wages. */
    void passportAndWages(String file) {
        String claim = matter("clara", file, "LABOUR_CLAIM", "EMPLOYER");
        court("clara", claim, LABOUR_COURT, "7 Ca 902/26", "APPLICANT", "EMPLOYER");
        reaches("clara", claim, "PREPARATION");
        hearing("clara", claim, 11, "10:00", "LABOUR_TRIBUNAL", List.of("INTERPRETER"));
        api.post(
                "clara",
                claim + "/deadlines",
                Map.of(
                        "event",
                        "WAGES",
                        "calendar",
                        labourCourt(),
                        "eventOn",
                        ago(59),
                        "note",
                        "Three months of wages"));
    }

    /** By which the lawyers' house reckons; answers its id. */
    private String labourCourt() {
        api.post(
                "clara",
                "/court-calendars",
                Map.of(
                        "name",
                        LABOUR_COURT,
                        "zone",
                        "Europe/Berlin",
                        "restDays",
                        List.of(DayOfWeek.SATURDAY.getValue(), DayOfWeek.SUNDAY.getValue()),
                        "days",
                        List.of(Map.of(
                                "day", LocalDate.of(today.getYear() + 1, 1, 1).toString(), "name", "New Year")),
                        "rules",
                        List.of(rule("WAGES", 12, "WEEKS"), rule("APPEAL", 1, "MONTHS"))));
        for (JsonNode one : api.get("clara", "/court-calendars").body()) {
            if (one.at("/calendar/name").asText().equals(LABOUR_COURT)) {
                return one.get("id").asText();
            }
        }
        throw new IllegalStateException("The calendar of the court is not there");
    }

    private static Map<String, Object> rule(String event, int amount, String unit) {
        return Map.of("event", event, "amount", amount, "unit", unit, "rolls", true, "standsStill", false);
    }

    /** She told police of the message that frightened her, and they keep it as theirs. */
    void toldPolice(String file) {
        String store = "/cases/" + file + "/police-store";
        api.put(
                "marta",
                store + "/record",
                Map.of("reference", "A-17/26", "unit", "Trafficking", "contact", "Duty officer"));
        api.post("marta", store + "/needs", Map.of("measure", "NO_CONTACT_ORDER"));
        api.post("marta", "/cases/" + file + "/police/statements", told("POLICE", 4, "WRITTEN", "SUPPORT_PERSON"));
    }

    /** Her lawyer looks whether anybody of the house acts for the other side, and she signs; answers where the matter is. */
    private String matter(String lawyer, String file, String track, String opposing) {
        String matter = "/matters/"
                + api.post(lawyer, "/cases/" + file + "/matters", Map.of("track", track, "stage", "ADVICE"))
                        .id();
        api.post(
                lawyer,
                matter + "/conflict-checks",
                Map.of("opposing", opposing, "otherMatter", false, "colleague", false, "known", false));
        api.post(
                lawyer,
                matter + "/mandates",
                Map.of("giver", "HERSELF", "scope", "ENFORCEMENT_TOO", "signedOn", ago(30)));
        return matter;
    }

    private void court(String lawyer, String matter, String court, String reference, String her, String opposing) {
        api.put(
                lawyer,
                matter + "/court",
                Map.of("court", court, "reference", reference, "herRole", her, "opposing", opposing));
    }

    private void reaches(String lawyer, String matter, String... stages) {
        for (String stage : stages) {
            api.post(lawyer, matter + "/stages", Map.of("stage", stage));
        }
    }

    /** Answers where the hearing is. */
    private String hearing(
            String lawyer, String matter, int days, String at, String type, List<String> needs, String... protection) {
        String when = working(days) + "T" + at + ":00Z";
        api.post(
                lawyer,
                matter + "/hearings",
                Map.of(
                        "at",
                        when,
                        "type",
                        type,
                        "place",
                        "COURT",
                        "mode",
                        "IN_PERSON",
                        "needs",
                        needs,
                        "protection",
                        List.of(protection)));
        for (JsonNode one : api.get(lawyer, matter + "/hearings").body()) {
            if (one.get("hearingAt").asText().equals(when)) {
                return matter + "/hearings/" + one.get("id").asText();
            }
        }
        throw new IllegalStateException("The hearing of " + when + " is not there");
    }

    private void answered(String lawyer, String hearing, String measure, String answer) {
        api.post(lawyer, hearing + "/protection", Map.of("measure", measure, "answer", answer));
    }

    private void lastDay(String lawyer, String matter, String event, int days, String note) {
        api.post(
                lawyer,
                matter + "/deadlines",
                Map.of("event", event, "dueOn", working(days).toString(), "note", note));
    }

    /** Her telephone, which an expert looked at, and what was written to her. */
    private void proves(String matter) {
        String evidence = matter + "/evidence";
        api.post(
                "daniel",
                evidence,
                Map.of(
                        "kind",
                        "DEVICE",
                        "words",
                        "Her telephone with the messages of two years",
                        "source",
                        "SURVIVOR",
                        "sourceOn",
                        ago(20),
                        "originalWith",
                        "LAWYERS",
                        "sha256",
                        HASH));
        String telephone = evidence + "/"
                + api.get("daniel", evidence).body().at("/evidence/0/id").asText();
        handed(telephone, "SURVIVOR", "LAWYERS", 20, "KEEPING", Map.of("condition", "UNDAMAGED"));
        handed(
                telephone,
                "LAWYERS",
                "EXPERT",
                14,
                "EXAMINING",
                Map.of("takerName", "Laboratory of the university", "condition", "SEALED", "seal", "B 4471"));
        handed(
                telephone,
                "EXPERT",
                "LAWYERS",
                6,
                "GIVEN_BACK",
                Map.of("giverName", "Laboratory of the university", "condition", "SEALED", "seal", "B 4502"));
        api.post("daniel", telephone + "/checks", Map.of("sha256", HASH));
        api.post(
                "daniel",
                evidence,
                Map.of(
                        "kind", "MEDICO_LEGAL",
                        "words", "What the doctor found in the first week",
                        "source", "HOSPITAL",
                        "sourceOn", ago(12),
                        "originalWith", "HOSPITAL"));
    }

    private void handed(
            String evidence, String giver, String taker, int days, String purpose, Map<String, Object> state) {
        Map<String, Object> link = new HashMap<>(state);
        link.put("giver", giver);
        link.put("taker", taker);
        link.put("handedAt", ago(days) + "T10:00:00Z");
        link.put("purpose", purpose);
        api.post("daniel", evidence + "/custody", link);
    }

    private void spent(String matter, String kind, String amount, int days, String bearer) {
        api.post(
                "daniel",
                matter + "/costs",
                Map.of(
                        "kind",
                        kind,
                        "amount",
                        new BigDecimal(amount),
                        "currency",
                        "EUR",
                        "spentOn",
                        ago(days),
                        "bearer",
                        bearer));
    }

    private void paper(String person, String file, String title, String kind, String matter, String text) {
        api.handIn(
                person,
                "/cases/" + file + "/documents",
                "document",
                Map.of("title", title, "documentClass", kind, "matter", matter.substring("/matters/".length())),
                text);
    }

    /** What she earned was ordered; half of it is there. */
    private void wages(String file) {
        String claim = matter("daniel", file, "LABOUR_CLAIM", "EMPLOYER");
        court("daniel", claim, LABOUR_COURT, "7 Ca 871/26", "APPLICANT", "EMPLOYER");
        reaches("daniel", claim, "PREPARATION", "FILED", "TRIAL");
        api.post("daniel", claim + "/decisions", Map.of("outcome", "CLAIM_GRANTED", "decidedOn", ago(25)));
        api.rewrite(
                "daniel",
                claim,
                Map.of(
                        "track",
                        "LABOUR_CLAIM",
                        "stage",
                        "DECISION",
                        "compensation",
                        Map.of("claimed", 6000, "ordered", 5000, "currency", "EUR")));
        reaches("daniel", claim, "FINAL", "ENFORCEMENT");
        api.post("daniel", claim + "/payments", Map.of("paidOn", ago(10), "amount", 2500, "payer", "EMPLOYER"));
        lastDay("daniel", claim, "OTHER", 12, "Ask for the bailiff, unless the second half is there");
    }

    private void permit(String file) {
        String stay = matter("clara", file, "RESIDENCE_PERMIT", "STATE");
        court("clara", stay, "Aliens' office", "R 2210/25", "APPLICANT", "STATE");
        api.post(
                "clara",
                stay + "/permits",
                Map.of(
                        "permit", "RESIDENCE",
                        "issuedOn", ago(345),
                        "expiresOn", working(20).toString()));
        hearing("clara", stay, 9, "11:00", "IMMIGRATION_INTERVIEW", List.of("INTERPRETER", "PREPARATION"));
    }

    /** She told it once, and is asked again. */
    private void prosecution(String file) {
        String police = "/cases/" + file + "/police";
        api.put(
                "irene",
                "/cases/" + file + "/police-store/record",
                Map.of("reference", "520 Js 88/26", "contact", "Victims' desk"));
        api.post("irene", "/cases/" + file + "/police-store/needs", Map.of("measure", "NO_VISUAL_CONTACT"));
        api.post("irene", police + "/statements", told("PROSECUTION", 18, "VIDEO", "LAWYER"));
        api.post(
                "irene",
                police + "/interviews",
                Map.of("about", List.of("MONEY", "OTHER_VICTIMS"), "minutes", 45, "protection", List.of("VIDEO_LINK")));
    }

    private Map<String, Object> told(String agency, int days, String medium, String company) {
        return Map.of("agency", agency, "takenOn", ago(days), "medium", medium, "company", List.of(company));
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    /** So many days from now, or the next on which courts work. */
    private LocalDate working(int days) {
        LocalDate day = today.plusDays(days);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
