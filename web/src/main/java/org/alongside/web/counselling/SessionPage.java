package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.counselling.CounsellingView.ClinicalEntry;
import org.alongside.counselling.CounsellingView.ProcessNote;
import org.alongside.counselling.CounsellingView.Session;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewHour;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.counselling.NewSession.NewWorry;
import org.alongside.counselling.NoteService;
import org.alongside.counselling.SessionService;
import org.alongside.shared.SessionId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** One session: when, whether she came, and what is written of it. The process note is asked for by its author alone. */
@Named
@RequestScoped
public class SessionPage {
    private static final int NONE_YET = 0;
    private static final Set<String> BEFORE_IT_BEGINS = Set.of("CANCELLED_SURVIVOR", "CANCELLED_PROVIDER");

    @EJB
    private SessionService sessions;

    @EJB
    private NoteService notes;

    @Inject
    private Act act;

    @Inject
    private Language language;

    @Inject
    @Param
    private String session;

    private Answers answers;
    private Session view;
    private ProcessNote note;
    private List<ClinicalEntry> record;
    private Summary summary;
    private boolean read;

    public Session getView() {
        if (view == null) {
            view = sessions.read(id());
        }
        return view;
    }

    /** Its author's own; null where nothing is written, or for who supervises. */
    public ProcessNote getNote() {
        readWritten();
        return note;
    }

    public List<ClinicalEntry> getRecord() {
        readWritten();
        return record;
    }

    /** What she agreed to; null: nothing. */
    public Summary getSummary() {
        readWritten();
        return summary;
    }

    private void readWritten() {
        if (!read) {
            note = getView().own() ? notes.process(id()).orElse(null) : null;
            record = notes.record(id());
            summary = notes.summary(id()).orElse(null);
            read = true;
        }
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put(
                    "startsAt",
                    LocalDateTime.ofInstant(getView().startsAt(), language.getZone())
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
            answers.put(
                    "minutes",
                    String.valueOf(ChronoUnit.MINUTES.between(
                            getView().startsAt(), getView().endsAt())));
            answers.put("forLead", "no");
            answers.put("note", getNote() == null ? "" : getNote().words());
            answers.put(
                    "noteVersion",
                    getNote() == null ? "0" : String.valueOf(getNote().version()));
        }
        return answers;
    }

    /** What can be said of it now. */
    public List<String> getSayable() {
        return List.of("ATTENDED", "REMOTE", "NO_SHOW", "CANCELLED_SURVIVOR", "CANCELLED_PROVIDER").stream()
                .filter(one -> getView().started() || BEFORE_IT_BEGINS.contains(one))
                .filter(one -> !one.equals(getView().attendance()))
                .toList();
    }

    public String say(String attendance) {
        return perform(() -> sessions.record(id(), new NewAttendance(attendance)), "counselling.toast.said");
    }

    public String move() {
        return perform(
                () -> sessions.move(
                        id(),
                        new NewHour(
                                getAnswers()
                                        .instant("startsAt", language.getZone())
                                        .orElse(null),
                                Whole.of(getAnswers(), "minutes"))),
                "counselling.toast.moved");
    }

    public String worry() {
        return act.handIn(
                () -> new NewWorry(getAnswers().yes("inDanger")),
                (worry, key) -> sessions.worry(id(), worry, key),
                here(),
                "counselling.toast.worry");
    }

    public String write() {
        return perform(
                () -> notes.write(
                        id(),
                        new NewNote(text("note")),
                        Objects.requireNonNullElse(Whole.of(getAnswers(), "noteVersion"), NONE_YET)),
                "counselling.toast.note");
    }

    public String add() {
        return act.handIn(
                () -> new NewNote(text("entry")),
                (entry, key) -> notes.add(id(), entry, key),
                here(),
                "counselling.toast.record");
    }

    public String summarise() {
        return perform(
                () -> notes.summarise(
                        id(),
                        new NewSummary(
                                text("summary"),
                                getAnswers().yes("agreed"),
                                getAnswers().day("agreedOn").orElse(null),
                                getAnswers().yes("forLead"))),
                "counselling.toast.summary");
    }

    public String takeBack(String pressed) {
        return perform(() -> notes.takeBack(id()), "counselling.toast.takenBack");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, here(), said);
    }

    private String here() {
        return "/counselling/session.xhtml?faces-redirect=true&session=" + id();
    }

    private SessionId id() {
        return SessionId.of(session);
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
