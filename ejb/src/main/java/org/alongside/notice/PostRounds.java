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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.alongside.access.SystemIdentity;
import org.alongside.notice.PostService.Sent;
import org.alongside.shared.Sql;

/** Carries the post every two seconds. Servers that share a database take turns by its row locks: no letter is sent by two. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ExcludeDefaultInterceptors
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PostRounds {
    private static final Logger LOG = System.getLogger(PostRounds.class.getName());
    private static final int EVERY_SECONDS = 2;
    private static final int FIRST_AFTER_SECONDS = 10;
    private static final int MOST_LETTERS = 200;

    @Resource
    ManagedScheduledExecutorService threads;

    @EJB
    PostService post;

    @Inject
    SystemIdentity system;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        rounds = threads.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    /** A round that fails is told in the log, and the next one begins anew. */
    private void round() {
        try {
            system.call(() -> {
                post.askNext();
                post.sort();
                send();
                return null;
            });
        } catch (Exception failed) {
            Level level = Sql.databaseIsAway(failed) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The post was not carried: {0}", failed.getClass().getSimpleName());
        }
    }

    private void send() {
        for (int sent = 0; sent < MOST_LETTERS; sent++) {
            Optional<Sent> one = post.sendOne();
            if (one.isEmpty() || one.get().serverIsAway()) {
                return;
            }
        }
    }
}
