package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.alongside.consent.ConsentService;
import org.alongside.consent.ConsentView;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;

/** What she agreed to, newest first, and which referrals rest on it. */
@Named
@RequestScoped
public class ListConsentsPage {
    @EJB
    private ConsentService consents;

    @EJB
    private ReferralService referrals;

    @Inject
    private ReadCasePage page;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    private List<Line> lines;

    public List<Line> getLines() {
        if (lines == null) {
            List<ReferralView.Whole> open = referrals.of(page.getId()).stream()
                    .filter(referral -> referral.card().status().isOpen())
                    .toList();
            lines = consents.of(page.getId()).stream()
                    .map(consent -> new Line(
                            consent,
                            state(consent),
                            lastDay(consent),
                            consent.lastsAt(dates.getNow()),
                            under(consent, open)))
                    .toList();
        }
        return lines;
    }

    private String state(ConsentView consent) {
        boolean soon = consent.live() && !consent.askedFrom().isAfter(dates.getNow());
        return soon ? "SOON" : consent.status();
    }

    /** The last day on which it holds, in the calendar of whoever reads. */
    private LocalDate lastDay(ConsentView consent) {
        return consent.expiresAt().minusMillis(1).atZone(language.getZone()).toLocalDate();
    }

    private static List<ReferralView.Card> under(ConsentView consent, List<ReferralView.Whole> open) {
        return open.stream()
                .filter(referral ->
                        referral.consent().filter(consent.id()::equals).isPresent())
                .map(ReferralView.Whole::card)
                .toList();
    }

    /**
     * A consent, its state with SOON for one that ends soon, its last day, and the open referrals under it.
     *
     * @param lasts whether something may still rest on it, and so whether there is something to take back
     */
    public record Line(
            ConsentView consent, String state, LocalDate lastDay, boolean lasts, List<ReferralView.Card> referrals) {
        /** Whether she takes this one back with the other: to the same organisation, for the same purpose, not later. */
        boolean endsWith(Line later) {
            return consent.recipient().equals(later.consent.recipient())
                    && consent.purpose().equals(later.consent.purpose())
                    && !consent.givenAt().isAfter(later.consent.givenAt());
        }
    }
}
