package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/**
 * An edit of what somebody else may be changing too: the version that was read stands in the form. Where it is stale,
 * what the file holds now is shown beside what was typed, which stays, and a second save is over the newer version.
 */
@Named
@RequestScoped
public class StaleEdit {
    @Inject
    private ReadCasePage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private Integer version;
    private Answers now = new Answers();
    private Set<String> changed = Set.of();

    /** What the file held when the form was read; inputs of the form change it. */
    Answers begin(Answers present, int presentVersion) {
        if (version == null) {
            version = presentVersion;
        }
        now = present;
        Answers typed = new Answers();
        typed.putAll(present);
        return typed;
    }

    /** Performs the change and goes back to what is known; shows what stands against it, or what changed meanwhile. */
    String save(String part, Runnable change, int presentVersion, String done) {
        try {
            change.run();
            toast.say(done);
            return "/casefile/known.xhtml?faces-redirect=true&case=" + page.getId();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                version = presentVersion;
                changed = refusal.reasons().stream()
                        .flatMap(reason -> reason.values().stream())
                        .map(field -> part + "_" + field)
                        .collect(Collectors.toUnmodifiableSet());
            }
            reasons.show(refusal);
            return null;
        }
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    /** What the file holds now. */
    public Answers getNow() {
        return now;
    }

    /** Whether somebody else changed that answer while it was typed here. */
    public boolean changed(String field) {
        return changed.contains(field);
    }
}
