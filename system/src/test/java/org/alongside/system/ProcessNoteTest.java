package org.alongside.system;

import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A counsellor's own notes go through the whole product and are found nowhere but with their author. */
class ProcessNoteTest {
    private static final String WORDS = "Xylograph, her hands shook";

    private final Product product = Product.get();

    @Test
    void their_author_reads_them_and_nobody_else_whatever_is_asked_for() throws Exception {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
        String session = held(maya);
        String note = "/api/v1/sessions/" + session + "/process-note";
        must(204, product.http("noor").put(note, Map.of("words", WORDS)));
        must(
                204,
                product.http("noor")
                        .put("/api/v1/sessions/" + session + "/attendance", Map.of("attendance", "ATTENDED")));
        assertThat(product.http("noor").get(note).text()).contains(WORDS);

        SoftAssertions all = new SoftAssertions();
        for (String person : ApiRolesTest.PEOPLE) {
            Http client = product.http(person);
            if (!person.equals("noor")) {
                all.assertThat(client.get(note).status()).as(person + " reads").isIn(403, 404);
                all.assertThat(client.put(note, Map.of("words", "x"), "If-Match", "\"1\"")
                                .status())
                        .as(person + " writes")
                        .isIn(403, 404);
            }
            for (String where : List.of(
                    "/api/v1/cases/" + maya.caseId(),
                    "/api/v1/cases/" + maya.caseId() + "/counselling",
                    "/api/v1/cases/" + maya.caseId() + "/journey",
                    "/api/v1/cases/" + maya.caseId() + "/accesses",
                    "/api/v1/counselling/week",
                    "/api/v1/counselling/caseload",
                    "/api/v1/tasks",
                    "/api/v1/audit")) {
                all.assertThat(client.get(where).text())
                        .as(person + " " + where)
                        .doesNotContain("Xylograph");
            }
            all.assertThat(client.post("/api/v1/name-searches", Map.of("words", "Xylograph"))
                            .text())
                    .as(person + " searches")
                    .doesNotContain(maya.caseId());
        }
        all.assertAll();
        for (String person : List.of("mina", "noor")) {
            assertThat(printed(person, "/api/v1/cases/" + maya.caseId() + "/print"))
                    .as("on paper for " + person)
                    .contains(maya.name())
                    .doesNotContain("Xylograph");
        }
        // what goes wrong is told without what was typed
        Reply tooLong = product.http("noor").put(note, Map.of("words", WORDS.repeat(900)), "If-Match", "\"1\"");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).doesNotContain("Xylograph");
        Reply stale = product.http("noor").put(note, Map.of("words", WORDS), "If-Match", "\"9\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).doesNotContain("Xylograph");

        assertThat(product.log()).doesNotContain("Xylograph");
        assertThat(holding("Xylograph"))
                .as("neither the audit, nor the engine, nor a draft, nor a letter")
                .containsExactly("alongside.process_note");
    }

    @Test
    void who_leads_knows_the_day_and_the_attendance_and_a_lawyer_nothing() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("noor", Survivor.CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY");
        maya.isHelpedBy("daniel", Survivor.OPEN_DOOR, Survivor.OPEN_DOOR_ADVICE, "IDENTITY");
        String session = held(maya);
        must(
                204,
                product.http("noor")
                        .put("/api/v1/sessions/" + session + "/attendance", Map.of("attendance", "ATTENDED")));
        String counselling = "/api/v1/cases/" + maya.caseId() + "/counselling";
        Reply leads = product.http("mina").get(counselling);
        assertThat(leads.json().at("/attended/0/attendance").asText()).isEqualTo("ATTENDED");
        assertThat(leads.text()).doesNotContain("TRAUMA_FOCUSED").doesNotContain("COUNSELLING_ROOM");
        assertThat(product.http("daniel").get(counselling).status()).isEqualTo(403);
        assertThat(maya.fileFor("daniel").json().get("counsellingKnown").asBoolean())
                .isFalse();
        assertThat(product.http("daniel")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .doesNotContain("counselling-sessions");
        assertThat(product.http("mina")
                        .get("/api/v1/cases/" + maya.caseId() + "/journey")
                        .text())
                .contains("counselling-sessions");
    }

    private String held(Survivor maya) {
        ApiScene.make(ApiScene.Kind.COUNSELLED, product);
        return id(must(
                201,
                product.http("noor")
                        .post(
                                "/api/v1/cases/" + maya.caseId() + "/counselling/sessions",
                                Map.of(
                                        "startsAt", ApiScene.hour(-1),
                                        "minutes", 10,
                                        "type", "TRAUMA_FOCUSED",
                                        "modality", "IN_PERSON",
                                        "place", "COUNSELLING_ROOM",
                                        "interpreter", "NONE"))));
    }

    private String printed(String person, String path) throws Exception {
        try (PDDocument document =
                Loader.loadPDF(product.http(person).file(path).body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<String> holding(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = product.sql().superuser().getConnection();
                ResultSet tables = superuser
                        .createStatement()
                        .executeQuery(
                                "select schemaname || '.' || tablename from pg_tables where schemaname in ('engine', 'alongside')")) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (ResultSet row = superuser
                        .createStatement()
                        .executeQuery(
                                "select exists (select from " + table + " t where t::text ilike '%" + text + "%')")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
