package org.alongside.web.healthcare;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Notes what others must know to look after her. */
@Named
@RequestScoped
public class NoteDailyHealthPage {
    @EJB
    private HealthService health;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    @Param
    private String kind;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Of which kind: chosen before. */
    public String getKind() {
        return kind;
    }

    /** The list of codes of that kind. */
    public String getList() {
        return switch (kind == null ? "" : kind) {
            case "ALLERGY" -> "allergy";
            case "MEDICINE" -> "medicine_kept";
            case "PRECAUTION" -> "infection_precaution";
            default -> "functional_limit";
        };
    }

    public String save() {
        return act.handIn(
                () -> new NewDailyHealth(kind, text("what"), text("words"), hours()),
                (known, key) -> health.note(page.getId(), known, key),
                "/healthcare/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "healthcare.toast.noted");
    }

    /** As they are written, one beside the other. */
    private List<String> hours() {
        return answers.text("times")
                .map(typed -> Arrays.stream(typed.strip().split("[\\s,،;]+"))
                        .filter(one -> !one.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
