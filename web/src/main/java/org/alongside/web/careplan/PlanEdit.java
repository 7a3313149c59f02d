package org.alongside.web.careplan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;

/**
 * A change of a goal or step that somebody else may be changing too: the version that was read stands in the form. Where
 * it is stale, what it says now is shown beside what was typed, which stays, and a second save is over the newer version.
 */
@Named
@RequestScoped
public class PlanEdit {
    @Inject
    private Reasons reasons;

    private Integer version;
    private int newest;
    private Answers now = new Answers();
    private Set<String> changed = Set.of();

    /** What it said when the form was read; inputs of the form change it. */
    Answers begin(Answers present, int presentVersion) {
        if (version == null) {
            version = presentVersion;
        }
        newest = presentVersion;
        now = present;
        Answers typed = new Answers();
        typed.putAll(present);
        return typed;
    }

    /** Performs the change; shows what stands against it, or what changed meanwhile. */
    boolean save(IntConsumer change) {
        try {
            change.accept(version);
            return true;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                version = newest;
                changed = refusal.reasons().stream()
                        .flatMap(reason -> reason.values().stream())
                        .map(String::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
            }
            reasons.show(refusal);
            return false;
        }
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    /** What it says now. */
    public Answers getNow() {
        return now;
    }

    /** Whether somebody else changed that while it was typed here. */
    public boolean changed(String field) {
        return changed.contains(field);
    }
}
