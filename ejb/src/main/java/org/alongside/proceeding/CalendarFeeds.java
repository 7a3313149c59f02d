package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.proceeding.LegalCalendar.Line;
import org.alongside.shared.Clock;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/**
 * Calendars that people subscribe to. Whoever holds the secret of one is, for that reading and nothing else, its owner: the
 * database finds them by its hash, says whether they still work here, opens their circle and keeps that it was read.
 */
@ApplicationScoped
public class CalendarFeeds {
    private static final int SECRET_BYTES = 32;
    private static final int DAYS_BEHIND = 31;
    private static final int DAYS_AHEAD = 366;
    private static final int MOST_LINES = 2_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager em;

    @Inject
    LegalCalendars calendars;

    /**
     * What a program is answered.
     *
     * @param state READ, TOO_MANY within the hour, or NONE: there is none such, or none any more
     * @param dates when there is something, and no word of what
     */
    public record Feed(State state, List<FeedDate> dates) {}

    /** How a reading went. */
    public enum State {
        READ,
        TOO_MANY,
        NONE
    }

    /**
     * A date of a calendar.
     *
     * @param id made of the line's and the calendar's, the same at each reading and the same nowhere else
     * @param at when it begins; absent: a last day
     */
    public record FeedDate(UUID id, Optional<Instant> at, LocalDate on) {}

    /** Reads the calendar of whoever was given this secret. */
    @Transactional(TxType.REQUIRES_NEW)
    public Feed read(String secret) {
        Instant now = Clock.get().instant();
        byte[] hash = hash(secret);
        return Sql.of(em, "select state, worker_id, organisation_id, lawyer, zone from calendar_feed_open(:hash, :now)")
                .with("hash", hash)
                .with("now", now)
                .first(row -> "READ".equals(row.text(0))
                        ? new Owner(
                                new Caller(
                                        new WorkerId(row.uuid(1)),
                                        new OrganisationId(row.uuid(2)),
                                        Set.of(),
                                        false,
                                        "calendar",
                                        now),
                                row.yes(3),
                                ZoneId.of(row.text(4)))
                        : new Owner(null, false, null))
                .map(owner -> owner.caller() == null
                        ? new Feed(State.TOO_MANY, List.of())
                        : new Feed(State.READ, dates(owner, hash, now)))
                .orElse(new Feed(State.NONE, List.of()));
    }

    private record Owner(Caller caller, boolean lawyer, ZoneId zone) {}

    private List<FeedDate> dates(Owner owner, byte[] hash, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, owner.zone());
        return calendars
                .between(
                        owner.caller(),
                        today.minusDays(DAYS_BEHIND),
                        today.plusDays(DAYS_AHEAD),
                        owner.zone(),
                        owner.lawyer() ? owner.caller().worker() : null,
                        MOST_LINES)
                .lines()
                .stream()
                .map(line -> new FeedDate(id(line, hash), line.at(), line.on()))
                .toList();
    }

    private static UUID id(Line line, byte[] hash) {
        byte[] named = (line.id() + Base64.getEncoder().encodeToString(hash)).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(digest(named));
    }

    /** A secret that nobody guesses, fit for an address. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        return digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
