package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** What an error page may say about what went wrong: the reasons of a refusal, and nothing else. */
@Named
@RequestScoped
public class Trouble {
    private Text text;
    private Optional<Refusal> refusal = Optional.empty();

    protected Trouble() {}

    @Inject
    Trouble(HttpServletRequest request, Text text) {
        this.text = text;
        this.refusal = Optional.ofNullable((Refusal) request.getAttribute(TroubleFilter.REFUSAL));
    }

    /** Reasons in the words of the bundles; a reason that has no words there is left out. */
    public List<String> getReasons() {
        return refusal.stream()
                .flatMap(one -> one.reasons().stream())
                .flatMap(this::words)
                .toList();
    }

    private Stream<String> words(Reason reason) {
        String key = "reason." + reason.code();
        return text.containsKey(key) ? Stream.of(text.of(key, reason.values().toArray())) : Stream.empty();
    }
}
