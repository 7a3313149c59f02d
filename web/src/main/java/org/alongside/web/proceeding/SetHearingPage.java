package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.alongside.proceeding.HearingService;
import org.alongside.proceeding.HearingView;
import org.alongside.proceeding.HearingView.Protection;
import org.alongside.proceeding.MatterView.Support;
import org.alongside.proceeding.NewHearingDay;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** Sets a hearing of a matter or moves one, and says what came of it. */
@Named
@RequestScoped
public class SetHearingPage {
    @EJB
    private HearingService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private StaleEdit edit;

    @Inject
    private Language language;

    @Inject
    private Act act;

    /** The hearing that is changed; null: a new one. */
    @Inject
    @Param
    private String hearing;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            answers = hearing == null ? new Answers() : present();
        }
        return answers;
    }

    private Answers present() {
        HearingView there = getHearing();
        HearingView.HearingFile file = there.file().orElseThrow(Refusal::notThere);
        Answers present = new Answers();
        present.put(
                "at",
                LocalDateTime.ofInstant(there.hearingAt(), language.getZone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        present.put("type", file.type());
        present.put("place", there.place());
        present.put("mode", file.mode());
        present.put("needs", there.supports().stream().map(Support::need).toList());
        present.put(
                "protection",
                there.protections().stream().map(Protection::measure).toList());
        return edit.begin(present, there.version());
    }

    public boolean isNew() {
        return hearing == null;
    }

    /** The hearing that the address names. */
    public HearingView getHearing() {
        return page.getHearings().stream()
                .filter(one -> one.id().equals(Ids.parse(hearing)))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    public String save() {
        if (hearing != null) {
            return edit.save(
                    "",
                    version -> doors.change(page.getId(), Ids.parse(hearing), written(), version),
                    page.here(),
                    "proceeding.toast.hearing");
        }
        return act.handIn(
                this::written,
                (day, key) -> doors.set(page.getId(), day, key),
                page.here(),
                "proceeding.toast.hearing");
    }

    private NewHearingDay written() {
        return new NewHearingDay(
                getAnswers().instant("at", language.getZone()).orElse(null),
                text("type"),
                text("place"),
                text("mode"),
                getAnswers().several("needs"),
                getAnswers().several("protection"));
    }

    public String end() {
        return act.perform(
                () -> doors.end(page.getId(), Ids.parse(hearing), new NewHearingResult(text("result"), text("note"))),
                page.here(),
                "proceeding.toast.ended");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
