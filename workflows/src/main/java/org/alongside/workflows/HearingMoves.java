package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.proceeding.HearingEvent.HearingFound;
import org.alongside.proceeding.HearingEvent.HearingOver;
import org.alongside.proceeding.HearingEvent.HearingSet;
import org.alongside.proceeding.HearingEvent.SupportChanged;
import org.camunda.bpm.engine.ProcessEngine;

/** Asks who helps her at a hearing and what came of it, for the time that is set now, in the same transaction. */
@Dependent
public class HearingMoves {
    private static final String MISSING = "missing";

    private final RunningProcesses processes;

    @Inject
    public HearingMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    /** One that is moved begins anew: whoever was asked for another day is asked no more. */
    void set(@Observes HearingSet event) {
        processes.end(event.hearing(), "moved");
        begin(event);
    }

    void found(@Observes HearingFound event) {
        if (!processes.runs(event.hearing())) {
            begin(event.set());
        }
    }

    private void begin(HearingSet event) {
        processes.start(
                "hearing",
                event.hearing(),
                Map.of(
                        "hearing",
                        event.hearing().toString(),
                        "lead",
                        event.lead().toString(),
                        "house",
                        event.lawyers().toString(),
                        "hearingAt",
                        EngineTime.notBefore(event.hearingAt()),
                        "arrangeAt",
                        EngineTime.notBefore(event.askAt()),
                        "remindAt",
                        EngineTime.notBefore(event.remindAt()),
                        "supervisorAt",
                        EngineTime.notBefore(event.supervisorAt()),
                        "resultBy",
                        EngineTime.notBefore(event.resultBy()),
                        MISSING,
                        event.missing()));
    }

    /** A hearing that was set before it had a clock is left as it is. */
    void support(@Observes SupportChanged event) {
        if (!processes.runs(event.hearing())) {
            return;
        }
        processes.mustNote(event.hearing(), MISSING, event.missing());
        if (event.missing()) {
            processes.tellIfWaiting(event.hearing(), "SupportOpenAgain", Map.of());
        } else {
            processes.completeIfWaiting(event.hearing(), Map.of(), "arrange");
            processes.completeIfWaiting(event.hearing(), Map.of(), "arrange-overdue");
        }
    }

    void over(@Observes HearingOver event) {
        if (!processes.completeIfWaiting(event.hearing(), Map.of(), "say-result")) {
            processes.end(event.hearing(), "over");
        }
    }
}
