package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the API that is about something in a case, with every demo person, about one that is their own (mina,
 * ilse), a colleague's (jonas), shared with them (sana, petra, daniel), shared once and closed since (noor, elif) and foreign
 * (the others). For whom it is not there, nothing tells it from one that does not exist.
 */
class ApiStandingsTest {
    private static final Set<String> WHO_KNOW_OF_IT = Set.of("mina", "ilse", "sana", "petra", "daniel");

    /** A coordinator sees that there is a referral, by its card, and nothing of the case. */
    private static final String CARDS = "/api/v1/referrals/";

    /** What is read of it and for whom that opens, as docs/access-matrix.md has it for these agreements. */
    private static final String TABLE = """
            readCase             | mina ilse sana petra daniel
            explainAccess        | mina ilse sana petra daniel
            listAccesses         | mina ilse
            printAccesses        | mina ilse
            listAskedBack        | mina ilse
            readCarePlan         | mina ilse sana petra daniel
            readNeeds            | mina ilse sana petra daniel
            readInterviews       | mina ilse daniel
            readDefence          | mina ilse daniel
            listCourtOrders      | mina ilse daniel
            readPoliceStore      | marta
            listThreats          | petra
            readHealth           | mina ilse
            readLivelihood       | mina ilse sana petra daniel
            readOutcomes         | mina ilse sana petra daniel
            readPlanCourse       | mina ilse
            printPlan            | mina ilse sana petra daniel
            readClosing          | mina ilse
            listBestInterests    | mina ilse
            listFollowUps        | mina ilse
            listReintegrations   | mina ilse
            listConsents         | mina ilse
            readContact          | mina ilse
            readCounselling      | mina
            drawCase             | mina ilse
            readDisclosureRules  | mina
            listDisclosures      | mina ilse
            readNotification     | mina ilse
            readSafety           | mina ilse sana petra daniel
            printSafetyPlan      | mina ilse
            listGuardians        | mina ilse
            readHandover         | mina ilse
            listExclusions       | mina ilse
            readInformation      | mina ilse
            readIdentification   | mina ilse
            readNameBasis        | mina ilse
            readHousing          | mina ilse sana petra
            readJourney          | mina ilse sana petra daniel
            printLedger          | mina ilse
            readLegal            | mina ilse sana petra daniel
            readName             | mina ilse sana petra daniel
            printCase            | mina ilse sana petra daniel
            listPurposes         | mina
            listPurposeAnswers   | mina ilse
            listReferrals        | mina ilse sana petra daniel
            listRefusals         | mina ilse
            listSuitableServices | mina
            listShared           | mina ilse
            listStepOwners       | mina ilse sana petra daniel
            listTied             | ilse petra
            listGuardianWorkers  | mina
            printConsent         | mina ilse
            listNightsWithoutPlace | mina ilse
            listMissing          | mina ilse sana petra
            readGoal             | mina ilse sana petra
            readMatter           | mina ilse sana petra daniel
            listDocuments        | mina ilse petra daniel
            readDocument         | mina ilse
            openDocument         | mina ilse
            readPayments         | daniel
            readCounsel          | daniel
            readStages           | daniel
            readRestitution      | daniel
            readCosts            | daniel
            readEvidence         | daniel
            printEvidence        | daniel
            printLegalFile       | daniel
            listDeadlines        | mina ilse sana petra daniel
            listMatterHearings   | mina ilse sana petra daniel
            readReferral         | mina ilse sana petra
            drawReferral         | mina ilse sana petra
            printReferral        | mina ilse sana petra
            readProcess          | mina ilse sana petra
            readStep             | mina ilse sana petra
            """;

    /** Of what is read of a case what a guardian reads of the child's. */
    private static final Set<String> OF_A_GUARDIAN = Set.of(
            "readCase",
            "explainAccess",
            "readCarePlan",
            "readNeeds",
            "listGuardians",
            "listDocuments",
            "readJourney",
            "readLegal",
            "readName",
            "readContact",
            "readCounselling",
            "listStepOwners",
            "readSafety");

    private static final Product PRODUCT = Product.get();
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void a_case_that_is_shared_with_some() {
        Survivor maya = Survivor.adult(PRODUCT, "mina");
        IDS.put("caseId", maya.caseId());
        maya.plansHerSafety("ON_PAPER");
        IDS.put("goalId", maya.wants("A door I can lock"));
        IDS.put(
                "referralId",
                maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS", "LEGAL"));
        IDS.put("stepId", maya.hasStep(IDS.get("goalId"), "Give her a key", WILLOW, "SHS"));
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        IDS.put("documentId", maya.hasDocument("A receipt"));
        IDS.put("number", "1");
        IDS.put("matterId", maya.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT"));
        IDS.put("evidenceId", maya.provesBy(IDS.get("matterId")));
        String ended = maya.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY");
        must(204, PRODUCT.http("mina").post("/api/v1/referrals/" + ended + "/revocation", Map.of("reason", "SAFETY")));
        IDS.put("consentId", maya.agreesToShareWith(CEDAR, "IDENTITY"));
    }

    @Test
    void what_is_read_opens_for_those_who_have_business_there_and_the_others_who_know_of_it_are_told() {
        SoftAssertions all = new SoftAssertions();
        Map<String, Set<String>> table = TABLE.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[0].strip(),
                        cells -> Set.of(cells[1].strip().split(" "))));
        List<ApiOperation> reads =
                inACase().stream().filter(ApiOperation::reads).toList();
        assertThat(reads).extracting(ApiOperation::id).containsExactlyInAnyOrderElementsOf(table.keySet());
        for (ApiOperation operation : reads) {
            AtOnce.each(WHO_KNOW_OF_IT, person -> ask(operation, person, IDS)).forEach((person, reply) -> {
                if (table.get(operation.id()).contains(person)) {
                    all.assertThat(reply.status())
                            .as(operation.id() + " by " + person + ": " + reply)
                            .isEqualTo(operation.success());
                } else {
                    all.assertThat(reply.status())
                            .as(operation.id() + " by " + person + ": " + reply)
                            .isIn(403, 404);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void for_everybody_else_it_is_as_if_there_were_nothing() {
        SoftAssertions all = new SoftAssertions();
        List<ApiOperation> operations = inACase();
        assertThat(operations).hasSizeGreaterThan(60);
        List<String> others = ApiRolesTest.PEOPLE.stream()
                .filter(person -> !WHO_KNOW_OF_IT.contains(person))
                .toList();
        for (ApiOperation operation : operations) {
            Map<String, Reply> nothing = AtOnce.each(others, person -> ask(operation, person, Map.of()));
            AtOnce.each(others, person -> ask(operation, person, IDS)).forEach((person, theirs) -> {
                all.assertThat(theirs.status())
                        .as(operation.id() + " by " + person + ": " + theirs)
                        .isIn(403, 404);
                if (!(person.equals("amina") && operation.path().startsWith(CARDS))) {
                    all.assertThat(told(theirs))
                            .as(operation.id() + " by " + person)
                            .isEqualTo(told(nothing.get(person)));
                }
            });
        }
        all.assertAll();
    }

    @Test
    void a_guardian_reads_of_the_child_what_the_matrix_gives_and_writes_nothing_until_the_mandate_is_in_doubt() {
        Survivor child = Survivor.child(PRODUCT, "mina");
        Map<String, String> hers = new HashMap<>(IDS);
        hers.put("caseId", child.caseId());
        String guardian = child.hasGuardian("Teresa Blum");
        String signIn = "/api/v1/cases/" + child.caseId() + "/sign-ins/" + child.isGuardedByTeresa(guardian);
        assertThat(ask(operation("readCase"), "teresa", hers).status()).isEqualTo(404);
        must(204, PRODUCT.http("ilse").post(signIn + "/agreement", null));
        List<ApiOperation> ofTheCase = inACase().stream()
                .filter(operation -> operation.path().startsWith("/api/v1/cases/"))
                .toList();
        SoftAssertions all = new SoftAssertions();
        for (ApiOperation operation : ofTheCase) {
            Reply reply = ask(operation, "teresa", hers);
            if (OF_A_GUARDIAN.contains(operation.id())) {
                all.assertThat(reply.status()).as(operation.id() + ": " + reply).isEqualTo(operation.success());
            } else {
                all.assertThat(reply.status()).as(operation.id() + ": " + reply).isIn(403, 404);
            }
        }
        all.assertThat(ask(operation("explainAccess"), "teresa", hers).text()).contains("GUARDIAN");
        all.assertThat(ask(operation("listAccesses"), "mina", hers).text())
                .contains("Guardians' Office")
                .contains("GUARDIAN");
        String doubt = "/api/v1/cases/" + child.caseId() + "/guardians/" + guardian + "/turns";
        must(204, PRODUCT.http("mina").post(doubt, Map.of("to", "CONFLICT_REVIEW")));
        for (ApiOperation operation : ofTheCase) {
            if (operation.reads()) {
                all.assertThat(told(ask(operation, "teresa", hers)))
                        .as(operation.id() + " after the doubt")
                        .isEqualTo(told(ask(operation, "teresa", Map.of())));
            }
        }
        all.assertAll();
    }

    private static ApiOperation operation(String id) {
        return inACase().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ApiOperation> inACase() {
        ApiScene scene = new ApiScene(ApiScene.Kind.CASE, IDS);
        ApiScene nothing = new ApiScene(ApiScene.Kind.NONE, Map.of());
        return ApiOperation.all(PRODUCT).stream()
                .filter(operation -> !operation.address(scene).equals(operation.address(nothing)))
                .filter(operation -> !operation.address(scene).contains(ApiOperation.NOBODYS))
                .toList();
    }

    private static Reply ask(ApiOperation operation, String person, Map<String, String> ids) {
        return ApiRolesTest.ask(PRODUCT, operation, PRODUCT.http(person), new ApiScene(ApiScene.Kind.CASE, ids));
    }

    /** Status, names of the headers and words of an answer, without the ids that were asked for. */
    private static String told(Reply reply) {
        return reply.status() + " " + reply.headers().map().keySet()
                + reply.text().replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id");
    }
}
