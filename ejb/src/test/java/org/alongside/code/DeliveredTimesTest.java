package org.alongside.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** The times by which a survivor and those who oversee us hold us, as they are delivered. */
class DeliveredTimesTest {
    @Test
    void she_is_asked_two_weeks_before_and_an_emergency_lasts_no_longer_than_it_may() throws Exception {
        try (Connection inside = TestDatabase.get().inside().getConnection();
                ResultSet asDelivered = inside.createStatement().executeQuery("""
                        select (select value from setting where name = 'consent-renewal-asked-before') = interval '14 days',
                               (select value from setting where name = 'consent-usual') = interval '90 days',
                               (select value from setting where name = 'consent-longest') <= interval '366 days',
                               (select value from setting where name = 'emergency-access-lasts') <= interval '4 hours',
                               (select value from setting where name = 'emergency-access-reviewed-within') <= interval '72 hours',
                               (select bool_and(longest <= (select value from setting where name = 'consent-longest')) from purpose_asked)
                        """)) {
            asDelivered.next();
            for (int at = 1; at <= 6; at++) {
                assertThat(asDelivered.getBoolean(at)).as("time " + at).isTrue();
            }
        }
    }
}
