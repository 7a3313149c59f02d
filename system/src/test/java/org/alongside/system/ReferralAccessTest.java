package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a recipient reads before and after, by the API and by SQL as the application's role. */
class ReferralAccessTest {
    private static final List<String> TABLES = List.of(
            "case_file",
            "identity_minimum",
            "identity",
            "contact",
            "demographics_minimum",
            "demographics",
            "trafficking_experience",
            "safety_minimum",
            "safety",
            "immediate_need",
            "referral",
            "consent",
            "record_to_keep");

    private static final String COUNSELLING_FOR_CHILDREN = "00000000-0000-4000-b000-000000000005";

    private final Product product = Product.get();

    @Test
    void the_shelter_sees_the_file_only_after_accepting_and_only_what_she_agreed_to() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY", "CONTACT_LOCATION", "DEMOGRAPHICS");
        String referral = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY", "CONTACT_LOCATION");

        Reply card = product.http("petra").get("/api/v1/referrals/" + referral);
        assertThat(card.status()).isEqualTo(200);
        assertThat(card.json().get("view").asText()).isEqualTo("CARD");
        assertThat(card.text()).doesNotContain(survivor.name(), survivor.caseId(), "5550199");
        assertThat(survivor.fileFor("petra").status()).isEqualTo(404);
        assertThat(visible(7, 3, survivor, "SHM")).isEmpty();

        act("petra", referral, "acceptance", Map.of());

        Reply file = survivor.fileFor("petra");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.json().at("/who/preferredName").asText()).isEqualTo(survivor.name());
        assertThat(file.json().at("/contact/value").asText()).contains("5550199");
        assertThat(file.json().hasNonNull("demographics"))
                .as("agreed, but not chosen")
                .isFalse();
        assertThat(file.json().hasNonNull("experience")).as("not agreed").isFalse();
        assertThat(file.text()).doesNotContain(survivor.name() + "story");
        assertThat(visible(7, 3, survivor, "SHM"))
                .containsExactly("case_file", "identity_minimum", "identity", "contact", "referral", "consent");
        assertThat(visible(6, 3, survivor, "SHS"))
                .as("the shift sees the minimum of who she is")
                .containsExactly("case_file", "identity_minimum", "contact", "referral", "consent");
        assertThat(visible(9, 4, survivor, "SHM")).as("the other shelter").isEmpty();
        assertThat(visible(2, 1, survivor, "CW"))
                .as("a colleague of the caseworker down the corridor")
                .isEmpty();
    }

    @Test
    void only_the_counsellor_who_is_assigned_opens_the_file() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        String referral = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        act("noor", referral, "acceptance", Map.of());

        assertThat(survivor.fileFor("noor").status()).isEqualTo(200);
        assertThat(survivor.fileFor("elif").status()).isEqualTo(404);
        assertThat(visible(11, 5, survivor, "COU")).isEmpty();
        for (String stranger : List.of("kim", "hugo", "amina", "marta", "jonas", "tomas", "grace")) {
            assertThat(survivor.fileFor(stranger).status()).as(stranger).isIn(403, 404);
        }
    }

    @Test
    void declined_wait_listed_revoked_and_withdrawn_open_nothing() throws Exception {
        Survivor declined = sentToCedar();
        act("noor", declined(declined), "decline", Map.of("reason", "NO_CAPACITY"));
        assertClosed(declined);

        Survivor waiting = sentToCedar();
        act("noor", declined(waiting), "waiting", null);
        assertClosed(waiting);

        Survivor revoked = sentToCedar();
        String one = declined(revoked);
        act("noor", one, "acceptance", Map.of());
        assertThat(revoked.fileFor("noor").status()).isEqualTo(200);
        act("mina", one, "revocation", Map.of("reason", "SAFETY"));
        assertClosed(revoked);

        Survivor withdrawn = Survivor.adult(product, "mina");
        String consent = withdrawn.agreesToShareWith(CEDAR, "IDENTITY");
        String two = withdrawn.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        act("noor", two, "acceptance", Map.of());
        assertThat(withdrawn.fileFor("noor").status()).isEqualTo(200);
        assertThat(product.http("mina")
                        .post("/api/v1/consents/" + consent + "/withdrawal", null)
                        .status())
                .isLessThan(300);
        assertClosed(withdrawn);
        assertThat(product.http("mina")
                        .get("/api/v1/referrals/" + two)
                        .json()
                        .at("/card/status")
                        .asText())
                .isEqualTo("REVOKED");
    }

    @Test
    void nothing_can_be_accepted_under_a_consent_that_was_withdrawn() {
        Survivor survivor = Survivor.adult(product, "mina");
        String consent = survivor.agreesToShareWith(CEDAR, "IDENTITY");
        String referral = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        product.http("mina").post("/api/v1/consents/" + consent + "/withdrawal", null);

        Reply late = product.http("noor").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(survivor.fileFor("noor").status()).isEqualTo(404);
    }

    @Test
    void the_caseworker_cannot_approve_and_a_childs_request_waits_for_the_supervisor() {
        Survivor girl = Survivor.child(product, "mina").authorityTold();
        girl.agreesToShareWith(CEDAR, "IDENTITY");
        Reply forAdults = girl.refer(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        assertThat(forAdults.status()).as("not for her age").isEqualTo(422);
        String referral = girl.isReferredTo("00000000-0000-4000-b000-000000000005", "ROUTINE", "IDENTITY");

        assertThat(product.http("noor").get("/api/v1/referrals/" + referral).status())
                .as("not yet sent")
                .isEqualTo(404);
        assertThat(product.http("mina")
                        .post("/api/v1/referrals/" + referral + "/approval", null)
                        .status())
                .isEqualTo(403);
        act("ilse", referral, "approval", null);
        assertThat(product.http("noor").get("/api/v1/referrals/" + referral).status())
                .isEqualTo(200);
    }

    @Test
    void emergency_shelter_for_a_child_never_waits_for_the_authority() {
        Survivor girl = Survivor.child(product, "mina");
        girl.agreesToShareWith(Survivor.LANTERN, "IDENTITY");
        assertThat(girl.refer(Survivor.LANTERN_CHILDREN, "URGENT", "IDENTITY").status())
                .isEqualTo(403);
        String referral = girl.isReferredTo(Survivor.LANTERN_CHILDREN, "EMERGENCY", "IDENTITY");
        assertThat(product.http("grace")
                        .get("/api/v1/referrals/" + referral)
                        .json()
                        .at("/card/status")
                        .asText())
                .isEqualTo("SENT");
    }

    /** Her first word to Cedar was wide and lasts long; her second is narrow and short. */
    @Test
    void her_latest_word_to_an_organisation_is_the_one_that_counts() throws Exception {
        Survivor survivor = Survivor.adult(product, "mina");
        String first = survivor.agreesToShareWith(CEDAR, "IDENTITY", "CONTACT_LOCATION", "SAFETY_RISK");
        String referral = survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY", "CONTACT_LOCATION");
        String second = survivor.agreesToShareWith(CEDAR, "IDENTITY");

        assertThat(states(survivor)).containsEntry(first, "SUPERSEDED").containsEntry(second, "GIVEN");
        act("noor", referral, "acceptance", Map.of());
        assertThat(visible(10, 5, survivor, "COU"))
                .as("what was asked under the first goes on as it was agreed")
                .contains("contact");
        assertThat(survivor.refer(COUNSELLING_FOR_CHILDREN, "ROUTINE", "CONTACT_LOCATION")
                        .json()
                        .toString())
                .as("nothing new goes out under the first")
                .contains("not-agreed");

        product.http("mina").post("/api/v1/consents/" + second + "/withdrawal", null);
        assertThat(states(survivor)).containsEntry(first, "WITHDRAWN").containsEntry(second, "WITHDRAWN");
        assertClosed(survivor);
    }

    private Map<String, String> states(Survivor survivor) {
        Map<String, String> states = new HashMap<>();
        product.http("mina")
                .get("/api/v1/cases/" + survivor.caseId() + "/consents")
                .json()
                .forEach(one ->
                        states.put(one.get("id").asText(), one.get("status").asText()));
        return states;
    }

    private Survivor sentToCedar() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(CEDAR, "IDENTITY");
        survivor.isReferredTo(CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
        return survivor;
    }

    private String declined(Survivor survivor) {
        return product.http("mina")
                .get("/api/v1/cases/" + survivor.caseId() + "/referrals")
                .json()
                .findValue("id")
                .asText();
    }

    private void assertClosed(Survivor survivor) throws SQLException {
        assertThat(survivor.fileFor("noor").status()).isEqualTo(404);
        assertThat(visible(10, 5, survivor, "COU")).isEmpty();
    }

    private void act(String person, String referral, String act, Object body) {
        Reply reply = product.http(person).post("/api/v1/referrals/" + referral + "/" + act, body);
        assertThat(reply.status()).as(person + " " + act + " " + reply).isLessThan(300);
    }

    /** The tables in which this worker, as the application's role sees for them, finds a row of the case. */
    private List<String> visible(int worker, int organisation, Survivor survivor, String role) throws SQLException {
        try (Connection application = product.sql().app().getConnection()) {
            application.setAutoCommit(false);
            try (PreparedStatement caller = application.prepareStatement("select caller_open(?, ?, ?, ?)")) {
                caller.setObject(1, UUID.fromString("00000000-0000-4000-8000-0000000000%02d".formatted(worker)));
                caller.setObject(2, UUID.fromString("00000000-0000-4000-9000-0000000000%02d".formatted(organisation)));
                caller.setArray(3, application.createArrayOf("text", new Object[] {role}));
                caller.setObject(4, now());
                caller.execute();
            }
            return TABLES.stream()
                    .filter(table -> hasRow(application, table, survivor))
                    .toList();
        }
    }

    private OffsetDateTime now() {
        long ahead = product.sql().count("select extract(epoch from ahead)::bigint from alongside.clock");
        return OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(ahead);
    }

    private static boolean hasRow(Connection application, String table, Survivor survivor) {
        try (PreparedStatement row = application.prepareStatement("select 1 from " + table + " where case_id = ?")) {
            row.setObject(1, UUID.fromString(survivor.caseId()));
            try (ResultSet found = row.executeQuery()) {
                return found.next();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(table, refused);
        }
    }
}
