package org.alongside.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives a connection that was closed to the next who asks, as if it were new: what was begun is taken back, and what was set,
 * locked, listened to or made for the session is gone. A new one costs PostgreSQL more than most that a test asks of it.
 */
final class KeptConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private static final String AS_NEW = "set session authorization default; reset all; close all; unlisten *;"
            + " select pg_advisory_unlock_all(); discard temporary; discard sequences";

    /** There are databases that one class alone has used, and the server has room for a few hundred in all. */
    private static final int MOST = 40;

    /** Closed and not in use, the last one first. */
    private static final Deque<Kept> IDLE = new ArrayDeque<>();

    /** @param of whose it is, and of which database */
    private record Kept(String of, PooledConnection connection) {}

    @Override
    public Connection getConnection() throws SQLException {
        PooledConnection kept = kept(whose());
        return (kept == null ? open() : kept).getConnection();
    }

    private String whose() {
        return getUser() + " " + getUrl();
    }

    private static PooledConnection kept(String of) {
        synchronized (IDLE) {
            Iterator<Kept> idle = IDLE.iterator();
            while (idle.hasNext()) {
                Kept one = idle.next();
                if (one.of().equals(of)) {
                    idle.remove();
                    return one.connection();
                }
            }
            return null;
        }
    }

    private PooledConnection open() throws SQLException {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(getUrl());
        source.setUser(getUser());
        source.setPassword(getPassword());
        PooledConnection opened = source.getPooledConnection();
        opened.addConnectionEventListener(new ConnectionEventListener() {
            @Override
            public void connectionClosed(ConnectionEvent event) {
                keep(new Kept(whose(), opened));
            }

            @Override
            public void connectionErrorOccurred(ConnectionEvent event) {
                // it is closed next, and not kept then
            }
        });
        return opened;
    }

    private static void keep(Kept closed) {
        try {
            Connection connection = closed.connection().getConnection();
            connection.setReadOnly(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(AS_NEW);
            }
            connection.unwrap(PGConnection.class).getNotifications();
            Kept oldest = null;
            synchronized (IDLE) {
                IDLE.addFirst(closed);
                if (IDLE.size() > MOST) {
                    oldest = IDLE.removeLast();
                }
            }
            if (oldest != null) {
                close(oldest);
            }
        } catch (SQLException notAsNew) {
            close(closed);
        }
    }

    private static void close(Kept one) {
        try {
            one.connection().close();
        } catch (SQLException gone) {
            // the next opens one of its own
        }
    }
}
