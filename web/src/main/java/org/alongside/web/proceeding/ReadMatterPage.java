package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Permission;
import org.alongside.proceeding.DeadlineService;
import org.alongside.proceeding.DeadlineView;
import org.alongside.proceeding.HearingService;
import org.alongside.proceeding.HearingView;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.MatterView.LawyersFile;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.shared.Ids;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.PressedOn;
import org.omnifaces.cdi.Param;

/** One legal matter and its hearings as far as they are the reader's, and what is said of them with one press. */
@Named
@RequestScoped
public class ReadMatterPage {
    @EJB
    private ProceedingService proceedings;

    @EJB
    private HearingService doors;

    @EJB
    private DeadlineService lastDays;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    private Act act;

    @Inject
    @Param
    private String matter;

    private MatterView view;
    private List<HearingView> hearings;
    private List<DeadlineView> deadlines;

    /** Of the case that the address names, and of no other. */
    public MatterView getMatter() {
        if (view == null) {
            view = proceedings.read(getId());
            if (!view.caseId().equals(page.getId())) {
                throw Refusal.notThere();
            }
        }
        return view;
    }

    public MatterId getId() {
        return MatterId.of(matter);
    }

    public List<HearingView> getHearings() {
        if (hearings == null) {
            getMatter();
            hearings = doors.of(getId());
        }
        return hearings;
    }

    /** Those of which nobody has said what became of them. */
    public List<HearingView> getOpen() {
        return getHearings().stream().filter(one -> one.result().isEmpty()).toList();
    }

    public List<HearingView> getOver() {
        return getHearings().stream().filter(one -> one.result().isPresent()).toList();
    }

    public List<DeadlineView> getDeadlines() {
        if (deadlines == null) {
            getMatter();
            deadlines = lastDays.of(getId());
        }
        return deadlines;
    }

    /** Those that run. */
    public List<DeadlineView> getRunning() {
        return getDeadlines().stream().filter(one -> one.outcome().isEmpty()).toList();
    }

    public List<DeadlineView> getDone() {
        return getDeadlines().stream().filter(one -> one.outcome().isPresent()).toList();
    }

    /** @param pressedOn id of the deadline and the code of how it ended, with a colon between them */
    public String done(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        deadlines = null;
        return perform(
                () -> lastDays.end(getId(), Ids.parse(pressed.id()), new NewDeadlineEnd(pressed.said())),
                "proceeding.toast.deadlineEnded");
    }

    public boolean ahead(HearingView hearing) {
        return hearing != null && hearing.hearingAt().isAfter(dates.getNow());
    }

    /** Whether its day has come, so that it can be missed. */
    public boolean come(DeadlineView deadline) {
        return deadline != null && !deadline.dueOn().isAfter(LocalDate.ofInstant(dates.getNow(), language.getZone()));
    }

    /** Whether to offer doing what she needs. */
    public boolean isHelping() {
        return allowed.ever(Permission.TAKE_SUPPORT);
    }

    /** @param pressedOn id of the hearing and the code of what she needs, with a colon between them */
    public String take(String pressedOn) {
        return support(pressedOn, doors::take, "proceeding.toast.taken");
    }

    /** @param pressedOn id of the hearing and the code of what she needs, with a colon between them */
    public String giveBack(String pressedOn) {
        return support(pressedOn, doors::giveBack, "proceeding.toast.givenBack");
    }

    /** @param pressedOn id of the hearing, the code of the measure and that of the answer, of today, with colons between them */
    public String answer(String pressedOn) {
        PressedOn hearing = PressedOn.of(pressedOn);
        PressedOn measure = PressedOn.of(hearing.said());
        LocalDate today = LocalDate.ofInstant(dates.getNow(), language.getZone());
        return perform(
                () -> doors.answer(
                        getId(), Ids.parse(hearing.id()), new NewProtectionAnswer(measure.id(), measure.said(), today)),
                "proceeding.toast.answered");
    }

    private String support(String pressedOn, Support door, String done) {
        PressedOn pressed = PressedOn.of(pressedOn);
        return perform(() -> door.perform(getId(), Ids.parse(pressed.id()), new NewSupport(pressed.said())), done);
    }

    private String perform(Runnable doing, String done) {
        hearings = null;
        return act.perform(doing, here(), done);
    }

    /** Whether it is closed, as far as the reader may know. */
    public boolean isClosed() {
        return getMatter()
                .file()
                .map(LawyersFile::stage)
                .filter("CLOSED"::equals)
                .isPresent();
    }

    /** Where this page is, as a next page. */
    public String here() {
        return at("/proceeding/matter");
    }

    /** Where a page of this matter is, as a next page. */
    public String at(String ofMatter) {
        return ofMatter + ".xhtml?faces-redirect=true&case=" + page.getId() + "&matter=" + getId();
    }

    private interface Support {
        void perform(MatterId matter, UUID hearing, NewSupport support);
    }
}
