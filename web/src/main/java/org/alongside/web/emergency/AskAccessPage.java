package org.alongside.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.emergency.EmergencyRules;
import org.alongside.emergency.EmergencyService;
import org.alongside.emergency.EmergencyView.AccessRequest;
import org.alongside.emergency.NewEmergencyAccess;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Asks for emergency access by the code of a case, and shows what was asked for before. */
@Named
@RequestScoped
public class AskAccessPage {
    private static final String YES = "yes";

    @EJB
    private EmergencyService emergencies;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private EmergencyRules rules;
    private List<AccessRequest> asked;

    private String code;
    private String reason;
    private String words;
    private List<String> categories = new ArrayList<>();
    private String danger;

    public EmergencyRules getRules() {
        if (rules == null) {
            rules = emergencies.rules();
        }
        return rules;
    }

    /** How long an access lasts at the most. */
    public Duration getLongest() {
        return Duration.ofMinutes(getRules().minutes());
    }

    public List<AccessRequest> getAsked() {
        if (asked == null) {
            asked = emergencies.list();
        }
        return asked;
    }

    public String ask() {
        try {
            Set<Category> kinds = categories.stream().map(Category::valueOf).collect(Collectors.toSet());
            EmergencyAccessId id = emergencies
                    .ask(
                            new NewEmergencyAccess(
                                    code, reason, words, kinds, danger == null ? null : YES.equals(danger)),
                            null)
                    .content();
            toast.say(YES.equals(danger) ? "emergency.toast.opened" : "emergency.toast.asked");
            return "/emergency/one.xhtml?faces-redirect=true&emergency=" + id;
        } catch (Refusal refusal) {
            rules = null;
            asked = null;
            reasons.show(refusal);
            return null;
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public List<String> getCategories() {
        return categories;
    }

    public void setCategories(List<String> categories) {
        this.categories = new ArrayList<>(categories);
    }

    public String getDanger() {
        return danger;
    }

    public void setDanger(String danger) {
        this.danger = danger;
    }
}
