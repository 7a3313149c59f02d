package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.casefile.DraftService;
import org.alongside.shared.DraftId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.omnifaces.cdi.Param;

/** The goal, step or legal matter that is being written down for the first time, as the address names it: its answers so far. */
@Named
@RequestScoped
public class PlanDraft {
    @EJB
    private DraftService drafts;

    @Inject
    private ReadCasePage page;

    @Inject
    @Param(name = "draft")
    private String id;

    private Answers answers;

    /** Where inputs put what is typed. A draft about another case is not there. */
    public Answers getAnswers() {
        if (answers == null) {
            DraftService.Draft kept = drafts.read(DraftId.of(id));
            if (kept.caseId().filter(page.getId()::equals).isEmpty()) {
                throw Refusal.notThere();
            }
            answers = Answers.of(kept.answers());
        }
        return answers;
    }

    public String getId() {
        return id;
    }

    /** Where the browser sends what is typed; none where something is changed that is there already. */
    public String getAddress() {
        return id == null ? null : "/draft/" + id;
    }

    /** What was begun about the same, or a new one with the first answers. */
    public DraftId begin(String kind, Answers first) {
        String about = first.text("goal").orElse("");
        return drafts.mine().stream()
                .filter(draft -> draft.kind().equals(kind)
                        && draft.caseId().filter(page.getId()::equals).isPresent())
                .filter(draft ->
                        Answers.of(draft.answers()).text("goal").orElse("").equals(about))
                .map(DraftService.Draft::id)
                .findFirst()
                .orElseGet(() -> {
                    DraftId made = drafts.begin(new DraftService.NewDraft(kind, page.getId()));
                    drafts.save(made, first.json());
                    return made;
                });
    }

    /** Keeps what was typed. */
    public void save() {
        drafts.save(DraftId.of(id), getAnswers().json());
    }

    /** Throws it away once it is handed in. */
    public void discard() {
        drafts.discard(DraftId.of(id));
    }
}
