package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.referral.SentService.Late;
import org.alongside.referral.SentService.SentQuery;
import org.alongside.shared.Cursor;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql;

/** Finds cards by what was counted, with the same words of the database that count them. */
@ApplicationScoped
class SentCards {
    private static final String DUE =
            "case c.status when 'WAITLISTED' then c.waitlist_review_at when 'ACCEPTED' then c.contact_by else c.respond_by end";
    private static final String WAITS = "c.status in ('SENT','RECEIVED','INFO_REQUESTED','WAITLISTED','ACCEPTED')";

    private static final String ANSWER =
            "answer_deadline(c.respond_by, least(c.accepted_at, c.declined_at, c.waitlisted_at), c.expired_at,"
                    + " least(c.revoked_at, c.survivor_declined_at))";
    private static final String CONTACT = "contact_deadline(c.contact_by, c.first_contact_at)";

    @PersistenceContext
    EntityManager em;

    @Inject
    ReferralViews views;

    List<Found> find(SentQuery query, int limit, Instant now) {
        boolean waiting = query.from() == null;
        String key = waiting ? DUE : "c.sent_at";
        StringBuilder text = new StringBuilder("select c.referral_id, " + key + " from referral_card c where ");
        text.append(
                waiting
                        ? WAITS + " and c.sent_at is not null"
                        : "c.sent_at >= :from and c.sent_at < :until and c.error_at is null");
        text.append(query.states().isEmpty() ? "" : " and c.status = any (:states)");
        text.append(query.service() == null ? "" : " and c.service_type = :service");
        text.append(query.sender() == null ? "" : " and sender_told(c.referral_id) = :sender");
        text.append(query.recipient() == null ? "" : " and c.recipient_organisation_id = :recipient");
        text.append(query.reason() == null ? "" : " and c.decline_reason = :reason and c.status = 'DECLINED'");
        text.append(query.late() == null ? "" : " and " + late(Late.valueOf(query.late())));
        text.append(
                query.cursor() == null
                        ? ""
                        : " and (" + key + ", c.referral_id) " + (waiting ? ">" : "<") + " (:at, :id)");
        text.append(" order by ").append(key).append(waiting ? ", c.referral_id" : " desc, c.referral_id desc");
        text.append(" limit :limit");
        Sql sql = Sql.of(em, text.toString()).with("limit", limit).with("now", now);
        sql.with("states", query.states()).with("service", query.service()).with("reason", query.reason());
        sql.with("sender", query.sender() == null ? null : query.sender().value());
        sql.with(
                "recipient",
                query.recipient() == null ? null : query.recipient().value());
        if (!waiting) {
            sql.with("from", query.from().atStartOfDay(ZoneOffset.UTC).toInstant());
            sql.with(
                    "until",
                    query.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return after(sql, query.cursor()).rows(row -> new Found(row.uuid(0), row.instant(1)));
    }

    private static String late(Late late) {
        return switch (late) {
            case ANSWER ->
                "coalesce(" + ANSWER
                        + ", case when c.status in ('SENT','RECEIVED','INFO_REQUESTED') and c.respond_by <= :now then 'MISSED' end) = 'MISSED'";
            case ANSWER_IN_TIME -> ANSWER + " = 'KEPT'";
            case CONTACT ->
                "coalesce(" + CONTACT
                        + ", case when c.status = 'ACCEPTED' and c.contact_by <= :now then 'MISSED' end) = 'MISSED'";
            case CONTACT_IN_TIME -> CONTACT + " = 'KEPT'";
            case NOW -> WAITS + " and " + DUE + " <= :now";
        };
    }

    private static Sql after(Sql sql, String cursor) {
        if (cursor == null) {
            return sql;
        }
        List<String> key = Cursor.read(cursor, 2);
        try {
            return sql.with("at", Instant.parse(key.get(0))).with("id", UUID.fromString(key.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Cursor.wrong();
        }
    }

    /** The cards in the order found. */
    List<ReferralView.Card> show(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, ReferralCard> byId = em
                .createQuery("select c from ReferralCard c where c.id in :ids", ReferralCard.class)
                .setParameter("ids", found.stream().map(Found::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(card -> card.id().value(), Function.identity()));
        return views.cards(found.stream().map(one -> byId.get(one.id())).toList());
    }

    /** A card and the instant by which the list is in order. */
    record Found(UUID id, Instant at) {
        String cursor() {
            return Cursor.of(at, new ReferralId(id));
        }
    }
}
