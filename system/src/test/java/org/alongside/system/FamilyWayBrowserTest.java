package org.alongside.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.id;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The way of a mother with two children through a house: who they are is said by who leads, and from then on they are given beds, let in,
 * away, moved and gone together or not at all. What cannot be is refused in words, and what was typed is there still.
 */
class FamilyWayBrowserTest {
    private static final String UNTIL = "2031-05-04T11:00";

    private final Product product = Product.get();

    @Test
    void a_mother_and_two_children_have_one_room_move_when_who_leads_agrees_and_leave_for_a_known_place() {
        House first = House.of(product, 4);
        List<String> small = anotherRoom(first, 2);
        House second = House.of(product, 3);
        Survivor mother = House.sheltered(product);
        Survivor stranger = House.sheltered(product);
        Survivor anna = daughter();
        Survivor lale = daughter();
        try (Browser mina = Browser.as("mina");
                Browser sana = Browser.as("sana");
                Browser petra = Browser.as("petra");
                Browser late = Browser.as("petra")) {
            saysTheyAreFamily(mina, mother, anna, lale);
            accepted(anna);
            accepted(lale);
            String hers = House.asked(mother);
            String strangers = House.asked(stranger);

            Page tooLate = late.open(placement(strangers));
            tooLate.check(bed(0, first.beds().get(3)));
            tooLate.fill("#leavesAt", UNTIL);

            findsBeds(petra, hers, first, small, second, List.of(mother, anna, lale));

            late.press("#holdAtOnce");
            assertThat(tooLate.locator("main")).containsText("adults who are not family");
            assertThat(tooLate.locator("#leavesAt")).hasValue(UNTIL);
            assertThat(tooLate.locator(bed(0, first.beds().get(3)))).isChecked();
            late.isWhole();

            letsThemIn(sana, hers);
            assertThat(mina.open("/referral/one.xhtml?referral=" + mother.shelteredUnder())
                            .locator("main"))
                    .containsText("Willow Rooms has met her");
            noChildIsLeftBehind(sana, hers);

            movesNobodyToAnOccupiedBed(late, stranger);
            String now = areMoved(petra, mina, mother, hers, second);
            leave(petra, mina, mother, now);
        }
    }

    private void saysTheyAreFamily(Browser mina, Survivor mother, Survivor anna, Survivor lale) {
        Page page = mina.open("/housing/of.xhtml?case=" + mother.caseId());
        unfold(page);
        page.fill("#codes", anna.code() + " 99-ZZZZZZ");
        mina.press("#sayFamily");
        assertThat(page.locator("main")).containsText("This file is not there for you");
        assertThat(page.locator("#codes")).hasValue(anna.code() + " 99-ZZZZZZ");
        page.fill("#codes", anna.code() + " " + lale.code());
        mina.press("#sayFamily");
        assertThat(page.locator("[aria-labelledby=kin]")).containsText(anna.name());
        assertThat(page.locator("[aria-labelledby=kin]")).containsText(lale.name());
        mina.isWhole();
        mina.screenshot("family-way-said");
        mina.screenshotInArabic("family-way-said");
    }

    /** All of them by name; a child alone in a room is refused, and one act finds and holds. */
    private void findsBeds(
            Browser petra, String hers, House house, List<String> small, House second, List<Survivor> family) {
        Page page = petra.open(placement(hers));
        for (Survivor one : family) {
            assertThat(page.locator("#giving")).containsText(one.name());
        }
        page.check(bed(0, house.beds().get(0)));
        page.check(bed(1, house.beds().get(1)));
        page.fill("#leavesAt", UNTIL);
        petra.press("#holdAtOnce");
        assertThat(page.locator("#leavesAt")).hasValue(UNTIL);
        assertThat(page.locator(bed(1, house.beds().get(1)))).isChecked();
        page.check(bed(2, small.get(0)));
        petra.press("#holdAtOnce");
        assertThat(page.locator("main")).containsText("A child would sleep in a room without a grown-up of the family");
        assertThat(page.locator(bed(2, small.get(0)))).isChecked();
        petra.isWhole();
        petra.screenshot("family-way-choose");
        petra.screenshotInArabic("family-way-choose");
        page.check(bed(2, second.beds().get(0)));
        petra.press("#holdAtOnce");
        assertThat(page.locator("main")).containsText("This would split a family");
        assertThat(page.locator(bed(2, second.beds().get(0)))).isChecked();
        page.check(bed(2, house.beds().get(2)));
        page.fill("#leavesAt", "2020-01-01T10:00");
        petra.press("#holdAtOnce");
        assertThat(page.locator("main")).containsText("The end is not after the beginning");
        assertThat(page.locator("#leavesAt")).hasValue("2020-01-01T10:00");
        page.fill("#leavesAt", UNTIL);
        petra.press("#holdAtOnce");
        assertThat(page.locator(".al-toast")).containsText("held for her");
        assertThat(statuses(hers)).isEqualTo("RESERVED RESERVED RESERVED");
    }

    private void letsThemIn(Browser sana, String hers) {
        Page page = sana.open(placement(hers));
        assertThat(page.locator(".al-say").first()).containsText("free to come and go");
        sana.isWhole();
        sana.screenshot("family-way-welcome");
        sana.press("#admit");
        assertThat(statuses(hers)).isEqualTo("ADMITTED ADMITTED ADMITTED");
    }

    private void noChildIsLeftBehind(Browser sana, String hers) {
        Page page = sana.open(placement(hers));
        unfold(page);
        page.fill("#until", UNTIL);
        page.locator("input[name=who]").first().check();
        sana.press("#goAway");
        assertThat(page.locator("main")).containsText("A child would stay in the house without a grown-up");
        assertThat(page.locator("#until")).hasValue(UNTIL);
        assertThat(page.locator("input[name=who]").first()).isChecked();
        sana.isWhole();
        sana.screenshot("family-way-away");
        assertThat(statuses(hers)).isEqualTo("ADMITTED ADMITTED ADMITTED");
    }

    private void movesNobodyToAnOccupiedBed(Browser late, Survivor stranger) {
        House third = House.of(product, 2);
        String strangers = third.livesIn(stranger, 0);
        late.hearsOfNoChange();
        Page page = late.open(placement(strangers));
        unfold(page);
        page.check(bed(0, third.beds().get(1)));
        page.check("input[name=danger][value=IN_DANGER]");
        String quicker = House.asked(House.sheltered(product));
        must(
                200,
                product.http("petra")
                        .post(
                                "/api/v1/placements/" + quicker + "/bed",
                                Map.of(
                                        "places",
                                        List.of(Map.of(
                                                "placement",
                                                quicker,
                                                "bed",
                                                third.beds().get(1))),
                                        "despite",
                                        List.of("MAYBE_FROM_HER_PLACE"))));
        late.press("#move");
        assertThat(page.locator("main")).containsText("Somebody has this bed in that time");
        assertThat(page.locator(bed(0, third.beds().get(1)))).isChecked();
        assertThat(page.locator("input[name=danger][value=IN_DANGER]")).isChecked();
        assertThat(statuses(strangers)).isEqualTo("ADMITTED");
    }

    /** All of them to another house, when who leads has said so; the day after. Answers where she is now. */
    private String areMoved(Browser petra, Browser mina, Survivor mother, String hers, House second) {
        petra.hearsOfNoChange();
        Page page = petra.open(placement(hers));
        unfold(page);
        for (int at = 0; at < 3; at++) {
            page.check(bed(at, second.beds().get(at)));
        }
        page.check("input[name=danger][value=CAN_WAIT]");
        petra.press("#move");
        assertThat(page.locator("main")).containsText("has not agreed to the move");
        assertThat(page.locator(bed(1, second.beds().get(1)))).isChecked();
        assertThat(page.locator("input[name=danger][value=CAN_WAIT]")).isChecked();
        assertThat(statuses(hers)).isEqualTo("ADMITTED ADMITTED ADMITTED");

        Page lead = mina.open("/housing/of.xhtml?case=" + mother.caseId());
        mina.press(lead.locator("button:has-text('Agree to a move')"));
        assertThat(lead.locator(".al-toast")).containsText("The house knows that you agree");
        product.forward(Duration.ofDays(1));

        petra.open(placement(hers));
        unfold(page);
        assertThat(page.locator("main")).containsText("Who leads agrees to a move");
        for (int at = 0; at < 3; at++) {
            page.check(bed(at, second.beds().get(at)));
        }
        page.check("input[name=danger][value=CAN_WAIT]");
        petra.screenshot("family-way-move");
        petra.press("#move");
        assertThat(page.locator(".al-toast")).containsText("She has moved");
        assertThat(page.locator("main")).containsText(second.codeName());
        assertThat(statuses(hers)).isEqualTo("MOVED MOVED MOVED");
        petra.isWhole();
        return page.url().replaceAll(".*placement=([0-9a-f-]{36}).*", "$1");
    }

    private void leave(Browser petra, Browser mina, Survivor mother, String hers) {
        Page page = petra.open(placement(hers));
        unfold(page);
        assertThat(page.locator("#reason option[value=MISSING]")).hasCount(0);
        page.selectOption("#reason", "MOVED_TRANSITIONAL");
        page.selectOption("#nextType", "STREET");
        petra.press("#end");
        assertThat(page.locator("#reason")).hasValue("MOVED_TRANSITIONAL");
        assertThat(page.locator("#nextType")).hasValue("STREET");
        assertThat(statuses(hers)).isEqualTo("ADMITTED ADMITTED ADMITTED");
        petra.isWhole();
        petra.screenshot("family-way-leave");
        page.selectOption("#nextType", "MOTHER_CHILD_UNIT");
        petra.press("#end");
        assertThat(page.locator(".al-toast")).containsText("She has left");
        assertThat(statuses(hers)).isEqualTo("ENDED ENDED ENDED");
        assertThat(mina.open("/housing/of.xhtml?case=" + mother.caseId()).locator("main"))
                .containsText("Mother-and-child");
        mina.isWhole();
    }

    /** A girl who comes with her mother; a second person has agreed to the referral. */
    private Survivor daughter() {
        Survivor girl = Survivor.child(product, "mina").authorityTold();
        girl.agreesToShareWith(WILLOW, "IDENTITY");
        String referral = id(must(
                201,
                product.http("mina")
                        .post(
                                "/api/v1/cases/" + girl.caseId() + "/referrals",
                                Map.of(
                                        "service",
                                        WILLOW_SAFE_HOUSE,
                                        "urgency",
                                        "URGENT",
                                        "categories",
                                        List.of("IDENTITY"),
                                        "accompaniedBy",
                                        "PARENT",
                                        "message",
                                        "With her mother"))));
        must(204, product.http("ilse").post("/api/v1/referrals/" + referral + "/approval", null));
        return girl;
    }

    private void accepted(Survivor girl) {
        String referral = (String) product.sql()
                .one(
                        "select referral_id::text from alongside.referral where case_id = ?::uuid and recipient_organisation_id = ?::uuid",
                        girl.caseId(),
                        WILLOW);
        must(200, product.http("sana").post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
    }

    private List<String> anotherRoom(House house, int beds) {
        Http petra = product.http("petra");
        String rooms = "/api/v1/houses/" + house.facility() + "/rooms";
        String room = id(must(201, petra.post(rooms, Map.of("label", "Room 2", "kind", "SHARED"))));
        List<String> made = new ArrayList<>();
        for (int at = 1; at <= beds; at++) {
            made.add(id(must(201, petra.post(rooms + "/" + room + "/beds", Map.of("label", "2" + (char) ('@' + at))))));
        }
        return made;
    }

    /** How she and all of her family stand. */
    private String statuses(String placement) {
        return (String) product.sql().one("""
                        select string_agg(p.status, ' ') from alongside.placement p, alongside.placement h
                         where h.placement_id = ?::uuid
                           and (p.placement_id = h.placement_id
                                or p.family_id = h.family_id and (p.status = 'MOVED') = (h.status = 'MOVED'))
                        """, placement);
    }

    /** Whatever is behind a line is seen, also where it was open already because something is typed there. */
    private static void unfold(Page page) {
        page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })");
    }

    private static String placement(String id) {
        return "/housing/placement.xhtml?placement=" + id;
    }

    private static String bed(int at, String bed) {
        return "input[name=places_" + at + "_bed][value='" + bed + "']";
    }
}
