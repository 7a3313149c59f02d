package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.proceeding.DueHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** Hearings on My work within a week, of the lawyer and of who leads; of the lawyer alone also deadlines, and what has passed. */
@Named
@RequestScoped
public class DueHearingsPage {
    private static final int A_WEEK = 7;
    private static final int ROWS = 20;

    @EJB
    private ProceedingService proceedings;

    @Inject
    private Allowed allowed;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    private List<Due> due;

    /** One for each date, by their day. */
    public List<Due> getHearings() {
        if (due == null) {
            due = allowed.ever(Permission.READ_HEARINGS)
                    ? proceedings.hearings(new HearingQuery(A_WEEK, null, ROWS)).items().stream()
                            .flatMap(one -> of(one).stream())
                            .sorted(Comparator.comparing(Due::on))
                            .toList()
                    : List.of();
        }
        return due;
    }

    private List<Due> of(DueHearing one) {
        boolean ours = one.track().isPresent();
        LocalDate today = dates.getNow().atZone(language.getZone()).toLocalDate();
        List<Due> found = new ArrayList<>();
        one.dates().hearingAt().ifPresent(at -> {
            LocalDate day = at.atZone(language.getZone()).toLocalDate();
            boolean past = !at.isAfter(dates.getNow());
            if (past ? ours : !day.isAfter(today.plusDays(A_WEEK))) {
                found.add(new Due(past ? "past" : one.dates().open() ? "arrange" : "hearing", day, one));
            }
        });
        one.dates()
                .deadlineOn()
                .filter(day -> ours && !day.isAfter(today.plusDays(A_WEEK)))
                .ifPresent(day -> found.add(new Due("deadline", day, one)));
        return found;
    }

    /**
     * A date that is near or has passed.
     *
     * @param kind past, arrange: somebody is still missing, hearing, or deadline
     */
    public record Due(String kind, LocalDate on, DueHearing hearing) {}
}
