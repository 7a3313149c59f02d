package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.organisation.WorkerView.Login;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** The collection of people who work in organisations, for those who administer them. */
@ApplicationScoped
class Workers {
    private static final String ALL = """
            select w.worker_id, w.organisation_id, w.name, array_to_string(array(
                     select r.role_code from worker_role r where r.worker_id = w.worker_id order by r.role_code), ','),
                   (select t.name from team_member m join team t using (team_id)
                     where m.worker_id = w.worker_id and m.until_at is null order by m.from_at limit 1),
                   w.subject is not null, l.settled_at is not null or l.worker_id is null, l.username, l.email, w.invited_at, w.left_at,
                   l.failure, l.tried_at, coalesce(l.letter_failed, false)
              from worker w left join worker_login l using (worker_id)
             where w.kind = 'PERSON'
            """;

    @PersistenceContext
    EntityManager em;

    List<WorkerView> of(OrganisationId organisation) {
        return Sql.of(em, ALL + " and w.organisation_id = :id order by w.left_at is not null, w.name")
                .with("id", organisation.value())
                .rows(Workers::view);
    }

    Optional<WorkerView> find(WorkerId id) {
        return Sql.of(em, ALL + " and w.worker_id = :id").with("id", id.value()).first(Workers::view);
    }

    /** Somebody who works here now; refuses {@code left-already} for those who have left. */
    WorkerView requirePresent(WorkerId id) {
        WorkerView worker = find(id).orElseThrow(Refusal::notThere);
        if (worker.leftAt().isPresent()) {
            throw Refusal.wrongState("left-already");
        }
        return worker;
    }

    boolean asked(String username) {
        return Sql.of(em, "select 1 from worker_login where lower(username) = lower(:name) and wanted = 'OPEN'")
                .with("name", username)
                .first(row -> true)
                .isPresent();
    }

    boolean has(OrganisationId organisation, TeamId team) {
        return Sql.of(em, "select 1 from team where organisation_id = :id and team_id = :team")
                .with("id", organisation.value())
                .with("team", team.value())
                .first(row -> true)
                .isPresent();
    }

    void add(WorkerId id, OrganisationId organisation, NewWorker worker, Caller caller) {
        Sql.of(em, """
                        insert into worker (worker_id, organisation_id, name, locale, invited_at, invited_by)
                        values (:id, :organisation, :name, :locale, :now, :caller)
                        """)
                .with("id", id.value())
                .with("organisation", organisation.value())
                .with("name", worker.name().strip())
                .with("locale", worker.language())
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
        Sql.of(em, """
                        insert into team_member (team_id, worker_id, supervises, from_at) values (:team, :id, :supervises, :now)
                        """)
                .with("team", worker.team().value())
                .with("id", id.value())
                .with("supervises", InvitationRules.supervises(worker.roles()))
                .with("now", caller.now())
                .change();
        give(id, worker.roles());
        Sql.of(em, """
                        insert into worker_login (worker_id, username, email, wanted, asked_at, asked_by)
                        values (:id, :username, :email, 'OPEN', :now, :caller)
                        """)
                .with("id", id.value())
                .with("username", worker.username())
                .with("email", worker.email().strip())
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
    }

    void give(WorkerId id, List<String> roles) {
        Sql.of(em, "delete from worker_role where worker_id = :id")
                .with("id", id.value())
                .change();
        Sql.of(em, "insert into worker_role (worker_id, role_code) select cast(:id as uuid), unnest(:roles)")
                .with("id", id.value())
                .with("roles", roles)
                .change();
        Sql.of(em, "update team_member set supervises = :supervises where worker_id = :id and until_at is null")
                .with("id", id.value())
                .with("supervises", InvitationRules.supervises(roles))
                .change();
    }

    void leave(WorkerId id, Caller caller) {
        Sql.of(em, "update worker set left_at = :now, left_by = :caller where worker_id = :id and left_at is null")
                .with("id", id.value())
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
        Sql.of(em, "update team_member set until_at = :now where worker_id = :id and until_at is null")
                .with("id", id.value())
                .with("now", caller.now())
                .change();
    }

    StillTheirs stillTheirs(WorkerId id) {
        return Sql.of(em, "select cases, steps, promises, covers from still_theirs(:id)")
                .with("id", id.value())
                .first(row -> new StillTheirs(row.number(0), row.number(1), row.number(2), row.number(3)))
                .orElseThrow(Refusal::notThere);
    }

    /** Notes what the provider shall know; it is not told yet. */
    void ask(WorkerId id, String wanted, Caller caller) {
        Sql.of(em, """
                        insert into worker_login (worker_id, wanted, asked_at, asked_by) values (:id, :wanted, :now, :caller)
                        on conflict (worker_id) do update set wanted = excluded.wanted, asked_at = excluded.asked_at,
                          asked_by = excluded.asked_by, settled_at = null, failure = null
                        """)
                .with("id", id.value())
                .with("wanted", wanted)
                .with("now", caller.now())
                .with("caller", caller.worker().value())
                .change();
    }

    private static WorkerView view(Row row) {
        return new WorkerView(
                new WorkerId(row.uuid(0)),
                new OrganisationId(row.uuid(1)),
                row.text(2),
                row.codes(3),
                Optional.ofNullable(row.text(4)),
                Login.of(row.has(10), row.yes(5), row.yes(6)),
                Optional.ofNullable(row.text(7)),
                Optional.ofNullable(row.text(8)),
                row.when(9),
                row.when(10),
                Optional.ofNullable(row.text(11)),
                row.when(12),
                row.yes(13));
    }
}
