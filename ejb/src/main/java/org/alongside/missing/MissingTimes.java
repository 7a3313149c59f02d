package org.alongside.missing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port to the decision table missing-deadlines that staff own (DL24, DL25), as it stands now; running clocks keep what they began with. */
public interface MissingTimes {
    MissingTime of(boolean child);

    /**
     * One row of the table, each time but the last counted from when it began; what is empty is not asked.
     *
     * @param searchWithin until somebody looked for her
     * @param reportWithin until the police know
     * @param conferenceWithin until those who work for her have met
     * @param safeChannelWithin until the channel that is safe for her was tried
     * @param lookAfter until a supervisor is asked whether she can still be found
     * @param talkWithin from when she is found until somebody talked with her
     */
    record MissingTime(
            Duration searchWithin,
            Optional<Duration> reportWithin,
            Optional<Duration> conferenceWithin,
            Optional<Duration> safeChannelWithin,
            Duration lookAfter,
            Duration talkWithin) {
        /** As instants. */
        public Clocks from(Instant began) {
            return new Clocks(
                    began.plus(searchWithin),
                    reportWithin.map(began::plus),
                    conferenceWithin.map(began::plus),
                    safeChannelWithin.map(began::plus),
                    began.plus(lookAfter));
        }
    }

    /** By when what is asked for is due. */
    record Clocks(
            Instant searchBy,
            Optional<Instant> reportBy,
            Optional<Instant> conferenceBy,
            Optional<Instant> safeChannelBy,
            Instant lookAt) {}
}
