package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/**
 * An edit of what somebody else may be changing too: the version that was read stands in the form. Where it is stale,
 * what is there now is shown beside what was typed, which stays, and a second save is over the newer version.
 */
@Named
@RequestScoped
public class StaleEdit {
    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private Integer version;
    private int newest;
    private Answers now = new Answers();
    private Answers typed = new Answers();
    private Set<String> changed = Set.of();

    /** What was there when the form was read; inputs of the form change it. */
    public Answers begin(Answers present, int presentVersion) {
        if (version == null) {
            version = presentVersion;
        }
        newest = presentVersion;
        now = present;
        typed = new Answers();
        typed.putAll(present);
        return typed;
    }

    /**
     * Performs the change of the version that was read; shows what stands against it, or what changed meanwhile.
     *
     * @param part what the names of the inputs have before the names of the fields
     * @param next where to go on once it is changed, the return value then
     * @param said key of the words that say so there
     */
    public String save(String part, IntConsumer change, String next, String said) {
        try {
            change.accept(version);
            toast.say(said);
            return next;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                version = newest;
                Set<String> named = refusal.reasons().stream()
                        .flatMap(reason -> reason.values().stream())
                        .map(field -> part + field)
                        .collect(Collectors.toUnmodifiableSet());
                changed = named.isEmpty() ? differing() : named;
            }
            reasons.show(refusal);
            return null;
        }
    }

    /** What there is now and was not typed so: what has changed, and where nobody can say, what is changed here. */
    private Set<String> differing() {
        return Stream.concat(now.keySet().stream(), typed.keySet().stream())
                .filter(field -> !said(now, field).equals(said(typed, field)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> said(Answers answers, String field) {
        return answers.several(field).stream().sorted().toList();
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    /** What is there now. */
    public Answers getNow() {
        return now;
    }

    /** Whether somebody else changed that answer while it was typed here. */
    public boolean changed(String field) {
        return changed.contains(field);
    }
}
