package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** What an error page may say about what went wrong: the reasons of a refusal, and nothing else. */
@Named
@RequestScoped
public class Trouble {
    private static final Set<String> STRANGER = Set.of("not-a-worker", "not-a-member");

    private Text text;
    private Reasons reasons;
    private Optional<Refusal> refusal = Optional.empty();

    protected Trouble() {}

    @Inject
    Trouble(HttpServletRequest request, Text text, Reasons reasons) {
        this.text = text;
        this.reasons = reasons;
        this.refusal = Optional.ofNullable((Refusal) request.getAttribute(TroubleFilter.REFUSAL));
    }

    /** Reasons in the words of the bundles; a reason that has no words there is left out. */
    public List<String> getReasons() {
        return refusal.stream()
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> text.containsKey("reason." + reason.code()))
                .map(reasons::words)
                .toList();
    }

    /** Whether somebody signed in who does not work here, or not any more. */
    public boolean isStranger() {
        return refusal.stream()
                .flatMap(one -> one.reasons().stream())
                .map(Reason::code)
                .anyMatch(STRANGER::contains);
    }
}
