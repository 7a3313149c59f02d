package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port to work of the engine that failed or is stuck; never what was in it. */
public interface FailedWork {
    List<FailedJob> list(int limit);

    long count();

    /** Tries again at once. Refuses as not there where the job is gone. */
    void retry(String jobId);

    /** A job that failed: which process and step, about what, when, how often, and the kind of failure (a class name). */
    record FailedJob(
            String id, String process, String step, UUID subject, Instant failedAt, int triesLeft, String failure) {}
}
