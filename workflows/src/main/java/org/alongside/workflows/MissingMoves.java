package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.missing.MissingEvent.HouseJoined;
import org.alongside.missing.MissingEvent.HouseLeft;
import org.alongside.missing.MissingEvent.LeftUnresolved;
import org.alongside.missing.MissingEvent.MissingBegun;
import org.alongside.missing.MissingEvent.MissingEnded;
import org.alongside.missing.MissingEvent.MissingStepDone;
import org.alongside.missing.MissingEvent.PoliceTold;
import org.alongside.missing.MissingEvent.ReturnTalkHeld;
import org.alongside.missing.MissingEvent.SurvivorFound;
import org.alongside.missing.MissingStep;
import org.alongside.missing.MissingTimes.Clocks;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * Starts and moves the process about somebody who is missing, in the same transaction. Where she lives in no house, who leads stands in
 * for it, and takes over from one that she has left.
 */
@Dependent
public class MissingMoves {
    private static final String URGENCY = "urgency";

    private static final Map<MissingStep, String[]> WAITING = Map.of(
            MissingStep.SEARCHED, new String[] {"search-overdue", "search"},
            MissingStep.SAFE_CHANNEL_TRIED, new String[] {"channel-overdue", "safe-channel"},
            MissingStep.CONFERENCE_HELD, new String[] {"conference-overdue", "conference"});

    private final RunningProcesses processes;
    private final MovedTasks moved;

    @Inject
    public MissingMoves(@OfTheHouse ProcessEngine engine, Event<TaskOffered> offered) {
        this(engine, offered::fire);
    }

    MissingMoves(ProcessEngine engine, Consumer<TaskOffered> offered) {
        this.processes = new RunningProcesses(engine);
        this.moved = new MovedTasks(engine, offered);
    }

    /** Whoever is on call is told at once: of a child it is always an emergency. */
    void begun(@Observes MissingBegun event) {
        Clocks clocks = event.clocks();
        Map<String, Object> variables = new HashMap<>();
        variables.put("lead", event.lead().toString());
        variables.put(MovedTasks.HOUSE, event.house().orElse(event.lead()).toString());
        variables.put(MovedTasks.HOUSED, event.house().isPresent());
        variables.put(URGENCY, event.child() ? "EMERGENCY" : "URGENT");
        variables.put("searchBy", EngineTime.notBefore(clocks.searchBy()));
        variables.put("lookAt", EngineTime.notBefore(clocks.lookAt()));
        due(variables, "reportBy", clocks.reportBy());
        due(variables, "conferenceBy", clocks.conferenceBy());
        due(variables, "safeChannelBy", clocks.safeChannelBy());
        processes.start("missing", event.id().value(), variables);
    }

    /** What is empty in the table is not there, and not asked. */
    private static void due(Map<String, Object> variables, String name, Optional<Instant> by) {
        by.map(EngineTime::notBefore).ifPresent(at -> variables.put(name, at));
    }

    void joined(@Observes HouseJoined event) {
        moved.houseIs(event.id().value(), event.house(), true);
    }

    void left(@Observes HouseLeft event) {
        moved.houseIs(event.id().value(), event.lead(), false);
    }

    /** Done before it was asked for, or a second time, nothing waits. */
    void done(@Observes MissingStepDone event) {
        if (event.step() == MissingStep.SAFE_CHANNEL_TRIED) {
            processes.completeIfWaiting(event.id().value(), Map.of(), WAITING.get(MissingStep.SEARCHED));
        }
        processes.completeIfWaiting(event.id().value(), Map.of(), WAITING.get(event.step()));
    }

    void told(@Observes PoliceTold event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "report-overdue", "report");
    }

    void unresolved(@Observes LeftUnresolved event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "look-again");
    }

    void found(@Observes SurvivorFound event) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(URGENCY, "ROUTINE");
        due(variables, "talkBy", event.talkBy());
        processes.mustTell(event.id().value(), "SurvivorFound", variables);
    }

    void talked(@Observes ReturnTalkHeld event) {
        UUID id = event.id().value();
        processes.completeIfWaiting(id, Map.of(), "talk-overdue");
        processes.mustComplete(id, Map.of(), "talk");
    }

    void ended(@Observes MissingEnded event) {
        event.ids().forEach(id -> processes.end(id.value(), "file closed"));
    }
}
