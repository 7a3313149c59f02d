package org.alongside.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.shared.Check;

/**
 * The hands that a piece of evidence went through, in their order. The database holds the same.
 *
 * @param links those that hold, from the first to the last
 * @param sourceOn when it came from where it came from: nobody handed it on before
 */
record CustodyChain(List<Custody> links, LocalDate sourceOn) {

    /** Adds what is wrong with a link at a place of this chain, the last of which is one more than it has. */
    void against(
            Check check, int position, EvidenceParty giver, EvidenceParty taker, Instant at, ZoneId zone, Instant now) {
        Optional<Custody> before = at(position - 1);
        Optional<Custody> after = at(position + 1);
        check.that(!at.isAfter(now), "handedAt", "in-the-future")
                .that(
                        before.map(link -> !at.isBefore(link.handedAt())).orElse(true),
                        "handedAt",
                        "handed-before-received")
                .that(after.map(link -> !at.isAfter(link.handedAt())).orElse(true), "handedAt", "handed-after-the-next")
                .that(
                        position > 1 || !LocalDate.ofInstant(at, zone).isBefore(sourceOn),
                        "handedAt",
                        "handed-before-it-came",
                        sourceOn)
                .that(before.map(link -> giver.same(link.taker())).orElse(true), "giver", "does-not-hold-it")
                .that(!giver.same(taker), "taker", "handed-to-oneself");
    }

    private Optional<Custody> at(int position) {
        return links.stream().filter(link -> link.position() == position).findFirst();
    }
}
