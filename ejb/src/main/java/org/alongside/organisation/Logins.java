package org.alongside.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.account.Accounts;
import org.alongside.account.Accounts.House;
import org.alongside.account.Accounts.Login;
import org.alongside.account.Accounts.NewLogin;
import org.alongside.account.Accounts.Trouble;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** Brings the identity provider to know of a worker what it shall know, and writes down how that went. */
@ApplicationScoped
class Logins {
    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    /**
     * What is asked for, and when it was: what was asked anew while the provider was told is not settled by that. Nothing is
     * locked meanwhile, so that nobody who decides something waits for the provider; the processes tell it one by one.
     */
    private record Asked(
            Instant at,
            boolean open,
            String subject,
            String username,
            String email,
            String name,
            String language,
            House house,
            Set<String> roles,
            boolean letterSent) {}

    Optional<Trouble.Kind> settle(WorkerId id, Caller caller) {
        Optional<Asked> asked = asked(id);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean letterFailed = asked.get().open() ? open(id, asked.get(), caller) : close(asked.get());
            write(id, asked.get(), caller, null, letterFailed);
            return Optional.empty();
        } catch (Trouble trouble) {
            write(id, asked.get(), caller, trouble.kind(), false);
            return Optional.of(trouble.kind());
        }
    }

    private Optional<Asked> asked(WorkerId id) {
        return Sql.of(em, """
                        select l.asked_at, l.wanted = 'OPEN', w.subject, l.username, l.email, w.name, w.locale, o.alias, o.name,
                               array_to_string(array(select role_code from worker_role r where r.worker_id = w.worker_id), ','),
                               l.letter_at is not null
                          from worker_login l join worker w using (worker_id) join organisation o using (organisation_id)
                         where l.worker_id = :id and l.settled_at is null
                        """)
                .with("id", id.value())
                .first(row -> new Asked(
                        row.instant(0),
                        row.yes(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        new House(row.text(7), row.text(8)),
                        Set.copyOf(row.codes(9)),
                        row.yes(10)));
    }

    /** Whether a letter was to be sent and could not. */
    private boolean open(WorkerId id, Asked asked, Caller caller) {
        if (asked.subject() != null) {
            accounts.open(asked.subject(), asked.house(), asked.roles());
            return false;
        }
        Login login = accounts.find(asked.username(), asked.email())
                .orElseGet(() -> accounts.make(new NewLogin(
                        asked.username(),
                        asked.email(),
                        asked.name(),
                        asked.language(),
                        InvitationRules.secondFactor(asked.roles()))));
        if (known(login.subject())) {
            throw new Trouble(Trouble.Kind.TAKEN);
        }
        accounts.open(login.subject(), asked.house(), asked.roles());
        boolean letter = !login.passwordChosen() && !asked.letterSent();
        boolean sent = letter && accounts.sendLetter(login.subject());
        link(id, login.subject());
        if (sent) {
            Sql.of(em, "update worker_login set letter_at = :now where worker_id = :id")
                    .with("id", id.value())
                    .with("now", caller.now())
                    .change();
        }
        return letter && !sent;
    }

    private boolean close(Asked asked) {
        if (asked.subject() != null) {
            accounts.close(asked.subject());
        }
        return false;
    }

    private boolean known(String subject) {
        return Sql.of(em, "select 1 from worker where subject = :subject")
                .with("subject", subject)
                .first(row -> true)
                .isPresent();
    }

    private void link(WorkerId id, String subject) {
        Sql.of(em, "select cast(login_linked(:id, :subject) as text)")
                .with("id", id.value())
                .with("subject", subject)
                .run();
    }

    private void write(WorkerId id, Asked asked, Caller caller, Trouble.Kind failure, boolean letterFailed) {
        Sql.of(em, """
                        update worker_login set tried_at = :now, tries = tries + 1, failure = :failure,
                               settled_at = case when cast(:failure as text) is null then cast(:now as timestamptz) end,
                               letter_failed = :letter
                         where worker_id = :id and asked_at = :asked
                        """)
                .with("id", id.value())
                .with("asked", asked.at())
                .with("now", caller.now())
                .with("failure", failure == null ? null : failure.name())
                .with("letter", letterFailed)
                .change();
    }
}
