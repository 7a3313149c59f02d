package org.alongside.notice;

import java.util.Optional;
import java.util.UUID;
import org.alongside.worklist.TaskGroup;

/**
 * Something changed, as the database tells it: ids only.
 *
 * @param kind what the id is of: a case, a referral's card, the beds of a house, or none where it is a group's list of tasks
 * @param id the case, the referral, or the organisation whose beds they are
 * @param mask which kinds of information it belongs to; -1: any
 * @param organisation of a case: which organisation alone it concerns beside the lead
 * @param group whose list of tasks changed
 */
record Change(Kind kind, Optional<UUID> id, int mask, Optional<UUID> organisation, Optional<TaskGroup> group) {
    /** What changed. */
    enum Kind {
        CASE,
        CARD,
        BOARD,
        GROUP
    }

    /** Reads a payload; empty where another version of the product wrote it. */
    static Optional<Change> parse(String payload) {
        String[] parts = payload.split(" ");
        try {
            return switch (parts[0]) {
                case "case" ->
                    Optional.of(new Change(
                            Kind.CASE,
                            Optional.of(UUID.fromString(parts[1])),
                            Integer.parseInt(parts[2]),
                            parts.length > 3 ? Optional.of(UUID.fromString(parts[3])) : Optional.empty(),
                            Optional.empty()));
                case "card" ->
                    Optional.of(new Change(
                            Kind.CARD, Optional.of(UUID.fromString(parts[1])), -1, Optional.empty(), Optional.empty()));
                case "board" ->
                    Optional.of(new Change(
                            Kind.BOARD,
                            Optional.of(UUID.fromString(parts[1])),
                            -1,
                            Optional.empty(),
                            Optional.empty()));
                case "group" ->
                    Optional.of(new Change(
                            Kind.GROUP, Optional.empty(), -1, Optional.empty(), Optional.of(TaskGroup.of(parts[1]))));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    /** The payload that tells of a group's list. */
    static String of(TaskGroup group) {
        return "group " + group;
    }
}
