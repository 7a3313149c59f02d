package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caseworker adds a paper, finds it, opens it, adds a better copy and takes a wrong one out of use. */
class DocumentBrowserTest {
    private static final String PDF = "%PDF-1.7\nA receipt\n%%EOF\n";

    private final Product product = Product.get();

    @TempDir
    private Path disk;

    @Test
    void a_paper_goes_into_the_file_and_out_of_it() throws IOException {
        Survivor maya = Survivor.adult(product, "mina");
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open("/casefile/file.xhtml?case=" + maya.caseId());
            mina.press(page.locator("nav a[href*='/document/of.xhtml']"));
            assertThat(page.locator("main").innerText()).contains("No documents yet");
            mina.axe();
            mina.screenshot("document-none");
            mina.press("main a[href*='/document/bring.xhtml']");
            mina.axe();
            mina.screenshot("document-bring");
            mina.screenshotInArabic("document-bring");

            mina.press("#save");
            assertThat(String.join(" ", page.locator("[data-errors] a").allInnerTexts()))
                    .as("in the order of the questions")
                    .matches("File .*What it is .*Title .*");
            page.fill("#title", "Rent for November");
            page.locator("input[value='FINANCIAL']").check();
            page.setInputFiles("#file", file("rent.jpg", PDF));
            mina.press("#save");
            assertThat(page.locator("#file-error").innerText()).contains("not what its name says: it is PDF");
            assertThat(page.inputValue("#title"))
                    .as("what was typed is still there")
                    .isEqualTo("Rent for November");
            assertThat(page.locator("input[value='FINANCIAL']").isChecked()).isTrue();
            mina.axe();
            mina.screenshot("document-wrong");
            mina.press("#save");
            assertThat(page.locator("#file-error").innerText()).contains("Choose a file");
            page.setInputFiles("#file", onDisk(20_000_000));
            page.click("#save");
            assertThat(page.locator("#file-error").innerText())
                    .as("said before forty megabytes are sent")
                    .contains("larger than 20 megabytes");
            assertThat(page.inputValue("#title")).isEqualTo("Rent for November");
            mina.axe();
            mina.screenshot("document-too-large");
            for (int half : new int[] {11_000_000, 20_000_000}) {
                page.setInputFiles("#file", onDisk(half));
                page.evaluate("() => document.querySelector('template[data-most]').remove()");
                mina.press("#save");
                assertThat(page.locator("#file-error").innerText())
                        .as("the server says it by itself")
                        .contains("larger than 20 megabytes");
                assertThat(page.inputValue("#title")).isEqualTo("Rent for November");
            }
            assertThat(page.inputValue("#title")).isEqualTo("Rent for November");
            page.setInputFiles("#file", file("rent.pdf", PDF));
            mina.press("#save");
            assertThat(page.locator(".al-toasts").innerText()).contains("The document is in the file");
            assertThat(page.locator("main").innerText()).contains("Rent for November", "Payment or receipt");
            assertThat(page.title()).doesNotContain("Rent");

            page.fill("#title", "nothing like it");
            mina.press("main form button[type=submit]");
            assertThat(page.locator("main").innerText()).contains("No title has these words in it");
            mina.press("main a[href*='/document/of.xhtml']:not([href*='title'])");
            mina.axe();
            mina.screenshot("document-of");
            mina.screenshotInArabic("document-of");

            mina.press("main table a");
            assertThat(page.locator("section[aria-labelledby=versions]").innerText())
                    .contains("Version 1", "Not checked for viruses");
            mina.axe();
            mina.screenshot("document-one");
            mina.screenshotInArabic("document-one");
            Download download = page.waitForDownload(() -> page.locator("section[aria-labelledby=versions] a.al-button")
                    .click());
            assertThat(download.suggestedFilename()).isEqualTo("document.pdf");
            assertThat(Files.readString(download.path())).isEqualTo(PDF);

            page.locator("section[aria-labelledby=again] summary").click();
            page.setInputFiles("#file", file("note.txt", ""));
            page.locator("section[aria-labelledby=again] input[value='BETTER_COPY']")
                    .check();
            mina.press("#add");
            assertThat(page.locator("#file-error").innerText()).contains("nothing in this file");
            assertThat(page.locator("section[aria-labelledby=again] input[value='BETTER_COPY']")
                            .isChecked())
                    .isTrue();
            page.setInputFiles("#file", file("note.txt", "A better copy"));
            mina.press("#add");
            assertThat(page.locator("section[aria-labelledby=versions]").innerText())
                    .contains("Version 2", "A better copy", "Version 1");

            page.locator("section[aria-labelledby=rename] summary").click();
            assertThat(page.inputValue("#title")).isEqualTo("Rent for November");
            page.fill("#title", "Rent, autumn");
            mina.press("#newTitle");
            assertThat(page.locator("main h2").first().innerText()).isEqualTo("Rent, autumn");

            page.locator("section[aria-labelledby=withdraw] summary").click();
            mina.press("#takeOut");
            assertThat(page.locator("section[aria-labelledby=withdraw] .al-error")
                            .innerText())
                    .isNotBlank();
            page.locator("input[value='WRONG_FILE']").check();
            mina.press("#takeOut");
            assertThat(page.locator("main").innerText()).contains("It is the wrong file");
            assertThat(page.locator("section[aria-labelledby=versions] a.al-button")
                            .count())
                    .as("opens to nobody")
                    .isZero();
            assertThat(page.locator("#again, #rename, #withdraw").count()).isZero();
            mina.axe();
            mina.screenshot("document-withdrawn");
        }
    }

    @Test
    void whoever_comes_second_with_a_version_is_told_and_adds_it_then() {
        Survivor maya = Survivor.adult(product, "mina");
        String id = maya.hasDocument("A receipt");
        String address = "/document/one.xhtml?case=" + maya.caseId() + "&document=" + id;
        try (Browser mina = Browser.as("mina")) {
            Page page = mina.open(address);
            assertThat(page.locator("main").innerText()).contains("Version 1");
            product.http("mina")
                    .parts(
                            "/api/v1/documents/" + id + "/versions",
                            "version",
                            "{\"after\": 1, \"reason\": \"COMPLETED\"}");
            page.locator("section[aria-labelledby=again] summary").click();
            page.setInputFiles("#file", file("note.txt", "Mine"));
            page.locator("section[aria-labelledby=again] input[value='CORRECTED']")
                    .check();
            mina.press("#add");
            assertThat(page.locator("main").innerText()).contains("somebody added version 2", "It is complete now");
            page.setInputFiles("#file", file("note.txt", "Mine"));
            mina.press("#add");
            assertThat(page.locator("section[aria-labelledby=versions]").innerText())
                    .contains("Version 3");
        }
    }

    /** A large one, which the browser reads from the disk itself. */
    private Path onDisk(int words) throws IOException {
        return Files.writeString(disk.resolve("rent.txt"), "1 ".repeat(words));
    }

    private static FilePayload file(String name, String words) {
        return new FilePayload(name, "application/octet-stream", words.getBytes(StandardCharsets.UTF_8));
    }
}
