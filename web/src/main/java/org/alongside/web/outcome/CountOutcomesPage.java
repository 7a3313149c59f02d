package org.alongside.web.outcome;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.outcome.OutcomeCounts;
import org.alongside.outcome.OutcomeCounts.OutcomeCell;
import org.alongside.outcome.OutcomeService;
import org.alongside.outcome.Scale;
import org.alongside.web.frame.Dates;
import org.alongside.web.report.Address;
import org.omnifaces.cdi.Param;

/** How many of one's own house stood where on a scale, at each point, in a quarter that is over; what is too few is not told. */
@Named
@RequestScoped
public class CountOutcomesPage {
    @EJB
    private OutcomeService outcomes;

    @Inject
    private Dates dates;

    @Inject
    @Param
    private String scale;

    @Inject
    @Param
    private String quarter;

    private List<Scale> scales;
    private OutcomeCounts counts;

    public List<Scale> getScales() {
        if (scales == null) {
            scales = outcomes.scales();
        }
        return scales;
    }

    /** The scale that was chosen, else the first. */
    public Scale getChosen() {
        return getScales().stream()
                .filter(one -> one.id().toString().equals(scale))
                .findFirst()
                .orElse(getScales().get(0));
    }

    public OutcomeCounts getCounts() {
        if (counts == null) {
            counts = outcomes.count(getChosen().id(), Address.day(quarter));
        }
        return counts;
    }

    public LocalDate getBefore() {
        return getCounts().from().minusMonths(3);
    }

    /** The next quarter; null where it is not over. */
    public LocalDate getAfter() {
        LocalDate next = getCounts().until().plusDays(1);
        return next.plusMonths(3)
                        .isAfter(dates.getNow().atOffset(ZoneOffset.UTC).toLocalDate())
                ? null
                : next;
    }

    /** Points at which anybody was measured, in the order of the list. */
    public List<String> getPoints() {
        return getCounts().cells().stream().map(OutcomeCell::point).distinct().toList();
    }

    /** How many stood there; empty: not told. */
    public Integer people(String point, int band) {
        return getCounts().cells().stream()
                .filter(one -> one.point().equals(point) && one.band() == band)
                .findFirst()
                .flatMap(OutcomeCell::people)
                .orElse(null);
    }
}
