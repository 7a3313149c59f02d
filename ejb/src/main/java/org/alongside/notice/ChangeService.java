package org.alongside.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;

/** The door at which the system asks whom a change reaches at this moment. */
@Stateless
@PermitAll
public class ChangeService {
    @PersistenceContext
    EntityManager em;

    /** Whom it reaches, and under which ids pages show it. */
    @Requires(Permission.TELL_CHANGES)
    public Reach reach(UUID subject, boolean card, int mask, UUID organisation) {
        List<UUID> workers = card
                ? Sql.of(em, "select told_of_card(:id)").with("id", subject).rows(row -> row.uuid(0))
                : Sql.of(em, "select told_of_case(:id, :mask, :organisation)")
                        .with("id", subject)
                        .with("mask", mask)
                        .with("organisation", organisation)
                        .rows(row -> row.uuid(0));
        if (workers.isEmpty()) {
            return new Reach(Set.of(), Set.of());
        }
        return Sql.of(em, "select array_to_string(array(select shown_as(:id)), ',')")
                .with("id", subject)
                .first(row -> new Reach(
                        Set.copyOf(workers),
                        row.codes(0).stream().map(UUID::fromString).collect(Collectors.toSet())))
                .orElseThrow(Refusal::notThere);
    }

    /**
     * Who looks at the beds of that organisation and may: its own people. Coordinators count its nights and are not told the hour at which
     * somebody moves.
     */
    @Requires(Permission.TELL_CHANGES)
    public Reach board(UUID organisation) {
        return new Reach(
                Set.copyOf(Sql.of(em, """
                        select told from told_of_board(:id) told join worker w on w.worker_id = told where w.organisation_id = :id
                        """).with("id", organisation).rows(row -> row.uuid(0))), Set.of(organisation));
    }

    /**
     * Who of that house may read what changed in its log.
     *
     * @param about whom the line is about; null: nobody
     */
    @Requires(Permission.TELL_CHANGES)
    public Reach logbook(UUID house, UUID about) {
        return new Reach(
                Set.copyOf(Sql.of(em, "select told_of_logbook(:id, :about)")
                        .with("id", house)
                        .with("about", about)
                        .rows(row -> row.uuid(0))),
                Set.of(house));
    }

    /**
     * Whom a change reaches.
     *
     * @param subjects the case and its referrals
     */
    public record Reach(Set<UUID> workers, Set<UUID> subjects) {}
}
