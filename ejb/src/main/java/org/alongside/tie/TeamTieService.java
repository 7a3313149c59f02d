package org.alongside.tie;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Id;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.TieId;
import org.alongside.shared.WorkerId;

/** The supervisors' door to the ties of those they supervise, and to what is left without anybody for it. */
@Stateless
@PermitAll
public class TeamTieService {
    @Inject
    Ties ties;

    @Inject
    Codes codes;

    @Inject
    Event<TieDeclared> declared;

    /** Ties of those whom the caller supervises, those that stand first, at most 200; none to a file to which the caller has one. */
    @Requires(Permission.READ_TIES)
    public List<TeamTie> supervised() {
        return ties.supervised();
    }

    /** Who of the caller's people may not work on that file. */
    @Requires(Permission.RECORD_TIE)
    public Set<WorkerId> tiedTo(CaseId caseId) {
        return ties.tiedHere(caseId);
    }

    /**
     * Closes the file to one of the caller's people, who is not told. Refuses as not in the team who is not supervised by the
     * caller, themselves among them.
     */
    @Requires(Permission.RECORD_TIE)
    public TieId record(CaseId caseId, RecordedTie tie) {
        Fields.require(tie, codes);
        new Check()
                .that(ties.supervises(tie.worker()), "worker", "not-in-team")
                .that(!ties.tiedHere(caseId).contains(tie.worker()), "worker", "tie-recorded-already")
                .orRefuse();
        TieId id = TieId.random();
        Set<Id> subjects = ties.subjects(caseId);
        ties.record(id, caseId, tie);
        declared.fire(new TieDeclared(tie.worker(), subjects));
        return id;
    }

    /** Opens the file again, as far as it would be open; refuses {@code tie-ended-already}. */
    @Requires(Permission.END_TIE)
    public void end(TieId id, TieEnd end) {
        Fields.require(end, codes);
        TeamTie tie = ties.supervised(id).orElseThrow(Refusal::notThere);
        if (tie.endedAt().isPresent()) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, List.of(Reason.of("tie-ended-already")));
        }
        ties.end(id, end);
    }

    /** Open cases of the caller's teams on which ties leave nobody. */
    @Requires(Permission.SEE_LEFT_ALONE)
    public List<LeftAlone> leftAlone() {
        return ties.leftAlone();
    }

    /** Teams with open cases that nobody of them can open, and how many: no case is named. */
    @Requires(Permission.SEE_UNSUPERVISED)
    public List<Unsupervised> unsupervised() {
        return ties.unsupervised();
    }
}
