package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.OPEN_DOOR;
import static org.alongside.system.Survivor.OPEN_DOOR_ADVICE;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Police at arm's length on its pages: they ask, her lawyer advises, she decides; and what she was made to do is her lawyer's alone. */
class PoliceBrowserTest {
    private static final String POLICE = "/interview/of.xhtml?case=";
    private static final String DEFENCE = "/defence/of.xhtml?case=";

    private final Product product = Product.get();

    @Test
    void police_ask_her_lawyer_advises_she_decides_and_how_often_she_told_it_is_counted() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        maya.isHelpedByPolice();
        try (Browser marta = Browser.as("marta");
                Browser mina = Browser.as("mina");
                Browser daniel = Browser.as("daniel")) {
            Page police = marta.open(POLICE + maya.caseId());
            assertThat(police.locator("main")).containsText("She has not told it to anybody yet");
            marta.press("main a[href*='/interview/ask']");
            marta.press("#save");
            assertThat(police.locator("main")).containsText("Give a number of minutes from 10 to 240");
            police.check("input[name=about][value=MONEY]");
            police.fill("#minutes", "45");
            marta.isWhole();
            marta.screenshot("interview-ask");
            marta.press("#save");
            assertThat(police.locator("main")).containsText("Waits for her answer");

            mina.openWork(POLICE + maya.caseId());
            Page lawyer = daniel.open(POLICE + maya.caseId());
            daniel.press("button[name=advise][value$=':ACCEPT_PROTECTED']");
            assertThat(lawyer.locator("main")).containsText("Say yes with protection");
            daniel.screenshot("interview-lawyer");

            Page lead = mina.open(POLICE + maya.caseId());
            assertThat(lead.locator("main")).containsText("Say yes with protection");
            mina.press("main a[href*='/interview/answer']");
            lead.check("input[name=answer][value=YES]");
            assertThat(lead.getByText("Choose none")).isHidden();
            lead.check("input[name=place][value=COURT]");
            lead.getByText("Choose none").click();
            mina.press("#save");
            assertThat(lead.locator("input[name=place]:checked")).hasCount(0);
            lead.check("input[name=place][value=LAWYERS_OFFICE]");
            lead.check("input[name=company][value=LAWYER]");
            lead.check("input[name=protection][value=VIDEO_LINK]");
            mina.isWhole();
            mina.screenshot("interview-answer");
            mina.press("#save");
            assertThat(lead.locator("main")).containsText("Her lawyer's office");

            marta.open(POLICE + maya.caseId());
            assertThat(police.locator("main")).containsText("Her lawyer's office");
            Assertions.assertThat(police.locator("main")
                            .innerText()
                            .replaceFirst("(?s)^.*?Led by Harbour Light\\RMina [^\\n]*", ""))
                    .as("beside who leads the file, who helps her and what her lawyer said they never learn")
                    .doesNotContain("Willow", "Open Door", "Mina", "Daniel", "Sana", "advises", "cooperat");
            marta.press("main a[href*='/interview/told']");
            police.check("input[name=agency][value=POLICE]");
            police.fill(
                    "#takenOn",
                    LocalDate.ofInstant(product.now(), ZoneOffset.UTC).toString());
            police.check("input[name=medium][value=VIDEO]");
            police.check("input[name=company][value=LAWYER]");
            marta.isWhole();
            marta.screenshot("interview-told");
            marta.press("#save");
            assertThat(police.locator("main")).containsText("She has told it once");
            marta.screenshot("interview-police");

            mina.open(POLICE + maya.caseId());
            assertThat(lead.locator("main")).containsText("She has told it once");
            lead.locator("#cooperation summary, [aria-labelledby=cooperation] summary")
                    .first()
                    .click();
            lead.check("input[name=decision][value=NOT_YET]");
            lead.fill(
                    "#decidedOn",
                    LocalDate.ofInstant(product.now(), ZoneOffset.UTC).toString());
            mina.press("#decide");
            assertThat(lead.locator("[aria-labelledby=cooperation]")).containsText("Not decided yet");
            mina.isWhole();
            mina.screenshot("interview-lead");
            mina.screenshotInArabic("interview-lead");
            mina.press("button[name=sheSaysNo]");
            marta.open(POLICE + maya.caseId());
            assertThat(police.locator("main")).not().containsText("Her lawyer's office");
        }
    }

    @Test
    void police_keep_what_is_theirs_and_a_threat_reaches_the_house_of_which_they_do_not_know() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        maya.isHelpedByPolice();
        try (Browser marta = Browser.as("marta");
                Browser petra = Browser.as("petra");
                Browser amina = Browser.as("amina")) {
            Page police = marta.open("/police/of.xhtml?case=" + maya.caseId());
            police.locator("[aria-labelledby=record] summary").click();
            police.fill("#reference", "A-17/26");
            police.fill("#contact", "Duty officer");
            marta.press("#keep");
            assertThat(police.locator("[aria-labelledby=record]")).containsText("A-17/26");
            police.locator("[aria-labelledby=needs] summary").click();
            police.check("input[name=measure][value=RELOCATION]");
            marta.press("#need");
            police.locator("[aria-labelledby=notes] summary").click();
            police.fill("#words", "Whatpolicenote");
            marta.press("#note");
            assertThat(police.locator("[aria-labelledby=notes]")).containsText("Whatpolicenote");
            for (String kind : new String[] {"THREAT", "SUMMARY"}) {
                police.locator("[aria-labelledby=shares] summary").click();
                police.check("input[name=kind][value=" + kind + "]");
                police.fill("#told", "Told as " + kind);
                marta.press("#share");
                assertThat(police.locator("[aria-labelledby=shares]")).containsText("Told as " + kind);
            }
            marta.isWhole();
            marta.screenshot("police-store");
            marta.screenshotInArabic("police-store");
            Assertions.assertThat(police.locator("main").innerText()).doesNotContain("Willow", "Petra", "shelter");

            Page house = petra.open("/police/threats.xhtml?case=" + maya.caseId());
            assertThat(house.locator("main")).containsText("Told as THREAT");
            Assertions.assertThat(house.locator("main").innerText())
                    .doesNotContain("Whatpolicenote", "Told as SUMMARY");
            petra.isWhole();
            petra.screenshot("police-threats");
            Page coordinator = amina.open("/police/summaries.xhtml");
            assertThat(coordinator.locator("main")).containsText("Told as SUMMARY");
            Assertions.assertThat(coordinator.locator("main").innerText()).doesNotContain("Told as THREAT");
            amina.isWhole();
            amina.screenshot("police-summaries");
        }
    }

    @Test
    void the_manager_of_the_house_where_she_lives_finds_a_threat_in_my_work_until_it_is_read() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("sana", WILLOW, WILLOW_SAFE_HOUSE, "IDENTITY");
        maya.isHelpedByPolice();
        House.of(product, 1).livesIn(maya, 0);
        String store = "/api/v1/cases/" + maya.caseId() + "/police-store/shares";
        must(204, product.http("marta").post(store, Map.of("kind", "THREAT", "told", "Whatpolicetold")));
        await().atMost(Duration.ofSeconds(30)).until(() -> threats("petra", maya), one -> one == 1);
        Assertions.assertThat(threats("marta", maya)).isZero();
        Assertions.assertThat(threats("mina", maya)).isZero();
        try (Browser petra = Browser.as("petra")) {
            Page work = petra.open("/worklist/mine.xhtml");
            assertThat(work.locator("main")).containsText("Police told of a threat");
            Assertions.assertThat(work.locator("main").innerText()).doesNotContain("Whatpolicetold");
            petra.isWhole();
            petra.screenshot("threat-in-my-work");
            assertThat(petra.open("/police/threats.xhtml?case=" + maya.caseId()).locator("main"))
                    .containsText("Whatpolicetold");
        }
        Assertions.assertThat(threats("petra", maya)).as("it was read").isZero();
    }

    private long threats(String person, Survivor survivor) {
        return product.work(person).stream()
                .filter(item -> item.at("/task/kind").asText().startsWith("threat.")
                        && item.at("/about/id").asText().equals(survivor.caseId()))
                .count();
    }

    @Test
    void what_she_was_made_to_do_is_her_lawyers_and_police_find_nothing_of_it() {
        Survivor maya = Survivor.adult(product, "mina");
        maya.isHelpedBy("daniel", OPEN_DOOR, OPEN_DOOR_ADVICE, "IDENTITY");
        maya.isHelpedByPolice();
        try (Browser mina = Browser.as("mina");
                Browser daniel = Browser.as("daniel");
                Browser marta = Browser.as("marta")) {
            Page lead = mina.open(DEFENCE + maya.caseId());
            lead.locator("[aria-labelledby=new] summary").click();
            lead.check("input[name=offence][value=FALSE_DOCUMENTS]");
            lead.check("input[name=stage][value=CHARGED]");
            lead.check("input[name=detained]");
            mina.press("#note");
            assertThat(lead.locator("[aria-labelledby=offences]")).containsText("False papers");
            assertThat(lead.locator("main")).containsText("Her lawyer is asked");
            mina.isWhole();
            mina.screenshot("defence-lead");

            daniel.openWork(DEFENCE + maya.caseId());
            Page lawyer = daniel.open(DEFENCE + maya.caseId());
            assertThat(lawyer.locator("[aria-labelledby=offences]")).containsText("She is charged");
            daniel.press("button[name=settle][value$=':DROPPED']");
            assertThat(lawyer.locator("[aria-labelledby=defences]")).containsText("The charge was dropped");
            daniel.isWhole();
            daniel.screenshotInArabic("defence-lawyer");

            Page police = marta.open(DEFENCE + maya.caseId());
            Assertions.assertThat(police.content()).doesNotContain("False papers", "charge was dropped");
            marta.open(POLICE + maya.caseId());
            Assertions.assertThat(police.locator("main").innerText())
                    .doesNotContain("False papers", "punished", "lawyer");
        }
    }
}
