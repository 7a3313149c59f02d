package org.alongside.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;

/** Everybody's own door to how they want to be told that a task waits. */
@Stateless
@PermitAll
public class NoticeService {
    @Inject
    CallerContext callers;

    @Inject
    Choices choices;

    @Inject
    Codes codes;

    /** What the caller has chosen, or what is usual. */
    @Requires(Permission.CHOOSE_NOTICES)
    public NoticeChoice choice() {
        return choices.of(callers.caller().worker());
    }

    /** Chooses for the caller; letters that are due already keep their time. */
    @Requires(Permission.CHOOSE_NOTICES)
    public void choose(NewNoticeChoice choice) {
        Check check = new Check();
        new Fields(codes, check).check(choice, "");
        hour(check, choice.digestHour(), "digestHour");
        hour(check, choice.quietFrom(), "quietFrom");
        hour(check, choice.quietUntil(), "quietUntil");
        check.that((choice.quietFrom() == null) == (choice.quietUntil() == null), "quietUntil", "missing");
        check.that(
                choice.quietFrom() == null || !choice.quietFrom().equals(choice.quietUntil()),
                "quietUntil",
                "ends-before-it-begins");
        check.orRefuse();
        choices.choose(callers.caller().worker(), choice);
    }

    private static void hour(Check check, Integer hour, String field) {
        check.that(hour == null || hour >= 0 && hour <= 23, field, "unknown-hour");
    }
}
