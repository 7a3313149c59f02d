package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caseworker opens a file in her browser, and what happens to what she typed when something goes wrong. */
class IntakeBrowserTest {
    private final String name = "Quillara" + UUID.randomUUID().toString().substring(0, 8);
    private Browser mina;

    @BeforeEach
    void sign_in() {
        mina = Browser.as("mina");
    }

    @AfterEach
    void close() {
        mina.close();
    }

    @Test
    void a_caseworker_opens_a_file_step_by_step_and_reads_it_back_first() {
        IntakeWalk walk = IntakeWalk.begin(mina);
        mina.axe();
        walk.toAgreementOfAWoman();
        mina.axe();
        assertThat(mina.page().locator("#agreement_giver")).hasCount(0);
        walk.agree().toPerson();
        mina.axe();
        walk.calledAndReached(name).toEvents();
        mina.axe();
        assertThat(mina.page().locator("#screening_means")).isVisible();
        walk.toNeeds();
        mina.axe();
        walk.toReadBack();
        mina.axe();
        assertThat(mina.page().locator("main")).containsText("I want to sleep where nobody knows the door.");
        assertThat(mina.page().locator("#sofar ~ *, aside")).containsText("A woman interpreter");

        walk.open(name);

        mina.axe();
        assertThat(mina.page().locator(".al-toast")).containsText("The file is open");
        assertThat(mina.page().locator(".al-safe")).containsText("Call only");
        assertThat(mina.page().locator(".al-safe")).containsText("It is the library, about your book.");
        assertThat(mina.page().locator(".al-process svg title").first()).not().isEmpty();
        assertThat(mina.page().title()).doesNotContain(name);
        assertThat(mina.page().url()).doesNotContain(name);
    }

    @Test
    void on_what_her_name_rests_is_kept_and_what_an_authority_answered() {
        Survivor survivor = Survivor.adult(Product.get(), "mina");
        Page page = mina.open("/casefile/known.xhtml?case=" + survivor.caseId());
        assertThat(page.locator("main")).containsText("On what her name rests");
        assertThat(page.locator("main")).containsText("Nobody has said");
        mina.isWhole();
        mina.press(page.locator("main a[href*='/casefile/basis.xhtml']"));
        mina.press("#save");
        assertThat(page.locator("[data-errors]")).containsText("What does it rest on?");
        page.check("input[name=basis][value=OWN_WORD]");
        mina.press("#save");
        assertThat(page.locator(".al-card:has(#rests)")).containsText("Her own word");
        page.locator(".al-card:has(#inquiries) summary").click();
        page.check("input[name=authority][value=CONSULATE]");
        page.check("input[name=answer][value=CONFIRMED]");
        mina.press("#ask");
        assertThat(page.locator("[data-errors]")).containsText("On which day?");
        assertThat(page.locator("input[name=authority][value=CONSULATE]")).isChecked();
        mina.isWhole();
        mina.screenshot("name-basis");
        mina.screenshotInArabic("name-basis");
        page.fill("#on", survivor.inDays(0).substring(0, 10));
        mina.press("#ask");
        assertThat(page.locator(".al-card:has(#inquiries)")).containsText("Confirmed this name");
        assertThat(page.locator(".al-card:has(#rests)")).containsText("Confirmed by an authority");
        mina.isWhole();
        mina.open("/casefile/known.xhtml?case=" + survivor.caseId());
        assertThat(page.locator("main")).containsText("Confirmed by an authority");
        mina.isWhole();
        mina.screenshot("name-basis-known");
    }

    @Test
    void in_danger_she_is_first_told_what_to_do() {
        IntakeWalk walk = IntakeWalk.begin(mina);
        walk.choose("safety_inDanger", "yes").press("Save and go on");

        assertThat(mina.page().locator("main")).containsText("First make it safe");
        walk.next("In which language shall we talk?");
    }

    @Test
    void a_wrong_answer_is_said_beside_its_question_and_can_be_left_open() {
        IntakeWalk walk = IntakeWalk.begin(mina).toAgreementOfAWoman().agree().toPerson();
        walk.calledAndReached(name);
        mina.page().fill("#contact_value", "ask her sister");

        Locator wrong = walk.nextButWrong();

        assertThat(wrong).containsText("Number or address");
        assertThat(mina.page().locator("#contact_value")).hasAttribute("aria-invalid", "true");
        assertThat(mina.page().locator("#contact_value")).hasValue("ask her sister");
        mina.axe();

        walk.press("Leave it open, go on");
        walk.isAt("What happened?").toNeeds().toReadBack();
        assertThat(mina.page().locator("main button", new Page.LocatorOptions().setHasText("Open the file")))
                .hasCount(0);
        mina.page().locator(".al-notice a").first().click();
        assertThat(mina.page().locator("#contact_value")).hasAttribute("aria-invalid", "true");
        mina.page().fill("#contact_value", "+49 30 5550177");
        walk.press("Save and go back to the read-back");

        walk.isAt("Read it back to her").open(name);
    }

    @Test
    void for_a_child_means_are_not_asked_and_whoever_is_excluded_never_consents() {
        IntakeWalk walk = IntakeWalk.begin(mina).toAgreementOfAChild().agree();
        Page page = mina.page();
        page.fill("#child_views", "I want to go to school.");
        walk.choose("child_assent", "WILLING").choose("agreement_giver", "CAREGIVER");
        page.selectOption("#child_excluded_0_relation", "STEP_PARENT");
        walk.press("Save and add another person");
        assertThat(page.locator("#child_excluded_2_relation")).isVisible();
        assertThat(page.locator("#child_views")).hasValue("I want to go to school.");
        page.selectOption("#child_giverRight", "PARENTAL");
        page.selectOption("#child_giverRelation", "STEP_PARENT");

        assertThat(walk.nextButWrong()).containsText("What is that person to her?");
        mina.axe();

        page.selectOption("#child_giverRelation", "SIBLING");
        walk.toPerson().calledAndReached(name).toEvents();
        assertThat(page.locator("#screening_means")).hasCount(0);
        walk.toNeeds().toReadBack().open(name);

        assertThat(page.locator("main")).containsText("The child authority must be told");
        page.locator("main a", new Page.LocatorOptions().setHasText("Record that it was told"))
                .click();
        mina.axe();
        page.fill("#authority", "Youth office, on duty");
        walk.press("Save");
        assertThat(page.locator(".al-toast")).containsText("the child authority was told");
        assertThat(page.locator("main")).not().containsText("The child authority must be told");
    }

    @Test
    void who_says_no_to_a_file_is_helped_and_leaves_no_name() {
        IntakeWalk walk = IntakeWalk.begin(mina).toAgreementOfAWoman();
        String draft = mina.page().url().replaceFirst(".*draft=([^&]*).*", "$1");
        walk.agree().choose("agreement_given", "no").press("Save and go on");
        walk.isAt("She does not want a file");
        mina.axe();
        walk.choose("needs", "BASIC_NEEDS").press("Keep this contact");

        assertThat(mina.page().locator(".al-toast")).containsText("30 days, without a name");
        mina.open("/casefile/open.xhtml?draft=" + draft);
        walk.isAt("We cannot find that page");
    }

    @Test
    void what_was_typed_is_there_after_the_tab_was_closed() {
        IntakeWalk.begin(mina);
        String address = mina.page().url();
        mina.page().locator("#safety_note").pressSequentially("Her cousin waits outside");
        assertThat(mina.page().locator("span.al-saved")).containsText("Draft saved");

        Page another = mina.page().context().newPage();
        mina.page().close();
        another.navigate(Product.get().url() + "/casefile/list.xhtml");
        another.locator(".al-card a", new Page.LocatorOptions().setHasText("Go on with this new case"))
                .first()
                .click();

        another.navigate(address);
        assertThat(another.locator("#safety_note")).hasValue("Her cousin waits outside");
    }

    @Test
    void nothing_typed_is_lost_when_the_connection_breaks() {
        IntakeWalk walk = IntakeWalk.begin(mina);
        walk.choose("safety_inDanger", "no");
        mina.page().context().setOffline(true);
        mina.page().fill("#safety_note", "Typed without a connection");
        walk.press("Save and go on");

        assertThat(mina.page().locator("span.al-saved")).containsText("no connection");
        assertThat(mina.page().locator("#safety_note")).hasValue("Typed without a connection");

        mina.page().context().setOffline(false);
        assertThat(mina.page().locator("span.al-saved")).containsText("Draft saved");
        walk.next("In which language shall we talk?");
    }

    @Test
    void nothing_typed_is_lost_when_the_session_ends() {
        IntakeWalk walk = IntakeWalk.begin(mina);
        walk.choose("safety_inDanger", "no");
        mina.page().context().clearCookies();
        mina.page().fill("#safety_note", "Typed after the session ended");
        walk.press("Save and go on");
        assertThat(mina.page().locator("span.al-saved")).containsText("You were signed out");

        Page another = mina.page().context().newPage();
        another.navigate(Product.get().url() + "/casefile/list.xhtml");
        another.locator("#username").fill("mina");
        another.locator("#kc-login").click();
        another.locator("#password").fill("alongside");
        another.locator("#kc-login").click();
        assertThat(another.locator("main h1")).hasText("Cases");

        mina.page().evaluate("() => { document.body.dataset.read = 'before'; }");
        walk.press("Save and go on");
        assertThat(mina.page().locator("body[data-read]")).hasCount(0);
        assertThat(mina.page().locator("#safety_note")).hasValue("Typed after the session ended");
        walk.isAt("Is it safe to talk?").next("In which language shall we talk?");
    }
}
