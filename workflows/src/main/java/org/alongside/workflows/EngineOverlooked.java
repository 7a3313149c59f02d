package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.OverlookedTasks;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * What is left undone: a task whose time is over twice, once for who is asked and once for who supervises them (DOMAIN 5.4). A
 * task that began to wait when its time was over already is the second rung of another one, which is counted.
 */
@Dependent
public class EngineOverlooked implements OverlookedTasks {
    /** The processes whose tasks are watched. */
    static final List<String> WATCHED = List.of(
            "placement",
            "placement-gap",
            "missing",
            "restriction",
            "weekly-talk",
            "care-plan",
            "safety-alert",
            "incident",
            "risk",
            "urgent-care",
            "job-retention",
            "counselling",
            "supervision",
            "caseload",
            "case",
            "follow-up",
            "measure",
            "hearing",
            "legal-deadline",
            "reintegration",
            "recovery",
            "court-order",
            "threat",
            "counsel");

    /**
     * Reminded of like those, with somebody behind each, and never told to coordinators: the name of the process alone would say that police ask her
     * something, or that she is accused, which is not theirs to know.
     */
    static final List<String> UNTOLD = List.of("interview", "non-punishment");

    /** Coordinators are told of these by their own process, which knows more of them. */
    static final Set<String> TOLD_OTHERWISE = Set.of("safety-alert.acknowledge");

    private static final String UNDONE = """
            select split_part(l.group_id_, '/', 1) as organisation, d.key_ as kind, count(distinct t.id_) as tasks,
                   min(t.due_date_ + (t.due_date_ - t.create_time_)) as since
              from engine.act_ru_task t
              join engine.act_re_procdef d on d.id_ = t.proc_def_id_
              join engine.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
             where d.key_ = any (?) and d.key_ || '.' || t.task_def_key_ <> all (?)
               and t.due_date_ > t.create_time_ and t.due_date_ + (t.due_date_ - t.create_time_) <= ?
             group by organisation, kind order by organisation, kind
            """;

    private final EngineTables tables;

    @Inject
    public EngineOverlooked(@OfTheHouse ProcessEngine engine) {
        this.tables = new EngineTables(engine);
    }

    @Override
    public List<Undone> at(Instant now) {
        return tables.read(
                UNDONE,
                row -> new Undone(
                        OrganisationId.of(row.getString("organisation")),
                        row.getString("kind"),
                        row.getInt("tasks"),
                        EngineTables.instant(row, "since").orElseThrow()),
                WATCHED.toArray(String[]::new),
                TOLD_OTHERWISE.toArray(String[]::new),
                Timestamp.from(now));
    }
}
