package org.alongside.code;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import org.alongside.shared.Check;

/**
 * Checks what a record that was handed in says of its own fields: {@code @NotNull} is needed, {@code @Size} is the most
 * characters, {@link CodeOf} the list of a code. The description of the API reads the same. A part that is needed is
 * looked into; one that is not, where its rules ask for it.
 */
public final class Fields {
    private final Codes codes;
    private final Check check;

    public Fields(Codes codes, Check check) {
        this.codes = codes;
        this.check = check;
    }

    /** Refuses INVALID with all that is wrong in a record's own fields, where no other rule is asked together with them. */
    public static void require(Record handedIn, Codes codes) {
        of(handedIn, codes).orRefuse();
    }

    /** What is wrong in a record's own fields, to be asked together with other rules. */
    public static Check of(Record handedIn, Codes codes) {
        Check check = new Check();
        new Fields(codes, check).check(handedIn, "");
        return check;
    }

    /** Adds what is wrong in a record that stands at a path, empty for the whole. */
    public Fields check(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
            field(component, value(component, record), field);
        }
        return this;
    }

    private void field(RecordComponent component, Object value, String field) {
        boolean needed = component.getAccessor().isAnnotationPresent(NotNull.class);
        CodeOf list = component.getAnnotation(CodeOf.class);
        if (component.getType() == String.class) {
            text(component, (String) value, field, needed);
        } else if (needed && value == null) {
            check.that(false, field, "missing");
        } else if (list != null && value instanceof Collection<?> several) {
            check.codes(several.stream().map(String.class::cast).toList(), field, codes.in(list.value()));
        } else if (value instanceof List<?> rows) {
            for (int at = 0; at < rows.size(); at++) {
                if (rows.get(at) instanceof Record row) {
                    check(row, field + "." + at);
                }
            }
        } else if (needed && value instanceof Record part) {
            check(part, field);
        }
    }

    private void text(RecordComponent component, String value, String field, boolean needed) {
        CodeOf list = component.getAnnotation(CodeOf.class);
        Size size = component.getAccessor().getAnnotation(Size.class);
        if (needed && (value == null || value.isBlank())) {
            check.that(false, field, "missing");
        } else if (list != null) {
            check.optionalCode(value, field, codes.in(list.value()));
        } else if (size != null) {
            check.optionalText(value, field, size.max());
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
