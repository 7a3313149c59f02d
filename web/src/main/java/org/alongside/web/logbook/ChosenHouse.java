package org.alongside.web.logbook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.housing.FacilityService.Lodger;
import org.alongside.shared.FacilityId;
import org.omnifaces.cdi.Param;

/** Which of the caller's houses a page is about: the one in its address, else the first. */
@Named
@RequestScoped
public class ChosenHouse {
    private static final Set<String> LIVING = Set.of("ADMITTED", "ABSENT_PLANNED", "ABSENT_UNPLANNED");

    @EJB
    private FacilityService houses;

    @Inject
    @Param
    private String house;

    private List<BoardHouse> all;
    private List<Lodger> people;

    public List<BoardHouse> getAll() {
        if (all == null) {
            all = houses.board();
        }
        return all;
    }

    public boolean isNone() {
        return house == null && getAll().isEmpty();
    }

    public FacilityId getId() {
        return house == null ? getAll().get(0).id() : FacilityId.of(house);
    }

    /** Those who live there now, as far as they are the caller's to know. */
    public List<Lodger> getPeople() {
        if (people == null) {
            people = houses.lodgers(getId()).content().stream()
                    .filter(one -> LIVING.contains(one.status()))
                    .toList();
        }
        return people;
    }

    /** The name she uses and her code, for a list to choose from. */
    public String called(Lodger person) {
        return person.preferredName().map(name -> name + " · " + person.code()).orElse(person.code());
    }
}
