package org.alongside.referral;

import java.util.Optional;
import org.alongside.casefile.CaseView;

/**
 * A referral as it stands on paper: before it is accepted the card alone, also for the sender, so that no letter carries
 * further than the product does; from then on what was shared, as far as it is open to the printer.
 *
 * @param caseCode by which the case is spoken of; empty while the card stands alone
 * @param message the sender's words to the recipient; empty while the card stands alone
 * @param file what was shared of the file; empty while the card stands alone
 */
public record PrintedReferral(
        ReferralView.Card card, Optional<String> caseCode, Optional<String> message, Optional<CaseView> file) {}
