package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.OrganisationId;
import org.alongside.worklist.TaskGroup;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final String ID = "00000000-0000-4000-9000-000000000001";

    @Test
    void what_the_database_tells_is_read() {
        assertThat(Change.parse("case " + ID + " 2048"))
                .contains(new Change(
                        Change.Kind.CASE,
                        Optional.of(UUID.fromString(ID)),
                        2048,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(Change.parse("case " + ID + " -1 " + ID).orElseThrow().organisation())
                .contains(UUID.fromString(ID));
        assertThat(Change.parse("card " + ID).orElseThrow().kind()).isEqualTo(Change.Kind.CARD);
        assertThat(Change.parse("board " + ID).orElseThrow().kind()).isEqualTo(Change.Kind.BOARD);
        Change house = Change.parse("logbook " + ID).orElseThrow();
        assertThat(house.kind()).isEqualTo(Change.Kind.LOGBOOK);
        assertThat(house.about()).isEmpty();
        assertThat(Change.parse("logbook " + ID + " " + ID).orElseThrow().about())
                .contains(UUID.fromString(ID));
        TaskGroup group = new TaskGroup(OrganisationId.of(ID), "CW");
        assertThat(Change.parse(Change.of(group)).orElseThrow().group()).contains(group);
    }

    @Test
    void what_another_version_tells_is_passed_over() {
        for (String unknown :
                new String[] {"", "case", "case x 1", "case " + ID, "case " + ID + " many", "bed " + ID, "logbook"}) {
            assertThat(Change.parse(unknown)).as(unknown).isEmpty();
        }
    }
}
