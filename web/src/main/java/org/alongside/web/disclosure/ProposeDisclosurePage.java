package org.alongside.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.disclosure.DisclosureRules;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.NewDisclosure;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Proposes to tell somebody outside something without her agreement, beside what she keeps from whom. */
@Named
@RequestScoped
public class ProposeDisclosurePage {
    @EJB
    private DisclosureService disclosures;

    @Inject
    private ReadCasePage page;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private final Answers answers = new Answers();
    private DisclosureRules rules;

    public Answers getAnswers() {
        return answers;
    }

    public DisclosureRules getRules() {
        if (rules == null) {
            rules = disclosures.rules(page.getId());
        }
        return rules;
    }

    /** Everything that any of the exceptions allows, in its order. */
    public List<Category> getCategories() {
        return getRules().exceptions().stream()
                .flatMap(one -> one.categories().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a guardian may have to be asked. */
    public boolean isChild() {
        return getRules().exceptions().stream().anyMatch(DisclosureRules.Ground::asksGuardian);
    }

    public String propose() {
        try {
            DisclosureId id = disclosures.propose(page.getId(), asked(), null);
            toast.say("disclosure.toast.proposed");
            return ReadDisclosurePage.address(id);
        } catch (Refusal refusal) {
            rules = null;
            reasons.show(refusal);
            return null;
        }
    }

    private NewDisclosure asked() {
        return new NewDisclosure(
                text("exception"),
                answers.text("recipient").map(OrganisationId::of).orElse(null),
                text("body"),
                getCategories().stream()
                        .filter(one -> answers.several("categories").contains(one.name()))
                        .collect(Collectors.toSet()),
                text("words"),
                text("orderReference"),
                text("overriding"),
                text("guardianView"),
                text("guardianWords"));
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
