package org.alongside.logbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.shared.Reason;
import org.alongside.shared.ShiftNoteId;

/** What a shift left is there for those who work in its houses; nobody takes over from themselves. */
@ApplicationScoped
public class ShiftNotePolicy implements Policy<ShiftNoteId> {
    @Inject
    ShiftNotes notes;

    @Override
    public Class<ShiftNoteId> subject() {
        return ShiftNoteId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ShiftNoteId id) {
        return notes.known(id, caller)
                .map(known -> new Standing(
                        Optional.empty(), id.value(), known.own() ? "OWN" : "COLLEAGUE", Optional.empty()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ShiftNoteId id, Standing standing) {
        return "OWN".equals(standing.basis()) ? List.of(Reason.of("own-shift-note")) : List.of();
    }
}
