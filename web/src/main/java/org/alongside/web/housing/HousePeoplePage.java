package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.alongside.housing.FacilityService;
import org.alongside.housing.HousePeople;
import org.alongside.housing.HousePeople.Resident;
import org.alongside.shared.FacilityId;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** Who lives in a house, and what is owed to each: the newest rules, a talk each week, another place before it is closed. */
@Named
@RequestScoped
public class HousePeoplePage {
    @EJB
    private FacilityService houses;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    @Inject
    @Param
    private String house;

    private HousePeople view;

    public HousePeople getView() {
        if (view == null) {
            view = houses.people(FacilityId.of(house)).content();
        }
        return view;
    }

    /** What is owed, in a sentence. */
    public String getLede() {
        return text.count("housing.people.untalked", count(this::late)) + " "
                + text.count("housing.people.untold", count(Resident::toBeTold));
    }

    /** Whether nobody has talked with her for a week. */
    public boolean late(Resident one) {
        return "ADMITTED".equals(one.status()) && !one.talkBy().isAfter(now());
    }

    /** How many need another place before the house is closed. */
    public int getWithoutPlace() {
        return count(Resident::needsPlace);
    }

    /** Whether the day of its closing has come. */
    public boolean isClosingDay() {
        return getView().closesAt().filter(at -> !at.isAfter(now())).isPresent();
    }

    private Instant now() {
        return dates.getNow();
    }

    private int count(java.util.function.Predicate<Resident> which) {
        return (int) getView().residents().stream().filter(which).count();
    }
}
