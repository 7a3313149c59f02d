package org.alongside.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alongside.code.CodeOf;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of what is handed in which fields are needed, how long they may be and from which list, as the records say it. */
final class InputFields {
    private final Components components;
    private final Map<String, List<Object>> lists = codeLists();

    InputFields(Components components) {
        this.components = components;
    }

    void complete() {
        HandedIn.RECORDS.forEach(this::complete);
    }

    private void complete(Class<?> record) {
        Schema schema = components.getSchemas().get(record.getSimpleName());
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> needed = new ArrayList<>();
        for (RecordComponent field : record.getRecordComponents()) {
            Schema property = schema.getProperties().get(field.getName());
            if (isNeeded(field)) {
                needed.add(field.getName());
            }
            limit(property, field);
            Class<?> part = field.getType() == List.class ? element(field) : field.getType();
            if (part.isRecord()) {
                complete(part);
            }
        }
        schema.setRequired(needed);
    }

    /** A yes or no that cannot be absent is needed as well. */
    private static boolean isNeeded(RecordComponent field) {
        Method read = field.getAccessor();
        return field.getType().isPrimitive()
                || read.isAnnotationPresent(NotNull.class)
                || read.isAnnotationPresent(NotEmpty.class);
    }

    private void limit(Schema property, RecordComponent field) {
        Method read = field.getAccessor();
        if (read.isAnnotationPresent(Size.class)) {
            property.setMaxLength(read.getAnnotation(Size.class).max());
        }
        if (read.isAnnotationPresent(NotEmpty.class)) {
            property.setMinItems(1);
        }
        if (read.isAnnotationPresent(Min.class)) {
            property.setMinimum(BigDecimal.valueOf(read.getAnnotation(Min.class).value()));
            property.setMaximum(BigDecimal.valueOf(read.getAnnotation(Max.class).value()));
        }
        if (field.isAnnotationPresent(CodeOf.class)) {
            Schema code = field.getType() == List.class ? property.getItems() : property;
            code.setEnumeration(lists.get(field.getAnnotation(CodeOf.class).value()));
        }
    }

    private static Class<?> element(RecordComponent field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }

    /** The code lists as they are loaded. */
    private static Map<String, List<Object>> codeLists() {
        Map<String, List<Object>> lists = new HashMap<>();
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CodeOf.class.getResourceAsStream("/codes/codes.csv")),
                StandardCharsets.UTF_8))) {
            rows.lines().skip(1).map(row -> row.split(",")).forEach(cells -> lists.computeIfAbsent(
                            cells[0], list -> new ArrayList<>())
                    .add(cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lists;
    }
}
