package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.alongside.disclosure.DisclosureEvent;
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
import org.alongside.worklist.TaskGroup;
import org.alongside.worklist.TaskOffered;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and moves the process of a disclosure without consent, in the same transaction: nothing is told of which she is not told. */
@Dependent
public class DisclosureMoves {
    private static final String WORD = "word";
    private static final String[] AGREEING = {"agree", "agree-too"};

    private static final Set<String> WAITING = Set.of("disclosure.agree", "disclosure.agree-too");

    private final RunningProcesses processes;
    private final MovedTasks moved;

    @Inject
    public DisclosureMoves(@OfTheHouse ProcessEngine engine, Event<TaskOffered> offered) {
        this(engine, offered::fire);
    }

    DisclosureMoves(ProcessEngine engine, Consumer<TaskOffered> offered) {
        this.processes = new RunningProcesses(engine);
        this.moved = new MovedTasks(engine, offered);
    }

    /** Where life is in danger, whoever is on call is told at once. */
    void proposed(@Observes DisclosureProposed event) {
        processes.start(
                "disclosure",
                id(event),
                Map.of(
                        "lead",
                        event.lead().toString(),
                        "answerers",
                        groups(event.asked()),
                        "agreeBy",
                        EngineTime.notBefore(event.asked().by()),
                        "urgency",
                        event.urgent() ? "URGENT" : "ROUTINE"));
    }

    void oneAgreed(@Observes OneAgreed event) {
        processes.mustComplete(
                id(event),
                Map.of(
                        WORD,
                        "NEXT",
                        "answerers",
                        groups(event.asked()),
                        "agreeBy",
                        EngineTime.notBefore(event.asked().by())),
                "agree");
    }

    void othersAsked(@Observes OthersAsked event) {
        processes.mustNote(id(event), "answerers", groups(event.asked()));
        moved.offer(id(event), asked(event.asked()), WAITING);
    }

    void allAgreed(@Observes AllAgreed event) {
        processes.mustComplete(
                id(event), Map.of(WORD, "AGREED", "makeBy", EngineTime.notBefore(event.makeBy())), AGREEING);
    }

    /** Told by the agreement itself; she is told next. */
    void toldByItself(@Observes ToldByItself event) {
        processes.mustComplete(
                id(event),
                Map.of(
                        WORD,
                        "TOLD",
                        "told",
                        false,
                        "tellBy",
                        EngineTime.notBefore(event.tellBy()),
                        "urgency",
                        "ROUTINE"),
                "agree");
    }

    /** Said no to, or taken back before or after it was agreed. */
    void nothing(@Observes NothingDisclosed event) {
        processes.mustComplete(
                id(event), Map.of(WORD, "NOTHING", "disclosed", false), "agree", "agree-too", "disclose");
    }

    void made(@Observes DisclosureMade event) {
        processes.mustComplete(
                id(event),
                Map.of(
                        "disclosed",
                        true,
                        "told",
                        event.told(),
                        "tellBy",
                        EngineTime.notBefore(event.tellBy()),
                        "urgency",
                        "ROUTINE"),
                "disclose");
    }

    /** Also before it was to be asked again: then nothing is asked any more. */
    void told(@Observes ToldOfDisclosure event) {
        processes.completeIfWaiting(id(event), Map.of("told", true), "tell");
        processes.end(id(event), "told");
    }

    void notToldYet(@Observes NotToldOfDisclosure event) {
        processes.completeIfWaiting(id(event), Map.of(), "telling-overdue");
        processes.completeIfWaiting(
                id(event),
                Map.of(
                        "told",
                        false,
                        "lookAgainAt",
                        EngineTime.notBefore(event.lookAgainAt()),
                        "tellBy",
                        EngineTime.notBefore(event.tellBy())),
                "tell");
    }

    private static String groups(Asked asked) {
        return asked(asked).stream().map(TaskGroup::toString).collect(Collectors.joining(","));
    }

    private static List<TaskGroup> asked(Asked asked) {
        return asked.houses().stream()
                .map(house -> new TaskGroup(house, asked.role()))
                .toList();
    }

    private static UUID id(DisclosureEvent event) {
        return event.id().value();
    }
}
