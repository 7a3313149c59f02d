package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.DraftService;
import org.alongside.shared.CaseId;
import org.alongside.shared.DraftId;
import org.alongside.shared.Reason;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.omnifaces.cdi.Param;

/** The intake that the address names: its answers, and what still stands against opening a file with them. */
@Named
@RequestScoped
public class IntakeDraft {
    @EJB
    private DraftService drafts;

    @EJB
    private CaseService cases;

    @Inject
    private Reasons reasons;

    @Inject
    private Dates dates;

    @Inject
    @Param(name = "draft")
    private String id;

    private DraftService.Draft kept;
    private Answers answers;

    /** Where inputs put what is typed. */
    public Answers getAnswers() {
        if (answers == null) {
            kept = drafts.read(DraftId.of(id));
            answers = Answers.of(kept.answers());
        }
        return answers;
    }

    public String getId() {
        return id;
    }

    /** When something was last kept; nothing where nothing was typed yet. */
    public Instant getSavedAt() {
        return getAnswers().isEmpty() ? null : kept.savedAt();
    }

    public boolean isAgeKnown() {
        return intake().ageKnown();
    }

    public boolean isChild() {
        return intake().child();
    }

    public boolean isRefused() {
        return intake().refused();
    }

    /** Numbers of the rows for persons who are excluded: those written down and one more, or as many as asked for. */
    public List<Integer> excludedRows(int asked) {
        int shown = Math.max(asked, intake().excludedRows() + 1);
        return IntStream.range(0, Math.min(shown, Intake.MOST_EXCLUDED)).boxed().toList();
    }

    /** What stands against opening the file, in the order of the steps. */
    public List<Open> getOpen() {
        Intake intake = intake();
        return Stream.concat(intake.unanswered().stream(), cases.check(intake.newCase()).stream())
                .filter(intake::concerns)
                .map(reason -> new Open(Step.asking(reason), Reasons.input(reason), reasons.words(reason), reason))
                .sorted(Comparator.comparing(Open::step))
                .toList();
    }

    List<Reason> open(Step step) {
        return getOpen().stream()
                .filter(open -> open.step() == step)
                .map(Open::reason)
                .toList();
    }

    static DraftId begin(DraftService drafts) {
        return drafts.begin(new DraftService.NewDraft("intake", null));
    }

    void save() {
        Intake.closeRanks(getAnswers());
        drafts.save(DraftId.of(id), getAnswers().json());
    }

    void discard() {
        drafts.discard(DraftId.of(id));
    }

    /** Opens the file; the draft's own id makes a second press open the same one. */
    CaseId handIn() {
        CaseId opened = cases.open(intake().newCase(), "draft-" + id);
        discard();
        return opened;
    }

    private Intake intake() {
        return new Intake(getAnswers(), dates.getNow());
    }

    /** One thing that stands against opening: the step and the question where it is answered, and why in words. */
    public record Open(Step step, String input, String words, Reason reason) {}
}
