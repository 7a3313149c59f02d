package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.counselling.SupervisedSession;
import org.alongside.counselling.WaitingCard;
import org.alongside.counselling.WeekService;
import org.alongside.counselling.WeekService.WeekQuery;
import org.alongside.counselling.WeekView;
import org.alongside.counselling.WeekView.Hour;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** A counsellor's own week, day by day; what is not said yet; and who waits for counselling by the house. */
@Named
@RequestScoped
public class WeekPage {
    @EJB
    private WeekService weeks;

    @Inject
    private Language language;

    @Inject
    @Param
    private String day;

    @Inject
    @Param
    private String behind;

    private WeekView view;
    private List<WaitingCard> waiting;
    private List<SupervisedSession> supervised;

    public WeekView getView() {
        if (view == null) {
            view = weeks.week(new WeekQuery(WeekQuery.day(day)));
        }
        return view;
    }

    public List<WaitingCard> getWaiting() {
        if (waiting == null) {
            waiting = weeks.waiting();
        }
        return waiting;
    }

    /** The sessions of whom the reader supervises whose record is theirs to read. */
    public List<SupervisedSession> getSupervised() {
        if (supervised == null) {
            supervised = weeks.supervised(from());
        }
        return supervised;
    }

    /** How many come before the next part of that list; 0 where this may be all. */
    public int getFurther() {
        return getSupervised().size() < WeekService.SUPERVISED_AT_ONCE ? 0 : from() + WeekService.SUPERVISED_AT_ONCE;
    }

    private int from() {
        return behind != null && behind.matches("[0-9]{1,4}") ? Integer.parseInt(behind) : 0;
    }

    /** The days of the week that have sessions, in their order. */
    public List<Day> getDays() {
        Map<LocalDate, List<Hour>> days = new LinkedHashMap<>();
        getView().hours().forEach(hour -> days.computeIfAbsent(
                        hour.startsAt().atZone(language.getZone()).toLocalDate(), any -> new ArrayList<>())
                .add(hour));
        return days.entrySet().stream()
                .map(entry -> new Day(entry.getKey(), entry.getValue()))
                .toList();
    }

    public boolean isOver() {
        return getView().hours().size() > getView().most();
    }

    public LocalDate getBefore() {
        return getView().monday().minusWeeks(1);
    }

    public LocalDate getAfter() {
        return getView().monday().plusWeeks(1);
    }

    public LocalDate getSunday() {
        return getView().monday().plusDays(6);
    }

    /** A day with its hours. */
    public record Day(LocalDate on, List<Hour> hours) {}
}
