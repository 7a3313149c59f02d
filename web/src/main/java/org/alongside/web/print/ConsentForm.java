package org.alongside.web.print;

import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.consent.ConsentView;
import org.alongside.consent.PrintedConsent;

/** A consent on paper, in the words in which it is read to her, with lines to sign on. */
public final class ConsentForm {

    private ConsentForm() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedConsent> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        PrintedConsent content = printed.content();
        ConsentView consent = content.consent();
        Paper paper = words.paper(printed)
                .title(words.of("consent.title", consent.recipientName()))
                .fact(words.get("code"), content.caseCode())
                .fact(
                        words.shared("casefile.preferred"),
                        content.preferredName().orElse(null))
                .fact(words.get("consent.status"), words.code("consent_status", consent.status()));
        consent.withdrawnAt().ifPresent(at -> paper.fact(words.shared("consent.endedByHer"), words.time(at)));
        paper.part(words.get("consent.what"))
                .say(words.of("consent.allow", content.holder(), consent.recipientName()))
                .points(consent.categories().stream()
                        .map(category -> words.code("data_category", category))
                        .toList())
                .fact(words.shared("consent.for"), words.code("consent_purpose", consent.purpose()))
                .fact(words.get("given"), words.day(consent.givenAt()))
                .fact(
                        words.shared("consent.until"),
                        words.day(consent.expiresAt().minusMillis(1)));
        if (!content.keptBack().isEmpty()) {
            paper.part(words.get("ledger.kept"))
                    .points(content.keptBack().stream()
                            .map(one -> words.of(
                                    "ledger.kept." + one.part(),
                                    one.recipientName(),
                                    words.code("data_category", one.category())))
                            .toList());
        }
        paper.part(words.get("consent.know"))
                .say(words.get("consent.know.free"))
                .say(words.get("consent.know.withdraw"))
                .say(words.get("consent.know.only"))
                .say(words.get("consent.know.tell"));
        paper.part(words.get("consent.how"))
                .fact(words.get("giver"), words.code("consent_giver", consent.giver()))
                .fact(
                        words.get("consent.right"),
                        words.code("giver_right", content.giverRight().orElse(null)))
                .fact(
                        words.shared("casefile.known.assent"),
                        words.code("assent", content.assent().orElse(null)))
                .fact(words.get("medium"), words.code("consent_medium", consent.medium()))
                .fact(words.get("consent.language"), words.code("language", consent.language()))
                .fact(words.shared("casefile.known.interpreter"), words.code("interpreter", content.interpreter()))
                .fact(words.get("consent.witness"), content.witness().orElse(null));
        paper.part(words.get("sign")).say(words.get("sign.words")).sign(words.get("sign.her"));
        if (!"SELF".equals(consent.giver())) {
            paper.sign(words.get("sign.giver"));
        }
        paper.sign(words.get("sign.worker"), words.get("sign.interpreter"));
        return Press.print(paper, locale);
    }
}
