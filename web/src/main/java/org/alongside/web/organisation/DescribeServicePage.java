package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.organisation.OfferService;
import org.alongside.organisation.OrganisationView.Team;
import org.alongside.organisation.OwnOffer;
import org.alongside.shared.ServiceId;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Describes a service of one's own organisation, a new one or one that is offered; takes it out of the directory. */
@Named
@RequestScoped
public class DescribeServicePage {
    private static final String BACK = "/organisation/services.xhtml?faces-redirect=true";

    @EJB
    private OfferService offers;

    @Inject
    private Act act;

    @Inject
    private StaleEdit edit;

    @Inject
    @Param
    private String service;

    private Answers answers;
    private OwnOffer offer;
    private List<Team> teams;

    public boolean isNew() {
        return service == null;
    }

    /** Whether it can be described: what was withdrawn cannot. */
    public boolean isOpen() {
        return isNew() || offer().withdrawnAt().isEmpty();
    }

    public List<Team> getTeams() {
        if (teams == null) {
            teams = offers.teams();
        }
        return teams;
    }

    /** Who answers by now, where somebody else changed it meanwhile. */
    public String getTeamNow() {
        return getTeams().stream()
                .filter(team -> edit.getNow()
                        .text("team")
                        .filter(team.id().toString()::equals)
                        .isPresent())
                .map(Team::name)
                .findFirst()
                .orElse("");
    }

    /** The bands of how much room there is. */
    public List<String> getBands() {
        return List.of("PLACES", "FEW", "WAITING_LIST", "FULL", "UNKNOWN");
    }

    public List<Integer> getWeekdays() {
        return List.of(1, 2, 3, 4, 5, 6, 7);
    }

    /** What is typed, at first what is known. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = isNew() ? new Answers() : edit.begin(ServiceAnswers.of(offer()), offer().version());
        }
        return answers;
    }

    public String save() {
        String said = "administration.toast.described";
        return isNew()
                ? act(() -> offers.add(ServiceAnswers.service(answers), null), said)
                : edit.save("", version -> offers.change(id(), ServiceAnswers.service(answers), version), BACK, said);
    }

    public String withdraw() {
        return act(() -> offers.withdraw(id()), "administration.toast.withdrawn");
    }

    private String act(Runnable doing, String said) {
        return act.perform(doing, BACK, said);
    }

    private OwnOffer offer() {
        if (offer == null) {
            offer = offers.offer(id());
        }
        return offer;
    }

    private ServiceId id() {
        return ServiceId.of(String.valueOf(service));
    }
}
