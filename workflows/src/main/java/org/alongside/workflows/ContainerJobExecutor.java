package org.alongside.workflows;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.alongside.health.DatabaseWatch;
import org.alongside.shared.Sql;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/** Runs the engine's due work on threads of the container, so that it finds its transactions and names there. */
final class ContainerJobExecutor extends JobExecutor {
    /** Work that a killed server had begun is begun again this long after at the latest. */
    private static final int LOCK_MILLIS = 60_000;

    private final Executor longRunning;
    private final Executor work;
    private final DatabaseWatch watch;

    /**
     * @param longRunning runs the one loop that looks for due work until the server stops
     * @param work runs the work itself
     * @param watch told by the loop whether the database answers
     * @param waitMillis how long the loop sleeps when nothing was due: a timer goes off at most this much late
     */
    ContainerJobExecutor(Executor longRunning, Executor work, DatabaseWatch watch, int waitMillis) {
        this.longRunning = longRunning;
        this.work = work;
        this.watch = watch;
        setWaitTimeInMillis(waitMillis);
        setMaxWait(waitMillis);
        setMaxJobsPerAcquisition(10);
        setLockTimeInMillis(LOCK_MILLIS);
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new PatientLoop(this);
    }

    @Override
    protected void startExecutingJobs() {
        longRunning.execute(acquireJobsRunnable);
    }

    @Override
    protected void stopExecutingJobs() {
        // the loop was told to stop and ends by itself; the threads belong to the container
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        try {
            work.execute(new QuietRun(jobIds, engine));
        } catch (RejectedExecutionException busy) {
            logRejectedExecution(engine, jobIds.size());
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
        }
    }

    /** While the database is away there is nothing to look for, and nothing to say more than once. */
    private static final class PatientLoop extends SequentialJobAcquisitionRunnable {
        private final DatabaseWatch watch;

        PatientLoop(ContainerJobExecutor executor) {
            super(executor);
            this.watch = executor.watch;
        }

        @Override
        protected AcquiredJobs acquireJobs(
                JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
            try {
                AcquiredJobs found = super.acquireJobs(context, strategy, engine);
                watch.answered();
                return found;
            } catch (RuntimeException failed) {
                if (!Sql.databaseIsAway(failed)) {
                    throw failed;
                }
                watch.silent();
                context.setAcquisitionException(failed);
                return new AcquiredJobs(0);
            }
        }
    }

    /** A failed job was kept and logged without words already; what is thrown after that would repeat it with words. */
    private static final class QuietRun extends ExecuteJobsRunnable {
        QuietRun(List<String> jobIds, ProcessEngineImpl engine) {
            super(jobIds, engine);
        }

        @Override
        protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failures) {
            try {
                ExecuteJobHelper.executeJob(
                        jobId,
                        commands,
                        failures,
                        alone(jobId, failures),
                        processEngine.getProcessEngineConfiguration());
            } catch (RuntimeException alreadyKept) {
                if (failures.getFailure() == null) {
                    throw alreadyKept;
                }
            }
        }

        /** Where a person moves the same process now, the work waits for her: it holds nothing yet that she could need. */
        private static Command<Void> alone(String jobId, JobFailureCollector failures) {
            return context -> {
                OneAtATime.waitForProcessOfJob(context, jobId);
                return new ExecuteJobsCmd(jobId, failures).execute(context);
            };
        }
    }
}
