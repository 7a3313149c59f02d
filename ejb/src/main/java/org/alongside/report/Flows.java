package org.alongside.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.report.Coordination.Became;
import org.alongside.report.Coordination.Flow;
import org.alongside.report.Coordination.Link;
import org.alongside.report.Coordination.StateCount;
import org.alongside.shared.OrganisationId;

/** Gathers the totals of states into who asked whom for what. */
final class Flows {
    private final Side side;
    private final Map<Who, Map<String, Long>> byWho = new LinkedHashMap<>();
    private final Map<String, Long> states = new TreeMap<>();

    private static final Comparator<String> NAMELESS_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    Flows(Side side) {
        this.side = side;
    }

    /** Always true, so that it can be what a row is read into. */
    boolean add(UUID sender, UUID recipient, String serviceType, String state, long count) {
        if (count != 0) {
            byWho.computeIfAbsent(new Who(sender, recipient, serviceType), who -> new HashMap<>())
                    .merge(state, count, Long::sum);
            states.merge(state, count, Long::sum);
        }
        return true;
    }

    long sent() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    List<StateCount> states() {
        return states.entrySet().stream()
                .map(one -> new StateCount(one.getKey(), one.getValue()))
                .toList();
    }

    Set<UUID> organisations() {
        return byWho.keySet().stream()
                .flatMap(who -> Stream.of(who.sender, who.recipient))
                .collect(Collectors.toSet());
    }

    /** How much of each kind of help each one asks for; of one organisation's asking, how much of it each one is asked. */
    List<Link> links(Map<UUID, String> names) {
        Map<Who, Long> links = new LinkedHashMap<>();
        byWho.forEach((who, states) -> links.merge(
                new Who(side == Side.SENT ? who.recipient : who.sender, null, who.serviceType),
                states.values().stream().mapToLong(Long::longValue).sum(),
                Long::sum));
        return links.entrySet().stream()
                .map(one -> new Link(
                        new OrganisationId(one.getKey().sender),
                        names.get(one.getKey().sender),
                        one.getKey().serviceType,
                        one.getValue()))
                .sorted(Comparator.comparingLong(Link::sent)
                        .reversed()
                        .thenComparing(Link::organisationName, NAMELESS_LAST)
                        .thenComparing(Link::serviceType))
                .toList();
    }

    List<Flow> list(Map<UUID, String> names) {
        return byWho.entrySet().stream()
                .map(one -> flow(one.getKey(), one.getValue(), names))
                .sorted(Comparator.comparingLong(Flow::sent)
                        .reversed()
                        .thenComparing(Flow::senderName, NAMELESS_LAST)
                        .thenComparing(Flow::recipientName, NAMELESS_LAST)
                        .thenComparing(Flow::serviceType))
                .toList();
    }

    private static Flow flow(Who who, Map<String, Long> states, Map<UUID, String> names) {
        return new Flow(
                new OrganisationId(who.sender),
                names.get(who.sender),
                new OrganisationId(who.recipient),
                names.get(who.recipient),
                who.serviceType,
                states.values().stream().mapToLong(Long::longValue).sum(),
                sum(states, Became.WAITING),
                sum(states, Became.ACCEPTED),
                sum(states, Became.DECLINED),
                sum(states, Became.ENDED));
    }

    private static long sum(Map<String, Long> states, Became these) {
        return these.states().stream()
                .mapToLong(state -> states.getOrDefault(state, 0L))
                .sum();
    }

    private record Who(UUID sender, UUID recipient, String serviceType) {}
}
