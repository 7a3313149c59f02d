package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.POLICE;
import static org.alongside.system.Survivor.POLICE_PROTECTION;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Paper holds what its printer may read and no more, says who printed it, and leaves a trace. */
class PrintTest {

    private static final File PICTURES = new File("target/screenshots");

    private final Product product = Product.get();

    @Test
    void a_letter_says_who_she_is_only_after_the_shelter_has_accepted() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY", "CONTACT_LOCATION", "DEMOGRAPHICS");
        String referral = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY", "CONTACT_LOCATION");
        String letter = "/referrals/" + referral + "/print";

        for (String person : List.of("mina", "petra")) {
            assertThat(printed(person, letter, "en"))
                    .as("before, for " + person)
                    .contains("Harbour Light", "Willow Rooms", "Whom it is for", "is told when the request is accepted")
                    .doesNotContain(survivor.name(), "5550199", code(survivor));
        }
        act("petra", referral, "acceptance");

        for (String person : List.of("mina", "petra")) {
            assertThat(printed(person, letter, "en"))
                    .as("after, for " + person)
                    .contains(survivor.name(), "+49 170 5550199", code(survivor), survivor.name() + "family")
                    .contains(survivor.name() + "message")
                    .as("agreed, but not chosen")
                    .doesNotContain("Citizenship")
                    .as("not agreed")
                    .doesNotContain(survivor.name() + "story", "What happened");
        }
        assertThat(printed("sana", letter, "en"))
                .as("the shift sees the minimum of who she is")
                .contains(survivor.name(), "+49 170 5550199")
                .doesNotContain(survivor.name() + "family");
        act("mina", referral, "revocation", Map.of("reason", "SAFETY"));
        assertThat(printed("petra", letter, "en")).doesNotContain(survivor.name(), "5550199", code(survivor));
    }

    @Test
    void a_letter_to_police_holds_no_more_than_police_may_read_whoever_prints_it() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        String[] agreed = {"IDENTITY", "CONTACT_LOCATION", "TRAFFICKING_EXPERIENCE", "SAFETY_RISK"};
        survivor.agreesToShareWith(POLICE, agreed);
        assertThat(survivor.refer(POLICE_PROTECTION, "URGENT", "CONTACT_LOCATION")
                        .text())
                .contains("not-their-work");
        String referral = survivor.isReferredTo(POLICE_PROTECTION, "URGENT", agreed);
        act("ilse", referral, "approval", null);
        act("marta", referral, "acceptance");

        assertThat(product.http("ilse").get("/api/v1/referrals/" + referral).text())
                .as("what the sender is told that it opens")
                .contains("TRAFFICKING_EXPERIENCE")
                .doesNotContain("CONTACT_LOCATION");
        for (String person : List.of("mina", "marta")) {
            assertThat(printed(person, "/referrals/" + referral + "/print", "en"))
                    .as("for " + person)
                    .contains(survivor.name() + "family", survivor.name() + "story")
                    .doesNotContain("5550199", "10 to 12", survivor.name() + "cover", "How to reach her safely");
        }
    }

    @Test
    void a_summary_holds_the_file_as_far_as_it_is_open_and_is_audited_by_kind_of_information() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.agreesToShareWith(WILLOW, "IDENTITY", "SAFETY_RISK");
        String referral = survivor.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY", "SAFETY_RISK");
        act("petra", referral, "acceptance");
        String summary = "/cases/" + survivor.caseId() + "/print";

        assertThat(printed("mina", summary, "en"))
                .contains(survivor.name(), survivor.name() + "story", "Afghanistan", "5550199", code(survivor));
        assertThat(events("PRINT_CASE", survivor, "mina")).isEqualTo("0,1,3,4,9,10,11");
        assertThat(printed("petra", summary, "en"))
                .contains(survivor.name(), survivor.name() + "family")
                .doesNotContain(survivor.name() + "story", "Afghanistan", "5550199");
        assertThat(events("PRINT_CASE", survivor, "petra")).isEqualTo("0,9");
        assertThat(product.http("kim").file("/api/v1" + summary).statusCode()).isEqualTo(404);
        assertThat(product.http("jonas").file("/api/v1" + summary).statusCode()).isEqualTo(404);
    }

    @Test
    void a_plan_holds_her_goals_in_her_words_and_the_steps_that_are_the_printers_to_know() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY", "CARE_PLAN_GOALS");
        String goal = survivor.wants("A door I can lock");
        survivor.hasStep(goal, "Talk about sleeping", CEDAR, "COU");
        Survivor.must(
                201,
                product.http("mina")
                        .post(
                                "/api/v1/cases/" + survivor.caseId() + "/goals",
                                Map.of(
                                        "domain",
                                        "MENTAL_HEALTH",
                                        "statement",
                                        "To sleep",
                                        "priority",
                                        "NOW",
                                        "baseline",
                                        "STRUGGLING",
                                        "baselineOn",
                                        House.inHours(product, 0).substring(0, 10),
                                        "target",
                                        "DOING_WELL")));
        String plan = "/cases/" + survivor.caseId() + "/care-plan/print";

        for (String person : List.of("mina", "noor")) {
            assertThat(printed(person, plan, "en"))
                    .as("for " + person)
                    .contains("A door I can lock", "Talk about sleeping", "Cedar Counselling", code(survivor))
                    .doesNotContain(survivor.name(), "5550199");
        }
        assertThat(printed("mina", plan, "en"))
                .contains("Where she sets out from", "Struggling", "Where she wants to be", "Doing well");
        assertThat(printed("mina", plan, "ar")).contains("A door I can lock", "رمز الملف");
        assertThat(events("PRINT_PLAN", survivor, "noor"))
                .as("her goals, and who was asked to help")
                .isEqualTo("10,11");
        assertThat(product.http("elif").file("/api/v1" + plan).statusCode()).isEqualTo(404);
    }

    @Test
    void a_plan_that_changed_after_a_supervisor_agreed_says_so_on_paper() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isFound("UNSAFE", "DIGITAL", "SERIOUS");
        survivor.agreesTo(survivor.wants("A door I can lock"));
        String course = "/api/v1/cases/" + survivor.caseId() + "/care-plan/";
        Survivor.must(204, product.http("mina").post(course + "approval-request", Map.of("words", "All of it is new")));
        Survivor.must(204, product.http("ilse").post(course + "approval", null));
        String plan = "/cases/" + survivor.caseId() + "/care-plan/print";
        assertThat(printed("mina", plan, "en"))
                .contains("Approved by", "Ilse Baur", "Her safety plan", "There is no safety plan yet")
                .doesNotContain("What is new is not approved yet");
        survivor.agreesTo(survivor.wants("To learn to swim"));
        assertThat(printed("mina", plan, "en"))
                .contains("Approved by", "Ilse Baur", "The plan changed. What is new is not approved yet.");
    }

    @Test
    void what_threatens_her_and_her_safety_plan_stand_on_the_plan_of_who_leads_and_on_nobody_elses()
            throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", CEDAR, Survivor.CEDAR_COUNSELLING, "IDENTITY", "CARE_PLAN_GOALS", "SAFETY_RISK");
        survivor.isHelpedBy("petra", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY", "CARE_PLAN_GOALS", "SAFETY_RISK");
        survivor.isFound("UNSAFE", "DIGITAL", "SERIOUS");
        survivor.plansHerSafety("ON_PAPER");
        String plan = "/cases/" + survivor.caseId() + "/care-plan/print";
        for (String person : List.of("mina", "ilse")) {
            assertThat(printed(person, plan, "en"))
                    .as("for " + person)
                    .contains(
                            "Risks", "Serious", "Not safe", "Her safety plan", "I leave by the back", "Is it Tuesday?");
        }
        for (String person : List.of("noor", "petra", "sana")) {
            assertThat(printed(person, plan, "en"))
                    .as("for " + person)
                    .doesNotContain("Serious", "Not safe", "I leave by the back", "Is it Tuesday?", "The same car");
        }
    }

    @Test
    void her_own_copy_holds_what_she_wants_and_unless_it_is_safe_nothing_of_who_helps_her() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.plansHerSafety("ON_PAPER");
        String copy = "/cases/" + survivor.caseId() + "/safety-plan/print";
        assertThat(unmarked(copy, "en"))
                .contains("The same car twice", "I leave by the back", "Her uncle")
                .doesNotContain("Harbour", "Mina", "afety", "Alongside", "plan", code(survivor), survivor.name());
        assertThat(unmarked(copy + "?part=steps&part=safeWord", "ar"))
                .contains("I leave by the back", "Is it Tuesday?")
                .doesNotContain("The same car", "Her uncle", "Harbour", "سلامة");
        assertThat(printed("ilse", copy + "?neutral=false", "en"))
                .contains("Her safety plan", "Harbour Light", "I leave by the back")
                .doesNotContain(survivor.name());
        assertThat(events("PRINT_SAFETY_PLAN", survivor, "mina")).isEqualTo("9");
        assertThat(product.http("mina")
                        .file("/api/v1" + copy + "?part=everything")
                        .statusCode())
                .isEqualTo(422);
        assertThat(product.http("sana").file("/api/v1" + copy).statusCode()).isEqualTo(404);
        Survivor none = Survivor.adult(product, "mina");
        none.plansHerSafety("NONE");
        assertThat(product.http("mina")
                        .file("/api/v1/cases/" + none.caseId() + "/safety-plan/print")
                        .statusCode())
                .as("she said that no copy is safe")
                .isEqualTo(409);
    }

    @Test
    void arabic_paper_reads_in_arabic_in_its_order() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        String consent = survivor.agreesToShareWith(CEDAR, "IDENTITY");

        assertThat(printed("mina", "/cases/" + survivor.caseId() + "/print", "ar"))
                .contains(survivor.name(), "+49 170 5550199", "كيف", "الصفحة", "Harbour Light")
                .doesNotContain("Summary");
        assertThat(printed("mina", "/consents/" + consent + "/print", "ar"))
                .contains("التوقيعات", "ما أوافق عليه", survivor.name());
    }

    @Test
    void a_consent_is_in_plain_words_with_lines_to_sign_on() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        String consent = survivor.agreesToShareWith(CEDAR, "IDENTITY");

        assertThat(printed("ilse", "/consents/" + consent + "/print", "en"))
                .contains("May we tell Cedar", "I can end this on any day", "signature or mark", survivor.name())
                .doesNotContain("agrees for her", survivor.name() + "family", "5550199");
        assertThat(events("PRINT_CONSENT", survivor, "ilse")).isEqualTo("0,11");

        Survivor girl = Survivor.child(product, "mina");
        String hers = girl.agreesToShareWith(CEDAR, "IDENTITY");
        assertThat(printed("mina", "/consents/" + hers + "/print", "en"))
                .contains("signature of the one who agrees for her");
    }

    @Test
    void the_pages_offer_it_and_nobody_else_gets_it() {
        Survivor survivor = Survivor.adult(product, "mina");
        String address = product.url() + "/print/case?case=" + survivor.caseId();
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana");
                Browser nobody = Browser.somebody()) {
            mina.open("/casefile/known.xhtml?case=" + survivor.caseId());
            String leads = mina.page()
                    .locator("a.al-button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Print"))
                    .getAttribute("href");
            APIResponse paper = mina.page().request().get(product.url() + leads);
            assertThat(product.url() + leads).isEqualTo(address);
            assertThat(paper.status()).isEqualTo(200);
            assertThat(paper.headers())
                    .containsEntry("content-type", "application/pdf")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("content-disposition", "inline; filename=\"document.pdf\"");
            assertThat(sana.page().request().get(address).status()).isEqualTo(404);
            assertThat(mina.page()
                            .request()
                            .get(product.url() + "/print/nothing")
                            .status())
                    .isEqualTo(404);
            assertThat(mina.page()
                            .request()
                            .get(product.url() + "/print/case?case=x")
                            .status())
                    .isEqualTo(404);
            assertThat(nobody.page()
                            .request()
                            .get(address, RequestOptions.create().setMaxRedirects(0))
                            .status())
                    .isEqualTo(302);
        }
    }

    /** The text of a paper that says nothing of who printed it. */
    private String unmarked(String path, String language) throws IOException {
        HttpResponse<byte[]> reply = product.http("mina").file("/api/v1" + path, "Accept-Language", language);
        assertThat(reply.statusCode()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(reply.body())) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(language.equals("ar") ? "وثيقة" : "Document");
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        }
    }

    /** The text of the paper in the order in which it is read, once what every paper keeps to is seen. */
    private String printed(String person, String path, String language) throws IOException {
        HttpResponse<byte[]> reply = product.http(person).file("/api/v1" + path, "Accept-Language", language);
        assertThat(reply.statusCode()).as(path + " by " + person).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reply.headers().firstValue("Content-Disposition")).contains("inline; filename=\"document.pdf\"");
        try (PDDocument pdf = Loader.loadPDF(reply.body())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(language.equals("ar") ? "وثيقة" : "Document");
            Reply me = product.http(person).get("/api/v1/me");
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(pdf).replaceAll("\\s+", " "))
                        .as("the mark on page " + page)
                        .contains(
                                me.json().get("name").asText(),
                                me.json().get("organisationName").asText(),
                                me.json().get("zone").asText());
            }
            PICTURES.mkdirs();
            String kind = path.contains("care-plan") ? "plan" : path.split("/")[1];
            String name = "print-" + kind + "-" + person + "-" + language;
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 96), "png", new File(PICTURES, name + ".png"));
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        }
    }

    private static String code(Survivor survivor) {
        return survivor.fileFor("mina").json().get("code").asText();
    }

    /** The kinds of information, by number, that the audit says this person printed of the case. */
    private String events(String action, Survivor survivor, String person) {
        return String.valueOf(product.sql()
                .one(
                        """
                select string_agg(category::text, ',' order by category) from (select distinct e.category from alongside.audit_event e
                 where e.action = ? and e.case_id = ? and e.outcome = 'PERMITTED' and e.actor_id = ?) printed""",
                        action,
                        UUID.fromString(survivor.caseId()),
                        UUID.fromString(product.http(person)
                                .get("/api/v1/me")
                                .json()
                                .get("worker")
                                .asText())));
    }

    private void act(String person, String referral, String act) {
        act(person, referral, act, Map.of());
    }

    private void act(String person, String referral, String act, Object body) {
        Reply reply = product.http(person).post("/api/v1/referrals/" + referral + "/" + act, body);
        assertThat(reply.status()).as(person + " " + act + " " + reply).isLessThan(300);
    }
}
