package org.alongside.attestation;

import java.util.List;
import java.util.Optional;
import org.alongside.consent.ConsentView;
import org.alongside.consent.ExclusionView;
import org.alongside.consent.PurposeAnswerView;
import org.alongside.consent.RefusalView;
import org.alongside.disclosure.DisclosureView;

/**
 * Everything that she agreed to, keeps back and said no to, and what was shared, as it stands on paper for her.
 *
 * @param holder the organisation that leads her file
 * @param caseCode by which her file is spoken of
 * @param preferredName the name she uses, as far as it is open to the printer
 * @param language her language, code of language, as far as it is open to the printer
 * @param answers what she said of each purpose, newest first
 * @param disclosures what was told without her agreement
 */
public record PrintedLedger(
        String holder,
        String caseCode,
        Optional<String> preferredName,
        Optional<String> language,
        List<PurposeAnswerView> answers,
        List<ConsentView> consents,
        List<ExclusionView> exclusions,
        List<RefusalView> refusals,
        List<SharedView> shared,
        List<AttestationView> attestations,
        List<DisclosureView> disclosures) {}
