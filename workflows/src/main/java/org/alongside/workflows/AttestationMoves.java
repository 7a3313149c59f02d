package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Role;
import org.alongside.attestation.AttestationEvent.AttestationAsked;
import org.alongside.attestation.AttestationEvent.AttestationSettled;
import org.alongside.organisation.Partners;
import org.alongside.worklist.TaskGroup;
import org.camunda.bpm.engine.ProcessEngine;

/** Starts and ends the asking of a holder after a withdrawal, in the same transaction. */
@Dependent
public class AttestationMoves {
    private final RunningProcesses processes;
    private final Partners partners;

    @Inject
    public AttestationMoves(@OfTheHouse ProcessEngine engine, Partners partners) {
        this.processes = new RunningProcesses(engine);
        this.partners = partners;
    }

    void asked(@Observes AttestationAsked event) {
        processes.start(
                "attestation",
                event.attestation().value(),
                Map.of(
                        "attestationId", event.attestation().toString(),
                        "sender", event.asking().toString(),
                        "answerers", answerers(event),
                        "dueBy", EngineTime.notBefore(event.dueAt())));
    }

    /** By the holder before its day or after; or by the lead who expects nothing any more. */
    void settled(@Observes AttestationSettled event) {
        UUID id = event.attestation().value();
        processes.completeIfWaiting(id, Map.of(), "ask-again");
        processes.mustComplete(id, Map.of(), "attest");
    }

    /** Those who gave the services under which it got something, and those who supervise there. */
    private String answerers(AttestationAsked event) {
        return Stream.concat(
                        event.serviceTypes().stream().flatMap(type -> partners.rolesServing(type).stream()),
                        Stream.of(Role.SUP, Role.SHM))
                .distinct()
                .sorted()
                .map(role -> new TaskGroup(event.holder(), role.name()).toString())
                .collect(Collectors.joining(","));
    }
}
