package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.proceeding.DueHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** Hearings on My work within a week, of the lawyer and of who leads; what is to be done about a date is a task. */
@Named
@RequestScoped
public class DueHearingsPage {
    private static final int A_WEEK = 7;
    /** Rows that are looked through: dates without a hearing are among them. */
    private static final int ROWS = 100;

    @EJB
    private ProceedingService proceedings;

    @Inject
    private Allowed allowed;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    private List<Due> due;

    /** By their day. */
    public List<Due> getHearings() {
        if (due == null) {
            due = allowed.ever(Permission.READ_HEARINGS)
                    ? proceedings.hearings(new HearingQuery(A_WEEK, null, ROWS)).items().stream()
                            .flatMap(one -> coming(one).stream())
                            .sorted(Comparator.comparing(Due::on))
                            .toList()
                    : List.of();
        }
        return due;
    }

    private Optional<Due> coming(DueHearing one) {
        LocalDate weekOn =
                dates.getNow().atZone(language.getZone()).toLocalDate().plusDays(A_WEEK);
        return one.dates()
                .hearingAt()
                .filter(at -> at.isAfter(dates.getNow()))
                .map(at -> at.atZone(language.getZone()).toLocalDate())
                .filter(day -> !day.isAfter(weekOn))
                .map(day -> new Due(day, one));
    }

    /** A hearing that is near, and its day where the reader is. */
    public record Due(LocalDate on, DueHearing hearing) {}
}
