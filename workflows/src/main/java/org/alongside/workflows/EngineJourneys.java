package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.Refusal;
import org.alongside.workflows.drawing.Drawing;
import org.alongside.workflows.drawing.Taken;
import org.alongside.workflows.drawing.Taken.Visit;
import org.alongside.worklist.EngineTask;
import org.alongside.worklist.Journeys;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

/** Where processes stand, from the engine's history, and their drawing. */
@Dependent
public class EngineJourneys implements Journeys {
    /** Steps at which the process waits for somebody; timers and frames around steps are not among them. */
    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateMessageCatch");

    private final ProcessEngine engine;
    private final HistoryService history;
    private final EngineTasks tasks;

    @Inject
    public EngineJourneys(@OfTheHouse ProcessEngine engine) {
        this.engine = engine;
        this.history = engine.getHistoryService();
        this.tasks = new EngineTasks(engine);
    }

    @Override
    public Optional<Standing> of(UUID subject) {
        return newest(subject).map(process -> standing(subject, process));
    }

    @Override
    public String draw(UUID subject, Labels labels) {
        HistoricProcessInstance process = newest(subject).orElseThrow(Refusal::notThere);
        var model = engine.getRepositoryService().getBpmnModelInstance(process.getProcessDefinitionId());
        return Drawing.draw(model, taken(process), labels, "al-" + process.getProcessDefinitionKey() + "-" + subject);
    }

    private Standing standing(UUID subject, HistoricProcessInstance process) {
        Taken taken = taken(process);
        List<EngineTask> open = tasks.about(subject);
        List<Step> here = taken.here().stream()
                .map(visit -> step(process.getProcessDefinitionKey(), visit, open))
                .toList();
        Instant since = here.stream()
                .map(Step::since)
                .max(Comparator.naturalOrder())
                .orElse(instant(process.getEndTime() == null ? process.getStartTime() : process.getEndTime()));
        return new Standing(
                process.getProcessDefinitionKey(), here, taken.passed(), since, process.getEndTime() != null);
    }

    private static Step step(String process, Visit visit, List<EngineTask> open) {
        Optional<EngineTask> task = open.stream()
                .filter(candidate -> candidate.kind().equals(process + "." + visit.step()))
                .findFirst();
        return new Step(
                visit.step(),
                visit.start(),
                task.flatMap(EngineTask::dueAt),
                task.map(EngineTask::offeredTo).orElse(List.of()));
    }

    /** A referral that was sent back and handed in again has had two processes; the newest counts. */
    private Optional<HistoricProcessInstance> newest(UUID subject) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private Taken taken(HistoricProcessInstance process) {
        return new Taken(history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(EngineJourneys::visit)
                .toList());
    }

    private static Visit visit(HistoricActivityInstance visit) {
        return new Visit(
                visit.getActivityId(),
                WAITING.contains(visit.getActivityType()),
                instant(visit.getStartTime()),
                visit.getEndTime() == null ? null : instant(visit.getEndTime()),
                visit.isCanceled());
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
