package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.access.Permission;
import org.alongside.casefile.CaseView;
import org.alongside.guardian.AroundChild;
import org.alongside.guardian.ExcludedPersonView;
import org.alongside.guardian.GuardianService;
import org.alongside.guardian.GuardianView;
import org.alongside.guardian.LiftedExclusionView;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Text;

/** The people around a child: who stands for her, who does not, and whether somebody is missing. */
@Named
@RequestScoped
public class AroundChildPage {
    @EJB
    private GuardianService guardians;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Text text;

    private AroundChild around;

    public AroundChild getAround() {
        if (around == null) {
            around = guardians.of(page.getId());
        }
        return around;
    }

    /** Whether there is a child whose people the reader may see. */
    public boolean isOpen() {
        return allowed.ever(Permission.READ_GUARDIANS)
                && page.getFile().childProtection().isPresent()
                && page.getFile().who().filter(CaseView.Who::child).isPresent();
    }

    /** That a guardian is needed, where the reader leads the case. */
    public AroundChild.Missing getMissing() {
        return isOpen() && page.getFile().ledHere() ? getAround().missing().orElse(null) : null;
    }

    /** Who can be named as the one who consents: everybody around her, told apart by whether they may. */
    public List<Choice> getChoices() {
        return Stream.concat(
                        getAround().guardians().stream()
                                .filter(one ->
                                        one.name().isPresent() || one.relation().isPresent())
                                .map(one -> new Choice(
                                        one.id().toString(),
                                        text.of(
                                                "guardian.choice",
                                                name(one),
                                                one.excluded()
                                                        ? text.get("guardian.excluded.short")
                                                        : text.name("code.guardian_status", one.status())))),
                        getAround().excluded().stream()
                                .filter(one -> one.guardian().isEmpty())
                                .map(one -> new Choice(
                                        one.id().toString(),
                                        text.of("guardian.choice", name(one), text.get("guardian.excluded.short")))))
                .toList();
    }

    /** The name of somebody, or what that person is to her. */
    public String name(GuardianView one) {
        return one.name()
                .or(() -> one.relation().map(this::relation))
                .orElseGet(() -> text.name("code.guardian_type", one.type()));
    }

    /** The name of somebody who is kept out, with what that person is to her. */
    public String name(ExcludedPersonView one) {
        return named(one.name(), one.relation());
    }

    /** The same of somebody who was kept out before. */
    public String formerly(LiftedExclusionView one) {
        return named(one.name(), one.relation());
    }

    private String named(Optional<String> name, String relation) {
        return name.map(known -> text.of("guardian.choice", known, relation(relation)))
                .orElseGet(() -> relation(relation));
    }

    private String relation(String code) {
        return text.name("code.excluded_relation", code);
    }

    /** Somebody to choose. */
    public record Choice(String id, String label) {}
}
