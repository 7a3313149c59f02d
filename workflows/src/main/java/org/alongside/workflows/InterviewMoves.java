package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.alongside.interview.InterviewEvent.InterviewAdvised;
import org.alongside.interview.InterviewEvent.InterviewAsked;
import org.alongside.interview.InterviewEvent.InterviewDecided;
import org.alongside.interview.InterviewEvent.InterviewLater;
import org.alongside.interview.InterviewEvent.InterviewsEnded;
import org.camunda.bpm.engine.ProcessEngine;

/** Has her asked for her answer to an interview, and stops asking, in the same transaction. */
@Dependent
public class InterviewMoves {
    private static final String ANSWER = "answer";
    private static final String ANSWER_BY = "answerBy";
    private static final String WORD = "word";

    private final RunningProcesses processes;

    @Inject
    public InterviewMoves(@OfTheHouse ProcessEngine engine) {
        this.processes = new RunningProcesses(engine);
    }

    void asked(@Observes InterviewAsked event) {
        processes.start(
                "interview",
                event.id().value(),
                Map.of(
                        "interviewId",
                        event.id().toString(),
                        "lead",
                        event.lead().toString(),
                        ANSWER_BY,
                        EngineTime.notBefore(event.answerBy())));
    }

    /** Also before the day that she had named: then nothing waits but that day. */
    void decided(@Observes InterviewDecided event) {
        if (!processes.completeIfWaiting(event.id().value(), Map.of(WORD, "DECIDED"), ANSWER)) {
            processes.end(event.id().value(), "she decided");
        }
    }

    void later(@Observes InterviewLater event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "answer-overdue");
        processes.mustComplete(
                event.id().value(),
                Map.of(
                        WORD,
                        "LATER",
                        "askAgainAt",
                        EngineTime.notBefore(event.askAgainAt()),
                        ANSWER_BY,
                        EngineTime.notBefore(event.answerBy())),
                ANSWER);
    }

    void advised(@Observes InterviewAdvised event) {
        processes.completeIfWaiting(event.id().value(), Map.of(), "advise");
    }

    void ended(@Observes InterviewsEnded event) {
        event.ids().forEach(one -> processes.end(one.value(), "not asked any more"));
    }
}
