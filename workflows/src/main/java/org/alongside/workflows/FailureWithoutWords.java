package org.alongside.workflows;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.shared.Clock;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Keeps of a failed job which kind of failure it was, when, and where in the code; never the words of the exception,
 * which may quote a row of the database.
 */
final class FailureWithoutWords implements FailedJobCommandFactory {
    private static final Logger LOG = System.getLogger(FailureWithoutWords.class.getName());

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return lostRace(exception) ? new LostRace(jobId) : new Retry(jobId, exception);
    }

    /** Of the engine's own tables only: where row security hides a row, the domain's would repeat without end or trace. */
    private static boolean lostRace(Throwable exception) {
        return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
                .anyMatch(OptimisticLockingException.class::isInstance);
    }

    /** The kind of failure as it is kept: class name and instant. */
    record Kind(String failure, Instant at) {
        private static final Pattern KEPT = Pattern.compile("([\\w$]+) (\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)");

        static Kind of(Throwable exception) {
            return new Kind(name(root(exception)), Clock.get().instant());
        }

        /** Reads what {@link #toString()} wrote; {@code otherwise} is the instant of anything else. */
        static Kind parse(String kept, Instant otherwise) {
            Matcher parts = KEPT.matcher(kept);
            return parts.matches()
                    ? new Kind(parts.group(1), Instant.parse(parts.group(2)))
                    : new Kind("Unknown", otherwise);
        }

        private static String name(Throwable exception) {
            String name = exception.getClass().getName();
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private static Throwable root(Throwable exception) {
            Throwable root = exception;
            while (root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            return root;
        }

        @Override
        public String toString() {
            return failure + " " + at;
        }
    }

    /** Somebody was faster: nothing failed, the engine looks again at once. */
    private static final class LostRace extends DefaultJobRetryCmd {
        private static final long serialVersionUID = 1L;

        LostRace(String jobId) {
            super(jobId, null);
        }

        @Override
        public Object execute(CommandContext context) {
            executeStandardStrategy(context);
            return null;
        }

        @Override
        protected void decrementRetries(JobEntity job) {
            // a lost race is no failure and costs no try
        }
    }

    private static final class Retry extends DefaultJobRetryCmd {
        private static final long serialVersionUID = 1L;

        Retry(String jobId, Throwable exception) {
            super(jobId, exception == null ? null : new Wordless(exception));
        }

        @Override
        public Object execute(CommandContext context) {
            Object result = super.execute(context);
            if (exception != null) {
                LOG.log(Level.WARNING, "Work of a process failed: job {0}, {1}", jobId, exception.getMessage());
            }
            return result;
        }
    }

    private static final class Wordless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wordless(Throwable exception) {
            super(Kind.of(exception).toString(), null, false, true);
            setStackTrace(Kind.root(exception).getStackTrace());
        }
    }
}
