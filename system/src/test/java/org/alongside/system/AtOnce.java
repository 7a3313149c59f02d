package org.alongside.system;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    /** What each was answered, in the order in which they stand; all have been answered then, also where one could not be asked. */
    static <A, R> Map<A, R> each(Collection<A> asked, Function<A, R> ask) {
        List<A> order = List.copyOf(asked);
        List<Callable<R>> questions =
                order.stream().map(one -> (Callable<R>) () -> ask.apply(one)).toList();
        Map<A, R> answers = new LinkedHashMap<>();
        try {
            List<Future<R>> sent = PEOPLE.invokeAll(questions);
            for (int n = 0; n < sent.size(); n++) {
                answers.put(order.get(n), sent.get(n).get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(String.valueOf(order.get(answers.size())), e);
        }
        return answers;
    }
}
