package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.WorklistService;

/** What colleagues have taken, on the My work of those who may hand it back for them. */
@Named
@RequestScoped
public class TakenWorkPage {
    @EJB
    private WorklistService worklist;

    @EJB
    private DirectoryService directory;

    private List<Todo> taken;
    private Map<WorkerId, String> names;

    public List<Todo> getTaken() {
        if (taken == null) {
            taken = worklist.takenByColleagues().stream().map(Todo::of).toList();
        }
        return taken;
    }

    /** The name of the colleague who has a task. */
    public String holder(Todo todo) {
        if (names == null) {
            names = directory.colleagues().stream().collect(Collectors.toMap(Colleague::id, Colleague::name));
        }
        return todo.item().task().claimedBy().map(names::get).orElse("");
    }
}
