package org.alongside.logbook;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.logbook.Logbook.ShiftColleague;
import org.alongside.logbook.Logbook.ShiftLine;
import org.alongside.logbook.Logbook.ShiftNote;
import org.alongside.logbook.NewShiftNote.NewShiftLine;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;

/** The door to what a shift leaves to the next: write it, take it over, and say what is done. */
@Stateless
@PermitAll
public class LogbookService {
    static final String FOLDED = "shift-note-folded";
    private static final String DO = "DO";
    private static final int MOST_LINES = 20;

    @Inject
    CallerContext callers;

    @Inject
    ShiftNotes notes;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    /** What stands in the log of a house, as far as it is the caller's to know. */
    @Requires(Permission.READ_LOGBOOK)
    public OfCases<Logbook> read(FacilityId house) {
        Caller caller = callers.caller();
        Instant folded = caller.now().minus(settings.of(FOLDED));
        List<ShiftNote> all = notes.newest(house, caller);
        Logbook log = new Logbook(
                house,
                notes.codeName(house).orElseThrow(Refusal::notThere),
                all.stream().filter(one -> one.takenOverAt().isEmpty()).toList(),
                notes.open(house),
                all.stream()
                        .filter(one -> one.takenOverAt().isPresent()
                                && !one.writtenAt().isBefore(folded))
                        .toList(),
                all.stream()
                        .filter(one ->
                                one.takenOverAt().isPresent() && one.writtenAt().isBefore(folded))
                        .limit(50)
                        .toList());
        return new OfCases<>(
                log,
                Stream.concat(log.open().stream(), all.stream().flatMap(one -> one.lines().stream()))
                        .flatMap(line -> line.about().stream())
                        .map(Logbook.HousePerson::caseId)
                        .distinct()
                        .toList());
    }

    /** Who works in a house besides the caller, by name. */
    @Requires(Permission.READ_LOGBOOK)
    public List<ShiftColleague> colleagues(FacilityId house) {
        return notes.colleagues(house, callers.caller());
    }

    /**
     * Leaves a note and its lines to the next shift. Refuses {@code not-in-this-house} for somebody who does not live there, or whom the
     * caller may not know, in the same words.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_LOGBOOK)
    public OfCases<ShiftNoteId> write(FacilityId house, NewShiftNote note, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(note, "");
        check.that(
                        note.words() != null && !note.words().isBlank()
                                || !note.lines().isEmpty(),
                        "words",
                        "nothing-written")
                .that(note.lines().size() <= MOST_LINES, "lines", "too-many-lines", MOST_LINES);
        Set<CaseId> about = about(note);
        Set<CaseId> there = notes.livingIn(house, about);
        for (int at = 0; at < note.lines().size(); at++) {
            NewShiftLine line = note.lines().get(at);
            check.that(
                            line.about() == null || there.contains(line.about()),
                            "lines." + at + ".about",
                            "not-in-this-house")
                    .that(line.dueAt() == null || DO.equals(line.kind()), "lines." + at + ".dueAt", "only-what-is-done")
                    .that(
                            line.dueAt() == null || !line.dueAt().isBefore(caller.now()),
                            "lines." + at + ".dueAt",
                            "in-the-past");
        }
        check.orRefuse();
        ShiftNoteId id = ShiftNoteId.random();
        ShiftNoteId made = once.perform(key, "WRITE_LOGBOOK", List.of(house, note), id.value(), caller)
                .map(ShiftNoteId::new)
                .orElseGet(() -> {
                    notes.add(id, house, note, caller);
                    return id;
                });
        return new OfCases<>(made, List.copyOf(about));
    }

    private static Set<CaseId> about(NewShiftNote note) {
        return note.lines().stream()
                .map(NewShiftLine::about)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The caller has read it and goes on from there; refuses {@code shift-taken-over} where a colleague did so before. */
    @Requires(Permission.WRITE_LOGBOOK)
    public void takeOver(ShiftNoteId id) {
        if (!notes.takeOver(id, callers.caller())) {
            throw Refusal.wrongState("shift-taken-over");
        }
    }

    /** What was to be done is done; refuses {@code line-done} where somebody said so before. */
    @Requires(Permission.WRITE_LOGBOOK)
    public OfCases<ShiftLineId> finish(FacilityId house, ShiftLineId line) {
        ShiftLine open = notes.line(house, line).orElseThrow(Refusal::notThere);
        if (!DO.equals(open.kind()) || open.doneAt().isPresent() || !notes.finish(line, callers.caller())) {
            throw Refusal.wrongState("line-done");
        }
        return new OfCases<>(
                line, open.about().map(Logbook.HousePerson::caseId).stream().toList());
    }
}
