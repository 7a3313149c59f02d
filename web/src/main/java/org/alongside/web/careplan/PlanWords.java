package org.alongside.web.careplan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.alongside.careplan.StepOwner;
import org.alongside.careplan.StepView;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;
import org.alongside.web.frame.Tones.Mark;

/** The shapes, colours and names of a plan, the same on every page of it: {@code #{planWords.owner(step)}}. */
@Named
@RequestScoped
public class PlanWords {
    private static final Period RING = Period.ofDays(5);
    private static final Mark PLAIN = new Mark(null, null);

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("SAFETY", "shield"),
            Map.entry("HOUSING", "home"),
            Map.entry("BASIC_NEEDS", "bag"),
            Map.entry("PHYSICAL_HEALTH", "heart"),
            Map.entry("MENTAL_HEALTH", "leaf"),
            Map.entry("SUBSTANCE_USE", "heart"),
            Map.entry("LEGAL", "scales"),
            Map.entry("IMMIGRATION_DOCUMENTS", "doc"),
            Map.entry("EDUCATION", "cap"),
            Map.entry("LIVELIHOOD", "suitcase"),
            Map.entry("FINANCE", "chart"),
            Map.entry("FAMILY_PARENTING", "people"),
            Map.entry("SOCIAL_INCLUSION", "people"),
            Map.entry("REINTEGRATION", "globe"));

    private static final Map<String, Mark> GOALS = Map.of(
            "PROPOSED", new Mark("soon", "speech"),
            "ACTIVE", new Mark("info", "flag"),
            "MET", new Mark("calm", "check"),
            "PARTLY_MET", new Mark("calm", "check"),
            "NOT_MET", new Mark(null, "cross"),
            "DROPPED", new Mark(null, "undo"));

    private static final Map<String, Mark> STEPS = Map.of(
            "PLANNED", new Mark(null, "dash"),
            "IN_PROGRESS", new Mark("info", "arrow"),
            "BLOCKED", new Mark("danger", "alert"),
            "DONE", new Mark("calm", "check"),
            "CANCELLED", new Mark(null, "undo"));

    private static final Map<String, Mark> LEVELS = Map.of(
            "IN_CRISIS", new Mark("danger", "alert"),
            "STRUGGLING", new Mark("soon", "flag"),
            "COPING", new Mark("info", "arrow"),
            "DOING_WELL", new Mark("calm", "check"));

    private static final Map<String, Mark> APPROVALS = Map.of(
            "NEEDED", new Mark("soon", "flag"),
            "ASKED", new Mark("info", "clock"),
            "APPROVED", new Mark("calm", "check"),
            "CHANGED_SINCE", new Mark("soon", "flag"),
            "SENT_BACK", new Mark("soon", "undo"));

    private static final Map<String, Mark> GOING = Map.of(
            "WELL", new Mark("calm", "check"), "MIXED", new Mark("info", "arrow"), "BADLY", new Mark("soon", "flag"));

    @Inject
    private Text text;

    @Inject
    private Language language;

    public String icon(String domain) {
        return ICONS.getOrDefault(domain, "flag");
    }

    public Mark goal(Object status) {
        return GOALS.getOrDefault(String.valueOf(status), PLAIN);
    }

    /** Where she stands in a domain; a level that an installation added has no colour of its own. */
    public Mark level(Object level) {
        return LEVELS.getOrDefault(String.valueOf(level), PLAIN);
    }

    public Mark approval(Object state) {
        return APPROVALS.getOrDefault(String.valueOf(state), PLAIN);
    }

    public Mark going(Object going) {
        return GOING.getOrDefault(String.valueOf(going), PLAIN);
    }

    public Mark step(Object status) {
        return STEPS.getOrDefault(String.valueOf(status), PLAIN);
    }

    /** Whose a step is, as it is said: she herself, one person there, the people there with that job, or another. */
    public String owner(StepView step) {
        StepView.Holder owner = step.owner();
        if (owner.unnamed()) {
            return text.get("careplan.owner.another");
        }
        return owner.workerName()
                .map(name -> text.of(
                        "careplan.owner.person", name, owner.organisationName().orElseThrow()))
                .orElseGet(() -> owner(owner.organisationName(), owner.role()));
    }

    /** Somebody to whom a step may be given. */
    public String owner(StepOwner owner) {
        return owner(owner.name(), owner.role());
    }

    private String owner(Optional<String> organisation, Optional<String> role) {
        return organisation.isEmpty()
                ? text.get("careplan.owner.her")
                : text.of("careplan.owner.job", organisation.get(), text.name("role", role.orElseThrow()));
    }

    /** The end of the day on which it is due, where the reader is. */
    public Instant end(LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(language.getZone()).toInstant();
    }

    /** When the ring of its clock begins to close. */
    public Instant start(LocalDate day) {
        return day == null ? null : end(day.minus(RING));
    }
}
