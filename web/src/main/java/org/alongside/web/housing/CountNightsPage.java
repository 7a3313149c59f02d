package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.Occupancy;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** How full the houses are in a night, by code name and never who. */
@Named
@RequestScoped
public class CountNightsPage {
    @EJB
    private FacilityService houses;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    private Text text;

    /** The night to look at; null: this one. */
    @Inject
    @Param
    private LocalDate night;

    private List<Occupancy> rows;

    public List<Occupancy> getRows() {
        if (rows == null) {
            rows = houses.occupancy(night);
        }
        return rows;
    }

    public LocalDate getNight() {
        return night == null ? dates.getNow().atZone(language.getZone()).toLocalDate() : night;
    }

    public LocalDate getBefore() {
        return getNight().minusDays(1);
    }

    public LocalDate getAfter() {
        return getNight().plusDays(1);
    }

    public String getLede() {
        return text.of(
                "housing.nights.lede",
                getRows().stream().mapToLong(Occupancy::livedIn).sum(),
                getRows().stream().mapToLong(Occupancy::usable).sum());
    }
}
