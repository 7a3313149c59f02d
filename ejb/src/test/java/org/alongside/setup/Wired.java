package org.alongside.setup;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.code.Codes;
import org.alongside.code.KnownCodes;

/**
 * Makes classes of the business as the server would, over one connection in its transaction and for one caller: each with all that it asks for, and of
 * each one alone. What they fire is gathered. Ports and what a test does not want are put in their place by {@link #with}.
 */
public final class Wired {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final List<Object> told = new ArrayList<>();

    public Wired(EntityManager em, Caller caller) {
        Map<Object, Object> kept = new HashMap<>();
        with(EntityManager.class, em);
        with(CallerContext.class, new CallerContext() {
            @Override
            public Caller caller() {
                return caller;
            }
        });
        with(Codes.class, new KnownCodes());
        with(
                TransactionSynchronizationRegistry.class,
                Connected.answering(
                        TransactionSynchronizationRegistry.class,
                        (method, given) ->
                                method.equals("getResource") ? kept.get(given[0]) : kept.put(given[0], given[1])));
    }

    /** Whoever asks for that is given this. */
    public <T> Wired with(Class<T> type, T instead) {
        made.put(type, instead);
        return this;
    }

    /** What was fired, and whatever stands in for something else adds. */
    public List<Object> told() {
        return told;
    }

    public <T> T of(Class<T> type) {
        Object there = made.get(type);
        if (there == null) {
            there = fresh(type);
            made.put(type, there);
            fill(there, type);
        }
        return type.cast(there);
    }

    private static Object fresh(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException("Nothing was put in the place of " + type, none);
        }
    }

    private void fill(Object there, Class<?> type) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)
                        || field.isAnnotationPresent(PersistenceContext.class)
                        || field.isAnnotationPresent(Resource.class)) {
                    field.setAccessible(true);
                    field.set(there, asked(field));
                }
            }
        } catch (IllegalAccessException never) {
            throw new IllegalStateException(never);
        }
    }

    private Object asked(Field field) {
        if (field.getType() == Event.class) {
            return Connected.answering(Event.class, (method, given) -> told.add(given[0]));
        }
        if (field.getType() == Instance.class) {
            Class<?> port = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return Connected.answering(Instance.class, (method, given) -> of(port));
        }
        return of(field.getType());
    }
}
