package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.proceeding.CourtCalendarService;
import org.alongside.proceeding.DeadlineService;
import org.alongside.proceeding.NewCourtCalendar.CourtCalendarView;
import org.alongside.proceeding.NewDeadline;
import org.alongside.proceeding.NewDeadline.NewPermit;
import org.alongside.shared.Ids;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Sets a deadline of a matter, or writes down a permit. */
@Named
@RequestScoped
public class SetDeadlinePage {
    @EJB
    private DeadlineService deadlines;

    @EJB
    private CourtCalendarService courts;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    /** The permit that is renewed; null: none. */
    @Inject
    @Param
    private String renews;

    private final Answers answers = new Answers();

    private List<CourtCalendarView> calendars;

    public Answers getAnswers() {
        return answers;
    }

    public List<CourtCalendarView> getCalendars() {
        if (calendars == null) {
            calendars = courts.list();
        }
        return calendars;
    }

    public String save() {
        return act.handIn(
                () -> new NewDeadline(
                        text("event"),
                        answers.day("eventOn").orElse(null),
                        answers.text("calendar").map(Ids::parse).orElse(null),
                        answers.day("dueOn").orElse(null),
                        text("note")),
                (written, key) -> deadlines.set(page.getId(), written, key),
                page.here(),
                "proceeding.toast.deadline");
    }

    public String permit() {
        return act.handIn(
                () -> new NewPermit(
                        text("permit"),
                        answers.day("issuedOn").orElse(null),
                        answers.day("expiresOn").orElse(null),
                        renews == null || renews.isEmpty() ? null : Ids.parse(renews),
                        text("note")),
                (written, key) -> deadlines.permit(page.getId(), written, key),
                page.here(),
                "proceeding.toast.permit");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
