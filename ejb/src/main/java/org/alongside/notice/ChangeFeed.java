package org.alongside.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.alongside.access.SystemIdentity;
import org.alongside.notice.ChangeService.Reach;
import org.alongside.notice.Listeners.Listener;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from the database what was committed, on whichever server, and tells the pages of this one whose readers it reaches.
 * What was heard together is told once. When the database was away, every page is told: something may have been missed.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ExcludeDefaultInterceptors
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeFeed {
    private static final Logger LOG = System.getLogger(ChangeFeed.class.getName());
    private static final int LISTEN_MILLIS = 1_000;
    private static final int GATHER_MILLIS = 100;
    private static final int GREET_EVERY = 25;
    private static final int AGAIN_MILLIS = 1_000;

    @Resource(lookup = "java:jboss/datasources/AlongsideChanges")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @EJB
    ChangeService changes;

    @Inject
    Listeners listeners;

    @Inject
    SystemIdentity system;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @PostConstruct
    void start() {
        // a thread of its own, not work of the pool: the pool refuses work in the moment in which a server goes from
        // starting to serving
        threads.newThread(this::listen).start();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void listen() {
        try {
            do {
                hear();
            } while (!stopping.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the database went away; whoever needs it says so in the log. */
    private void hear() throws InterruptedException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen alongside");
            PGConnection its = connection.unwrap(PGConnection.class);
            tell(listeners.those(any -> true));
            for (int quiet = 1; stopping.getCount() > 0; quiet++) {
                Set<String> heard = new LinkedHashSet<>();
                if (gather(its, LISTEN_MILLIS, heard)) {
                    // what belongs together is committed close together
                    stopping.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                    gather(its, 1, heard);
                }
                pass(heard);
                if (quiet % GREET_EVERY == 0) {
                    statement.execute("select");
                    listeners.greet();
                }
            }
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, "Changes are not heard: {0}", away.getSQLState());
        }
    }

    private static boolean gather(PGConnection connection, int millis, Set<String> heard) throws SQLException {
        PGNotification[] told = connection.getNotifications(millis);
        if (told != null) {
            Arrays.stream(told).map(PGNotification::getParameter).forEach(heard::add);
        }
        return !heard.isEmpty();
    }

    private void pass(Set<String> heard) {
        if (heard.isEmpty() || listeners.none()) {
            return;
        }
        try {
            tell(system.call(() -> heard.stream()
                    .map(Change::parse)
                    .flatMap(Optional::stream)
                    .flatMap(change -> reached(change).stream())
                    .collect(Collectors.toSet())));
        } catch (Exception failed) {
            LOG.log(
                    Level.WARNING,
                    "Whom a change reaches could not be asked: {0}",
                    failed.getClass().getSimpleName());
            tell(listeners.those(any -> true));
        }
    }

    private Set<Listener> reached(Change change) {
        if (change.group().isPresent()) {
            String group = change.group().get().toString();
            return listeners.those(one -> one.about().isEmpty() && one.groups().contains(group));
        }
        UUID subject = change.id().orElseThrow();
        if (change.kind() == Change.Kind.BOARD) {
            return lookers(subject, () -> changes.board(subject));
        }
        if (change.kind() == Change.Kind.LOGBOOK) {
            return lookers(
                    subject, () -> changes.logbook(subject, change.about().orElse(null)));
        }
        Reach reach = changes.reach(
                subject,
                change.kind() == Change.Kind.CARD,
                change.mask(),
                change.organisation().orElse(null));
        return listeners.those(one -> reach.workers().contains(one.worker())
                && one.about().map(reach.subjects()::contains).orElse(true));
    }

    /** Those with this board or log before them whom it reaches: where nobody has, nobody is asked. */
    private Set<Listener> lookers(UUID subject, Supplier<Reach> asked) {
        Set<Listener> looking =
                listeners.those(one -> one.about().filter(subject::equals).isPresent());
        if (looking.isEmpty()) {
            return looking;
        }
        Reach reach = asked.get();
        looking.removeIf(one -> !reach.workers().contains(one.worker()));
        return looking;
    }

    private static void tell(Set<Listener> them) {
        them.forEach(listener -> listener.page().changed());
    }
}
