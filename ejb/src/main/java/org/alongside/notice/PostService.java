package org.alongside.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.notice.Mail.Failure;

/** The door at which the system carries the post: who is to be told of which task, and one letter after the other. */
@Stateless
@PermitAll
public class PostService {
    @Inject
    CallerContext callers;

    @Inject
    Offers offers;

    @Inject
    Letters letters;

    @Inject
    Mail mail;

    /** Finds out who is to be told of the tasks that began to wait; where no letters are sent, forgets them. */
    @Requires(Permission.CARRY_POST)
    public void sort() {
        Instant now = callers.caller().now();
        if (mail.isSetUp()) {
            offers.sort(now);
        } else {
            offers.forget();
        }
        letters.forgetOld(now);
    }

    /** Tells the next on call of urgent tasks that nobody has opened in time. */
    @Requires(Permission.CARRY_POST)
    public void askNext() {
        offers.askNext(callers.caller().now());
    }

    /**
     * Sends the one letter that is due longest.
     *
     * @return how it went; empty where none is due
     */
    @Requires(Permission.CARRY_POST)
    public Optional<Sent> sendOne() {
        return letters.sendOne(callers.caller().now());
    }

    /**
     * How a letter went.
     *
     * @param failed why it was not sent; empty: it was, or is not needed any more
     */
    public record Sent(Optional<Failure> failed) {
        /** Whether there is no use in trying the next one now. */
        boolean serverIsAway() {
            return failed.filter(Failure.AWAY::equals).isPresent();
        }
    }
}
