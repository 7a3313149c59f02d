package org.alongside.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.CaseView.Demographics;
import org.alongside.casefile.CaseView.SafeContact;
import org.alongside.referral.ReferralPreview;
import org.alongside.referral.ReferralPreview.AfterAcceptance;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Text;

/** What the recipient will find in the file after accepting, in the words that stand there now. */
@Named
@RequestScoped
public class Recipient {
    /** Keeps a number or a name in its own direction among words of the other one (Unicode FSI and PDI). */
    private static final String ISOLATED = "\u2068%s\u2069";

    @Inject
    private Text text;

    @Inject
    private CodeWords codes;

    /** One line: what they see of it, or why they do not. */
    public record Line(boolean closed, String name, String words) {}

    public List<Line> sees(ReferralPreview preview, CaseView file) {
        Stream<Line> shareable = preview.after().stream().map(after -> line(after, file));
        Stream<Line> never = Stream.of(Category.SHELTER_PLACEMENT, Category.COUNSELLING_NOTES)
                .map(category -> new Line(true, name(category), text.get("referral.sees.never")));
        return Stream.concat(shareable, never)
                .sorted((a, b) -> Boolean.compare(a.closed(), b.closed()))
                .toList();
    }

    static Set<Category> agreed(ReferralPreview preview) {
        return preview.after().stream()
                .filter(after -> after.agreed()
                        && after.keptBack().filter("WHOLE"::equals).isEmpty())
                .map(AfterAcceptance::category)
                .collect(Collectors.toSet());
    }

    private Line line(AfterAcceptance after, CaseView file) {
        if (!after.agreed()) {
            return closed(after, "referral.sees.notAgreed");
        }
        if (after.keptBack().filter("WHOLE"::equals).isPresent()) {
            return closed(after, "referral.sees.keptBack");
        }
        if (!after.chosen()) {
            return closed(after, "referral.sees.leftOut");
        }
        if (!after.depth().reaches(Depth.EXISTENCE)) {
            return closed(after, "referral.sees.notTheirWork");
        }
        String found = after.depth().reaches(Depth.MINIMUM)
                ? words(after.category(), after.depth() == Depth.FULL, file)
                : text.get("referral.sees.existence");
        String words = found.isEmpty() ? text.get("referral.sees.nothingYet") : found;
        return new Line(
                false,
                name(after.category()),
                after.keptBack().isPresent() ? text.of("referral.sees.least", words) : words);
    }

    private Line closed(AfterAcceptance after, String why) {
        return new Line(true, name(after.category()), text.get(why));
    }

    /** What stands there now, as far as the depth lets them read. */
    private String words(Category category, boolean whole, CaseView file) {
        Stream<String> found =
                switch (category) {
                    case IDENTITY ->
                        Stream.concat(
                                of(file.who(), who -> Stream.of(who.preferredName(), code("age_band", who.ageBand()))),
                                of(whole, file.identity(), name -> Stream.of(name.given(), name.family())));
                    case CONTACT_LOCATION -> of(file.contact(), this::contact);
                    case DEMOGRAPHICS ->
                        Stream.concat(
                                of(
                                        file.language(),
                                        one -> Stream.of(
                                                code("language", one.code()), code("interpreter", one.interpreter()))),
                                of(whole, file.demographics(), this::background));
                    case TRAFFICKING_EXPERIENCE ->
                        of(whole, file.experience(), one -> Stream.of(text.get("referral.sees.story")));
                    case SAFETY_RISK ->
                        Stream.concat(
                                of(
                                        file.safety(),
                                        one -> Stream.of(
                                                code("risk_level", one.riskLevel()),
                                                codes.words("safety_constraint", one.constraints()))),
                                of(whole, file.safetyNote(), note -> Stream.of(note.note())));
                    case CARE_PLAN_GOALS ->
                        of(whole, file.needs(), one -> Stream.of(codes.words("need", one.needs()), quoted(one.wish())));
                    default -> Stream.empty();
                };
        return found.filter(one -> one != null && !one.isBlank())
                .map(one -> ISOLATED.formatted(one))
                .collect(Collectors.joining(text.get("frame.comma")));
    }

    private Stream<String> contact(SafeContact contact) {
        String story = contact.coverStory();
        return Stream.of(
                code("contact_channel", contact.channel()),
                contact.value(),
                contact.safeHours(),
                story == null || story.isBlank() ? null : text.of("referral.sees.say", story),
                contact.never());
    }

    private Stream<String> background(Demographics one) {
        return Stream.of(
                code("sex_recorded", one.sex()), codes.countries(one.citizenship()), code("region", one.region()));
    }

    private String quoted(String wish) {
        return wish == null || wish.isBlank() ? null : text.of("referral.sees.quote", wish);
    }

    private String code(String list, String code) {
        return code == null ? null : text.name("code." + list, code);
    }

    private static <T> Stream<String> of(Optional<T> part, Function<T, Stream<String>> words) {
        return part.stream().flatMap(words);
    }

    private static <T> Stream<String> of(boolean seen, Optional<T> part, Function<T, Stream<String>> words) {
        return seen ? of(part, words) : Stream.empty();
    }

    private String name(Category category) {
        return text.name("code.data_category", category);
    }
}
