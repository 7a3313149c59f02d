package org.alongside.web.print;

import java.util.List;
import java.util.Locale;
import org.alongside.access.Printed;
import org.alongside.consent.ConsentView;
import org.alongside.oversight.HerRecord;
import org.alongside.oversight.HerRecord.House;

/** What a survivor is given: what she agreed to, and which organisation opened her file when, in words that speak to her. */
public final class HerPaper {

    private HerPaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<HerRecord> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        HerRecord hers = printed.content();
        Paper paper = words.paper(printed)
                .title(words.get("record.title"))
                .say(words.of("record.for", hers.holder()))
                .say(words.get("record.safe"))
                .fact(words.get("code"), hers.caseCode());
        paper.part(words.get("record.consents")).say(words.get("record.consents.words"));
        if (hers.consents().isEmpty()) {
            paper.say(words.get("record.consents.none"));
        }
        hers.consents().forEach(consent -> consent(paper, words, consent));
        paper.part(words.get("record.seen")).say(words.get("record.seen.words"));
        hers.houses().forEach(house -> house(paper, words, house));
        paper.part(words.get("record.rights"))
                .points(List.of(
                        words.get("record.rights.end"),
                        words.get("record.rights.ask"),
                        words.get("record.rights.help"),
                        words.get("record.rights.left")));
        return Press.print(paper, locale);
    }

    private static void consent(Paper paper, Words words, ConsentView consent) {
        paper.subpart(consent.recipientName())
                .fact(words.get("record.may"), words.codes("data_category", consent.categories()))
                .fact(words.shared("consent.for"), words.code("consent_purpose", consent.purpose()))
                .fact(words.get("record.given"), words.day(consent.givenAt()))
                .fact(words.get("consent.status"), words.code("consent_status", consent.status()));
        if (consent.withdrawnAt().isPresent()) {
            paper.fact(
                    words.get("record.ended"), words.day(consent.withdrawnAt().get()));
        } else {
            paper.fact(
                    words.shared("consent.until"), words.day(consent.expiresAt().minusMillis(1)));
        }
    }

    private static void house(Paper paper, Words words, House house) {
        paper.subpart(house.name());
        house.days()
                .forEach(day -> paper.fact(
                        words.day(day.day()),
                        String.join(
                                "\n",
                                day.acts().stream()
                                        .map(act -> words.times(
                                                words.sharedName("oversight.act", act.action()), act.times()))
                                        .toList())));
    }
}
