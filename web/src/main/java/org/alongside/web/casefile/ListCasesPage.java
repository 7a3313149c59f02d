package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.casefile.CaseRow;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.CaseQuery;
import org.alongside.casefile.DraftService;
import org.alongside.shared.Page;
import org.alongside.web.draft.Answers;
import org.omnifaces.cdi.Param;

/** The cases that are open to whoever reads and fit what the address chooses, by next date, and one's own drafts. */
@Named
@RequestScoped
public class ListCasesPage {
    private static final int ROWS = 25;

    @EJB
    private CaseService cases;

    @EJB
    private DraftService drafts;

    @Inject
    private Allowed allowed;

    @Inject
    private ChosenCases chosen;

    @Inject
    @Param
    private String after;

    private Page<CaseRow> page;
    private List<Begun> begun;

    /** Whether the reader's house refers: only then do its cases differ by what was asked of others. */
    public boolean isReferring() {
        return allowed.ever(Permission.OPEN_CASE) || allowed.is(Role.SUP);
    }

    public Page<CaseRow> getPage() {
        if (page == null) {
            page = cases.list(new CaseQuery(chosen.getFilter(), after, ROWS));
        }
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }

    /** The address of this list, going on there. */
    public String query(String on) {
        String query = ChosenCases.query(chosen.getFilter());
        return on == null ? query : query + (query.isEmpty() ? "" : "&") + "after=" + on;
    }

    /** What to say where there is no case: caseworkers open them, others wait for them. */
    public String getNobody() {
        return allowed.ever(Permission.OPEN_CASE)
                ? "mine"
                : allowed.is(Role.SUP) ? "team" : allowed.ever(Permission.READ_INCOMING) ? "received" : "guarded";
    }

    /** One's own intakes that were begun and not handed in. */
    public List<Begun> getDrafts() {
        if (begun == null) {
            begun = allowed.ever(Permission.OPEN_CASE)
                    ? drafts.mine().stream()
                            .filter(draft -> draft.kind().equals("intake"))
                            .map(draft -> new Begun(draft, Answers.of(draft.answers())))
                            .toList()
                    : List.of();
        }
        return begun;
    }

    /** A draft and what it says so far, to know it again by. */
    public record Begun(DraftService.Draft draft, Answers answers) {
        /** The step to go on with: the first one in which nothing was said. */
        public int getStep() {
            return Step.goingOn(answers).getNumber();
        }
    }
}
