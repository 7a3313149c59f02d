package org.alongside.report;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.alongside.health.DatabaseWatch;

/**
 * Folds what acts have changed into the totals. Nothing depends on when: readers add what is not folded yet, and of two servers
 * one folds. It has no caller, because it reads and tells nothing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ExcludeDefaultInterceptors
@TransactionManagement(TransactionManagementType.BEAN)
public class Folding {
    private static final Logger LOG = System.getLogger(Folding.class.getName());

    private static final String NO_CONNECTION = "08000";

    @Inject
    DatabaseWatch watch;

    @Resource(lookup = "java:jboss/datasources/Alongside")
    DataSource database;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void fold() {
        run("select alongside.counts_fold()");
    }

    /** Totals of days that no page looks at any more go, once a day. */
    @Schedule(hour = "3", minute = "20", persistent = false)
    void prune() {
        run("select alongside.counts_prune()");
    }

    private void run(String function) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(function);
            watch.answered();
        } catch (SQLException failed) {
            if (Objects.requireNonNullElse(failed.getSQLState(), NO_CONNECTION).startsWith("08")) {
                watch.silent();
            } else {
                LOG.log(
                        Level.WARNING,
                        "Counts were not folded and will be in a moment; SQL state {0}",
                        failed.getSQLState());
            }
        }
    }
}
