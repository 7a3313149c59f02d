package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.Grants;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.code.Codes;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.Sql;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** Files that an organisation had elsewhere: opened by the rules of an intake, for the caseworker who is to lead them. */
@ApplicationScoped
public class BroughtCases {
    @PersistenceContext
    EntityManager em;

    @Inject
    CaseRecords records;

    @Inject
    Grants grants;

    @Inject
    Codes codes;

    @Inject
    Event<CaseEvent> events;

    /** Only to say what stands against an intake, by these codes. */
    public static BroughtCases by(Codes codes) {
        BroughtCases cases = new BroughtCases();
        cases.codes = codes;
        return cases;
    }

    /** What stands against opening a file with that intake, as {@link CaseService#check}; none: it can be opened. */
    public List<Reason> objections(NewCase intake, Instant now) {
        return new IntakeRules(codes).objections(intake, now);
    }

    /** Opens the file; the caller opens it, somebody of a team that the caller supervises leads it. */
    public void open(CaseId caseId, NewCase intake, Origin origin, TeamId team, WorkerId lead, Caller caller) {
        Instant now = caller.now();
        new IntakeRules(codes).check(intake, now);
        boolean child = intake.age().child(now);
        em.persist(CaseFile.open(caseId, CaseCode.next(), intake, caller, team, lead, child));
        grants.openLead(caseId);
        records.write(caseId, intake, caller);
        Sql.of(em, """
                        insert into case_origin (case_id, legal_basis, agreed_on, opened_on, recorded_at, recorded_by)
                        values (:case, :basis, :agreed, :opened, :now, :worker)
                        """)
                .with("case", caseId.value())
                .with("basis", origin.legalBasis())
                .with("agreed", origin.agreedOn())
                .with("opened", origin.openedOn())
                .with("now", now)
                .with("worker", caller.worker().value())
                .change();
        events.fire(new CaseOpened(
                caseId, caller.organisation(), child, intake.safety().inDanger(), now));
    }

    /**
     * On what basis the file was kept where it comes from.
     *
     * @param legalBasis code of legal_basis
     * @param agreedOn when she agreed to a file there, or null
     * @param openedOn when it was opened there, or null
     */
    public record Origin(String legalBasis, LocalDate agreedOn, LocalDate openedOn) {}
}
