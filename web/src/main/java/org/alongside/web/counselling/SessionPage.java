package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.alongside.web.frame.Pressed;
import org.omnifaces.cdi.Param;

/** One session: when, whether she came, and what is written of it. The process note is asked for by its author alone. */
@Named
@RequestScoped
public class SessionPage {
    private static final Set<String> BEFORE_IT_BEGINS = Set.of("CANCELLED_SURVIVOR", "CANCELLED_PROVIDER");

    @EJB
    private SessionService sessions;

    @EJB
    private NoteService notes;

    @Inject
    private Act act;

    @Inject
    private Pressed pressed;

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
        NewHour hour = new NewHour(
                getAnswers().instant("startsAt", language.getZone()).orElse(null), Whole.of(getAnswers(), "minutes"));
        return perform(() -> sessions.move(id(), hour), "counselling.toast.moved");
    }

    public String worry() {
        NewWorry worry = new NewWorry(getAnswers().yes("inDanger"));
        return perform(() -> sessions.worry(id(), worry, pressed.key(worry)), "counselling.toast.worry");
    }

    public String write() {
        return perform(
                () -> notes.write(id(), new NewNote(text("note")), Whole.of(getAnswers(), "noteVersion")),
                "counselling.toast.note");
    }

    public String add() {
        NewNote entry = new NewNote(text("entry"));
        return perform(() -> notes.add(id(), entry, pressed.key(entry)), "counselling.toast.record");
    }

    public String summarise() {
        NewSummary written = new NewSummary(
                text("summary"),
                getAnswers().yes("agreed"),
                getAnswers().day("agreedOn").orElse(null));
        return perform(() -> notes.summarise(id(), written), "counselling.toast.summary");
    }

    public String takeBack(String pressed) {
        return perform(() -> notes.takeBack(id()), "counselling.toast.takenBack");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, "/counselling/session.xhtml?faces-redirect=true&session=" + id(), said);
    }

    private SessionId id() {
        return SessionId.of(session);
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
