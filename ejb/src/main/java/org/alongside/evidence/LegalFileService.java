package org.alongside.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.evidence.PrintedLegalFile.PrintedMatter;
import org.alongside.proceeding.LawyersMatters;
import org.alongside.shared.CaseId;

/** The door to the privileged file on paper: the matters that the caller's house keeps for her, with money and evidence; her lawyer's alone. */
@Stateless
@PermitAll
public class LegalFileService {
    @Inject
    CallerContext callers;

    @Inject
    LawyersMatters matters;

    @Inject
    EvidenceRecords evidence;

    @Inject
    Printing printing;

    /** All of it. Refuses {@code legal-not-open} to who does not keep her matters. */
    @Requires(Permission.PRINT_LEGAL_FILE)
    public Printed<PrintedLegalFile> print(CaseId caseId) {
        return printing.marked(
                new PrintedLegalFile(
                        matters.code(caseId),
                        matters.ofCase(caseId, callers.caller()).stream()
                                .map(kept -> new PrintedMatter(
                                        kept, evidence.of(kept.matter().id())))
                                .toList()),
                Set.of(Category.LEGAL));
    }
}
