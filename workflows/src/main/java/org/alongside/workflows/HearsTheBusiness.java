package org.alongside.workflows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.alongside.access.WhoAmI;

/** Shows that what the business announces is heard here, in the same transaction. */
@ApplicationScoped
public class HearsTheBusiness {

    @Resource
    private TransactionSynchronizationRegistry transaction;

    void hear(@Observes WhoAmI.Asked asked) {
        asked.heardIn().add(transaction.getTransactionKey().toString());
    }
}
