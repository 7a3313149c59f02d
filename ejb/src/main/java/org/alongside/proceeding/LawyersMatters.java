package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.Files;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.Restitution.Costs;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** Whose a matter is: its lawyer's alone, or of those who help her through it, too. */
@ApplicationScoped
public class LawyersMatters {
    @PersistenceContext
    EntityManager em;

    @Inject
    HearingRecords matters;

    @Inject
    MatterViews views;

    @Inject
    MoneyRecords money;

    @Inject
    Files files;

    /** The matter of a lawyer who keeps it. Refuses {@code legal-not-open} to all others. */
    public Kept kept(MatterId id, Caller caller) {
        return kept(id, forItsLawyer(id, caller));
    }

    /** The same where something of the case is to go into it. Refuses {@code check-first} before the check for conflicts is clear. */
    public Kept open(MatterId id, Caller caller) {
        return kept(id, forItsLawyer(id, caller).afterTheCheck());
    }

    private Kept kept(MatterId id, OfMatter matter) {
        return Sql.of(
                        em,
                        "select c.case_code, f.track, m.number from matter_file f join matter m using (matter_id) join case_file c on c.case_id = f.case_id where f.matter_id = :matter")
                .with("matter", id.value())
                .first(row -> new Kept(id, matter.caseId(), matter.lawyers(), row.text(0), row.text(1), row.number(2)))
                .orElseThrow(Refusal::notThere);
    }

    /** Those of a case that the caller's house keeps, by number, with their money. Refuses {@code legal-not-open} to who keeps none of hers. */
    public List<KeptMatter> ofCase(CaseId caseId, Caller caller) {
        LegalReach reach = LegalReach.of(caller, files.found(caller, caseId), files.matrix());
        permitted(reach.keeps(caller.organisation()));
        return views.of(caseId, reach).stream()
                .filter(matter -> matter.file().isPresent())
                .sorted(Comparator.comparingInt(MatterView::number))
                .map(matter -> new KeptMatter(
                        matter,
                        money.payments(matter.id()),
                        new Costs(money.costs(matter.id()), money.sums(matter.id()))))
                .toList();
    }

    /** The code by which her case is spoken of. */
    public String code(CaseId caseId) {
        return Sql.of(em, "select case_code from case_file where case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.text(0))
                .orElseThrow(Refusal::notThere);
    }

    /** Refuses {@code legal-not-open} to all but a lawyer who keeps it. */
    OfMatter forItsLawyer(MatterId id, Caller caller) {
        OfMatter matter = matters.matter(id);
        permitted(reach(matter, caller).keeps(matter.lawyers()));
        return matter;
    }

    /** Refuses {@code legal-not-open} to whoever may not even know when and where she must be for it. */
    void forThoseWhoHelp(MatterId id, Caller caller) {
        OfMatter matter = matters.matter(id);
        permitted(reach(matter, caller).minimum(matter.lawyers()));
    }

    /** Refuses {@code only-the-lead} to all but who leads the case. */
    void forWhoLeads(MatterId id, Caller caller) {
        if (!files.found(caller, matters.matter(id).caseId()).leads()) {
            throw Refusal.notAllowed("only-the-lead");
        }
    }

    private LegalReach reach(OfMatter matter, Caller caller) {
        return LegalReach.of(caller, files.found(caller, matter.caseId()), files.matrix());
    }

    private static void permitted(boolean may) {
        if (!may) {
            throw Refusal.notAllowed("legal-not-open");
        }
    }

    /**
     * A matter.
     *
     * @param lawyers the house of lawyers whose matter it is
     * @param track what it is, code of proceeding_type
     * @param number its number in the file, from 1
     */
    public record Kept(MatterId id, CaseId caseId, OrganisationId lawyers, String caseCode, String track, int number) {}
}
