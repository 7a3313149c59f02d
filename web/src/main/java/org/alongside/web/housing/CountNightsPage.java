package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.Night;
import org.alongside.housing.FacilityService.Occupancy;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.report.Address;
import org.omnifaces.cdi.Param;

/** How full the houses are in a night, by code name and never who. */
@Named
@RequestScoped
public class CountNightsPage {
    @EJB
    private FacilityService houses;

    @Inject
    private Reasons reasons;

    @Inject
    private Text text;

    /** The night to look at; null: this one, or the last one that the reader is told of. */
    @Inject
    @Param
    private String night;

    private Night told;

    public List<Occupancy> getRows() {
        return told().houses();
    }

    public LocalDate getNight() {
        return told().night();
    }

    public LocalDate getBefore() {
        return getNight().minusDays(1);
    }

    public LocalDate getAfter() {
        return getNight().plusDays(1);
    }

    /** Whether the reader is told of the night after this one. */
    public boolean isMore() {
        return told().last().map(getNight()::isBefore).orElse(true);
    }

    /** Whether the reader is told of nights that are over alone, and of small houses together. */
    public boolean isFolded() {
        return told().last().isPresent();
    }

    public String getLede() {
        return text.of(
                "housing.nights.lede",
                getRows().stream().mapToLong(Occupancy::livedIn).sum(),
                getRows().stream().mapToLong(Occupancy::usable).sum());
    }

    private Night told() {
        if (told == null) {
            try {
                told = houses.occupancy(Address.day(night));
            } catch (Refusal refusal) {
                reasons.show(refusal);
                told = houses.occupancy(null);
            }
        }
        return told;
    }
}
