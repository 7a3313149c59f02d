package org.alongside.web.oversight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.oversight.AuditService;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;

/** Says what an event of the audit says, in the words of the reader. */
@Named
@RequestScoped
public class AuditWords {
    @Inject
    private Text text;

    @Inject
    private Language language;

    /** What was done; a permission that is no more is said by its name, because the audit is never changed. */
    public String act(String action) {
        String key = "oversight.act." + action;
        return text.containsKey(key) ? text.get(key) : action;
    }

    /** The roles with which somebody acted, one after the other. */
    public String roles(Set<Role> roles) {
        return roles.stream().sorted().map(role -> text.name("role", role)).collect(comma());
    }

    /** On what an access rested; words of later bases may be missing here. */
    public String rests(Collection<String> bases) {
        return bases.stream()
                .map(basis -> "oversight.rests." + basis)
                .filter(text::containsKey)
                .map(text::get)
                .collect(comma());
    }

    /** Why something was refused, as the one who asked was told it, without the values. */
    public String reason(String code) {
        String key = "reason." + code;
        boolean plain = text.containsKey(key) && !text.get(key).contains("{0}");
        return plain ? text.get(key) : code;
    }

    /** All that can be chosen, sorted by its words. */
    public List<String> getActions() {
        return AuditService.ACTIONS.stream()
                .sorted(Comparator.comparing(this::act, Collator.getInstance(language.getLocale())::compare))
                .toList();
    }

    private Collector<CharSequence, ?, String> comma() {
        return Collectors.joining(text.get("frame.comma"));
    }
}
