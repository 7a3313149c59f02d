package org.alongside.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.outcome.NewScale.NewScaleBand;
import org.alongside.outcome.NewScale.NewScaleItem;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;

/** What a scale must be before it can be put to anybody, and what can be answered to one. */
final class ScaleRules {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,19}");
    private static final int MOST_ITEMS = 60;
    private static final int MOST_BANDS = 12;
    private static final int WIDEST = 100;

    private ScaleRules() {}

    /** Refuses with every reason by field. */
    static void check(NewScale scale, Codes codes) {
        Check check = new Check();
        new Fields(codes, check).check(scale, "");
        check.that(scale.code() == null || CODE.matcher(scale.code()).matches(), "code", "not-a-scale-code");
        List<NewScaleItem> items = scale.items() == null ? List.of() : scale.items();
        check.that(!items.isEmpty(), "items", "missing");
        check.that(items.size() <= MOST_ITEMS, "items", "too-many", MOST_ITEMS);
        for (int at = 0; at < items.size(); at++) {
            item(check, items.get(at), "items." + at);
        }
        Set<Integer> values = new HashSet<>();
        List<NewScale.NewScaleAnswer> answers = scale.answers() == null ? List.of() : scale.answers();
        for (int at = 0; at < answers.size(); at++) {
            check.that(
                    answers.get(at) != null && values.add(answers.get(at).value()),
                    "answers." + at + ".value",
                    "chosen-twice");
        }
        if (items.stream().allMatch(Objects::nonNull)) {
            bands(check, scale, items);
        }
        check.orRefuse();
    }

    private static void item(Check check, NewScaleItem item, String path) {
        check.that(item != null, path, "missing");
        if (item != null) {
            check.that(item.most() > item.least(), path + ".most", "not-above-least");
            check.that(item.most() - item.least() <= WIDEST, path + ".most", "too-wide", WIDEST);
            check.that(
                    item.alarmFrom() == null || item.alarmFrom() >= item.least() && item.alarmFrom() <= item.most(),
                    path + ".alarmFrom",
                    "answer-out-of-range",
                    item.least(),
                    item.most());
        }
    }

    /** From the least sum to the greatest, one after the other, without a gap. */
    private static void bands(Check check, NewScale scale, List<NewScaleItem> items) {
        List<NewScaleBand> bands = scale.bands() == null ? List.of() : scale.bands();
        check.that(!bands.isEmpty(), "bands", "missing");
        check.that(bands.size() <= MOST_BANDS, "bands", "too-many", MOST_BANDS);
        int next = items.stream().mapToInt(NewScaleItem::least).sum();
        for (int at = 0; at < bands.size(); at++) {
            NewScaleBand band = bands.get(at);
            check.that(
                    band != null && band.from() == next && band.until() >= band.from(),
                    "bands." + at + ".from",
                    "band-with-a-gap",
                    next);
            next = band == null ? next : band.until() + 1;
        }
        int most = items.stream().mapToInt(NewScaleItem::most).sum();
        check.that(bands.isEmpty() || next == most + 1, "bands", "bands-end-elsewhere", most);
    }

    /** Adds what is wrong in the answers, or with putting that scale to her. */
    static void putToHer(Check check, Scales scales, UUID chosen, CaseId caseId, List<Integer> answers) {
        if (chosen != null) {
            Optional<Scale> scale = scales.find(chosen).filter(one -> !one.retired());
            check.that(scale.isPresent(), "scale", "unknown-scale");
            scale.ifPresent(one -> {
                check.that(scales.fits(one.id(), caseId), "scale", "scale-for-adults");
                if (answers != null) {
                    answers(check, one, answers);
                }
            });
        }
    }

    /** Adds what is wrong in the answers to a scale, question by question. */
    static void answers(Check check, Scale scale, List<Integer> answers) {
        if (answers.size() != scale.items().size()) {
            check.that(false, "answers", "answer-all", scale.items().size());
            return;
        }
        for (Scale.ScaleItem item : scale.items()) {
            Integer answer = answers.get(item.position() - 1);
            String field = "answers." + (item.position() - 1);
            check.that(answer != null, field, "missing");
            check.that(
                    answer == null || answer >= item.least() && answer <= item.most(),
                    field,
                    "answer-out-of-range",
                    item.least(),
                    item.most());
        }
    }
}
