package org.alongside.web.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.careplan.NeedsView;
import org.alongside.careplan.NeedsView.Assessment;
import org.alongside.careplan.NeedsView.Found;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.junit.jupiter.api.Test;

/** Where she stood in a part of her life, drawn from the oldest assessment to the newest. */
class NeedLineTest {
    private static final List<String> SCALE = List.of("IN_CRISIS", "STRUGGLING", "COPING", "DOING_WELL");
    private static final LocalDate ENTRY = LocalDate.of(2026, 1, 1);

    @Test
    void it_runs_from_the_oldest_to_the_newest_by_the_days_between_and_up_where_it_got_better() {
        NeedLine line = NeedLine.of(
                "HOUSING",
                view(
                        found(ENTRY.plusDays(100), "DOING_WELL", 4),
                        found(ENTRY.plusDays(25), "STRUGGLING", 2),
                        found(ENTRY, "IN_CRISIS", 1)),
                false);
        assertThat(line.isDrawn()).isTrue();
        assertThat(line.getFirst()).isEqualTo("IN_CRISIS");
        assertThat(line.getLast()).isEqualTo("DOING_WELL");
        assertThat(line.getLine()).isEqualTo("M0.0 104.0L250.0 74.0L1000.0 14.0");
        assertThat(line.getPoints()).extracting(NeedLine.Point::across).containsExactly("6.0", "28.0", "94.0");
        assertThat(line.getPoints()).extracting(NeedLine.Point::here).containsExactly(false, false, true);
        assertThat(line.getMarks()).extracting(NeedLine.Mark::level).first().isEqualTo("DOING_WELL");
    }

    @Test
    void for_who_reads_from_the_right_it_runs_from_there_and_up_is_still_better() {
        NeedLine line = NeedLine.of(
                "HOUSING",
                view(
                        found(ENTRY.plusDays(100), "DOING_WELL", 4),
                        found(ENTRY.plusDays(25), "STRUGGLING", 2),
                        found(ENTRY, "IN_CRISIS", 1)),
                true);
        assertThat(line.getLine()).isEqualTo("M1000.0 104.0L750.0 74.0L0.0 14.0");
        assertThat(line.getPoints()).extracting(NeedLine.Point::across).containsExactly("94.0", "72.0", "6.0");
        assertThat(line.getPoints()).extracting(NeedLine.Point::anchor).containsExactly("end", "start", "start");
    }

    @Test
    void two_of_one_day_stand_side_by_side() {
        NeedLine line = NeedLine.of("HOUSING", view(found(ENTRY, "COPING", 3), found(ENTRY, "IN_CRISIS", 1)), false);
        assertThat(line.getPoints()).extracting(NeedLine.Point::across).containsExactly("6.0", "94.0");
    }

    @Test
    void what_was_looked_at_once_or_is_on_the_scale_no_more_is_left_to_the_words() {
        assertThat(NeedLine.of("HOUSING", view(found(ENTRY, "COPING", 3)), false)
                        .isDrawn())
                .isFalse();
        assertThat(NeedLine.of("HOUSING", view(found(ENTRY, "COPING", 3), found(ENTRY, "GOLDEN", 0)), false)
                        .isDrawn())
                .isFalse();
        assertThat(NeedLine.of("LEGAL", view(found(ENTRY, "COPING", 3), found(ENTRY, "COPING", 3)), false)
                        .isDrawn())
                .isFalse();
    }

    private static Assessment found(LocalDate on, String level, int rank) {
        return new Assessment(
                UUID.randomUUID(),
                "QUARTER",
                "HERSELF",
                on,
                OrganisationId.random(),
                Instant.EPOCH,
                "Mina",
                List.of(new Found("HOUSING", level, rank, null, null)));
    }

    /** The newest first, as the door answers. */
    private static NeedsView view(Assessment... assessments) {
        return new NeedsView(CaseId.random(), true, true, SCALE, List.of(), List.of(assessments));
    }
}
