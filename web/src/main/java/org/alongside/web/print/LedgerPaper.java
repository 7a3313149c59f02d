package org.alongside.web.print;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alongside.access.Printed;
import org.alongside.attestation.AttestationView;
import org.alongside.attestation.PrintedLedger;
import org.alongside.attestation.SharedView;
import org.alongside.consent.ConsentView;
import org.alongside.consent.ExclusionView;
import org.alongside.consent.PurposeAnswerView;
import org.alongside.disclosure.DisclosureView;

/** The survivor's own list on paper: in her language where the product speaks it, else in English, which the paper says. */
public final class LedgerPaper {
    private static final Map<String, Locale> SPOKEN = Map.of("eng", Locale.ENGLISH, "ara", Locale.forLanguageTag("ar"));

    private LedgerPaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedLedger> printed) {
        PrintedLedger ledger = printed.content();
        String language = ledger.language().orElse("eng");
        Locale locale = SPOKEN.getOrDefault(language, Locale.ENGLISH);
        Words words = new Words(locale, printed.mark());
        Paper paper = words.paper(printed)
                .title(words.get("ledger.title"))
                .fact(words.get("code"), ledger.caseCode())
                .fact(words.shared("casefile.preferred"), ledger.preferredName().orElse(null))
                .fact(words.get("lead"), ledger.holder());
        if (!SPOKEN.containsKey(language)) {
            paper.say(words.of("ledger.english", words.code("language", language)));
        }
        paper.part(words.get("ledger.agreed"))
                .say(words.get(ledger.consents().isEmpty() ? "ledger.none" : "ledger.any"));
        ledger.consents().forEach(consent -> consent(paper, words, consent));
        purposes(paper, words, ledger.answers());
        kept(paper, words, ledger.exclusions());
        if (!ledger.refusals().isEmpty()) {
            paper.part(words.get("ledger.refused"))
                    .say(words.get("ledger.refused.words"))
                    .points(ledger.refusals().stream()
                            .map(no -> words.of("ledger.onDay", no.recipientName(), words.day(no.saidAt())))
                            .toList());
        }
        shared(paper, words, ledger.shared(), ledger.attestations());
        disclosed(paper, words, ledger.disclosures());
        paper.part(words.get("consent.know"))
                .say(words.get("consent.know.free"))
                .say(words.get("consent.know.withdraw"))
                .say(words.get("consent.know.tell"));
        return Press.print(paper, locale);
    }

    private static void consent(Paper paper, Words words, ConsentView consent) {
        paper.part(consent.recipientName())
                .fact(words.get("consent.status"), words.code("consent_status", consent.status()))
                .points(consent.categories().stream()
                        .map(category -> words.code("data_category", category))
                        .toList())
                .fact(words.shared("consent.for"), words.code("consent_purpose", consent.purpose()))
                .fact(words.get("given"), words.day(consent.givenAt()));
        consent.withdrawnAt()
                .ifPresentOrElse(
                        at -> paper.fact(words.shared("consent.endedByHer"), words.day(at)),
                        () -> paper.fact(
                                words.shared("consent.until"),
                                words.day(consent.expiresAt().minusMillis(1))));
    }

    /** Her word on each purpose, each version; whom she named she knows, and the paper does not. */
    private static void purposes(Paper paper, Words words, List<PurposeAnswerView> answers) {
        if (answers.isEmpty()) {
            return;
        }
        paper.part(words.get("ledger.purposes")).say(words.get("ledger.purposes.words"));
        answers.stream()
                .filter(PurposeAnswerView::today)
                .forEach(said -> paper.fact(
                        words.code("consent_purpose", said.purpose()),
                        line(words, said, words.code("purpose_state", said.state()))));
        List<String> before = answers.stream()
                .filter(said -> !said.today())
                .map(said -> words.of(
                        "ledger.named",
                        words.code("consent_purpose", said.purpose()),
                        line(words, said, words.code("purpose_answer", said.answer()))))
                .toList();
        if (!before.isEmpty()) {
            paper.part(words.get("ledger.purposes.before")).points(before);
        }
    }

    private static String line(Words words, PurposeAnswerView said, String answer) {
        String since = words.of("ledger.onDay", answer, words.day(said.givenAt()));
        return said.until()
                .map(end -> words.of("ledger.until", since, words.day(end.minusMillis(1))))
                .orElse(since);
    }

    private static void kept(Paper paper, Words words, List<ExclusionView> exclusions) {
        List<String> kept = exclusions.stream()
                .filter(ExclusionView::inForce)
                .map(one -> words.of(
                        "ledger.kept." + one.part(), one.recipientName(), words.code("data_category", one.category())))
                .toList();
        if (!kept.isEmpty()) {
            paper.part(words.get("ledger.kept")).points(kept);
        }
    }

    private static void shared(Paper paper, Words words, List<SharedView> shared, List<AttestationView> attestations) {
        if (shared.isEmpty()) {
            return;
        }
        paper.part(words.get("ledger.shared")).say(words.get("ledger.shared.words"));
        for (SharedView one : shared) {
            paper.part(one.recipientName())
                    .points(one.categories().stream()
                            .map(category -> words.code("data_category", category))
                            .toList())
                    .fact(words.shared("consent.shared.since"), words.day(one.openedAt()))
                    .fact(
                            words.shared("consent.shared.until"),
                            day(words, one.closedAt().orElse(null)))
                    .fact(
                            words.shared("consent.shared.lastOpened"),
                            one.lastOpenedAt().map(words::day).orElse(words.shared("consent.shared.never")));
            attestations.stream()
                    .filter(asked -> asked.consent().equals(one.consent()))
                    .forEach(asked -> paper.fact(
                            words.shared("consent.shared.became"),
                            asked.answer()
                                    .map(answer -> words.code("attestation_answer", answer))
                                    .orElse(words.code("attestation_status", asked.status()))));
        }
    }

    private static void disclosed(Paper paper, Words words, List<DisclosureView> disclosures) {
        if (disclosures.isEmpty()) {
            return;
        }
        paper.part(words.get("ledger.disclosed")).say(words.get("ledger.disclosed.words"));
        disclosures.forEach(one -> paper.part(one.recipientName())
                .fact(words.shared("disclosure.exception"), words.code("disclosure_exception", one.exception()))
                .points(one.notified()
                        .map(what -> what.facts().said().stream().map(fact -> words.code("notified_fact", fact)))
                        .orElseGet(
                                () -> one.categories().stream().map(category -> words.code("data_category", category)))
                        .toList())
                .fact(
                        words.shared("disclosure.madeAt"),
                        one.made().map(made -> words.day(made.at())).orElse(null)));
    }

    private static String day(Words words, Instant at) {
        return at == null ? words.shared("consent.shared.open") : words.day(at);
    }
}
