package org.alongside.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.alongside.shared.Clock;
import org.alongside.shared.ClockMoved;

/** Lets the clock of this server follow the database's, once a move is committed. */
@Dependent
class JavaClock {
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClockMoved moved) {
        Clock.get().setAhead(moved.ahead());
    }
}
