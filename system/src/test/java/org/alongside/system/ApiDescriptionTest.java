package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the running server, called as it may not be called, answers as its served description says; what it answers when all
 * is well {@link ApiRolesTest} holds against the description. The samples are the table there and the examples of the description: an
 * operation that has none fails the build there.
 */
class ApiDescriptionTest {

    private final Product product = Product.get();
    private final ApiSchemas schemas = new ApiSchemas(product);

    @AfterEach
    void nothing_stays_red_that_did_not_fail() {
        ApiScene.forgetFailedJobs(product);
    }

    @Test
    void every_operation_answers_with_a_problem_as_it_is_described_when_something_is_wrong() {
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : samples()) {
            ApiOperation operation = sample.operation();
            ApiScene nobodys = new ApiScene(sample.scene(), Map.of());
            Http person = product.http(sample.person());
            Map<String, Reply> problems = new java.util.TreeMap<>();
            problems.put("without a token", operation.ask(product.http(), nobodys, Map.of()));
            problems.put("as an image", operation.ask(person, nobodys, Map.of("Accept", "image/png")));
            problems.put(
                    "with a page of another kind", operation.ask(person, nobodys, Map.of("Content-Type", "text/html")));
            problems.put(
                    "with a body that is none",
                    person.send(operation.method(), operation.address(nobodys), operation.reads() ? "{}" : "{"));
            if (operation.path().contains("{")) {
                problems.put("of nobody", operation.ask(person, nobodys, Map.of("If-Match", "\"0\"")));
            }
            problems.forEach((how, reply) -> {
                String as = operation.id() + " " + how + " answered " + reply;
                if (reply.status() > 299) {
                    all.assertThat(schemas.against(operation, reply)).as(as).isEmpty();
                }
                all.assertThat(reply.status()).as(as).isLessThan(500);
            });
            all.assertThat(problems.get("without a token").status()).isEqualTo(401);
            if (operation.success() != 204) {
                all.assertThat(problems.get("as an image").status()).isEqualTo(406);
            }
            all.assertThat(problems.get("with a body that is none").status()).isBetween(400, 499);
        }
        all.assertAll();
    }

    @Test
    void what_is_not_described_is_found() {
        ApiOperation me = ApiOperation.all(product).stream()
                .filter(one -> one.id().equals("readMe"))
                .findFirst()
                .orElseThrow();
        Reply good = product.http("mina").get(me.path());

        assertThat(schemas.against(me, good)).isEmpty();
        assertThat(schemas.against(me, new Reply(418, good.headers(), good.text())))
                .isNotEmpty();
        assertThat(schemas.against(me, new Reply(401, good.headers(), good.text())))
                .isNotEmpty();
        for (String wrong : List.of(
                "[]", good.text().replace("\"zone\"", "\"zones\""), good.text().replace("[\"", "[7, \""))) {
            assertThat(schemas.against(me, new Reply(200, good.headers(), wrong)))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    /** Each operation with somebody who may. */
    private List<Sample> samples() {
        Map<String, ApiOperation> operations = ApiOperation.byId(product);
        return ApiRolesTest.rows().stream()
                .map(row -> new Sample(
                        operations.get(row.operation()),
                        row.scene(),
                        row.may().stream().findFirst().orElse("kim")))
                .toList();
    }

    private record Sample(ApiOperation operation, ApiScene.Kind scene, String person) {}
}
