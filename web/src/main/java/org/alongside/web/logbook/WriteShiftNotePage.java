package org.alongside.web.logbook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.alongside.logbook.LogbookService;
import org.alongside.logbook.NewShiftNote;
import org.alongside.logbook.NewShiftNote.NewShiftLine;
import org.alongside.shared.CaseId;
import org.alongside.web.draft.Answers;
import org.alongside.web.draft.FilledRows;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Pressed;

/** Leaves a note with its lines to the next shift. */
@Named
@RequestScoped
public class WriteShiftNotePage {
    private static final int FIRST = 2;
    private static final int MOST = 6;

    @EJB
    private LogbookService logbooks;

    @Inject
    private ChosenHouse house;

    @Inject
    private Language language;

    @Inject
    private Act act;

    @Inject
    private Pressed pressed;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String save() {
        FilledRows written = new FilledRows("lines");
        return act.perform(
                () -> {
                    NewShiftNote note = note(written);
                    written.send(() -> logbooks.write(house.getId(), note, pressed.key(note)));
                },
                "/logbook/read.xhtml?faces-redirect=true&house=" + house.getId(),
                "logbook.toast.left");
    }

    private NewShiftNote note(FilledRows written) {
        List<NewShiftLine> lines = new ArrayList<>();
        for (int at = 0; at < MOST; at++) {
            String line = "lines_" + at + "_";
            if (answers.text(line + "words").isPresent()
                    || answers.text(line + "about").isPresent()
                    || answers.text(line + "dueAt").isPresent()) {
                lines.add(new NewShiftLine(
                        answers.text(line + "about").map(CaseId::of).orElse(null),
                        answers.text(line + "kind").orElse(null),
                        answers.text(line + "words").orElse(null),
                        answers.instant(line + "dueAt", language.getZone()).orElse(null)));
                written.add(at);
            }
        }
        return new NewShiftNote(answers.text("words").orElse(null), lines);
    }

    /** Whether something stands in a line behind the first ones. */
    public boolean isMore() {
        return answers.keySet().stream()
                .filter(field -> field.startsWith("lines_") && !field.endsWith("_kind"))
                .anyMatch(field -> Integer.parseInt(field.split("_")[1]) >= FIRST);
    }
}
