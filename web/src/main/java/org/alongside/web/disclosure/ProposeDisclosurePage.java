package org.alongside.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.courtorder.CourtOrderView.CourtOrder;
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
import org.omnifaces.cdi.Param;

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

    @EJB
    private CourtOrderService orders;

    /** The court order that is answered; null: none. */
    @Inject
    @Param
    private String order;

    private Answers answers;
    private DisclosureRules rules;

    /** What was typed; of a court order that is answered what it says stands there already. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            if (order != null) {
                orders.of(page.getId()).orders().stream()
                        .filter(one -> one.toAnswer() && one.id().toString().equals(order))
                        .forEach(this::begin);
            }
        }
        return answers;
    }

    private void begin(CourtOrder answered) {
        answers.put("exception", "COURT_ORDER");
        answers.put("orderReference", answered.reference());
        answers.put("categories", answered.least().stream().map(Category::name).toList());
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
                getAnswers().text("recipient").map(OrganisationId::of).orElse(null),
                text("body"),
                getCategories().stream()
                        .filter(one -> getAnswers().several("categories").contains(one.name()))
                        .collect(Collectors.toSet()),
                text("words"),
                text("orderReference"),
                text("overriding"),
                text("guardianView"),
                text("guardianWords"));
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
