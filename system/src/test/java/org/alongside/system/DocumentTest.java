package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents over HTTP: how a file comes in, how it goes out, and what becomes of half a file, of one that is too large and of twenty at once. */
class DocumentTest {
    private static final String RECEIPT = "{\"title\": \"A receipt\", \"documentClass\": \"FINANCIAL\"}";
    private static final String WORDS = "What nobody else may read ";
    private static final int LARGEST = 20_000_000;

    private final Product product = Product.get();
    private final Http mina = product.http("mina");
    private Survivor maya;
    private String documents;
    private List<Path> before;

    @BeforeEach
    void somebody() throws IOException {
        before = left(product);
        maya = Survivor.adult(product, "mina");
        documents = "/api/v1/cases/" + maya.caseId() + "/documents";
    }

    @Test
    void what_is_handed_in_comes_out_as_it_was_named_after_nobody_and_kept_by_nobody() {
        String file = "%PDF-1.7\n" + WORDS + "\n%%EOF\n";
        String id = must(201, mina.parts(documents, "document", RECEIPT, "Quillara Vance.pdf", text(file)))
                .json()
                .get("id")
                .asText();
        HttpResponse<byte[]> fetched = mina.file("/api/v1/documents/" + id + "/versions/1/file");
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
        assertThat(fetched.headers().map())
                .containsEntry("content-disposition", List.of("attachment; filename=\"document.pdf\""))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("content-type", List.of("application/octet-stream"));
        JsonNode read = must(200, mina.get("/api/v1/documents/" + id)).json();
        assertThat(read.at("/versions/0/scan").asText())
                .as("no scanner is installed here")
                .isEqualTo("NOT_SCANNED");
        assertThat(read.toString()).as("the name of the file is not kept").doesNotContain("Quillara");
        assertThat(product.sql()
                        .one(
                                "select count(*) from alongside.audit_event where subject_id = ?::uuid and action = 'OPEN_DOCUMENT' and outcome = 'PERMITTED'",
                                id))
                .as("each opening is an event")
                .isEqualTo(1L);
        assertThat(product.http("jonas")
                        .file("/api/v1/documents/" + id + "/versions/1/file")
                        .statusCode())
                .isEqualTo(404);
        assertThat(product.sql()
                        .one(
                                "select count(*) from alongside.audit_event where subject_id = ?::uuid and action = 'OPEN_DOCUMENT' and outcome = 'REFUSED'",
                                id))
                .isEqualTo(1L);
        try (Browser browser = Browser.as("mina")) {
            var page = browser.page().request().get(product.url() + "/document/file?document=" + id + "&version=1");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers())
                    .containsEntry("content-disposition", "attachment; filename=\"document.pdf\"")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("content-type", "application/pdf");
            assertThat(page.body()).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
            for (String nothing : List.of(
                    "?document=" + id + "&version=2",
                    "?document=" + id + "&version=x",
                    "?document=" + ApiOperation.NOBODYS + "&version=1",
                    "?document=1&version=1",
                    "")) {
                assertThat(browser.page()
                                .request()
                                .get(product.url() + "/document/file" + nothing)
                                .status())
                        .as(nothing)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void what_is_wrong_with_a_file_is_said_in_words_and_nothing_of_it_is_kept() {
        assertThat(reason("note.pdf", text(WORDS))).contains("not what its name says: it is TEXT");
        assertThat(reason("note.txt", text(""))).contains("nothing in this file");
        assertThat(reason("note.txt", repeated(LARGEST + 1L))).contains("larger than 20 megabytes");
        assertThat(reason("note.txt", repeated(70L * 1024 * 1024)))
                .as("heard to its end, and answered")
                .contains("too large");
        assertThat(reason("notetxt\u202E.exe", text(WORDS))).contains("hide how it ends");
        assertThat(reason("n".repeat(300) + ".txt", text(""))).contains("nothing in this file");
        Reply arabic = mina.parts(documents, "document", RECEIPT, "note.pdf", text(WORDS), "Accept-Language", "ar");
        assertThat(arabic.status()).isEqualTo(422);
        assertThat(arabic.json().at("/errors/0/pointer").asText()).isEqualTo("/file");
        assertThat(arabic.json().at("/errors/0/detail").asText()).contains("ليس ما يقوله اسمه");
        assertThat(mina.post(documents, Map.of()).status()).as("no parts").isEqualTo(415);
        assertThat(product.sql().one("select count(*) from alongside.document where case_id = ?::uuid", maya.caseId()))
                .isEqualTo(0L);
        assertThat(must(200, mina.get(documents)).json().get("documents")).isEmpty();
    }

    @Test
    void half_a_file_is_never_there_and_leaves_nothing_behind() throws Exception {
        for (int at = 0; at < 3; at++) {
            sendsHalf();
        }
        String id = must(201, mina.parts(documents, "document", RECEIPT, "note.txt", repeated(3_000_000)))
                .json()
                .get("id")
                .asText();
        assertThat(product.sql().one("select count(*) from alongside.document where case_id = ?::uuid", maya.caseId()))
                .isEqualTo(1L);
        mina.file("/api/v1/documents/" + id + "/versions/1/file");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(left(product)).isSubsetOf(before));
    }

    @Test
    void twenty_people_hand_in_and_fetch_the_largest_file_at_once_and_the_server_stays_well() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> at = new ArrayList<>();
            for (int person = 0; person < 20; person++) {
                at.add(people.submit(() -> {
                    Http one = product.http("mina").patient();
                    String id = must(201, one.parts(documents, "document", RECEIPT, "note.txt", repeated(LARGEST)))
                            .json()
                            .get("id")
                            .asText();
                    return one.file("/api/v1/documents/" + id + "/versions/1/file")
                            .body()
                            .length;
                }));
            }
            for (Future<Integer> one : at) {
                assertThat(one.get()).isEqualTo(LARGEST);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(must(200, mina.get(documents)).json().get("documents")).hasSize(20);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(left(product)).isSubsetOf(before));
    }

    @Test
    void police_bring_their_own_papers_into_their_own_store_and_nobody_else_hears_of_them() {
        maya.isHelpedByPolice();
        String record = "{\"title\": \"Report of the second of March\", \"documentClass\": \"POLICE\"}";
        String id = must(201, product.http("marta").parts(documents, "document", record))
                .json()
                .get("id")
                .asText();
        assertThat(must(200, product.http("marta").get(documents)).text()).contains("Report of the second of March");
        assertThat(product.http("marta")
                        .file("/api/v1/documents/" + id + "/versions/1/file")
                        .statusCode())
                .isEqualTo(200);
        for (String other : List.of("mina", "ilse", "daniel", "sana", "petra", "noor", "amina", "vera", "jonas")) {
            Reply list = product.http(other).get(documents);
            assertThat(list.text()).as(other).doesNotContain("Report of the second");
            assertThat(product.http(other).get("/api/v1/documents/" + id).status())
                    .as(other)
                    .isIn(403, 404);
            assertThat(product.http(other)
                            .file("/api/v1/documents/" + id + "/versions/1/file")
                            .statusCode())
                    .as(other)
                    .isIn(403, 404);
        }
        for (String foreign : List.of("FINANCIAL", "COURT", "LEGAL_PRIVILEGED", "ID_DOC")) {
            assertThat(product.http("marta")
                            .parts(documents, "document", record.replace("POLICE", foreign))
                            .status())
                    .as(foreign)
                    .isEqualTo(422);
        }
    }

    @Test
    void of_two_who_add_a_version_after_the_same_one_the_second_is_told() {
        String id = maya.hasDocument("A receipt");
        String versions = "/api/v1/documents/" + id + "/versions";
        String after = "{\"after\": 1, \"reason\": \"BETTER_COPY\"}";
        must(204, mina.parts(versions, "version", after, "note.txt", text("better")));
        Reply second = mina.parts(versions, "version", after, "note.txt", text("better still"));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().get("detail").asText()).contains("somebody added version 2");
        assertThat(new String(mina.file(versions + "/2/file").body(), StandardCharsets.UTF_8))
                .isEqualTo("better");
    }

    private String reason(String name, BodyPublisher file) {
        Reply reply = mina.parts(documents, "document", RECEIPT, name, file);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        return reply.json().get("detail").asText();
    }

    private static BodyPublisher text(String words) {
        return BodyPublishers.ofString(words);
    }

    /** So many bytes of text, which are nowhere in memory at once. */
    static BodyPublisher repeated(long bytes) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ < bytes ? 'w' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int some = (int) Math.min(length, bytes - sent);
                java.util.Arrays.fill(into, from, from + Math.max(0, some), (byte) 'w');
                sent += Math.max(0, some);
                return some > 0 ? some : -1;
            }
        });
    }

    /** A line that breaks when half of the file is on it. */
    private void sendsHalf() throws IOException {
        URI server = URI.create(product.url());
        String head = "--line\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n" + RECEIPT
                + "\r\n--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n\r\n";
        try (Socket line = new Socket(server.getHost(), server.getPort());
                OutputStream out = line.getOutputStream()) {
            out.write(
                    ("POST " + documents + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer "
                                    + mina.token().get()
                                    + "\r\nContent-Type: multipart/form-data; boundary=line\r\nContent-Length: 4000000\r\n\r\n"
                                    + head)
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(WORDS.repeat(50_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    /** Files of uploads on the server's disk: its own temporary folder and that of the machine. */
    static List<Path> left(Product product) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), product.server())) {
            try (Stream<Path> files = Files.walk(folder, folder.equals(product.server()) ? 8 : 1)) {
                files.filter(file -> file.getFileName().toString().matches("(alongside-.*\\.part|undertow.*upload.*)"))
                        .filter(DocumentTest::isLarge)
                        .forEach(left::add);
            } catch (java.io.UncheckedIOException gone) {
                // somebody else's file went away meanwhile
            }
        }
        return left;
    }

    private static boolean isLarge(Path file) {
        try {
            return Files.size(file) > 100_000;
        } catch (IOException gone) {
            return false;
        }
    }
}
