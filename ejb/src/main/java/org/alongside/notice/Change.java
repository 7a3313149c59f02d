package org.alongside.notice;

import java.util.Optional;
import java.util.UUID;
import org.alongside.worklist.TaskGroup;

/**
 * Something changed, as the database tells it: ids only.
 *
 * @param kind what the id is of: a case, a referral's card, the beds of an organisation, the log of a house, or none where it is a
 *     group's list of tasks
 * @param id the case, the referral, the organisation whose beds they are, or the house
 * @param mask which kinds of information it belongs to; -1: any
 * @param organisation of a case: which organisation alone it concerns beside the lead
 * @param about of a line in a log: whom it is about, if it is about somebody
 * @param group whose list of tasks changed
 */
record Change(
        Kind kind,
        Optional<UUID> id,
        int mask,
        Optional<UUID> organisation,
        Optional<UUID> about,
        Optional<TaskGroup> group) {
    /** What changed. */
    enum Kind {
        CASE,
        CARD,
        BOARD,
        LOGBOOK,
        GROUP
    }

    /** Reads a payload; empty where another version of the product wrote it. */
    static Optional<Change> parse(String payload) {
        String[] parts = payload.split(" ");
        try {
            return switch (parts[0]) {
                case "case" ->
                    Optional.of(of(Kind.CASE, parts, Integer.parseInt(parts[2]), id(parts, 3), Optional.empty()));
                case "card" -> Optional.of(of(Kind.CARD, parts, -1, Optional.empty(), Optional.empty()));
                case "board" -> Optional.of(of(Kind.BOARD, parts, -1, Optional.empty(), Optional.empty()));
                case "logbook" -> Optional.of(of(Kind.LOGBOOK, parts, -1, Optional.empty(), id(parts, 2)));
                case "group" ->
                    Optional.of(new Change(
                            Kind.GROUP,
                            Optional.empty(),
                            -1,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(TaskGroup.of(parts[1]))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    private static Change of(Kind kind, String[] parts, int mask, Optional<UUID> organisation, Optional<UUID> about) {
        return new Change(kind, Optional.of(UUID.fromString(parts[1])), mask, organisation, about, Optional.empty());
    }

    private static Optional<UUID> id(String[] parts, int at) {
        return parts.length > at ? Optional.of(UUID.fromString(parts[at])) : Optional.empty();
    }

    /** The payload that tells of a group's list. */
    static String of(TaskGroup group) {
        return "group " + group;
    }
}
