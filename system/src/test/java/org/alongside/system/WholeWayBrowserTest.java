package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main way, from a first talk to a first contact, as people of all devices and languages go it; told by no words. */
class WholeWayBrowserTest {
    private static final String MAIN = "main button[data-kind=main]";

    @ParameterizedTest
    @CsvSource({"ar, desk, light", "en, phone, dark"})
    void a_survivor_is_taken_in_asked_referred_accepted_and_met(String language, String device, String look) {
        String name = "Quillara" + UUID.randomUUID().toString().substring(0, 8);
        String pictures = "way-" + language + "-" + device + "-" + look + "-";
        try (Browser mina = settled("mina", language, device, look);
                Browser sana = settled("sana", language, device, look)) {
            String survivor = takenIn(mina, name, pictures);
            agreesToShareWithWillow(mina, survivor, pictures);
            String referral = isReferredToWillow(mina, survivor, pictures);

            sana.open("/referral/incoming.xhtml");
            looked(sana, pictures + "5-incoming");
            assertThat(sana.page().content()).doesNotContain(name);
            sana.open("/referral/decide.xhtml?referral=" + referral);
            looked(sana, pictures + "6-decide");
            sana.press("#accept");
            assertThat(sana.page().locator("h1").innerText()).contains(name);
            looked(sana, pictures + "7-file");
            sana.open("/referral/one.xhtml?referral=" + referral);
            looked(sana, pictures + "8-contact");
            sana.press("#firstContact");

            mina.open("/referral/one.xhtml?referral=" + referral);
            looked(mina, pictures + "9-followed");
            mina.open("/worklist/mine.xhtml");
            looked(mina, pictures + "10-my-work");
        }
    }

    private static String takenIn(Browser mina, String name, String pictures) {
        Page page = mina.open("/casefile/open.xhtml");
        page.check("input[name=safety_inDanger][value=no]");
        looked(mina, pictures + "1-safety");
        mina.press(MAIN);
        page.selectOption("#language_code", "prs");
        page.check("input[name=language_interpreter][value=WOMAN]");
        mina.press(MAIN);
        page.check("input[name=age_basis][value=SELF_DECLARED]");
        page.fill("#age_stated", "24");
        page.check("input[name=age_maybeChild][value=no]");
        mina.isWhole();
        mina.press(MAIN);
        page.check("input[name=agreement_limitsExplained][value=yes]");
        page.check("input[name=agreement_given][value=yes]");
        page.check("input[name=agreement_medium][value=ORAL_WITNESSED]");
        mina.isWhole();
        mina.press(MAIN);
        page.fill("#name_preferred", name);
        page.check("input[name=person_sex][value=FEMALE]");
        page.check("input[name=person_region][value=HARBOUR]");
        page.check("input[name=contact_channel][value=PHONE]");
        page.fill("#contact_value", "+49 30 5550177");
        page.fill("#contact_safeHours", "10:00");
        page.check("input[name=contact_leaveMessage][value=NO]");
        mina.isWhole();
        mina.press(MAIN);
        page.check("input[name=screening_purposes][value=FORCED_LABOUR]");
        page.check("input[name=screening_outcome][value=POSSIBLE_TRAFFICKING]");
        mina.isWhole();
        mina.press(MAIN);
        page.check("input[name=needs][value=SAFE_PLACE]");
        page.selectOption("#intakeSource", "HOTLINE");
        mina.isWhole();
        mina.press(MAIN);
        looked(mina, pictures + "2-read-back");
        mina.press(MAIN);
        assertThat(page.locator("h1").innerText()).contains(name);
        mina.isWhole();
        return page.url().replaceFirst(".*[?&]case=([0-9a-f-]{36}).*", "$1");
    }

    private static void agreesToShareWithWillow(Browser mina, String survivor, String pictures) {
        Page page = mina.open("/consent/record.xhtml?case=" + survivor);
        page.check("input[name=recipient][value='" + WILLOW + "']");
        mina.press("#choose");
        page.check("input[name=said][value=yes]");
        page.check("input[name=categories][value=IDENTITY]");
        page.check("input[name=medium][value=WRITTEN]");
        page.check("input[name=explained]");
        looked(mina, pictures + "3-consent");
        mina.press("#save");
        assertThat(page.url()).contains("/consent/list");
        mina.isWhole();
    }

    private static String isReferredToWillow(Browser mina, String survivor, String pictures) {
        Page page = mina.open("/referral/refer.xhtml?case=" + survivor);
        page.selectOption("#type", "SHELTER");
        page.check("input[name=urgency][value=URGENT]");
        mina.press("#show");
        page.check("input[name=service][value='" + WILLOW_SAFE_HOUSE + "']");
        mina.press("#choose");
        looked(mina, pictures + "4-refer");
        mina.press("#send");
        mina.isWhole();
        return page.url().replaceFirst(".*[?&]referral=([0-9a-f-]{36}).*", "$1");
    }

    private static Browser settled(String person, String language, String device, String look) {
        Browser browser = Browser.as(person).in(language);
        if (look.equals("dark")) {
            browser.dark();
            assertThat(browser.page().evaluate("() => getComputedStyle(document.documentElement).colorScheme"))
                    .asString()
                    .contains("dark");
        }
        assertThat(browser.page().locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        return device.equals("phone") ? browser.narrow() : browser;
    }

    private static void looked(Browser browser, String picture) {
        browser.isWhole();
        browser.picture(picture);
    }
}
