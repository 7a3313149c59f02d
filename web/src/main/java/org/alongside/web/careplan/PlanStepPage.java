package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.NewStep;
import org.alongside.careplan.NewStep.Owner;
import org.alongside.careplan.StepOwner;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepView;
import org.alongside.shared.GoalId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.StepId;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Plans a step towards a goal, or plans one anew. */
@Named
@RequestScoped
public class PlanStepPage {
    private static final String HER = "SURVIVOR";
    private static final Pattern OWNER = Pattern.compile("[0-9a-f-]{36}/[A-Z]{2,4}");

    @EJB
    private CarePlanService plans;

    @EJB
    private StepService steps;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    @Inject
    private StaleEdit edit;

    @Inject
    private PlanWords words;

    @Inject
    private Text text;

    @Inject
    @Param
    private String goal;

    /** The step that is planned anew; null: a new one. */
    @Inject
    @Param
    private String step;

    private Answers answers;
    private GoalView towards;
    private StepView there;
    private List<Choice> owners;

    /** An address without a draft goes on with what was begun towards the same goal, or begins. */
    public String begin() {
        if (step != null || draft.getId() != null) {
            return null;
        }
        getGoal(); // nothing is begun towards a goal that is not there
        return "/careplan/plan.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + goal + "&draft="
                + draft.begin(
                        "step", begun -> begun.text("goal").filter(goal::equals).isPresent(), this::first);
    }

    private Answers first() {
        Answers first = new Answers();
        first.put("goal", goal);
        first.put("owner", getOwners().get(0).value());
        return first;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = step == null ? draft.getAnswers() : present();
        }
        return answers;
    }

    private Answers present() {
        Answers present = new Answers();
        present.put("what", there().what());
        present.put(
                "owner",
                there().owner()
                        .organisation()
                        .map(house -> house + "/" + there().owner().role().orElseThrow())
                        .orElse(HER));
        present.put("dueOn", there().dueOn());
        return edit.begin(present, there().version());
    }

    /** To whom it may be given; and who was chosen and helps her no more: what is said of that is said beside it. */
    public List<Choice> getOwners() {
        if (owners == null) {
            List<Choice> helping =
                    plans.owners(page.getId()).stream().map(this::choice).toList();
            owners = Stream.concat(helping.stream(), gone(helping).stream()).toList();
        }
        return owners;
    }

    private Optional<Choice> gone(List<Choice> helping) {
        return Optional.ofNullable(Faces.getRequestParameter("owner"))
                .filter(chosen -> helping.stream().map(Choice::value).noneMatch(chosen::equals))
                .filter(chosen -> OWNER.matcher(chosen).matches())
                .map(chosen -> new Choice(chosen, text.get("careplan.owner.another"), "gone"));
    }

    private Choice choice(StepOwner owner) {
        return new Choice(
                owner.organisation()
                        .map(house -> house + "/" + owner.role().orElseThrow())
                        .orElse(HER),
                words.owner(owner),
                owner.ours() ? "us" : owner.organisation().isPresent() ? "them" : "her");
    }

    public GoalView getGoal() {
        if (towards == null) {
            towards = plans.goal(GoalId.of(goal));
        }
        return towards;
    }

    public boolean isNew() {
        return step == null;
    }

    /** The name of the owner that is there now, to be compared with what was typed. */
    public String getOwnerNow() {
        return step == null ? "" : words.owner(there());
    }

    public String save() {
        if (step != null) {
            return edit.save(
                    "",
                    version -> steps.change(StepId.of(step), planned(), version),
                    "/careplan/step.xhtml?faces-redirect=true&case=" + page.getId() + "&step=" + step,
                    "careplan.toast.stepChanged");
        }
        return draft.handIn(
                key -> {
                    plans.plan(GoalId.of(goal), planned(), key);
                    return "/careplan/goal.xhtml?faces-redirect=true&case=" + page.getId() + "&goal=" + goal;
                },
                "careplan.toast.stepPlanned");
    }

    private NewStep planned() {
        return new NewStep(
                getAnswers().text("what").orElse(null),
                owner(),
                getAnswers().day("dueOn").orElse(null));
    }

    private Owner owner() {
        Optional<String> said = getAnswers().text("owner");
        if (said.isEmpty()) {
            return null;
        }
        String[] parts = said.get().split("/", 2);
        return said.get().equals(HER) || parts.length < 2
                ? Owner.SURVIVOR
                : new Owner(OrganisationId.of(parts[0]), parts[1]);
    }

    private StepView there() {
        if (there == null) {
            there = steps.read(StepId.of(step));
        }
        return there;
    }

    public String getStep() {
        return step;
    }

    /** An owner to choose; {@code kind} us, them, her or gone, for the words under it. */
    public record Choice(String value, String label, String kind) {}
}
