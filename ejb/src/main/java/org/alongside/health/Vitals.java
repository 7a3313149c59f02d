package org.alongside.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.alongside.worklist.FailedWork;

/** What a look from outside may learn about how the product is. */
@ApplicationScoped
public class Vitals {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/Alongside")
    DataSource database;

    @Inject
    Instance<FailedWork> everyKind;

    @Inject
    DatabaseWatch watch;

    private List<FailedWork> failedWork;

    /** Found once: what is looked up anew at each question would be kept for as long as the product runs. */
    @PostConstruct
    void find() {
        failedWork = everyKind.stream().toList();
    }

    /** Whether the database answers within two seconds. */
    public boolean databaseAnswers() {
        boolean answers = isValid();
        if (answers) {
            watch.answered();
        } else {
            watch.silent();
        }
        return answers;
    }

    /** Whether no work of the processes, and no letter, has failed and waits for an administrator. */
    public boolean noWorkFailed() {
        return failedWork.stream().allMatch(work -> work.count() == 0);
    }

    private boolean isValid() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
