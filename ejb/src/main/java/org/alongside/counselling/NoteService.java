package org.alongside.counselling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.counselling.CounsellingView.ClinicalEntry;
import org.alongside.counselling.CounsellingView.ProcessNote;
import org.alongside.counselling.CounsellingView.Session;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;

/** The door to what is written of a session: process notes for their author alone, the clinical record, and the summary she agreed to. */
@Stateless
@PermitAll
public class NoteService {
    @Inject
    CallerContext callers;

    @Inject
    Sessions sessions;

    @Inject
    Notes notes;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** The caller's own process note; empty where nothing is written. Refuses {@code author-alone} to everybody else. */
    @Requires(Permission.READ_PROCESS_NOTE)
    public Optional<ProcessNote> process(SessionId id) {
        return notes.process(id);
    }

    /**
     * Writes the process note anew. Refuses {@code changed-meanwhile} where it is another version by now.
     *
     * @param version which version it takes the place of; 0 where there is none yet
     */
    @Requires(Permission.WRITE_PROCESS_NOTE)
    public void write(SessionId id, NewNote note, int version) {
        Caller caller = callers.caller();
        check(note).orRefuse();
        if (version == 0) {
            notes.begin(id, note.words(), caller);
        } else if (!notes.rewrite(id, note.words(), version, caller)) {
            throw Refusal.stale("changed-meanwhile");
        }
    }

    /** The clinical record of a session, oldest entry first. */
    @Requires(Permission.READ_CLINICAL_RECORD)
    public List<ClinicalEntry> record(SessionId id) {
        return notes.record(id);
    }

    /**
     * Adds to the clinical record, which is never changed. Refuses {@code not-begun-yet}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_CLINICAL_RECORD)
    public UUID add(SessionId id, NewNote note, String key) {
        Caller caller = callers.caller();
        check(note).orRefuse();
        begun(id, caller);
        UUID entry = UUID.randomUUID();
        return once.perform(key, "WRITE_CLINICAL_RECORD " + id, note, entry, caller)
                .orElseGet(() -> {
                    notes.add(entry, id, note.words().strip(), caller);
                    return entry;
                });
    }

    /** The summary that she agreed to, if there is one. */
    @Requires(Permission.READ_SESSION)
    public Optional<Summary> summary(SessionId id) {
        return notes.summary(id);
    }

    /** Writes what she agreed that others know, in the place of the one before. Refuses {@code she-has-to-agree}, {@code not-begun-yet}. */
    @Requires(Permission.WRITE_SUMMARY)
    public void summarise(SessionId id, NewSummary written) {
        Caller caller = callers.caller();
        Check check = check(written);
        check.that(written.agreed(), "agreed", "she-has-to-agree");
        Session session = begun(id, caller);
        if (written.agreedOn() != null) {
            check.that(!written.agreedOn().isAfter(workers.today(caller)), "agreedOn", "in-the-future");
            check.that(
                    !written.agreedOn()
                            .isBefore(session.startsAt()
                                    .atOffset(ZoneOffset.UTC)
                                    .toLocalDate()
                                    .minusDays(1)),
                    "agreedOn",
                    "before-the-session");
        }
        check.orRefuse();
        notes.summarise(UUID.randomUUID(), id, written, caller);
    }

    /**
     * She agrees no more. What its author takes back is read by nobody else from now on; what she tells who leads is no longer read there.
     * Refuses {@code no-summary}.
     */
    @Requires(Permission.TAKE_BACK_SUMMARY)
    public void takeBack(SessionId id) {
        if (!notes.takeBack(id, callers.caller())) {
            throw Refusal.wrongState("no-summary");
        }
    }

    private Session begun(SessionId id, Caller caller) {
        Session session = sessions.find(id, caller).orElseThrow(Refusal::notThere);
        if (!session.started()) {
            throw Refusal.wrongState("not-begun-yet");
        }
        return session;
    }

    private Check check(Record written) {
        Check check = new Check();
        new Fields(codes, check).check(written, "");
        return check;
    }
}
