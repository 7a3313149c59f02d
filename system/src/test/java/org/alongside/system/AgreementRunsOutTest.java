package org.alongside.system;

import static org.alongside.system.Survivor.WILLOW;
import static org.alongside.system.Survivor.WILLOW_SAFE_HOUSE;
import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Her agreement runs out by itself while she lives in a house, and the house goes on keeping her safe, and no more. */
class AgreementRunsOutTest {
    private static final String[] AGREED = {"IDENTITY", "DEMOGRAPHICS", "SAFETY_RISK"};

    private final Product product = Product.get();

    @Test
    void the_house_keeps_her_placement_and_the_least_for_her_safety_until_she_leaves() {
        Survivor her = Survivor.adult(product, "mina");
        her.agreesToShareWith(WILLOW, product.now().plus(Duration.ofDays(1)), AGREED);
        String referral = her.isReferredTo(WILLOW_SAFE_HOUSE, "URGENT", AGREED);
        Http sana = product.http("sana");
        must(200, sana.post("/api/v1/referrals/" + referral + "/acceptance", Map.of()));
        House house = House.of(product, 1);
        String placement = house.livesIn(her, 0);
        assertThat(her.fileFor("sana").json().at("/who").isMissingNode()).isFalse();

        product.forward(Duration.ofHours(25));

        Reply file = her.fileFor("sana");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.json().at("/language").isMissingNode()).isTrue();
        assertThat(file.json().at("/who").isMissingNode())
                .as("her name was hers to share")
                .isTrue();
        assertThat(file.json().at("/safety").isMissingNode()).isFalse();
        assertThat(file.json().at("/bases").toString()).isEqualTo("[\"LEGAL_DUTY\"]");
        assertThat(sana.get("/api/v1/cases/" + her.caseId() + "/safety").status())
                .isEqualTo(200);
        assertThat(sana.get("/api/v1/referrals/" + referral).status())
                .as("of the referral no more than its card")
                .isEqualTo(200);
        assertThat(sana.post("/api/v1/referrals/" + referral + "/completion", Map.of("outcome", "ALL_DONE"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        house.act(
                "petra",
                placement,
                "end",
                Map.of("reason", "MOVED_INDEPENDENT", "nextType", "INDEPENDENT_RENTAL", "nextWords", ""));
        assertThat(her.fileFor("sana").status()).isEqualTo(404);
    }
}
