package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.PROSECUTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Police and prosecution who help a survivor find no trace of a shelter (ACCESS 7): whatever they read over the API and on pages, with their
 * own ids and with the shelter's. A shelter said no to her and then yes, houses her, plans with her, goes with her to court, is asked to
 * go on; nothing of it is told, counted, dated or refused in a way that tells it. Who leads her file and referred her to them shelters
 * people, too: they are told of it no more than of anybody who leads.
 */
class NoTraceOfAShelterTest {
    private static final String[] ALL_SHE_CAN_SHARE = {
        "IDENTITY",
        "CONTACT_LOCATION",
        "DEMOGRAPHICS",
        "TRAFFICKING_EXPERIENCE",
        "LEGAL",
        "SAFETY_RISK",
        "CARE_PLAN_GOALS"
    };
    /** The same for everybody, whether or not anybody was ever sheltered: what kinds of help and of information there are in the world. */
    private static final Set<String> VOCABULARY =
            Set.of("listCodes", "readOpenApi", "listDecisionTables", "readOwnMatrix");

    /** Kinds of organisations and of help to choose from, and advice: the same on every day and for everybody. */
    private static final Set<String> PAGES_OF_VOCABULARY = Set.of(
            "/casefile/open.xhtml",
            "/organisation/admit.xhtml",
            "/organisation/service.xhtml",
            "/organisation/services.xhtml",
            "/worklist/tables.xhtml");

    private static final Path PAGES = Path.of("../web/src/main/webapp");

    private static final Product PRODUCT = Product.get();
    private static final Map<String, Set<String>> THEIRS = new LinkedHashMap<>();
    private static final Map<String, Set<String>> SHELTERS = new LinkedHashMap<>();
    private static final Set<String> SECRETS = new TreeSet<>();
    private static Survivor maya;
    private static String before;
    private static String leads;
    private static String kind;

    @BeforeAll
    static void a_survivor_whom_police_and_a_shelter_help() {
        // what police themselves have chosen and kept is no trace of anybody
        PRODUCT.sql().run("delete from alongside.saved_filter");
        maya = Survivor.adult(PRODUCT, "mina");
        maya.agreesToShareWith(POLICE, ALL_SHE_CAN_SHARE);
        String police = maya.isReferredTo(POLICE_PROTECTION, "URGENT", ALL_SHE_CAN_SHARE);
        must(204, post("ilse", "/api/v1/referrals/" + police + "/approval", null));
        must(200, post("marta", "/api/v1/referrals/" + police + "/acceptance", Map.of()));
        String prosecution = prosecutionProtects();
        before = rowOfTheList();

        String consent = maya.agreesToShareWith(WILLOW, ALL_SHE_CAN_SHARE);
        String refused = maya.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        must(204, post("sana", "/api/v1/referrals/" + refused + "/decline", Map.of("reason", "NO_CAPACITY")));
        String helped = maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, ALL_SHE_CAN_SHARE);
        String goal = maya.wants("A door I can lock");
        must(204, post("mina", "/api/v1/goals/" + goal + "/agreement", Map.of("agreedByHer", true)));
        String step = maya.hasStep(goal, "Give her a key", WILLOW, "SHS");
        must(204, post("sana", "/api/v1/steps/" + step + "/completion", Map.of("outcome", "She has it")));
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        String matter = maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        must(204, post("sana", "/api/v1/matters/" + matter + "/support", Map.of("need", "ESCORT")));

        House house = House.of(PRODUCT, 1);
        String placement = house.livesIn(maya, 0);
        must(
                204,
                PRODUCT.http("petra")
                        .put("/api/v1/houses/" + house.facility() + "/address", Map.of("address", "12 Example Lane")));

        String told = "/api/v1/cases/" + maya.caseId() + "/police-store/shares";
        must(204, post("marta", told, Map.of("kind", "THREAT", "told", "He asks around")));
        must(204, post("irene", told, Map.of("kind", "THREAT", "told", "He asks around")));

        THEIRS.put("caseId", Set.of(maya.caseId()));
        THEIRS.put("code", Set.of(maya.fileFor("mina").json().get("code").asText()));
        THEIRS.put("referralId", Set.of(police, prosecution));
        THEIRS.put("matterId", Set.of(matter));
        Set<String> tasks = new LinkedHashSet<>();
        for (String person : List.of("marta", "irene")) {
            PRODUCT.work(person).forEach(task -> tasks.add(task.at("/task/id").asText()));
        }
        THEIRS.put("taskId", tasks);

        SHELTERS.put("referralId", Set.of(refused, helped));
        SHELTERS.put("consentId", Set.of(consent));
        SHELTERS.put("goalId", Set.of(goal));
        SHELTERS.put("stepId", Set.of(step));
        String note = house.left("sana", "Water the plants of the hidden yard");
        SHELTERS.put("shiftNoteId", Set.of(note));
        SHELTERS.put("incidentId", Set.of(house.wentWrong("sana")));
        house.rules("Keep the gate by the poplars shut");
        SHELTERS.put(
                "restrictionId", Set.of(house.limits("sana", house.colleague(), placement, House.inHours(PRODUCT, 3))));
        SHELTERS.put("houseId", Set.of(house.facility()));
        SHELTERS.put("roomId", Set.of(house.room()));
        SHELTERS.put("bedId", Set.copyOf(house.beds()));
        SHELTERS.put("placementId", Set.of(placement));
        SHELTERS.put("serviceId", Set.of(WILLOW_SAFE_HOUSE));
        leads = PRODUCT.http("mina")
                .get("/api/v1/me")
                .json()
                .at("/organisation")
                .asText();
        kind = (String)
                PRODUCT.sql().one("select type from alongside.organisation where organisation_id = '" + leads + "'");
        PRODUCT.sql().run("update alongside.organisation set type = 'SHELTER' where organisation_id = '" + leads + "'");
        SHELTERS.put("organisationId", Set.of(WILLOW, leads));
        SHELTERS.values().forEach(SECRETS::addAll);
        for (String names : List.of(
                "select string_agg(organisation_id || '|' || name, '|') from alongside.organisation where alongside.shelters(organisation_id)",
                "select string_agg(service_id::text, '|') from alongside.service where alongside.shelters(organisation_id)",
                "select string_agg(name, '|') from alongside.service where service_type = 'SHELTER'",
                "select string_agg(worker_id || '|' || name, '|') from alongside.worker where alongside.shelters(organisation_id)",
                "select string_agg(team_id::text, '|') from alongside.team where alongside.shelters(organisation_id)")) {
            SECRETS.addAll(List.of(((String) PRODUCT.sql().one(names)).split("\\|")));
        }
        SECRETS.addAll(List.of(
                house.codeName(),
                "Example Lane",
                "hidden yard",
                "quarrel about the kitchen",
                "by the poplars",
                "woke the others"));
        SECRETS.addAll(List.of("shelter", "safe house", "safehouse", "SHELTER_PLACEMENT", "\"SHS\"", "\"SHM\""));
        assertThat(SECRETS).contains("Willow Rooms", "Sana Haddad");
    }

    @AfterAll
    static void who_leads_shelters_nobody_any_more() {
        PRODUCT.sql()
                .run("update alongside.organisation set type = '" + kind + "' where organisation_id = '" + leads + "'");
    }

    /** Prosecution offers what police offer, and she asks them, too. */
    private static String prosecutionProtects() {
        maya.agreesToShareWith(PROSECUTION, ALL_SHE_CAN_SHARE);
        String service = Survivor.id(must(
                201,
                post(
                        "irene",
                        "/api/v1/own/services",
                        Map.of(
                                "type",
                                "POLICE_PROTECTION",
                                "name",
                                "Protection of witnesses",
                                "region",
                                "CAPITAL",
                                "forChildren",
                                true,
                                "languages",
                                List.of("eng"),
                                "capacity",
                                "PLACES",
                                "hours",
                                List.of(),
                                "remote",
                                false))));
        String referral = maya.isReferredTo(service, "URGENT", ALL_SHE_CAN_SHARE);
        must(204, post("ilse", "/api/v1/referrals/" + referral + "/approval", null));
        must(200, post("irene", "/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        return referral;
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta", "irene"})
    void no_answer_of_the_api_tells_of_it(String person) {
        SoftAssertions all = new SoftAssertions();
        int answered = 0;
        for (ApiOperation operation : ApiOperation.all(PRODUCT)) {
            if (operation.reads() && !VOCABULARY.contains(operation.id())) {
                for (String address : addresses(operation, THEIRS)) {
                    Reply reply = PRODUCT.http(person).get(address);
                    answered += reply.status() == 200 ? 1 : 0;
                    silent(all, address, reply.text());
                    reply.headers()
                            .map()
                            .forEach((name, values) -> silent(all, address + " " + name, String.valueOf(values)));
                }
            }
        }
        all.assertAll();
        assertThat(answered).as("who reads nothing finds nothing").isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta", "irene"})
    void what_is_the_shelters_answers_like_what_is_not_there(String person) {
        SoftAssertions all = new SoftAssertions();
        for (ApiOperation operation : ApiOperation.all(PRODUCT)) {
            SHELTERS.forEach((name, ids) -> {
                if (operation.reads() && operation.path().contains("{" + name + "}")) {
                    for (String theirs : ids) {
                        all.assertThat(asked(person, operation, name, theirs))
                                .as(operation.id() + " of " + name)
                                .isEqualTo(asked(person, operation, name, ApiOperation.NOBODYS));
                    }
                }
            });
        }
        silent(
                all,
                "services",
                PRODUCT.http(person).get("/api/v1/services?type=SHELTER").text());
        all.assertAll();
    }

    @Test
    void no_paper_that_police_print_tells_of_it() throws IOException {
        SoftAssertions all = new SoftAssertions();
        int printed = 0;
        for (ApiOperation operation : ApiOperation.all(PRODUCT)) {
            if (operation.id().startsWith("print")) {
                for (String address : addresses(operation, THEIRS)) {
                    byte[] paper = PRODUCT.http("marta").file(address).body();
                    if (paper.length > 4 && paper[0] == '%' && paper[1] == 'P') {
                        printed++;
                        silent(all, address, new PDFTextStripper().getText(Loader.loadPDF(paper)));
                    }
                }
            }
        }
        all.assertAll();
        assertThat(printed).isPositive();
    }

    @Test
    void no_day_in_their_list_moves_with_it() {
        assertThat(rowOfTheList()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta", "irene"})
    void no_page_tells_of_it(String person) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser police = Browser.as(person);
                Stream<Path> files = Files.walk(PAGES)) {
            String asks = "?case=" + maya.caseId() + "&referral="
                    + THEIRS.get("referralId").iterator().next() + "&matter="
                    + THEIRS.get("matterId").iterator().next();
            for (Path file : files.filter(one -> one.toString().endsWith(".xhtml"))
                    .filter(one -> !one.toString().contains("WEB-INF"))
                    .sorted()
                    .toList()) {
                String path = "/" + PAGES.relativize(file).toString().replace('\\', '/');
                if (!PAGES_OF_VOCABULARY.contains(path) && !path.contains("signed-out")) {
                    Page page = police.open(path + asks);
                    silent(all, path, page.content());
                }
            }
        }
        all.assertAll();
    }

    /** Every address of the operation with ids of theirs; one parameter is exchanged at a time. */
    private static List<String> addresses(ApiOperation operation, Map<String, Set<String>> ids) {
        List<String> addresses = new ArrayList<>(List.of(operation.path()));
        ids.forEach((name, values) -> {
            List<String> filled = new ArrayList<>();
            for (String address : addresses) {
                if (address.contains("{" + name + "}")) {
                    values.forEach(value -> filled.add(address.replace("{" + name + "}", value)));
                } else {
                    filled.add(address);
                }
            }
            addresses.clear();
            addresses.addAll(filled);
        });
        return addresses.stream()
                .map(address -> address.replaceAll("\\{\\w+}", ApiOperation.NOBODYS))
                .toList();
    }

    /** What is answered, but for the id that was asked for. */
    private static String asked(String person, ApiOperation operation, String name, String id) {
        String address = operation.path().replace("{" + name + "}", id).replaceAll("\\{\\w+}", ApiOperation.NOBODYS);
        Reply reply = PRODUCT.http(person).get(address);
        return reply.status() + " " + reply.text().replace(id, "ID");
    }

    private static void silent(SoftAssertions all, String where, String told) {
        // a task of theirs is offered to every job at their own organisation that receives anything
        String lower = told.replaceAll(
                        "\\{\"organisation\":\"(" + POLICE + "|" + PROSECUTION + ")\",\"role\":\"\\w+\"}", "{}")
                .toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
            int at = lower.indexOf(secret.toLowerCase(Locale.ROOT));
            all.assertThat(at < 0 ? "" : lower.substring(Math.max(0, at - 60), Math.min(lower.length(), at + 60)))
                    .as(where + " tells " + secret)
                    .isEmpty();
        }
    }

    private static String rowOfTheList() {
        String cursor = "";
        while (true) {
            JsonNode page = PRODUCT.http("marta")
                    .get("/api/v1/cases?limit=100" + cursor)
                    .json();
            for (JsonNode row : page.get("items")) {
                if (id(row).equals(maya.caseId())) {
                    return row.toString();
                }
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    private static String id(JsonNode row) {
        return row.get("id").asText();
    }

    private static Reply post(String person, String path, Object body) {
        return PRODUCT.http(person).post(path, body);
    }
}
