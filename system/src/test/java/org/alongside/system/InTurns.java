package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Asks several sides the same in turns, so that whatever else the machine does meets all of them alike; the first is the floor. */
final class InTurns {
    private final Map<String, IntFunction<Reply>> sides = new LinkedHashMap<>();

    /** @param question asked with the number of the round, from 0 */
    InTurns side(String name, IntFunction<Reply> question) {
        sides.put(name, question);
        return this;
    }

    /** Asks each so often, after as many rounds to warm up, and prints what it took and the ratio to the floor. */
    void print(String what, int warm, int times) {
        List<String> names = List.copyOf(sides.keySet());
        long[][] micros = new long[names.size()][times];
        for (int round = 0; round < warm + times; round++) {
            for (int turn = 0; turn < names.size(); turn++) {
                int side = (round + turn) % names.size();
                long took = took(names.get(side), round);
                if (round >= warm) {
                    micros[side][round - warm] = took;
                }
            }
        }
        System.out.printf("%n%s, %d times each in turns%n", what, times);
        for (long[] each : micros) {
            Arrays.sort(each);
        }
        for (int side = 0; side < names.size(); side++) {
            System.out.printf(
                    "  %-45s median %6.2f ms (%+5.1f %%), p95 %6.2f ms (%+5.1f %%)%n",
                    names.get(side),
                    micros[side][times / 2] / 1000.0,
                    more(micros[side][times / 2], micros[0][times / 2]),
                    micros[side][times * 95 / 100] / 1000.0,
                    more(micros[side][times * 95 / 100], micros[0][times * 95 / 100]));
        }
    }

    private long took(String side, int round) {
        long begun = System.nanoTime();
        Reply reply = sides.get(side).apply(round);
        long took = (System.nanoTime() - begun) / 1000;
        assertThat(reply.status()).as(side + ": " + reply).isBetween(200, 299);
        return took;
    }

    private static double more(long than, long floor) {
        return 100.0 * than / floor - 100;
    }
}
