package org.alongside.web.print;

import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.referral.PrintedReferral;
import org.alongside.referral.ReferralView;

/** A referral as a letter from the one who asks to the one who is asked. */
public final class ReferralLetter {

    private ReferralLetter() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedReferral> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        PrintedReferral referral = printed.content();
        ReferralView.Card card = referral.card();
        Paper paper = words.paper(printed)
                .title(words.get("referral.title"))
                .fact(words.get("referral.from"), card.senderName())
                .fact(words.get("referral.to"), card.recipientName())
                .fact(words.get("referral.service"), card.serviceName())
                .fact(words.get("referral.kind"), words.code("service_type", card.serviceType()))
                .fact(words.get("referral.urgency"), words.code("referral_urgency", card.urgency()))
                .fact(words.get("status"), words.code("referral_status", card.status()))
                .fact(
                        words.get("referral.sent"),
                        words.time(card.times().sentAt().orElse(null)))
                .fact(
                        words.get("referral.answerBy"),
                        words.time(card.times().respondBy().orElse(null)))
                .fact(
                        words.get("referral.accepted"),
                        words.time(card.times().acceptedAt().orElse(null)))
                .fact(words.get("code"), referral.caseCode().orElse(null));
        paper.part(words.get("referral.card"))
                .fact(words.shared("casefile.known.age"), words.code("age_band", card.ageBand()))
                .fact(words.shared("casefile.known.sex"), words.code("sex_recorded", card.sex()))
                .fact(words.shared("casefile.known.speaks"), words.code("language", card.language()))
                .fact(words.shared("casefile.known.interpreter"), words.code("interpreter", card.interpreter()))
                .fact(words.shared("casefile.known.region"), words.code("region", card.region()))
                .fact(words.shared("casefile.known.accessibility"), words.codes("accessibility", card.accessibility()))
                .fact(words.shared("casefile.known.constraints"), words.codes("safety_constraint", card.constraints()));
        if (referral.file().isEmpty() && card.status().isOpen()) {
            paper.part(words.get("referral.more")).say(words.get("referral.more.words"));
        }
        referral.message()
                .ifPresent(message -> paper.part(words.get("referral.message")).quote(message));
        referral.file().ifPresent(file -> CaseSummary.parts(paper, words, file));
        paper.part(words.get("referral.keep")).say(words.get("referral.keep.words"));
        return Press.print(paper, locale);
    }
}
