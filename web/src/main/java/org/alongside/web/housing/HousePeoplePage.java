package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Predicate;
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

    /** What is owed, in a sentence; of a house in which nobody lives, and of rules that nobody wrote, nothing. */
    public String getLede() {
        if (getView().residents().isEmpty()) {
            return "";
        }
        String talks = text.count("housing.people.untalked", count(this::late));
        return getView().rulesVersion() == 0
                ? talks
                : talks + " " + text.count("housing.people.untold", count(Resident::toBeTold));
    }

    /** Whether nobody has talked with her for a week. */
    public boolean late(Resident one) {
        return "ADMITTED".equals(one.status()) && !one.talkBy().isAfter(dates.getNow());
    }

    /** How many need another place before the house is closed. */
    public int getWithoutPlace() {
        return count(Resident::needsPlace);
    }

    private int count(Predicate<Resident> which) {
        return (int) getView().residents().stream().filter(which).count();
    }
}
