package org.alongside.web.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.alongside.organisation.OrganisationView.Admittance;
import org.alongside.organisation.WorkerView;

/** The colour and the shape of how an organisation or a login stands; the word beside it says the same. */
@Named
@ApplicationScoped
public class Standings {
    public Look of(Admittance standing) {
        return switch (standing) {
            case ADMITTED -> new Look("calm", "check");
            case NOT_VETTED -> new Look("soon", "clock");
            case NO_AGREEMENT -> new Look("soon", "pause");
            case SUSPENDED -> new Look("danger", "cross");
        };
    }

    public Look ofLogin(WorkerView worker) {
        if (worker.troubled()) {
            return new Look("danger", "alert");
        }
        return switch (worker.login()) {
            case OPEN -> new Look("calm", "check");
            case INVITED, CLOSING -> new Look("soon", "clock");
            case CLOSED -> new Look("", "dash");
        };
    }

    /** A tone and an icon. */
    public record Look(String tone, String icon) {}
}
