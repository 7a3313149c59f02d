package org.alongside.evidence;

import java.util.List;
import org.alongside.proceeding.KeptMatter;

/**
 * What a house of lawyers keeps in the matters of one survivor, for paper.
 *
 * @param caseCode the code of the case
 * @param matters by their number
 */
public record PrintedLegalFile(String caseCode, List<PrintedMatter> matters) {

    /** @param evidence its register with every chain, by number */
    public record PrintedMatter(KeptMatter kept, List<EvidenceView> evidence) {}
}
