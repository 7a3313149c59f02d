package org.alongside.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lawyer has to be able to say of a matter can be said: a code of a list that is not there any more would be missed by nobody but her. */
class LegalCodesTest {
    private final KnownCodes codes = new KnownCodes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    proceeding_type    | CRIMINAL_TRAFFICKER CIVIL_COMPENSATION ADHESION STATE_COMPENSATION LABOUR_CLAIM RESIDENCE_PERMIT ASYLUM PROTECTION_ORDER CRIMINAL_DEFENCE
                    proceeding_stage   | ADVICE CONFLICT_CHECK MANDATE_SIGNED PREPARATION FILED TRIAL DECISION APPEAL FINAL ENFORCEMENT CLOSED
                    decision_outcome   | CONVICTION_TRAFFICKING ACQUITTAL CLAIM_GRANTED CLAIM_PARTLY CLAIM_REFUSED PERMIT_GRANTED ORDER_GRANTED CONVICTION_VACATED
                    early_end          | WITHDRAWN_BY_SURVIVOR SETTLED NON_PUNISHMENT_APPLIED
                    hearing_type       | FORENSIC_INTERVIEW POLICE_STATEMENT ANTICIPATORY_EVIDENCE TRIAL_TESTIMONY IMMIGRATION_INTERVIEW LABOUR_TRIBUNAL
                    evidence_type      | STATEMENT AV_INTERVIEW MEDICO_LEGAL CONTRACT_PAYSLIP MESSAGES TRAVEL_DOC PHOTO_VIDEO BANK EXPERT WITNESS DEVICE OTHER
                    """)
    void each_of_these_can_be_said(String list, String said) {
        assertThat(codes.of(list)).contains(said.split(" "));
    }
}
