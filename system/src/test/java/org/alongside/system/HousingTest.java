package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Beds as programs ask for them, all at once. */
class HousingTest {
    private static final int CLIENTS = 64;
    private static final int AT_ONCE_BEFORE = 6;
    private static final String PLACEMENTS = "/api/v1/placements/";

    private final Product product = Product.get();

    @Test
    void of_sixty_four_who_ask_for_the_last_bed_at_once_one_moves_in_and_the_others_are_told_why_in_words()
            throws Exception {
        House house = House.of(product, 1);
        List<String> placements = all(AT_ONCE_BEFORE, () -> {
            Survivor survivor = House.sheltered(product);
            String placement = House.asked(survivor);
            house.act(
                    "petra",
                    placement,
                    "offer",
                    Map.of(
                            "places",
                            List.of(Map.of(
                                    "placement", placement, "bed", house.beds().get(0))),
                            "despite",
                            List.of("MAYBE_FROM_HER_PLACE")));
            return placement;
        });
        CountDownLatch together = new CountDownLatch(CLIENTS);
        List<Reply> replies = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Reply>> asked = placements.stream()
                    .map(placement -> clients.submit(() -> {
                        together.countDown();
                        together.await();
                        return product.http("petra").post(PLACEMENTS + placement + "/hold", null);
                    }))
                    .toList();
            for (Future<Reply> reply : asked) {
                replies.add(reply.get());
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(replies.stream().map(Reply::status)).containsOnly(200, 409);
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .hasSize(CLIENTS - 1)
                .allSatisfy(
                        reply -> assertThat(reply.text()).contains("bed-taken", "Somebody has this bed in that time"));
        String hers = placements.get(replies.indexOf(replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow()));
        house.act("sana", hers, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
        String bed = must(200, product.http("sana").get("/api/v1/houses/" + house.facility() + "/lodgers"))
                .json()
                .at("/0/placement")
                .asText();
        assertThat(bed).isEqualTo(hers);
        assertThat(product.sql()
                        .one(
                                "select count(*) from alongside.bed_use where bed_id = ?::uuid",
                                house.beds().get(0)))
                .isEqualTo(1L);
    }

    private static List<String> all(int threads, Callable<String> each) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<String> made = new ArrayList<>();
            for (Future<String> one : pool.invokeAll(Collections.nCopies(CLIENTS, each))) {
                made.add(one.get());
            }
            return made;
        } finally {
            pool.shutdownNow();
        }
    }
}
