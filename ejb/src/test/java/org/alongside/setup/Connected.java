package org.alongside.setup;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** One connection in its transaction, for classes that write their own SQL; it keeps which statements went over it. */
public final class Connected {
    private final List<String> asked = new ArrayList<>();
    private final EntityManager em;

    public Connected(Connection connection) {
        Connection counting = answering(Connection.class, (method, given) -> {
            asked.add((String) given[0]);
            return connection.prepareStatement((String) given[0]);
        });
        Session session = answering(
                Session.class,
                (method, given) ->
                        method.equals("doReturningWork") ? ((ReturningWork<?>) given[0]).execute(counting) : false);
        em = answering(EntityManager.class, (method, given) -> session);
    }

    public EntityManager em() {
        return em;
    }

    /** The statements since this was asked last. */
    public List<String> asked() {
        List<String> now = List.copyOf(asked);
        asked.clear();
        return now;
    }

    /** Something of an interface that answers every call in one way. */
    public static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Connected.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> answer.to(method.getName(), given)));
    }

    /** What a method answers. */
    @FunctionalInterface
    public interface Answer {
        Object to(String method, Object... given) throws Exception;
    }
}
