package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two supervisors at their desks: one brings a file, then both take the cases out. */
class TransferBrowserTest {
    private final Product product = Product.get();

    @Test
    void a_supervisor_sees_what_is_wrong_imports_the_good_rows_and_follows_them_to_the_end() {
        String record = ApiScene.unused();
        String file = Transfer.COLUMNS
                + Transfer.row(record, "Quillara" + record)
                + Transfer.row(record + "b", "Nobody").replace("PHONE", "PIGEON");
        try (Browser ilse = Browser.as("ilse")) {
            Page page = ilse.page();
            page.navigate(product.url() + "/organisation/team.xhtml");
            ilse.press(page.locator("main a[href*='imports.xhtml']"));
            ilse.axe();
            ilse.press("#look");
            assertThat(page.locator("#file-error").innerText()).contains("Choose a file");
            ilse.axe();
            page.setInputFiles(
                    "#file",
                    new FilePayload("cases.csv", "text/csv", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8)));
            page.locator("#caseworker")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Mina Okafor"));
            ilse.screenshot("transfer-imports");
            ilse.screenshotInArabic("transfer-imports");
            page.setInputFiles(
                    "#file",
                    new FilePayload("cases.csv", "text/csv", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8)));
            page.locator("#caseworker")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Mina Okafor"));
            ilse.press("#look");
            assertThat(page.locator("main").innerText())
                    .contains("contact_channel", "Nothing is opened yet", "Mina Okafor");
            ilse.axe();
            ilse.screenshot("transfer-import");
            ilse.screenshotInArabic("transfer-import");
            ilse.press("#begin");
            page.waitForCondition(() -> page.locator("main").innerText().contains("The import is finished"));
            assertThat(page.locator("main").innerText()).contains("1 of 1 cases are open");
            ilse.axe();
            ilse.press("main a[href*='/casefile/list.xhtml']");
            assertThat(page.locator("main tbody tr").count()).isPositive();
        }
    }

    @Test
    void who_has_left_the_page_is_told_under_my_work_that_the_import_is_finished_until_they_look() {
        Transfer transfer = new Transfer(product);
        String record = ApiScene.unused();
        product.sql().run("update alongside.case_import set seen_at = now() where ended_at is not null");
        String brought = transfer.bring(Transfer.row(record, "Quillara" + record));
        transfer.begin(brought);
        transfer.endedUnseen(brought);
        try (Browser ilse = Browser.as("ilse")) {
            Page page = ilse.page();
            page.navigate(product.url() + "/worklist/mine.xhtml");
            assertThat(page.locator("main").innerText()).contains("Your import is finished");
            ilse.axe();
            ilse.press(page.locator("main a[href*='" + brought + "']"));
            assertThat(page.locator("main").innerText()).contains("1 of 1 cases are open");
            page.navigate(product.url() + "/worklist/mine.xhtml");
            assertThat(page.locator("main").innerText()).doesNotContain("Your import is finished");
        }
    }

    @Test
    void one_supervisor_asks_another_approves_and_the_first_fetches_the_file_once() {
        try (Browser ilse = Browser.as("ilse");
                Browser rosa = Browser.as("rosa")) {
            Page page = ilse.page();
            page.navigate(product.url() + "/transfer/exports.xhtml");
            ilse.axe();
            page.fill("#reason", "We move to another system.");
            ilse.press("#ask");
            assertThat(page.locator("main").innerText()).contains("Waits for another supervisor");
            assertThat(page.locator("#approve").count()).as("not one's own").isZero();
            ilse.axe();
            String request = page.url();

            String id = request.replaceAll(".*=", "");
            rosa.open("/worklist/mine.xhtml");
            assertThat(rosa.page().locator("main").innerText()).contains("asks to take out every case");
            rosa.isWhole();
            rosa.press("main a[href*='" + id + "']");
            rosa.axe();
            rosa.screenshot("transfer-approve");
            rosa.screenshotInArabic("transfer-approve");
            rosa.press("#approve");

            ilse.open("/worklist/mine.xhtml");
            assertThat(page.locator("main").innerText()).contains("It is approved");
            ilse.press("main a[href*='" + id + "']");
            page.fill("#passphrase", Transfer.PASSPHRASE);
            page.fill("#passphraseAgain", "another one altogether");
            ilse.press("#pack");
            assertThat(page.locator("#passphraseAgain-error").innerText()).contains("not the same");
            assertThat(page.inputValue("#passphrase")).as("is never sent back").isEmpty();
            ilse.axe();
            ilse.screenshot("transfer-pack");
            ilse.screenshotInArabic("transfer-pack");
            page.fill("#passphrase", Transfer.PASSPHRASE);
            page.fill("#passphraseAgain", Transfer.PASSPHRASE);
            ilse.press("#pack");
            page.waitForSelector("#fetch");
            ilse.axe();
            Page second = page.context().newPage();
            second.navigate(page.url());
            Download file = page.waitForDownload(() -> page.click("#fetch"));
            assertThat(file.suggestedFilename()).isEqualTo("cases.zip");
            file.path();
            page.reload();
            assertThat(page.locator("main").innerText()).contains("was fetched and is erased");
            second.click("#fetch");
            second.waitForSelector("#fetch", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(second.locator("main").innerText())
                    .as("a second time is refused, and no fault")
                    .contains("was fetched and is erased");
            assertThat(
                            product.sql()
                                    .count(
                                            "select count(*) from alongside.draft where cast(answers as text) like '%horse battery%'"))
                    .as("no draft keeps a passphrase")
                    .isZero();
        }
    }
}
