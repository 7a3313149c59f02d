package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.careplan.DueStep;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepService.Blocking;
import org.alongside.careplan.StepService.DueQuery;
import org.alongside.careplan.StepView;
import org.alongside.shared.CaseId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;
import org.alongside.shared.StepId;
import org.alongside.web.frame.PressedOn;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** What is due for the people of my house today and overdue, person by person: done or stuck with one press, and taken back. */
@Named
@RequestScoped
public class TodayPage {
    private static final int ROWS = 100;

    @EJB
    private StepService steps;

    @Inject
    private Text text;

    @Inject
    private Reasons reasons;

    /** What was just said of a step, to be taken back. */
    @Inject
    @Param
    private String last;

    /** Where the list goes on. */
    @Inject
    @Param
    private String after;

    private Page<DueStep> page;
    private StepView moved;

    /** The people for whom something is due, who waits longest first. */
    public List<Somebody> getPeople() {
        Map<CaseId, List<DueStep>> byPerson = page().items().stream()
                .collect(Collectors.groupingBy(DueStep::caseId, LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .map(due -> new Somebody(
                        due.get(0).caseId(), due.get(0).code(), due.get(0).preferredName(), due))
                .toList();
    }

    public String getLede() {
        long late = page().items().stream().filter(DueStep::overdue).count();
        int all = page().items().size();
        return all == 0
                ? ""
                : text.of(
                        late == 0 ? "careplan.today.lede.inTime" : "careplan.today.lede",
                        text.count("careplan.count.steps", all),
                        text.count("careplan.count.late", late));
    }

    public String getNext() {
        return page().next().orElse(null);
    }

    /** The step of which something was just said. */
    public StepView getMoved() {
        if (moved == null && last != null) {
            try {
                moved = steps.read(StepId.of(last));
            } catch (Refusal gone) {
                last = null;
            }
        }
        return moved;
    }

    public String done(String step) {
        return act(step, () -> steps.finish(StepId.of(step), null), true);
    }

    /** @param pressedOn id of the step and the code of what keeps it, with a colon between them */
    public String stuck(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        return act(pressed.id(), () -> steps.block(StepId.of(pressed.id()), new Blocking(pressed.said(), null)), true);
    }

    public String undo(String step) {
        return act(step, () -> steps.resume(StepId.of(step)), false);
    }

    private String act(String step, Runnable act, boolean tell) {
        try {
            act.run();
            return "/careplan/today.xhtml?faces-redirect=true" + (tell ? "&last=" + step : "");
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private Page<DueStep> page() {
        if (page == null) {
            page = steps.due(new DueQuery(0, true, after, ROWS));
        }
        return page;
    }

    /** One person of the house and what is due for them; their name where it may be known. */
    public record Somebody(CaseId caseId, String code, Optional<String> name, List<DueStep> due) {}
}
