package org.alongside.system.example;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.system.Ports;

/**
 * Takes 2,000 published records through the product by its API, from the import over referrals, care plans and closings to
 * the coordinator's page, and holds what it says against its own count.
 */
public final class PublishedCases {
    private static final int RECORDS = 2_000;
    private static final int REFERRED = 200;
    private static final int LIVED_WITH = 200;

    private PublishedCases() {}

    /**
     * Runs the example.
     *
     * @param arguments the product's address and the realm's; by default those of the demo on this machine
     */
    public static void main(String[] arguments) throws Exception {
        Ports ports = Ports.fromEnvironment();
        String url = arguments.length > 0 ? arguments[0] : "http://localhost:" + ports.web();
        String realm = arguments.length > 1 ? arguments[1] : "http://localhost:" + ports.signIn() + "/realms/alongside";
        String shared = System.getenv().getOrDefault("ALONGSIDE_SHARED", "../shared");
        Path csv = Path.of(System.getProperty("alongside.root", "."))
                .resolve(shared)
                .resolve("ctdc/cases-2000.csv")
                .normalize();
        int wrong = run(url, realm, csv, RECORDS, System.out);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " answers differ from the example's own count");
        }
    }

    /** Runs it with the first so many records, and answers how many of the product's answers differ from its own count. */
    public static int run(String url, String realm, Path csv, int count, PrintStream out)
            throws IOException, InterruptedException {
        if (!Files.exists(csv)) {
            out.println("Skipped: the published records are not there. Say where with ALONGSIDE_SHARED.");
            return 0;
        }
        long begun = System.nanoTime();
        Api api = new Api(url, realm);
        List<CtdcRecord> records = CtdcRecord.read(csv, count);
        Recount before = Recount.of(api);

        Bringing bringing = new Bringing(api, out, csv, records);
        List<String> differences = new ArrayList<>(bringing.run());
        Map<Integer, String> cases = bringing.cases();
        List<CtdcRecord> referred = records.subList(0, Math.min(REFERRED, records.size()));
        bringing.tellAuthorities(referred);
        Referring referring = new Referring(api, out, referred, cases);
        differences.addAll(referring.run());
        Caring caring = new Caring(api, out, cases);
        differences.addAll(caring.plan(referred));
        differences.addAll(caring.close(records.subList(referred.size(), records.size())));

        List<CtdcRecord> livedWith = records.stream()
                .skip(referred.size())
                .filter(record -> !Caring.closes(record))
                .limit(LIVED_WITH)
                .toList();
        bringing.tellAuthorities(livedWith);
        Living living = new Living(api, out, cases, Lived.of(livedWith));
        living.begin();

        Recount after = Recount.of(api);
        differences.addAll(after.differences());
        differences.addAll(after.grownBy(before, referring.sent() + living.sent(), records, caring.closed()));
        out.printf(
                "%d numbers of the coordinator's page counted again from the cards: %s%n",
                after.numbers(), differences.isEmpty() ? "all are the same" : "see below");
        differences.addAll(living.goOn());
        differences.forEach(difference -> out.println("  differs: " + difference));
        out.printf("%.0f seconds in all%n", (System.nanoTime() - begun) / 1e9);
        return differences.size();
    }
}
