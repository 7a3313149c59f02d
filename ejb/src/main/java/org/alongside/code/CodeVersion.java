package org.alongside.code;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.alongside.shared.Sql;

/**
 * Which state of codes, matrix and settings the database has, asked once a transaction: what is kept in memory holds as long
 * as this does not grow, in every node.
 */
@ApplicationScoped
public class CodeVersion {
    /** Answers the version, to be put among the columns of another statement. */
    public static final String COLUMN = "(select version from code_version)";

    private static final Object KEY = new Object();

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** Takes over what another statement of this transaction has read by {@link #COLUMN}. */
    public void told(long version) {
        transaction.putResource(KEY, version);
    }

    /** The version that this transaction goes by. */
    public long now() {
        Long known = (Long) transaction.getResource(KEY);
        if (known == null) {
            known = Sql.of(em, "select " + COLUMN).first(row -> row.count(0)).orElseThrow();
            told(known);
        }
        return known;
    }
}
