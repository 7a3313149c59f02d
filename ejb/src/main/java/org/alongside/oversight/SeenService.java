package org.alongside.oversight;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Reach;
import org.alongside.access.Reaches;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.Excerpts;
import org.alongside.shared.CaseId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to why a file is open to its reader, who has seen it, and the list of that for the survivor. */
@Stateless
@PermitAll
public class SeenService {
    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Reaches reaches;

    @Inject
    Accesses accesses;

    @Inject
    Excerpts excerpts;

    @Inject
    Printing printing;

    @Inject
    Workers workers;

    /** Every live grant that opens something of the file to the caller, and what makes it reach them. */
    @Requires(Permission.EXPLAIN_ACCESS)
    public List<Reach> why(CaseId caseId) {
        return reaches.of(callers.caller(), caseId);
    }

    /**
     * Who has seen the file, newest first; for those who lead it.
     *
     * @param size how many a page
     */
    @Requires(Permission.READ_ACCESSES)
    public Page<Seen> seen(CaseId caseId, String cursor, int size) {
        requireLead(caseId);
        return accesses.of(caseId, cursor, size);
    }

    /**
     * For the survivor, on paper: what she agreed to, and which organisation opened her file when. Nothing in it tells of a house
     * that shelters, of police or of prosecution but what rests on her own word to them; of other people's names there are none.
     */
    @Requires(Permission.PRINT_ACCESSES)
    public Printed<HerRecord> print(CaseId caseId) {
        requireLead(caseId);
        Caller caller = callers.caller();
        CaseView file = excerpts.of(caller, caseId, EnumSet.noneOf(Category.class));
        HerRecord hers = new HerRecord(
                file.code(),
                file.leadName(),
                accesses.knownToHer(caseId, caller.now()),
                accesses.forHer(caseId, file.leadName(), workers.me(caller).zone()));
        return printing.marked(hers, EnumSet.of(Category.REFERRALS));
    }

    private void requireLead(CaseId caseId) {
        if (!files.found(callers.caller(), caseId).leads()) {
            throw Refusal.notAllowed("only-the-lead");
        }
    }
}
