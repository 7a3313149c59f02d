package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.careplan.CarePlanService;
import org.alongside.careplan.CarePlanView;
import org.alongside.careplan.CarePlanView.GoalView;
import org.alongside.careplan.StepStatus;
import org.alongside.careplan.StepView;
import org.alongside.shared.OrganisationId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** The plan of a case as a board or as a list, narrowed down by domain, owner and status as the address says. */
@Named
@RequestScoped
public class ReadPlanPage {
    private static final String LIST = "list";
    private static final String MINE = "mine";
    private static final String ANOTHER = "another";
    private static final String HER = "her";

    @EJB
    private CarePlanService plans;

    @Inject
    private ReadCasePage page;

    @Inject
    private Text text;

    @Inject
    @Param
    private String view;

    @Inject
    @Param
    private String domain;

    @Inject
    @Param
    private String owner;

    @Inject
    @Param
    private String status;

    private CarePlanView plan;

    public CarePlanView getPlan() {
        if (plan == null) {
            plan = plans.of(page.getId());
        }
        return plan;
    }

    /** "Her plan: 4 goals, 12 steps, 1 is stuck". */
    public String getHeading() {
        List<StepView> steps = steps().toList();
        long stuck = steps.stream()
                .filter(step -> step.status() == StepStatus.BLOCKED)
                .count();
        if (getPlan().goals().isEmpty() && steps.isEmpty()) {
            return text.get(getPlan().whole() ? "careplan.heading.nothing" : "careplan.heading.nothing.part");
        }
        return text.of(
                getPlan().whole() ? "careplan.heading.whole" : "careplan.heading.part",
                text.count("careplan.count.goals", getPlan().goals().size()),
                text.count("careplan.count.steps", steps.size()),
                text.count("careplan.count.stuck", stuck));
    }

    /** A lane for each goal that is asked for. */
    public List<Lane> getLanes() {
        return getPlan().goals().stream()
                .filter(goal -> isFor(domain, goal.domain()))
                .map(goal -> new Lane(goal, shown(goal)))
                .filter(lane -> !lane.steps().isEmpty() || isFor(owner, "") && isFor(status, ""))
                .toList();
    }

    /** A row for each step that is asked for. */
    public List<Row> getRows() {
        return getLanes().stream()
                .flatMap(lane -> lane.steps().stream().map(step -> new Row(lane.goal(), step)))
                .toList();
    }

    /** The domains there are. */
    public List<String> getDomains() {
        return getPlan().goals().stream().map(GoalView::domain).distinct().toList();
    }

    /** The owners there are: organisations by name, and she herself. */
    public List<Owner> getOwners() {
        return steps().map(StepView::owner)
                .map(owner -> new Owner(
                        value(owner),
                        owner.organisationName()
                                .orElseGet(() ->
                                        text.get(owner.unnamed() ? "careplan.owner.another" : "careplan.owner.her"))))
                .distinct()
                .sorted(Comparator.comparing(Owner::name))
                .toList();
    }

    private static String value(StepView.Holder owner) {
        return owner.unnamed()
                ? ANOTHER
                : owner.organisation().map(OrganisationId::toString).orElse(HER);
    }

    public boolean isList() {
        return LIST.equals(view);
    }

    /** Whether more is left out than what is not one's own. */
    public boolean isNarrowed() {
        return Stream.of(domain, MINE.equals(owner) ? null : owner, status)
                .anyMatch(asked -> asked != null && !asked.isEmpty());
    }

    private List<StepView> shown(GoalView goal) {
        return goal.steps().stream()
                .filter(step -> isFor(status, step.status().name()))
                .filter(step -> MINE.equals(owner) ? step.mine() : isFor(owner, value(step.owner())))
                .toList();
    }

    private Stream<StepView> steps() {
        return getPlan().goals().stream().flatMap(goal -> goal.steps().stream());
    }

    private static boolean isFor(String asked, String there) {
        return asked == null || asked.isEmpty() || asked.equals(there);
    }

    public String getDomain() {
        return domain;
    }

    public String getOwner() {
        return owner;
    }

    public String getStatus() {
        return status;
    }

    /** A goal and those of its steps that are asked for. */
    public record Lane(GoalView goal, List<StepView> steps) {
        /** Those that stand so; what was cancelled stands beside what is done. */
        public List<StepView> in(String status) {
            return steps.stream()
                    .filter(step -> status.equals(
                            step.status() == StepStatus.CANCELLED
                                    ? StepStatus.DONE.name()
                                    : step.status().name()))
                    .toList();
        }
    }

    /** Whose steps there are: id of the organisation or {@code her}, and the name. */
    public record Owner(String value, String name) {}

    /** A step and the goal that it serves. */
    public record Row(GoalView goal, StepView step) {}
}
