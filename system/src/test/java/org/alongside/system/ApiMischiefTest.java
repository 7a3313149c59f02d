package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A hundred wrong requests of every operation: none is a fault of ours, every answer is one that is described and repeats
 * nothing, and what is refused, or only reads, has written nothing.
 *
 * <p>They are drawn by chance, the same on every machine; {@code -Dalongside.seed=} draws others.
 */
class ApiMischiefTest {

    private static final int EACH = 100;
    private static final int TOGETHER = 12;

    private final Product product = Product.get();
    private final ApiSchemas schemas = new ApiSchemas(product);
    private final SoftAssertions all = new SoftAssertions();

    @AfterEach
    void nothing_stays_red_that_did_not_fail() {
        ApiScene.forgetFailedJobs(product);
    }

    @Test
    void a_hundred_wrong_requests_of_every_operation_are_refused_in_words_and_write_nothing() {
        long seed = Long.getLong("alongside.seed", 19855271106405L);
        System.out.println("ApiMischiefTest draws with -Dalongside.seed=" + seed);
        Map<String, ApiOperation> operations = ApiOperation.byId(product);
        List<ApiScene> others = others();
        int refused = 0;
        int taken = 0;
        for (List<ApiRolesTest.Row> round : rounds(operations)) {
            List<Trial> trials = new ArrayList<>();
            for (ApiRolesTest.Row row : round) {
                trials.add(trial(row, operations.get(row.operation()), others, seed));
            }
            boolean reads = trials.get(0).operation().reads();
            Map<String, String> before = reads ? Tables.settled(product) : Map.of();
            List<Trial> wrong = new ArrayList<>();
            for (Trial trial : trials) {
                Map<Mischief, Reply> replies = send(trial);
                replies.forEach((request, reply) -> look(trial.operation(), request, reply));
                Trial refusals = trial.only(refused(trial, replies));
                wrong.add(reads ? trial : refusals);
                refused += refusals.requests().size();
                taken += trial.requests().size() - refusals.requests().size();
            }
            boolean nothing = reads && Tables.now(product).equals(before) || writtenNothing(wrong);
            if (!nothing) {
                for (Trial one : wrong) {
                    all.assertThat(writtenBy(one))
                            .as("what refused requests of " + one.operation().id() + " have written")
                            .isEmpty();
                }
            }
        }
        System.out.println("ApiMischiefTest: " + refused + " refused, " + taken + " taken");
        all.assertAll();
        assertThat(refused).isGreaterThan(taken);
        assertThat(product.log().contains(Mischief.MARK))
                .as("the log holds a word that somebody sent")
                .isFalse();
    }

    /** What one person sends to one operation. */
    private record Trial(ApiOperation operation, Http person, List<Mischief> requests) {
        Trial only(List<Mischief> some) {
            return new Trial(operation, person, some);
        }
    }

    private Trial trial(ApiRolesTest.Row row, ApiOperation operation, List<ApiScene> others, long seed) {
        SplittableRandom own = new SplittableRandom(seed ^ row.operation().hashCode());
        ApiScene scene = ApiScene.make(row.scene(), product);
        List<Mischief> requests = Stream.generate(() -> Mischief.of(operation, scene, others, own))
                .distinct()
                .limit(EACH)
                .toList();
        return new Trial(operation, product.http(row.may().get(0)), requests);
    }

    /**
     * A few at a time are looked at together, for looking at every table takes long; what only reads by itself, for it is
     * asked once, and first, for what is refused afterwards makes the audit long that is read here.
     */
    private static List<List<ApiRolesTest.Row>> rounds(Map<String, ApiOperation> operations) {
        return ApiRolesTest.rows().stream()
                .collect(Collectors.partitioningBy(
                        row -> !operations.get(row.operation()).reads()))
                .values()
                .stream()
                .flatMap(rows -> IntStream.range(0, (rows.size() + TOGETHER - 1) / TOGETHER)
                        .mapToObj(at -> rows.subList(at * TOGETHER, Math.min(rows.size(), (at + 1) * TOGETHER))))
                .toList();
    }

    /**
     * Whether every table is as it was after these were asked again, all of them. Some that were refused are taken then, after
     * what others have changed: they are left out, and the others asked once more before each is looked at by itself.
     */
    private boolean writtenNothing(List<Trial> trials) {
        List<Trial> asked = trials;
        for (int times = 0; times < 3; times++) {
            Map<String, String> before = Tables.settled(product);
            asked = AtOnce.each(asked, trial -> trial.only(refused(trial, sendOneByOne(trial)))).values().stream()
                    .toList();
            if (Tables.now(product).equals(before)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What has been written while these were asked again; some that were refused for being too fast may be taken then and
     * are left out, and what the processes did meanwhile does not come again.
     */
    private Map<String, String> writtenBy(Trial trial) {
        Trial asked = trial;
        Map<String, String> written = Map.of();
        for (int times = 0; times < 5; times++) {
            Map<String, String> before = Tables.settled(product);
            List<Mischief> wrong = refused(asked, times == 0 ? send(asked) : sendOneByOne(asked));
            written = Tables.now(product);
            written.entrySet().removeAll(before.entrySet());
            if (written.isEmpty()) {
                return written;
            }
            asked = wrong.isEmpty() ? asked : asked.only(wrong);
        }
        return written;
    }

    private static List<Mischief> refused(Trial trial, Map<Mischief, Reply> replies) {
        return trial.requests().stream()
                .filter(one -> replies.get(one).status() > 299)
                .toList();
    }

    private void look(ApiOperation operation, Mischief request, Reply reply) {
        String as = request + " answered " + reply;
        all.assertThat(reply.status()).as(as).isLessThan(500);
        all.assertThat(schemas.against(operation, reply)).as(as).isEmpty();
        if (reply.status() > 299) {
            all.assertThat(reply.text().replaceAll("\"pointer\":\"[^\"]*\"", ""))
                    .as(as)
                    .doesNotContain(Mischief.MARK);
        }
    }

    /** Some at once, so that they get into each other's way. */
    private static Map<Mischief, Reply> send(Trial trial) {
        return AtOnce.each(trial.requests(), request -> request.send(trial.person()));
    }

    private static Map<Mischief, Reply> sendOneByOne(Trial trial) {
        Map<Mischief, Reply> replies = new LinkedHashMap<>();
        trial.requests().forEach(request -> replies.put(request, request.send(trial.person())));
        return replies;
    }

    /**
     * What belongs to people of another house, and a house with somebody in it that nobody else works with: an
     * administrator may really close it, or let her leave.
     */
    private List<ApiScene> others() {
        Survivor jonas = Survivor.adult(product, "jonas");
        Survivor tomas = Survivor.adult(product, "tomas");
        List<ApiScene> others = new ArrayList<>();
        for (Survivor survivor : Arrays.asList(jonas, tomas)) {
            String consent = survivor.agreesToShareWith(Survivor.CEDAR, "IDENTITY");
            String referral = survivor.isReferredTo(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
            others.add(new ApiScene(
                    ApiScene.Kind.CASE,
                    Map.of("caseId", survivor.caseId(), "consentId", consent, "referralId", referral)));
        }
        others.add(ApiScene.make(ApiScene.Kind.WORKER, product));
        return others;
    }
}
