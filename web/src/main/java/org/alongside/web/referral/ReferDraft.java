package org.alongside.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.casefile.DraftService;
import org.alongside.casefile.DraftService.Draft;
import org.alongside.casefile.DraftService.NewDraft;
import org.alongside.referral.NewReferral;
import org.alongside.referral.Urgency;
import org.alongside.shared.CaseId;
import org.alongside.shared.DraftId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ServiceId;
import org.alongside.web.draft.Answers;
import org.omnifaces.cdi.Param;

/** The request for help that the address names, as far as it is written: kept on the server until it is sent. */
@Named
@RequestScoped
public class ReferDraft {
    static final String SERVICE = "service";
    static final String CATEGORIES = "categories";
    static final String FOLLOWS = "follows";
    static final String AGAIN = "again";

    /** The service for which the categories were chosen; another one begins anew with all that she agreed to. */
    private static final String CHOSEN_FOR = "chosenFor";

    @EJB
    private DraftService drafts;

    @Inject
    @Param(name = "draft")
    private String id;

    private Draft kept;
    private Answers answers;

    /** The caller's draft for this case and the same purpose, else a new one with these answers. */
    DraftId open(CaseId caseId, Answers begin) {
        return drafts.mine().stream()
                .filter(draft -> draft.kind().equals("referral")
                        && draft.caseId().filter(caseId::equals).isPresent())
                .filter(draft -> same(Answers.of(draft.answers()), begin))
                .map(Draft::id)
                .findFirst()
                .orElseGet(() -> begin(caseId, begin));
    }

    private DraftId begin(CaseId caseId, Answers begin) {
        DraftId begun = drafts.begin(new NewDraft("referral", caseId));
        if (!begin.isEmpty()) {
            drafts.save(begun, begin.json());
        }
        return begun;
    }

    private static boolean same(Answers one, Answers other) {
        return one.text(FOLLOWS).equals(other.text(FOLLOWS))
                && one.text(AGAIN).equals(other.text(AGAIN))
                && (other.text(SERVICE).isEmpty() || one.text(SERVICE).equals(other.text(SERVICE)));
    }

    public String getId() {
        return id;
    }

    /** Where inputs put what is typed. */
    public Answers getAnswers() {
        if (answers == null) {
            kept = drafts.read(DraftId.of(id));
            answers = Answers.of(kept.answers());
        }
        return answers;
    }

    /** When something was last kept; nothing where nothing was typed yet. */
    public Instant getSavedAt() {
        return getAnswers().isEmpty() ? null : kept.savedAt();
    }

    CaseId caseId() {
        getAnswers();
        return kept.caseId().orElseThrow(Refusal::notThere);
    }

    void save() {
        drafts.save(DraftId.of(id), getAnswers().json());
    }

    void discard() {
        drafts.discard(DraftId.of(id));
    }

    /** Whether the person chose what to share with the service chosen now. */
    boolean categoriesChosen() {
        return getAnswers().text(CHOSEN_FOR).equals(getAnswers().text(SERVICE))
                && getAnswers().text(CHOSEN_FOR).isPresent();
    }

    /** Chooses what to share with the service chosen now; the form sends along for which one that was. */
    void choose(Set<Category> categories) {
        getAnswers().put(CATEGORIES, categories.stream().map(Category::name).toList());
        getAnswers().put(CHOSEN_FOR, getAnswers().text(SERVICE).orElse(null));
    }

    Optional<ServiceId> service() {
        return getAnswers().text(SERVICE).map(ServiceId::of);
    }

    Optional<Urgency> urgency() {
        return getAnswers().text("urgency").flatMap(code -> Arrays.stream(Urgency.values())
                .filter(one -> one.name().equals(code))
                .findFirst());
    }

    Optional<ReferralId> again() {
        return getAnswers().text(AGAIN).map(ReferralId::of);
    }

    private Set<Category> chosen() {
        return Arrays.stream(Category.values())
                .filter(one -> getAnswers().several(CATEGORIES).contains(one.name()))
                .collect(Collectors.toSet());
    }

    /** The request as it stands. */
    NewReferral wanted() {
        return new NewReferral(
                service().orElse(null),
                urgency().orElse(null),
                chosen(),
                getAnswers().text("accompaniedBy").orElse(null),
                getAnswers().text("message").orElse(null),
                getAnswers().text(FOLLOWS).map(ReferralId::of).orElse(null));
    }

    /** Differs as soon as anything differs that the recipient would see. */
    public String getMark() {
        return Integer.toHexString(wanted().toString().hashCode());
    }
}
