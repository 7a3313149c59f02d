package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.disclosure.DisclosureEvent.AllAgreed;
import org.alongside.disclosure.DisclosureEvent.Asked;
import org.alongside.disclosure.DisclosureEvent.DisclosureMade;
import org.alongside.disclosure.DisclosureEvent.DisclosureProposed;
import org.alongside.disclosure.DisclosureEvent.NotToldOfDisclosure;
import org.alongside.disclosure.DisclosureEvent.NothingDisclosed;
import org.alongside.disclosure.DisclosureEvent.OneAgreed;
import org.alongside.disclosure.DisclosureEvent.OthersAsked;
import org.alongside.disclosure.DisclosureEvent.ToldByItself;
import org.alongside.disclosure.DisclosureEvent.ToldOfDisclosure;
import org.alongside.shared.CaseId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a disclosure without consent: a second person, the telling, its record, and that she knows. */
class DisclosureWayTest {
    private final DisclosureId disclosure = DisclosureId.random();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void a_supervisor_agrees_the_caseworker_tells_the_recipient_and_then_her() {
        propose("SUP", World.HARBOUR_LIGHT, true);
        assertThat(waiting()).containsExactly("agree");
        assertThat(world.task(id(), "agree").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        assertThat(world.offered)
                .filteredOn(task -> task.subject().equals(id()))
                .singleElement()
                .satisfies(task -> assertThat(task.urgent()).isTrue());
        agreed();
        assertThat(waiting()).containsExactly("disclose");
        assertThat(world.task(id(), "disclose").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "CW"));
        made(false);
        assertThat(waiting()).containsExactly("tell");
        world.disclosures.told(new ToldOfDisclosure(disclosure));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void for_a_court_two_agree_one_after_the_other() {
        propose("DPO", World.COORDINATION, false);
        world.disclosures.oneAgreed(new OneAgreed(disclosure, asked("LAW", World.CEDAR_HOUSE)));
        assertThat(waiting()).containsExactly("agree-too");
        assertThat(world.task(id(), "agree-too").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "LAW"));
        agreed();
        assertThat(waiting()).containsExactly("disclose");
        assertThatThrownBy(this::agreed).isInstanceOf(Refusal.class);
    }

    @Test
    void where_the_lead_moves_while_it_waits_the_new_one_is_asked_and_goes_on() {
        propose("SUP", World.HARBOUR_LIGHT, false);
        world.tasks.claim(world.task(id(), "agree").id(), WorkerId.random());
        new MovedTasks(world.engine, world.offered::add).move(Set.of(id()), World.HARBOUR_LIGHT, World.CEDAR_HOUSE);
        world.disclosures.othersAsked(new OthersAsked(disclosure, asked("SUP", World.CEDAR_HOUSE)));
        assertThat(world.task(id(), "agree").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "SUP"));
        assertThat(world.task(id(), "agree").claimedBy()).isEmpty();
        agreed();
        assertThat(world.task(id(), "disclose").offeredTo())
                .containsExactlyElementsOf(World.groups(World.CEDAR_HOUSE, "CW"));
    }

    @Test
    void a_no_ends_it_at_every_step_and_what_is_taken_back_is_not_told() {
        propose("SUP", World.HARBOUR_LIGHT, false);
        world.disclosures.nothing(new NothingDisclosed(disclosure, CaseId.random()));
        assertThat(world.ended(id())).isTrue();
        assertThatThrownBy(() -> made(false)).isInstanceOf(Refusal.class);

        world.fresh();
        propose("DPO", World.COORDINATION, false);
        world.disclosures.oneAgreed(new OneAgreed(disclosure, asked("LAW", World.CEDAR_HOUSE)));
        world.disclosures.nothing(new NothingDisclosed(disclosure, CaseId.random()));
        assertThat(world.ended(id())).isTrue();

        world.fresh();
        propose("SUP", World.HARBOUR_LIGHT, false);
        agreed();
        world.disclosures.nothing(new NothingDisclosed(disclosure, CaseId.random()));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void what_is_told_by_the_agreement_itself_asks_nobody_to_tell_it_and_then_she_is_told() {
        propose("SUP", World.HARBOUR_LIGHT, false);
        world.disclosures.toldByItself(new ToldByItself(disclosure, world.now().plus(Duration.ofHours(72))));
        assertThat(waiting()).containsExactly("tell");
        world.disclosures.told(new ToldOfDisclosure(disclosure));
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void who_was_told_before_is_not_told_again() {
        propose("SUP", World.HARBOUR_LIGHT, false);
        agreed();
        made(true);
        assertThat(world.ended(id())).isTrue();
    }

    @Test
    void not_told_yet_is_asked_again_the_next_day_and_a_late_one_goes_to_the_supervisor() {
        propose("SUP", World.HARBOUR_LIGHT, false);
        agreed();
        made(false);
        world.pass(Duration.ofHours(73));
        assertThat(waiting()).contains("tell", "telling-overdue");
        assertThat(world.task(id(), "telling-overdue").offeredTo())
                .containsExactlyElementsOf(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.disclosures.notToldYet(new NotToldOfDisclosure(
                disclosure, world.now().plus(Duration.ofHours(24)), world.now().plus(Duration.ofHours(96))));
        assertThat(waiting()).doesNotContain("tell", "telling-overdue");
        world.pass(Duration.ofHours(25));
        assertThat(waiting()).containsExactly("tell");
        world.disclosures.notToldYet(new NotToldOfDisclosure(
                disclosure, world.now().plus(Duration.ofHours(24)), world.now().plus(Duration.ofHours(96))));
        world.disclosures.told(new ToldOfDisclosure(disclosure));
        assertThat(world.ended(id())).as("told before it was asked again").isTrue();
    }

    private void propose(String role, OrganisationId house, boolean urgent) {
        world.disclosures.proposed(new DisclosureProposed(disclosure, World.HARBOUR_LIGHT, asked(role, house), urgent));
    }

    private Asked asked(String role, OrganisationId house) {
        return new Asked(role, List.of(house), world.now().plus(Duration.ofHours(24)));
    }

    private void agreed() {
        world.disclosures.allAgreed(new AllAgreed(disclosure, world.now().plus(Duration.ofHours(72))));
    }

    private void made(boolean told) {
        world.disclosures.made(new DisclosureMade(disclosure, told, world.now().plus(Duration.ofHours(72))));
    }

    private List<String> waiting() {
        return world.waiting(id());
    }

    private UUID id() {
        return disclosure.value();
    }
}
