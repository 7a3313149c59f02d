package org.alongside.consent;

import org.alongside.shared.GuardianId;

/**
 * Who gives a consent.
 *
 * @param giver code of consent_giver
 * @param right for a child: by what right, code of giver_right
 * @param guardian for a child: which of those who stand for her
 * @param relation for a child: what the giver is to her, as they say, code of excluded_relation
 * @param assent for a child: her own word, code of assent
 */
record Giver(String giver, String right, GuardianId guardian, String relation, String assent) {}
