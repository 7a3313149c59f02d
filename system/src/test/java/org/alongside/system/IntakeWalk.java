package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A caseworker's way through an intake in her browser, step by step; every step ends on the heading of the next.
 *
 * @param browser shows the first step when it begins
 */
record IntakeWalk(Browser browser) {
    private static final String SAFETY = "Is it safe to talk?";
    private static final String LANGUAGE = "In which language shall we talk?";
    private static final String AGE = "How old is she?";
    private static final String AGREEMENT = "May we keep a file?";
    private static final String PERSON = "What shall we call her, and how do we reach her?";
    private static final String EVENTS = "What happened?";
    private static final String NEEDS = "What would help right now?";
    private static final String READ_BACK = "Read it back to her";

    static IntakeWalk begin(Browser browser) {
        browser.open("/casefile/open.xhtml");
        IntakeWalk walk = new IntakeWalk(browser);
        walk.isAt(SAFETY);
        return walk;
    }

    /** From the first step to the question how old she is. */
    IntakeWalk safeAndInDari() {
        choose("safety_inDanger", "no");
        next(LANGUAGE);
        page().selectOption("#language_code", "prs");
        choose("language_interpreter", "WOMAN");
        return next(AGE);
    }

    /** From the first step to the agreement of a woman. */
    IntakeWalk toAgreementOfAWoman() {
        safeAndInDari();
        choose("age_basis", "SELF_DECLARED");
        page().fill("#age_stated", "24");
        choose("age_maybeChild", "no");
        return next(AGREEMENT);
    }

    /** From the first step to the agreement of somebody who may be a child. */
    IntakeWalk toAgreementOfAChild() {
        safeAndInDari();
        choose("age_basis", "PRESUMED_CHILD");
        page().fill("#age_stated", "16");
        choose("age_maybeChild", "yes");
        return next(AGREEMENT);
    }

    IntakeWalk agree() {
        choose("agreement_limitsExplained", "yes");
        choose("agreement_given", "yes");
        choose("agreement_medium", "ORAL_WITNESSED");
        return this;
    }

    IntakeWalk toPerson() {
        return next(PERSON);
    }

    IntakeWalk calledAndReached(String name) {
        page().fill("#name_preferred", name);
        choose("person_sex", "FEMALE");
        choose("person_region", "HARBOUR");
        choose("contact_channel", "PHONE");
        page().fill("#contact_value", "+49 30 5550177");
        page().fill("#contact_safeHours", "10:00 to 12:00");
        choose("contact_leaveMessage", "NO");
        page().fill("#contact_coverStory", "It is the library, about your book.");
        return this;
    }

    IntakeWalk toEvents() {
        return next(EVENTS);
    }

    IntakeWalk toNeeds() {
        choose("screening_purposes", "FORCED_LABOUR");
        choose("screening_outcome", "POSSIBLE_TRAFFICKING");
        return next(NEEDS);
    }

    IntakeWalk toReadBack() {
        choose("needs", "SAFE_PLACE");
        page().fill("#wish", "I want to sleep where nobody knows the door.");
        page().selectOption("#intakeSource", "HOTLINE");
        return next(READ_BACK);
    }

    /** Opens the file; it shows her name. */
    void open(String name) {
        press("Open the file");
        assertThat(heading()).containsText(name);
    }

    IntakeWalk choose(String question, String answer) {
        page().check("input[name=" + question + "][value=" + answer + "]");
        return this;
    }

    IntakeWalk next(String heading) {
        press("Save and go on");
        return isAt(heading);
    }

    /** Presses the main button and stays on the step, where something is wrong. */
    Locator nextButWrong() {
        press("Save and go on");
        Locator errors = page().locator("[data-errors]");
        assertThat(errors).isVisible();
        return errors;
    }

    IntakeWalk isAt(String heading) {
        assertThat(heading()).hasText(heading);
        return this;
    }

    void press(String button) {
        page().locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    Locator heading() {
        return page().locator("main h1");
    }

    Page page() {
        return browser.page();
    }
}
