package org.alongside.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Openness;
import org.alongside.access.Role;
import org.alongside.shared.OrganisationId;

/**
 * How far documents of one case are the caller's: the gate's own reckoning (DOMAIN 7.2, * by document class; ACCESS 1: grants concern what others wrote).
 * The database makes its own.
 */
record DocumentReach(Caller caller, Openness open, List<Reader> readers) {
    /** What belongs to no fixed kind is never a counsellor's or the police's. */
    private static final Set<Category> NO_LABEL = EnumSet.of(
            Category.COUNSELLING_NOTES, Category.LAW_ENFORCEMENT_INTELLIGENCE, Category.DOCUMENTS, Category.STATISTICS);

    /**
     * What a role makes of a class.
     *
     * @param fixed the kind of information of the class; empty: who brings it says
     * @param opens the kind that must be open; empty: the one of the document
     * @param whole or only that it is there
     * @param keeps whether the role brings such documents
     * @param shared whether a grant opens it to another house
     */
    record Reader(
            String documentClass,
            Role role,
            Optional<Category> fixed,
            Optional<Category> opens,
            boolean whole,
            boolean keeps,
            boolean shared) {}

    Depth depth(String documentClass, Category category, OrganisationId house) {
        return readers.stream()
                .filter(reader -> reader.documentClass().equals(documentClass) && caller.has(reader.role()))
                .filter(reader -> reaches(reader, reader.opens().orElse(category), house))
                .map(reader -> reader.whole() ? Depth.FULL : Depth.MINIMUM)
                .max(Depth::compareTo)
                .orElse(Depth.NONE);
    }

    private boolean reaches(Reader reader, Category opens, OrganisationId house) {
        boolean own = house.equals(caller.organisation()) && open.depth(opens).reaches(Depth.EXISTENCE);
        return own
                || reader.shared()
                        && open.full(Category.DOCUMENTS)
                        && (reader.whole() ? open.full(opens) : open.minimum(opens));
    }

    /** Whether the caller brings documents of that class and kind here. */
    boolean brings(String documentClass, Category category) {
        return category != null
                && readers.stream()
                        .filter(reader -> reader.documentClass().equals(documentClass)
                                && reader.keeps()
                                && caller.has(reader.role()))
                        .filter(reader -> reader.fixed().map(category::equals).orElse(!NO_LABEL.contains(category)))
                        .anyMatch(reader -> open.writes(reader.opens().orElse(category)));
    }

    /** Whether the caller adds versions to it, renames or withdraws it: who brought it, or who leads. */
    boolean keeps(String documentClass, Category category, OrganisationId house) {
        return (house.equals(caller.organisation()) || open.leads())
                && brings(documentClass, category)
                && depth(documentClass, category, house) == Depth.FULL;
    }

    /** The classes that the caller may bring. */
    List<String> classes() {
        return readers.stream()
                .filter(reader -> reader.fixed()
                        .map(category -> brings(reader.documentClass(), category))
                        .orElseGet(() -> !labels().isEmpty() && caller.has(reader.role())))
                .map(Reader::documentClass)
                .distinct()
                .toList();
    }

    /** The kinds of information that the caller may choose where the class leaves that open. */
    List<Category> labels() {
        List<String> left = readers.stream()
                .filter(reader -> reader.fixed().isEmpty())
                .map(Reader::documentClass)
                .distinct()
                .toList();
        return Arrays.stream(Category.values())
                .filter(category -> left.stream().anyMatch(one -> brings(one, category)))
                .toList();
    }

    /** The kind of information of a class; empty: who brings it says. */
    Optional<Category> fixed(String documentClass) {
        return readers.stream()
                .filter(reader -> reader.documentClass().equals(documentClass))
                .findFirst()
                .flatMap(Reader::fixed);
    }

    /** Whether any document could be the caller's to know here. */
    boolean any() {
        return readers.stream().filter(reader -> caller.has(reader.role())).anyMatch(reader -> reader.opens()
                .map(category -> reaches(reader, category, caller.organisation()))
                .orElseGet(() -> !labels().isEmpty()));
    }
}
