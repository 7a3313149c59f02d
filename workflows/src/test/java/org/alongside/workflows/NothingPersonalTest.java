package org.alongside.workflows;

import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.housing.GapEvent.GapFound;
import org.alongside.housing.PlacementEvent.BedHeld;
import org.alongside.housing.PlacementEvent.BedOffered;
import org.alongside.housing.PlacementEvent.BedRequested;
import org.alongside.housing.PlacementEvent.DidNotReturn;
import org.alongside.housing.PlacementEvent.SurvivorAdmitted;
import org.alongside.housing.PlacementEvent.WentAway;
import org.alongside.missing.MissingEvent.MissingBegun;
import org.alongside.missing.MissingEvent.SurvivorFound;
import org.alongside.referral.Approval;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.Test;

/** What the engine keeps about people: ids, codes and instants. */
class NothingPersonalTest {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String CODE = "[A-Z_]+";
    private static final String GROUPS = "(" + ID + "/[A-Z]{2,3},?)+";

    @Test
    void variables_hold_ids_codes_and_instants_and_nothing_else() throws SQLException {
        World world = new World(EngineDatabase.create("nothing_personal"));
        everyWay(world);
        var variables =
                Everything.read(world.database, "select text_ from engine.act_ru_variable where type_ = 'string'");
        assertThat(variables).isNotEmpty().allMatch(value -> value.matches(ID + "|" + CODE + "|" + GROUPS));
        assertThat(Everything.read(world.database, "select distinct type_ from engine.act_ru_variable"))
                .containsExactlyInAnyOrder("string", "date", "boolean");
        assertThat(Everything.read(world.database, "select distinct name_ from engine.act_ru_variable"))
                .isSubsetOf(
                        "referralId",
                        "sender",
                        "recipient",
                        "answerers",
                        "urgency",
                        "approval",
                        "approveBy",
                        "reviewBy",
                        "respondBy",
                        "expiresAt",
                        "reviewAt",
                        "checkBy",
                        "answer",
                        "approved",
                        "reviewed",
                        "reopened",
                        "agreedUntil",
                        "lead",
                        "child",
                        "notifyBy",
                        "placementId",
                        "house",
                        "livesThere",
                        "outcome",
                        "heldUntil",
                        "remindAt",
                        "awayUntil",
                        "reportBy",
                        "conferenceBy",
                        "housed",
                        "searchBy",
                        "safeChannelBy",
                        "lookAt",
                        "talkBy",
                        "answerBy");
        assertThat(
                        Everything.read(
                                world.database,
                                "select business_key_ from engine.act_hi_procinst where proc_def_key_ not in ('retention', 'agreement', 'placement-watch', 'overlooked-watch', 'outcome-watch')"))
                .allMatch(key -> key.matches(ID));
    }

    @Test
    void history_keeps_steps_and_no_variables_comments_or_failures() throws SQLException {
        World world = new World(EngineDatabase.create("history"));
        everyWay(world);
        for (String table : List.of(
                "act_hi_varinst",
                "act_hi_detail",
                "act_hi_comment",
                "act_hi_attachment",
                "act_hi_op_log",
                "act_hi_identitylink",
                "act_hi_job_log",
                "act_hi_incident",
                "act_hi_decinst",
                "act_ru_incident")) {
            assertThat(Everything.read(world.database, "select count(*) from engine." + table))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(Everything.read(world.database, "select count(*) from engine.act_hi_actinst"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void what_ended_long_ago_is_removed_from_history() throws SQLException {
        World world = new World(EngineDatabase.create("cleanup"));
        Story story = Story.sent(world, URGENT).revoke();
        Story open = Story.sent(world, URGENT).accept();
        assertThat(world.journeys.of(story.id())).isPresent();
        world.pass(Duration.ofDays(366));
        ZonedDateTime inTheNight =
                world.now().atZone(ZoneId.systemDefault()).plusDays(1).withHour(3);
        world.pass(Duration.between(world.now(), inTheNight));
        assertThat(world.journeys.of(story.id())).isEmpty();
        assertThat(world.journeys.of(open.id())).isPresent();
    }

    private static void everyWay(World world) {
        Story.submitted(world, URGENT, Approval.BEFORE);
        Story.submitted(world, EMERGENCY, Approval.AFTER).send().ask();
        Story.submitted(world, URGENT, Approval.BEFORE).sendBack();
        Stream.of(
                        Story.sent(world, URGENT).accept(),
                        Story.sent(world, URGENT).accept().meet())
                .forEach(Story::missAppointment);
        Story.sent(world, URGENT).accept().meet().complete();
        Story.sent(world, URGENT).decline();
        Story.sent(world, URGENT).waitlist();
        Story.sent(world, URGENT).revoke();
        Story late = Story.sent(world, URGENT);
        world.tasks.claim(world.task(late.id(), "answer").id(), WorkerId.random());
        world.cases.opened(new CaseOpened(CaseId.random(), World.HARBOUR_LIGHT, true, true, world.now()));
        List<PlacementId> placed = List.of(PlacementId.random());
        world.placements.requested(new BedRequested(placed, world.now()));
        world.placements.offered(new BedOffered(placed, world.now()));
        world.placements.held(new BedHeld(placed, world.now().plus(Duration.ofDays(3))));
        List<PlacementId> missing = List.of(PlacementId.random());
        world.placements.admitted(new SurvivorAdmitted(missing, world.now()));
        world.placements.wentAway(new WentAway(missing, world.now().plus(Duration.ofHours(1))));
        world.placements.didNotReturn(new DidNotReturn(missing, world.now()));
        for (boolean child : List.of(true, false)) {
            MissingId gone = MissingId.random();
            world.missing.begun(new MissingBegun(
                    gone,
                    World.HARBOUR_LIGHT,
                    Optional.of(World.CEDAR_HOUSE),
                    child,
                    world.missingTimes.of(child).from(world.now())));
            if (child) {
                world.missing.found(
                        new SurvivorFound(gone, Optional.of(world.now().plus(Duration.ofDays(3)))));
            }
        }
        world.gaps.found(
                new GapFound(UUID.randomUUID(), World.HARBOUR_LIGHT, world.now().plus(Duration.ofHours(1))));
        world.pass(Duration.ofHours(25));
    }
}
