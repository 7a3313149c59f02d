package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.alongside.casefile.DraftService;
import org.alongside.shared.DraftId;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** What is being written for the file of the page for the first time, as the address names it: its answers so far. */
@Named
@RequestScoped
public class CaseDraft {
    @EJB
    private DraftService drafts;

    @Inject
    private ReadCasePage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

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

    /** Where the browser sends what is typed; none where something is changed that is there already. */
    public String getAddress() {
        return id == null ? null : "/draft/" + id;
    }

    public Instant getSavedAt() {
        getAnswers();
        return kept.savedAt();
    }

    /** What was begun of that kind for this file by whoever looks. */
    public Optional<DraftService.Draft> begun(String kind, Predicate<Answers> same) {
        return drafts.mine().stream()
                .filter(draft -> draft.kind().equals(kind)
                        && draft.caseId().filter(page.getId()::equals).isPresent())
                .filter(draft -> same.test(Answers.of(draft.answers())))
                .findFirst();
    }

    /** What was begun of that kind for this file and is the same, or a new one with the first answers. */
    public DraftId begin(String kind, Predicate<Answers> same, Supplier<Answers> first) {
        return begun(kind, same).map(DraftService.Draft::id).orElseGet(() -> {
            DraftId made = drafts.begin(new DraftService.NewDraft(kind, page.getId()));
            drafts.save(made, first.get().json());
            return made;
        });
    }

    /** Keeps what was typed. */
    public void save() {
        drafts.save(DraftId.of(id), getAnswers().json());
    }

    /** What is longer than a draft may be is told beside the field that is too long, when it is handed in. */
    private void keepIfShortEnough() {
        try {
            save();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
        }
    }

    /** Throws it away once it is handed in. */
    public void discard() {
        drafts.discard(DraftId.of(id));
    }

    /**
     * Hands in what was typed, which stays kept until it is taken.
     *
     * @param doing is given the key under which the same is not taken twice, and answers where to go on
     * @param said key of the words that say there that it is done, and what they mention
     * @return where to go on; null to stay, with the reasons
     */
    public String handIn(HandingIn doing, String said, Object... values) {
        keepIfShortEnough();
        try {
            String next = doing.under("draft-" + id);
            discard();
            toast.say(said, values);
            return next;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    /** Hands in under a key. */
    @FunctionalInterface
    public interface HandingIn {
        String under(String key);
    }
}
