package org.alongside.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.report.Coordination.Kept;
import org.alongside.report.Coordination.Waiting;
import org.alongside.shared.OrganisationId;

/** Gathers what waits now, and which deadlines are being missed by it. */
final class Late {
    private final Side side;
    private final OrganisationId house;
    private final List<Some> all = new ArrayList<>();

    Late(Side side, OrganisationId house) {
        this.side = side;
        this.house = house;
    }

    /** Whether it was one of those looked at. */
    boolean add(
            String serviceType, UUID sender, UUID recipient, String state, LocalDate sentOn, boolean late, long count) {
        return (side == Side.ALL || house.value().equals(side == Side.SENT ? sender : recipient))
                && all.add(new Some(serviceType, state, sentOn, late, count));
    }

    /** By kind of help, where most is late first. */
    List<Waiting> waiting() {
        Map<String, Waiting> byService = new TreeMap<>();
        for (Some some : all) {
            long late = some.late ? some.count : 0;
            Waiting one =
                    switch (some.state) {
                        case "WAITLISTED" -> new Waiting(some.serviceType, 0, some.count, 0, late);
                        case "ACCEPTED" -> new Waiting(some.serviceType, 0, 0, some.count, late);
                        default -> new Waiting(some.serviceType, some.count, 0, 0, late);
                    };
            byService.merge(
                    some.serviceType,
                    one,
                    (a, b) -> new Waiting(
                            a.serviceType(),
                            a.forAnswer() + b.forAnswer(),
                            a.onList() + b.onList(),
                            a.forContact() + b.forContact(),
                            a.late() + b.late()));
        }
        return byService.values().stream()
                .sorted(Comparator.comparingLong(Waiting::late)
                        .thenComparingLong(Waiting::all)
                        .reversed()
                        .thenComparing(Waiting::serviceType))
                .toList();
    }

    /** Answers that are late now, of what was sent from the first to the last day. */
    Kept answers(LocalDate from, LocalDate until) {
        return missed(from, until, false);
    }

    /** First contacts that are late now. */
    Kept contacts(LocalDate from, LocalDate until) {
        return missed(from, until, true);
    }

    /** Both, by the day of sending. */
    Map<LocalDate, Kept> byDay(LocalDate from, LocalDate until) {
        Map<LocalDate, Kept> days = new TreeMap<>();
        all.stream()
                .filter(some -> some.misses(from, until))
                .forEach(some -> days.merge(some.sentOn, new Kept(0, some.count), Kept::plus));
        return days;
    }

    private Kept missed(LocalDate from, LocalDate until, boolean contact) {
        return new Kept(
                0,
                all.stream()
                        .filter(some -> some.misses(from, until) && some.state.equals("ACCEPTED") == contact)
                        .mapToLong(Some::count)
                        .sum());
    }

    private record Some(String serviceType, String state, LocalDate sentOn, boolean late, long count) {
        /** A day to look at a waiting list again is not a deadline. */
        boolean misses(LocalDate from, LocalDate until) {
            return late && !state.equals("WAITLISTED") && !sentOn.isBefore(from) && !sentOn.isAfter(until);
        }
    }
}
