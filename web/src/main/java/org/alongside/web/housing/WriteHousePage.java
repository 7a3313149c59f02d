package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.housing.FacilityService;
import org.alongside.housing.NewFacility;
import org.alongside.shared.FacilityId;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Pressed;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Writes down a house by its code name. */
@Named
@RequestScoped
public class WriteHousePage {
    @EJB
    private FacilityService houses;

    @Inject
    private Language language;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    private Pressed pressed;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Leads to its rooms. Its nights are counted in the days of whoever writes it down. */
    public String save() {
        try {
            NewFacility house = new NewFacility(
                    text("codeName"),
                    text("type"),
                    text("security"),
                    text("staffed"),
                    language.getZone().getId());
            FacilityId made = houses.open(house, pressed.key(house));
            toast.say("housing.toast.house");
            return "/housing/house.xhtml?faces-redirect=true&house=" + made;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
