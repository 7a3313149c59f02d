package org.alongside.web.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Printed;
import org.alongside.evidence.PrintedLegalFile;
import org.alongside.evidence.PrintedLegalFile.PrintedMatter;
import org.alongside.proceeding.MatterView.Compensation;
import org.alongside.proceeding.MatterView.LawyersFile;
import org.alongside.proceeding.PaymentService.Payment;
import org.alongside.proceeding.Restitution.Cost;
import org.alongside.proceeding.TakenBack;

/** What her lawyers keep in their matters: how far each is, its money, its costs and its evidence from hand to hand. */
public final class LegalFilePaper {

    private LegalFilePaper() {}

    /** The PDF. */
    public static byte[] pdf(Printed<PrintedLegalFile> printed, Locale locale) {
        Words words = new Words(locale, printed.mark());
        Paper paper = words.paper(printed)
                .title(words.get("legal.title"))
                .say(words.get("legal.for"))
                .fact(words.get("code"), printed.content().caseCode());
        if (printed.content().matters().isEmpty()) {
            paper.say(words.get("legal.nothing"));
        }
        printed.content().matters().forEach(matter -> matter(paper, words, matter));
        return Press.print(paper, locale);
    }

    private static void matter(Paper paper, Words words, PrintedMatter printed) {
        LawyersFile file = printed.kept().matter().file().orElseThrow();
        paper.part(words.sharedOf(
                        "proceeding.numbered",
                        words.code("proceeding_type", file.track()),
                        printed.kept().matter().number()))
                .fact(words.shared("proceeding.stage"), words.code("proceeding_stage", file.stage()))
                .fact(words.get("opened"), words.day(file.openedAt()))
                .fact(words.shared("proceeding.before.court"), file.court().orElse(null))
                .fact(
                        words.shared("proceeding.before.reference"),
                        file.reference().orElse(null))
                .quote(file.note());
        file.compensation().ifPresent(money -> money(paper, words, money));
        Optional<String> currency = file.compensation().flatMap(Compensation::currency);
        List<Payment> payments = printed.kept().payments();
        if (!payments.isEmpty()) {
            paper.subpart(words.shared("proceeding.payments"))
                    .points(payments.stream()
                            .map(one -> line(
                                    words,
                                    one.takenBack(),
                                    words.day(one.paidOn()),
                                    amount(one.amount(), currency.orElse("")),
                                    words.code("award_payer", one.payer())))
                            .toList());
        }
        List<Cost> costs = printed.kept().costs().costs();
        if (!costs.isEmpty()) {
            paper.subpart(words.shared("proceeding.costs"))
                    .points(costs.stream()
                            .map(one -> line(
                                    words,
                                    one.takenBack(),
                                    words.day(one.spentOn()),
                                    amount(one.amount(), one.currency()),
                                    words.code("cost_kind", one.kind()),
                                    words.code("cost_bearer", one.bearer()),
                                    one.refundedOn()
                                            .map(day -> words.of("legal.refunded", words.day(day)))
                                            .orElse(null)))
                            .toList());
            printed.kept().costs().sums().forEach(sum -> paper.fact(
                            words.shared("proceeding.costs.all"), amount(sum.all(), sum.currency()))
                    .fact(words.shared("proceeding.costs.hers"), amount(sum.hers(), sum.currency())));
        }
        if (printed.evidence().isEmpty()) {
            paper.subpart(words.shared("evidence.title")).say(words.get("legal.evidence.none"));
        }
        printed.evidence().forEach(one -> CustodyPaper.evidence(paper, words, one));
    }

    private static void money(Paper paper, Words words, Compensation money) {
        String currency = money.currency().orElse("");
        paper.fact(words.shared("proceeding.compensation.claimed"), amount(money.claimed(), currency))
                .fact(words.shared("proceeding.compensation.ordered"), amount(money.ordered(), currency))
                .fact(words.shared("proceeding.compensation.paid"), amount(money.paid(), currency))
                .fact(words.shared("proceeding.payments.open"), amount(money.open(), currency));
    }

    private static String line(Words words, Optional<TakenBack> takenBack, String... said) {
        return Stream.concat(
                        Stream.of(said),
                        takenBack
                                .map(back -> words.of("legal.taken", words.code("written_wrong", back.why())))
                                .stream())
                .filter(one -> one != null)
                .collect(Collectors.joining(words.shared("frame.comma")));
    }

    private static String amount(Optional<BigDecimal> amount, String currency) {
        return amount.filter(one -> one.signum() != 0)
                .map(one -> amount(one, currency))
                .orElse(null);
    }

    private static String amount(BigDecimal amount, String currency) {
        return amount.toPlainString() + " " + currency;
    }
}
