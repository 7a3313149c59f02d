package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page with every demo person, about a case that is their own (mina, ilse), a colleague's (jonas), shared with them
 * (sana, petra, daniel), shared once and closed since (noor, elif) and foreign (the others): it opens, tells that it is not
 * theirs to do, or is not there, and then with the same words as a case that does not exist. A page that is not in the table
 * fails the build.
 */
class PageRolesTest {
    /** Page, address behind it, for whom it opens, and who is told that it is not theirs; for the others it is not there. */
    private static final String TABLE = """
            /casefile/file        | case={case}                   | mina ilse sana petra daniel |
            /casefile/known       | case={case}                   | mina ilse sana petra daniel |
            /casefile/name        | case={case}                   | mina                        | ilse sana petra daniel
            /casefile/contact     | case={case}                   | mina                        | ilse sana petra daniel
            /casefile/notify      | case={case}                   | mina                        | ilse sana petra daniel
            /casefile/close       | case={case}                   | mina ilse                   | sana petra daniel
            /casefile/reopen      | case={case}                   | mina ilse                   | sana petra daniel
            /afterwards/of        | case={case}                   | mina ilse                   | sana petra daniel
            /afterwards/one       | followup={followup}           | mina ilse                   |
            /afterwards/measure   | followup={followup}&scale=00000000-0000-4000-c100-000000000002 | mina | ilse
            /casefile/basis       | case={case}                   | mina ilse                   | sana petra daniel
            /identification/of    | case={case}                   | mina ilse                   | sana petra daniel
            /reintegration/of     | case={case}                   | mina ilse                   | sana petra daniel
            /reintegration/one    | reintegration={reintegration} | mina ilse                   |
            /guardian/around      | case={case}                   | mina ilse                   | sana petra daniel
            /guardian/keep        | case={case}                   | mina                        | ilse sana petra daniel
            /guardian/exclude     | case={case}                   | mina                        | ilse sana petra daniel
            /guardian/sign-in     | case={child}&guardian={guardian} | mina ilse                | teresa
            /guardian/lift        | case={child}&person={person}  | ilse                        | mina teresa
            /consent/list         | case={case}                   | mina ilse                   | sana petra daniel
            /consent/record       | case={case}                   | mina                        | ilse sana petra daniel
            /consent/ask          | case={case}                   | mina                        | ilse sana petra daniel
            /consent/withdraw     | case={case}&consent={consent} | mina                        | ilse sana petra daniel
            /consent/keep         | case={case}                   | mina                        | ilse sana petra daniel
            /consent/tell         | case={case}                   | mina                        | ilse sana petra daniel
            /consent/shared       | case={case}                   | mina ilse                   | sana petra daniel
            /disclosure/propose   | case={case}                   | mina                        | ilse sana petra daniel
            /identification/notify | case={case}                  | mina ilse                   | sana petra daniel
            /disclosure/one       | disclosure={disclosure}       | mina ilse vera              |
            /safety/of            | case={case}                   | mina ilse sana petra daniel |
            /safety/assess        | case={case}                   | mina                        | ilse sana petra daniel
            /safety/plan          | case={case}                   | mina                        | ilse sana petra daniel
            /safety/raise         | case={case}                   | mina ilse sana petra daniel |
            /safety/alert         | alert={alert}                 | mina ilse                   |
            /missing/begin        | case={case}                   | mina ilse                   | sana petra daniel
            /missing/of           | missing={missing}             | mina ilse                   |
            /missing/police       | missing={missing}             | mina ilse                   |
            /safety/unanswered    |                               | amina                       | all
            /oversight/why        | case={case}                   | mina ilse sana petra daniel |
            /oversight/seen       | case={case}                   | mina ilse                   | sana petra daniel
            /tie/record           | case={case}                   | ilse petra                  | mina sana daniel
            /tie/end              | tie={tie}                     | ilse                        | all -farah -petra -grace
            /attestation/attest   | attestation={attestation}     | mina ilse sana petra |
            /emergency/one        | emergency={emergency}         | tomas | mina ilse hugo vera
            /emergency/review     | emergency={emergency}         | hugo vera                   | tomas mina ilse
            /emergency/tell       | emergency={emergency}         | mina ilse                   | tomas hugo vera
            /emergency/misuse     | emergency={emergency}         |                             | tomas mina ilse hugo vera
            /handover/offer       | case={case}                   | mina ilse                   | sana petra daniel
            /handover/answer      | handover={handover}           | farah                       | mina ilse
            /matrix/change        | change={change}               | kim ada hugo vera           |
            /careplan/of          | case={case}                   | mina ilse sana petra daniel |
            /careplan/write       | case={case}                   | mina sana petra daniel      | ilse
            /careplan/needs       | case={case}                   | mina ilse sana petra daniel |
            /careplan/assess      | case={case}                   | mina sana petra daniel      | ilse
            /careplan/course      | case={case}                   | mina ilse                   | sana petra daniel
            /careplan/review      | case={case}                   | mina                        | ilse sana petra daniel
            /careplan/say         | case={case}                   | mina sana petra daniel      | ilse
            /interview/of         | case={case}                   | mina ilse daniel            | sana petra
            /interview/ask        | case={case}                   |                             | mina ilse sana petra daniel
            /interview/answer     | case={asked}&interview={interview} | mina                   | ilse daniel marta
            /interview/told       | case={case}                   | mina                        | ilse sana petra daniel
            /police/of            | case={case}                   |                             | mina ilse sana petra daniel
            /police/threats       | case={case}                   | petra                       | mina ilse sana daniel
            /defence/of           | case={case}                   | mina ilse daniel            | sana petra
            /courtorder/of        | case={case}                   | mina ilse daniel            | sana petra
            /healthcare/of        | case={case}                   | mina ilse                   | sana petra daniel
            /healthcare/appointment | case={case}                 | mina                        | ilse sana petra daniel
            /healthcare/urgent    | case={case}                   | mina                        | ilse sana petra daniel
            /healthcare/daily     | case={case}                   | mina                        | ilse sana petra daniel
            /healthcare/finding   | case={case}                   |                             | mina ilse sana petra daniel
            /document/of          | case={case}                   | mina ilse petra daniel      | sana
            /document/bring       | case={case}                   | mina petra daniel           | ilse sana
            /document/one         | case={case}&document={document} | mina ilse                 | sana
            /livelihood/of        | case={case}                   | mina ilse sana petra daniel |
            /livelihood/begin     | case={case}                   | mina sana petra daniel      | ilse
            /outcome/of           | case={case}                   | mina ilse sana petra daniel |
            /outcome/measure      | case={case}&scale={scale}     | mina sana petra daniel      | ilse
            /careplan/goal        | case={case}&goal={goal}       | mina ilse sana petra        |
            /careplan/plan        | case={case}&goal={goal}       | mina sana petra             | ilse
            /careplan/step        | case={case}&step={step}       | mina ilse sana petra        |
            /proceeding/of        | case={case}                   | mina ilse sana petra daniel |
            /proceeding/matter    | case={case}&matter={matter}   | mina ilse sana petra daniel |
            /proceeding/hearing   | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/result    | case={case}&matter={matter}&hearing={hearing} | daniel      | mina ilse sana petra
            /proceeding/deadline  | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/permit    | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/payments  | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/end       | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/appeal    | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/stages    | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/before    | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/counsel   | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/costs     | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/ledger    | case={case}                   | daniel                      | mina ilse sana petra
            /evidence/of          | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /evidence/one         | case={case}&matter={matter}&evidence={evidence} | daniel    | mina ilse sana petra
            /evidence/enter       | case={case}&matter={matter}   | daniel                      | mina ilse sana petra
            /proceeding/write     | case={case}                   | daniel                      | mina ilse sana petra
            /referral/of          | case={case}                   | mina ilse sana petra daniel |
            /referral/refer       | case={case}                   | mina                        | ilse sana petra daniel
            /referral/one         | referral={advice}             | mina ilse daniel            | amina
            /referral/decide      | referral={advice}             | mina ilse daniel            | amina
            /housing/of           | case={case}                   | mina ilse sana petra        | daniel
            /housing/ask          | case={case}                   | sana petra                  | mina ilse daniel
            /housing/placement    | placement={placement}         | sana petra                  | mina ilse
            /housing/steps        | placement={placement}         | mina ilse sana petra        |
            /housing/tonight      | case={case}                   | mina ilse                   | sana petra daniel
            /counselling/of       | case={case}                   | mina                        | ilse sana petra daniel
            /counselling/session  | session={session}             | noor                        |
            /housing/limits       | placement={placement}         | mina ilse sana petra        |
            /housing/way          | placement={placement}         | mina sana petra             | ilse
            /housing/house        | house={shelter}               | petra                       | sana
            /housing/people       | house={shelter}               | sana petra                  |
            /housing/rules        | house={shelter}               | sana petra                  |
            /housing/bed          | house={shelter}&bed={bed}     | petra                       | sana
            /organisation/hand-over | worker={worker}             | ilse                        | all -farah -petra -grace
            /organisation/assign  | case={case}                   | ilse                        | all -farah -petra -grace

            /livelihood/employers |                               | mina jonas ilse tomas farah sana petra luis grace noor elif daniel yusuf | all
            /outcome/scales       |                               | mina jonas ilse tomas farah sana petra luis grace noor elif daniel yusuf kim ada | all
            /outcome/counts       |                               | ilse farah petra grace      | all
            /casefile/open        |                               | mina jonas tomas            | all
            /casefile/list        |                               | -amina -hugo -kim -ada -leo -vera teresa | all
            /casefile/find        |                               | -amina -hugo -kim -ada -leo -vera | all
            /careplan/today       |                               | -marta -irene -amina -hugo -kim -ada -leo -vera | all
            /counselling/week     |                               | noor elif                   | all
            /counselling/groups   |                               | noor elif                   | all
            /counselling/caseload |                               | noor elif ilse farah        | all
            /proceeding/courts    |                               | daniel                      | all
            /proceeding/court     |                               | daniel                      | all
            /proceeding/feed      |                               | mina jonas ilse tomas farah sana petra luis grace daniel | all
            /proceeding/calendar  |                               | mina jonas ilse tomas farah sana petra luis grace daniel | all
            /proceeding/mine      |                               | mina jonas ilse tomas farah sana petra luis grace daniel | all
            /referral/incoming    |                               | -amina -hugo -kim -ada -leo -vera | all
            /referral/overdue     |                               | amina                       | all
            /police/summaries     |                               | amina                       | all
            /courtorder/lawyers   |                               | hugo vera                   | all
            /identification/arrived |                             | amina                       | all
            /report/coordination  |                               | ilse farah petra grace amina | all
            /report/behind        |                               | ilse farah petra grace amina | all
            /notice/on-call       |                               | ilse farah petra grace      | all
            /notice/preferences   |                               | staff                       | all
            /organisation/directory |                             | staff                       | all
            /organisation/list    |                               | kim ada                         | all
            /organisation/admit   |                               | kim ada                         | all
            /organisation/one     | organisation={house}          | kim ada                         | all -marta -irene
            /organisation/invite  | organisation={house}          | kim ada                         | all -marta -irene
            /organisation/worker  | worker={worker}               | kim ada                         |
            /organisation/team    |                               | ilse farah petra grace      | all
            /organisation/absence |                               | ilse farah petra grace      | all
            /organisation/services |                              | ilse farah petra grace noor elif daniel marta amina yusuf irene | all
            /organisation/service |                               | ilse farah petra grace noor elif daniel marta amina yusuf irene | all
            /transfer/imports     |                               | ilse farah                  | all
            /transfer/import      | import={import}               | ilse                        |
            /transfer/exports     |                               | ilse farah                  | all
            /transfer/export      | export={export}               | ilse                        |
            /logbook/write        | house={shelter}               | sana petra                  | all -luis -grace
            /logbook/record       | house={shelter}               | sana petra                  | all -luis -grace
            /logbook/incident     | incident={incident}           | sana petra                  |
            /logbook/read         |                               | sana petra luis grace       | all
            /logbook/incidents    |                               | ilse farah sana petra luis grace | all
            /housing/board        |                               | sana petra luis grace       | all
            /housing/write        |                               | petra grace                 | all
            /housing/occupancy    |                               | petra grace amina           | all
            /worklist/mine        |                               | staff teresa                | all
            /worklist/tables      |                               | staff                       | all
            /worklist/overlooked  |                               | amina                       | all
            /matrix/mine          |                               | all                         |
            /matrix/read          |                               | kim ada hugo vera           | all
            /matrix/propose       | role=COU&category=HEALTH      | kim ada                     | all
            /oversight/audit      |                               | hugo vera                   | all
            /tie/declare          |                               | staff                       | all
            /emergency/ask        |                               | mina jonas ilse tomas farah petra grace yusuf | all
            /emergency/reviews    |                               | hugo vera                   | all
            /worklist/failed      |                               | kim ada                         | all
            """;

    /** Pages that concern no case and nobody: what is told of errors, and where one has signed out; and one that needs a draft. */
    private static final Predicate<String> OF_NOBODY =
            page -> page.startsWith("/error/") || page.startsWith("/signed-out") || page.equals("/casefile/nofile");

    /** Of the pages about a case those that a guardian reads. */
    private static final Set<String> OF_A_GUARDIAN = Set.of(
            "/casefile/file",
            "/casefile/known",
            "/guardian/around",
            "/careplan/of",
            "/careplan/needs",
            "/counselling/of",
            "/proceeding/of",
            "/document/of",
            "/safety/of",
            "/oversight/why");

    private static final Path PAGES = Path.of("../web/src/main/webapp");
    private static final Product PRODUCT = Product.get();
    private static final Map<String, String> SESSIONS = new HashMap<>();
    private static final Map<String, String> IDS = new HashMap<>();

    private record Row(String page, String asks, Set<String> may, Set<String> told) {
        /** About something that is there for some and not for others. */
        boolean hides() {
            return asks.contains("{");
        }

        String address(Map<String, String> ids) {
            String address = asks;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                address = address.replace("{" + id.getKey() + "}", id.getValue());
            }
            return page + ".xhtml" + (address.isEmpty() ? "" : "?" + address);
        }
    }

    @BeforeAll
    static void a_case_that_is_shared_with_some() {
        for (String person : ApiRolesTest.PEOPLE) {
            try (Browser browser = Browser.as(person)) {
                SESSIONS.put(person, browser.session());
            }
        }
        Survivor maya = Survivor.adult(PRODUCT, "mina");
        IDS.put("case", maya.caseId());
        IDS.put("scale", "00000000-0000-4000-c100-000000000002");
        IDS.put("goal", maya.wants("A door I can lock"));
        IDS.put("document", maya.hasDocument("A receipt"));
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS", "LEGAL");
        IDS.put("step", maya.hasStep(IDS.get("goal"), "Give her a key", WILLOW, "SHS"));
        IDS.put("advice", maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY"));
        IDS.put("matter", maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT"));
        IDS.put("evidence", maya.provesBy(IDS.get("matter")));
        IDS.put(
                "hearing",
                must(200, PRODUCT.http("daniel").get("/api/v1/matters/" + IDS.get("matter") + "/hearings"))
                        .json()
                        .at("/0/id")
                        .asText());
        String ended = maya.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY");
        must(204, PRODUCT.http("mina").post("/api/v1/referrals/" + ended + "/revocation", Map.of("reason", "SAFETY")));
        IDS.put("consent", maya.agreesToShareWith(CEDAR, "IDENTITY"));
        IDS.put("tie", ApiScene.make(ApiScene.Kind.TIE, PRODUCT).ids().get("tieId"));
        IDS.put(
                "attestation",
                ApiScene.make(ApiScene.Kind.ASKED_BACK, PRODUCT).ids().get("attestationId"));
        IDS.put(
                "handover",
                ApiScene.make(ApiScene.Kind.LEAD_OFFERED, PRODUCT).ids().get("handoverId"));
        IDS.put("leaver", ApiScene.make(ApiScene.Kind.LEAVER, PRODUCT).ids().get("workerId"));
        IDS.put("emergency", ApiScene.make(ApiScene.Kind.OPENED, PRODUCT).ids().get("emergencyId"));
        IDS.put(
                "change",
                ApiScene.make(ApiScene.Kind.MATRIX_CHANGE, PRODUCT).ids().get("matrixChangeId"));
        IDS.put(
                "disclosure",
                ApiScene.make(ApiScene.Kind.TO_DISCLOSE, PRODUCT).ids().get("disclosureId"));
        ApiScene housed = ApiScene.make(ApiScene.Kind.ESCORTED, PRODUCT);
        IDS.put("placement", housed.ids().get("placementId"));
        IDS.put("shelter", housed.ids().get("houseId"));
        IDS.put("bed", housed.ids().get("bedId"));
        IDS.put(
                "incident",
                ApiScene.make(ApiScene.Kind.WENT_WRONG, PRODUCT).ids().get("incidentId"));
        ApiScene asked = ApiScene.make(ApiScene.Kind.INTERVIEW_ASKED, PRODUCT);
        IDS.put("asked", asked.ids().get("caseId"));
        IDS.put("interview", asked.ids().get("interviewId"));
        IDS.put("session", ApiScene.make(ApiScene.Kind.SESSION, PRODUCT).ids().get("sessionId"));
        IDS.put("alert", ApiScene.make(ApiScene.Kind.ALERTED, PRODUCT).ids().get("alertId"));
        IDS.put(
                "followup",
                ApiScene.make(ApiScene.Kind.TRIED_LATER, PRODUCT).ids().get("followUpId"));
        IDS.put(
                "reintegration",
                ApiScene.make(ApiScene.Kind.GOES_BACK, PRODUCT).ids().get("reintegrationId"));
        IDS.put("missing", ApiScene.make(ApiScene.Kind.GONE, PRODUCT).ids().get("missingId"));
        Survivor child = Survivor.child(PRODUCT, "mina");
        IDS.put("child", child.caseId());
        IDS.put("guardian", child.hasGuardian("Teresa Blum"));
        String signIn = "/api/v1/cases/" + child.caseId() + "/sign-ins/" + child.isGuardedByTeresa(IDS.get("guardian"));
        must(204, PRODUCT.http("ilse").post(signIn + "/agreement", null));
        IDS.put(
                "person",
                id(must(
                        201,
                        PRODUCT.http("mina")
                                .post(
                                        "/api/v1/cases/" + child.caseId() + "/excluded-persons",
                                        Map.of("relation", "STEP_PARENT", "name", "Karim Example")))));
        IDS.put("house", WILLOW);
        IDS.put("worker", "00000000-0000-4000-8000-000000000001");
        Transfer transfer = new Transfer(PRODUCT);
        IDS.put("import", transfer.bring(Transfer.row(ApiScene.unused(), "Quillara")));
        IDS.put(
                "export",
                ApiScene.make(ApiScene.Kind.ASKED_EXPORT, PRODUCT).ids().get("exportId"));
    }

    @Test
    void no_page_is_left_out() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            Set<String> pages = files.map(file -> "/" + PAGES.relativize(file))
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
                    .filter(file -> !file.startsWith("/resources/"))
                    .map(file -> file.replace(".xhtml", ""))
                    .filter(OF_NOBODY.negate())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(rows().stream().map(Row::page)).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void every_page_opens_for_those_who_have_business_there_and_for_nobody_else() {
        SoftAssertions all = new SoftAssertions();
        for (Row row : rows()) {
            Map<String, Reply> shown = AtOnce.each(ApiRolesTest.PEOPLE, person -> ask(person, row.address(IDS)));
            shown.forEach((person, reply) -> {
                boolean may = row.may().contains(person);
                int told = row.told().contains(person) ? 403 : 404;
                all.assertThat(reply.status() == 302 ? 200 : reply.status())
                        .as(row.page() + " for " + person)
                        .isEqualTo(may ? 200 : told);
            });
            shown.values().removeIf(reply -> reply.status() != 404);
            AtOnce.each(shown.keySet(), person -> ask(person, row.address(unknown())))
                    .forEach((person, nothing) -> all.assertThat(words(shown.get(person)))
                            .as(row.page() + " for " + person + " says what it says of what does not exist")
                            .isEqualTo(words(nothing)));
        }
        all.assertAll();
    }

    @Test
    void a_guardian_sees_of_the_child_what_the_matrix_gives_and_is_told_of_the_rest_that_it_is_not_theirs() {
        SoftAssertions all = new SoftAssertions();
        Map<String, String> hers = Map.of("case", IDS.get("child"));
        rows().stream().filter(row -> row.asks().equals("case={case}")).forEach(row -> {
            boolean opens = OF_A_GUARDIAN.contains(row.page());
            all.assertThat(ask("teresa", row.address(hers)).status())
                    .as(row.page())
                    .isEqualTo(opens ? 200 : 403);
        });
        all.assertAll();
    }

    /** As it is told, apart from what differs from page to page for everybody: the ids that were asked for, and one-time marks. */
    private static String words(Reply reply) {
        return reply.status()
                + reply.text()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                        .replaceAll("nonce=\"[^\"]*\"", "")
                        .replaceAll("value=\"[-0-9]+:[-0-9]+\"", "");
    }

    private static Map<String, String> unknown() {
        return IDS.keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> UUID.randomUUID().toString()));
    }

    private static Reply ask(String person, String address) {
        return PRODUCT.http().get(address, "Cookie", SESSIONS.get(person), "Accept", "text/html");
    }

    private static List<Row> rows() {
        return TABLE.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> new Row(cells.get(0), cells.get(1), people(cells.get(2)), people(cells.get(3))))
                .toList();
    }

    /** {@code all} but {@code -names}, {@code staff}: those who work here, names, or those who work here but {@code -names}; a name beside them is one more. */
    private static Set<String> people(String said) {
        Set<String> named =
                Arrays.stream(said.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        if (named.contains("all")) {
            return ApiRolesTest.PEOPLE.stream()
                    .filter(name -> !named.contains("-" + name))
                    .collect(Collectors.toSet());
        }
        return said.startsWith("staff") || said.startsWith("-")
                ? ApiRolesTest.PEOPLE.stream()
                        .filter(name ->
                                named.contains(name) || !named.contains("-" + name) && !ApiScene.OWN.contains(name))
                        .collect(Collectors.toSet())
                : named;
    }
}
