package org.alongside.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.organisation.NewService.Hours;
import org.alongside.shared.Check;

/** What the description of a service must say. */
final class OfferRules {
    static final Set<String> CAPACITIES = Set.of("PLACES", "FEW", "WAITING_LIST", "FULL", "UNKNOWN");

    private static final int OLDEST = 120;

    private final Codes codes;

    OfferRules(Codes codes) {
        this.codes = codes;
    }

    Check check(NewService service) {
        Check check = new Check();
        new Fields(codes, check).check(service, "");
        check.that(age(service.minAge()), "minAge", "unknown-age")
                .that(age(service.maxAge()), "maxAge", "unknown-age")
                .that(inOrder(service.minAge(), service.maxAge()), "maxAge", "ages-backwards")
                .optionalCode(service.capacity(), "capacity", CAPACITIES::contains);
        return hours(check, service.hours());
    }

    private static Check hours(Check check, List<Hours> hours) {
        Set<Integer> days = new HashSet<>();
        for (Hours one : hours) {
            boolean whole = one != null && one.opens() != null && one.closes() != null;
            check.that(whole, "hours", "missing");
            if (whole) {
                check.that(
                                one.weekday() >= 1 && one.weekday() <= 7 && days.add(one.weekday()),
                                "hours",
                                "unknown-weekday")
                        .that(one.opens().isBefore(one.closes()), "hours", "hours-backwards");
            }
        }
        return check;
    }

    private static boolean age(Integer years) {
        return years == null || years >= 0 && years <= OLDEST;
    }

    private static boolean inOrder(Integer min, Integer max) {
        return Objects.requireNonNullElse(min, 0) <= Objects.requireNonNullElse(max, OLDEST);
    }
}
