package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Administering in a browser: organisations and people, teams, services. */
class AdministrationBrowserTest {
    private final Product product = Product.get();
    private final Administration house = new Administration(product);

    @Test
    void the_administrator_admits_an_organisation_invites_a_worker_and_sees_that_she_can_sign_in() {
        String alias = ApiScene.unused();
        try (Browser kim = Browser.as("kim")) {
            Page page = kim.open("/organisation/list.xhtml");
            kim.axe();
            kim.screenshot("administration-organisations");
            kim.screenshotInArabic("administration-organisations");

            kim.press(page.locator("main a[href*=admit]"));
            kim.press("#save");
            assertThat(page.locator("#name-error").innerText()).isNotBlank();
            kim.axe();
            describe(page, alias);
            kim.screenshot("administration-admit");
            kim.screenshotInArabic("administration-admit");
            kim.press(page.locator("main a[href*=list]"));
            kim.press(page.locator("main a[href*=admit]"));
            describe(page, alias);
            kim.press("#save");
            assertThat(page.locator(".al-toasts").innerText()).contains("admitted");
            assertThat(page.locator("main").innerText()).contains("Admitted", "Nobody works here yet", "Casework");
            kim.axe();

            kim.press(page.locator("main a[href*=invite]"));
            page.fill("#name", "Rana Said");
            page.fill("#username", "Not A Name");
            page.fill("#email", alias + "@example.org");
            page.locator("[name=roles][value=CW]").check();
            page.locator("#team").selectOption(new SelectOption().setLabel("Casework"));
            kim.press("#invite");
            assertThat(page.locator("#username-error").innerText()).contains("small letters");
            assertThat(page.inputValue("#name")).as("nothing typed is lost").isEqualTo("Rana Said");
            kim.axe();
            kim.screenshot("administration-invite");
            kim.screenshotInArabic("administration-invite");
            page.goBack();
            page.reload();
            page.fill("#name", "Rana Said");
            page.fill("#username", alias);
            page.fill("#email", alias + "@example.org");
            page.locator("[name=roles][value=CW]").check();
            page.locator("#team").selectOption(new SelectOption().setLabel("Casework"));
            kim.press("#invite");
            assertThat(page.locator(".al-toasts").innerText()).contains("on its way");

            kim.press(page.locator("main a[href*='worker.xhtml']"));
            String worker = page.url().replaceAll(".*worker=", "");
            house.settled(worker);
            page.reload();
            assertThat(page.locator("main").innerText()).contains("Can sign in", "No letter could be sent", alias);
            kim.axe();
            kim.screenshot("administration-worker");
            kim.screenshotInArabic("administration-worker");

            kim.press("#leaves");
            assertThat(page.locator(".al-toasts").innerText()).contains("refused from now on");
            house.until(worker, "CLOSED");
            page.reload();
            assertThat(page.locator("main").innerText()).contains("Left");

            kim.press(page.locator("main a[href*='one.xhtml']"));
            page.selectOption("#reason", "SAFETY");
            kim.press("#stop");
            assertThat(page.locator("main").innerText()).contains("Suspended", "do not get in");
            kim.axe();
            kim.screenshot("administration-organisation");
            kim.screenshotInArabic("administration-organisation");
            kim.press("#back");
            assertThat(page.locator("main").innerText()).contains("Admitted");
            assertThat(page.navigate(product.url() + "/casefile/list.xhtml").status())
                    .as("an administrator opens no file")
                    .isEqualTo(403);
        }
    }

    /** An organisation with one team, as yet unsaved. */
    private static void describe(Page page, String alias) {
        page.fill("#name", "New Harbour " + alias);
        page.selectOption("#type", "NGO");
        page.selectOption("#region", "NORTH");
        page.fill("#vettedOn", "2026-01-15");
        page.fill("#agreementUntil", "2090-12-31");
        page.fill("#alias", alias);
        page.fill("#team_name", "Casework");
        page.locator("[name=team_reach][value=PERSON]").check();
    }

    @Test
    void of_two_who_describe_one_organisation_the_second_sees_what_is_new_and_keeps_her_text() {
        String id = house.admit("New Harbour");
        try (Browser kim = Browser.as("kim")) {
            Page page = kim.open("/organisation/admit.xhtml?organisation=" + id);
            Map<String, Object> other = new HashMap<>(Map.of(
                    "name", "New Harbour",
                    "type", "SHELTER",
                    "region", "NORTH",
                    "vettedOn", "2026-01-15",
                    "agreementUntil", "2091-12-31",
                    "competentAuthority", false,
                    "approvesEveryReferral", false));
            must(204, product.http("kim").put("/api/v1/organisations/" + id, other, "If-Match", "\"0\""));

            page.fill("#name", "Harbour of the North");
            kim.press("#save");
            assertThat(page.inputValue("#name")).isEqualTo("Harbour of the North");
            assertThat(page.locator("main").innerText())
                    .contains("Someone changed this while you typed", "Shelter", "2091-12-31");
            kim.axe();
            kim.screenshot("administration-stale");

            page.selectOption("#type", "SHELTER");
            page.fill("#agreementUntil", "2091-12-31");
            kim.press("#save");
            assertThat(page.locator(".al-toasts").innerText()).isNotBlank();
            assertThat(page.locator("h1").innerText()).isEqualTo("Harbour of the North");
        }
    }

    @Test
    void a_supervisor_gives_a_case_to_a_colleague_and_lets_another_cover_for_a_while() {
        product.sql().run("update alongside.absence set ended_at = now() where ended_at is null");
        Survivor maya = Survivor.adult(product, "mina");
        String code = maya.fileFor("mina").json().get("code").asText();
        Survivor lea = Survivor.adult(product, "mina");
        assertThat(lea.fileFor("jonas").status()).isEqualTo(404);
        try (Browser ilse = Browser.as("ilse")) {
            Page page = ilse.open("/organisation/team.xhtml?worker=" + house.me("mina"));
            Locator assign = page.locator("a[href*='assign.xhtml'][href*='" + maya.caseId() + "']");
            while (assign.count() == 0) {
                ilse.press(page.locator("main nav a:has-text('The next ones')"));
            }
            ilse.press(assign);
            assertThat(page.locator("main").innerText()).contains(code, "Mina Okafor");
            page.locator("label:has-text('Jonas Lind')").click();
            ilse.axe();
            ilse.screenshot("administration-assign");
            ilse.screenshotInArabic("administration-assign");
            page.locator("label:has-text('Jonas Lind')").click();
            ilse.press("#assign");
            assertThat(page.locator(".al-toasts").innerText()).contains("moved to a colleague");
            assertThat(maya.fileFor("jonas").status()).isEqualTo(200);
            assertThat(maya.fileFor("mina").status())
                    .as("closed to the one before")
                    .isEqualTo(404);
            assertThat(maya.fileFor("ilse").status()).isEqualTo(200);

            ilse.press(page.locator("main a[href*='absence.xhtml']"));
            String today = house.today().toString();
            page.selectOption("#worker", house.me("mina"));
            page.selectOption("#coveredBy", house.me("mina"));
            page.fill("#from", today);
            page.fill("#until", today);
            ilse.press("#record");
            assertThat(page.locator("#coveredBy-error").innerText()).contains("Someone else");
            ilse.axe();
            ilse.screenshot("administration-absence");
            ilse.screenshotInArabic("administration-absence");
            page.navigate(product.url() + "/organisation/absence.xhtml");
            page.selectOption("#worker", house.me("mina"));
            page.selectOption("#coveredBy", house.me("jonas"));
            page.fill("#from", today);
            page.fill("#until", house.today().plusDays(2).toString());
            ilse.press("#record");
            Locator away = page.locator("form#absences");
            assertThat(away.innerText()).contains("Mina Okafor", "Away now", "Jonas Lind");
            assertThat(lea.fileFor("jonas").status())
                    .as("open to the one who covers")
                    .isEqualTo(200);
            ilse.axe();
            ilse.screenshot("administration-team");
            ilse.screenshotInArabic("administration-team");

            ilse.press(page.locator("button[name=end]"));
            assertThat(lea.fileFor("jonas").status()).as("and closed again").isEqualTo(404);
        }
    }

    @Test
    void a_shelter_manager_describes_what_is_offered_and_partners_see_it_at_once() {
        String name = "Warm room " + ApiScene.unused();
        product.sql().run("delete from alongside.closed_day");
        try (Browser petra = Browser.as("petra");
                Browser mina = Browser.as("mina")) {
            Page page = petra.open("/organisation/services.xhtml");
            petra.axe();
            petra.press(page.locator("main a[href*='service.xhtml']:not([href*='service='])"));
            page.selectOption("#type", "FOOD");
            page.fill("#name", name);
            page.selectOption("#region", "HARBOUR");
            page.locator("[name=capacity][value=FEW]").check();
            page.fill("#opens_1", "17:00");
            page.fill("#closes_1", "09:00");
            petra.press("#save");
            assertThat(page.locator("main").innerText()).contains("It closes after it opens");
            petra.axe();
            petra.screenshot("administration-service");
            petra.screenshotInArabic("administration-service");
            page.navigate(product.url() + "/organisation/service.xhtml");
            page.selectOption("#type", "FOOD");
            page.fill("#name", name);
            page.selectOption("#region", "HARBOUR");
            page.locator("[name=capacity][value=FEW]").check();
            page.fill("#opens_1", "09:00");
            page.fill("#closes_1", "17:00");
            petra.press("#save");
            assertThat(page.locator("main").innerText()).contains(name);
            page.fill("#day", house.dayToCome());
            page.fill("[id=name]", "Winter holiday");
            petra.press("#close");
            assertThat(page.locator("main").innerText()).contains("Winter holiday");
            petra.axe();
            petra.screenshot("administration-services");
            petra.screenshotInArabic("administration-services");

            mina.open("/organisation/directory.xhtml?type=FOOD");
            assertThat(mina.page().locator("main").innerText()).contains(name, "Mon", "09:00");
            petra.press(page.locator("a:has-text('" + name + "')"));
            petra.press("#withdraws");
            mina.page().reload();
            assertThat(mina.page().locator("main").innerText()).doesNotContain(name);
        }
    }
}
