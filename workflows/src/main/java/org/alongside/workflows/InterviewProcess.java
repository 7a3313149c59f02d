package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.SystemIdentity;
import org.alongside.interview.InterviewService;
import org.alongside.shared.InterviewId;

/** What {@code interview.bpmn} asks for. */
@Dependent
public class InterviewProcess implements ProcessBean {
    private final InterviewService interviews;
    private final SystemWork system;

    @Inject
    public InterviewProcess(InterviewService interviews, SystemIdentity identity) {
        this.interviews = interviews;
        this.system = new SystemWork(identity);
    }

    /** The lawyers who act for her; none where she has none. */
    public List<String> lawyers(String interviewId) {
        return Lawyers.of(system.call(() -> interviews.lawyers(InterviewId.of(interviewId))));
    }
}
