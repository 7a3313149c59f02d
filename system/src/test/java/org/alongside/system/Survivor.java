package org.alongside.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A made-up survivor whose case a demo caseworker has opened by the API, for tests to go on with.
 *
 * @param caseworker who leads the case
 * @param name the name she uses, found nowhere else
 */
record Survivor(Product product, String caseworker, String name, String caseId) {
    static final String HARBOUR_LIGHT = "00000000-0000-4000-9000-000000000001";
    static final String QUAY = "00000000-0000-4000-9000-000000000002";
    static final String WILLOW = "00000000-0000-4000-9000-000000000003";
    static final String WILLOW_SAFE_HOUSE = "00000000-0000-4000-b000-000000000001";
    static final String LANTERN = "00000000-0000-4000-9000-000000000004";
    static final String LANTERN_CHILDREN = "00000000-0000-4000-b000-000000000003";
    static final String CEDAR = "00000000-0000-4000-9000-000000000005";
    static final String TIDE = "00000000-0000-4000-9000-000000000010";
    static final String TIDE_CLINIC = "00000000-0000-4000-b000-000000000010";
    static final String TERESA = "00000000-0000-4000-8000-000000000026";
    static final String CEDAR_COUNSELLING = "00000000-0000-4000-b000-000000000004";
    static final String OPEN_DOOR = "00000000-0000-4000-9000-000000000006";
    static final String OPEN_DOOR_ADVICE = "00000000-0000-4000-b000-000000000006";
    static final String OPEN_DOOR_RESIDENCE = "00000000-0000-4000-b000-000000000012";
    static final String POLICE = "00000000-0000-4000-9000-000000000007";
    static final String PROSECUTION = "00000000-0000-4000-9000-000000000011";
    static final String POLICE_PROTECTION = "00000000-0000-4000-b000-000000000007";

    /** An adult woman of 27. */
    static Survivor adult(Product product, String caseworker) {
        return open(product, caseworker, 27);
    }

    /** A girl of 13; the child authority is not yet told. */
    static Survivor child(Product product, String caseworker) {
        return open(product, caseworker, 13);
    }

    private static Survivor open(Product product, String caseworker, int age) {
        String name = "Quillara" + UUID.randomUUID().toString().substring(0, 8);
        Reply opened = product.http(caseworker).post("/api/v1/cases", intake(name, age));
        if (opened.status() != 201) {
            throw new AssertionError("The case was not opened: " + opened);
        }
        return new Survivor(product, caseworker, name, id(opened));
    }

    static Map<String, Object> intake(String name, int age) {
        Map<String, Object> intake = new HashMap<>();
        intake.put("safety", Map.of("inDanger", false));
        intake.put("language", Map.of("code", "prs", "interpreter", "WOMAN"));
        intake.put(
                "agreement",
                Map.of("giver", age < 18 ? "TRUSTED_ADULT" : "SELF", "medium", "WRITTEN", "limitsExplained", true));
        intake.put("age", Map.of("basis", "SELF_DECLARED", "stated", age, "maybeChild", false));
        if (age < 18) {
            intake.put(
                    "child", Map.of("views", "I want to sleep.", "assent", "WILLING", "giverRight", "BEST_INTERESTS"));
        }
        intake.put("name", Map.of("preferred", name, "given", name + "given", "family", name + "family"));
        intake.put("person", Map.of("sex", "FEMALE", "region", "HARBOUR", "citizenship", List.of("AF")));
        intake.put(
                "contact",
                Map.of(
                        "channel",
                        "PHONE",
                        "value",
                        "+49 170 5550199",
                        "safeHours",
                        "10 to 12",
                        "leaveMessage",
                        "NO",
                        "coverStory",
                        name + "cover"));
        intake.put(
                "screening",
                Map.of(
                        "acts",
                        List.of("RECRUITMENT"),
                        "means",
                        age < 18 ? List.of() : List.of("DECEPTION"),
                        "purposes",
                        List.of("FORCED_LABOUR"),
                        "outcome",
                        "POSSIBLE_TRAFFICKING"));
        intake.put("constraints", List.of("NOBODY_FROM_HER_PLACE"));
        intake.put("needs", List.of("MEDICAL"));
        intake.put("situation", name + "story");
        intake.put("intakeSource", "HOTLINE");
        return intake;
    }

    /** Somebody whose case was opened before. */
    static Survivor again(Product product, String caseworker, String caseId) {
        return new Survivor(product, caseworker, "", caseId);
    }

    /** Tells the child authority. */
    Survivor authorityTold() {
        must(
                204,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/child-notification",
                                Map.of(
                                        "authority",
                                        "Youth office",
                                        "notifiedAt",
                                        Instant.parse("2026-01-02T03:04:05Z").toString())));
        return this;
    }

    /** Says what she keeps from an organisation; answers its id. */
    String keepsFrom(String organisation, String category, String part) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/exclusions",
                                Map.of("recipient", organisation, "category", category, "part", part))));
    }

    /** Says it of a purpose, in a conversation of its own; answers the id of that answer. */
    String saysOf(String purpose, String answer) {
        must(
                201,
                product.http(caseworker).post("/api/v1/cases/" + caseId + "/purpose-answers", saying(purpose, answer)));
        return product.http(caseworker)
                .get("/api/v1/cases/" + caseId + "/purpose-answers")
                .json()
                .at("/0/id")
                .asText();
    }

    /** What an adult says of one purpose, with how it was said. */
    static Map<String, Object> saying(String purpose, String answer) {
        return new HashMap<>(Map.of(
                "answers",
                List.of(Map.of("purpose", purpose, "answer", answer)),
                "giver",
                "SELF",
                "medium",
                "WRITTEN",
                "language",
                "prs",
                "interpreter",
                "WOMAN",
                "explained",
                true));
    }

    /** Somebody of this relation cares for her and may consent; answers their id. */
    String hasCarer(String carer, String relation) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/guardians",
                                Map.of(
                                        "type",
                                        "CAREGIVER",
                                        "status",
                                        "NOT_NEEDED",
                                        "name",
                                        carer,
                                        "relation",
                                        relation,
                                        "powers",
                                        List.of("CONSENT")))));
    }

    /** A court appointed somebody of this name; answers their id. */
    String hasGuardian(String guardian) {
        return hasGuardian(guardian, "CONSENT");
    }

    String hasGuardian(String guardian, String... powers) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/guardians",
                                Map.of(
                                        "type",
                                        "LEGAL_GUARDIAN",
                                        "status",
                                        "APPOINTED",
                                        "name",
                                        guardian,
                                        "powers",
                                        List.of(powers),
                                        "orderReference",
                                        "C 12",
                                        "conflictCheckedBy",
                                        "Youth court"))));
    }

    /** That guardian is Teresa of the guardians' office; answers the id of her sign-in, to which nobody has agreed yet. */
    String isGuardedByTeresa(String guardianId) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/guardians/" + guardianId + "/sign-ins",
                                Map.of("worker", TERESA))));
    }

    /** Records a consent; answers its id. */
    String agreesToShareWith(String organisation, String... categories) {
        return agreesToShareWith(organisation, null, categories);
    }

    /** Records that she agrees that this organisation leads her case, with all that is known of her. */
    void agreesToBeLedBy(String organisation) {
        agreesTo(
                "CASE_MANAGEMENT",
                organisation,
                null,
                "IDENTITY",
                "CONTACT_LOCATION",
                "DEMOGRAPHICS",
                "TRAFFICKING_EXPERIENCE",
                "LEGAL",
                "SAFETY_RISK",
                "CARE_PLAN_GOALS");
    }

    /** Her caseworker offers the lead to this organisation; answers the id of the offer. */
    String isOfferedTo(String organisation) {
        return id(must(201, offerLead(organisation)));
    }

    Reply offerLead(String organisation) {
        return product.http(caseworker)
                .post(
                        "/api/v1/cases/" + caseId + "/handover",
                        Map.of(
                                "to",
                                organisation,
                                "reason",
                                "SHE_MOVES",
                                "items",
                                Stream.of(
                                                "SHE_KNOWS",
                                                "WARM_HANDOVER",
                                                "SAFE_CONTACT",
                                                "RISK_CURRENT",
                                                "PLAN_CURRENT",
                                                "HELPERS_TOLD",
                                                "DATES_COVERED",
                                                "PAPERS_READY")
                                        .map(item -> Map.of("item", item))
                                        .toList(),
                                "message",
                                name + "message"));
    }

    /** Records a consent that ends then, or where nothing is said after the usual time; answers its id. */
    String agreesToShareWith(String organisation, Instant until, String... categories) {
        return agreesTo(
                List.of(POLICE, PROSECUTION).contains(organisation) ? "SHARE_LAW_ENFORCEMENT" : "SHARE_REFERRAL",
                organisation,
                until,
                categories);
    }

    private String agreesTo(String purpose, String organisation, Instant until, String... categories) {
        Map<String, Object> consent = new HashMap<>(Map.of(
                "recipient",
                organisation,
                "purpose",
                purpose,
                "categories",
                List.of(categories),
                "giver",
                isChild() ? "TRUSTED_ADULT" : "SELF",
                "medium",
                "WRITTEN",
                "language",
                "prs",
                "interpreter",
                "WOMAN",
                "explained",
                true));
        if (until != null) {
            consent.put("expiresAt", until.toString());
        }
        if (isChild()) {
            consent.put("giverRight", "BEST_INTERESTS");
            consent.put("assent", "WILLING");
        }
        return id(must(201, product.http(caseworker).post("/api/v1/cases/" + caseId + "/consents", consent)));
    }

    private boolean isChild() {
        return product.http(caseworker)
                .get("/api/v1/cases/" + caseId)
                .json()
                .at("/who/child")
                .asBoolean();
    }

    /** Asks a service for help; answers the referral's id. */
    String isReferredTo(String service, String urgency, String... categories) {
        return id(must(201, refer(service, urgency, categories)));
    }

    Reply refer(String service, String urgency, String... categories) {
        return product.http(caseworker)
                .post(
                        "/api/v1/cases/" + caseId + "/referrals",
                        Map.of(
                                "service",
                                service,
                                "urgency",
                                urgency,
                                "categories",
                                List.of(categories),
                                "message",
                                name + "message"));
    }

    /** She agrees to share with this organisation, asks its service for help, and this person there accepts; the referral's id. */
    String isHelpedBy(String person, String organisation, String service, String... categories) {
        agreesToShareWith(organisation, categories);
        String referral = isReferredTo(service, "URGENT", categories);
        must(200, product.http(person).post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        return referral;
    }

    /** Police protect her, after a supervisor has looked at what goes to them. */
    String isHelpedByPolice() {
        agreesToShareWith(POLICE, "IDENTITY");
        String referral = isReferredTo(POLICE_PROTECTION, "URGENT", "IDENTITY");
        must(204, product.http("ilse").post("/api/v1/referrals/" + referral + "/approval", null));
        must(200, product.http("marta").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        return referral;
    }

    /** Her caseworker says that they are one family. */
    void isFamilyOf(Survivor... others) {
        must(
                204,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/family",
                                Map.of(
                                        "codes",
                                        Stream.of(others).map(Survivor::code).toList())));
    }

    /** The referral under which a shelter houses her. */
    String shelteredUnder() {
        return (String) product.sql()
                .one(
                        "select referral_id::text from alongside.referral r join alongside.referral_card c using (referral_id)"
                                + " where r.case_id = ?::uuid and c.service_type = 'SHELTER' and c.status in ('ACCEPTED', 'IN_SERVICE')",
                        caseId);
    }

    /** Her caseworker writes a goal down; answers its id. */
    String wants(String statement) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/goals",
                                Map.of("domain", "HOUSING", "statement", statement, "priority", "NOW"))));
    }

    /** She agrees to a goal: with the first one her plan begins. */
    Survivor agreesTo(String goal) {
        must(204, product.http(caseworker).post("/api/v1/goals/" + goal + "/agreement", Map.of("agreedByHer", true)));
        return this;
    }

    /** Her caseworker plans a step that is due today; answers its id. */
    String hasStep(String goal, String what, String organisation, String role) {
        return id(must(201, plan(goal, what, organisation, role)));
    }

    /** Her caseworker adds a receipt; answers its id. */
    String hasDocument(String title) {
        return id(must(
                201,
                product.http("mina")
                        .parts(
                                "/api/v1/cases/" + caseId + "/documents",
                                "document",
                                "{\"title\": \"" + title + "\", \"documentClass\": \"FINANCIAL\"}")));
    }

    /** A lawyer who helps her opens a matter with a hearing then, for which she needs this; answers its id. */
    String hasMatter(String lawyer, String hearing, String... needs) {
        return id(must(
                201,
                product.http(lawyer)
                        .post("/api/v1/cases/" + caseId + "/matters", matter("CRIMINAL_TRAFFICKER", hearing, needs))));
    }

    /** A lawyer who helps her opens a matter at that stage, with nothing in it yet; answers its id. */
    String hasMatterWithoutDates(String lawyer, String track, String stage) {
        return id(must(
                201,
                product.http(lawyer)
                        .post("/api/v1/cases/" + caseId + "/matters", Map.of("track", track, "stage", stage))));
    }

    /** Her lawyer finds that nobody in the house acts for the other side. */
    void isCheckedBy(String lawyer, String matter) {
        must(
                204,
                product.http(lawyer)
                        .post(
                                "/api/v1/matters/" + matter + "/conflict-checks",
                                Map.of(
                                        "opposing",
                                        "TRAFFICKER",
                                        "otherMatter",
                                        false,
                                        "colleague",
                                        false,
                                        "known",
                                        false)));
    }

    /** She and her lawyer sign a mandate. */
    void signs(String lawyer, String matter, String on) {
        must(
                204,
                product.http(lawyer)
                        .post(
                                "/api/v1/matters/" + matter + "/mandates",
                                Map.of("giver", "HERSELF", "scope", "ENFORCEMENT_TOO", "signedOn", on)));
    }

    /** Her lawyer writes down what was paid to her of what was ordered; answers its id. */
    String isPaid(String matter, String amount) {
        String payments = "/api/v1/matters/" + matter + "/payments";
        must(
                204,
                product.http("daniel")
                        .post(
                                payments,
                                Map.of(
                                        "paidOn",
                                        "2026-11-01",
                                        "amount",
                                        new java.math.BigDecimal(amount),
                                        "payer",
                                        "STATE_FUND")));
        return must(200, product.http("daniel").get(payments))
                .json()
                .at("/payments/0/id")
                .asText();
    }

    /** Her lawyer writes down what she bore herself in a matter; answers its id. */
    String spends(String matter, String amount) {
        String costs = "/api/v1/matters/" + matter + "/costs";
        must(
                204,
                product.http("daniel")
                        .post(
                                costs,
                                Map.of(
                                        "kind",
                                        "TRAVEL",
                                        "amount",
                                        new java.math.BigDecimal(amount),
                                        "currency",
                                        "EUR",
                                        "spentOn",
                                        "2026-11-01",
                                        "bearer",
                                        "SURVIVOR")));
        return must(200, product.http("daniel").get(costs))
                .json()
                .at("/costs/0/id")
                .asText();
    }

    /** Her lawyer enters a telephone that others keep; answers its id. */
    String provesBy(String matter) {
        String evidence = "/api/v1/matters/" + matter + "/evidence";
        must(
                204,
                product.http("daniel")
                        .post(
                                evidence,
                                Map.of(
                                        "kind",
                                        "DEVICE",
                                        "words",
                                        "Her telephone",
                                        "source",
                                        "SURVIVOR",
                                        "sourceOn",
                                        "2026-11-01",
                                        "originalWith",
                                        "LAWYERS",
                                        "sha256",
                                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
        return must(200, product.http("daniel").get(evidence))
                .json()
                .at("/evidence/0/id")
                .asText();
    }

    static Map<String, Object> matter(String track, String hearing, String... needs) {
        return Map.of(
                "track",
                track,
                "stage",
                "TRIAL",
                "note",
                "Privilegedwords",
                "hearing",
                Map.of("at", hearing, "type", "TRIAL_TESTIMONY", "place", "COURT", "mode", "IN_PERSON"),
                "needs",
                List.of(needs),
                "protection",
                List.of("CLOSED_COURT"),
                "deadlineOn",
                hearing.substring(0, 10));
    }

    Reply plan(String goal, String what, String organisation, String role) {
        return product.http(caseworker)
                .post(
                        "/api/v1/goals/" + goal + "/steps",
                        Map.of(
                                "what",
                                what,
                                "owner",
                                Map.of("organisation", organisation, "role", role),
                                "dueOn",
                                today()));
    }

    /** Noon, so many days from now, by the clock of the product, which other tests may have moved. */
    String inDays(int days) {
        return product.sql()
                .one(
                        "select to_char(date_trunc('day', now() + ahead + make_interval(days => ?)), 'YYYY-MM-DD') || 'T12:00:00Z' from alongside.clock",
                        days)
                .toString();
    }

    /** The day that it is in the product, whose clock other tests may have moved. */
    private String today() {
        return (String)
                product.sql()
                        .one(
                                "select cast(cast((now() + ahead) at time zone 'Europe/Berlin' as date) as text) from alongside.clock");
    }

    /** Her caseworker's supervisor, Ilse, records that this colleague knows her; answers the tie. */
    String isKnownTo(String person) {
        return id(must(
                201,
                product.http("ilse")
                        .post(
                                "/api/v1/cases/" + caseId + "/ties",
                                Map.of("worker", new Administration(product).me(person), "tie", "COMMUNITY"))));
    }

    /** Her caseworker proposes to tell a body outside something without her agreement; answers the id of the proposal. */
    String isToBeToldOf(String exception, String... categories) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/disclosures",
                                Map.of(
                                        "exception",
                                        exception,
                                        "body",
                                        "Harbour ambulance service",
                                        "categories",
                                        List.of(categories),
                                        "words",
                                        "She was found unconscious"))));
    }

    /** Her caseworker assesses with her how she is; answers the id of the assessment. */
    String isFound(String felt, String domain, String score) {
        return id(must(
                201,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/risk-assessments",
                                Map.of("felt", felt, "findings", List.of(Map.of("domain", domain, "score", score))))));
    }

    /** Somebody who leads says that she is missing; answers the episode. */
    String isMissing(String person) {
        return id(must(201, product.http(person).post("/api/v1/cases/" + caseId + "/missing", Map.of())));
    }

    /** Her safety plan is written with her, the first one. */
    void plansHerSafety(String survivorCopy) {
        must(
                204,
                product.http(caseworker)
                        .put(
                                "/api/v1/cases/" + caseId + "/safety-plan",
                                Map.of(
                                        "basedOn", 0,
                                        "warningSigns", "The same car twice",
                                        "noContact", "Her uncle",
                                        "steps", "I leave by the back",
                                        "safeWord", "Is it Tuesday?",
                                        "survivorCopy", survivorCopy)));
    }

    /** Somebody raises an alert and says no more; answers its id. */
    String worries(String person, String type) {
        return id(must(
                201,
                product.http(person)
                        .post("/api/v1/cases/" + caseId + "/alerts", Map.of("type", type, "inDanger", false))));
    }

    /** The code by which her case is spoken of. */
    String code() {
        return fileFor(caseworker).json().get("code").asText();
    }

    /** Her caseworker proposes to close the case; answers the id of the proposal. */
    String isProposedToClose() {
        return id(must(201, proposeClosing("GOALS_ACHIEVED", "SAFETY_CHECKED", "TRANSITION_PLANNED")));
    }

    /** The police presume on that day that she is a victim of trafficking; nobody told her yet. */
    void isPresumed(String day) {
        must(
                204,
                product.http(caseworker)
                        .post(
                                "/api/v1/cases/" + caseId + "/identification/decisions",
                                Map.of("decision", "PRESUMED", "decidedBy", "POLICE", "decidedOn", day)));
    }

    /** What she decides, told in English; goes to Moldova where she leaves. */
    String decides(String returnType) {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "returnType",
                returnType,
                "informedOn",
                "2026-01-04",
                "decidedOn",
                "2026-01-05",
                "language",
                "eng",
                "familyContact",
                "NOT_WANTED"));
        if (!"LOCAL_INTEGRATION".equals(returnType)) {
            asked.put("country", "MD");
        }
        return id(must(201, product.http(caseworker).post("/api/v1/cases/" + caseId + "/reintegrations", asked)));
    }

    Reply proposeClosing(String reason, String... met) {
        return product.http(caseworker)
                .post(
                        "/api/v1/cases/" + caseId + "/closing",
                        Map.of(
                                "reason",
                                reason,
                                "met",
                                List.of(met),
                                "conversation",
                                "AGREES",
                                "dataNotice",
                                "GIVEN",
                                "followUp",
                                Map.of("answer", "YES", "channel", "PHONE", "giver", "SELF"),
                                "overrideReason",
                                name + "override"));
    }

    /** The file as this person gets it. */
    Reply fileFor(String person) {
        return product.http(person).get("/api/v1/cases/" + caseId);
    }

    static String id(Reply made) {
        return made.json().get("id").asText();
    }

    static Reply must(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError("Expected " + status + " and got " + reply);
        }
        return reply;
    }
}
