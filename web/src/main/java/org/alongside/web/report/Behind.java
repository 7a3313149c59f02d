package org.alongside.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.report.Coordination;
import org.alongside.report.Coordination.Became;
import org.alongside.report.Side;

/** The queries of addresses that open what is behind a number: days, codes and ids of organisations, nothing else. */
public final class Behind {
    private static final Map<String, List<String>> STATES = Map.of(
            "waiting", Became.WAITING.states(),
            "accepted", Became.ACCEPTED.states(),
            "declined", Became.DECLINED.states(),
            "ended", Became.ENDED.states(),
            "forAnswer", List.of("SENT", "RECEIVED", "INFO_REQUESTED"),
            "onList", List.of("WAITLISTED"),
            "forContact", List.of("ACCEPTED"));

    private final String house;
    private final String days;

    private Behind(String house, String days) {
        this.house = house;
        this.days = days;
    }

    static Behind of(Coordination overview) {
        String house = overview.organisation()
                .map(one -> (overview.side() == Side.RECEIVED ? "&recipient=" : "&sender=") + one)
                .orElse("");
        return new Behind(house, days(overview.from(), overview.until()));
    }

    private static String days(LocalDate from, LocalDate until) {
        return "from=" + from + "&until=" + until;
    }

    /** Of the period: {@code #{behind.sent('service', one.serviceType)}}. */
    public String sent(String... pairs) {
        return days + rest(pairs);
    }

    /** Of one week or month of the period. */
    public String stretch(Coordination.Stretch one) {
        return days(one.from(), one.until()) + rest();
    }

    /** Of what waits now. */
    public String now(String... pairs) {
        return rest(pairs).substring(1);
    }

    /** One flow of the period, in one of the groups of states; no group for all of it. */
    public String flow(Coordination.Flow flow, String group) {
        return days
                + pairs(
                        "sender",
                        flow.sender().toString(),
                        "recipient",
                        flow.recipient().toString(),
                        "service",
                        flow.serviceType())
                + states(group);
    }

    /** What waits now for one kind of help, in one of the groups of states. */
    public String queue(String service, String group) {
        return now("service", service) + states(group);
    }

    /** Of the period, in one of the groups of states. */
    public String group(String group, String... pairs) {
        return sent(pairs) + states(group);
    }

    private String rest(String... pairs) {
        return house + pairs(pairs) + (house.isEmpty() && pairs.length == 0 ? "&" : "");
    }

    private static String states(String group) {
        return STATES.getOrDefault(group, List.of()).stream()
                .map(state -> "&states=" + state)
                .collect(Collectors.joining());
    }

    private static String pairs(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(
                        at -> "&" + pairs[2 * at] + "=" + URLEncoder.encode(pairs[2 * at + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
