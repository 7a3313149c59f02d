package org.alongside.web.frame;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages read the parts of a record by name, {@code #{row.status}}; expression language 5 knows bean getters only.
 * A part that is an Optional reads as its value, or as nothing.
 */
public class RecordResolver extends ELResolver {
    private static final Map<Class<?>, Map<String, RecordComponent>> PARTS = new ConcurrentHashMap<>();

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        RecordComponent part = part(context, base, property);
        if (part == null) {
            return null;
        }
        try {
            Object value = part.getAccessor().invoke(base);
            return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        } catch (InvocationTargetException | IllegalAccessException failed) {
            throw new ELException(
                    "Cannot read " + property + " of " + base.getClass().getName(), failed);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return part(context, base, property) == null ? null : Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (part(context, base, property) != null) {
            throw new PropertyNotWritableException("A record is not changed: " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        part(context, base, property);
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    /** The part, marked as resolved; null where there is none, so that the resolver of beans is asked. */
    private static RecordComponent part(ELContext context, Object base, Object property) {
        if (!(base instanceof Record)) {
            return null;
        }
        RecordComponent part =
                PARTS.computeIfAbsent(base.getClass(), RecordResolver::parts).get(String.valueOf(property));
        if (part != null) {
            context.setPropertyResolved(base, property);
        }
        return part;
    }

    private static Map<String, RecordComponent> parts(Class<?> type) {
        return Stream.of(type.getRecordComponents()).collect(Collectors.toMap(RecordComponent::getName, part -> part));
    }
}
