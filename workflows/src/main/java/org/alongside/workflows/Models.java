package org.alongside.workflows;

import java.util.List;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;

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
            "reintegration",
            "recovery",
            "interview",
            "non-punishment",
            "court-order");

    private final RepositoryService repository;

    Models(ProcessEngine engine) {
        repository = engine.getRepositoryService();
    }

    void deploy() {
        deployProcesses();
        for (StaffTable table : StaffTable.values()) {
            deployMissingTable(table.key());
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
