package org.alongside.system;

import static org.alongside.system.Survivor.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.alongside.system.demo.DemoPeople;
import org.junit.jupiter.api.Test;

/** What a newcomer finds: the made-up people that the run command brings into an empty demo. */
class DemoPeopleTest {
    private final Product product = Product.get();

    @Test
    void they_are_in_beds_have_plans_and_wait_for_answers() {
        Map<String, String> cases =
                DemoPeople.bring(product.url(), product.stack().realmUrl());
        assertThat(cases)
                .containsOnlyKeys(
                        "Samira", "Yusra", "Bilal", "Amara", "Lidia", "Mirela", "Hana", "Tariq", "Nadia", "Oksana",
                        "Farid", "Joy");

        assertThat(bed("petra", "Rowan", "2A")).isEqualTo("OCCUPIED");
        assertThat(bed("petra", "Rowan", "2B")).isEqualTo("OCCUPIED");
        assertThat(bed("petra", "Juniper", "1A")).isEqualTo("RESERVED");
        for (String label : List.of("2A", "3A", "3B", "3C")) {
            assertThat(bed("grace", "Linden", label)).as(label).isEqualTo("OCCUPIED");
        }
        assertThat(bed("grace", "Alder", "1A")).isEqualTo("OCCUPIED");
        for (String name : List.of("Samira", "Yusra", "Bilal")) {
            assertThat(read("mina", cases.get(name), "/housing")
                            .at("/placements/0/status")
                            .asText())
                    .as(name)
                    .isEqualTo("ADMITTED");
        }
        assertThat(read("mina", cases.get("Lidia"), "/housing")
                        .at("/placements/0/status")
                        .asText())
                .isEqualTo("ABSENT_PLANNED");
        assertThat(read("petra", cases.get("Oksana"), "/housing")
                        .at("/placements/0/status")
                        .asText())
                .isEqualTo("REQUESTED");

        assertThat(read("sana", cases.get("Amara"), "/health").get("daily").findValuesAsText("what"))
                .containsExactly("NUTS", "BY_THE_HOUSE");
        assertThat(approval(cases.get("Amara"))).isEqualTo("APPROVED");
        assertThat(read("mina", cases.get("Amara"), "/needs").get("assessments"))
                .hasSize(2);
        assertThat(approval(cases.get("Hana"))).isEqualTo("ASKED");
        assertThat(read("mina", cases.get("Joy"), "/safety")
                        .at("/alerts/0/settledAt")
                        .asText(null))
                .isNotNull();
        assertThat(read("jonas", cases.get("Nadia"), "/referrals").findValuesAsText("status"))
                .contains("SENT");
        they_go_to_court(cases);
    }

    private void they_go_to_court(Map<String, String> cases) {
        JsonNode legal = read("daniel", cases.get("Amara"), "/legal").get("matters");
        assertThat(legal.findValuesAsText("track"))
                .containsExactlyInAnyOrder("ADHESION", "LABOUR_CLAIM", "RESIDENCE_PERMIT");
        LocalDate today = LocalDate.ofInstant(product.now(), ZoneOffset.UTC);
        JsonNode days = must(
                        200, product.http("daniel").get("/api/v1/legal-calendar?firstDay=" + today + "&dayCount=31"))
                .json();
        assertThat(days.findValuesAsText("kind")).contains("HEARING", "DEADLINE", "PERMIT");
        assertThat(read("irene", cases.get("Amara"), "/police").toString()).contains("OTHER_VICTIMS", "VIDEO");
        assertThat(read("marta", cases.get("Joy"), "/police-store").toString()).contains("A-17/26");
        JsonNode wages = read("clara", cases.get("Tariq"), "/legal").get("matters");
        assertThat(wages).hasSize(1);
        assertThat(must(
                                200,
                                product.http("clara")
                                        .get("/api/v1/matters/"
                                                + wages.at("/0/id").asText() + "/deadlines"))
                        .json()
                        .findValuesAsText("reckonedOn"))
                .as("a last day is reckoned by the calendar of the court")
                .hasSize(1);
    }

    private String approval(String caseId) {
        return read("mina", caseId, "/care-plan/course").at("/approval/state").asText();
    }

    private JsonNode read(String person, String caseId, String part) {
        return must(200, product.http(person).get("/api/v1/cases/" + caseId + part))
                .json();
    }

    private String bed(String manager, String codeName, String label) {
        for (JsonNode house :
                must(200, product.http(manager).get("/api/v1/beds/board")).json()) {
            if (house.get("codeName").asText().equals(codeName)) {
                for (JsonNode bed : house.get("beds")) {
                    if (bed.get("label").asText().equals(label)) {
                        return bed.get("state").asText();
                    }
                }
            }
        }
        throw new AssertionError("No bed " + label + " in " + codeName);
    }
}
