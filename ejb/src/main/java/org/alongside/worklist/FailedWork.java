package org.alongside.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Work that nobody waits for and that failed or is stuck, of the engine or of the post; never what was in it. */
public interface FailedWork {
    List<FailedJob> list(int limit);

    long count();

    /** Whether it knows this job. */
    boolean has(String jobId);

    /** Tries again at once. Refuses as not there where the job is gone. */
    void retry(String jobId);

    /** A job that failed: which process and step, about what, when, how often, and the kind of failure (a class name). */
    record FailedJob(
            String id, String process, String step, UUID subject, Instant failedAt, int triesLeft, String failure) {}
}
