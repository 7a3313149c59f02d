package org.alongside.web.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.alongside.organisation.OrganisationView.Admittance;
import org.alongside.organisation.WorkerView;
import org.alongside.web.frame.Tones.Mark;

/** The colour and the shape of how an organisation or a login stands; the word beside it says the same. */
@Named
@ApplicationScoped
public class Standings {
    public Mark of(Admittance standing) {
        return switch (standing) {
            case ADMITTED -> new Mark("calm", "check");
            case NOT_VETTED -> new Mark("soon", "clock");
            case NO_AGREEMENT -> new Mark("soon", "pause");
            case SUSPENDED -> new Mark("danger", "cross");
        };
    }

    public Mark ofLogin(WorkerView worker) {
        if (worker.troubled()) {
            return new Mark("danger", "alert");
        }
        return switch (worker.login()) {
            case OPEN -> new Mark("calm", "check");
            case INVITED, CLOSING -> new Mark("soon", "clock");
            case CLOSED -> new Mark(null, "dash");
        };
    }
}
