package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Clock;
import org.alongside.shared.Refusal;
import org.alongside.workflows.FailureWithoutWords.Kind;
import org.alongside.worklist.FailedWork;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;

/** Jobs of the engine that failed at least once, or have no try left. */
@Dependent
public class EngineFailedWork implements FailedWork {
    private static final int TRIES = 3;
    private static final String FAILED = " where j.exception_msg_ is not null or j.retries_ = 0";
    private static final String LIST = """
            select j.id_, coalesce(j.process_def_key_, j.handler_type_) as process,
                   coalesce(d.act_id_, j.handler_type_) as step, p.business_key_, j.create_time_, j.retries_,
                   j.exception_msg_
              from engine.act_ru_job j
              left join engine.act_ru_jobdef d on d.id_ = j.job_def_id_
              left join engine.act_ru_execution p on p.id_ = j.process_instance_id_
            """;

    private final EngineTables tables;
    private final ManagementService management;

    @Inject
    public EngineFailedWork(@OfTheHouse ProcessEngine engine) {
        this.tables = new EngineTables(engine);
        this.management = engine.getManagementService();
    }

    @Override
    public List<FailedJob> list(int limit) {
        return tables.read(LIST + FAILED + " order by j.create_time_, j.id_ limit ?", EngineFailedWork::job, limit);
    }

    @Override
    public long count() {
        return tables.read("select count(*) from engine.act_ru_job j" + FAILED, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public boolean has(String jobId) {
        return management.createJobQuery().jobId(jobId).count() > 0;
    }

    @Override
    public void retry(String jobId) {
        if (!has(jobId)) {
            throw Refusal.notThere();
        }
        try {
            management.setJobRetries(jobId, TRIES);
            management.setJobDuedate(jobId, Date.from(Clock.get().instant()));
        } catch (OptimisticLockingException | NullValueException faster) {
            // somebody else tried it in this moment, or it has just run
            throw Refusal.stale("changed-meanwhile");
        }
    }

    private static FailedJob job(ResultSet row) throws SQLException {
        Instant createdAt = EngineTables.instant(row, "create_time_").orElseGet(Clock.get()::instant);
        Kind kind = Optional.ofNullable(row.getString("exception_msg_"))
                .map(kept -> Kind.parse(kept, createdAt))
                .orElse(new Kind("Stopped", createdAt));
        return new FailedJob(
                row.getString("id_"),
                row.getString("process"),
                row.getString("step"),
                Optional.ofNullable(row.getString("business_key_"))
                        .map(UUID::fromString)
                        .orElse(null),
                kind.at(),
                row.getInt("retries_"),
                kind.failure());
    }
}
