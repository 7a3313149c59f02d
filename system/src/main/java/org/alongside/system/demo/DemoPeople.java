package org.alongside.system.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alongside.system.api.Api;

/** A dozen made-up people: some in beds, one with her children, one whose plan waits for a supervisor, one who goes to court, one who waits for an answer. */
public final class DemoPeople {
    private static final String WILLOW = organisation(3);
    private static final String LANTERN = organisation(4);
    private static final String CEDAR = organisation(5);
    private static final String OPEN_DOOR = organisation(6);
    private static final String POLICE = organisation(7);
    private static final String PROSECUTION = organisation(11);
    private static final List<String> TO_SHELTER =
            List.of("IDENTITY", "CONTACT_LOCATION", "DEMOGRAPHICS", "SAFETY_RISK", "HEALTH");
    private static final List<String> TOLD = List.of("IDENTITY", "CONTACT_LOCATION");
    private static final String ROWAN = "00000000-0000-4000-c000-000000000001";
    private static final String LINDEN = "00000000-0000-4000-c000-000000000003";

    private final Api api;
    private final LocalDate today;
    private final DemoStays stays;
    private final DemoPlans plans;
    private final DemoMatters matters;
    private final Map<String, String> cases = new ConcurrentHashMap<>();

    private DemoPeople(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
        stays = new DemoStays(api);
        plans = new DemoPlans(api, today);
        matters = new DemoMatters(api, today);
    }

    /**
     * Brings them into a product that has nobody yet. The day is asked of the demo's clock, which there is in a demo alone: elsewhere
     * nobody is brought.
     *
     * @param url the product's address
     * @param realm the realm's, with the demo's workers
     * @return the case of each, by the name that they use
     * @throws IllegalStateException where the product refuses something, or does not answer
     */
    public static Map<String, String> bring(String url, String realm) {
        Api api = new Api(url, realm);
        String now = api.post("kim", "/clock", Map.of("forward", "PT0S"))
                .body()
                .get("now")
                .asText();
        DemoPeople people = new DemoPeople(api, LocalDate.parse(now.substring(0, 10)));
        Stream.<Runnable>of(
                        people::familyInOneRoom,
                        people::womanWithAPlan,
                        people::awayUntilTomorrow,
                        people::bedHeld,
                        people::childWhosePlanWaits,
                        people::manWhoLivesThere,
                        people::waitsForAnAnswer,
                        people::waitsForABed,
                        people::justOpened,
                        people::threatenedAndSeenTo)
                .parallel()
                .forEach(Runnable::run);
        people.evening();
        return people.cases;
    }

    private String code(String caseId) {
        return api.get("mina", "/cases/" + caseId).body().get("code").asText();
    }

    /** A mother, her daughter and her son at Lantern House, in a room that is theirs. */
    private void familyInOneRoom() {
        MadeUp samira = new MadeUp("Samira", 34, "FEMALE", "ara", "SY", "SAFE_PLACE");
        MadeUp yusra = new MadeUp("Yusra", 9, "FEMALE", "ara", "SY", "SAFE_PLACE");
        MadeUp bilal = new MadeUp("Bilal", 6, "MALE", "ara", "SY", "SAFE_PLACE");
        String mother = open("mina", samira);
        String daughter = open("mina", yusra);
        String son = open("mina", bilal);
        api.post("mina", "/cases/" + mother + "/family", Map.of("codes", List.of(code(daughter), code(son))));
        refer("mina", samira, mother, LANTERN, service(2), "grace");
        refer("mina", yusra, daughter, LANTERN, service(3), "grace");
        refer("mina", bilal, son, LANTERN, service(3), "grace");
        String room = api.post(
                        "grace",
                        "/houses/" + LINDEN + "/rooms",
                        Map.of("label", "Room 3", "kind", "ONE_FAMILY", "accessibility", List.of("WITH_CHILDREN")))
                .id();
        List<Map<String, Object>> places = new ArrayList<>();
        String hers = "";
        // whom who leads called a family is asked for together, whoever is named first
        for (String one : List.of(daughter, son, mother)) {
            hers = api.bedAskedFor("grace", one);
            String label = "3" + (char) ('A' + places.size());
            String bed = api.post("grace", "/houses/" + LINDEN + "/rooms/" + room + "/beds", Map.of("label", label))
                    .id();
            places.add(Map.of("placement", hers, "bed", bed));
        }
        api.post("grace", "/placements/" + hers + "/offer", Map.of("places", places));
        api.post("grace", "/placements/" + hers + "/hold", null);
        stays.admit("luis", hers, "ara");
        plans.goal("mina", mother, "SOCIAL_INCLUSION", "School for both, and nobody asks why", false);
    }

    /** At Willow Rooms, with a plan that a supervisor has agreed to, and needs that get better. */
    private void womanWithAPlan() {
        MadeUp amara = new MadeUp("Amara", 24, "FEMALE", "eng", "NG", "SAFE_PLACE");
        String file = open("mina", amara);
        refer("mina", amara, file, WILLOW, service(1), "petra");
        stays.livesIn("petra", "sana", stays.place("petra", file), bed(2, 1), "eng");
        stays.lookAfter("sana", file, Map.of("kind", "ALLERGY", "what", "NUTS", "words", "Also in bread"));
        stays.lookAfter(
                "sana", file, Map.of("kind", "MEDICINE", "what", "BY_THE_HOUSE", "times", List.of("08:00", "20:30")));
        refer("mina", amara, file, PROSECUTION, service(11), "irene");
        refer("mina", amara, file, OPEN_DOOR, service(6), "daniel");
        answer(sent("mina", amara, file, service(12), TOLD, false), "clara");
        matters.trialWagesAndPermit(file);
        plans.assess("mina", file);
        plans.needs("mina", file, "ENTRY", plans.aQuarterAgo(), "IN_CRISIS", "STRUGGLING", "STRUGGLING");
        plans.needs("mina", file, "QUARTER", today, "STRUGGLING", "COPING", "STRUGGLING");
        api.post(
                "mina",
                "/cases/" + file + "/own-words",
                Map.of("saidOn", today.toString(), "mattersMost", "To work again, and to sleep", "going", "WELL"));
        String goal =
                plans.goal("mina", file, "HOUSING", "A door I can lock, and no one telling me when to sleep", true);
        String step = plans.step("mina", goal, "See two flats together", organisation(1), "CW");
        api.post("mina", "/steps/" + step + "/beginning", null);
        String work = plans.goal("mina", file, "LIVELIHOOD", "My own money, from work that I choose", true);
        plans.step("mina", work, "Ask whether her certificate counts here", organisation(1), "CW");
        api.post("mina", "/cases/" + file + "/care-plan/approval-request", Map.of("words", "The flats are new"));
        api.post("ilse", "/cases/" + file + "/care-plan/approval", null);
    }

    private void awayUntilTomorrow() {
        MadeUp lidia = new MadeUp("Lidia", 29, "FEMALE", "ron", "MD", "SAFE_PLACE");
        String file = open("mina", lidia);
        refer("mina", lidia, file, WILLOW, service(1), "petra");
        String placement = stays.place("petra", file);
        stays.livesIn("petra", "sana", placement, bed(2, 2), "ron");
        api.post("sana", "/placements/" + placement + "/absence", Map.of("until", today.plusDays(1) + "T18:00:00Z"));
        refer("mina", lidia, file, OPEN_DOOR, service(6), "daniel");
        matters.keptAway(file);
    }

    private void bedHeld() {
        MadeUp mirela = new MadeUp("Mirela", 41, "FEMALE", "sqi", "AL", "SAFE_PLACE");
        String file = open("jonas", mirela);
        refer("jonas", mirela, file, WILLOW, service(1), "petra");
        stays.hold("petra", stays.place("petra", file), bed(5, 1));
        refer("jonas", mirela, file, OPEN_DOOR, service(6), "daniel");
        matters.asylum(file);
    }

    private void childWhosePlanWaits() {
        MadeUp hana = new MadeUp("Hana", 15, "FEMALE", "amh", "ET", "COUNSELLING");
        String file = open("mina", hana);
        refer("mina", hana, file, LANTERN, service(3), "grace");
        stays.livesIn("grace", "luis", stays.place("grace", file), bed(9, 1), "amh");
        plans.assess("mina", file);
        plans.needs("mina", file, "ENTRY", today, "STRUGGLING", "COPING", "IN_CRISIS");
        String goal = api.post(
                        "mina", "/cases/" + file + "/goals", plans.written("EDUCATION", "To be in a class with others"))
                .id();
        api.post("mina", "/goals/" + goal + "/agreement", Map.of("agreedByHer", true, "backing", "BEST_INTERESTS"));
        plans.step("mina", goal, "Ask the school for a place", organisation(1), "CW");
        api.post("mina", "/cases/" + file + "/care-plan/approval-request", Map.of("words", "She starts on Monday"));
    }

    private void manWhoLivesThere() {
        MadeUp tariq = new MadeUp("Tariq", 31, "MALE", "urd", "PK", "DOCUMENTS");
        String file = open("jonas", tariq);
        refer("jonas", tariq, file, LANTERN, service(2), "grace");
        stays.livesIn("grace", "luis", stays.place("grace", file), bed(8, 1), "urd");
        plans.goal("jonas", file, "IMMIGRATION_DOCUMENTS", "My passport back", true);
        refer("jonas", tariq, file, OPEN_DOOR, service(6), "clara");
        matters.passportAndWages(file);
    }

    private void waitsForAnAnswer() {
        MadeUp nadia = new MadeUp("Nadia", 22, "FEMALE", "prs", "AF", "COUNSELLING");
        String file = open("jonas", nadia);
        ask("jonas", nadia, file, CEDAR, service(4));
    }

    private void waitsForABed() {
        MadeUp oksana = new MadeUp("Oksana", 38, "FEMALE", "ukr", "UA", "SAFE_PLACE");
        String file = open("mina", oksana);
        refer("mina", oksana, file, WILLOW, service(1), "petra");
        stays.place("petra", file);
    }

    private void justOpened() {
        open("tomas", new MadeUp("Farid", 19, "MALE", "fra", "BF", "LEGAL_ADVICE"));
    }

    /** A message frightened her; her supervisor saw to it, and what was done is written down. */
    private void threatenedAndSeenTo() {
        MadeUp joy = new MadeUp("Joy", 26, "FEMALE", "eng", "GH", "SAFE_PHONE");
        String file = open("mina", joy);
        refer("mina", joy, file, POLICE, service(7), "marta");
        matters.toldPolice(file);
        plans.assess("mina", file);
        String alert = "/alerts/"
                + api.post(
                                "mina",
                                "/cases/" + file + "/alerts",
                                Map.of("type", "THREAT_RECEIVED", "inDanger", false, "words", "A message at night"))
                        .id();
        api.post("ilse", alert + "/acknowledgement", null);
        api.post(
                "ilse",
                alert + "/settlement",
                Map.of("outcome", "PLAN_CHANGED", "words", "She has a new number, and her friend knows"));
        api.put(
                "mina",
                "/cases/" + file + "/safety-plan",
                Map.of(
                        "basedOn",
                        0,
                        "warningSigns",
                        "A number that I do not know, twice in a day",
                        "steps",
                        "I switch it off, go to my friend and call Mina from there",
                        "survivorCopy",
                        "KNOWS_BY_HEART"));
    }

    /** What the evening shift of Willow Rooms leaves to the night. */
    private void evening() {
        api.post(
                "sana",
                "/houses/" + ROWAN + "/logbook/notes",
                Map.of(
                        "words",
                        "A quiet evening. The boiler is loud again.",
                        "lines",
                        List.of(Map.of("kind", "DO", "words", "Call the plumber"))));
    }

    /** Answers the case. */
    private String open(String caseworker, MadeUp person) {
        String file = api.post(caseworker, "/cases", person.intake()).id();
        cases.put(person.name(), file);
        if (person.child()) {
            api.post(
                    caseworker,
                    "/cases/" + file + "/child-notification",
                    Map.of("authority", "Youth office, Harbour", "notifiedAt", today.minusDays(1) + "T09:00:00Z"));
        }
        return file;
    }

    /** She agrees and is referred; answers the referral, which the recipient has not answered. */
    private String ask(String caseworker, MadeUp person, String file, String organisation, String service) {
        boolean enforces = List.of(POLICE, PROSECUTION).contains(organisation);
        List<String> categories = enforces
                ? List.of("IDENTITY")
                : organisation.equals(WILLOW) || organisation.equals(LANTERN) ? TO_SHELTER : TOLD;
        api.post(
                caseworker,
                "/cases/" + file + "/consents",
                person.agreement(organisation, enforces ? "SHARE_LAW_ENFORCEMENT" : "SHARE_REFERRAL", categories));
        return sent(caseworker, person, file, service, categories, enforces);
    }

    private String sent(
            String caseworker, MadeUp person, String file, String service, List<String> categories, boolean enforces) {
        String referral = api.post(
                        caseworker,
                        "/cases/" + file + "/referrals",
                        Map.of("service", service, "urgency", "URGENT", "categories", categories))
                .id();
        if (person.child() || enforces) {
            api.post("ilse", "/referrals/" + referral + "/approval", null);
        }
        return referral;
    }

    private void refer(
            String caseworker, MadeUp person, String file, String organisation, String service, String answerer) {
        answer(ask(caseworker, person, file, organisation, service), answerer);
    }

    private void answer(String referral, String answerer) {
        api.post(answerer, "/referrals/" + referral + "/acceptance", Map.of());
        api.post(answerer, "/referrals/" + referral + "/first-contact", null);
    }

    private static String organisation(int number) {
        return "00000000-0000-4000-9000-0000000000%02d".formatted(number);
    }

    private static String service(int number) {
        return "00000000-0000-4000-b000-0000000000%02d".formatted(number);
    }

    /** A bed of the houses that the demo has. */
    private static String bed(int room, int number) {
        return "00000000-0000-4000-e000-00000000%02d%02d".formatted(room, number);
    }
}
