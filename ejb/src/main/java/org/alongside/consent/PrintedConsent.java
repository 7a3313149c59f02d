package org.alongside.consent;

import java.util.List;
import java.util.Optional;

/**
 * A consent as it stands on paper, to be read with her and signed.
 *
 * @param holder the organisation that leads her file and may share
 * @param caseCode by which her file is spoken of
 * @param preferredName the name she uses, as far as it is open to the printer
 * @param keptBack what she keeps from this organisation now
 * @param interpreter code of interpreter
 * @param assent code of assent; there for a child
 */
public record PrintedConsent(
        ConsentView consent,
        String holder,
        String caseCode,
        Optional<String> preferredName,
        List<ExclusionView> keptBack,
        String interpreter,
        Optional<String> witness,
        Optional<String> giverRight,
        Optional<String> assent) {}
