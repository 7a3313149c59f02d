package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.alongside.housing.Shelter;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.junit.jupiter.api.Test;

/** Who hears in the second in which a bed looks different. */
class BoardToldTest {
    private static final UUID COORDINATOR = UUID.fromString("00000000-0000-4000-8000-000000000014");

    @Test
    void the_houses_own_people_hear_of_a_bed_and_coordinators_are_not_told_the_hour_at_which_somebody_moves()
            throws Exception {
        try (Shelter shelter = new Shelter(TestDatabase.get())) {
            Set<UUID> told = shelter.as(Who.SYSTEM, Duration.ZERO, doors -> {
                ChangeService changes = new ChangeService();
                changes.em = new Connected(doors.sql()).em();
                return changes.board(Shelter.MANAGER.organisation()).workers();
            });
            assertThat(told)
                    .contains(Shelter.MANAGER.id(), Shelter.SHIFT.id())
                    .doesNotContain(COORDINATOR, Shelter.LEAD.id());
        }
    }
}
