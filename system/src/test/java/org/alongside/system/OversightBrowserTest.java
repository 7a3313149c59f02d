package org.alongside.system;

import static org.alongside.system.Survivor.CEDAR;
import static org.alongside.system.Survivor.CEDAR_COUNSELLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Why a file is open, who has seen it, and the audit, in a browser. */
class OversightBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_caseworker_sees_why_and_who_and_prints_it_for_her() {
        Survivor survivor = Survivor.adult(product, "mina");
        survivor.isHelpedBy("noor", CEDAR, CEDAR_COUNSELLING, "IDENTITY", "CARE_PLAN_GOALS");
        survivor.fileFor("noor");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/file.xhtml?case=" + survivor.caseId());
            mina.press("a[href*='/oversight/why']");
            assertThat(page.locator("main tbody").innerText()).contains("Harbour Light leads this file", "Mina Okafor");
            mina.isWhole();
            mina.screenshot("why");
            mina.press("a[href*='/oversight/seen']");
            assertThat(page.locator("main tbody").innerText()).contains("Cedar Counselling", "Read the file");
            assertThat(page.locator("main").innerText()).doesNotContain("Noor Aziz");
            assertThat(page.locator("a[href*='/print/record']").count()).isEqualTo(1);
            mina.isWhole();
            mina.screenshot("seen");
            mina.screenshotInArabic("seen");
        }
        try (Browser noor = Browser.as("noor")) {
            Page page = noor.open("/oversight/why.xhtml?case=" + survivor.caseId());
            assertThat(page.locator("main tbody").innerText()).contains("Harbour Light asked for help");
            assertThat(page.locator("a[href*='/oversight/seen']").count()).isZero();
            noor.screenshot("why-helping");
        }
    }

    @Test
    void an_officer_looks_checks_and_takes_out() throws IOException {
        Survivor survivor = Survivor.adult(product, "mina");
        String code = survivor.fileFor("mina").json().get("code").asText();
        survivor.fileFor("tomas");
        try (Browser vera = Browser.as("vera")) {
            Page page = vera.open("/oversight/audit.xhtml");
            vera.isWhole();
            page.fill("#caseCode", code.toLowerCase(Locale.ROOT));
            vera.press("main form[method=get] button");
            assertThat(page.locator("main tbody").innerText()).contains("Mina Okafor", "Quay Project", "Refused", code);
            vera.screenshot("audit");
            vera.press("#checkCase");
            assertThat(page.locator("#checked").innerText()).contains("The record holds");
            vera.press("#checkAll");
            assertThat(page.locator("#checked").innerText()).contains("records are as they were written");
            vera.screenshot("audit-checked");
            vera.screenshotInArabic("audit");
            Download taken = page.waitForDownload(() -> page.click("#takeOut"));
            List<String> files = new ArrayList<>();
            try (InputStream file = taken.createReadStream();
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.add(entry.getName());
                }
            }
            assertThat(files).containsExactly("audit.csv", "audit.csv.sig");
            page.navigate(product.url() + "/oversight/audit.xhtml?caseCode=nonsense");
            assertThat(page.locator("main").innerText()).contains("A case code has two signs");
        }
    }
}
