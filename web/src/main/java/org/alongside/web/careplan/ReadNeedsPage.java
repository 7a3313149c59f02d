package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alongside.careplan.NeedService;
import org.alongside.careplan.NeedsView;
import org.alongside.careplan.NeedsView.Assessment;
import org.alongside.careplan.NeedsView.Found;
import org.alongside.careplan.NeedsView.Say;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Language;

/** What she says herself and where she stands, now, before and over time; her newest word is also first on the page of her plan. */
@Named
@RequestScoped
public class ReadNeedsPage {
    @EJB
    private NeedService needs;

    @Inject
    private ReadCasePage page;

    @Inject
    private Language language;

    private NeedsView view;

    public NeedsView getView() {
        if (view == null) {
            view = needs.of(page.getId());
        }
        return view;
    }

    /** What she says matters most to her, the newest time that she said it. */
    public Say getMost() {
        return first(getView().says().stream()
                .filter(say -> say.mattersMost() != null)
                .findFirst());
    }

    /** How it goes for her, the newest time that she said it. */
    public Say getGoing() {
        return first(
                getView().says().stream().filter(say -> say.going() != null).findFirst());
    }

    private static Say first(Optional<Say> say) {
        return say.orElse(null);
    }

    public Assessment getNewest() {
        return getView().assessments().isEmpty()
                ? null
                : getView().assessments().get(0);
    }

    /** Each domain that was ever talked about: where she stands now, and where she stood before that. */
    public List<Standing> getStandings() {
        List<Assessment> all = getView().assessments();
        return domains().stream()
                .map(domain -> {
                    List<Found> found = all.stream()
                            .map(one -> one.in(domain).orElse(null))
                            .filter(Objects::nonNull)
                            .toList();
                    return new Standing(found.get(0), found.size() > 1 ? found.get(1) : null);
                })
                .toList();
    }

    /** Each domain that was looked at more than once, as a line. */
    public List<NeedLine> getLines() {
        return domains().stream()
                .map(domain -> NeedLine.of(domain, getView(), language.getDir().equals("rtl")))
                .filter(NeedLine::isDrawn)
                .toList();
    }

    private List<String> domains() {
        return getView().assessments().stream()
                .flatMap(one -> one.found().stream())
                .map(Found::domain)
                .distinct()
                .toList();
    }

    /** @param before null where it was not looked at before */
    public record Standing(Found now, Found before) {
        /** UP, DOWN or SAME since the time before; null where there was none. */
        public String getChange() {
            return before == null
                    ? null
                    : now.rank() > before.rank() ? "UP" : now.rank() < before.rank() ? "DOWN" : "SAME";
        }
    }
}
