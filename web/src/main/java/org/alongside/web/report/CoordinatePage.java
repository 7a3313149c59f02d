package org.alongside.web.report;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.referral.ReferralView.Card;
import org.alongside.referral.SentService;
import org.alongside.referral.SentService.SentQuery;
import org.alongside.report.Coordination;
import org.alongside.report.Coordination.House;
import org.alongside.report.Coordination.ReasonCount;
import org.alongside.report.Coordination.StateCount;
import org.alongside.report.Coordination.Waiting;
import org.alongside.report.CoordinationService;
import org.alongside.report.CoordinationService.CoordinationQuery;
import org.alongside.report.Period;
import org.alongside.report.Side;
import org.alongside.shared.OrganisationId;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** How help moves between organisations: figures, charts with their tables, and what waits too long. */
@Named
@RequestScoped
public class CoordinatePage {
    private static final int LATE_SHOWN = 6;

    /** More rows of a table nobody reads: the page of one organisation has its own. */
    private static final int FLOWS_SHOWN = 40;

    /** What took longer is counted together. */
    private static final Duration OPEN_SPAN = Duration.ofDays(14);

    @EJB
    private CoordinationService coordination;

    @EJB
    private SentService sent;

    @Inject
    private Text text;

    @Inject
    private CodeWords codes;

    @Inject
    @Param
    private String period;

    @Inject
    @Param
    private String organisation;

    @Inject
    @Param
    private String side;

    private Coordination overview;
    private List<Card> late;
    private Ribbons ribbons;
    private KeptLine keptLine;

    public Coordination getOverview() {
        if (overview == null) {
            overview = coordination.overview(new CoordinationQuery(
                    Address.code(Period.class, period),
                    Address.organisation(organisation),
                    Address.code(Side.class, side)));
        }
        return overview;
    }

    public List<Period> getPeriods() {
        return List.of(Period.values());
    }

    /** Whether one organisation's referrals are looked at. */
    public boolean isOne() {
        return getOverview().organisation().isPresent();
    }

    /** The name of the one organisation that is looked at; nothing for everybody. */
    public String getHouseName() {
        return getOverview().houses().stream()
                .filter(one -> getOverview().organisation().equals(Optional.of(one.organisation())))
                .findFirst()
                .map(House::organisationName)
                .orElse("");
    }

    /** Addresses of what is behind the numbers of this page. */
    public Behind getBehind() {
        return Behind.of(getOverview());
    }

    /** How many rows the table of flows has at most. */
    public int getMost() {
        return FLOWS_SHOWN;
    }

    /** All that waits now. */
    public long getWaiting() {
        return getOverview().waiting().stream().mapToLong(Waiting::all).sum();
    }

    public long getOnList() {
        return getOverview().waiting().stream().mapToLong(Waiting::onList).sum();
    }

    public long getLateNow() {
        return getOverview().waiting().stream().mapToLong(Waiting::late).sum();
    }

    /** The kind of help of which most waits too long; nothing where none does. */
    public Waiting getWorst() {
        return getOverview().waiting().stream()
                .filter(one -> one.late() > 0)
                .findFirst()
                .orElse(null);
    }

    public long getDeclined() {
        return getOverview().reasons().stream().mapToLong(ReasonCount::count).sum();
    }

    /** What waits too long, as cards, the most overdue first; the page behind lists the others. */
    public List<Card> getLate() {
        if (late == null) {
            late = getLateNow() == 0 ? List.of() : sent.list(lateQuery()).items();
        }
        return late;
    }

    private SentQuery lateQuery() {
        OrganisationId house = getOverview().organisation().orElse(null);
        boolean asked = getOverview().side() == Side.RECEIVED;
        return new SentQuery(
                null, null, List.of(), null, asked ? null : house, asked ? house : null, null, "NOW", null, LATE_SHOWN);
    }

    /** Who asks whom for what, drawn. */
    public Ribbons getRibbons() {
        if (ribbons == null) {
            ribbons = Ribbons.of(getOverview(), text);
        }
        return ribbons;
    }

    /** Why recipients said no, those under the limit counted together. */
    public List<Bars.Bar> getReasons() {
        return Bars.together(getOverview().reasons(), text);
    }

    /** How long it took to say yes, drawn to one scale. */
    public List<Bars.Time> getTimes() {
        return Bars.times(getOverview().acceptance());
    }

    /** Where those of the period stand, in the order of their way. */
    public List<StateCount> getStates() {
        List<String> way = codes.of("referral_status");
        return getOverview().states().stream()
                .sorted(Comparator.comparingInt(one -> way.indexOf(one.state())))
                .toList();
    }

    /** What waits, drawn to one scale. */
    public List<Bars.Queue> getQueues() {
        return Bars.queues(getOverview().waiting());
    }

    /** Deadlines kept in the course of the period, drawn. */
    public KeptLine getKeptLine() {
        if (keptLine == null) {
            keptLine = KeptLine.of(getOverview().stretches());
        }
        return keptLine;
    }

    /** About how long, in the unit people would say: minutes below two hours, hours below three days, then days. */
    public String span(long minutes) {
        return span(minutes, text);
    }

    static String span(long minutes, Text text) {
        if (minutes >= OPEN_SPAN.toMinutes()) {
            return text.count("report.span.more", OPEN_SPAN.toDays());
        }
        if (minutes < 120) {
            return text.count("report.span.minutes", minutes);
        }
        boolean hours = minutes < 3 * 24 * 60;
        return text.count(
                hours ? "report.span.hours" : "report.span.days", Math.round(minutes / (hours ? 60.0 : 24 * 60.0)));
    }
}
