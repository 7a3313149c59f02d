package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.DraftService;
import org.alongside.shared.CaseId;
import org.alongside.shared.DraftId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.omnifaces.cdi.Param;

/** The conversation about consent that the address names: its answers so far. */
@Named
@RequestScoped
public class ConsentDraft {
    @EJB
    private DraftService drafts;

    @Inject
    private ReadCasePage page;

    @Inject
    @Param(name = "draft")
    private String id;

    private DraftService.Draft kept;
    private Answers answers;

    /** Where inputs put what is typed. A draft about another case is not there. */
    public Answers getAnswers() {
        if (answers == null) {
            kept = drafts.read(DraftId.of(id));
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

    public Instant getSavedAt() {
        return getAnswers().containsKey("said") ? kept.savedAt() : null;
    }

    /** The draft that was begun about the same case and organisation, or a new one with what the file already says. */
    DraftId begin(CaseView file, String organisation) {
        CaseId caseId = file.id();
        Optional<DraftId> begun = drafts.mine().stream()
                .filter(draft -> draft.kind().equals("consent")
                        && draft.caseId().filter(caseId::equals).isPresent())
                .filter(draft -> organisation == null
                        || Answers.of(draft.answers())
                                .text("recipient")
                                .filter(organisation::equals)
                                .isPresent())
                .map(DraftService.Draft::id)
                .findFirst();
        return begun.orElseGet(() -> {
            DraftId made = drafts.begin(new DraftService.NewDraft("consent", caseId));
            Answers first = new Answers();
            first.put("recipient", organisation);
            first.put("expiresAt", "P3M");
            file.language().ifPresent(language -> {
                first.put("language", language.code());
                first.put("interpreter", language.interpreter());
            });
            drafts.save(made, first.json());
            return made;
        });
    }

    void save() {
        drafts.save(DraftId.of(id), getAnswers().json());
    }

    void discard() {
        drafts.discard(DraftId.of(id));
    }
}
