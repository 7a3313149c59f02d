package org.alongside.identification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.disclosure.NotifiedFacts;
import org.alongside.shared.DisclosureId;

/**
 * What the law asks when this survivor refuses to be identified.
 *
 * @param jurisdiction whose law it is
 * @param authorityName who is notified; empty: nobody is
 * @param withinDays how many days there are from her refusal
 * @param asked codes of notified_fact: what the law asks for
 * @param facts what of that is recorded, and so would go; nothing else ever does
 * @param obstacle why she is not to be notified now, a code of the words of refusals; empty: she is
 * @param dueAt until when, UTC; empty: no clock runs
 * @param current the notification that is proposed or made, if there is one
 */
public record NotificationView(
        String jurisdiction,
        Optional<String> authorityName,
        int withinDays,
        List<String> asked,
        NotifiedFacts facts,
        Optional<String> obstacle,
        Optional<Instant> dueAt,
        Optional<DisclosureId> current) {}
