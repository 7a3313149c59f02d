package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.alongside.notice.Rota.Gap;
import org.alongside.notice.Rota.OnCall;
import org.alongside.shared.OnCallId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T00:00:00Z");

    @Test
    void a_supervisor_sees_when_nobody_is_on_call() {
        assertThat(Rota.gaps(List.of(onCall(TUESDAY, WEDNESDAY)), MONDAY, THURSDAY))
                .containsExactly(new Gap(MONDAY, TUESDAY), new Gap(WEDNESDAY, THURSDAY));
        assertThat(Rota.gaps(List.of(), MONDAY, THURSDAY)).containsExactly(new Gap(MONDAY, THURSDAY));
    }

    @Test
    void times_that_overlap_or_follow_each_other_leave_no_gap() {
        assertThat(Rota.gaps(
                        List.of(onCall(TUESDAY, THURSDAY), onCall(MONDAY, WEDNESDAY), onCall(MONDAY, TUESDAY)),
                        MONDAY,
                        THURSDAY))
                .isEmpty();
        assertThat(Rota.gaps(List.of(onCall(MONDAY, TUESDAY), onCall(TUESDAY, THURSDAY)), MONDAY, THURSDAY))
                .isEmpty();
    }

    @Test
    void what_lies_beyond_is_not_asked() {
        assertThat(Rota.gaps(List.of(onCall(WEDNESDAY, THURSDAY)), MONDAY, TUESDAY))
                .containsExactly(new Gap(MONDAY, TUESDAY));
    }

    private static OnCall onCall(Instant from, Instant until) {
        return new OnCall(
                OnCallId.random(), WorkerId.of("00000000-0000-4000-8000-000000000001"), "Mina Okafor", from, until);
    }
}
