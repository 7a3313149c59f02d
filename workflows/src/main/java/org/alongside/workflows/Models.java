package org.alongside.workflows;

import java.util.List;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

/** Brings the models into the engine when it starts. */
final class Models {
    static final List<String> PROCESSES = List.of(
            "referral",
            "case",
            "agreement",
            "retention",
            "login",
            "absence",
            "import",
            "export",
            "attestation",
            "emergency",
            "handover",
            "disclosure",
            "notification",
            "placement",
            "placement-gap",
            "placement-watch",
            "safety-alert",
            "missing",
            "care-plan",
            "incident",
            "risk",
            "overlooked",
            "overlooked-watch",
            "restriction",
            "weekly-talk",
            "urgent-care",
            "job-retention",
            "counselling",
            "supervision",
            "caseload",
            "follow-up",
            "measure",
            "outcome-watch",
            "hearing",
            "legal-deadline",
            "clocks-of-before",
            "reintegration",
            "recovery",
            "interview",
            "non-punishment",
            "court-order",
            "threat",
            "counsel");

    /** Begins with the server, where it does not run yet. */
    private static final String FROM_BEFORE = "clocks-of-before";

    private final RepositoryService repository;
    private final RuntimeService runtime;

    Models(ProcessEngine engine) {
        repository = engine.getRepositoryService();
        runtime = engine.getRuntimeService();
    }

    void deploy() {
        deployProcesses();
        for (StaffTable table : StaffTable.values()) {
            deployMissingTable(table.key());
        }
    }

    /** What was written down before there was a process for it gets one; where a server was ended in the middle, that goes on. */
    void beginWhatIsOfBefore() {
        if (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(FROM_BEFORE)
                        .count()
                == 0) {
            runtime.startProcessInstanceByKey(FROM_BEFORE);
        }
    }

    /** A new version only of what changed; what runs stays on the version it began with. */
    private void deployProcesses() {
        var deployment = repository.createDeployment().name("processes").enableDuplicateFiltering(true);
        PROCESSES.forEach(process -> deployment.addClasspathResource("processes/" + process + ".bpmn"));
        deployment.deploy();
    }

    /** A table belongs to staff from its first day on: the one in the product is only the beginning. */
    private void deployMissingTable(String key) {
        boolean there = repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .count()
                > 0;
        if (!there) {
            repository
                    .createDeployment()
                    .name("tables")
                    .addClasspathResource("tables/" + key + ".dmn")
                    .deploy();
        }
    }
}
