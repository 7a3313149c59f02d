package org.alongside.system;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks a few at a time, as people do, so that a server is never waited for alone. */
final class AtOnce {
    private static final int MANY = 6;
    private static final ExecutorService PEOPLE = Executors.newFixedThreadPool(MANY, task -> {
        Thread person = new Thread(task, "at once");
        person.setDaemon(true);
        return person;
    });

    private AtOnce() {}

    /** What each was answered, in the order in which they stand. */
    static <A, R> Map<A, R> each(Collection<A> asked, Function<A, R> ask) {
        Map<A, Future<R>> sent = new LinkedHashMap<>();
        asked.forEach(one -> sent.put(one, PEOPLE.submit(() -> ask.apply(one))));
        Map<A, R> answers = new LinkedHashMap<>();
        sent.forEach((one, answer) -> {
            try {
                answers.put(one, answer.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(String.valueOf(one), e);
            }
        });
        return answers;
    }
}
