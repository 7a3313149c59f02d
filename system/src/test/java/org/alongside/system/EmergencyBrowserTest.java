package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Emergency access in browsers: asked for by a code, agreed to, said on every page, ended, reviewed, and told. */
class EmergencyBrowserTest {
    private final Product product = Product.get();

    @BeforeEach
    void nobody_has_asked_today() {
        EmergencyHouse.forgetHowOften(product);
    }

    @Test
    void one_asks_a_colleague_agrees_and_it_stands_on_every_page_until_it_is_ended() {
        Survivor maya = Survivor.adult(product, "mina");
        EmergencyHouse house = new EmergencyHouse(product, maya);
        try (Browser tomas = Browser.as("tomas");
                Browser farah = Browser.as("farah")) {
            Page page = tomas.open("/emergency/ask.xhtml");
            tomas.press("#ask");
            assertThat(page.locator("main").innerText()).contains("Choose").contains("Before you ask");
            tomas.axe();
            page.fill("#code", house.code().toLowerCase(java.util.Locale.ROOT));
            page.locator("input[name=reason][value=MEDICAL]").check();
            page.fill("#words", "She fainted at the door, and the ambulance asks who she is");
            page.locator("input[name=categories][value=IDENTITY]").check();
            page.locator("input[name=lifeInDanger][value=no]").check();
            tomas.screenshot("emergency-ask");
            tomas.press("#ask");
            assertThat(page.locator("main").innerText()).contains("Waits for a colleague");
            tomas.axe();
            assertThat(page.locator(".al-banner").count()).isZero();
            String access = page.url().replaceFirst(".*emergency=", "");

            Page decide = farah.page();
            farah.press(farah.openWork(access));
            assertThat(decide.locator("main").innerText()).contains("Do you agree?", "She fainted");
            farah.axe();
            farah.screenshot("emergency-agree");
            farah.press("#agree");
            assertThat(decide.locator("body").innerText())
                    .contains("You agreed")
                    .doesNotContain("Maya");

            for (String place : List.of(
                    "/worklist/mine.xhtml",
                    "/casefile/list.xhtml",
                    "/casefile/file.xhtml?case=" + maya.caseId(),
                    "/casefile/known.xhtml?case=" + maya.caseId(),
                    "/organisation/directory.xhtml",
                    "/emergency/ask.xhtml",
                    "/casefile/file.xhtml?case=00000000-0000-4000-8000-00000000ffff")) {
                page = tomas.open(place);
                assertThat(page.locator(".al-banner").innerText())
                        .as(place)
                        .contains("Emergency access to " + house.code())
                        .contains("left");
            }
            page = tomas.open("/casefile/known.xhtml?case=" + maya.caseId());
            tomas.axe();
            tomas.screenshot("emergency-file");
            tomas.press(page.locator(".al-banner a[href*='/emergency/one.xhtml']"));
            tomas.screenshot("emergency-open");
            tomas.press("#end");
            assertThat(page.locator(".al-banner").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("Nothing is open any more");
        }
    }

    @Test
    void data_protection_finds_misuse_the_desks_are_told_and_her_caseworker_tells_her() {
        Survivor maya = Survivor.adult(product, "mina");
        EmergencyHouse house = new EmergencyHouse(product, maya);
        String access = house.asks("tomas", true, "IDENTITY", "CONTACT_LOCATION");
        maya.fileFor("tomas");
        try (Browser hugo = Browser.as("hugo");
                Browser mina = Browser.as("mina");
                Browser kim = Browser.as("kim")) {
            Page page = hugo.open("/emergency/reviews.xhtml");
            hugo.axe();
            hugo.press(page.locator("main a[href*='" + access + "']"));
            assertThat(page.locator("main").innerText()).contains("Looked at the file", "Tomas Reyes", "Not told yet");
            hugo.axe();
            hugo.screenshot("emergency-review");
            page.locator("input[name=verdict][value=MISUSE]").check();
            page.fill("#words", "There was no ambulance");
            hugo.press("#judge");
            assertThat(page.locator("main").innerText()).contains("Misuse");

            Page told = kim.open("/emergency/misuse.xhtml?emergency=" + access);
            assertThat(told.locator("main").innerText())
                    .contains("Tomas Reyes")
                    .doesNotContain(house.code())
                    .doesNotContain("fainted");
            kim.axe();
            kim.screenshot("emergency-misuse");
            kim.press("#see");
            assertThat(told.locator("main").innerText()).contains("Your desk has seen to it");

            Page tell = mina.page();
            mina.press(mina.openWork("/emergency/tell.xhtml?emergency=" + access));
            mina.axe();
            mina.screenshot("emergency-tell");
            tell.locator("input[name=answer][value=TOLD]").check();
            mina.press("#tell");
            assertThat(tell.locator("input[name=answer][value=TOLD]").isChecked())
                    .as("what was chosen stays")
                    .isTrue();
            tell.locator("input[name=whom][value=HERSELF]").check();
            tell.selectOption("#channel", "PHONE");
            mina.press("#tell");
            assertThat(tell.locator("main").innerText()).contains("She was told");
            mina.axe();
        }
    }
}
