package org.alongside.system.example;

import java.util.Set;

/** What is made of a referral, in fixed proportions, and the state in which the product must say that it ended. */
enum Fate {
    COMPLETED("COMPLETED"),
    IN_SERVICE("IN_SERVICE"),
    ACCEPTED("ACCEPTED"),
    DECLINED("DECLINED"),
    WAITLISTED("WAITLISTED"),
    REVOKED("REVOKED"),
    WITHDRAWN("REVOKED"),
    RUN_OUT("EXPIRED"),
    ASKED_THEN_ACCEPTED("ACCEPTED"),
    NOT_ATTENDED("NO_SHOW"),
    SENT_BACK("DRAFT"),
    SURVIVOR_SAID_NO("DECLINED_BY_SURVIVOR");

    /** After these the recipient's people who are assigned read the agreed part of the file. */
    static final Set<Fate> OPEN_AFTER = Set.of(COMPLETED, IN_SERVICE, ACCEPTED, ASKED_THEN_ACCEPTED);

    /** After these it had been sent, and was not answered by acceptance before the check. */
    static final Set<Fate> NEVER_SENT = Set.of(SENT_BACK);

    private final String status;

    Fate(String status) {
        this.status = status;
    }

    String status() {
        return status;
    }

    /** The same proportions for every run: twelve fates in turn. A request that nobody has to approve cannot be sent back. */
    static Fate of(int number, boolean approvedFirst) {
        Fate fate = values()[number % values().length];
        return fate == SENT_BACK && !approvedFirst ? DECLINED : fate;
    }
}
