package org.alongside.system;

import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.QUAY;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something that an operation of the API is about, made anew by Mina of Harbour Light, who refers to Willow Rooms.
 *
 * @param ids what stands in the address, by the name of the parameter
 * @param kind what it is
 */
record ApiScene(Kind kind, Map<String, String> ids) {

    private static final Set<String> SENDER = Set.of("mina", "ilse");
    private static final Set<String> PARTIES = Set.of("mina", "ilse", "sana", "petra", "amina");
    private static final Set<String> HELPING = Set.of("mina", "ilse", "sana", "petra");
    private static final Set<String> ADVISED = Set.of("mina", "ilse", "daniel");
    private static final Set<String> WITHOUT_CASES = Set.of("amina", "hugo", "kim", "ada", "leo", "lin", "vera");
    /** Those who sign in for a file of their own or of a child: forms and tasks are nothing of theirs. */
    static final Set<String> OWN = Set.of("teresa", "lin");

    private static final String MINA = "00000000-0000-4000-8000-000000000001";

    private static final Set<String> OTHER_SUPERVISORS = Set.of("farah", "petra", "grace");
    private static final Set<String> WITHOUT_SERVICES =
            Set.of("mina", "jonas", "tomas", "sana", "luis", "hugo", "kim", "ada", "leo", "teresa", "lin", "vera");
    private static final String[] SHARED = {"IDENTITY", "CONTACT_LOCATION", "DEMOGRAPHICS", "SAFETY_RISK"};

    /** What it is. */
    enum Kind {
        NONE,
        STAFF_TABLE,
        TREATED,
        FOUND_ILL,
        FORENSIC_AGREED,
        APPOINTED,
        KNOWN_DAILY,
        CANNOT_WAIT,
        STEPPING,
        ASKED_ABOUT_WORK,
        EMPLOYER_KNOWN,
        SCALE,
        OWN_SCALE,
        CASE,
        DOCUMENTED,
        CODE,
        AUDITED,
        CHILD,
        STANDING,
        MANDATED,
        NAMED,
        KEPT_OUT,
        PROPOSED,
        CLOSED,
        REOPENED,
        AGREED_TO_LEAD,
        LEAD_PROPOSED,
        LEAD_SENT_BACK,
        LEAD_OFFERED,
        AGREED,
        CONSENT,
        KEPT_BACK,
        ASKED_BACK,
        ANSWERED,
        LATE_BACK,
        TO_DISCLOSE,
        MAY_DISCLOSE,
        DISCLOSED,
        REFUSES,
        DECIDED,
        ASSESSED,
        SAFETY_PLANNED,
        ALERTED,
        SEEN_TO,
        GONE,
        LONG_GONE,
        FOUND,
        ASKED_LATER,
        TRIED_LATER,
        WORRIES,
        TO_MEASURE,
        GOES_BACK,
        CAN_LEAVE,
        ON_HER_WAY,
        STAYS,
        GIVEN,
        PENDING,
        SENT_BACK,
        SENT,
        EMERGENCY,
        ASKED,
        DECLINED,
        ACCEPTED,
        RENEWABLE,
        SERVED,
        MISSED,
        TASK,
        TAKEN_TASK,
        HOUSE,
        LEFT_NOTE,
        TO_DO,
        WENT_WRONG,
        CLOSED_BED,
        EMPTY_BED,
        CLOSING,
        RULED,
        LIMITED,
        COUNSELLED,
        SESSION,
        NOTED,
        TOLD_TO_LEAD,
        GROUPED,
        GROUP_WITH_HER,
        SUPERVISED,
        WARNED,
        SHELTERED,
        RELATED,
        BED_ASKED,
        BED_OFFERED,
        BED_HELD,
        LIVES_THERE,
        AWAY,
        ESCORTED,
        NO_PLACE,
        DRAFT,
        CASE_GOAL,
        PLANNED,
        PLAN_ASKED,
        PLAN,
        BEGUN,
        BLOCKED,
        ADVISED,
        POLICED,
        INTERVIEW_ASKED,
        NEED_NOTED,
        POLICE_TOLD,
        DEFENDED,
        COURT_ORDERED,
        OBJECTED,
        MATTER,
        HEARD,
        LAST_DAY,
        ORDERED,
        PAID,
        CHECKED,
        SIGNED,
        JUDGED,
        APPEALED,
        UNDATED,
        SPENT,
        ENTERED,
        COURT,
        HEARD_WITH_HELP,
        SUPPORTED,
        JOB,
        ORGANISATION,
        SUSPENDED,
        WORKER,
        TROUBLED,
        OWN_SERVICE,
        ABSENT,
        ABSENCE,
        LEAVER,
        ROTA,
        ON_CALL,
        DAY,
        CLOSED_DAY,
        TIE,
        BRINGABLE,
        BROUGHT,
        ASKED_EXPORT,
        APPROVED_EXPORT,
        READY_EXPORT,
        MATRIX_VERSION,
        MATRIX_CELL,
        MATRIX_CHANGE,
        ASKABLE,
        PLEA,
        OPENED,
        MISUSED
    }

    /** To whom it is there: they are told that something is not allowed, everybody else that there is nothing. */
    boolean isThereFor(String person) {
        return switch (kind) {
            case NONE, STAFF_TABLE, SCALE, OWN_SCALE, COURT -> true;
            case TREATED, FOUND_ILL, FORENSIC_AGREED -> SENDER.contains(person) || person.equals("yusuf");
            case CASE,
                    DOCUMENTED,
                    CHILD,
                    STANDING,
                    MANDATED,
                    NAMED,
                    KEPT_OUT,
                    PROPOSED,
                    CLOSED,
                    REOPENED,
                    AGREED_TO_LEAD,
                    LEAD_PROPOSED,
                    LEAD_SENT_BACK,
                    AGREED,
                    CONSENT,
                    KEPT_BACK,
                    ANSWERED,
                    REFUSES,
                    DECIDED,
                    ASSESSED,
                    SAFETY_PLANNED,
                    ALERTED,
                    SEEN_TO,
                    ASKED_LATER,
                    TRIED_LATER,
                    WORRIES,
                    TO_MEASURE,
                    GOES_BACK,
                    CAN_LEAVE,
                    ON_HER_WAY,
                    STAYS,
                    GIVEN,
                    GONE,
                    LONG_GONE,
                    FOUND,
                    PENDING,
                    SENT_BACK,
                    NO_PLACE,
                    CASE_GOAL,
                    PLANNED,
                    APPOINTED,
                    KNOWN_DAILY,
                    CANNOT_WAIT,
                    STEPPING,
                    ASKED_ABOUT_WORK,
                    EMPLOYER_KNOWN,
                    PLAN_ASKED -> SENDER.contains(person);
            case COUNSELLED -> SENDER.contains(person) || person.equals("noor");
            case SESSION, NOTED, GROUPED, GROUP_WITH_HER, WARNED -> person.equals("noor");
            case TOLD_TO_LEAD -> Set.of("mina", "noor").contains(person);
            case SUPERVISED -> Set.of("noor", "elif").contains(person);
            case LEAD_OFFERED -> SENDER.contains(person) || person.equals("farah");
            case SENT, EMERGENCY, ASKED, DECLINED, ACCEPTED, RENEWABLE, SERVED, MISSED -> PARTIES.contains(person);
            case CODE -> WITHOUT_CASES.contains(person);
            case HOUSE, CLOSED_BED, CLOSING, EMPTY_BED, LEFT_NOTE, TO_DO, WENT_WRONG ->
                Set.of("sana", "petra").contains(person);
            case SHELTERED,
                    RELATED,
                    BED_ASKED,
                    BED_OFFERED,
                    BED_HELD,
                    LIVES_THERE,
                    RULED,
                    LIMITED,
                    AWAY,
                    ESCORTED,
                    PLAN,
                    BEGUN,
                    BLOCKED,
                    ASKED_BACK,
                    LATE_BACK -> HELPING.contains(person);
            case TO_DISCLOSE, MAY_DISCLOSE, DISCLOSED -> SENDER.contains(person) || person.equals("vera");
            case AUDITED -> !person.equals("hugo");
            case ADVISED,
                    DEFENDED,
                    COURT_ORDERED,
                    OBJECTED,
                    MATTER,
                    SUPPORTED,
                    LAST_DAY,
                    ORDERED,
                    PAID,
                    CHECKED,
                    SIGNED,
                    JUDGED,
                    APPEALED,
                    UNDATED,
                    SPENT,
                    ENTERED,
                    HEARD,
                    HEARD_WITH_HELP -> ADVISED.contains(person);
            case POLICED, NEED_NOTED, POLICE_TOLD -> SENDER.contains(person) || person.equals("marta");
            case INTERVIEW_ASKED -> ADVISED.contains(person) || person.equals("marta");
            case JOB -> true;
            case DRAFT -> OWN.contains(person);
            case TASK, TAKEN_TASK -> person.equals("lin");
            case WORKER, TROUBLED, TIE -> false;
            case ORGANISATION, SUSPENDED, DAY -> true;
            case OWN_SERVICE -> !Set.of("marta", "irene").contains(person);
            case ABSENT, ABSENCE, LEAVER, ROTA, ON_CALL -> !OTHER_SUPERVISORS.contains(person);
            case CLOSED_DAY -> WITHOUT_SERVICES.contains(person);
            case BRINGABLE -> !person.equals("farah");
            case BROUGHT, ASKED_EXPORT, APPROVED_EXPORT, READY_EXPORT -> false;
            case MATRIX_VERSION, MATRIX_CELL -> true;
            case MATRIX_CHANGE -> Set.of("kim", "hugo", "vera").contains(person);
            case ASKABLE -> true;
            case PLEA -> Set.of("tomas", "farah", "hugo", "vera").contains(person);
            case OPENED -> Set.of("tomas", "hugo", "vera", "mina", "ilse").contains(person);
            case MISUSED ->
                Set.of("tomas", "hugo", "vera", "mina", "ilse", "farah", "kim", "ada")
                        .contains(person);
        };
    }

    /** A second hearing of the matter, for which a screen is asked; and somebody who goes with her. */
    /** A matter of which its lawyer wrote down by what right they act and what came of it. */
    private static void acted(Kind kind, Map<String, String> ids, Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        ids.put("caseId", survivor.caseId());
        if (kind == Kind.UNDATED) {
            ids.put("matterId", survivor.hasMatterWithoutDates("daniel", "ASYLUM", "ADVICE"));
            return;
        }
        String matter = survivor.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT");
        ids.put("matterId", matter);
        survivor.isCheckedBy("daniel", matter);
        if (kind == Kind.CHECKED) {
            return;
        }
        survivor.signs("daniel", matter, "2026-11-02");
        if (kind == Kind.SIGNED) {
            return;
        }
        String at = "/api/v1/matters/" + matter;
        must(
                204,
                product.http("daniel")
                        .post(
                                at + "/decisions",
                                Map.of("outcome", "CONVICTION_TRAFFICKING", "decidedOn", "2026-11-02")));
        ids.put("decisionId", first(product, "daniel", at + "/stages", "/decisions/0/id"));
        if (kind == Kind.APPEALED) {
            must(
                    204,
                    product.http("daniel")
                            .post(
                                    at + "/decisions/" + ids.get("decisionId") + "/appeals",
                                    Map.of("appellant", "OTHER_SIDE", "appealedOn", "2026-11-03")));
            ids.put("appealId", first(product, "daniel", at + "/stages", "/appeals/0/id"));
        }
    }

    private static void heard(Kind kind, Map<String, String> ids, Product product) {
        String hearings = "/api/v1/matters/" + ids.get("matterId") + "/hearings";
        must(
                204,
                product.http("daniel")
                        .post(
                                hearings,
                                Map.of(
                                        "at", "2032-02-01T09:00:00Z",
                                        "type", "PRELIMINARY",
                                        "place", "COURT",
                                        "mode", "IN_PERSON",
                                        "needs", List.of("ESCORT"),
                                        "protection", List.of("SCREEN"))));
        ids.put("hearingId", first(product, "daniel", hearings, "/0/id"));
        if (kind == Kind.HEARD_WITH_HELP) {
            must(
                    204,
                    product.http("mina")
                            .post(hearings + "/" + ids.get("hearingId") + "/support", Map.of("need", "ESCORT")));
        }
    }

    private static final String GAD_7 = "00000000-0000-4000-c100-000000000002";
    private static final String TIDE_CLINIC = "00000000-0000-4000-9000-000000000010";
    private static final String TIDE_HEALTH = "00000000-0000-4000-b000-000000000010";

    /** A clinic treats her, and knows of her health what she agreed to. */
    private static void treated(Kind kind, Map<String, String> ids, Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("yusuf", TIDE_CLINIC, TIDE_HEALTH, "IDENTITY", "HEALTH");
        ids.put("caseId", survivor.caseId());
        String health = "/api/v1/cases/" + survivor.caseId() + "/health";
        if (kind == Kind.FOUND_ILL) {
            must(
                    204,
                    product.http("yusuf")
                            .post(health + "/findings", Map.of("need", "INJURY", "foundOn", "2026-11-01")));
            ids.put("entryId", first(product, "yusuf", health, "/findings/0/id"));
        }
        if (kind == Kind.FORENSIC_AGREED) {
            must(
                    204,
                    product.http("yusuf")
                            .post(
                                    health + "/forensic-agreements",
                                    Map.of("giver", "SELF", "language", "eng", "interpreter", "NONE")));
            ids.put("entryId", first(product, "yusuf", health, "/agreement/id"));
        }
    }

    /** Police help her, and ask; or her lawyer has something to see to. */
    private static void policed(Kind kind, Map<String, String> ids, Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        ids.put("caseId", survivor.caseId());
        if (kind != Kind.DEFENDED) {
            survivor.isHelpedByPolice();
        }
        if (kind == Kind.INTERVIEW_ASKED || kind == Kind.DEFENDED) {
            survivor.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        }
        String store = "/api/v1/cases/" + survivor.caseId() + "/police-store";
        if (kind == Kind.NEED_NOTED) {
            must(204, product.http("marta").post(store + "/needs", Map.of("measure", "RELOCATION")));
            ids.put("entryId", first(product, "marta", store, "/needs/0/id"));
        }
        if (kind == Kind.POLICE_TOLD) {
            must(204, product.http("marta").post(store + "/shares", Map.of("kind", "SUMMARY", "told", "Two agree")));
            ids.put("entryId", first(product, "marta", store, "/shares/0/id"));
        }
        if (kind == Kind.INTERVIEW_ASKED) {
            String police = "/api/v1/cases/" + survivor.caseId() + "/police";
            must(
                    204,
                    product.http("marta")
                            .post(police + "/interviews", Map.of("about", List.of("MONEY"), "minutes", 30)));
            ids.put("interviewId", first(product, "mina", police, "/interviews/0/id"));
        }
        if (kind == Kind.DEFENDED) {
            String defence = "/api/v1/cases/" + survivor.caseId() + "/defence";
            must(
                    204,
                    product.http("mina")
                            .post(
                                    defence + "/offences",
                                    Map.of("offence", "THEFT", "stage", "CHARGED", "detained", false)));
            ids.put("nonPunishmentId", first(product, "mina", defence, "/defences/0/id"));
        }
    }

    /** A court's order for what is known of her came, and her lawyer objects to it or has not looked at it. */
    private static void ordered(Kind kind, Map<String, String> ids, Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        ids.put("caseId", survivor.caseId());
        String orders = "/api/v1/cases/" + survivor.caseId() + "/court-orders";
        LocalDate today = LocalDate.ofInstant(product.now(), ZoneOffset.UTC);
        must(
                204,
                product.http("mina")
                        .post(
                                orders,
                                Map.of(
                                        "kind",
                                        "SUBPOENA",
                                        "authority",
                                        "CRIMINAL_COURT",
                                        "reference",
                                        "12 C 345",
                                        "receivedOn",
                                        today.toString(),
                                        "answerOn",
                                        today.plusDays(30).toString(),
                                        "categories",
                                        List.of("IDENTITY", "HEALTH"))));
        ids.put("courtOrderId", first(product, "mina", orders, "/orders/0/id"));
        if (kind == Kind.OBJECTED) {
            must(
                    204,
                    product.http("daniel")
                            .post(orders + "/" + ids.get("courtOrderId") + "/check", Map.of("advice", "OBJECT")));
        }
    }

    /** What her caseworker keeps of her health and of her steps towards a life of her own. */
    private static void cared(Kind kind, Map<String, String> ids, Product product) {
        Survivor survivor = Survivor.adult(product, "mina");
        ids.put("caseId", survivor.caseId());
        String health = "/api/v1/cases/" + survivor.caseId() + "/health";
        String living = "/api/v1/cases/" + survivor.caseId() + "/livelihood";
        Http mina = product.http("mina");
        switch (kind) {
            case APPOINTED -> {
                must(
                        204,
                        mina.post(
                                health + "/appointments",
                                Map.of(
                                        "appointmentAt",
                                        House.inHours(product, 9),
                                        "place",
                                        "VIDEO",
                                        "carer",
                                        "WOMAN",
                                        "carerPromised",
                                        false,
                                        "escort",
                                        false,
                                        "interpreter",
                                        "NONE")));
                ids.put("entryId", first(product, "mina", health, "/appointments/0/id"));
            }
            case KNOWN_DAILY -> {
                must(204, mina.post(health + "/daily", Map.of("kind", "LIMIT", "what", "SEEING")));
                ids.put("entryId", first(product, "mina", health, "/daily/0/id"));
            }
            case CANNOT_WAIT -> {
                must(
                        204,
                        mina.post(
                                health + "/exposures",
                                Map.of("kinds", List.of("EC"), "exposedAt", House.inHours(product, -2))));
                ids.put("urgentCareId", first(product, "mina", health, "/urgent/0/id"));
            }
            case EMPLOYER_KNOWN -> {
                String name = "Bakery " + unused();
                must(
                        204,
                        mina.post(
                                "/api/v1/employers/checks",
                                Map.of(
                                        "name",
                                        name,
                                        "against",
                                        List.of("VISIT"),
                                        "result",
                                        "SAFE",
                                        "checkedOn",
                                        House.inHours(product, 0).substring(0, 10))));
                ids.put(
                        "employerId",
                        product.sql()
                                .one("select employer_id from alongside.employer where name = ?", name)
                                .toString());
            }
            default -> {
                String today = House.inHours(product, 0).substring(0, 10);
                must(
                        204,
                        mina.post(
                                living + "/steps",
                                Map.of("kind", "INCOME_PROJECT", "what", "Eggs", "beganOn", today, "agreedOn", today)));
                ids.put("entryId", first(product, "mina", living, "/steps/0/id"));
                ids.put("day", today);
                if (kind == Kind.ASKED_ABOUT_WORK) {
                    ids.put("questionId", first(product, "mina", living, "/questions/0/id"));
                    product.sql()
                            .run(
                                    "update alongside.livelihood_question set ask_at = now() - interval '1 day' where question_id = '%s'"
                                            .formatted(ids.get("questionId")));
                }
            }
        }
    }

    /** Brought in by an administrator. */
    private static String ownScale(Product product) {
        String code = "S-" + unused().replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        code = code.substring(0, Math.min(18, code.length()));
        must(
                204,
                product.http("kim")
                        .post(
                                "/api/v1/scales",
                                Map.ofEntries(
                                        Map.entry("code", code),
                                        Map.entry("version", "1"),
                                        Map.entry("language", "eng"),
                                        Map.entry("name", "Ours"),
                                        Map.entry("introduction", "How is it?"),
                                        Map.entry("adultsOnly", false),
                                        Map.entry("higherBetter", true),
                                        Map.entry("licence", "Ours"),
                                        Map.entry("source", "Ours"),
                                        Map.entry("items", List.of(Map.of("words", "One", "least", 0, "most", 3))),
                                        Map.entry("answers", List.of()),
                                        Map.entry("bands", List.of(Map.of("from", 0, "until", 3, "words", "All"))))));
        return product.sql()
                .one("select scale_id from alongside.scale where code = ?", code)
                .toString();
    }

    private static String first(Product product, String person, String address, String pointer) {
        return must(200, product.http(person).get(address)).json().at(pointer).asText();
    }

    static ApiScene make(Kind kind, Product product) {
        Map<String, String> ids = new HashMap<>();
        switch (kind) {
            case NONE, BRINGABLE -> {}
            case COURT -> {
                String name = "Court " + UUID.randomUUID();
                must(204, product.http("daniel").post("/api/v1/court-calendars", Map.of("name", name, "zone", "UTC")));
                must(200, product.http("daniel").get("/api/v1/court-calendars"))
                        .json()
                        .forEach(one -> {
                            if (one.at("/calendar/name").asText().equals(name)) {
                                ids.put("calendarId", one.get("id").asText());
                            }
                        });
            }
            case STAFF_TABLE -> ids.put("table", "plan-reviews");
            case TREATED, FOUND_ILL, FORENSIC_AGREED -> treated(kind, ids, product);
            case APPOINTED, KNOWN_DAILY, CANNOT_WAIT, STEPPING, ASKED_ABOUT_WORK, EMPLOYER_KNOWN ->
                cared(kind, ids, product);
            case SCALE -> ids.put("scaleId", GAD_7);
            case OWN_SCALE -> ids.put("scaleId", ownScale(product));
            case DOCUMENTED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("documentId", survivor.hasDocument("A receipt"));
                ids.put("number", "1");
            }
            case BROUGHT, ASKED_EXPORT, APPROVED_EXPORT, READY_EXPORT -> transfer(kind, ids, new Transfer(product));
            case MATRIX_VERSION -> ids.put("matrixVersion", "1");
            case MATRIX_CELL, MATRIX_CHANGE -> matrix(kind, ids, product);
            case ASKABLE, PLEA, OPENED, MISUSED -> emergency(kind, ids, product);
            case DRAFT ->
                ids.put(
                        "draftId",
                        id(must(201, product.http("mina").post("/api/v1/drafts", Map.of("kind", "intake")))));
            case COUNSELLED, SESSION, NOTED, TOLD_TO_LEAD, GROUPED, GROUP_WITH_HER, SUPERVISED, WARNED ->
                counselling(kind, ids, product);
            case JOB -> ids.put("jobId", failedJob(product));
            case ORGANISATION,
                    SUSPENDED,
                    WORKER,
                    TROUBLED,
                    OWN_SERVICE,
                    ABSENT,
                    ABSENCE,
                    ROTA,
                    ON_CALL,
                    DAY,
                    CLOSED_DAY -> administration(kind, ids, product);
            case LEAVER -> leaver(ids, product);
            case NO_PLACE -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                product.sql()
                        .run(
                                "insert into alongside.placement_gap (gap_id, case_id, raised_at) select gen_random_uuid(), '%s', now() + ahead from alongside.clock"
                                        .formatted(survivor.caseId()));
            }
            case CHILD -> ids.put("caseId", Survivor.child(product, "mina").caseId());
            case STANDING -> {
                Survivor survivor = Survivor.child(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("guardianId", survivor.hasCarer("Laila Example", "OTHER_RELATIVE"));
            }
            case MANDATED, NAMED -> {
                Survivor survivor = Survivor.child(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("guardianId", survivor.hasGuardian("Teresa Blum"));
                if (kind == Kind.NAMED) {
                    ids.put("signInId", survivor.isGuardedByTeresa(ids.get("guardianId")));
                }
            }
            case KEPT_OUT -> {
                Survivor survivor = Survivor.child(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put(
                        "excludedPersonId",
                        id(must(
                                201,
                                product.http("mina")
                                        .post(
                                                "/api/v1/cases/" + survivor.caseId() + "/excluded-persons",
                                                Map.of("relation", "STEP_PARENT", "name", "Karim Example")))));
            }
            case PROPOSED, CLOSED, REOPENED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("closingId", survivor.isProposedToClose());
            }
            case AGREED_TO_LEAD, LEAD_PROPOSED, LEAD_SENT_BACK, LEAD_OFFERED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                survivor.agreesToBeLedBy(QUAY);
                if (kind != Kind.AGREED_TO_LEAD) {
                    ids.put("handoverId", survivor.isOfferedTo(QUAY));
                }
            }
            case CASE_GOAL -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("goalId", survivor.wants("A door I can lock"));
            }
            case PLANNED, PLAN_ASKED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                survivor.agreesTo(survivor.wants("A door I can lock"));
            }
            case PLAN, BEGUN, BLOCKED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                survivor.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS");
                ids.put("caseId", survivor.caseId());
                ids.put("goalId", survivor.wants("A door I can lock"));
                ids.put("stepId", survivor.hasStep(ids.get("goalId"), "Give her a key", WILLOW, "SHS"));
            }
            case POLICED, NEED_NOTED, POLICE_TOLD, INTERVIEW_ASKED, DEFENDED -> policed(kind, ids, product);
            case COURT_ORDERED, OBJECTED -> ordered(kind, ids, product);
            case CHECKED, SIGNED, JUDGED, APPEALED, UNDATED -> acted(kind, ids, product);
            case ADVISED, MATTER, SUPPORTED, LAST_DAY, ORDERED, PAID, SPENT, ENTERED, HEARD, HEARD_WITH_HELP -> {
                Survivor survivor = Survivor.adult(product, "mina");
                survivor.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
                ids.put("caseId", survivor.caseId());
                if (kind != Kind.ADVISED) {
                    ids.put("matterId", survivor.hasMatter("daniel", "2032-03-01T09:00:00Z", "ESCORT"));
                }
                if (kind == Kind.ORDERED || kind == Kind.PAID) {
                    Map<String, Object> matter =
                            new HashMap<>(Survivor.matter("ADHESION", "2032-03-01T09:00:00Z", "ESCORT"));
                    matter.put("compensation", Map.of("claimed", 9000, "ordered", 5000, "currency", "EUR"));
                    must(
                            204,
                            product.http("daniel")
                                    .put("/api/v1/matters/" + ids.get("matterId"), matter, "If-Match", "\"0\""));
                }
                if (kind == Kind.PAID) {
                    ids.put("paymentId", survivor.isPaid(ids.get("matterId"), "250.50"));
                }
                if (kind == Kind.SPENT) {
                    ids.put("costId", survivor.spends(ids.get("matterId"), "30.50"));
                }
                if (kind == Kind.ENTERED) {
                    ids.put("evidenceId", survivor.provesBy(ids.get("matterId")));
                }
                if (kind == Kind.LAST_DAY) {
                    ids.put(
                            "deadlineId",
                            first(product, "daniel", "/api/v1/matters/" + ids.get("matterId") + "/deadlines", "/0/id"));
                }
                if (kind == Kind.HEARD || kind == Kind.HEARD_WITH_HELP) {
                    heard(kind, ids, product);
                }
            }
            case LEFT_NOTE, TO_DO, WENT_WRONG -> logbook(kind, ids, product);
            case HOUSE,
                    CLOSING,
                    RULED,
                    LIMITED,
                    CLOSED_BED,
                    EMPTY_BED,
                    SHELTERED,
                    RELATED,
                    BED_ASKED,
                    BED_OFFERED,
                    BED_HELD,
                    LIVES_THERE,
                    AWAY,
                    ESCORTED -> housing(kind, ids, product);
            case CASE, CODE, AUDITED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("code", survivor.fileFor("mina").json().get("code").asText());
            }
            case TO_DISCLOSE, MAY_DISCLOSE, DISCLOSED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("disclosureId", survivor.isToBeToldOf("VITAL_INTEREST", "IDENTITY", "SAFETY_RISK"));
            }
            case REFUSES -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                survivor.saysOf("NRM_REFERRAL", "REFUSED");
            }
            case ASSESSED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("assessmentId", survivor.isFound("UNSAFE", "DIGITAL", "SERIOUS"));
            }
            case SAFETY_PLANNED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                survivor.plansHerSafety("ON_PAPER");
            }
            case ALERTED, SEEN_TO -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("alertId", survivor.worries("mina", "THREAT_RECEIVED"));
            }
            case GONE, LONG_GONE, FOUND -> {
                Survivor survivor = Survivor.child(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("missingId", survivor.isMissing("mina"));
            }
            case ASKED_LATER, TRIED_LATER, WORRIES -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("closingId", survivor.isProposedToClose());
            }
            case TO_MEASURE -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                toBeMeasured(survivor.caseId(), product);
            }
            case GOES_BACK, CAN_LEAVE, ON_HER_WAY, STAYS, GIVEN -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put(
                        "reintegrationId",
                        survivor.decides(kind == Kind.STAYS || kind == Kind.GIVEN ? "LOCAL_INTEGRATION" : "VOLUNTARY"));
                if (kind == Kind.CAN_LEAVE || kind == Kind.ON_HER_WAY) {
                    survivor.isFound("SAFE", "DIGITAL", "NONE");
                }
            }
            case DECIDED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                survivor.isPresumed("2026-11-20");
            }
            case KEPT_BACK -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("exclusionId", survivor.keepsFrom(WILLOW, "SAFETY_RISK", "WHOLE"));
            }
            case ANSWERED -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("purposeAnswerId", survivor.saysOf("SAFE_CONTACT", "AGREED"));
            }
            case TIE -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("tieId", survivor.isKnownTo("jonas"));
            }
            case PENDING, SENT_BACK -> {
                Survivor survivor = Survivor.adult(product, "mina");
                survivor.agreesToShareWith(POLICE, SHARED);
                ids.put("service", POLICE_PROTECTION);
                ids.put("referralId", survivor.isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY"));
            }
            default -> {
                Survivor survivor = Survivor.adult(product, "mina");
                ids.put("caseId", survivor.caseId());
                ids.put("consentId", survivor.agreesToShareWith(WILLOW, SHARED));
                if (kind != Kind.AGREED && kind != Kind.CONSENT) {
                    String urgency = kind == Kind.EMERGENCY ? "EMERGENCY" : "URGENT";
                    ids.put("referralId", survivor.isReferredTo(WILLOW_SAFE_HOUSE, urgency, "IDENTITY"));
                }
            }
        }
        ApiScene scene = new ApiScene(kind, ids);
        scene.play(product);
        return scene;
    }

    private static void administration(Kind kind, Map<String, String> ids, Product product) {
        Administration house = new Administration(product);
        switch (kind) {
            case ORGANISATION, SUSPENDED -> {
                ids.put("organisationId", house.admit("New Harbour"));
                ids.put("teamId", house.teamOf(ids.get("organisationId")));
                if (kind == Kind.SUSPENDED) {
                    house.suspend(ids.get("organisationId"));
                }
            }
            case WORKER, TROUBLED -> {
                String organisation = house.admit("New Harbour");
                String worker = house.invite(organisation, unused(), "CW");
                ids.put("organisationId", organisation);
                ids.put("workerId", worker);
                if (kind == Kind.TROUBLED) {
                    house.settled(worker);
                    product.sql()
                            .run("update alongside.worker_login set failure = 'REFUSED' where worker_id = '%s'"
                                    .formatted(worker));
                }
            }
            case OWN_SERVICE ->
                ids.put(
                        "serviceId",
                        id(must(
                                201,
                                product.http("petra")
                                        .post(
                                                "/api/v1/own/services",
                                                Map.of(
                                                        "type",
                                                        "FOOD",
                                                        "name",
                                                        "Meals",
                                                        "region",
                                                        "HARBOUR",
                                                        "capacity",
                                                        "FEW",
                                                        "remote",
                                                        false,
                                                        "forChildren",
                                                        false)))));
            default -> {
                ids.put("day", house.dayToCome());
                product.sql().run("delete from alongside.closed_day");
                if (kind == Kind.CLOSED_DAY) {
                    must(
                            204,
                            product.http("petra")
                                    .post("/api/v1/own/closed-days", Map.of("day", ids.get("day"), "name", "Holiday")));
                } else if (kind == Kind.ON_CALL) {
                    ids.put("onCallId", house.onCall("mina", ids.get("day")));
                } else if (kind == Kind.ABSENT || kind == Kind.ABSENCE) {
                    product.sql().run("update alongside.absence set ended_at = now() where ended_at is null");
                    if (kind == Kind.ABSENCE) {
                        ids.put("absenceId", house.absent("mina", "jonas", ids.get("day"), ids.get("day")));
                    }
                }
            }
        }
    }

    /** Sana of the house's shift wrote it. */
    private static void logbook(Kind kind, Map<String, String> ids, Product product) {
        House house = House.of(product, 1);
        ids.put("houseId", house.facility());
        if (kind == Kind.WENT_WRONG) {
            ids.put("incidentId", house.wentWrong("sana"));
        } else {
            ids.put("shiftNoteId", house.left("sana", "Call the plumber"));
            ids.put(
                    "lineId",
                    must(200, product.http("sana").get("/api/v1/houses/" + house.facility() + "/logbook"))
                            .json()
                            .at("/open/0/id")
                            .asText());
        }
    }

    private static void housing(Kind kind, Map<String, String> ids, Product product) {
        House house = House.of(product, 2);
        ids.put("houseId", house.facility());
        ids.put("roomId", house.room());
        ids.put("bedId", house.beds().get(0));
        if (kind == Kind.HOUSE) {
            return;
        }
        if (kind == Kind.CLOSING) {
            house.closes();
            return;
        }
        if (kind == Kind.CLOSED_BED) {
            must(
                    204,
                    product.http("petra")
                            .post(
                                    "/api/v1/houses/" + house.facility() + "/beds/"
                                            + house.beds().get(0) + "/closing",
                                    Map.of("reason", "REPAIR")));
            return;
        }
        Survivor survivor = House.sheltered(product);
        ids.put("caseId", survivor.caseId());
        switch (kind) {
            case SHELTERED -> {
                Survivor other = House.sheltered(product);
                ids.put("otherId", other.caseId());
                ids.put("otherCode", other.code());
            }
            case RELATED -> {
                Survivor sister = House.sheltered(product);
                survivor.isFamilyOf(sister);
                ids.put("otherId", sister.caseId());
            }
            case BED_ASKED -> ids.put("placementId", House.asked(survivor));
            case BED_OFFERED -> ids.put("placementId", house.offered(survivor, 0));
            case BED_HELD -> ids.put("placementId", house.held(survivor, 0));
            default -> {
                ids.put("placementId", house.livesIn(survivor, 0));
                ids.put("bedId", house.beds().get(1));
            }
        }
        ids.put("soon", House.inHours(product, 3));
        ids.put("reviewerId", house.colleague());
        switch (kind) {
            case RULED -> house.rules("Tell nobody where this house is.");
            case LIMITED ->
                ids.put(
                        "restrictionId",
                        house.limits("sana", ids.get("reviewerId"), ids.get("placementId"), ids.get("soon")));
            case AWAY -> house.act("sana", ids.get("placementId"), "absence", Map.of("until", ids.get("soon")));
            case ESCORTED -> {
                must(
                        204,
                        product.http("petra")
                                .put(
                                        "/api/v1/houses/" + house.facility() + "/address",
                                        Map.of("address", "12 Example Lane")));
                ids.put("workerId", MINA);
                house.act("petra", ids.get("placementId"), "escorts", Map.of("worker", MINA, "until", ids.get("soon")));
            }
            case EMPTY_BED -> {
                ids.put("bedId", house.beds().get(0));
                must(
                        204,
                        product.http("mina")
                                .post(
                                        "/api/v1/referrals/" + survivor.shelteredUnder() + "/revocation",
                                        Map.of("reason", "SAFETY")));
            }
            default -> {}
        }
    }

    /** Somebody of the lead's team who had one case and works here no more. */
    private static void leaver(Map<String, String> ids, Product product) {
        String worker = UUID.randomUUID().toString();
        String caseId = Survivor.adult(product, "mina").caseId();
        product.sql().run("""
                        insert into alongside.worker (worker_id, organisation_id, name)
                          select '%s', organisation_id, 'Made up' from alongside.team where team_id = '00000000-0000-4000-a000-000000000001'
                        """.formatted(worker));
        product.sql().run("""
                        insert into alongside.team_member (team_id, worker_id, supervises, from_at)
                        values ('00000000-0000-4000-a000-000000000001', '%s', false, now() - interval '1 day')
                        """.formatted(worker));
        must(204, product.http("ilse").post("/api/v1/cases/" + caseId + "/assignment", Map.of("worker", worker)));
        product.sql().run("update alongside.worker set left_at = now() where worker_id = '%s'".formatted(worker));
        product.sql().run("update alongside.team_member set until_at = now() where worker_id = '%s'".formatted(worker));
        ids.put("workerId", worker);
        ids.put("caseId", caseId);
    }

    /** Figures of health, which nobody reads yet: what is confirmed here closes or opens nothing that another test needs. */
    private static void matrix(Kind kind, Map<String, String> ids, Product product) {
        product.sql()
                .run(
                        "update alongside.matrix_change set refused_at = proposed_at, decided_by = proposed_by where decided_by is null"
                                + " and role_code = 'ANL'");
        product.sql()
                .run("update alongside.role_category set access = 'A' where role_code = 'ANL'"
                        + " and category in (select category from alongside.data_category where code = 'health')");
        if (kind == Kind.MATRIX_CHANGE) {
            ids.put(
                    "matrixChangeId",
                    id(must(
                            201,
                            product.http("kim")
                                    .post(
                                            "/api/v1/access-matrix/changes",
                                            Map.of(
                                                    "role",
                                                    "ANL",
                                                    "category",
                                                    "HEALTH",
                                                    "before",
                                                    "AGGREGATE",
                                                    "after",
                                                    "NOTHING",
                                                    "reason",
                                                    "No figures are made of it")))));
        }
    }

    private static void transfer(Kind kind, Map<String, String> ids, Transfer transfer) {
        switch (kind) {
            case BROUGHT -> ids.put("importId", transfer.bring(Transfer.row(unused(), "Maya")));
            case ASKED_EXPORT -> ids.put("exportId", transfer.askedBy("rosa"));
            case APPROVED_EXPORT -> ids.put("exportId", transfer.approved());
            default -> ids.put("exportId", transfer.ready());
        }
    }

    private static void emergency(Kind kind, Map<String, String> ids, Product product) {
        EmergencyHouse.forgetHowOften(product);
        if (kind != Kind.ASKABLE) {
            Survivor survivor = Survivor.adult(product, "mina");
            EmergencyHouse house = new EmergencyHouse(product, survivor);
            ids.put("emergencyId", house.asks("tomas", kind != Kind.PLEA, "IDENTITY", "SAFETY_RISK"));
            if (kind == Kind.MISUSED) {
                house.judges("hugo", ids.get("emergencyId"), "MISUSE");
            }
        }
    }

    /** A short name that nothing has. */
    static String unused() {
        return "n" + UUID.randomUUID().toString().substring(0, 13);
    }

    private void play(Product product) {
        switch (kind) {
            case SENT_BACK -> act(product, "ilse", "return", Map.of("reason", "Leave out the number"));
            case ASKED -> act(product, "sana", "question", Map.of("question", "MOBILITY"));
            case DECLINED -> act(product, "sana", "decline", Map.of("reason", "NO_CAPACITY"));
            case ACCEPTED -> act(product, "sana", "acceptance", Map.of());
            case RENEWABLE -> {
                act(product, "sana", "acceptance", Map.of());
                Survivor.again(product, "mina", ids.get("caseId")).agreesToShareWith(WILLOW, SHARED);
            }
            case ASKED_BACK, LATE_BACK -> {
                act(product, "sana", "acceptance", Map.of());
                must(204, product.http("mina").post("/api/v1/consents/" + ids.get("consentId") + "/withdrawal", null));
                ids.put(
                        "attestationId",
                        product.http("mina")
                                .get("/api/v1/cases/" + ids.get("caseId") + "/attestations")
                                .json()
                                .at("/0/id")
                                .asText());
                if (kind == Kind.LATE_BACK) {
                    product.sql()
                            .run(
                                    "update alongside.attestation set asked_at = asked_at - interval '8 days', due_at = due_at - interval '8 days'"
                                            + " where attestation_id = '%s'".formatted(ids.get("attestationId")));
                }
            }
            case SERVED -> {
                act(product, "sana", "acceptance", Map.of());
                act(product, "sana", "first-contact", null);
            }
            case MISSED -> {
                act(product, "sana", "acceptance", Map.of());
                act(product, "sana", "non-attendance", null);
            }
            case SEEN_TO ->
                must(204, product.http("ilse").post("/api/v1/alerts/" + ids.get("alertId") + "/acknowledgement", null));
            case LONG_GONE -> {
                must(
                        204,
                        product.http("mina")
                                .post(
                                        "/api/v1/missing/" + ids.get("missingId") + "/police-report",
                                        Map.of("reference", "2026/1")));
                product.sql()
                        .run("update alongside.missing_episode set look_by = began_at where missing_id = '"
                                + ids.get("missingId") + "'");
            }
            case FOUND ->
                must(
                        204,
                        product.http("mina")
                                .post("/api/v1/missing/" + ids.get("missingId") + "/finding", Map.of("how", "SAFE")));
            case ASKED_LATER, TRIED_LATER, WORRIES -> askedLater(product);
            case CAN_LEAVE, ON_HER_WAY -> canLeave(product);
            case GIVEN -> {
                String path = "/api/v1/reintegrations/" + ids.get("reintegrationId");
                must(
                        204,
                        product.http("mina")
                                .post(
                                        path + "/support",
                                        Map.of(
                                                "kind",
                                                "IN_KIND",
                                                "purpose",
                                                "FOOD",
                                                "words",
                                                "rice",
                                                "givenOn",
                                                "2026-01-05")));
                ids.put(
                        "supportId",
                        must(200, product.http("mina").get(path))
                                .json()
                                .at("/support/0/id")
                                .asText());
            }
            case MAY_DISCLOSE -> disclose(product, false);
            case DISCLOSED -> disclose(product, true);
            case CLOSED -> close(product);
            case LEAD_SENT_BACK -> handover(product, "return", Map.of("change", "Tell her lawyer first"));
            case LEAD_OFFERED -> handover(product, "approval", null);
            case REOPENED -> {
                close(product);
                must(
                        204,
                        product.http("mina")
                                .post(
                                        "/api/v1/cases/" + ids.get("caseId") + "/reopening",
                                        Map.of("reason", "NEW_RISK")));
            }
            case SUPPORTED ->
                must(
                        204,
                        product.http("mina")
                                .post("/api/v1/matters/" + ids.get("matterId") + "/support", Map.of("need", "ESCORT")));
            case PLAN_ASKED ->
                must(
                        204,
                        product.http("mina")
                                .post(
                                        "/api/v1/cases/" + ids.get("caseId") + "/care-plan/approval-request",
                                        Map.of("words", "The step with the lawyer is new")));
            case BEGUN -> step(product, "beginning", null);
            case BLOCKED -> step(product, "block", Map.of("reason", "NO_PLACE"));
            case TASK, TAKEN_TASK -> {
                ids.put("taskId", taskOf(product));
                if (kind == Kind.TAKEN_TASK) {
                    must(204, product.http("sana").post("/api/v1/tasks/" + ids.get("taskId") + "/claim", null));
                }
            }
            default -> {}
        }
    }

    /** Hours of one counsellor that nobody else took, ten minutes each: to come, or of the last days. */
    private static final AtomicInteger HOURS = new AtomicInteger();

    private static Instant now = Instant.EPOCH;

    /** An hour that is free, by the product's clock as it was five days ago or less; {@code 1} to come, {@code -1} past. */
    static String hour(int way) {
        return now.plusSeconds(way * (86_400L * (way > 0 ? 7 : 1) + 600L * HOURS.incrementAndGet()))
                .toString();
    }

    private static void counselling(Kind kind, Map<String, String> ids, Product product) {
        Instant clock = Instant.parse(House.inHours(product, 0));
        if (clock.isAfter(now.plusSeconds(86_400L * 5))) {
            now = clock;
        }
        ids.put("today", House.inHours(product, 0).substring(0, 10));
        String noor = "00000000-0000-4000-8000-000000000010";
        String elif = "00000000-0000-4000-8000-000000000011";
        if (kind != Kind.WARNED) {
            // who supervised in another scene reads nothing of this one
            product.sql()
                    .run(
                            "update alongside.clinical_supervision set ended_at = greatest(named_at, now()), ended_by = named_by where ended_at is null");
        }
        if (kind == Kind.SUPERVISED) {
            ids.put("supervisionId", UUID.randomUUID().toString());
            product.sql()
                    .run(
                            "insert into alongside.clinical_supervision (supervision_id, organisation_id, counsellor_id, supervisor_id, named_at, named_by)"
                                    + " values ('%s', '%s', '%s', '%s', now() - interval '1 day', '%s')"
                                            .formatted(ids.get("supervisionId"), Survivor.CEDAR, noor, elif, MINA));
            return;
        }
        if (kind == Kind.WARNED) {
            ids.put("warningId", UUID.randomUUID().toString());
            product.sql()
                    .run("delete from alongside.caseload_warning where looked_at is null and counsellor_id = '" + noor
                            + "'");
            product.sql()
                    .run(
                            "insert into alongside.caseload_warning (warning_id, organisation_id, counsellor_id, open_cases, sessions, raised_at)"
                                    + " values ('%s', '%s', '%s', 30, 21, now())"
                                            .formatted(ids.get("warningId"), Survivor.CEDAR, noor));
            return;
        }
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
        ids.put("caseId", survivor.caseId());
        switch (kind) {
            case SESSION, NOTED, TOLD_TO_LEAD -> {
                ids.put(
                        "sessionId",
                        id(must(
                                201,
                                product.http("noor")
                                        .post(
                                                "/api/v1/cases/" + survivor.caseId() + "/counselling/sessions",
                                                Map.of(
                                                        "startsAt", hour(-1),
                                                        "minutes", 10,
                                                        "type", "INDIVIDUAL",
                                                        "modality", "IN_PERSON",
                                                        "place", "COUNSELLING_ROOM",
                                                        "interpreter", "NONE")))));
                if (kind != Kind.SESSION) {
                    String session = "/api/v1/sessions/" + ids.get("sessionId");
                    must(204, product.http("noor").put(session + "/process-note", Map.of("words", "Mine alone")));
                    must(204, product.http("noor").post(session + "/clinical-record", Map.of("words", "Grounding")));
                    must(
                            204,
                            product.http("noor")
                                    .put(
                                            session + "/summary",
                                            Map.of(
                                                    "words",
                                                    "Sleep",
                                                    "agreed",
                                                    true,
                                                    "agreedOn",
                                                    ids.get("today"),
                                                    "forLead",
                                                    kind == Kind.TOLD_TO_LEAD)));
                }
            }
            case GROUPED, GROUP_WITH_HER -> {
                ids.put(
                        "groupId",
                        id(must(
                                201,
                                product.http("noor")
                                        .post("/api/v1/counselling/groups", Map.of("type", "SUPPORT_GROUP")))));
                if (kind == Kind.GROUP_WITH_HER) {
                    must(
                            204,
                            product.http("noor")
                                    .post(
                                            "/api/v1/groups/" + ids.get("groupId") + "/members",
                                            Map.of("caseId", survivor.caseId())));
                }
            }
            default -> {}
        }
    }

    /** The reminder of a referral, its first timer, told that it has failed too often: tried again, it may ring early. */
    private static String failedJob(Product product) {
        String referral = make(Kind.SENT, product).ids().get("referralId");
        String job = (String) product.sql().one("""
                        update engine.act_ru_job set retries_ = 0
                         where id_ = (select j.id_ from engine.act_ru_job j
                                        join engine.act_ru_execution e on e.id_ = j.process_instance_id_
                                       where e.business_key_ = ? order by j.duedate_ limit 1)
                        returning id_""", referral);
        return job;
    }

    /** What was told to have failed, and was not tried again, waits for its time as before: nothing is red that did not fail. */
    static void forgetFailedJobs(Product product) {
        product.sql().run("update engine.act_ru_job set retries_ = 3 where retries_ = 0");
    }

    private String taskOf(Product product) {
        for (JsonNode item : product.work("sana")) {
            if (item.at("/task/subject").asText().equals(ids.get("referralId"))) {
                return item.at("/task/id").asText();
            }
        }
        throw new AssertionError("No task for the shelter");
    }

    private void handover(Product product, String act, Object body) {
        must(204, product.http("ilse").post("/api/v1/handovers/" + ids.get("handoverId") + "/" + act, body));
    }

    private void close(Product product) {
        must(204, product.http("ilse").post("/api/v1/closings/" + ids.get("closingId") + "/approval", null));
    }

    /** Her first follow-up is due: as if three months had gone by for her alone. */
    private void askedLater(Product product) {
        close(product);
        String id = must(200, product.http("mina").get("/api/v1/cases/" + ids.get("caseId") + "/follow-ups"))
                .json()
                .at("/0/id")
                .asText();
        ids.put("followUpId", id);
        product.sql()
                .run(
                        "update alongside.follow_up set ask_at = ask_at - interval '95 days', due_at = due_at - interval '95 days' where follow_up_id = '"
                                + id + "'");
        product.sql().run("""
                update engine.act_ru_job j set duedate_ = timestamp '2020-01-01' from engine.act_ru_execution e
                 where e.business_key_ = '%s' and e.proc_inst_id_ = j.process_instance_id_
                """.formatted(id));
        await().atMost(Duration.ofSeconds(30)).until(() -> product.sql()
                .one(
                        "select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ = ? and t.task_def_key_ = 'ask-her'",
                        id)
                .equals(1L));
        String path = "/api/v1/follow-ups/" + id;
        if (kind != Kind.ASKED_LATER) {
            must(204, product.http("mina").post(path + "/tries", Map.of("channel", "PHONE", "outcome", "REACHED")));
        }
        if (kind == Kind.WORRIES) {
            must(
                    204,
                    product.http("mina")
                            .post(
                                    path + "/result",
                                    Map.of(
                                            "outcome",
                                            "REACHED",
                                            "answers",
                                            List.of(Map.of("asked", "SAFETY", "answer", "BAD")),
                                            "concern",
                                            true)));
        }
    }

    /** Who leads is asked to measure: as if her file were older, and the hour at which that is looked for had come. */
    private static void toBeMeasured(String caseId, Product product) {
        product.sql()
                .run("update alongside.case_episode set opened_at = opened_at - interval '20 days' where case_id = '%s'"
                        .formatted(caseId));
        product.sql().run("""
                update engine.act_ru_job j set duedate_ = timestamp '2020-01-01' from engine.act_re_procdef d
                 where d.id_ = j.process_def_id_ and d.key_ = 'outcome-watch' and j.process_instance_id_ is null
                """);
        await().atMost(Duration.ofSeconds(60)).until(() -> product.sql().count("""
                select count(*) from engine.act_ru_task t join engine.act_ru_execution p on p.id_ = t.proc_inst_id_
                  join alongside.measure_ask a on a.measure_ask_id::text = p.business_key_
                 where a.case_id = ?::uuid and t.task_def_key_ = 'put-to-her'
                """, caseId) == 1);
    }

    private void canLeave(Product product) {
        String path = "/api/v1/reintegrations/" + ids.get("reintegrationId");
        must(
                204,
                product.http("mina")
                        .post(
                                path + "/receiver",
                                Map.of(
                                        "name",
                                        "Casa Nova",
                                        "confirmedBy",
                                        "Ana",
                                        "confirmedOn",
                                        "2026-01-05",
                                        "medium",
                                        "PHONE")));
        for (String step : List.of("DOCUMENTS", "TRAVEL", "RECEPTION")) {
            must(204, product.http("mina").post(path + "/arrangements", Map.of("step", step)));
        }
        if (kind == Kind.ON_HER_WAY) {
            must(204, product.http("mina").post(path + "/departure", null));
        }
    }

    private void disclose(Product product, boolean made) {
        String path = "/api/v1/disclosures/" + ids.get("disclosureId");
        must(204, product.http("ilse").post(path + "/decision", Map.of("answer", "AGREE")));
        if (made) {
            must(204, product.http("mina").post(path + "/record", Map.of("way", "PHONE")));
        }
    }

    private void step(Product product, String act, Object body) {
        must(204, product.http("sana").post("/api/v1/steps/" + ids.get("stepId") + "/" + act, body));
    }

    private void act(Product product, String person, String act, Object body) {
        Reply reply = product.http(person).post("/api/v1/referrals/" + ids.get("referralId") + "/" + act, body);
        if (reply.status() > 299) {
            throw new AssertionError(person + " " + act + " " + reply);
        }
    }
}
