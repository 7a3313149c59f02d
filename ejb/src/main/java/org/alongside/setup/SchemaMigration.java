package org.alongside.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.alongside.casefile.NameRebuild;
import org.alongside.casefile.SearchKey;
import org.alongside.shared.Clock;

/** Brings the database up to date as its owner, before anybody asks it anything, and sets the clock as it was left. */
@Singleton
@Startup
@ExcludeDefaultInterceptors
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:jboss/datasources/AlongsideOwner")
    DataSource owner;

    @Resource(lookup = "java:jboss/datasources/Alongside")
    DataSource application;

    @PostConstruct
    void migrate() {
        Schema.migrate(owner, Demo.isOn());
        new NameRebuild(owner, SearchKey.ofInstallation()).ifNeeded();
        try (Connection connection = application.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select extract(epoch from ahead)::bigint from alongside.clock")) {
            row.next();
            Duration ahead = Duration.ofSeconds(row.getLong(1));
            if (Demo.isOn()) {
                Clock.get().setAhead(ahead);
            } else if (!ahead.isZero()) {
                throw new IllegalStateException(
                        "The clock of this database was moved in a demo; it is not for real use.");
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database does not answer.", unreachable);
        }
    }
}
