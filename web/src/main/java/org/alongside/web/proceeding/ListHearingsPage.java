package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.proceeding.DueHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.shared.Page;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** The lawyer's calendar: the next hearing and what is missing for it, then hearings, deadlines and matters by their day. */
@Named
@RequestScoped
public class ListHearingsPage {
    private static final int A_YEAR = 400;
    private static final int ROWS = 100;
    private static final Duration RING = Duration.ofDays(7);

    @EJB
    private ProceedingService proceedings;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    @Inject
    private Allowed allowed;

    /** Where the list goes on. */
    @Inject
    @Param
    private String after;

    private Page<DueHearing> page;

    /** All on this page, by their day. */
    public List<DueHearing> getMatters() {
        if (page == null) {
            page = proceedings.hearings(new HearingQuery(A_YEAR, after, ROWS));
        }
        return page.items();
    }

    /** Where the list goes on; null where this is all. */
    public String getMore() {
        getMatters();
        return page.next().orElse(null);
    }

    /** The hearing that comes first. */
    public DueHearing getNext() {
        return getHearings().stream().findFirst().orElse(null);
    }

    /** Hearings to come. */
    public List<DueHearing> getHearings() {
        return getMatters().stream()
                .filter(one -> one.dates()
                        .hearingAt()
                        .filter(at -> at.isAfter(dates.getNow()))
                        .isPresent())
                .sorted(Comparator.comparing(one -> one.dates().hearingAt().orElseThrow()))
                .toList();
    }

    /** Deadlines, also those that have passed. */
    public List<DueHearing> getDeadlines() {
        return getMatters().stream()
                .filter(one -> one.dates().deadlineOn().isPresent())
                .sorted(Comparator.comparing(one -> one.dates().deadlineOn().orElseThrow()))
                .toList();
    }

    /** What has passed and waits for what follows. */
    public List<DueHearing> getPast() {
        return getMatters().stream().filter(DueHearing::past).toList();
    }

    public String getLede() {
        Optional<Instant> next =
                Optional.ofNullable(getNext()).flatMap(one -> one.dates().hearingAt());
        return next.map(at -> text.of("proceeding.mine.lede", dates.relative(at)))
                .orElseGet(() -> text.get("proceeding.mine.lede.none"));
    }

    /** Whether to lead to the calendars of courts. */
    public boolean isCourts() {
        return allowed.ever(Permission.READ_COURT_CALENDARS);
    }

    /** Whether matters are opened by who reads this. */
    public boolean isOpening() {
        return allowed.ever(Permission.WRITE_MATTER);
    }

    /** When the ring of a hearing's clock begins to close. */
    public Instant ring(Instant at) {
        return at == null ? null : at.minus(RING);
    }
}
