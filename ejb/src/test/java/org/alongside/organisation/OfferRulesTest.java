package org.alongside.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.alongside.code.KnownCodes;
import org.alongside.organisation.NewService.Hours;
import org.alongside.organisation.OrganisationView.Admittance;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.junit.jupiter.api.Test;

class OfferRulesTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final OfferRules rules = new OfferRules(new KnownCodes());

    @Test
    void counselling_for_girls_from_four_to_seventeen_is_offered_on_mondays() {
        assertThat(reasons(service(4, 17, new Hours(1, NINE, FIVE)))).isEmpty();
        assertThat(reasons(service(null, null))).isEmpty();
    }

    @Test
    void ages_are_ages_and_in_order() {
        assertThat(reasons(service(18, 12))).containsExactly("maxAge ages-backwards");
        assertThat(reasons(service(-1, 130))).containsExactly("minAge unknown-age", "maxAge unknown-age");
    }

    @Test
    void hours_are_once_a_day_and_open_before_they_close() {
        assertThat(reasons(service(null, null, new Hours(1, FIVE, NINE)))).containsExactly("hours hours-backwards");
        assertThat(reasons(service(null, null, new Hours(1, NINE, FIVE), new Hours(1, NINE, LocalTime.NOON))))
                .containsExactly("hours unknown-weekday");
        assertThat(reasons(service(null, null, new Hours(8, NINE, FIVE)))).containsExactly("hours unknown-weekday");
        assertThat(reasons(service(null, null, new Hours(2, null, FIVE)))).containsExactly("hours missing");
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        assertThat(reasons(
                        new NewService(null, null, null, false, null, false, null, null, null, null, null, "12", null)))
                .containsExactlyInAnyOrder("type missing", "name missing", "region missing", "capacity unknown-code");
    }

    @Test
    void an_organisation_is_sent_to_until_the_last_day_of_its_agreement() {
        assertThat(Admittance.of(TODAY, TODAY, null, TODAY)).isEqualTo(Admittance.ADMITTED);
        assertThat(Admittance.of(TODAY, TODAY.minusDays(1), null, TODAY)).isEqualTo(Admittance.NO_AGREEMENT);
        assertThat(Admittance.of(TODAY, null, null, TODAY)).isEqualTo(Admittance.NO_AGREEMENT);
        assertThat(Admittance.of(null, TODAY, null, TODAY)).isEqualTo(Admittance.NOT_VETTED);
        assertThat(Admittance.of(TODAY, TODAY, Instant.EPOCH, TODAY)).isEqualTo(Admittance.SUSPENDED);
    }

    private List<String> reasons(NewService service) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> rules.check(service).orRefuse());
        return refusal == null
                ? List.of()
                : refusal.reasons().stream()
                        .map(reason -> reason.field() + " " + reason.code())
                        .toList();
    }

    private static NewService service(Integer min, Integer max, Hours... hours) {
        return new NewService(
                "PSYCHOSOCIAL",
                "Counselling for girls",
                "HARBOUR",
                true,
                TeamId.random(),
                true,
                min,
                max,
                List.of("FEMALE"),
                List.of("eng", "ara"),
                List.of("STEP_FREE"),
                "FEW",
                Arrays.asList(hours));
    }
}
