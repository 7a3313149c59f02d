package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/**
 * Makes creating repeatable: the same worker, key and body answer what was made the first time, also when two calls race.
 * Keys are kept for seven days.
 */
@ApplicationScoped
public class Once {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,100}");

    @PersistenceContext
    EntityManager em;

    /**
     * Claims the key for what is about to be made.
     *
     * @param body a record whose text tells two different bodies apart; only its hash is kept
     * @return what was made before under this key; empty: make it now. Refuses {@code key-reused} for another body
     */
    public Optional<UUID> perform(String key, String action, Object body, UUID subject, Caller caller) {
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("Idempotency-Key", "unknown-key")));
        }
        byte[] hash = hash(action + "\n" + body);
        int claimed = Sql.of(em, """
                        insert into idempotency_key (worker_id, key, action, body_hash, subject_id, made_at)
                        values (:worker, :key, :action, :hash, :subject, :now) on conflict do nothing
                        """)
                .with("worker", caller.worker().value())
                .with("key", key)
                .with("action", action)
                .with("hash", hash)
                .with("subject", subject)
                .with("now", caller.now())
                .change();
        if (claimed == 1) {
            return Optional.empty();
        }
        return Sql.of(em, "select body_hash, subject_id from idempotency_key where worker_id = :worker and key = :key")
                .with("worker", caller.worker().value())
                .with("key", key)
                .first(row -> {
                    if (!Arrays.equals(hash, row.bytes(0))) {
                        throw Refusal.wrongState("key-reused");
                    }
                    return row.uuid(1);
                });
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
