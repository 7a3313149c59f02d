package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.alongside.access.CallerContext;
import org.alongside.code.Settings;
import org.alongside.disclosure.DisclosureEvent.Asked;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/** Finds who can agree as the second person, and until when they are asked to. */
@ApplicationScoped
public class SecondPersons {
    @Inject
    CallerContext callers;

    @Inject
    Disclosures disclosures;

    @Inject
    Settings settings;

    /** Whom to ask at that desk, a code of user_role, if the caller proposes; refuses where nobody could agree. */
    public Asked asked(CaseId caseId, String desk) {
        return asked(desk, disclosures.askable(caseId, desk));
    }

    Asked asked(String desk, List<OrganisationId> houses) {
        if (houses.isEmpty()) {
            throw Refusal.wrongState("disclosure-nobody-to-agree", desk);
        }
        return new Asked(desk, houses, callers.caller().now().plus(settings.of("disclosure-agreed-within")));
    }
}
