package org.alongside.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The plans of what the product itself asked: while this is open, the database writes down how it answers each statement
 * of the application's role, as it was prepared there, and of the functions behind it.
 */
final class Plans implements AutoCloseable {
    /** How often a question is asked before its plans are taken: as often as it takes until they are kept. */
    static final int BEFORE = 8;

    private static final int LONGEST = 200;
    private static final String SETTING = "alter role alongside_app in database alongside ";
    private static final Pattern BEGINS = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d .*? LOG:  duration: .* plan:$");

    private final Product product;

    Plans(Product product) {
        this.product = product;
        product.sql().run(SETTING + "set session_preload_libraries = 'auto_explain'");
        for (String each : List.of(
                "log_min_duration = 0",
                "log_analyze = on",
                "log_buffers = on",
                "log_timing = off",
                "log_nested_statements = on",
                "log_parameter_max_length = 0")) {
            product.sql().run(SETTING + "set auto_explain." + each);
        }
        reconnect();
    }

    /** Prints those plans of one request in which this expression is found, each once, with how often it was asked. */
    void print(String what, Supplier<Reply> question, String about) throws IOException {
        for (int round = 0; round < BEFORE; round++) {
            question.get();
        }
        long from = Files.size(log());
        Reply reply = question.get();
        System.out.printf("%n%s: %d, its plans as the application's role%n", what, reply.status());
        Map<String, List<String>> alike = Arrays.stream(BEGINS.split(written(from)))
                .skip(1)
                .filter(Pattern.compile(about).asPredicate())
                .map(Plans::kept)
                .collect(groupingBy(plan -> plan.replaceAll("\\d+", ""), LinkedHashMap::new, toList()));
        alike.values().forEach(plans -> System.out.printf("%s  asked %d times%n", plans.get(0), plans.size()));
    }

    /** The plan alone, without what else the log says after it, and no line longer than a screen is wide. */
    private static String kept(String logged) {
        return logged.lines()
                .takeWhile(line -> line.startsWith("\t") || line.isEmpty())
                .filter(line -> !line.isBlank())
                .map(line -> "  " + line.replace("\t", "") + "\n")
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + " ...\n" : line)
                .collect(joining());
    }

    private String written(long from) throws IOException {
        byte[] all = Files.readAllBytes(log());
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    private Path log() {
        return product.stack().log().resolveSibling("postgresql.log");
    }

    @Override
    public void close() {
        product.sql().run(SETTING + "reset all");
        reconnect();
    }

    /** The server's pool finds its connections gone and makes new ones, for which the setting holds. */
    private void reconnect() {
        product.sql()
                .run(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'alongside_app' and datname = 'alongside'");
    }
}
