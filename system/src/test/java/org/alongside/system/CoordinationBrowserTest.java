package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A coordinator's day: how help moves, what waits too long, and what is behind each number. */
class CoordinationBrowserTest {
    private static final Product PRODUCT = Product.get();
    private static final String COORDINATION = "/report/coordination.xhtml";
    /** The one clock, which other tests may have moved. */
    private static final String NOW = "(select now() + ahead from alongside.clock)";

    private static final String LAST_30_DAYS = "sent_at is not null and error_at is null"
            + " and (sent_at at time zone 'UTC')::date > (" + NOW + " at time zone 'UTC')::date - 30";

    private static Survivor nadia;

    @BeforeAll
    static void a_month_of_referrals() {
        nadia = Survivor.adult(PRODUCT, "mina");
        nadia.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        nadia.isReferredTo(Survivor.WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        SentReferrals.write(PRODUCT.sql(), 160, 34, 0);
        PRODUCT.sql()
                .run(
                        "update alongside.referral_card set respond_by = now() - interval '1 hour' * (1 + random() * 18)"
                                + " where status in ('SENT', 'RECEIVED') and accepted_by is null and service_type <> 'SHELTER'"
                                + " and not exists (select from alongside.referral r where r.referral_id = referral_card.referral_id)");
    }

    /** Nothing removes a card in the product: what this wrote below it is taken out of the counts, too. */
    @AfterAll
    static void as_if_it_had_not_been() {
        PRODUCT.sql()
                .run("delete from alongside.referral_card c where not exists"
                        + " (select from alongside.referral r where r.referral_id = c.referral_id);"
                        + " select alongside.counts_mend()");
    }

    @Test
    void the_coordinator_sees_who_waits_too_long_and_opens_what_is_behind_it() {
        try (Browser amina = Browser.as("amina")) {
            Page page = amina.open(COORDINATION);
            assertThat(page.locator("h1").innerText()).isEqualTo("How help is moving");
            assertThat(figure(page, "referrals sent"))
                    .isEqualTo(count("select count(*) from alongside.referral_card where " + LAST_30_DAYS));
            long late = count("select count(*) from alongside.referral_card where sent_at is not null and"
                    + " case status when 'WAITLISTED' then waitlist_review_at when 'ACCEPTED' then contact_by"
                    + " when 'SENT' then respond_by when 'RECEIVED' then respond_by when 'INFO_REQUESTED' then respond_by end <= "
                    + NOW);
            assertThat(late).isPositive();
            assertThat(figure(page, "waiting too long")).isEqualTo(late);
            assertThat(page.locator("main").innerText())
                    .contains("Who asks whom", "Why services said no", "Deadlines kept, week by week", "Open cases")
                    .contains("These files are not open to you");
            assertThat(page.locator("svg.al-chart").all())
                    .allSatisfy(chart ->
                            assertThat(chart.getAttribute("aria-label")).isNotBlank());
            amina.axe();
            amina.screenshot("coordination");
            amina.screenshotInArabic("coordination");
            page.locator("details.al-behind > summary").all().forEach(table -> table.click());
            amina.axe();
            amina.screenshot("coordination-tables");

            amina.press(".al-head a[data-kind=main]");
            assertThat(page.locator(".al-card tbody tr").count()).isEqualTo((int) Math.min(late, 25));
            assertThat(page.locator("main").innerText())
                    .contains("What waits too long", "Cards without a name", "over")
                    .doesNotContain(nadia.name());
            assertThat(page.locator(".al-card tbody a").count())
                    .as("a coordinator opens no card")
                    .isZero();
            amina.axe();
            amina.screenshot("coordination-behind");
            amina.screenshotInArabic("coordination-behind");
        }
    }

    @Test
    void every_number_of_the_page_leads_to_as_many_cards() {
        try (Browser amina = Browser.as("amina")) {
            Page page = amina.open(COORDINATION);
            List<String> links = page
                    .locator("#why, .al-bars a.al-num, .al-card:has(#flow) tbody td[data-label=Declined] a")
                    .all()
                    .stream()
                    .filter(link -> link.getAttribute("href") != null)
                    .map(link -> link.textContent().replaceAll("\\D", "") + " " + link.getAttribute("href"))
                    .collect(Collectors.toList());
            assertThat(links).hasSizeGreaterThan(8);
            for (String figure : List.of("waiting now", "waiting too long")) {
                links.add(figure(page, figure) + " "
                        + page.locator(".al-figures a:has-text('" + figure + "')")
                                .getAttribute("href"));
            }
            page.locator(".al-card:has(#kept) p.al-small a").all().forEach(link -> {
                Matcher number = Pattern.compile("\\d+").matcher(link.textContent());
                assertThat(number.find()).as(link.textContent()).isTrue();
                links.add(number.group() + " " + link.getAttribute("href"));
            });
            assertThat(links)
                    .as("in time and late, of answers and of first meetings")
                    .anyMatch(link -> link.endsWith("late=ANSWER_IN_TIME"))
                    .anyMatch(link -> link.endsWith("late=CONTACT_IN_TIME"))
                    .anyMatch(link -> link.endsWith("late=ANSWER"))
                    .anyMatch(link -> link.endsWith("late=CONTACT"));
            List<String> weeks = page.locator(".al-card:has(#kept) tbody a").all().stream()
                    .map(week -> week.getAttribute("href"))
                    .toList();
            assertThat(weeks).hasSizeGreaterThan(1);
            links.addAll(weeks.stream().map(week -> sentIn(week) + " " + week).toList());
            for (String link : links) {
                int number = Integer.parseInt(link.substring(0, link.indexOf(' ')));
                Response opened = page.navigate(PRODUCT.url() + "/report/" + link.substring(link.indexOf(' ') + 1));
                assertThat(opened.status()).isEqualTo(200);
                int rows = page.locator(".al-card tbody tr").count();
                while (page.locator("nav.al-row a:has-text('Show more')").count() > 0) {
                    amina.press("nav.al-row a:has-text('Show more')");
                    rows += page.locator(".al-card tbody tr").count();
                }
                assertThat(rows).as(link).isEqualTo(number);
            }
        }
    }

    @Test
    void one_organisation_over_a_year_is_chosen_in_the_address_without_a_script() {
        try (Browser amina = Browser.as("amina")) {
            Page page = amina.open(COORDINATION);
            page.selectOption("#period", "THIS_YEAR");
            page.selectOption("#organisation", Survivor.LANTERN);
            amina.press("form.al-filter button");
            page.selectOption("#side", "RECEIVED");
            amina.press("form.al-filter button");
            assertThat(page.url()).contains("period=THIS_YEAR", "organisation=" + Survivor.LANTERN, "side=RECEIVED");
            assertThat(page.locator(".al-kicker").innerText()).contains("Lantern House");
            assertThat(figure(page, "referrals received"))
                    .isEqualTo(count("select count(*) from alongside.referral_card where recipient_organisation_id = '"
                            + Survivor.LANTERN + "' and sent_at >= date_trunc('year', " + NOW
                            + ") and error_at is null"));
        }
    }

    @Test
    void a_supervisor_sees_the_numbers_of_her_own_organisation_and_nobody_elses() {
        try (Browser petra = Browser.as("petra");
                Browser mina = Browser.as("mina")) {
            Page page = petra.open(COORDINATION);
            assertThat(page.locator(".al-kicker").innerText()).contains("Willow Rooms");
            assertThat(page.locator("#organisation").count()).isZero();
            assertThat(figure(page, "referrals received"))
                    .isEqualTo(count("select count(*) from alongside.referral_card where recipient_organisation_id = '"
                            + Survivor.WILLOW + "' and " + LAST_30_DAYS));
            petra.axe();
            petra.screenshot("coordination-own");
            assertThat(page.navigate(PRODUCT.url() + COORDINATION + "?organisation=" + Survivor.CEDAR)
                            .status())
                    .isEqualTo(403);
            assertThat(page.locator("main").innerText()).contains("You see the numbers of your own organisation");
            assertThat(mina.page().navigate(PRODUCT.url() + COORDINATION).status())
                    .isEqualTo(403);
            assertThat(mina.page()
                            .navigate(PRODUCT.url() + "/report/behind.xhtml")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_api_tells_the_same_and_refuses_what_is_not_asked_rightly() {
        JsonNode overview = PRODUCT.http("amina").get("/api/v1/coordination").json();
        long flows = 0;
        for (JsonNode flow :
                PRODUCT.http("amina").get("/api/v1/coordination/flows").json()) {
            flows += flow.get("sent").asLong();
        }
        assertThat(overview.get("sent").asLong()).isEqualTo(flows);
        Reply cards = PRODUCT.http("amina").get("/api/v1/coordination/referrals?limit=100");
        assertThat(cards.json().get("items").size()).isPositive();
        assertThat(cards.text()).doesNotContain("caseId", "caseCode", "message", nadia.caseId(), nadia.name());
        for (String wrong : List.of(
                "?period=EVER",
                "?organisation=x",
                "?side=BOTH",
                "/referrals?from=2026-01-01",
                "/referrals?from=x&until=y",
                "/referrals?states=GONE",
                "/referrals?late=MAYBE",
                "/referrals?cursor=x",
                "/referrals?limit=0",
                "/referrals?service='; drop table referral_card; --".replace(" ", "%20"))) {
            assertThat(PRODUCT.http("amina").get("/api/v1/coordination" + wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(PRODUCT.http("ilse")
                        .get("/api/v1/coordination?organisation=" + Survivor.CEDAR)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_people_really_do_is_counted_as_a_recount_finds_and_rebuilding_finds_nothing_to_do() {
        Survivor maya = Survivor.adult(PRODUCT, "mina");
        maya.agreesToShareWith(Survivor.WILLOW, "IDENTITY");
        String referral = maya.isReferredTo(Survivor.WILLOW_SAFE_HOUSE, "URGENT", "IDENTITY");
        PRODUCT.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
        assertThat(PRODUCT.http("kim").get("/api/v1/coordination/verification").json())
                .isEmpty();
        assertThat(PRODUCT.http("kim")
                        .post("/api/v1/coordination/rebuild", null)
                        .json()
                        .get("corrected")
                        .asLong())
                .isZero();
    }

    /** How many were sent between the days that stand in the address. */
    private static long sentIn(String address) {
        String between = address.replaceFirst(".*from=([0-9-]+)&until=([0-9-]+).*", "'$1' and '$2'");
        return count("select count(*) from alongside.referral_card where sent_at is not null and error_at is null"
                + " and (sent_at at time zone 'UTC')::date between " + between);
    }

    private static long figure(Page page, String words) {
        String text = page.locator(".al-figures li:has-text('" + words + "') b").innerText();
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private static long count(String query) {
        return PRODUCT.sql().count(query);
    }
}
