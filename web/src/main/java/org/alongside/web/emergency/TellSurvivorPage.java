package org.alongside.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import org.alongside.casefile.NewTelling;
import org.alongside.emergency.EmergencyService;
import org.alongside.emergency.EmergencyState;
import org.alongside.emergency.EmergencyView.AccessTelling;
import org.alongside.emergency.TellingService;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.omnifaces.cdi.Param;

/** Shows the lead who looked into a file in an emergency, and records that the survivor was told, or why not yet. */
@Named
@RequestScoped
public class TellSurvivorPage {
    @EJB
    private TellingService tellings;

    @EJB
    private EmergencyService emergencies;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    @Param(name = "emergency")
    private String id;

    private AccessTelling view;
    private String answer;
    private String whom;
    private String relation;
    private String channel;
    private String why;
    private LocalDateTime at;

    public AccessTelling getView() {
        if (view == null) {
            view = tellings.read(id());
        }
        return view;
    }

    public boolean isOpen() {
        return getView().header().state() == EmergencyState.OPEN;
    }

    public String tell() {
        return act(
                () -> tellings.tell(
                        id(),
                        new NewTelling(answer, dates.instant(at), whom, given(relation), given(channel), given(why))),
                "told");
    }

    public String end() {
        return act(() -> emergencies.end(id()), "ended");
    }

    private String act(Runnable doing, String done) {
        view = null;
        return act.perform(
                doing, "/emergency/tell.xhtml?faces-redirect=true&emergency=" + id(), "emergency.toast." + done);
    }

    private static String given(String chosen) {
        return chosen == null || chosen.isEmpty() ? null : chosen;
    }

    private EmergencyAccessId id() {
        return EmergencyAccessId.of(id);
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getWhom() {
        return whom;
    }

    public void setWhom(String whom) {
        this.whom = whom;
    }

    public String getRelation() {
        return relation;
    }

    public void setRelation(String relation) {
        this.relation = relation;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    /** When, in the zone of whoever writes; now where nothing was said. */
    public LocalDateTime getAt() {
        return at == null ? dates.getMinute() : at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }
}
