package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.setup.Demo;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.frame.Toast;
import org.alongside.worklist.FailedWork.FailedJob;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.OperationService.JobId;

/** Work of the processes that failed, to be tried again; and in a demo the clock, to be moved forward. */
@Named
@RequestScoped
public class MendWorkPage {
    private static final String HERE = "/worklist/failed.xhtml?faces-redirect=true";

    @EJB
    private OperationService operation;

    @Inject
    private Reasons reasons;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    @Inject
    private Toast toast;

    private List<FailedJob> jobs;

    public List<FailedJob> getJobs() {
        if (jobs == null) {
            jobs = operation.failedWork();
        }
        return jobs;
    }

    /** The step in the words of its drawing, where it has some. */
    public String step(FailedJob job) {
        return words(job.process() + "." + job.step(), job.step());
    }

    /** The process in words, where it has some. */
    public String process(FailedJob job) {
        return words(job.process(), job.process());
    }

    /** What is drawn has its words with the drawing; letters have theirs here. */
    private String words(String what, String otherwise) {
        return Stream.of("process." + what, "worklist.failed." + what)
                .filter(text::containsKey)
                .findFirst()
                .map(text::get)
                .orElse(otherwise);
    }

    public String retry(String job) {
        try {
            operation.retry(new JobId(job));
            toast.say("worklist.toast.retried");
            return HERE;
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.NOT_THERE) {
                reasons.show(refusal);
                return null;
            }
            toast.say("worklist.toast.mended");
            return HERE;
        }
    }

    public boolean isDemo() {
        return Demo.isOn();
    }

    /** How far the clock can be moved at a press, in hours. */
    public List<Integer> getSteps() {
        return List.of(1, 24, 7 * 24, 31 * 24, 92 * 24);
    }

    public String span(int hours) {
        return dates.span(Duration.ofHours(hours));
    }

    public String move(String hours) {
        try {
            operation.moveClock(Duration.ofHours(hours.matches("\\d{1,4}") ? Integer.parseInt(hours) : 0));
            toast.say("worklist.toast.moved", dates.absolute(dates.getNow()));
            return HERE;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }
}
