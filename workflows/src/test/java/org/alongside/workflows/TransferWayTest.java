package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.alongside.shared.ExportId;
import org.alongside.shared.ImportId;
import org.alongside.transfer.ImportBegun;
import org.alongside.transfer.PackingAsked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows when a supervisor has cases brought in or taken out. */
class TransferWayTest {
    private World world;
    private TransferMoves moves;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
        moves = new TransferMoves(world.engine);
    }

    @Test
    void cases_are_opened_some_at_a_time_until_no_row_is_left() {
        world.rowsLeft = 3;
        moves.begun(new ImportBegun(ImportId.random()));
        assertThat(world.asked).as("not within the act").isEmpty();
        world.workOff();
        assertThat(world.asked).filteredOn("openNext"::equals).hasSize(3);
        assertThat(world.running("import")).isZero();
    }

    @Test
    void what_stops_goes_on_behind_what_is_open_and_shows_meanwhile() {
        world.rowsLeft = 2;
        ImportId brought = ImportId.random();
        moves.begun(new ImportBegun(brought));
        world.engine.getManagementService().executeJob(world.due("import").getId());
        world.broken = new IllegalStateException("no database");
        String next = world.due("import").getId();
        assertThatThrownBy(() -> world.engine.getManagementService().executeJob(next))
                .isInstanceOf(RuntimeException.class);
        assertThat(world.failures.list(10)).singleElement().satisfies(job -> assertThat(job.subject())
                .isEqualTo(brought.value()));
        world.broken = null;
        world.pass(Duration.ofMinutes(1));
        assertThat(world.asked).filteredOn("openNext"::equals).hasSize(2);
        assertThat(world.running("import")).isZero();
    }

    @Test
    void cases_are_packed_after_the_act() {
        moves.asked(new PackingAsked(ExportId.random()));
        assertThat(world.asked).isEmpty();
        world.workOff();
        assertThat(world.asked).containsExactly("packAll");
        assertThat(world.running("export")).isZero();
    }
}
