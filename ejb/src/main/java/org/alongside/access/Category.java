package org.alongside.access;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The fourteen kinds of information (DOMAIN 7.2); the ordinal is the number and the bit in the database. */
public enum Category {
    IDENTITY,
    CONTACT_LOCATION,
    SHELTER_PLACEMENT,
    DEMOGRAPHICS,
    TRAFFICKING_EXPERIENCE,
    HEALTH,
    COUNSELLING_NOTES,
    LEGAL,
    LAW_ENFORCEMENT_INTELLIGENCE,
    SAFETY_RISK,
    CARE_PLAN_GOALS,
    REFERRALS,
    DOCUMENTS,
    STATISTICS;

    /** What a survivor can agree to share in a referral today: the kinds that this version keeps. */
    public static final Set<Category> SHAREABLE = EnumSet.of(
            IDENTITY,
            CONTACT_LOCATION,
            DEMOGRAPHICS,
            TRAFFICKING_EXPERIENCE,
            HEALTH,
            LEGAL,
            SAFETY_RISK,
            CARE_PLAN_GOALS,
            DOCUMENTS);

    private static final List<Category> ALL = List.of(values());

    public short number() {
        return (short) ordinal();
    }

    public int bit() {
        return 1 << ordinal();
    }

    public static Category of(int number) {
        return ALL.get(number);
    }

    public static Set<Category> ofNumbers(Collection<Short> numbers) {
        Set<Category> found = EnumSet.noneOf(Category.class);
        numbers.forEach(number -> found.add(of(number)));
        return found;
    }

    /** The categories in their order, so that two equal sets also read equal; none for null. */
    public static Set<Category> inOrder(Collection<Category> categories) {
        Set<Category> ordered = EnumSet.noneOf(Category.class);
        ordered.addAll(categories == null ? Set.of() : categories);
        return Collections.unmodifiableSet(ordered);
    }

    /** From their numbers as a row tells the codes of an array. */
    public static Set<Category> ofCodes(Collection<String> numbers) {
        return inOrder(numbers.stream().map(Integer::parseInt).map(Category::of).toList());
    }

    /** Their numbers as they are bound where {@code smallint[]} is asked for. */
    public static List<String> codes(Collection<Category> categories) {
        return numbers(categories).stream().map(String::valueOf).toList();
    }

    public static List<Short> numbers(Collection<Category> categories) {
        return categories.stream().map(Category::number).sorted().toList();
    }
}
