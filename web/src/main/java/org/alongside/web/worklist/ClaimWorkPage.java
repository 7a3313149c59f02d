package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.alongside.web.frame.Act;
import org.alongside.worklist.WorklistService;
import org.alongside.worklist.WorklistService.TaskId;

/** Takes a task on My work, or hands it back. */
@Named
@RequestScoped
public class ClaimWorkPage {
    @EJB
    private WorklistService worklist;

    @Inject
    private MyWorkPage page;

    @Inject
    private Act act;

    public String claim(String task) {
        return act(task, worklist::claim, "worklist.toast.claimed");
    }

    public String handBack(String task) {
        return act(task, worklist::handBack, "worklist.toast.handedBack");
    }

    private String act(String task, Consumer<TaskId> doing, String done) {
        return act.perform(
                () -> doing.accept(new TaskId(task)),
                "/worklist/mine.xhtml?faces-redirect=true&behind=" + page.getBehind(),
                done);
    }
}
