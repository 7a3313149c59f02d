package org.alongside.web.organisation;

import java.time.LocalDate;
import org.alongside.organisation.NewOrganisation;
import org.alongside.organisation.OrganisationService.NewTeam;
import org.alongside.organisation.OrganisationView;
import org.alongside.web.draft.Answers;

/** What is typed about an organisation, as its form holds it and as it is handed in. */
final class OrganisationAnswers {
    private OrganisationAnswers() {}

    static Answers of(OrganisationView organisation) {
        Answers answers = new Answers();
        answers.put("name", organisation.name());
        answers.put("type", organisation.type());
        answers.put("region", organisation.region());
        answers.put("competentAuthority", organisation.competentAuthority() ? "yes" : null);
        answers.put("approvesEveryReferral", organisation.approvesEveryReferral() ? "yes" : null);
        answers.put("vettedOn", organisation.vettedOn().map(LocalDate::toString).orElse(null));
        answers.put(
                "agreementUntil",
                organisation.agreementUntil().map(LocalDate::toString).orElse(null));
        return answers;
    }

    static NewOrganisation organisation(Answers answers) {
        return new NewOrganisation(
                answers.text("name").orElse(null),
                answers.text("type").orElse(null),
                answers.text("region").orElse(null),
                answers.yes("competentAuthority"),
                answers.yes("approvesEveryReferral"),
                answers.day("vettedOn").orElse(null),
                answers.day("agreementUntil").orElse(null));
    }

    static NewTeam team(Answers answers) {
        return new NewTeam(
                answers.text("team_name").orElse(null),
                answers.text("team_reach").orElse(null));
    }
}
