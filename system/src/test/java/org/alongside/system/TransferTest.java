package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A supervisor brings the cases that the organisation has, and two supervisors take them out again. */
class TransferTest {
    private final Product product = Product.get();
    private final Transfer transfer = new Transfer(product);

    @Test
    void a_file_becomes_cases_that_their_caseworker_finds_and_running_it_again_opens_nothing_twice() {
        String record = ApiScene.unused();
        String name = "Quillara" + record;
        String brought = transfer.bring(Transfer.row(record, name) + Transfer.row(record + "b", name + "b"));
        assertThat(kept(brought)).as("rows wait as text").isEqualTo(2);
        assertThat(transfer.read(brought).get("good").asInt()).isEqualTo(2);

        JsonNode ended = transfer.run(brought, "ALL");
        assertThat(ended.get("opened").asInt()).isEqualTo(2);
        assertThat(kept(brought)).as("nothing of the file is left").isZero();
        String caseId = caseOf(name);
        JsonNode file =
                must(200, product.http("mina").get("/api/v1/cases/" + caseId)).json();
        assertThat(file.at("/identity/given").asText())
                .as("the apostrophe was a guard")
                .isEqualTo("=cmd");
        assertThat(file.at("/contact/value").asText()).isEqualTo("+49 170 5550199");
        assertThat(file.at("/experience/situation").asText()).isEqualTo("first, then\nsecond");
        assertThat(product.http("jonas").get("/api/v1/cases/" + caseId).status())
                .isEqualTo(404);
        assertThat(product.sql()
                        .count(
                                "select count(*) from alongside.audit_event where case_id = '%s' and action = 'OPEN_IMPORTED'"
                                        .formatted(caseId)))
                .isEqualTo(1);
        assertThat(product.sql()
                        .count("select count(*) from engine.act_hi_procinst where business_key_ = '%s'"
                                .formatted(caseId)))
                .isEqualTo(1);

        JsonNode again = transfer.read(transfer.bring(Transfer.row(record, "Another name")));
        assertThat(again.get("known").asInt())
                .as("by its id, whatever else it says")
                .isEqualTo(1);
        JsonNode alike = transfer.read(transfer.bring(Transfer.row(ApiScene.unused(), name)));
        assertThat(alike.get("good").asInt()).as("never by likeness").isEqualTo(1);
    }

    @Test
    void only_the_good_rows_are_opened_where_that_is_chosen_and_nothing_of_a_bad_one_is_kept_or_told() {
        String record = ApiScene.unused();
        String bad = Transfer.row(record + "b", "Zebedee").replace("SELF_DECLARED,27", "SELF_DECLARED,Zebedee");
        String brought = transfer.bring(Transfer.row(record, "Quillara" + record) + bad);

        JsonNode looked = transfer.read(brought);
        assertThat(looked.get("bad").asInt()).isEqualTo(1);
        assertThat(looked.at("/faults/0/line").asInt()).isEqualTo(4);
        assertThat(looked.at("/faults/0/column").asText()).isEqualTo("age");
        assertThat(looked.toString()).doesNotContain("Zebedee");
        assertThat(product.http("ilse")
                        .post("/api/v1/imports/" + brought + "/begin", Map.of("rows", "ALL"))
                        .status())
                .isEqualTo(409);
        assertThat(transfer.run(brought, "GOOD").get("opened").asInt()).isEqualTo(1);
        assertThat(product.sql()
                        .count("select count(*) from alongside.identity_minimum where preferred_name = 'Zebedee'"))
                .isZero();
    }

    @Test
    void a_record_that_two_files_bring_at_once_becomes_one_case() {
        String record = ApiScene.unused();
        String one = transfer.bring(Transfer.row(record, "Quillara" + record));
        String other = transfer.bring(Transfer.row(record, "Quillara" + record));
        must(204, product.http("ilse").post("/api/v1/imports/" + one + "/begin", Map.of("rows", "ALL")));
        must(204, product.http("ilse").post("/api/v1/imports/" + other + "/begin", Map.of("rows", "ALL")));

        int opened = transfer.ended(one).get("opened").asInt()
                + transfer.ended(other).get("opened").asInt();
        assertThat(opened).isEqualTo(1);
        assertThat(product.sql()
                        .count("select count(*) from alongside.identity_minimum where preferred_name = 'Quillara%s'"
                                .formatted(record)))
                .isEqualTo(1);
    }

    @Test
    void what_is_taken_out_can_be_brought_again_and_every_case_in_it_is_audited() throws Exception {
        String record = ApiScene.unused();
        String name = "Quillara" + record;
        transfer.run(transfer.bring(Transfer.row(record, name)), "ALL");
        String caseId = caseOf(name);
        String export = transfer.ready();

        assertThat(product.http("rosa")
                        .post("/api/v1/exports/" + export + "/file", null)
                        .status())
                .as("for the one who asked alone")
                .isEqualTo(403);
        HttpResponse<byte[]> fetched = product.http("ilse").bytes("POST", "/api/v1/exports/" + export + "/file");
        assertThat(fetched.statusCode()).isEqualTo(200);
        String csv = content(fetched.body());
        assertThat(csv).contains(name, "'=cmd", "'+49 170 5550199").doesNotContain(",=cmd");
        assertThat(product.http("ilse")
                        .post("/api/v1/exports/" + export + "/file", null)
                        .status())
                .as("once")
                .isEqualTo(409);
        assertThat(product.sql()
                        .count("select count(*) from alongside.case_export_file where export_id = '%s'"
                                .formatted(export)))
                .isZero();
        assertThat(product.sql()
                        .count(
                                "select count(*) from alongside.audit_event where case_id = '%s' and action = 'PACK_EXPORT'"
                                        .formatted(caseId)))
                .isEqualTo(1);

        JsonNode again = transfer.read(Survivor.id(must(201, transfer.look("ALONGSIDE", csv, null))));
        assertThat(again.get("bad").asInt()).as(again.get("faults").toString()).isZero();
        assertThat(again.get("good").asInt()).isEqualTo(again.get("total").asInt());
    }

    private long kept(String brought) {
        return product.sql()
                .count("select count(*) from alongside.case_import_row where import_id = '%s' and content is not null"
                        .formatted(brought));
    }

    private String caseOf(String name) {
        return String.valueOf(product.sql()
                .one("select cast(case_id as text) from alongside.identity_minimum where preferred_name = ?", name));
    }

    private static String content(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), Transfer.PASSPHRASE.toCharArray())) {
            assertThat(in.getNextEntry().isEncrypted()).isTrue();
            return new String(((InputStream) in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
