package org.alongside.web.print;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.alongside.access.Printed;
import org.alongside.evidence.EvidenceView;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceEntry;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.evidence.PrintedCustody;

/** Whose hands a piece of evidence went through, each time by the clock where it happened; with what was mended. */
public final class CustodyPaper {

    private CustodyPaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedCustody> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        Paper paper = words.paper(printed)
                .title(words.get("custody.title"))
                .fact(words.get("code"), printed.content().caseCode())
                .fact(
                        words.get("custody.matter"),
                        words.sharedOf(
                                "proceeding.numbered",
                                words.code("proceeding_type", printed.content().track()),
                                printed.content().number()));
        evidence(paper, words, printed.content().evidence());
        return Press.print(paper, locale);
    }

    /** One piece with its chain, what was mended and the looks at it. */
    static void evidence(Paper paper, Words words, EvidenceView evidence) {
        EvidenceEntry entry = evidence.entry();
        paper.part(words.sharedOf("evidence.number", evidence.number()))
                .fact(words.shared("evidence.kind"), words.code("evidence_type", entry.kind()))
                .fact(words.shared("evidence.words"), entry.words())
                .fact(words.shared("evidence.source"), words.code("evidence_party", entry.source()))
                .fact(words.shared("evidence.sourceOn"), words.day(entry.sourceOn()))
                .fact(words.shared("evidence.original"), party(words, entry.original()))
                .fact(words.shared("evidence.hash"), grouped(entry.sha256()))
                .fact(words.shared("evidence.hash.handed"), grouped(entry.handedSha256()));
        paper.part(words.get("custody.chain"));
        if (evidence.chain().isEmpty()) {
            paper.say(words.get("custody.none"));
        }
        evidence.chain().forEach(link -> link(paper, words, link));
        if (!evidence.mended().isEmpty()) {
            paper.part(words.get("custody.mended"));
            evidence.mended().forEach(link -> link(paper, words, link));
        }
        if (!evidence.checks().isEmpty()) {
            paper.part(words.get("custody.checks"));
            evidence.checks().forEach(check -> paper.subpart(words.time(check.checkedAt()))
                    .fact(words.code("evidence_outcome", check.outcome()), check.checkedBy())
                    .fact(words.get("custody.found"), grouped(check.found())));
        }
    }

    private static void link(Paper paper, Words words, Custody link) {
        paper.subpart(words.sharedOf("evidence.chain.link", party(words, link.giver()), party(words, link.taker())))
                .fact(words.get("custody.when"), words.time(link.handedAt(), ZoneId.of(link.zone())))
                .fact(words.get("custody.purpose"), words.code("custody_purpose", link.purpose()))
                .fact(words.get("custody.condition"), words.code("custody_condition", link.condition()))
                .fact(words.shared("evidence.seal"), link.seal().orElse(null))
                .fact(
                        words.get("custody.written"),
                        words.sharedOf("evidence.chain.by", link.writtenBy(), words.time(link.writtenAt())));
    }

    /** A hash in groups of eight, by which it is read out and typed again; null: there is none. */
    private static String grouped(Optional<String> hash) {
        return hash.map(digits -> digits.replaceAll("(.{8})(?=.)", "$1 ")).orElse(null);
    }

    private static String party(Words words, EvidenceParty party) {
        String role = words.code("evidence_party", party.role());
        return party.name()
                .map(name -> words.sharedOf("evidence.chain.party", role, name))
                .orElse(role);
    }
}
